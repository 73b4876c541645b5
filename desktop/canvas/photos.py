"""Images and sizes of photos for what is labelled, dragged and cropped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPixmap

from desktop.canvas.pictures import PictureStore
from layouts.errors import PhotoError
from layouts.house.layout import Layout
from layouts.imaging.read import probe
from layouts.issue.photo import Photo
from layouts.page.item import Picture
from layouts.photo_tone import AS_IT_IS, PhotoTone

GREY = QColor("#B9BBC0")


@lru_cache(maxsize=256)
def pixel_width(path: str) -> int | None:
    """The width of a photo file in pixels, upright; None where it cannot be read."""
    try:
        return probe(Path(path)).width
    except PhotoError:
        return None


def asked_width(photo: Photo, layout: Layout) -> float:
    """The width of a photo, em: its own, else the layout's, never more than a column. The one that
    label, field and keys go by; drawn it is a little more or less, so that its foot stands on a
    baseline.
    """
    width = photo.width if photo.width is not None else layout.photo.width
    return min(width, layout.grid.measure)


def whole_image(
    pictures: PictureStore, path: str, width: float, tone: PhotoTone = AS_IT_IS
) -> QImage:
    """A photo in a tone, upright and uncropped, to be shown so many pixels wide; grey while it is
    being read and where it cannot be.
    """
    found = pictures.photo(path, width, tone)
    if isinstance(found, QImage):
        return found
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(GREY)
    return image


def thumbnail(pictures: PictureStore, picture: Picture, width: float) -> QPixmap:
    """What a drawn picture shows, to be drawn so many pixels wide."""
    left, top, right, bottom = picture.crop
    image = whole_image(pictures, picture.path, width / (1 - left - right), picture.tone)
    whole = QSizeF(image.size())
    area = QRectF(
        left * whole.width(),
        top * whole.height(),
        (1 - left - right) * whole.width(),
        (1 - top - bottom) * whole.height(),
    )
    return QPixmap.fromImage(image.copy(area.toAlignedRect()))
