"""Tables: columns as wide as their content asks, cells broken inside them, what stands above and
below them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Finding
from layouts.flow.notes import Noted
from layouts.flow.placed import TABLE_AIR
from layouts.flow.setting import Origin, Setter
from layouts.flow.table_numbers import NumberColumn, number_column, number_shift
from layouts.flow.table_parting import never_parted
from layouts.flow.table_rows import (
    Cell,
    TableColumns,
    TableRow,
    merged_cells,
    stand_over_rows,
    table_row,
)
from layouts.flow.table_widths import (
    LEAST_COLUMN,
    SHORT,
    asked_widths,
    column_widths,
    columns_across,
    wanted_width,
)
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.house.text_style import Align, Style
from layouts.issue.article import Table
from layouts.issue.parts import CAPTION, cells
from layouts.issue.splice import NO_TEXT
from layouts.issue.tables import AUTO, LEFT, rows_of
from layouts.issue.text import Text
from layouts.messages.setting import TABLE_TOO_WIDE, TABLE_TOO_WIDE_UPRIGHT
from layouts.text.prepare import Prepared

MOST_HEADER = 0.5
"""The most of a column that a table's header takes in each it goes on in; a taller one stands over
the first rows alone, as one of them. Rows under one cell that take more are parted.
"""

MOST_CAPTION = 3
"""Lines of a table's caption, balanced like those of a heading."""


class TableBlock(Struct):
    """A table ready to be drawn: its header and rows, the left edge and width of each column from
    the column's left edge.

    Its notes are the last of its rows, under its last rule; its caption stands above it where it
    begins, `continued` where it goes on. `least_rows` are those of the grid that its beginning
    takes: caption, header and the rows `never_parted`, which may be all (not `parted`). `zebra`
    says whether every second row has a ground. It goes `across` so many columns of the page, apart
    from the text; 0 in the text. One that is `turned` fills pages turned by a quarter.
    """

    header: list[TableRow]
    rows: list[TableRow]
    lefts: list[float]
    widths: list[float]
    padding: float
    origin: Origin
    caption: TableRow | None = None
    continued: TableRow | None = None
    least_rows: int = 1
    parted: bool = True
    zebra: bool = False
    across: int = 0
    turned: bool = False

    @property
    def header_height(self) -> float:
        """The height of all rows of the header, points."""
        return sum(row.height for row in self.header)


def table_block(
    table: Table, setter: Setter, article: int, paragraph: int, noted: Noted | None = None
) -> TableBlock:
    """Measure a table: widths shared out by what the cells hold, then every cell broken.

    `noted` counts its notes.
    """
    return _TableMaker(table, setter, article, paragraph, noted or Noted()).block()


class _TableMaker:
    """Measures one table."""

    def __init__(
        self, table: Table, setter: Setter, article: int, paragraph: int, noted: Noted
    ) -> None:
        self._table = table
        self._setter = setter
        self._noted = noted
        self._origin = Origin("table", article, paragraph, table.source)
        self._head_style, self._style = setter.style("table-header"), setter.style("table")
        grid = setter.layout.grid
        self._across = columns_across(table, grid)
        # of a page that is turned the type area is as wide as it is high otherwise
        self._measure = grid.area_height if table.turned else grid.span(max(1, self._across))
        self._height = grid.area_width if table.turned else grid.area_height
        self._merged = merged_cells(table)

    def block(self) -> TableBlock:
        """The table, measured."""
        table, setter = self._table, self._setter
        # notes are counted in reading order
        above = table.caption and self._noted.numbered(table.caption)
        rows = [self._prepared(k, row) for k, row in enumerate(rows_of(table))]
        heads, body = rows[: table.header_rows], rows[table.header_rows :]
        columns, numbers = self._columns(heads, body)
        made = [
            table_row(k, row, columns, self._merged, setter, header=k < len(heads))
            for k, row in enumerate(rows)
        ]
        top, rest = made[: len(heads)], made[len(heads) :]
        for column, found in enumerate(numbers):
            if found is not None:
                self._align_numbers(rest, column, found, columns)
        self._report_too_high(rows, columns.padding)
        stand_over_rows(top, math.inf, columns.padding)
        block = TableBlock(
            top,
            rest,
            [sum(columns.widths[:k]) for k in range(len(columns.widths))],
            columns.widths,
            columns.padding,
            self._origin,
            zebra=setter.layout.table.zebra if table.zebra is None else table.zebra,
            across=self._across,
            turned=table.turned,
        )
        if above and above.string:
            self._put_above(block, above)
        together = _most_together(block, self._height, setter.layout.grid.leading)
        stand_over_rows(rest, together, columns.padding)
        rest += self._words_below(columns.padding)
        self._report_caption_too_high(block)
        if not table.turned:
            _begin(block, setter.layout.grid)
        return block

    def _prepared(self, row: int, texts: Sequence[Text]) -> list[Prepared]:
        table = self._table
        return [
            self._setter.prepare(
                self._noted.numbered(text),
                self._head_style
                if row < table.header_rows or column < table.header_columns
                else self._style,
                table.source,
            )
            for column, text in enumerate(texts)
        ]

    # -- columns -----------------------------------------------------------------------------------

    def _columns(
        self, heads: list[list[Prepared]], body: list[list[Prepared]]
    ) -> tuple[TableColumns, list[NumberColumn | None]]:
        """The columns, and what the numbers of each take."""
        table = self._table
        own = {
            one.row * len(table.header) + one.column: Align(one.alignment)
            for one in table.own_alignments
        }
        numbers = [self._numbers(k, name, body, own) for k, name in enumerate(table.alignments)]
        self._go_across_where_too_wide(heads, body, numbers)
        widths, padding = self._widths_and_padding(heads, body, numbers)
        aligns = [
            self._align(k, name, [row[k] for row in body], numbers[k])
            for k, name in enumerate(table.alignments)
        ]
        return TableColumns(widths, aligns, padding, own), numbers

    def _numbers(
        self, column: int, name: str, body: list[list[Prepared]], own: dict[int, Align]
    ) -> NumberColumn | None:
        """What a column of numbers takes; None for one of other texts, and one that is to be flush
        left.
        """
        count, first = len(self._table.header), len(self._table.header) * self._table.header_rows
        parts = range(first + column, first + count * len(body), count)
        return (
            number_column(
                [
                    row[column]
                    for part, row in zip(parts, body, strict=True)
                    if not self._merged.is_wide(part) and part not in own
                ]
            )
            if name != LEFT
            else None
        )

    def _align(
        self, column: int, name: str, texts: list[Prepared], numbers: NumberColumn | None
    ) -> Align:
        """How a column's texts stand, its header among them: what nobody says, its content does."""
        if name != AUTO:
            return Align(name)
        if numbers is not None:
            return Align.CENTER
        is_short = column > 0 and all(len(text.string) <= SHORT for text in texts)
        return self._setter.layout.table.short if is_short else self._style.align

    def _align_numbers(
        self, rows: list[TableRow], column: int, numbers: NumberColumn, columns: TableColumns
    ) -> None:
        """Stand the numbers of a column under each other by their points, together where its texts
        stand; not where they have no room or one of them takes several lines.
        """
        own = columns.own
        room = columns.widths[column] - 2 * columns.padding
        found = [
            cell
            for cell in (row.cells[column] for row in rows)
            if not self._merged.is_wide(cell.part) and cell.part not in own
        ]
        if numbers.width > room + EPSILON or any(len(cell.lines) > 1 for cell in found):
            return
        for cell in found:
            spare = room - numbers.width
            begins = spare if cell.align is Align.RIGHT else spare / 2
            cell.shift = begins + number_shift(cell.prepared, numbers)
            cell.align = Align.LEFT

    def _go_across_where_too_wide(
        self,
        heads: list[list[Prepared]],
        body: list[list[Prepared]],
        numbers: Sequence[NumberColumn | None],
    ) -> None:
        """A table that its column is too narrow for goes across as many as it asks for."""
        grid = self._setter.layout.grid
        if self._across or grid.columns == 1:
            return
        needed = [0.0 if found is None else found.width for found in numbers]
        heads, body = self._asking(heads), self._asking(body)
        padding, size = self._setter.layout.table.padding, self._style.size
        wanted = wanted_width(heads, body, padding, size, needed, self._table.widths)
        if wanted > self._measure:
            enough = (n for n in range(2, grid.columns) if wanted <= grid.span(n))
            self._across = next(enough, grid.columns)
            self._measure = grid.span(self._across)

    def _widths_and_padding(
        self,
        heads: list[list[Prepared]],
        body: list[list[Prepared]],
        numbers: Sequence[NumberColumn | None],
    ) -> tuple[list[float], float]:
        """The width of each column and what cells stand in at their edges, points; both less than
        the layout's where there are more columns than room.
        """
        table, size = self._table, self._style.size
        padding = self._setter.layout.table.padding
        count = len(table.header)
        least = count * (LEAST_COLUMN * size + 2 * padding)
        if least > self._measure:
            self._setter.findings.append(_too_many_columns(table, count))
            padding *= self._measure / least
        needed = [0.0 if found is None else found.width for found in numbers]
        rows = self._asking([*heads, *body])
        split = len(heads)
        shared = column_widths(rows[:split], rows[split:], self._measure, padding, size, needed)
        if not shared.fits and least <= self._measure:
            self._setter.findings.append(_too_many_columns(table, count))
        if any(width is not None for width in table.widths):
            return asked_widths(table.widths, shared, size, self._measure), padding
        return shared.widths, padding

    def _asking(self, rows: list[list[Prepared]]) -> list[list[Prepared]]:
        """The cells that ask for a width: what lies over several columns does of none alone."""
        if not any(map(self._merged.is_wide, self._merged.spans)):
            return rows
        nothing = self._setter.prepare(NO_TEXT, self._style, self._table.source)
        count = len(self._table.header)
        return [
            [
                nothing if self._merged.is_wide(part) else cell
                for part, cell in enumerate(row, k * count)
            ]
            for k, row in enumerate(rows)
        ]

    # -- above and below ---------------------------------------------------------------------------

    def _put_above(self, block: TableBlock, caption: Text) -> None:
        over = replace(self._head_style, align=Align.CENTER)
        air = block.padding / 2
        block.caption = self._whole(caption, over, CAPTION, air)
        # said by the program: nothing of the manuscript's stands in it
        block.continued = self._whole(Text(continued_caption(caption.string)), over, CAPTION, air)

    def _words_below(self, padding: float) -> list[TableRow]:
        """The notes under a table and where it is from, in the type of captions as large as the
        cells'.
        """
        table, style = self._table, self._style
        beneath = replace(
            self._setter.style("caption"),
            size=style.size,
            leading=style.leading,
            align=Align.JUSTIFY,
        )
        first = len(cells(table))
        said = [*table.notes, *(() if table.data_source is None else (table.data_source,))]
        return [
            self._whole(self._noted.numbered(text), beneath, first + k, 0.0 if k else padding / 2)
            for k, text in enumerate(said)
        ]

    def _whole(self, text: Text, style: Style, part: int, air: float) -> TableRow:
        """A caption or a note over all columns, `air` points between it and the rule."""
        setter = self._setter
        prepared = setter.prepare(text, style, self._origin.source)
        measure = self._measure / style.size
        lines = (
            setter.heading(prepared, measure, MOST_CAPTION)
            if style.align is Align.CENTER
            else setter.paragraph(prepared, measure)
        )
        return TableRow(
            [Cell(prepared, lines, style.align, part)],
            max(1, len(lines)) * style.leading + air,
            whole=True,
        )

    # -- what does not fit -------------------------------------------------------------------------

    def _report_too_high(self, rows: Iterable[Sequence[Prepared]], padding: float) -> None:
        """Report the first row of which not even a line finds room in a column."""
        room = self._height - padding
        for texts in rows:
            leading = max((text.style.leading for text in texts), default=0.0)
            if leading > room and any(text.string for text in texts):
                string = "".join(text.string for text in texts)
                self._setter.report_overset(string, self._table.source)
                return

    def _report_caption_too_high(self, block: TableBlock) -> None:
        """Report a caption that leaves no room for a row under it and the header."""
        if block.caption is None:
            return
        room = self._height - self._style.leading - block.padding
        if block.caption.height + block.header_height > room:
            self._setter.report_overset(block.caption.cells[0].prepared.string, self._table.source)


def continued_caption(caption: str) -> str:
    """What stands above a table where it goes on: 续表 with its number and its name."""
    name = " ".join(caption.split("\u2028"))
    return f"续{name}" if name.startswith("表") else f"续表　{name}"


def _most_together(block: TableBlock, height: float, leading: float) -> float:
    """The height of rows that stand together under one cell, points: part of the `height` of a
    column at most, and no more than its header and caption leave.
    """
    whole = height - 2 * leading
    above = max((row.height for row in (block.caption, block.continued) if row), default=0.0)
    if block.header_height <= MOST_HEADER * height:
        above += block.header_height
    return min(MOST_HEADER * height, whole - above)


def _begin(block: TableBlock, grid: Grid) -> None:
    """Note what of a table its beginning has, caption and header with the rows never parted from
    them, and the rows of the grid it takes.
    """
    # as `table_rows`, air on both sides: it may stand at mid-column
    air = 1 + 2 * TABLE_AIR
    above = block.header_height + (block.caption.height if block.caption else 0.0)
    room = (grid.rows - air) * grid.leading + grid.size
    begins = never_parted(block.rows, room - above)
    height = above + sum(row.height for row in block.rows[:begins])
    block.least_rows = math.ceil((height - grid.size) / grid.leading + air)
    block.parted = begins < len(block.rows)


def _too_many_columns(table: Table, count: int) -> Finding:
    """What is said of a table too wide for its measure: one that stands upright could be turned."""
    said, fix = (TABLE_TOO_WIDE, "") if table.turned else (TABLE_TOO_WIDE_UPRIGHT, TURN)
    return Finding("warning", "table-too-wide", *said(count=count), table.source, fix=fix)


TURN = "turn-table"
"""The fix that stands a table on pages turned by a quarter."""
