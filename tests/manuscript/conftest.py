"""What the manuscript tests share: a manuscript from a text, and an issue's characters in reading
order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from layouts.errors import Finding, ManuscriptError
from layouts.issue.article import Article, ArticleKind, Block, Note, Paragraph, Subheading, Table
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript

Reader = Callable[..., tuple[Issue, tuple[Finding, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a text or bytes as the manuscript `issue.md`."""

    def read_text(content: str | bytes, **options: object) -> tuple[Issue, tuple[Finding, ...]]:
        path = tmp_path / "issue.md"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_manuscript(path, **options)

    return read_text


@pytest.fixture
def body(read: Reader) -> Callable[[str], tuple[Article, ...]]:
    """Reads a text as the body of one section and gives its articles."""
    return lambda text: read(f"## 【栏目】\n\n{text}")[0].sections[0].articles


@pytest.fixture
def blocks(body: Callable[[str], tuple[Article, ...]]) -> Callable[[str], tuple[Block, ...]]:
    """Reads a text as the body of one article and gives its blocks."""
    return lambda text: body(f"### 题目\n\n{text}")[0].blocks


@pytest.fixture
def refused(read: Reader) -> Callable[..., ManuscriptError]:
    """The error that a manuscript is refused with: sentences in both languages, and the file as it
    was named.
    """

    def refuse(content: str | bytes, **options: object) -> ManuscriptError:
        with pytest.raises(ManuscriptError) as caught:
            read(content, **options)
        error = caught.value
        assert error.source is not None
        assert error.source.file.endswith("issue.md")
        assert str(error) == f"{error.source}: {error.zh} / {error.en}"
        assert any("\u4e00" <= character <= "\u9fff" for character in error.zh)
        assert error.en.replace("“", "").isprintable()
        return error

    return refuse


@pytest.fixture
def shared_manuscripts() -> Path:
    """The folder of real newsletters beside the repository."""
    folder = Path(__file__).parents[2].parent / "shared" / "manuscripts"
    if not folder.is_dir():
        pytest.skip(f"the real newsletters are not here: {folder}")
    return folder


@pytest.fixture
def characters() -> Callable[[Issue], str]:
    """All characters of an issue's sections in reading order, without spaces."""
    return lambda issue: "".join("".join(_texts(issue)).split())


def _texts(issue: Issue) -> Iterator[str]:
    for section in issue.sections:
        yield section.name
        for article in section.articles:
            if article.kind is ArticleKind.HEADLINE:
                yield article.title.string
            for block in article.blocks:
                yield from _block_texts(block)
            if article.byline:
                yield article.byline.string


def _block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Subheading):
        yield block.text.string
    elif isinstance(block, Note):
        yield from (text.string for text in block.paragraphs)
    elif isinstance(block, Table):
        yield from (cell.string for row in (block.header, *block.rows) for cell in row)
