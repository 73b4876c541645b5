"""The centre of interest of a photo (焦点) on the page: where a click puts it, and its sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.overlays import pen
from layouts.issue.photo import PhotoPoint

CLICK = 3.0
"""A press that moves no further, in pixels, is a click."""

ARM, RING = 11.0, 6.0
"""Half the length of the cross and the radius of its ring, pixels."""


def point_at(at: QPointF, whole: QRectF) -> PhotoPoint:
    """The point of a photo that lies under a place, the whole of it in a rectangle."""
    x = (at.x() - whole.left()) / whole.width()
    y = (at.y() - whole.top()) / whole.height()
    return PhotoPoint(min(max(0.0, x), 1.0), min(max(0.0, y), 1.0))


def paint_focus(painter: QPainter, focus: PhotoPoint, whole: QRectF, accent: QColor) -> None:
    """A small cross with a ring, to be seen on light and on dark."""
    middle = QPointF(whole.left() + focus.x * whole.width(), whole.top() + focus.y * whole.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(255, 255, 255, 220), 4.0), (accent, 2.0)):
        painter.setPen(pen(colour, width))
        painter.drawEllipse(middle, RING, RING)
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            painter.drawLine(middle + way * 3, middle + way * ARM)
    painter.restore()
