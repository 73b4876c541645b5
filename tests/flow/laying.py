"""Blocks composed to pages, for the tests of layouts/flow."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from composing import NOWHERE, marked, picture_file

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.flow.sharing import Gather
from layouts.house.layout import Grid, Layout
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section, Subheading
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text
from layouts.page.item import Line
from layouts.page.page import Edition, Page

PROSE = "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施到位。"


def prose(size: int) -> str:
    """Running text of `size` characters."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


@dataclass
class Laid:
    """An edition, its layout, and short ways to ask for what stands where."""

    edition: Edition
    layout: Layout

    @property
    def grid(self) -> Grid:
        return self.layout.grid

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.edition.pages

    def lines(self, *roles: str, page: int | None = None) -> list[Line]:
        return [
            line
            for found in self.pages
            for line in found.lines
            if (not roles or line.role in roles) and (page is None or found.number == page)
        ]

    def row(self, line: Line) -> int:
        """The row of the grid a line's baseline stands on."""
        return round((line.y - self.grid.top - self.grid.ascent) / self.grid.leading)

    def page_of(self, text: str, *roles: str) -> int:
        """The page of the first line that holds `text`."""
        return next(
            page.number
            for page in self.pages
            for line in page.lines
            if text in line.text and (not roles or line.role in roles)
        )

    def codes(self) -> list[str]:
        return [finding.code for finding in self.edition.findings]


class Press:
    """Composes small issues."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self.catalogue = catalogue
        self.folder = folder.resolve()
        self._made = 0

    def photo(self, across: int = 40, down: int = 30, /, **options: object) -> Photo:
        """A photo of so many pixels; `options` are its slot."""
        self._made += 1
        name = picture_file(self.folder, f"photo{self._made}.png", across, down)
        options.setdefault("side", Side.RIGHT)
        options.setdefault("caption", "")
        # type: ignore[arg-type]
        return Photo(path=name, source=NOWHERE._replace(line=self._made), **options)

    def article(
        self,
        *blocks: Block | str | Photo,
        title: str = "",
        byline: str = "",
        kind: ArticleKind | None = None,
    ) -> Article:
        """Strings become paragraphs, strings that begin with # sub-headings.

        Without a title the kind is a brief.
        """
        made = tuple(_block(block) for block in blocks)
        chosen = kind or (ArticleKind.HEADLINE if title else ArticleKind.BRIEF)
        return Article(chosen, Text(title), made, NOWHERE, Text(byline) if byline else None)

    def issue(
        self,
        *sections: Section,
        contents: bool = False,
        layout: str = "jianbao-a4",
        colophon: Colophon | None = None,
        gather: Gather | None = None,
        house: Layout | None = None,
        **settings: object,
    ) -> Laid:
        head = Masthead("澜汀简报", 3, 12, datetime.date(2025, 8, 31), "编辑部")
        issue = Issue(
            head, sections, self.folder, NOWHERE, colophon or Colophon(), layout, contents, settings
        )
        house = house or load_layout(layout, settings)
        return Laid(compose(issue, house, self.catalogue, gather=gather), house)

    def pages(self, *articles: Article, section: str = "", **options: object) -> Laid:
        """One section of the articles given."""
        return self.issue(Section(section, articles, NOWHERE), **options)  # type: ignore[arg-type]

    def set(self, *blocks: Block | str | Photo, **options: object) -> Laid:
        """One brief of the blocks given."""
        return self.pages(self.article(*blocks), **options)


def _block(block: Block | str) -> Block:
    if not isinstance(block, str):
        return block
    if block.startswith("#"):
        return Subheading(Text(block.lstrip("#")), len(block) - len(block.lstrip("#")), NOWHERE)
    return Paragraph(marked(block), NOWHERE)
