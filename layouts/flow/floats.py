"""What stands in the rows of a column with text round it: photos, and whatever else behaves so."""

from __future__ import annotations

import math
from itertools import chain
from typing import ClassVar, NamedTuple, Protocol

from msgspec import Struct

from layouts.flow.setting import Setter
from layouts.flow.slots import Cursor, Exclusion, Frames, Silhouette
from layouts.geometry import EPSILON, Interval, Polygon, rectangle, subtract
from layouts.issue.photo import Side
from layouts.page.page import Page


class Clearance(NamedTuple):
    """How far text keeps away from each edge of a float, points."""

    left: float
    top: float
    right: float
    foot: float


class FloatBlock(Protocol):
    """A float, sized and ready to be placed.

    Its frame is `width` points wide and takes `rows` of the grid, all that belongs to it included;
    it is due at `line` of its paragraph, counted from 0, on `side` of the column.
    """

    # read-only, so that frozen values may be floats
    @property
    def side(self) -> Side:
        """Where it stands in its column."""
        ...

    @property
    def width(self) -> float:
        """The width of its frame, points."""
        ...

    @property
    def rows(self) -> int:
        """The rows it takes."""
        ...

    @property
    def line(self) -> int:
        """The line of its paragraph at which its top stands."""
        ...

    @property
    def clearance(self) -> Clearance:
        """How far text keeps away from it."""
        ...

    def shape(self, x: float, y: float, leading: float) -> Polygon | Silhouette:
        """What text beside it keeps clear of, its distance included, page coordinates in points;
        its frame stands at (x, y). A silhouette has as many rows as the float.
        """
        ...

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put it on the page, its frame at (x, y)."""
        ...


def framed(block: FloatBlock, x: float, y: float, leading: float) -> Polygon:
    """The shape of a float round whose frame text runs: over all its rows."""
    around = block.clearance
    return rectangle(
        x - around.left, y, block.width + (around.left + around.right), block.rows * leading
    )


class BetweenColumns(Struct, frozen=True):
    """A float that stands in the middle of a gutter, text of both columns beside it."""

    inner: FloatBlock

    @property
    def side(self) -> Side:
        """The side it stands on in the last column, right of which is no gutter."""
        return self.inner.side

    @property
    def width(self) -> float:
        """The width of its frame, points."""
        return self.inner.width

    @property
    def rows(self) -> int:
        """The rows it takes, in both columns."""
        return self.inner.rows

    @property
    def line(self) -> int:
        """The line of its paragraph at which its top stands."""
        return self.inner.line

    @property
    def clearance(self) -> Clearance:
        """How far text keeps away from it."""
        return self.inner.clearance

    def shape(self, x: float, y: float, leading: float) -> Polygon | Silhouette:
        """What text beside it keeps clear of."""
        return self.inner.shape(x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put it on the page, its frame at (x, y)."""
        self.inner.draw(page, setter, x, y)


class PlacedFloat(Struct, frozen=True):
    """A float from a row of a column on, and where its frame stands, page coordinates in points."""

    leads: ClassVar[bool] = False

    block: FloatBlock
    page: int
    column: int
    row: int
    x: float
    y: float


def fits(block: FloatBlock, cursor: Cursor, frames: Frames) -> bool:
    """Whether the float fits the column from the cursor's row on, over no other."""
    end = cursor.row + block.rows
    columns = columns_of(block, cursor, frames)
    if any(end > frames.last_row((cursor.page, column)) for column in columns):
        return False
    return all(
        other.end <= cursor.row or other.first >= end
        for column in columns
        for other in frames.exclusions.get((cursor.page, column), ())
    )


def columns_of(block: FloatBlock, cursor: Cursor, frames: Frames) -> tuple[int, ...]:
    """The columns that a float at the cursor reaches into."""
    return (
        (cursor.column, cursor.column + 1)
        if _is_between(block, cursor, frames)
        else (cursor.column,)
    )


def _is_between(block: FloatBlock, cursor: Cursor, frames: Frames) -> bool:
    """Whether a float stands in the gutter right of the cursor's column; the last column has none:
    there it stands beside the text as any other.
    """
    return isinstance(block, BetweenColumns) and cursor.column + 1 < frames.grid.columns


def fills_rows(block: FloatBlock, frames: Frames) -> bool:
    """Whether no text stands beside the float in its column: it is alone, or leaves only slots too
    narrow for text.
    """
    if block.side is Side.NONE:
        return True
    grid, around = frames.grid, block.clearance
    column = frames.column(0)
    shape = block.shape(_left(block, column), 0.0, grid.leading)
    if isinstance(shape, Silhouette):
        free_stretches = (subtract(column, [taken] if taken else []) for taken in shape.rows)
        return not any(
            frames.holds_text(free, frames.hang if free.right < column.right else 0.0)
            for free in chain.from_iterable(free_stretches)
        )
    free = grid.column_width - block.width
    if isinstance(block, BetweenColumns):
        free = grid.column_width - (block.width - grid.gutter) / 2 - around.left
    elif block.side is Side.BOTH:
        free = (free - (around.left + around.right)) / 2
    else:
        free -= around.right if block.side is Side.LEFT else around.left
    if block.side is Side.RIGHT or isinstance(block, BetweenColumns):
        # text ends at it, and a mark may hang there
        free -= frames.hang
    return math.floor(free / grid.size + EPSILON) < frames.min_slot


def place(block: FloatBlock, cursor: Cursor, frames: Frames) -> tuple[PlacedFloat, Exclusion]:
    """Stand a float in the column with its top at the cursor's row, and say what text must keep
    clear of.
    """
    grid = frames.grid
    column = frames.column(cursor.column)
    x, y = _left(block, column), grid.row_top(cursor.row)
    if _is_between(block, cursor, frames):
        x = column.right + (grid.gutter - block.width) / 2
    if block.side is Side.NONE:
        shape = rectangle(column.left, y, column.width, block.rows * grid.leading)
    else:
        shape = block.shape(x, y, grid.leading)
    return PlacedFloat(block, cursor.page, cursor.column, cursor.row, x, y), Exclusion(
        cursor.row, cursor.row + block.rows, shape
    )


def keep_clear(
    exclusions: dict[tuple[int, int], list[Exclusion]],
    block: FloatBlock,
    cursor: Cursor,
    frames: Frames,
    exclusion: Exclusion,
) -> None:
    """Note what text keeps clear of in every column that a float at the cursor reaches into."""
    for column in columns_of(block, cursor, frames):
        exclusions.setdefault((cursor.page, column), []).append(exclusion)


def _left(block: FloatBlock, column: Interval) -> float:
    if block.side is Side.LEFT:
        return column.left
    if block.side is Side.RIGHT:
        return column.right - block.width
    return column.left + (column.width - block.width) / 2


def draw_float(placed: PlacedFloat, page: Page, setter: Setter) -> None:
    """Put a placed float on its page."""
    placed.block.draw(page, setter, placed.x, placed.y)
