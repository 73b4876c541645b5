"""What stands where: lines, headings and parts of tables in the rows of a column; floats are in
`floats.py`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from layouts.flow.floats import PlacedFloat
from layouts.flow.notes import NoteLine
from layouts.flow.pieces import HeadingPiece, NotesPiece, SolidPiece, TablePiece, TextPiece
from layouts.flow.slots import Slot
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.text.line_room import Broken

if TYPE_CHECKING:
    from layouts.flow.table_rows import TableRow

TABLE_AIR = 0.165
"""The least air above a table and below it, rows; at the head of a column there is none above."""


class PlacedLine(Struct, frozen=True):
    """A line of a piece, its `number` from 0, in the slot it got; it stands `drop` rows below that
    slot's baseline.
    """

    piece: TextPiece
    broken: Broken
    slot: Slot
    number: int
    drop: float = 0.0

    @property
    def first(self) -> bool:
        """Whether its piece begins with it."""
        return self.number == 0

    @property
    def page(self) -> int:
        """The page of its slot."""
        return self.slot.page

    @property
    def column(self) -> int:
        """The column of its slot."""
        return self.slot.column

    @property
    def row(self) -> int:
        """The row of its slot."""
        return self.slot.row

    @property
    def leads(self) -> bool:
        """Whether it is of a heading."""
        return self.piece.keep_next


class PlacedHeading(Struct, frozen=True):
    """A heading from a row on, over `rows` rows."""

    leads: ClassVar[bool] = True

    piece: HeadingPiece
    page: int
    column: int
    row: int
    rows: int


class PlacedTable(Struct, frozen=True):
    """Some rows of a table from a row of the grid on, under its header or without it; `at_top` at
    the head of a column.

    `caption` is what stands above them.
    """

    leads: ClassVar[bool] = False

    piece: TablePiece
    page: int
    column: int
    row: int
    rows: list[TableRow]
    header: bool = True
    at_top: bool = False
    caption: TableRow | None = None


class PlacedNotes(Struct, frozen=True):
    """Some lines of an article's notes from a row on, over `rows` rows."""

    leads: ClassVar[bool] = False

    piece: NotesPiece
    page: int
    column: int
    row: int
    rows: int
    lines: list[NoteLine]


class PlacedSolid(Struct, frozen=True):
    """A block that draws itself, from a row on, over `rows` rows; `at_top` at the head of a
    column.
    """

    leads: ClassVar[bool] = False

    piece: SolidPiece
    page: int
    column: int
    row: int
    rows: int
    at_top: bool = False


Placed = PlacedLine | PlacedHeading | PlacedTable | PlacedNotes | PlacedSolid | PlacedFloat


def frame_of(item: Placed) -> tuple[int, int]:
    """The page and column something was placed in."""
    return item.page, item.column


def leads(item: Placed) -> bool:
    """Whether it is a heading, which what follows must not leave."""
    return item.leads


def table_height(placed: PlacedTable) -> float:
    """The height of what was placed of a table, points; its caption and header count where they are
    drawn.
    """
    header = placed.piece.block.header_height if placed.header else 0.0
    caption = placed.caption.height if placed.caption else 0.0
    return caption + header + sum(row.height for row in placed.rows)


def table_rows(placed: PlacedTable, grid: Grid) -> int:
    """The rows of the grid a table takes: its height and the least air round it."""
    # n rows offer n leadings, less the line gap under the last of them
    return math.ceil(
        (table_height(placed) + grid.leading - grid.size) / grid.leading
        + _air_round(placed.at_top)
        - EPSILON
    )


def table_room(rows: int, grid: Grid, at_top: bool) -> float:
    """The tallest table that so many rows of the grid take: `table_rows` the other way round."""
    return (rows - _air_round(at_top)) * grid.leading - (grid.leading - grid.size)


def _air_round(at_top: bool) -> float:
    return TABLE_AIR if at_top else 2 * TABLE_AIR
