"""Drawing tables: rows, their grounds, and the rules of the layout: three lines (三线表), or a grid
with open sides or closed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from layouts.flow.setting import Origin, Setter
from layouts.flow.table_rows import Cell, TableRow
from layouts.flow.tables import TableBlock
from layouts.house.layout import TableDesign, TableRules
from layouts.page.item import Box, Ink, Rule
from layouts.page.page import Page

PALE = Ink("table-stripe", (0.92, 0.92, 0.92), (0.0, 0.0, 0.0, 0.08))
"""The ground of every second row in a layout that names none and gives headers none."""


def draw_table(
    block: TableBlock,
    header: bool,
    rows: list[TableRow],
    x: float,
    y: float,
    page: Page,
    setter: Setter,
    *,
    caption: TableRow | None = None,
) -> None:
    """Draw some rows, under the header or without it, with the table's top edge at y; notes stand
    under the last rule.
    """
    if caption is not None:
        role = "table-caption" if caption is block.caption else CONTINUED
        _draw_row(block, [caption], 0, x, y, page, setter, role)
        y += caption.height
    notes = [row for row in rows if row.whole]
    # notes are always the last rows
    rows = rows[: len(rows) - len(notes)]
    heads = block.header if header else []
    bottom = y + sum(row.height for row in (*heads, *rows))
    if heads or rows:
        _draw_rows(block, heads, rows, x, y, page, setter)
    for note in notes:
        _draw_row(block, [note], 0, x, bottom, page, setter, "table-note")
        bottom += note.height


CONTINUED = "table-continued"
"""The role of what stands over a table where it goes on: nothing of the manuscript's."""


def _draw_rows(
    block: TableBlock,
    heads: Sequence[TableRow],
    rows: Sequence[TableRow],
    x: float,
    y: float,
    page: Page,
    setter: Setter,
) -> None:
    design = setter.layout.table
    lines = _PartRules(block, [*heads, *rows], x, y, design)
    if heads and design.header_ground is not None:
        height = lines.edges[len(heads)] - y
        page.boxes.append(Box(x, y, lines.right - x, height, design.header_ground))
    if block.zebra:
        ground = design.zebra_ground or design.header_ground or PALE
        page.boxes += lines.stripes(ground)
    for part, first in ((heads, 0), (rows, len(heads))):
        for k in range(len(part)):
            _draw_row(block, part[k:], 0, x, lines.edges[first + k], page, setter)
    page.rules += lines.rules(len(heads))


def _draw_row(
    block: TableBlock,
    rows: Sequence[TableRow],
    number: int,
    x: float,
    y: float,
    page: Page,
    setter: Setter,
    role: str = "",
) -> None:
    """Draw the first of some rows; a cell that goes on stands in the middle of those it covers."""
    row = rows[number]
    padding = 0.0 if row.whole else block.padding
    # a caption or note is one cell at the first column's left edge
    for cell, left in zip(row.cells, block.lefts, strict=False):
        style = cell.prepared.style
        covers = _covered_rows(row, cell, rows) if cell.rows > 1 else rows[:1]
        spare = sum(one.height for one in covers) - padding - len(cell.lines) * style.leading
        # what is free stands between these and the rule: under a caption, above a note
        above = {"table-caption": 0.0, CONTINUED: 0.0, "table-note": spare}.get(role, spare / 2)
        baseline = (
            y
            + padding / 2
            + above
            + (style.leading - style.size) / 2
            + setter.layout.grid.rise(style.size)
        )
        origin = _origin(block, cell, role)
        for broken in cell.lines:
            setter.draw(
                page,
                cell.prepared,
                broken,
                x + left + padding,
                baseline,
                origin,
                cell.align,
                cell.shift,
            )
            baseline += style.leading


def _origin(block: TableBlock, cell: Cell, role: str) -> Origin:
    """What the lines of a cell came from; what the program says came from nothing."""
    if role == CONTINUED:
        return Origin(CONTINUED)
    return block.origin._replace(part=cell.part, role=role or block.origin.role)


def _covered_rows(row: TableRow, cell: Cell, rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows under a cell that stand in the same part of the table."""
    return [one for one in rows if one.index < row.index + cell.rows and not one.whole]


class _PartRules:
    """The rules and grounds of a part of a table whose top left corner stands at `x`, `y`."""

    def __init__(
        self, block: TableBlock, rows: list[TableRow], x: float, y: float, design: TableDesign
    ) -> None:
        self._block = block
        self._rows = rows
        self._x = x
        self._design = design
        self.right = x + sum(block.widths)
        self.edges = [y]
        for row in rows:
            self.edges.append(self.edges[-1] + row.height)
        self._rooms = [*(x + left for left in block.lefts), self.right]

    def stripes(self, ground: Ink) -> Iterator[Box]:
        """The grounds of every second row."""
        for row, top in zip(self._rows, self.edges, strict=False):
            if row.striped:
                yield Box(self._x, top, self.right - self._x, row.height, ground)

    def rules(self, heads: int) -> Iterator[Rule]:
        """All rules; the first `heads` rows are the header's."""
        design = self._design
        top, bottom = self.edges[0], self.edges[-1]
        yield Rule(self._x, top, self.right, top, design.outer_rule, design.ink)
        if design.rules is TableRules.THREE_LINE:
            yield from self._under_wide_heads(heads)
            if heads:
                yield self._across(self.edges[heads])
        else:
            yield from self._grid()
        yield Rule(self._x, bottom, self.right, bottom, design.outer_rule, design.ink)
        if design.rules is TableRules.GRID:
            for side in (self._x, self.right):
                yield Rule(side, top, side, bottom, design.outer_rule, design.ink)

    def _across(self, y: float) -> Rule:
        return Rule(self._x, y, self.right, y, self._design.rule, self._design.ink)

    def _under_wide_heads(self, heads: int) -> Iterator[Rule]:
        """A rule under what heads several columns, as long as they are without their padding."""
        padding = self._block.padding
        for k, row in enumerate(self._rows[:heads]):
            for column, cell in enumerate(row.cells):
                below = k + cell.rows
                if cell.columns > 1 and below < heads:
                    yield Rule(
                        self._rooms[column] + padding,
                        self.edges[below],
                        self._rooms[column + cell.columns] - padding,
                        self.edges[below],
                        self._design.rule,
                        self._design.ink,
                    )

    def _grid(self) -> Iterator[Rule]:
        """The rules between rows and between columns, none through a merged cell."""
        owners = self._owners()
        count = len(self._block.widths)
        for k, (above, below) in enumerate(pairwise(owners), start=1):
            y = self.edges[k]
            for first, last in _runs(count, lambda c, a=above, b=below: a[c] != b[c]):
                yield self._rule(self._rooms[first], y, self._rooms[last], y)
        for column in range(1, count):
            x = self._rooms[column]
            for first, last in _runs(
                len(owners), lambda k, c=column: owners[k][c - 1] != owners[k][c]
            ):
                yield self._rule(x, self.edges[first], x, self.edges[last])

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> Rule:
        return Rule(x0, y0, x1, y1, self._design.rule, self._design.ink)

    def _owners(self) -> list[list[int]]:
        """Which cell each place of the rows belongs to, by the number of its text."""
        owners = [[cell.part for cell in row.cells] for row in self._rows]
        for k, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                for below in owners[k : k + len(_covered_rows(row, cell, self._rows[k:]))]:
                    for at in range(column, min(column + cell.columns, len(below))):
                        if cell.rows * cell.columns > 1:
                            below[at] = cell.part
        return owners


def _runs(count: int, is_in: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """The stretches of 0 to `count` of which all are in."""
    first: int | None = None
    for k in range(count + 1):
        inside = k < count and is_in(k)
        if inside and first is None:
            first = k
        elif not inside and first is not None:
            yield first, k
            first = None
