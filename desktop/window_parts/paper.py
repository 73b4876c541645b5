"""A page as an icon: white paper with a hairline round it, the same whether it is selected or
not.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

HAIRLINE = QColor(0, 0, 0, 40)


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
