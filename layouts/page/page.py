"""Pages and the edition they make."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from msgspec import Struct, field

from layouts.errors import Finding
from layouts.page.item import Anchor, ArtShape, Box, BoxArea, Line, Link, Picture, Rule


class Bookmark(NamedTuple):
    """An entry of the PDF's outline: level 0 a section, 1 an article."""

    title: str
    level: int
    anchor: str


class Page(Struct):
    """One page: its size in points, its number from 1, and its items in reading order per kind.

    Painted: boxes, pictures, rules, lines; art of the layout below or above the first three (see
    `under_lines`). `areas` are where blocks of text stand in frames of their own,
    `crossed` where tables go across columns.

    The items of a `turned` page stand in a frame as wide as the page is high (see
    `layouts.page.turning`); those that keep `upright` on it, as its number does, are over them.
    """

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    shapes: list[ArtShape] = field(default_factory=list)
    areas: list[BoxArea] = field(default_factory=list)
    crossed: list[BoxArea] = field(default_factory=list)
    turned: bool = False
    upright: Page | None = None

    @property
    def frame_width(self) -> float:
        """The width of what the items stand in, points."""
        return self.height if self.turned else self.width

    @property
    def frame_height(self) -> float:
        """The height of what the items stand in, points."""
        return self.width if self.turned else self.height


Drawn = Box | Picture | Rule | ArtShape


def under_lines(page: Page) -> list[Drawn]:
    """Everything on a page but its lines, in the order of painting."""
    pictures = page.pictures
    if not page.shapes and not any(picture.role for picture in pictures):
        return [*page.boxes, *pictures, *page.rules]
    art = [*(picture for picture in pictures if picture.role), *page.shapes]
    return [
        *(item for item in art if item.behind),
        *page.boxes,
        *(picture for picture in pictures if not picture.role),
        *page.rules,
        *(item for item in art if not item.behind),
    ]


class Edition(Struct, frozen=True):
    """A composed issue: what painters draw and what checks read. `date` is the issue's own day.

    Its first `cover_pages` are the cover and what is behind it; `uncounted` pages stand before the
    one that is numbered 1; less than none where that stands in another file. Where only some pages
    were chosen, `places` are theirs among the `whole` of it, from 0.
    """

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    bookmarks: tuple[Bookmark, ...]
    title: str
    author: str = ""
    language: str = "zh-CN"
    date: datetime.date | None = None
    cover_pages: int = 0
    uncounted: int = 0
    places: tuple[int, ...] = ()
    whole: int = 0
