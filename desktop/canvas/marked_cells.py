"""The marked cells of a table as they stand on a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from desktop.canvas.table_parts import table_parts
from layouts.issue.article import CellSpan
from layouts.issue.edits.cell_area import CellArea, columns_in, rows_in
from layouts.issue.issue import Issue
from layouts.issue.places import article_number
from layouts.page.hit import Rect, band
from layouts.page.item import Line
from layouts.page.page import Page


def cell_boxes(page: Page, issue: Issue, area: CellArea) -> list[Rect]:
    """Where some cells of a table stand on a page, row by row: each as wide as its column and as
    high as the lines of its row, empty ones too; a merged one as wide and as high as all it covers.
    Where the table stands in several columns, part by part, its header over each.
    """
    columns = len(area.table.header)
    parts = table_parts(page, article_number(issue, area.place), area.place, columns)
    covered = set(chain.from_iterable(map(_cells_of, area.table.spans)))
    return list(chain.from_iterable(_boxes_of_part(area, part, covered) for part in parts))


Cell = tuple[int, int]
"""The row and the column of a cell, from 0."""


def _boxes_of_part(area: CellArea, part: list[Line], covered: set[Cell]) -> list[Rect]:
    lines = _lines_of_cells(area, part)
    rows, edges = _extents(area, lines)
    return [
        *(
            _over([row], [edge])
            for number, row in rows.items()
            for column, edge in edges.items()
            if (number, column) not in covered
        ),
        *_merged_boxes(area, lines, rows, edges),
    ]


def _lines_of_cells(area: CellArea, part: list[Line]) -> dict[Cell, list[Rect]]:
    """The lines of a part of a table, cell by cell."""
    columns = len(area.table.header)
    found: dict[Cell, list[Rect]] = {}
    for line in part:
        row, column = divmod(line.part, columns)
        if 0 <= row <= len(area.table.rows):
            found.setdefault((row, column), []).append(band(line))
    return found


def _extents(
    area: CellArea, lines: dict[Cell, list[Rect]]
) -> tuple[dict[int, Rect], dict[int, Rect]]:
    """The rows and the columns of an area by their numbers, as its lines show them. Cells merged
    over several say nothing of the first, unless a row has no others.
    """
    tall = {(span.row, span.column) for span in area.table.spans if span.rows > 1}
    wide = {(span.row, span.column) for span in area.table.spans if span.columns > 1}
    rows: dict[int, list[Rect]] = {}
    edges: dict[int, list[Rect]] = {}
    for (row, column), boxes in sorted(lines.items(), key=lambda cell: cell[0] in tall):
        if row in rows_in(area.span) and not (row in rows and (row, column) in tall):
            rows.setdefault(row, []).extend(boxes)
        if column in columns_in(area.span) and (row, column) not in wide:
            edges.setdefault(column, []).extend(boxes)
    return (
        {row: _around(boxes) for row, boxes in rows.items()},
        {column: _around(boxes) for column, boxes in edges.items()},
    )


def _merged_boxes(
    area: CellArea, lines: dict[Cell, list[Rect]], rows: dict[int, Rect], edges: dict[int, Rect]
) -> Iterator[Rect]:
    """Each merged cell of an area by itself, down to its last line where it has more than its rows
    have.
    """
    for span in area.table.spans:
        own = lines.get((span.row, span.column), [])
        down = [rows[row] for row in rows_in(span) if row in rows]
        across = [edges[column] for column in columns_in(span) if column in edges]
        if down and across:
            yield _over([*down, *own], across)


def _over(rows: list[Rect], edges: list[Rect]) -> Rect:
    """What some rows and some columns have in common."""
    down, across = _around(rows), _around(edges)
    return Rect(across.left - PAD, down.top, across.right + PAD, down.bottom)


def _around(boxes: list[Rect]) -> Rect:
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _cells_of(span: CellSpan) -> Iterator[Cell]:
    return product(rows_in(span), columns_in(span))


PAD = 2.0
"""Points that the ground of a marked cell reaches beyond its words on either side."""
