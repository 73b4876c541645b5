"""A page as an icon: white paper with a hairline round it, the same whether it is selected or
not.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPainter, QPixmap

HAIRLINE = QColor(0, 0, 0, 40)


GAP = 16
"""Pixels that Qt leaves between a picture and its title, and below that."""

SIDES = 8
"""Pixels that it leaves beside a title."""


def titled_size(picture: QSize, width: int, titles: Sequence[str], metrics: QFontMetrics) -> QSize:
    """How large the cells of pictures are that stand over their whole titles, wrapped."""
    room = QRect(0, 0, width - 2 * SIDES, picture.height())
    wrapped = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
    heights = (metrics.boundingRect(room, wrapped, title).height() for title in titles)
    return QSize(width, picture.height() + GAP + max(heights, default=0))


def paper_icon(image: QImage | None, size: QSize, ratio: float = 1.0) -> QIcon:
    """A picture of a page as an icon of `size` logical pixels; blank paper where there is none
    yet.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    if image is not None:
        # a painter would skip pixels
        fitted = image.scaled(pixmap.size(), mode=Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, fitted)
    painter.setPen(HAIRLINE)
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it
    return icon
