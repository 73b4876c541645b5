"""Tables: columns as wide as their content asks, cells broken inside them, three-line rules as
books have them (三线表).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Finding
from layouts.flow.notes import Noted
from layouts.flow.setting import Origin, Setter
from layouts.flow.table_numbers import NumberColumn, number_column, number_shift
from layouts.flow.table_widths import LEAST_COLUMN, asked_widths, column_widths, head_parts
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.house.text_style import Align, Style
from layouts.issue.article import Table
from layouts.issue.parts import CAPTION, cells
from layouts.issue.splice import NO_TEXT
from layouts.issue.tables import AUTO, LEFT, covered_parts
from layouts.issue.text import Text
from layouts.messages.setting import TABLE_TOO_WIDE
from layouts.page.item import Box, Rule
from layouts.page.page import Page
from layouts.text.breaking import part_of, shifted
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared

TABLE_AIR = 0.165
"""The least air above a table and below it, rows; at the head of a column there is none above."""


class Cell(Struct):
    """One cell: its text broken to its column, how it stands there, and which of the table's texts
    it is (`layouts.issue.parts`). A number begins `shift` points from the edge of its cell.
    """

    prepared: Prepared
    lines: list[Broken]
    align: Align
    part: int = 0
    shift: float | None = None


class MergedCells(Struct, frozen=True):
    """The merged cells of a table by the numbers of their texts: how many columns those are wide
    that are wider than one, and which cells they cover, where nothing is set.
    """

    wide: Mapping[int, int]
    covered: frozenset[int]


class TableRow(Struct):
    """One row of cells and its height in points, padding included.

    A caption and a note are rows of one cell over all columns (`whole`).
    """

    cells: list[Cell]
    height: float
    whole: bool = False


class TableBlock(Struct):
    """A table ready to be drawn: its header and rows, the left edge and width of each column from
    the column's left edge.

    Its notes are the last of its rows, under its last rule; its caption stands above it where it
    begins. `least_rows` are those of the grid that its beginning takes: caption, header and the
    rows `never_parted`.
    """

    header: TableRow
    rows: list[TableRow]
    lefts: list[float]
    widths: list[float]
    padding: float
    origin: Origin
    caption: TableRow | None = None
    least_rows: int = 1


def table_block(
    table: Table, setter: Setter, article: int, paragraph: int, noted: Noted | None = None
) -> TableBlock:
    """Measure a table: widths shared out by what the cells hold, then every cell broken.

    `noted` counts its notes.
    """
    noted = noted or Noted()
    origin = Origin("table", article, paragraph, table.source)
    head_style, style = setter.style("table-header"), setter.style("table")
    above = table.caption and noted.numbered(table.caption)
    header = _prepared_row(table.header, head_style, table, setter, noted)
    body = [
        _prepared_row(_padded(row, len(header)), style, table, setter, noted) for row in table.rows
    ]
    merged = _merged(table)
    numbers = [
        _numbers(name, column, body, merged)
        for column, name in zip(range(len(header)), table.alignments, strict=False)
    ]
    widths, padding = _widths_and_padding(table, header, body, style, setter, merged, numbers)
    aligns = [
        _align(name, found, style) for name, found in zip(table.alignments, numbers, strict=True)
    ]
    top = _row(header, widths, aligns, setter, padding, 0, merged)
    rows = [
        _row(row, widths, aligns, setter, padding, part * len(header), merged)
        for part, row in enumerate(body, start=1)
    ]
    for column, found in enumerate(numbers):
        if found is not None:
            _align_numbers(rows, column, found, widths[column] - 2 * padding, merged)
    _report_too_high(
        table, ((header, head_style), *((row, style) for row in body)), padding, setter
    )
    over = replace(head_style, align=Align.CENTER)
    caption = (
        _whole(above, over, setter, origin, CAPTION, padding / 2)
        if above and above.string
        else None
    )
    rows += _note_rows(table, style, setter, origin, noted, padding)
    block = TableBlock(
        top, rows, [sum(widths[:k]) for k in range(len(widths))], widths, padding, origin, caption
    )
    _report_caption_too_high(table, block, style, setter)
    block.least_rows = _least_rows(block, setter.layout.grid)
    return block


def _prepared_row(
    texts: Sequence[Text], style: Style, table: Table, setter: Setter, noted: Noted
) -> list[Prepared]:
    return [setter.prepare(noted.numbered(text), style, table.source) for text in texts]


def _numbers(
    name: str, column: int, body: list[list[Prepared]], merged: MergedCells
) -> NumberColumn | None:
    """What a column of numbers takes; None for one of other texts, and one that is to be flush
    left.
    """
    if name == LEFT:
        return None
    count = len(body[0]) if body else 0
    return number_column(
        [
            row[column]
            for first, row in enumerate(body, start=1)
            if first * count + column not in merged.wide
        ]
    )


def _align(name: str, numbers: NumberColumn | None, style: Style) -> Align:
    """How a column's texts stand, its header among them: what nobody says, its content does."""
    if name == AUTO:
        return style.align if numbers is None else Align.CENTER
    return Align(name)


def _align_numbers(
    rows: list[TableRow], column: int, numbers: NumberColumn, room: float, merged: MergedCells
) -> None:
    """Stand the numbers of a column under each other by their points, together where its texts
    stand; not where they have no room or one of them takes several lines.
    """
    cells = [row.cells[column] for row in rows]
    if numbers.width > room + EPSILON or any(len(cell.lines) > 1 for cell in cells):
        return
    for cell in cells:
        if cell.part not in merged.wide:
            spare = room - numbers.width
            begins = spare if cell.align is Align.RIGHT else spare / 2
            cell.shift = begins + number_shift(cell.prepared, numbers)
            cell.align = Align.LEFT


def _widths_and_padding(
    table: Table,
    header: list[Prepared],
    body: list[list[Prepared]],
    style: Style,
    setter: Setter,
    merged: MergedCells,
    numbers: Sequence[NumberColumn | None],
) -> tuple[list[float], float]:
    """The width of each column and what cells stand in at their edges, points; both less than the
    layout's where there are more columns than room.
    """
    column_width = setter.layout.grid.column_width
    padding = setter.layout.table.padding
    least = len(header) * (LEAST_COLUMN * style.size + 2 * padding)
    if least > column_width:
        setter.findings.append(_too_many_columns(table, len(header)))
        padding *= column_width / least
    rows = [header, *body]
    if merged.wide:  # what lies over several columns asks for none of them alone
        nothing = setter.prepare(NO_TEXT, style, table.source)
        rows = [
            [nothing if part in merged.wide else cell for part, cell in enumerate(row, first)]
            for first, row in zip(range(0, len(rows) * len(header), len(header)), rows, strict=True)
        ]
    needed = [0.0 if found is None else found.width for found in numbers]
    widths = column_widths(rows, column_width, padding, style.size, needed)
    if any(width is not None for width in table.widths):
        widths = asked_widths(table.widths, widths, style.size, column_width)
    return widths, padding


def _report_too_high(
    table: Table,
    rows: Iterable[tuple[Sequence[Prepared], Style]],
    padding: float,
    setter: Setter,
) -> None:
    """Report the first row of which not even a line finds room in a column."""
    for texts, style in rows:
        higher = style.leading + padding > setter.layout.grid.area_height
        if higher and any(text.string for text in texts):
            setter.report_overset("".join(text.string for text in texts), table.source)
            return


def _note_rows(
    table: Table, style: Style, setter: Setter, origin: Origin, noted: Noted, padding: float
) -> list[TableRow]:
    """The notes under a table, in the type of captions as large as the cells'."""
    beneath = replace(
        setter.style("caption"), size=style.size, leading=style.leading, align=Align.JUSTIFY
    )
    first = len(cells(table))
    notes = [noted.numbered(text) for text in table.notes]
    return [
        _whole(text, beneath, setter, origin, first + k, 0.0 if k else padding / 2)
        for k, text in enumerate(notes)
    ]


def _report_caption_too_high(table: Table, block: TableBlock, style: Style, setter: Setter) -> None:
    """Report a caption that leaves no room for a row under it and the header."""
    if block.caption is None:
        return
    room = setter.layout.grid.area_height - style.leading - block.padding
    if block.caption.height + block.header.height > room:
        setter.report_overset(block.caption.cells[0].prepared.string, table.source)


def _least_rows(block: TableBlock, grid: Grid) -> int:
    """The rows of the grid that a table's beginning takes: caption, header, and what is never
    parted from them.
    """
    begins = block.header.height + (block.caption.height if block.caption else 0.0)
    begins += sum(row.height for row in block.rows[: never_parted(block.rows)])
    # as `table_rows`, air on both sides: it may stand at mid-column
    return math.ceil((begins - grid.size) / grid.leading + 1 + 2 * TABLE_AIR)


def never_parted(rows: Sequence[TableRow]) -> int:
    """How many of the first rows stand in one column: the first, and the notes of a table that has
    no other.
    """
    return len(rows) if rows and all(row.whole for row in rows[1:]) else min(1, len(rows))


def _whole(
    text: Text, style: Style, setter: Setter, origin: Origin, part: int, air: float
) -> TableRow:
    """A caption or a note over all columns, `air` points between it and the rule."""
    prepared = setter.prepare(text, style, origin.source)
    measure = setter.layout.grid.column_width / style.size
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


MOST_CAPTION = 3
"""Lines of a table's caption, balanced like those of a heading."""


def _too_many_columns(table: Table, count: int) -> Finding:
    return Finding("warning", "table-too-wide", *TABLE_TOO_WIDE(count=count), table.source)


def _padded(row: tuple[Text, ...], count: int) -> list[Text]:
    return [*row[:count], *(Text("") for _ in range(count - len(row)))]


def _merged(table: Table) -> MergedCells:
    columns = len(table.header)
    wide = {
        span.row * columns + span.column: span.columns for span in table.spans if span.columns > 1
    }
    return MergedCells(wide, covered_parts(table))


def _row(
    row: list[Prepared],
    widths: list[float],
    aligns: list[Align],
    setter: Setter,
    padding: float,
    first: int,
    merged: MergedCells,
) -> TableRow:
    cells: list[Cell] = []
    for column, (prepared, align) in enumerate(zip(row, aligns, strict=True)):
        part = first + column
        width = sum(widths[column : column + merged.wide.get(part, 1)])
        measure = (width - 2 * padding) / prepared.style.size
        lines = (
            []
            if part in merged.covered
            else _cell_lines(prepared, measure, setter, part < len(row))
        )
        cells.append(Cell(prepared, lines, Align.CENTER if part in merged.wide else align, part))
    leading = row[0].style.leading if row else 0.0
    tallest = max((len(cell.lines) for cell in cells), default=1)
    # half of the padding stands above the lines, half below
    return TableRow(cells, max(1, tallest) * leading + padding)


def _cell_lines(prepared: Prepared, measure: float, setter: Setter, header: bool) -> list[Broken]:
    """A cell broken to its column; a header ends a line before （ first of all."""
    parts = head_parts(prepared) if header else []
    if len(parts) > 1 and content_width(prepared, 0, len(prepared.string)) > measure:
        return [
            shifted(line, start)
            for start, end in parts
            for line in setter.paragraph(part_of(prepared, start, end), measure)
        ]
    return setter.paragraph(prepared, measure)


def split_row(row: TableRow, room: float, padding: float) -> tuple[TableRow, TableRow] | None:
    """A row too tall for any column, cut between lines: what `room` points hold, and the rest.

    None where not even one line fits.
    """
    leading = max(cell.prepared.style.leading for cell in row.cells)
    count = int((room - padding) // leading)
    if count < 1 or all(len(cell.lines) <= count for cell in row.cells):
        return None
    upper = [Cell(cell.prepared, cell.lines[:count], cell.align, cell.part) for cell in row.cells]
    lower = [Cell(cell.prepared, cell.lines[count:], cell.align, cell.part) for cell in row.cells]
    rest = max(len(cell.lines) for cell in lower)
    return TableRow(upper, count * leading + padding, row.whole), TableRow(
        lower, rest * leading + padding, row.whole
    )


def draw_table(
    block: TableBlock,
    header: bool,
    rows: list[TableRow],
    x: float,
    y: float,
    page: Page,
    setter: Setter,
    *,
    caption: bool = False,
) -> None:
    """Draw some rows, under the header or without it, with the table's top edge at y; notes stand
    under the last rule.
    """
    design = setter.layout.table
    right = x + sum(block.widths)
    if caption and block.caption is not None:
        y = _draw_row(block, block.caption, x, y, page, setter, "table-caption")
    notes = [row for row in rows if row.whole]
    # notes are always the last rows
    rows = rows[: len(rows) - len(notes)]
    bottom = y
    if header or rows:
        page.rules.append(Rule(x, y, right, y, design.outer_rule, design.ink))
    if header:
        if design.header_ground is not None:
            page.boxes.append(Box(x, y, right - x, block.header.height, design.header_ground))
        bottom = _draw_row(block, block.header, x, y, page, setter)
        page.rules.append(Rule(x, bottom, right, bottom, design.rule, design.ink))
    for row in rows:
        bottom = _draw_row(block, row, x, bottom, page, setter)
    if header or rows:
        page.rules.append(Rule(x, bottom, right, bottom, design.outer_rule, design.ink))
    for row in notes:
        bottom = _draw_row(block, row, x, bottom, page, setter, "table-note")


def _draw_row(
    block: TableBlock, row: TableRow, x: float, y: float, page: Page, setter: Setter, role: str = ""
) -> float:
    padding = 0.0 if row.whole else block.padding
    # a caption or note is one cell at the first column's left edge
    for cell, left in zip(row.cells, block.lefts, strict=False):
        style = cell.prepared.style
        spare = row.height - padding - len(cell.lines) * style.leading
        # what is free stands between these and the rule: under a caption, above a note
        above = {"table-caption": 0.0, "table-note": spare}.get(role, spare / 2)
        baseline = (
            y
            + padding / 2
            + above
            + (style.leading - style.size) / 2
            + setter.layout.grid.rise(style.size)
        )
        origin = block.origin._replace(part=cell.part, role=role or block.origin.role)
        for broken in cell.lines:
            inner = x + left + padding + (cell.shift or 0.0)
            setter.draw(page, cell.prepared, broken, inner, baseline, origin, cell.align)
            baseline += style.leading
    return y + row.height
