"""Tables: put in, rows and columns added and taken out, cells merged and split, filled.

Places are those of a cell (`layouts.issue.parts`): every edit but `insert_table` raises LookupError
for any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from msgspec.structs import replace

from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.blocks import next_in_flow
from layouts.issue.edits.blocks import remove_block
from layouts.issue.edits.cell_area import CellPlace, area_around, columns_in, meet, rows_in
from layouts.issue.edits.edited import NEW, Edited, TextEdited
from layouts.issue.edits.reading import rank
from layouts.issue.edits.tree import article_of, block_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.parts import cells
from layouts.issue.places import Place
from layouts.issue.size import WIDEST
from layouts.issue.splice import NO_TEXT, concat
from layouts.issue.tables import (
    AUTO,
    fitting_heads,
    fitting_spans,
    rows_of,
    span_at,
)
from layouts.issue.text import LINE_BREAK, Text

Item = TypeVar("Item")


def table_of(issue: Issue, place: Place) -> Table:
    """The table at or around a place; LookupError where there is none."""
    block = None if place.block is None or place.block < 0 else block_of(issue, place)
    if isinstance(block, Table):
        return block
    raise LookupError(f"{place} is no table")


def is_cell(issue: Issue, place: Place) -> bool:
    """Whether a text stands in a cell of a table, not in its caption or a note."""
    if place.article is None or place.block is None or place.block < 0:
        return False
    block = block_of(issue, place)
    return isinstance(block, Table) and 0 <= place.part < len(cells(block))


def cell_of(issue: Issue, place: Place) -> tuple[Table, CellPlace]:
    """The table at a place and the cell there: the first for a caption, the last for a note."""
    table = table_of(issue, place)
    columns = len(table.header)
    last = columns * (len(table.rows) + 1) - 1
    return table, CellPlace(*divmod(max(0, min(place.part, last)), columns))


def cell_place(place: Place, table: Table, cell: CellPlace) -> Place:
    """The place of a cell of the table at a place."""
    return place._replace(part=cell.row * len(table.header) + cell.column)


def insert_table(issue: Issue, place: Place, rows: int, columns: int) -> TextEdited:
    """Put an empty table below the block at a place, the caret in its first cell; `rows` counts the
    header.

    ValueError for less than a header and a row, or more columns than a table may have.
    """
    if rows < 2 or not 1 <= columns <= WIDEST:
        raise ValueError(f"no table of {rows} rows and {columns} columns")
    empty = (NO_TEXT,) * columns
    return put_table(issue, place, Table(empty, (empty,) * (rows - 1), (AUTO,) * columns, NEW))


def put_table(issue: Issue, place: Place, table: Table) -> TextEdited:
    """Put a table below the block at a place, the caret in its first cell."""
    blocks = article_of(issue, place).blocks
    at = min(rank(place), len(blocks) - 1)
    # below the paragraph that a photo stands beside; below a title at the head
    index = min(next_in_flow(blocks, at) + 1, len(blocks)) if at >= 0 else 0
    put = with_blocks(issue, place, (*blocks[:index], table, *blocks[index:]))
    return TextEdited(put, place._replace(block=index, part=0), 0)


# -- rows and columns ------------------------------------------------------------------------------


def add_row(issue: Issue, place: Place, *, below: bool) -> TextEdited:
    """An empty row above or below that of a cell, the caret in it; what is merged over the place
    grows by it.
    """
    table, (row, column) = cell_of(issue, place)
    at = row + below
    rows = rows_of(table)
    empty = (NO_TEXT,) * len(table.header)
    spans = (_grown(span, at, rows=True) for span in table.spans)
    made = replace(
        _table(table, (*rows[:at], empty, *rows[at:]), spans),
        header_rows=table.header_rows + (at < table.header_rows),
        own_alignments=_moved(table, lambda own: own._replace(row=own.row + (own.row >= at))),
    )
    return _put(issue, place, made, CellPlace(at, column))


def add_column(issue: Issue, place: Place, *, after: bool) -> TextEdited:
    """An empty column before or after that of a cell, aligned as that is, the caret in it.

    The same issue where a table has no room for one more.
    """
    table, (row, column) = cell_of(issue, place)
    if len(table.header) >= WIDEST:
        return TextEdited(issue, place, 0)
    at = column + after
    spans = (_grown(span, at, rows=False) for span in table.spans)
    rows = [(*texts[:at], NO_TEXT, *texts[at:]) for texts in rows_of(table)]
    aligned = table.alignments[column] if column < len(table.alignments) else AUTO
    made = replace(
        _table(table, rows, spans),
        alignments=_with(table.alignments, at, aligned),
        widths=_with(table.widths, at, None) if table.widths else (),
        header_columns=table.header_columns + (at < table.header_columns),
        own_alignments=_moved(
            table, lambda own: own._replace(column=own.column + (own.column >= at))
        ),
    )
    return _put(issue, place, made, CellPlace(row, at))


def remove_row(issue: Issue, place: Place) -> Edited:
    """Take the row of a cell out; the first of a merged cell leaves its words to the next. The row
    below a header becomes the header, and with its last row a table goes.
    """
    table, (row, column) = cell_of(issue, place)
    rows = list(rows_of(table))
    if len(rows) == 1:
        return remove_block(issue, place._replace(part=0))
    for span in table.spans:
        if span.row == row and span.rows > 1:
            rows[row + 1] = _with_cell(rows[row + 1], span.column, rows[row][span.column])
    spans = (_shrunk(span, row, rows=True) for span in table.spans)
    made = replace(
        _table(table, (*rows[:row], *rows[row + 1 :]), spans),
        header_rows=fitting_heads(table.header_rows - (row < table.header_rows), len(rows) - 1, 1),
        own_alignments=_moved(
            table,
            lambda own: None if own.row == row else own._replace(row=own.row - (own.row > row)),
        ),
    )
    return _as_edited(_put(issue, place, made, CellPlace(min(row, len(rows) - 2), column)))


def remove_column(issue: Issue, place: Place) -> Edited:
    """Take the column of a cell out, as `remove_row` does; with its last column a table goes."""
    table, (row, column) = cell_of(issue, place)
    if len(table.header) == 1:
        return remove_block(issue, place._replace(part=0))
    rows = list(rows_of(table))
    for span in table.spans:
        if span.column == column and span.columns > 1:
            rows[span.row] = _with_cell(rows[span.row], column + 1, rows[span.row][column])
    spans = (_shrunk(span, column, rows=False) for span in table.spans)
    made = replace(
        _table(table, [(*texts[:column], *texts[column + 1 :]) for texts in rows], spans),
        alignments=_without(table.alignments, column),
        widths=_without(table.widths, column),
        header_columns=fitting_heads(
            table.header_columns - (column < table.header_columns), len(table.header) - 1, 0
        ),
        own_alignments=_moved(
            table,
            lambda own: (
                None
                if own.column == column
                else own._replace(column=own.column - (own.column > column))
            ),
        ),
    )
    return _as_edited(_put(issue, place, made, CellPlace(row, min(column, len(table.header) - 2))))


# -- merged cells ----------------------------------------------------------------------------------


def merge_cells(issue: Issue, first: Place, last: Place) -> TextEdited:
    """Make the cells between two of a table one, and those merged cells that they touch; the words
    of each stand on lines of their own, the caret behind them.

    LookupError for cells of two tables; the same issue where there is only one.
    """
    table, start = cell_of(issue, first)
    other, end = cell_of(issue, last)
    if other is not table:
        raise LookupError(f"{first} and {last} are no cells of one table")
    span = area_around(table, start, end)
    at = CellPlace(span.row, span.column)
    if span.rows * span.columns == 1 or span in table.spans:
        return _put(issue, first, table, at)
    rows = [list(row) for row in rows_of(table)]
    inside = [(row, column) for row in rows_in(span) for column in columns_in(span)]
    text = _lines(rows[row][column] for row, column in inside)
    for row, column in inside:
        rows[row][column] = NO_TEXT
    rows[at.row][at.column] = text
    kept = (one for one in table.spans if not meet(one, span))
    made = _table(table, [tuple(row) for row in rows], (*kept, span))
    return _put(issue, first, made, at)._replace(offset=len(text.string))


def split_cell(issue: Issue, place: Place) -> Edited:
    """Part a merged cell; its words stay in the first of the cells. The same issue where it is not
    merged.
    """
    table, (row, column) = cell_of(issue, place)
    span = span_at(table, row, column)
    if span is None:
        return Edited(issue, place)
    made = replace(table, spans=tuple(one for one in table.spans if one != span))
    return _as_edited(_put(issue, place, made, CellPlace(span.row, span.column)))


def is_merged(issue: Issue, place: Place) -> bool:
    """Whether a cell is a merged one, or covered by one."""
    table, cell = cell_of(issue, place)
    return span_at(table, *cell) is not None


# -- many cells at once ---------------------------------------------------------------------------


def fill_cells(
    issue: Issue, place: Place, rows: Sequence[Sequence[Text]], spans: Iterable[CellSpan] = ()
) -> TextEdited:
    """Write texts into the cells from one on, row by row, the caret behind the last of them; of
    those that come merged (`spans`, counted from the first) the table has merged cells too.

    The table grows for what it has no cell for; merged cells that are written into are parted.
    """
    table, (top, left) = cell_of(issue, place)
    width = min(max(len(table.header), left + max(map(len, rows), default=0)), WIDEST)
    height = max(len(table.rows) + 1, top + len(rows))
    grid = [[NO_TEXT] * width for _ in range(height)]
    for k, row in enumerate(rows_of(table)):
        grid[k][: len(row)] = row
    for k, row in enumerate(rows, top):
        for column, text in enumerate(islice(row, width - left), left):
            grid[k][column] = text
    filled = CellSpan(top, left, max(1, len(rows)), max(1, width - left))
    more = width - len(table.header)
    kept = (span for span in table.spans if not meet(span, filled))
    came = (span._replace(row=span.row + top, column=span.column + left) for span in spans)
    merged = fitting_spans((*kept, *came), height, width)
    made = replace(
        _table(table, [tuple(row) for row in grid], merged),
        alignments=(*table.alignments, *(AUTO,) * more),
        widths=(*table.widths, *(None,) * more) if table.widths else (),
    )
    last = CellPlace(top + max(0, len(rows) - 1), min(left + max(0, len(rows[-1]) - 1), width - 1))
    put = _put(issue, place, made, last)
    return put._replace(offset=len(grid[last.row][last.column].string))


# -- a table of rows -------------------------------------------------------------------------------


def _table(
    table: Table, rows: Sequence[tuple[Text, ...]], spans: Iterable[CellSpan | None]
) -> Table:
    """A table with other rows, the header first; merged cells of one cell are none."""
    kept = (span for span in spans if span is not None and span.rows * span.columns > 1)
    return replace(table, header=rows[0], rows=tuple(rows[1:]), spans=tuple(kept))


def _moved(
    table: Table, moved: Callable[[CellAlignment], CellAlignment | None]
) -> tuple[CellAlignment, ...]:
    """The alignments of single cells where their rows or columns stand elsewhere."""
    return tuple(own for one in table.own_alignments if (own := moved(one)) is not None)


def _put(issue: Issue, place: Place, table: Table, cell: CellPlace) -> TextEdited:
    return TextEdited(with_block(issue, place, table), cell_place(place, table, cell), 0)


def _as_edited(edited: TextEdited) -> Edited:
    return Edited(edited.issue, edited.place)


def _with_cell(row: tuple[Text, ...], column: int, text: Text) -> tuple[Text, ...]:
    return (*row[:column], text, *row[column + 1 :])


def _with(items: tuple[Item, ...], at: int, item: Item) -> tuple[Item, ...]:
    return (*items[:at], item, *items[at:])


def _without(items: tuple[Item, ...], at: int) -> tuple[Item, ...]:
    return (*items[:at], *items[at + 1 :])


def _lines(texts: Iterable[Text]) -> Text:
    """Words of several cells, each on a line of its own."""
    parts = [part for text in texts if text.string for part in (Text(LINE_BREAK), text)]
    return concat(*parts[1:])


_LineChange = Callable[[int, int], tuple[int, int]]


def _changed(span: CellSpan, change: _LineChange, *, rows: bool) -> CellSpan:
    """A merged cell whose rows or columns, as (first, count), are others."""
    if rows:
        row, count = change(span.row, span.rows)
        return span._replace(row=row, rows=count)
    column, count = change(span.column, span.columns)
    return span._replace(column=column, columns=count)


def _grown(span: CellSpan, at: int, *, rows: bool) -> CellSpan:
    """A merged cell after a row or column was put in at `at`."""

    def change(first: int, count: int) -> tuple[int, int]:
        if at <= first:
            return first + 1, count
        return first, count + (at < first + count)

    return _changed(span, change, rows=rows)


def _shrunk(span: CellSpan, at: int, *, rows: bool) -> CellSpan | None:
    """A merged cell after the row or column `at` went; None where nothing is left of it."""

    def change(first: int, count: int) -> tuple[int, int]:
        if at < first:
            return first - 1, count
        return first, count - (at < first + count)

    found = _changed(span, change, rows=rows)
    return found if found.rows and found.columns else None
