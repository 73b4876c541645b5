"""Photos shown in a tone, as `layouts.imaging.tone` prints them."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from layouts.photo_tone import PhotoTone

MOST_BYTES = 48 << 20
"""What images in a tone may take together: those of a spread, and a slider being dragged."""


class TonedImages:
    """Images in a tone; the last ones are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, PhotoTone], QImage] = OrderedDict()
        self._bytes = 0

    def image(self, photo: QImage, tone: PhotoTone) -> QImage:
        """A photo, upright and in sRGB, in a tone."""
        key = photo.cacheKey(), tone
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _toned(photo, tone)
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
