"""A box taller than a column, in parts: as many of its lines as each column has room for."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.box_lines import BoxLines
from layouts.flow.setting import Setter
from layouts.flow.sidebar import (
    SidebarBlock,
    frame_height,
    in_columns,
    natural_height,
    rows_for,
)
from layouts.flow.slots import Cursor, Frames
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.issue.photo import Side
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.pieces import BoxPiece

LEAST_LINES = 2
"""Lines of a box at either side of a column's end (CLREQ 孤行)."""


class BoxSolid(Struct, frozen=True):
    """A part of a box on rows of its own: level with its neighbours wherever it stands."""

    part: SidebarBlock

    @property
    def rows(self) -> int:
        """The rows it takes."""
        return self.part.rows

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw it, its frame at (left, top)."""
        del at_top
        self.part.draw(page, setter, left, top)


Stand = Callable[[SidebarBlock], None]
"""Stands a part of a box at the cursor, and moves that on."""


def place_box(
    piece: BoxPiece,
    frames: Frames,
    cursor: Cursor,
    stand: Stand,
    noted: Callable[[SidebarBlock], int] | None = None,
) -> None:
    """Place a box over the columns that it needs, from the cursor on; `noted` are the rows that
    notes on words of a part ask for under it.
    """
    done, count, grid = 0, len(piece.lines.lines), frames.grid
    cursor.row = frames.clear_of(cursor)
    while True:
        rows = frames.rows_left(cursor)
        part = box_part(piece.lines, done, rows, grid)
        if part is not None and noted is not None:
            part = _over_its_notes(piece.lines, done, rows, grid, noted) or (
                part if rows == grid.rows else None
            )
        if part is None and rows < grid.rows:
            frames.advance(cursor)
            cursor.row = frames.clear_of(cursor)
            continue
        # where no column holds two lines of it, it stands over its foot: `box_fits` reported it
        part = part or forced_part(piece.lines, done, grid)
        done += sum(map(len, part.columns))
        stand(part)
        if done >= count:
            return
        frames.advance(cursor)
        cursor.row = frames.clear_of(cursor)


def _over_its_notes(
    whole: BoxLines, done: int, rows: int, grid: Grid, noted: Callable[[SidebarBlock], int]
) -> SidebarBlock | None:
    """As much of a box as so many rows hold with the notes on its words; None where that is too
    little to begin with.
    """
    for most in range(rows, 0, -1):
        part = box_part(whole, done, most, grid)
        if part is None or part.rows + noted(part) <= rows:
            return part
    return None


def box_fits(lines: BoxLines, grid: Grid) -> bool:
    """Whether columns hold a box at least in parts."""
    return all(box_part(lines, done, grid.rows, grid) for done in (0, min(1, len(lines.lines))))


def forced_part(whole: BoxLines, done: int, grid: Grid) -> SidebarBlock:
    """The rest of a box that no column has room for."""
    return _part(whole, done, len(whole.lines) - done, grid.rows, grid)


def box_part(whole: BoxLines, done: int, rows: int, grid: Grid) -> SidebarBlock | None:
    """As much of a box, `done` of whose lines stand already, as so many rows hold; None where that
    is too little to begin with.
    """
    if rows < 1:
        return None
    left = len(whole.lines) - done
    # with a line of its text, since its title keeps away from that
    least = _part(whole, done, min(1, left), rows, grid)
    room = frame_height(rows, grid) - natural_height(least)
    if not left:
        return least if room >= -EPSILON else None
    style = whole.lines[done].text.prepared.style
    room += style.size
    per = math.floor((room - style.size) / style.leading + EPSILON) + 1
    take = min(left, max(0, per) * whole.inside.columns)
    if 0 < left - take < LEAST_LINES:
        take = max(0, left - LEAST_LINES)
    if take < min(left, LEAST_LINES):
        return None
    return _part(whole, done, take, rows, grid)


def _part(whole: BoxLines, done: int, take: int, rows: int, grid: Grid) -> SidebarBlock:
    lines = whole.lines[done : done + take]
    closes = done + take == len(whole.lines)
    block = SidebarBlock(
        whole,
        whole.title if done == 0 else (),
        in_columns(lines, whole.inside.columns),
        Side.NONE,
        whole.width,
        rows,
        0,
        whole.clearance,
        opens=done == 0,
        closes=closes,
    )
    needed = rows_for(natural_height(block), grid)
    if needed > rows and take:
        # where the end of a paragraph is kept from a column's head the first is too long
        block.columns = in_columns(lines, whole.inside.columns, evenly=True)
        needed = rows_for(natural_height(block), grid)
    block.rows = needed if closes else max(rows, needed)
    return block
