"""Tables at the head or foot of a page, over some of its columns or all: those that ask for it, and
those too wide for a column. One taller than a page goes on over pages of its own, as does one that
is turned by a quarter (横排转页).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from layouts.flow.apart_boxes import AIR, ApartBox, with_notes_at_foot
from layouts.flow.apart_photos import LEAST_TEXT
from layouts.flow.setting import Setter
from layouts.flow.table_drawing import draw_table
from layouts.flow.table_parting import fitting_rows, rows_that_fit
from layouts.flow.table_rows import TableRow, kept_together, split_row
from layouts.flow.tables import MOST_HEADER, TableBlock
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.issue.photo import PhotoPlace
from layouts.page.item import BoxArea
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.own_notes import NotesApart, OwnNotes


class TablePart(Struct):
    """Some rows of a table under its header, over `rows` rows of the grid; `caption` above them,
    the `notes` on their words under them where the part fills its page.

    On a page turned by a quarter a table that is `alone`, whole on one, stands in the middle.
    """

    block: TableBlock
    header: bool
    part: list[TableRow]
    caption: TableRow | None
    rows: int
    at_foot: bool = False
    alone: bool = False
    notes: OwnNotes | None = None

    @property
    def height(self) -> float:
        """How high it is without notes, points."""
        above = self.caption.height if self.caption else 0.0
        above += self.block.header_height if self.header else 0.0
        return above + sum(row.height for row in self.part)

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw it from the top of its first row on; at the foot of a page down to its last."""
        assert at_top, "tables that stand apart stand level with the columns"  # noqa: S101
        grid = setter.layout.grid
        if self.block.turned:
            self._draw_turned(page, setter, grid)
            return
        spare = self.rows * grid.leading - (grid.leading - grid.size) - self.height
        top += spare if self.at_foot else 0.0
        self._claim(page, left, top, grid.span(self.block.across))
        draw_table(
            self.block, self.header, self.part, left, top, page, setter, caption=self.caption
        )
        if self.notes is not None:
            self.notes.draw_at_foot(page, setter, left)

    def _claim(self, page: Page, left: float, top: float, width: float) -> None:
        """Note where on its page the table stands."""
        origin = self.block.origin
        area = BoxArea(left, top, width, self.height, origin.article, origin.paragraph)
        page.crossed.append(area)

    def _draw_turned(self, page: Page, setter: Setter, grid: Grid) -> None:
        """Turn the page, and draw it in the type area from the left edge of the paper on."""
        page.turned = True
        left = grid.height - grid.top - grid.area_height
        high = self.height + (self.notes.height(setter) if self.notes is not None else 0.0)
        top = grid.left + (max(0.0, grid.area_width - high) / 2 if self.alone else 0.0)
        self._claim(page, left, top, grid.area_height)
        draw_table(
            self.block, self.header, self.part, left, top, page, setter, caption=self.caption
        )
        if self.notes is not None:
            self.notes.draw_under(page, setter, left, top + self.height)


class _PartRoom(NamedTuple):
    """What a part of a table has at most, points; with its `notes`, where it bears any."""

    height: float
    notes: NotesApart | None


def apart_table(
    block: TableBlock, place: PhotoPlace, setter: Setter, notes: NotesApart | None = None
) -> list[ApartBox]:
    """The parts of a table in their order, each for a page: one, where a page holds it with the
    `notes` on its words, where they are to stand there.
    """
    grid = setter.layout.grid
    height = grid.area_width if block.turned else grid.area_height
    header = block.header_height <= MOST_HEADER * height
    rows = list(block.rows) if header else [*block.header, *block.rows]
    if block.turned:
        return [*_turned_pages(block, header, rows, grid, notes)]
    whole = _part(block, header, rows, block.caption, grid)
    below = notes.rows(notes.numbers) if notes else 0
    if whole.rows + AIR + LEAST_TEXT + below <= grid.rows:
        near = place is PhotoPlace.TEXT
        box = _boxed(whole, PhotoPlace.TOP if near else place, grid)
        box.near = near
        return [with_notes_at_foot(box, below, grid)]
    return [*_pages(block, header, rows, grid, notes)]


def _pages(
    block: TableBlock,
    header: bool,
    rows: list[TableRow],
    grid: Grid,
    notes: NotesApart | None,
) -> Iterator[ApartBox]:
    """Parts as tall as pages have room for, the last where text may stand under it."""
    fills = block.across == grid.columns
    most = grid.rows if fills else grid.rows - AIR - LEAST_TEXT
    height = most * grid.leading - (grid.leading - grid.size)
    room = _PartRoom(height, notes.over(grid.area_width) if notes and fills else notes)
    for k, part in enumerate(_parts(block, header, rows, room, grid)):
        below = notes.rows(part.notes.numbers) if notes and part.notes else 0
        place = (
            PhotoPlace.TOP
            if not fills or (not rows and part.rows + AIR + LEAST_TEXT + below <= grid.rows)
            else PhotoPlace.PAGE
        )
        if place is PhotoPlace.TOP:
            # under the text of a column
            part.notes = None
        box = _boxed(part, place, grid)
        box.follows, box.instead = k > 0, None
        yield with_notes_at_foot(box, below, grid) if place is PhotoPlace.TOP else box


def _turned_pages(
    block: TableBlock,
    header: bool,
    rows: list[TableRow],
    grid: Grid,
    notes: NotesApart | None,
) -> Iterator[ApartBox]:
    """Parts that fill pages turned by a quarter, each alone on its page."""
    room = _PartRoom(grid.area_width, notes.over(grid.area_height) if notes else None)
    parts = [*_parts(block, header, rows, room, grid)]
    for k, part in enumerate(parts):
        part.alone = len(parts) == 1
        box = _boxed(part, PhotoPlace.PAGE, grid)
        box.follows = k > 0
        yield box


def _parts(
    block: TableBlock, header: bool, rows: list[TableRow], most: _PartRoom, grid: Grid
) -> Iterator[TablePart]:
    """Parts of a table as tall as so many points hold, the header over each, the caption over the
    first, and over the others that they go on.
    """
    caption = block.caption
    begun = False
    while rows or not begun:
        room = most.height - (caption.height if caption else 0.0)
        room -= block.header_height if header else 0.0
        if most.notes is None:
            yield _part(block, header, _taken(rows, room, block.padding), caption, grid)
        else:
            above = [*([caption] if caption else ()), *(block.header if header else ())]
            taken, own = _taken_over_notes(rows, room, block.padding, above, most.notes)
            part = _part(block, header, taken, caption, grid)
            part.notes = own if own.lines else None
            yield part
        caption, begun = block.continued, True


def _taken(rows: list[TableRow], room: float, padding: float) -> list[TableRow]:
    """Take off the rows that so many points hold, of a taller one what they hold of it."""
    count = rows_that_fit(rows, room)
    if count or not rows:
        taken = rows[:count]
        del rows[:count]
        return taken
    row = rows.pop(0)
    # where not a line fits the row stands whole and runs over: `table_block` reported it
    upper, *rest = split_row(row, room, padding) or (row,)
    rows[:0] = rest
    return [upper]


def _taken_over_notes(
    rows: list[TableRow],
    room: float,
    padding: float,
    above: list[TableRow],
    notes: NotesApart,
) -> tuple[list[TableRow], OwnNotes]:
    """Take off the rows that so many points hold with the notes on their words and on those
    `above` them. A note that no page holds with its row is parted; where none of it has room, it
    stands in columns behind.
    """
    count = _rows_over_notes(rows, room, above, notes)
    taken = rows[:count] if count else _least_taken(rows, room, padding, above, notes)
    del rows[:count]
    numbers = notes.signed([*above, *taken])
    notes.stood(numbers)
    return taken, notes.within(numbers, room - sum(row.height for row in taken))


def _rows_over_notes(
    rows: list[TableRow], room: float, above: list[TableRow], notes: NotesApart
) -> int:
    """How many rows so many points hold with their notes; 0 where not those that must stand
    together.
    """
    ends = {
        rows_that_fit(rows, sum(row.height for row in rows[:most]))
        for most in range(1, fitting_rows(rows, room) + 1)
    }
    parted = 0
    for count in sorted((end for end in ends if not rows[end - 1].keeps_next), reverse=True):
        left = room - sum(row.height for row in rows[:count])
        numbers = notes.signed([*above, *rows[:count]])
        if notes.height(numbers) <= left:
            return parted if parted and _asks_too_much(rows[count:], room, notes) else count
        begun = notes.within(numbers, left).numbers
        parted = parted or (count if len(begun) == len(numbers) else 0)
    return parted


def _asks_too_much(rows: list[TableRow], room: float, notes: NotesApart) -> bool:
    """Whether no page holds the first of some rows, and those it stands together with, with the
    notes on their words.
    """
    first = rows[: next((end for _, end in kept_together(rows)), 0)]
    return sum(row.height for row in first) + notes.height(notes.signed(first)) > room


def _least_taken(
    rows: list[TableRow],
    room: float,
    padding: float,
    above: list[TableRow],
    notes: NotesApart,
) -> list[TableRow]:
    """Take off the least that may stand alone, of a row taller than the page what leaves its notes
    room.
    """
    for count in (next((end for _, end in kept_together(rows)), 0), 1):
        if sum(row.height for row in rows[:count]) <= room:
            taken = rows[:count]
            del rows[:count]
            return taken
    from layouts.flow.own_notes import MOST_NOTES

    asked = notes.height(notes.signed([*above, rows[0]]))
    upper = split_row(rows[0], room - min(asked, MOST_NOTES * room), padding)
    return _taken(rows, upper[0].height if upper else room, padding)


def _part(
    block: TableBlock,
    header: bool,
    rows: list[TableRow],
    caption: TableRow | None,
    grid: Grid,
) -> TablePart:
    part = TablePart(block, header, rows, caption, 0)
    part.rows = math.ceil((part.height + grid.leading - grid.size) / grid.leading - EPSILON)
    return part


def _boxed(part: TablePart, place: PhotoPlace, grid: Grid) -> ApartBox:
    columns = part.block.across
    width = grid.span(columns)
    if place is PhotoPlace.PAGE:
        return ApartBox(part, place, columns, grid.rows, width, is_table=True)
    at_foot = TablePart(part.block, part.header, part.part, part.caption, part.rows, at_foot=True)
    foot = ApartBox(at_foot, PhotoPlace.FOOT, columns, part.rows + AIR, width, is_table=True)
    if place is PhotoPlace.FOOT:
        return foot
    return ApartBox(part, place, columns, part.rows + AIR, width, instead=foot, is_table=True)
