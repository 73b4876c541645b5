"""Separated and grey photos as they stand in a PDF for print: JPEG for photographs, deflated rows
for drawings.
"""

from __future__ import annotations

import io

from msgspec.structs import replace
from PIL import Image, ImageChops

from layouts.imaging import jpeg
from layouts.imaging.decode import lossless
from layouts.imaging.raster import Raster
from layouts.pdf.syntax import deflate

QUALITY = 95
"""JPEG quality for print, with full resolution of every ink."""

_ADOBE = b"\xff\xee\x00\x0eAdobe"
_ADOBE_LENGTH = 16

_UP = b"\x02"
"""The PNG filter that stores a row as its difference from the one above (ISO 32000-1 7.4.4.4)."""


def coded_grey(image: Image.Image, *, art: bool) -> Raster:
    """A grey or bilevel picture in DeviceGray: black ink alone in print."""
    return lossless(image) if art else _jpeg(image)


def coded_cmyk(image: Image.Image, *, art: bool) -> Raster:
    """A CMYK picture in DeviceCMYK."""
    return _deflated(image) if art else _plain_jpeg(image)


def _jpeg(image: Image.Image) -> Raster:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0, comment=b"")
    return jpeg.passed_through(out.getvalue(), jpeg.inspect(out.getvalue()))


def _plain_jpeg(image: Image.Image) -> Raster:
    """A JPEG whose values are amounts of ink, without Adobe's marker.

    Photoshop stores them inverted behind that marker, Pillow does so too, and then a PDF has to say
    so in Decode, which some readers heed twice. Without marker and Decode there is nothing to
    disagree about (ISO 32000-1 7.4.8: no ColorTransform for four components).
    """
    out = io.BytesIO()
    # Pillow inverts CMYK as it writes it: inverted before, it comes out as it is
    ImageChops.invert(image).save(out, "JPEG", quality=QUALITY, subsampling=0, comment=b"")
    data = out.getvalue()
    at = data.find(_ADOBE)
    if at >= 0:
        data = data[:at] + data[at + _ADOBE_LENGTH :]
    return replace(jpeg.passed_through(data, jpeg.inspect(data)), untransformed=True)


def _deflated(image: Image.Image) -> Raster:
    width, height = image.size
    # black above the first row, which is stored as it is
    above = Image.new(image.mode, image.size)
    above.paste(image, (0, 1))
    rows = ImageChops.subtract_modulo(image, above).tobytes()
    stride = len(image.mode) * width
    filtered = b"".join(_UP + rows[at : at + stride] for at in range(0, len(rows), stride))
    return Raster(width, height, len(image.mode), 8, deflate(filtered), is_jpeg=False)
