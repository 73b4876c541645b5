"""Rows of photos (并排) that stand apart from their paragraph: at the head or foot of columns, on a
page of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layouts.flow.apart_photos import AIR, LEAST_TEXT, columns_of
from layouts.flow.floats import Clearance, framed
from layouts.flow.photo_rows import NO_DISTANCE, PhotoRow, RowMember, RowRoom, photo_row
from layouts.flow.setting import Setter
from layouts.geometry import Polygon
from layouts.issue.photo import NO_BLEED, Bleed, PhotoPlace, Side
from layouts.page.page import Page


class ApartRow(Struct):
    """A row of photos that stands apart, over `columns` columns and `rows` rows; its own rows begin
    `head` below the first of them.
    """

    row: PhotoRow
    place: PhotoPlace
    columns: int
    rows: int
    span: float
    head: int
    facing: None = None
    instead: ApartRow | None = None
    edges: Bleed = NO_BLEED
    side: Side = Side.NONE
    line: int = 0

    @property
    def width(self) -> float:
        """The width of its columns, points."""
        return self.span

    @property
    def clearance(self) -> Clearance:
        """No text stands beside it."""
        return NO_DISTANCE

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """All its rows."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put its photos and captions on the page, in the middle of its columns."""
        left = x + (self.span - self.row.width) / 2
        self.row.draw(page, setter, left, y + self.head * setter.layout.grid.leading)


def apart_row(members: Sequence[RowMember], article: int, setter: Setter) -> ApartRow:
    """Size a row of photos for the place that its first names; two facing pages are one page to
    it.
    """
    grid, first = setter.layout.grid, members[0].photo
    place = PhotoPlace.PAGE if first.place is PhotoPlace.SPREAD else first.place
    if place is PhotoPlace.PAGE:
        room = RowRoom(grid.area_width, grid.rows, alone=True)
        row = photo_row(members, article, setter, room)
        return ApartRow(row, place, grid.columns, grid.rows, grid.area_width, 0)
    columns = columns_of(first, grid)
    room = RowRoom(grid.span(columns), grid.rows - LEAST_TEXT - AIR, alone=True)
    row = photo_row(members, article, setter, room)
    head = AIR if place is PhotoPlace.FOOT else 0
    return ApartRow(row, place, columns, row.rows + AIR, room.width, head)
