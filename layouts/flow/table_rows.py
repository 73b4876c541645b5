"""Rows of tables: cells broken to their columns, those over several rows or columns, rows that
stand together, and a row cut where no column holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.setting import Setter
from layouts.flow.table_widths import head_parts
from layouts.house.text_style import Align
from layouts.issue.article import CellSpan, Table
from layouts.issue.tables import covered_parts
from layouts.text.breaking import part_of, shifted
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared


class Cell(Struct):
    """One cell: its text broken to its columns, how it stands there, and which of the table's texts
    it is (`layouts.issue.parts`). A number begins `shift` points from the edge of its cell.

    It covers so many `rows` and `columns`; `covered` is one that another covers, without words.
    """

    prepared: Prepared
    lines: list[Broken]
    align: Align
    part: int = 0
    shift: float = 0.0
    rows: int = 1
    columns: int = 1
    covered: bool = False

    @property
    def height(self) -> float:
        """The height of its lines, points."""
        return len(self.lines) * self.prepared.style.leading


class TableRow(Struct):
    """One row of cells and its height in points, padding included; `index` counts from the first
    row of the header.

    A caption and a note are rows of one cell over all columns (`whole`). Where a cell stands over
    this row and the next, both stand in one column (`keeps_next`). `striped` rows have a ground
    where the table has any.
    """

    cells: list[Cell]
    height: float
    whole: bool = False
    index: int = 0
    keeps_next: bool = False
    striped: bool = False


class MergedCells(Struct, frozen=True):
    """The merged cells of a table by the numbers of their texts, and which cells they cover, where
    nothing is set.
    """

    spans: Mapping[int, CellSpan]
    covered: frozenset[int]

    def is_wide(self, part: int) -> bool:
        """Whether a cell lies over several columns."""
        span = self.spans.get(part)
        return span is not None and span.columns > 1


def merged_cells(table: Table) -> MergedCells:
    """The merged cells of a table. What begins in its header ends there."""
    columns = len(table.header)
    spans = {
        span.row * columns + span.column: span._replace(
            rows=min(span.rows, table.header_rows - span.row)
        )
        if span.row < table.header_rows
        else span
        for span in table.spans
    }
    return MergedCells(spans, covered_parts(table))


class TableColumns(Struct):
    """The columns of a table: width and alignment of each, points; `padding` at their edges.

    `own` are the alignments of single cells by the numbers of their texts.
    """

    widths: list[float]
    aligns: list[Align]
    padding: float
    own: Mapping[int, Align]


def table_row(
    index: int,
    row: Sequence[Prepared],
    columns: TableColumns,
    merged: MergedCells,
    setter: Setter,
    *,
    header: bool,
) -> TableRow:
    """Break the cells of a row; what stands over several rows does not count for its height."""
    cells = [
        _cell(column, index * len(row) + column, prepared, columns, merged, setter, header)
        for column, prepared in enumerate(row)
    ]
    leading = row[0].style.leading if row else 0.0
    tallest = max((cell.height for cell in cells if cell.rows == 1), default=0.0)
    # half of the padding stands above the lines, half below
    return TableRow(cells, max(leading, tallest) + columns.padding, index=index)


def _cell(
    column: int,
    part: int,
    prepared: Prepared,
    columns: TableColumns,
    merged: MergedCells,
    setter: Setter,
    header: bool,
) -> Cell:
    span = merged.spans.get(part)
    rows, wide = (span.rows, span.columns) if span is not None else (1, 1)
    align = columns.own.get(part) or (Align.CENTER if wide > 1 else columns.aligns[column])
    if part in merged.covered:
        return Cell(prepared, [], align, part, covered=True)
    room = sum(columns.widths[column : column + wide]) - 2 * columns.padding
    lines = _lines(prepared, room / prepared.style.size, setter, header)
    return Cell(prepared, lines, align, part, rows=rows, columns=wide)


def _lines(prepared: Prepared, measure: float, setter: Setter, header: bool) -> list[Broken]:
    """A cell broken to its column; a header ends a line before （ first of all."""
    parts = head_parts(prepared) if header else []
    if len(parts) > 1 and content_width(prepared, 0, len(prepared.string)) > measure:
        return [
            shifted(line, start)
            for start, end in parts
            for line in setter.paragraph(part_of(prepared, start, end), measure)
        ]
    return setter.paragraph(prepared, measure)


def stand_over_rows(rows: Sequence[TableRow], most: float, padding: float) -> None:
    """Give rows under cells that stand over several the height those ask for, and keep them
    together; rows of more than `most` points are parted, and the first of them takes the cell.
    """
    over = [
        (k, min(k + cell.rows, len(rows)), cell.height + padding)
        for k, row in enumerate(rows)
        for cell in row.cells
        if cell.rows > 1
    ]
    heights = [row.height for row in rows]
    for k, end, height in sorted(over, key=lambda found: found[1]):
        heights[end - 1] += max(0.0, height - sum(heights[k:end]))
        for row in rows[k : end - 1]:
            row.keeps_next = True
    for begin, end in kept_together(rows):
        if sum(heights[begin:end]) <= most:
            for row, height in zip(rows[begin:end], heights[begin:end], strict=True):
                row.height = height
            continue
        for row in rows[begin:end]:
            row.keeps_next = False
        for k, _, height in over:
            if begin <= k < end:
                rows[k].height = max(rows[k].height, height)
    for number, (begin, end) in enumerate(kept_together(rows)):
        for row in rows[begin:end]:
            row.striped = number % 2 == 1


def kept_together(rows: Sequence[TableRow]) -> Iterator[tuple[int, int]]:
    """The first row of each that stand in one column, and the row after the last."""
    begin = 0
    for k, row in enumerate(rows):
        if not row.keeps_next or k == len(rows) - 1:
            yield begin, k + 1
            begin = k + 1


def split_row(row: TableRow, room: float, padding: float) -> tuple[TableRow, TableRow] | None:
    """A row too tall for any column, cut between lines: what `room` points hold, and the rest.

    None where not even one line fits.
    """
    leading = max(cell.prepared.style.leading for cell in row.cells)
    count = int((room - padding) // leading)
    if count < 1 or all(len(cell.lines) <= count for cell in row.cells):
        return None
    upper = [replace(cell, lines=cell.lines[:count]) for cell in row.cells]
    lower = [replace(cell, lines=cell.lines[count:]) for cell in row.cells]
    rest = max(len(cell.lines) for cell in lower)
    return (
        replace(row, cells=upper, height=count * leading + padding),
        replace(row, cells=lower, height=rest * leading + padding),
    )
