"""The right edge of the selected article's headline, which is dragged over more or fewer columns
(标题跨栏).
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.handles import GRASP, HANDLE
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer
from desktop.selection import SelectionKind
from layouts.flow.article_tasks import columns_of
from layouts.flow.other_columns import in_columns
from layouts.house.layout import Grid, Layout
from layouts.issue.article import ArticleKind
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_at, article_number
from layouts.page.hit import band
from layouts.page.page import Page


class HeadlineEdge(NamedTuple):
    """The edge of the headline of the article at a place, on a page (from 0): its middle, points;
    the column that the headline begins in and how many there are.
    """

    place: Place
    page: int
    x: float
    y: float
    first: int
    grid: Grid

    def columns_to(self, x: float) -> int:
        """Over how many columns the headline stands that is drawn as far as x: to the nearest end
        of a column.
        """
        ends = [
            self.grid.column_left(k) + self.grid.column_width
            for k in range(self.first, self.grid.columns)
        ]
        return 1 + min(range(len(ends)), key=lambda k: abs(ends[k] - x))


def headline_edge(context: Context) -> HeadlineEdge | None:
    """The edge that can be dragged; None where no single article with a headline is selected, or
    its pages have one column.
    """
    session = context.session
    issue, layout, selection = session.issue, session.composed_layout, session.selection
    if issue is None or layout is None or issue is not session.composed_issue:
        return None
    if selection.kind is not SelectionKind.ARTICLE or len(selection.places) != 1:
        return None
    (place,) = selection.places
    grid = _grid(issue, place, layout)
    if article_at(issue, place).kind is not ArticleKind.HEADLINE or grid.columns == 1:
        return None
    number = article_number(issue, place)
    return next(
        (
            found
            for at, page in enumerate(context.pages)
            if (found := _on_page(page, at, number, place, grid)) is not None
        ),
        None,
    )


def _grid(issue: Issue, place: Place, layout: Layout) -> Grid:
    """The columns that the article at a place stands in."""
    columns = columns_of(issue.sections[place.section], layout)
    boxed = article_at(issue, place).boxed
    inset = layout.boxed.padding * layout.grid.size if boxed else 0.0
    if not columns and not boxed:
        return layout.grid
    return in_columns(layout.grid, columns or layout.grid.columns, inset)


def _on_page(page: Page, at: int, number: int, place: Place, grid: Grid) -> HeadlineEdge | None:
    lines = [line for line in page.lines if line.role == "headline" and line.article == number]
    if not lines:
        return None
    boxes = [band(line) for line in lines]
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    middle = (min(box.top for box in boxes) + max(box.bottom for box in boxes)) / 2
    first = min(range(grid.columns), key=lambda k: abs(grid.column_left(k) - left))
    return HeadlineEdge(place, at, right, middle, first, grid)


def handle_of(context: Context, edge: HeadlineEdge) -> QRectF:
    """Its handle in the viewport."""
    at = context.camera.shown(edge.page).point(edge.x, edge.y)
    return QRectF(at - QPointF(HANDLE, HANDLE), at + QPointF(HANDLE, HANDLE))


def headline_edge_under(context: Context, pointer: Pointer) -> HeadlineEdge | None:
    """The edge whose handle a press would take hold of."""
    if context.mouse.gesture is not None:
        return None
    edge = headline_edge(context)
    if edge is None:
        return None
    grasp = handle_of(context, edge).adjusted(-GRASP, -GRASP, GRASP, GRASP)
    return edge if grasp.contains(pointer.at) else None


def paint_headline_edge(painter: QPainter, look: OverlayStyle, context: Context) -> None:
    """The handle of the selected article's headline."""
    edge = headline_edge(context)
    if edge is not None:
        painter.setPen(pen(look.colours.accent, 1.0))
        painter.setBrush(look.colours.paper)
        painter.drawRect(handle_of(context, edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
