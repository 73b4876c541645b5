"""Texts with marks for tests, written as they read: `水{subscript|2}`, `{note=词语的注。|词语}`."""

from __future__ import annotations

from pathlib import Path

from composing import NOWHERE
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import NotesDesign
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.splice import merged
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.page.item import Line, Rule
from layouts.page.page import Edition

PROSE = "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施到位。"


def text_of(written: str) -> Text:
    """A text from `{kind|words}` and `{kind=value|words}`; they may stand in one another."""
    string: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[int, str]] = []
    at = 0
    while at < len(written):
        if written[at] == "{":
            end = written.index("|", at)
            opened.append((len(string), written[at + 1 : end]))
            at = end
        elif written[at] == "}":
            start, said = opened.pop()
            kind, _, value = said.partition("=")
            marks.append(
                Mark(
                    start,
                    len(string),
                    MarkKind(kind),
                    Comment("甲", "", value) if kind == "comment" else value,
                )
            )
        else:
            string.append(written[at])
        at += 1
    return Text("".join(string), merged(marks))


def paragraph(written: str) -> Paragraph:
    return Paragraph(text_of(written), NOWHERE)


def article(*blocks: Block | str, title: str = "标题一行", **more: object) -> Article:
    made = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    # type: ignore[arg-type]
    return Article(ArticleKind.HEADLINE, text_of(title), made, NOWHERE, **more)


def issue_of(*articles: Article, folder: Path = Path(), contents: bool = False) -> Issue:
    return Issue(
        Masthead("简报"), (Section("要闻", articles, NOWHERE),), folder, NOWHERE, contents=contents
    )


class Printed:
    """Articles composed, and what of them is where."""

    def __init__(
        self,
        catalogue: Catalogue,
        *articles: Article,
        layout: str = "jianbao-a4",
        contents: bool = False,
        notes: NotesDesign | None = None,
    ) -> None:
        self.layout = load_layout(layout)
        if notes:
            self.layout = replace(self.layout, notes=notes)
        self.issue = issue_of(*articles, contents=contents)
        self.edition: Edition = compose(self.issue, self.layout, catalogue)
        self.face = catalogue.face

    def lines(self, role: str, number: int | None = None) -> list[Line]:
        """The lines of a role, of one article where its number is given."""
        return [
            line
            for page in self.edition.pages
            for line in page.lines
            if line.role == role and number in (None, line.article)
        ]

    def told(self, role: str, number: int | None = None) -> str:
        return "".join(line.text for line in self.lines(role, number))

    def rules(self) -> list[Rule]:
        return [rule for page in self.edition.pages for rule in page.rules]
