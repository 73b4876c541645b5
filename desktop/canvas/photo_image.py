"""A photo's pixels for the screen: the very ones a PDF would hold, decoded by Qt, upright, in sRGB
and not much larger than needed.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QTransform

from layouts.errors import PhotoError
from layouts.imaging.raster import Raster
from layouts.imaging.read import embed, probe

_MEGABYTES = 1024
"""More than the largest photo that `layouts.imaging.read` lets in takes when decoded; Qt's own
limit is a quarter of it.
"""

_TURNS = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}
_FLIPPED = frozenset({2, 4, 5, 7})
"""EXIF orientations (Exif 3.0 4.6.5): how far to turn a picture clockwise, and whether to mirror it
left to right after that.
"""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _INDEXED = 0, 2, 3


class PhotoImage(NamedTuple):
    """A decoded photo, upright, halved `steps` times, and width and height of the whole one."""

    image: QImage
    steps: int
    width: int
    height: int


def load_photo(path: Path, width: float, most_pixels: int | None = None) -> PhotoImage:
    """A photo at no fewer than `width` pixels across, where it has so many and they are not more
    than `most_pixels` in all.

    PhotoError, naming the file, where it cannot be read.
    """
    # What a PDF embeds is a JPEG or the rows of a PNG, whatever came in: CMYK, 16 bits and TIFF
    # have been converted by then.
    raster = embed(probe(path))
    sideways = raster.orientation >= 5
    whole = QSize(raster.height, raster.width) if sideways else QSize(raster.width, raster.height)
    steps = halvings(whole.width(), whole.height(), width, most_pixels)
    image = _decoded(raster, steps)
    if image.isNull():
        raise PhotoError(
            f"图片 {path} 已损坏，无法读取", f"the photo {path} is damaged and cannot be read"
        )
    return PhotoImage(_upright(image, raster.orientation), steps, whole.width(), whole.height())


def halvings(whole_width: int, whole_height: int, width: float, most_pixels: int | None) -> int:
    """How often a photo may be halved so that at least `width` pixels stay across, and must be so
    that `most_pixels` are not exceeded.
    """
    # how often 2 goes into it: the floor of its logarithm
    steps = max(0, int(whole_width / max(width, 1.0)).bit_length() - 1)
    while (
        most_pixels is not None and (whole_width >> steps) * (whole_height >> steps) > most_pixels
    ):
        steps += 1
    return steps


def _decoded(raster: Raster, steps: int) -> QImage:
    # rounded up, as libjpeg does for its own halves
    size = QSize(-(-raster.width // 2**steps), -(-raster.height // 2**steps))
    colours = (
        _read(raster.data, "jpeg", size) if raster.is_jpeg else _read(_as_png(raster), "png", size)
    )
    if colours.isNull():
        return colours
    colours = _in_srgb(colours, raster)
    if raster.mask is None:
        return colours
    image = colours.convertToFormat(QImage.Format.Format_ARGB32)
    image.setAlphaChannel(
        _read(_as_png(raster.mask), "png", size).convertToFormat(QImage.Format.Format_Grayscale8)
    )
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(data: bytes, kind: str, size: QSize) -> QImage:
    """Decode and scale down.

    QImageReader lets Python go on meanwhile, where the methods of QImage do not.

    It reads a file: Qt locks all image formats while it asks a device where it stands, and a
    QBuffer made in Python asks Python, which the GUI thread may hold while it waits for that lock
    to read or write an image of its own.
    """
    with NamedTemporaryFile(suffix=f".{kind}", delete=False) as file:
        file.write(data)
    try:
        QImageReader.setAllocationLimit(_MEGABYTES)
        reader = QImageReader(file.name, QByteArray(kind.encode()))
        # it is known what was written: no other reader is asked
        reader.setAutoDetectImageFormat(False)
        reader.setScaledSize(size)
        return reader.read()
    finally:
        Path(file.name).unlink(missing_ok=True)


def _as_png(raster: Raster) -> bytes:
    """Rows for a PDF as a PNG file: both compress them alike (ISO 32000-1 7.4.4.4)."""
    colour = _INDEXED if raster.palette else _GREY if raster.components == 1 else _RGB
    header = (
        raster.width.to_bytes(4, "big")
        + raster.height.to_bytes(4, "big")
        + bytes((raster.bits, colour, 0, 0, 0))
    )
    palette = _chunk(b"PLTE", raster.palette) if raster.palette else b""
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            palette,
            _chunk(b"IDAT", raster.data),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return b"".join(
        (
            len(body).to_bytes(4, "big"),
            kind,
            body,
            zlib.crc32(body, zlib.crc32(kind)).to_bytes(4, "big"),
        )
    )


def _upright(image: QImage, orientation: int) -> QImage:
    if orientation in _TURNS:
        image = image.transformed(QTransform().rotate(_TURNS[orientation]))
    return image.flipped(Qt.Orientation.Horizontal) if orientation in _FLIPPED else image


def _in_srgb(image: QImage, raster: Raster) -> QImage:
    """The colours that a photo's profile means.

    Without one they are taken for sRGB, as every viewer does.
    """
    rgb = QImage.Format.Format_RGB32
    space = (
        QColorSpace.fromIccProfile(QByteArray(raster.profile)) if raster.profile else QColorSpace()
    )
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if not space.isValid() or space == srgb:
        return image.convertToFormat(rgb)
    is_grey = space.colorModel() is QColorSpace.ColorModel.Gray
    image = image.convertToFormat(QImage.Format.Format_Grayscale8 if is_grey else rgb)
    image.setColorSpace(space)
    return image.convertedToColorSpace(srgb, rgb)
