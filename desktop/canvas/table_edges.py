"""The edges between the columns of the table with the caret, as they stand on a page, and which of
them is under the pointer.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.canvas.context import Context
from desktop.canvas.shown import Pointer
from desktop.canvas.table_parts import table_parts
from desktop.selection import SelectionKind
from layouts.issue.article import Table
from layouts.issue.edits.tables import is_cell, table_of
from layouts.issue.places import Place, article_number
from layouts.page.hit import band
from layouts.page.item import Line
from layouts.page.page import Page

REACH = 3.0
"""Pixels beside an edge that take hold of it."""


class ColumnEdge(NamedTuple):
    """The edge right of a `column` of the table at a place: where it stands and reaches, points;
    how wide this column and the next are, em of their text.
    """

    place: Place
    column: int
    x: float
    top: float
    foot: float
    widths: tuple[float, float]
    size: float


def edge_under(context: Context, pointer: Pointer) -> ColumnEdge | None:
    """The edge that a press would take hold of; None where there is none, or no table has the
    caret.
    """
    selection, issue = context.session.selection, context.session.issue
    place = selection.place
    if selection.kind is not SelectionKind.TEXT or issue is None or place is None:
        return None
    if not pointer.on_paper or context.mouse.gesture is not None or not is_cell(issue, place):
        return None
    scale = context.camera.scale
    page, number = context.pages[pointer.page], article_number(issue, place)
    for edge in column_edges(page, number, place, table_of(issue, place)):
        near = abs(edge.x - pointer.x) * scale <= REACH
        if near and edge.top <= pointer.y <= edge.foot:
            return edge
    return None


def column_edges(page: Page, article: int, place: Place, table: Table) -> list[ColumnEdge]:
    """The edges of a table on a page: where it stands in several columns, those in each."""
    columns = len(table.header)
    wide = {span.row * columns + span.column for span in table.spans if span.columns > 1}
    parts = (
        {line.part: line for line in part if line.part not in wide}
        for part in table_parts(page, article, place, columns)
    )
    return [edge for part in parts for edge in _edges_of_part(place, columns, part)]


def _edges_of_part(place: Place, columns: int, lines: dict[int, Line]) -> list[ColumnEdge]:
    """The edges of a part, from its first row to its last."""
    found: dict[tuple[int, int], ColumnEdge] = {}
    for part, line in lines.items():
        beside = lines.get(part + 1)
        if beside is None or part % columns == columns - 1 or beside.x < line.x:
            continue
        edge = _edge(place, part % columns, line, beside)
        key = edge.column, round(edge.x)
        old = found.get(key, edge)
        found[key] = edge._replace(top=min(edge.top, old.top), foot=max(edge.foot, old.foot))
    return list(found.values())


def _edge(place: Place, column: int, line: Line, beside: Line) -> ColumnEdge:
    padding = (beside.x - line.x - line.width) / 2
    boxes = band(line), band(beside)
    return ColumnEdge(
        place,
        column,
        beside.x - padding,
        min(box.top for box in boxes),
        max(box.bottom for box in boxes),
        ((line.width + 2 * padding) / line.size, (beside.width + 2 * padding) / line.size),
        line.size,
    )
