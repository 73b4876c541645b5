"""The type area (版心) with its handles, while the layout is designed: which of them is under the
pointer, and how they look.
"""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.handles import GRASP, HANDLE
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import Overlay, pen
from desktop.canvas.shown import Pointer, ShownPage
from layouts.house.layout import Grid
from layouts.page.hit import Rect

EDGE = 3.0
"""Pixels beside the area's outline that take hold of a side: less than of a handle, for text begins
there.
"""


class AreaSide(Flag):
    """Sides of the type area that a handle moves; a corner moves two."""

    TOP = auto()
    RIGHT = auto()
    FOOT = auto()
    LEFT = auto()


CORNERS = (
    AreaSide.TOP | AreaSide.LEFT,
    AreaSide.TOP | AreaSide.RIGHT,
    AreaSide.FOOT | AreaSide.RIGHT,
    AreaSide.FOOT | AreaSide.LEFT,
)

CURSORS = {
    AreaSide.TOP: Qt.CursorShape.SizeVerCursor,
    AreaSide.FOOT: Qt.CursorShape.SizeVerCursor,
    AreaSide.LEFT: Qt.CursorShape.SizeHorCursor,
    AreaSide.RIGHT: Qt.CursorShape.SizeHorCursor,
    CORNERS[0]: Qt.CursorShape.SizeFDiagCursor,
    CORNERS[2]: Qt.CursorShape.SizeFDiagCursor,
    CORNERS[1]: Qt.CursorShape.SizeBDiagCursor,
    CORNERS[3]: Qt.CursorShape.SizeBDiagCursor,
}


def type_area(shown: ShownPage, grid: Grid) -> QRectF:
    """The type area of a page in the viewport."""
    return shown.on_paper(
        Rect(grid.left, grid.top, grid.left + grid.area_width, grid.top + grid.area_height)
    )


def handles(area: QRectF) -> dict[AreaSide, QPointF]:
    """The handles of the area: the middle of each side, and the corners."""
    middle = area.center()
    return {
        CORNERS[0]: area.topLeft(),
        CORNERS[1]: area.topRight(),
        CORNERS[2]: area.bottomRight(),
        CORNERS[3]: area.bottomLeft(),
        AreaSide.TOP: QPointF(middle.x(), area.top()),
        AreaSide.RIGHT: QPointF(area.right(), middle.y()),
        AreaSide.FOOT: QPointF(middle.x(), area.bottom()),
        AreaSide.LEFT: QPointF(area.left(), middle.y()),
    }


def handle_under(context: Context, pointer: Pointer) -> AreaSide | None:
    """The handle that a press would take hold of, or the side it is on: of a tall page the handles
    are out of sight. None where there is none, or none are shown.
    """
    layout = context.session.composed_layout
    if Overlay.DESIGN not in context.overlays or layout is None or not context.pages:
        return None
    area = type_area(context.camera.shown(pointer.page), layout.grid)
    reach = HANDLE + GRASP
    for side, at in handles(area).items():
        if abs(pointer.at.x() - at.x()) <= reach and abs(pointer.at.y() - at.y()) <= reach:
            return side
    return _side_under(area, pointer.at)


def _side_under(area: QRectF, at: QPointF) -> AreaSide | None:
    """The side that a point is on."""
    near = area.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    inside = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if not near.contains(at) or inside.contains(at):
        return None
    if area.top() + EDGE < at.y() < area.bottom() - EDGE:
        return AreaSide.LEFT if at.x() < area.center().x() else AreaSide.RIGHT
    return AreaSide.TOP if at.y() < area.center().y() else AreaSide.FOOT


def paint_handles(painter: QPainter, look: OverlayStyle, shown: ShownPage, grid: Grid) -> None:
    """The area's outline in the accent, and its handles."""
    area = type_area(shown, grid)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(look.colours.accent, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    painter.setPen(pen(look.colours.accent, 1.0))
    painter.setBrush(look.colours.paper)
    for at in handles(area).values():
        painter.drawRect(QRectF(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
