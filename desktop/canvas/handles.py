"""The frame of the selected photo with its handles, counted clockwise from the top left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen

HANDLE = 4.0
"""Half the side of a handle, logical pixels."""

GRASP = 4.0
"""Pixels around a handle that still take hold of it."""


def corners(area: QRectF) -> list[QRectF]:
    """The handles of an outline: top left, top right, bottom right, bottom left."""
    points = (area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
    return [
        QRectF(point.x() - HANDLE, point.y() - HANDLE, 2 * HANDLE, 2 * HANDLE) for point in points
    ]


def corner_at(area: QRectF, at: QPointF) -> int | None:
    """The handle of an outline that is taken hold of at a point."""
    grown = (corner.adjusted(-GRASP, -GRASP, GRASP, GRASP) for corner in corners(area))
    return next((k for k, corner in enumerate(grown) if corner.contains(at)), None)


def corner_cursor(corner: int) -> Qt.CursorShape:
    """The cursor over a corner."""
    return Qt.CursorShape.SizeFDiagCursor if corner in {0, 2} else Qt.CursorShape.SizeBDiagCursor


def paint_frame(
    painter: QPainter, area: QRectF, look: OverlayStyle, *, handles: bool = True
) -> None:
    """The frame, and a handle at each corner of it where it can be sized."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(look.colours.accent, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    painter.setBrush(look.colours.paper)
    for corner in corners(area) if handles else ():
        painter.drawRect(corner)
