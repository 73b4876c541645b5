"""Blocks of a writer's own: a paragraph `::name words` becomes what a function of that name makes
of the words, as the manuscript format writes it (docs/recipes.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from layouts.errors import BanxinError, Finding, ManuscriptError
from layouts.extensions import OwnFunction
from layouts.issue.article import Article, Block, Paragraph
from layouts.issue.issue import Issue
from layouts.manuscript.marks import OWN_BLOCK
from layouts.manuscript.read import read_manuscript
from layouts.messages import extensions as say

MakeBlock = Callable[[str], str]
"""Of the words behind the name, the manuscript text that is to stand there: paragraphs, a table, a
box …
"""

_AROUND = "---\npublication: 版心\n---\n\n### 题\n\n{text}\n"


def expand(issue: Issue, makers: Mapping[str, MakeBlock]) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue with every such paragraph replaced, and what was found reading what stands there
    now. BanxinError, with the paragraph's place, for a name that nobody makes, a function that
    fails, or what is no text of an article.
    """
    expander = _Expander(makers)
    sections = tuple(
        replace(section, articles=tuple(map(expander.article, section.articles)))
        for section in issue.sections
    )
    return replace(issue, sections=sections), tuple(expander.findings)


class _Expander:
    def __init__(self, makers: Mapping[str, MakeBlock]) -> None:
        self._makers = makers
        self.findings: list[Finding] = []

    def article(self, article: Article) -> Article:
        blocks = tuple(one for block in article.blocks for one in self._made_of(block))
        return replace(article, blocks=blocks)

    def _made_of(self, block: Block) -> Iterator[Block]:
        found = isinstance(block, Paragraph) and OWN_BLOCK.fullmatch(block.text.string)
        if not found:
            yield block
            return
        name, words = found["name"], found["words"] or ""
        if name not in self._makers:
            raise BanxinError(
                *say.BLOCK_OF_NOBODY(name=name, known=", ".join(self._makers) or "–"), block.source
            )
        text = OwnFunction(name, str, block.source)(self._makers[name], words)
        for one in self._read(name, text, block):
            yield replace(one, source=block.source)

    def _read(self, name: str, text: str, at: Block) -> tuple[Block, ...]:
        with TemporaryDirectory(prefix="banxin-") as folder:
            path = Path(folder) / f"{name}.md"
            path.write_bytes(_AROUND.format(text=text).encode(errors="replace"))
            try:
                issue, findings = read_manuscript(path)
            except ManuscriptError as error:
                raise BanxinError(error.zh, error.en, at.source) from error
        articles = [article for section in issue.sections for article in section.articles]
        if len(articles) != 1:
            raise BanxinError(*say.BLOCK_OF_ARTICLES(name=name), at.source)
        self.findings += [
            replace(one, source=at.source)
            for one in findings
            if one.source is not None
            and one.source.line > _AROUND.count("\n", 0, _AROUND.index("{"))
        ]
        return articles[0].blocks
