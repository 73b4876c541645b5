"""The marked text as it stands on the pages."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.shown import Pointer
from desktop.canvas.where import address_of_place
from layouts.house.text_style import Style
from layouts.issue.edits.cell_area import CellArea, area_between, columns_in, rows_in
from layouts.issue.issue import Issue
from layouts.issue.places import article_number
from layouts.page.hit import Rect, band
from layouts.page.item import Line
from layouts.page.page import Page


def marked_boxes(context: Context, page: int) -> list[Rect]:
    """The areas of the marked text on a page; none where none is marked."""
    issue, caret = context.session.issue, context.session.selection.caret
    if issue is None or caret is None or not caret.marks:
        return []
    first, last = caret.ordered
    area = area_between(issue, first.place, last.place)
    if area is not None:
        return cell_boxes(context.pages[page], issue, area)
    start, end = address_of_place(issue, first.place), address_of_place(issue, last.place)
    if start is None or end is None:
        return []
    return context.map.marks(
        (start, first.offset), (end, last.offset), page, lambda line: _gap(context, line)
    )


def cell_boxes(page: Page, issue: Issue, area: CellArea) -> list[Rect]:
    """Where some cells of a table stand on a page, row by row: each as wide as its column and as
    high as the lines of its row, empty ones too.
    """
    article, columns = article_number(issue, area.place), len(area.table.header)
    rows: dict[int, list[Rect]] = {}
    edges: dict[int, list[Rect]] = {}
    wide = {(span.row, span.column) for span in area.table.spans}
    for line in page.lines:
        mine = (line.role, line.article, line.paragraph) == ("table", article, area.place.block)
        row, column = divmod(line.part, columns)
        if not mine or not 0 <= row <= len(area.table.rows):
            continue
        if row in rows_in(area.span):
            rows.setdefault(row, []).append(band(line))
        if column in columns_in(area.span) and (row, column) not in wide:
            edges.setdefault(column, []).append(band(line))
    return [
        Rect(
            min(box.left for box in edge) - PAD,
            min(box.top for box in row),
            max(box.right for box in edge) + PAD,
            max(box.bottom for box in row),
        )
        for row in rows.values()
        for edge in edges.values()
    ]


PAD = 2.0
"""Points that the ground of a marked cell reaches beyond its words on either side."""


def is_on_marked(context: Context, pointer: Pointer) -> bool:
    """Whether the pointer is on marked text, which can be dragged."""
    return pointer.on_paper and any(
        box.holds(pointer.x, pointer.y) for box in marked_boxes(context, pointer.page)
    )


def _gap(context: Context, line: Line) -> float:
    """How far the lines of a line's style stand apart."""
    layout = context.session.layout
    if layout is None:
        return line.size
    style: Style | None = layout.styles.get(line.role)
    return layout.grid.leading if style is None or line.size == layout.grid.size else style.leading
