"""Photos shown in a tone, as `layouts.imaging.tone` prints them."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from layouts.photo_tone import AS_IT_IS, PhotoTone

MOST_BYTES = 48 << 20
"""What images in a tone may take together: those of a spread, and a slider being dragged."""

FINER = 1.25
"""An image of so many times the pixels across that are shown is made smaller first: a slider that
is dragged waits for every pixel.
"""


class _ImageKey(NamedTuple):
    image: int
    width: int
    tone: PhotoTone


class TonedImages:
    """Images in a tone; the last ones are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_ImageKey, QImage] = OrderedDict()
        self._bytes = 0

    def image(self, photo: QImage, tone: PhotoTone, width: float | None = None) -> QImage:
        """A photo, upright and in sRGB, in a tone; fine enough for all of it to be shown so many
        pixels wide, None for as fine as it is.
        """
        wide = photo.width() if width is None else max(1, ceil(width))
        if photo.width() <= FINER * wide:
            return self._made(_ImageKey(photo.cacheKey(), photo.width(), tone), photo)
        small = self._made(_ImageKey(photo.cacheKey(), wide, AS_IT_IS), photo)
        return self._made(_ImageKey(photo.cacheKey(), wide, tone), small)

    def _made(self, key: _ImageKey, photo: QImage) -> QImage:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = (
                photo.scaledToWidth(key.width, Qt.TransformationMode.SmoothTransformation)
                if key.tone == AS_IT_IS
                else _toned(photo, key.tone)
            )
            self._bytes += found.sizeInBytes()
            while self._bytes > MOST_BYTES and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.sizeInBytes()
        self._kept.move_to_end(key)
        return found


def _toned(photo: QImage, tone: PhotoTone) -> QImage:
    # only who has such a photo loads Pillow
    from layouts.imaging.tone import toned_pixels

    alpha = photo.hasAlphaChannel()
    straight = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    pixels = bytes(photo.convertToFormat(straight).constBits())
    shown, width, height = toned_pixels(pixels, photo.width(), photo.height(), tone, alpha=alpha)
    # looks at these bytes, does not own them
    image = QImage(shown, width, height, 4 * width, straight)
    return (
        image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied) if alpha else image.copy()
    )
