"""Boxes, pull quotes and tables at the head or foot of a page, over some of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.apart_photos import LEAST_TEXT
from layouts.flow.box_lines import BoxContent
from layouts.flow.floats import Clearance, framed
from layouts.flow.pull_quote import PullQuoteBlock, quote_across
from layouts.flow.setting import Setter
from layouts.flow.sidebar import SidebarBlock, box_across
from layouts.geometry import Polygon
from layouts.house.layout import Grid
from layouts.issue.photo import ALL_COLUMNS, NO_BLEED, Bleed, PhotoPlace, Side
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.apart_tables import TablePart
    from layouts.flow.own_notes import OwnNotes

AIR = 1
"""Blank rows between a box at the head or foot of a page and the text."""


class ApartBox(Struct):
    """A box, pull quote or table that stands apart, over `columns` columns and `rows` rows, the
    blank one counted. `instead` is one for the head of a page as it stands at the foot of one. No
    table stands before one that comes first; a part of one `follows` that before it, on a later
    page. One that stands `near` its paragraph stands at the foot of that one's page where it can.
    At the head or foot of a page it leaves `note_rows` under the text for notes on its words.
    """

    inner: SidebarBlock | PullQuoteBlock | TablePart
    place: PhotoPlace
    columns: int
    rows: int
    width: float
    side: Side = Side.NONE
    line: int = 0
    edges: Bleed = NO_BLEED
    facing: None = None
    instead: ApartBox | None = None
    is_table: bool = False
    near: bool = False
    follows: bool = False
    note_rows: int = 0

    @property
    def notes(self) -> OwnNotes | None:
        """The notes on its words that it has on its own page."""
        return getattr(self.inner, "notes", None)

    @property
    def clearance(self) -> Clearance:
        """No text stands beside it."""
        return Clearance(0.0, 0.0, 0.0, 0.0)

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """All its rows."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Draw it, at the foot of a page under its blank row."""
        top = y + (AIR * setter.layout.grid.leading if self.place is PhotoPlace.FOOT else 0.0)
        if isinstance(self.inner, SidebarBlock):
            self.inner.draw(page, setter, x, top)
        else:
            self.inner.draw(page, setter, x, top, at_top=True)


def apart_box(
    content: BoxContent, place: PhotoPlace, across: int, setter: Setter
) -> ApartBox | None:
    """A box for the place it names; None where it is too tall for one."""
    columns, width = _span(across, setter.layout.grid)
    return _apart(box_across(content, width, setter), place, columns, width, setter.layout.grid)


def apart_quote(
    quote: PullQuoteBlock, place: PhotoPlace, across: int, setter: Setter
) -> ApartBox | None:
    """A pull quote for the place it names; None where it is too tall for one."""
    columns, width = _span(across, setter.layout.grid)
    return _apart(quote_across(quote, width, setter), place, columns, width, setter.layout.grid)


def _span(across: int, grid: Grid) -> tuple[int, float]:
    columns = grid.columns if across == ALL_COLUMNS else min(across, grid.columns)
    return columns, grid.span(columns)


def _apart(
    inner: SidebarBlock | PullQuoteBlock,
    place: PhotoPlace,
    columns: int,
    width: float,
    grid: Grid,
) -> ApartBox | None:
    rows = inner.rows + AIR
    if rows + LEAST_TEXT > grid.rows:
        return None
    foot = ApartBox(inner, PhotoPlace.FOOT, columns, rows, width)
    if place is PhotoPlace.FOOT:
        return foot
    return ApartBox(inner, place, columns, rows, width, instead=foot)


def with_notes_at_foot(box: ApartBox, rows: int, grid: Grid) -> ApartBox:
    """What stands at the head or foot of a page as it leaves so many rows for notes on its words
    under the text, where a page has those.
    """
    for one in (box, box.instead):
        if one is not None and one.rows + LEAST_TEXT + rows <= grid.rows:
            one.note_rows = rows
    return box
