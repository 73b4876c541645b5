"""The overlay of print quality: photos that have too few pixels for the size they are set at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.canvas.overlays import LEVELS, pen
from desktop.canvas.photos import pixel_width
from desktop.canvas.shown import ShownPage
from desktop.words import tr
from layouts.page.measures import effective_ppi
from layouts.page.page import Page

SOFT_PPI = 220
"""Under so many pixels per inch a photo looks soft in offset print."""

COARSE_PPI = 150
"""Under so many it shows its pixels."""

_HEIGHT, _INSET, _LETTERS = 20.0, 7.0, 12
_MARGIN = 6.0


def level_of(ppi: float) -> str:
    """How bad a resolution is: `error`, `warning`, or nothing where it will do."""
    return "error" if ppi < COARSE_PPI else "warning" if ppi < SOFT_PPI else ""


def paint_resolutions(painter: QPainter, shown: ShownPage, page: Page) -> None:
    """A frame and the figure on each photo that is too coarse: red where it shows, amber where it
    is soft.
    """
    for picture in page.pictures:
        pixels = pixel_width(picture.path)
        ppi = effective_ppi(picture, pixels) if pixels else float("inf")
        level = level_of(ppi)
        if level:
            _paint_mark(
                painter, shown.picture(picture), LEVELS[level], tr("{ppi} ppi", ppi=int(ppi)), level
            )


def _paint_mark(painter: QPainter, frame: QRectF, colour: QColor, text: str, level: str) -> None:
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Levels differ in form as well: what is coarse has a whole frame, what is soft a dashed one.
    painter.setPen(
        pen(colour, 2.0, Qt.PenStyle.SolidLine if level == "error" else Qt.PenStyle.DashLine)
    )
    painter.drawRect(frame.adjusted(1, 1, -1, -1))
    font = QFont(painter.font())
    font.setPixelSize(_LETTERS)
    font.setBold(True)
    width = QFontMetricsF(font).horizontalAdvance(text) + 2 * _INSET
    box = QRectF(frame.left() + _MARGIN, frame.top() + _MARGIN, width, _HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
