"""What stands where: lines, headings and parts of tables in the rows of a column; photos are in `photos.py`."""

from __future__ import annotations

import math

from msgspec import Struct

from layouts.flow.photos import PlacedPhoto
from layouts.flow.pieces import HeadingPiece, TablePiece, TextPiece
from layouts.flow.slots import Slot
from layouts.flow.tables import TableRow
from layouts.house.layout import Grid
from layouts.text.breaking import Broken

TABLE_AIR = 0.165
"""The least air above a table and below it, rows; at the head of a column there is none above."""


class PlacedLine(Struct, frozen=True):
    """A line of a piece in the slot it got."""

    piece: TextPiece
    broken: Broken
    slot: Slot
    first: bool


class PlacedHeading(Struct, frozen=True):
    """A heading from a row on, over `rows` rows."""

    piece: HeadingPiece
    page: int
    column: int
    row: int
    rows: int


class PlacedTable(Struct, frozen=True):
    """Some rows of a table from a row of the grid on, under its header or without it; `at_top` at the head of a column."""

    piece: TablePiece
    page: int
    column: int
    row: int
    rows: list[TableRow]
    header: bool = True
    at_top: bool = False


Placed = PlacedLine | PlacedHeading | PlacedTable | PlacedPhoto


def page_of(item: Placed) -> int:
    """The page something was placed on."""
    return item.slot.page if isinstance(item, PlacedLine) else item.page


def frame_of(item: Placed) -> tuple[int, int]:
    """The page and column something was placed in."""
    return (item.slot.page, item.slot.column) if isinstance(item, PlacedLine) else (item.page, item.column)


def leads(item: Placed) -> bool:
    """Whether it is a heading, which what follows must not leave."""
    return isinstance(item, PlacedHeading) or (isinstance(item, PlacedLine) and item.piece.keep_next)


def table_height(placed: PlacedTable) -> float:
    """The height of what was placed of a table, points; its header counts where it is drawn."""
    header = placed.piece.block.header.height if placed.header else 0.0
    return header + sum(row.height for row in placed.rows)


def table_rows(placed: PlacedTable, grid: Grid) -> int:
    """The rows of the grid a table takes: its height and the least air round it."""
    return math.ceil((table_height(placed) + grid.leading - grid.size) / grid.leading + _air_round(placed.at_top) - 1e-6)


def table_room(rows: int, grid: Grid, at_top: bool) -> float:
    """The tallest table that so many rows of the grid take: `table_rows` the other way round."""
    return (rows - _air_round(at_top)) * grid.leading - (grid.leading - grid.size)


def _air_round(at_top: bool) -> float:
    return TABLE_AIR if at_top else 2 * TABLE_AIR
