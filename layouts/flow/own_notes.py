"""Notes of what stands apart from the text (脚注): on the page that a table or photo fills, under
it; the rows that those of others take under the text of a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.notes import (
    AIR,
    ROLE,
    RULE_AIR,
    NoteLine,
    NotesOf,
    draw_lines,
    first_baseline,
    foot_sign,
    height,
    rows_of,
    set_note,
)
from layouts.flow.setting import Setter
from layouts.flow.table_rows import TableRow
from layouts.page.page import Page

MOST_NOTES = 0.5
"""Of a page that a photo or a row of a table fills alone, what the notes on its words take at most:
longer ones are parted.
"""

MOST_BESIDE = 0.25
"""Of a column in which a photo or box stands, what the notes on its words take at most."""


class OwnNotes(Struct, frozen=True):
    """The notes `numbers` as lines on the page of their signs; `rest` is what of the last finds no
    room there and goes on in columns.
    """

    numbers: tuple[int, ...]
    lines: list[NoteLine]
    rest: list[NoteLine]

    def height(self, setter: Setter) -> float:
        """What they take under something, points."""
        above = AIR * setter.layout.grid.size if self.lines else 0.0
        return above + height(len(self.lines), setter.style(ROLE))

    def rows(self, setter: Setter) -> int:
        """The rows of the grid they take at the foot of the page."""
        return rows_of(len(self.lines), setter.style(ROLE), setter.layout.grid)

    def draw_under(self, page: Page, setter: Setter, left: float, bottom: float) -> None:
        """Draw them under something that ends at `bottom`."""
        grid, style = setter.layout.grid, setter.style(ROLE)
        y = bottom + AIR * grid.size
        baseline = y + RULE_AIR * style.size + grid.rise(style.size)
        draw_lines(self.lines, style, baseline, left, page, setter)

    def draw_at_foot(self, page: Page, setter: Setter, left: float) -> None:
        """Draw them at the foot of the page."""
        grid, style = setter.layout.grid, setter.style(ROLE)
        baseline = first_baseline(len(self.lines), grid.rows, style, grid)
        draw_lines(self.lines, style, baseline, left, page, setter)


class NotesApart:
    """The notes from number `first` on, whose signs something bears that stands apart; each is set
    over `width` points.
    """

    def __init__(self, of: NotesOf, first: int, width: float) -> None:
        self._of = of
        self._width = width
        self._grid = of.setter.layout.grid
        self._style = of.setter.style(ROLE)
        self.numbers = range(first, len(of.noted.texts))
        self._of_sign = {foot_sign(number + 1): number for number in self.numbers}
        self._begun: set[int] = set()

    def over(self, width: float) -> NotesApart:
        """The same notes over another width."""
        return NotesApart(self._of, self.numbers.start, width)

    def rows(self, numbers: Iterable[int]) -> int:
        """The rows of the grid that notes take at the foot."""
        return rows_of(self._count(numbers), self._style, self._grid)

    def height(self, numbers: Iterable[int]) -> float:
        """What notes take under something, points."""
        return self._height(self._count(numbers))

    def on_page_of_photo(self, width: float = 0.0) -> OwnNotes:
        """Those on the words of a photo that fills a page, over so many points or all of it: it
        leaves them `MOST_NOTES` of its page at most.
        """
        most = int(MOST_NOTES * self._grid.rows)
        over = self.over(width or self._grid.area_width)
        return over.within(self.numbers, 0.0, rows=most)

    def rows_in_column(self) -> int:
        """The rows that a photo or box in a column, or at its head or foot, leaves for them there:
        for longer ones, which are parted, `MOST_BESIDE` of the page.
        """
        return min(self.rows(self.numbers), int(MOST_BESIDE * self._grid.rows))

    def signed(self, rows: Sequence[TableRow]) -> list[int]:
        """The notes whose signs some rows of a table bear and none before them."""
        found: list[int] = []
        for cell in (cell for row in rows for cell in row.cells):
            for put in cell.prepared.puts:
                number = self._of_sign.get(cell.prepared.string[put.start : put.end])
                shown = any(line.start <= put.start < line.end for line in cell.lines)
                if put.note and shown and number is not None and number not in self._begun:
                    found.append(number)
        return [*dict.fromkeys(found)]

    def stood(self, numbers: Iterable[int]) -> None:
        """Notes stand: their signs, repeated in a header, ask for none again."""
        self._begun.update(numbers)

    def within(self, numbers: Sequence[int], room: float, *, rows: int | None = None) -> OwnNotes:
        """What of some notes has room in so many points, or `rows` of the grid; of one that is
        parted two lines at least on either side.
        """
        most = 0
        while self._fits(most + 1, room, rows):
            most += 1
        lines: list[NoteLine] = []
        for k, number in enumerate(numbers):
            whole = self._set(number)
            left = most - len(lines)
            if len(whole) <= left:
                lines += whole
                continue
            size = min(left, len(whole) - WIDOW)
            if size < ORPHAN:
                return OwnNotes(tuple(numbers[:k]), lines, [])
            parted = set_note(self._of, number, self._width, size)
            return OwnNotes(tuple(numbers[: k + 1]), lines + parted[:size], parted[size:])
        return OwnNotes(tuple(numbers), lines, [])

    def _fits(self, count: int, room: float, rows: int | None) -> bool:
        if rows is not None:
            return rows_of(count, self._style, self._grid) <= rows
        return self._height(count) <= room

    def _height(self, count: int) -> float:
        return AIR * self._grid.size + height(count, self._style) if count else 0.0

    def _count(self, numbers: Iterable[int]) -> int:
        return sum(len(self._set(number)) for number in numbers)

    def _set(self, number: int) -> list[NoteLine]:
        return set_note(self._of, number, self._width)
