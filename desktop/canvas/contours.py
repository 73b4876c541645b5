"""The overlay of contours: what text runs round of photos, where that is not their frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop.canvas.overlays import GUIDE, pen
from desktop.canvas.shown import ShownPage
from layouts.page.item import Picture
from layouts.page.page import Page

UNDER = QColor(255, 255, 255, 190)
"""Lies under the line, which is seen on dark photos too."""


def paint_contours(painter: QPainter, shown: ShownPage, page: Page) -> None:
    """The contour of every photo of a page that has one."""
    for picture in page.pictures:
        paint_contour(painter, shown, picture, GUIDE)


def paint_contour(painter: QPainter, shown: ShownPage, picture: Picture, colour: QColor) -> None:
    """The contour of a photo, as far as the photo is shown."""
    if not picture.contour:
        return
    painter.save()
    painter.setClipRect(shown.picture(picture), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in picture.contour:
        outline = QPolygonF([QPointF(shown.x(x), shown.y(y)) for x, y in ring])
        for look in (pen(UNDER, 3.0), pen(colour, 1.5, Qt.PenStyle.DashLine)):
            painter.setPen(look)
            painter.drawPolygon(outline)
    painter.restore()
