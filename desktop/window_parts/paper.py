"""A page as an icon: white paper with a hairline round it, the same whether it is selected or
not.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
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
    """A picture of a page as an icon of `size` logical pixels, standing at its foot in its own
    proportions; blank paper where there is none yet.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    paper, page = QRect(QPoint(), size), QImage()
    if image is not None:
        # a painter would skip pixels
        page = image.scaled(
            pixmap.size(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        page.setDevicePixelRatio(ratio)
        paper.setSize((page.size() / ratio).boundedTo(size))
        paper.moveTo((size.width() - paper.width()) // 2, size.height() - paper.height())
    painter = QPainter(pixmap)
    painter.fillRect(paper, Qt.GlobalColor.white)
    painter.drawImage(paper.topLeft(), page)
    painter.setPen(HAIRLINE)
    painter.drawRect(paper.adjusted(0, 0, -1, -1))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it
    return icon
