"""A table put together from cells that say where they stand and how much they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from layouts.errors import Source
from layouts.issue.article import CellSpan, Table
from layouts.issue.size import WIDEST
from layouts.issue.splice import NO_TEXT, concat
from layouts.issue.tables import AUTO, CENTER, RIGHT, fitting_heads, fitting_spans
from layouts.issue.text import LINE_BREAK, Text

MOST_ROWS = 20_000
"""Rows of one table: far more than any newsletter prints, few enough to be laid out as a grid."""

_ALIGNMENTS = (AUTO, CENTER, RIGHT)
"""What is not said by hand comes first: programs write left of all that nobody aligned."""


class PlacedCell(NamedTuple):
    """What stands in a cell: its upper left corner (counted from 0), what it covers, its text and
    how that is aligned; whether it heads a row or column.
    """

    row: int
    column: int
    text: Text
    rows: int = 1
    columns: int = 1
    alignment: str = AUTO
    is_head: bool = False


def stacked(paragraphs: Iterable[Text]) -> Text:
    """The paragraphs of a cell, each on a line of its own."""
    kept = [text for text in paragraphs if text.string]
    lines = [part for text in kept for part in (Text(LINE_BREAK), text)]
    return concat(*lines[1:])


def gridded(cells: Sequence[PlacedCell], source: Source) -> Table | None:
    """The table of some cells; None where there are none.

    What stands beyond the last column or row a table can have is added to that one: characters
    are never lost.
    """
    if not cells:
        return None
    inside = [_inside(cell) for cell in cells]
    height = max(cell.row for cell in inside) + 1
    width = max(min(cell.column + cell.columns, WIDEST) for cell in inside)
    texts: dict[tuple[int, int], Text] = {}
    for cell in inside:
        place = cell.row, cell.column
        texts[place] = stacked((texts[place], cell.text)) if place in texts else cell.text
    rows = [
        tuple(texts.get((row, column), NO_TEXT) for column in range(width)) for row in range(height)
    ]
    spans = (_span(cell, height, width) for cell in inside if cell.rows > 1 or cell.columns > 1)
    header_rows, header_columns = _heads(inside, height, width)
    return Table(
        header=rows[0],
        rows=tuple(rows[1:]),
        alignments=_alignments(inside, width),
        source=source,
        spans=fitting_spans(spans, height, width),
        header_rows=header_rows,
        header_columns=header_columns,
    )


def _inside(cell: PlacedCell) -> PlacedCell:
    return cell._replace(row=min(cell.row, MOST_ROWS - 1), column=min(cell.column, WIDEST - 1))


def _span(cell: PlacedCell, height: int, width: int) -> CellSpan:
    rows, columns = min(cell.rows, height - cell.row), min(cell.columns, width - cell.column)
    return CellSpan(cell.row, cell.column, rows, columns)


def _heads(cells: Sequence[PlacedCell], height: int, width: int) -> tuple[int, int]:
    """How many rows and columns head the others: those of which all cells that have words do."""
    told = [cell for cell in cells if cell.text.string]
    others = [cell for cell in told if not cell.is_head]
    if len(others) == len(told) or not others:
        return fitting_heads(_reached_down(cells), height, 1), 0
    rows = fitting_heads(min(cell.row for cell in others), height, 1)
    below = [cell.column for cell in others if cell.row >= rows]
    return rows, fitting_heads(min(below, default=0), width, 0)


def _reached_down(cells: Sequence[PlacedCell]) -> int:
    """The rows of a header in which names stand over several columns each: as many as a cell
    over one column reaches down beside them.
    """
    first = [cell for cell in cells if cell.row == 0]
    if all(cell.columns == 1 for cell in first):
        return 1
    return max((cell.rows for cell in first if cell.columns == 1), default=1)


def _alignments(cells: Iterable[PlacedCell], width: int) -> tuple[str, ...]:
    """How most of each column below its header is aligned."""
    counted: list[Counter[str]] = [Counter() for _ in range(width)]
    for cell in cells:
        if cell.row and cell.columns == 1 and cell.text.string:
            counted[cell.column][cell.alignment] += 1
    return tuple(max(_ALIGNMENTS, key=column.__getitem__) for column in counted)
