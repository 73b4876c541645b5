"""The marked text as it stands on the pages."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.marked_cells import cell_boxes
from desktop.canvas.shown import Pointer
from desktop.canvas.where import address_of_place
from layouts.house.text_style import Style
from layouts.issue.edits.cell_area import area_between
from layouts.page.hit import Rect
from layouts.page.item import Line


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
