"""Pictures shown in one ink, as `layouts.imaging.one_ink` prints them."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

MOST = 4
"""Images kept: a page has a masthead and a colophon, and a proof has both in other colours."""


class InkedImages:
    """Images in one ink; the last ones are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()

    def image(self, picture: QImage, ink: QColor) -> QImage:
        """A picture in an ink: the darker it is, the more of it; nothing where it is white."""
        key = picture.cacheKey(), ink.rgba()
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _inked(picture, ink)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return found


def _inked(picture: QImage, ink: QColor) -> QImage:
    # only who has such a picture loads the module of imaging that knows
    from layouts.imaging.one_ink import amounts

    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    data, width, length = bytes(grey.constBits()), grey.width(), grey.bytesPerLine()
    # without what rows end with to be whole words
    data = b"".join(data[at : at + width] for at in range(0, len(data), length))
    inks = data.translate(amounts([data.count(value) for value in range(256)]))
    mask = QImage(inks, width, grey.height(), width, QImage.Format.Format_Grayscale8)
    inked = QImage(picture.size(), QImage.Format.Format_ARGB32)
    inked.fill(ink)
    inked.setAlphaChannel(mask)
    return inked.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
