"""Rows of photos (并排) that stand apart from their paragraph: at the head or foot of columns, on a
page of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.apart_photos import AIR, LEAST_TEXT, columns_of
from layouts.flow.floats import Clearance, framed
from layouts.flow.photo_rows import NO_DISTANCE, PhotoRow, RowMember, RowRoom, photo_row
from layouts.flow.setting import Setter
from layouts.geometry import Polygon
from layouts.issue.photo import NO_BLEED, Bleed, PhotoPlace, Side
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.own_notes import NotesApart, OwnNotes


class ApartRow(Struct):
    """A row of photos that stands apart, over `columns` columns and `rows` rows; its own rows begin
    `head` below the first of them. Its `notes` stand at the foot of its own page; else it leaves
    `note_rows` for them under the text.
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
    notes: OwnNotes | None = None
    note_rows: int = 0

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
        if self.notes is not None:
            self.notes.draw_at_foot(page, setter, x)


def apart_row(
    members: Sequence[RowMember], article: int, setter: Setter, notes: NotesApart | None = None
) -> ApartRow:
    """Size a row of photos for the place that its first names; two facing pages are one page to
    it. `notes` are those on its words.
    """
    grid, first = setter.layout.grid, members[0].photo
    place = PhotoPlace.PAGE if first.place is PhotoPlace.SPREAD else first.place
    if place is PhotoPlace.PAGE:
        own = notes.on_page_of_photo() if notes else None
        below = own.rows(setter) if own else 0
        room = RowRoom(grid.area_width, grid.rows - below, alone=True)
        row = photo_row(members, article, setter, room)
        made = ApartRow(row, place, grid.columns, grid.rows, grid.area_width, 0)
        made.notes = own
        return made
    columns = columns_of(first, grid)
    below = notes.rows_in_column() if notes else 0
    room = RowRoom(grid.span(columns), grid.rows - LEAST_TEXT - AIR - below, alone=True)
    row = photo_row(members, article, setter, room)
    head = AIR if place is PhotoPlace.FOOT else 0
    made = ApartRow(row, place, columns, row.rows + AIR, room.width, head)
    made.note_rows = below
    return made
