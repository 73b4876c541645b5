"""A raster as a picture file of its own, which a reader opens that knows no PDF: a JPEG or a PNG in
sRGB, cropped.

What a PDF has as it stands in the photo's file stays so, byte for byte, where nothing is cut off.
"""

from __future__ import annotations

import importlib
import io
import struct
import zlib
from typing import TYPE_CHECKING, Literal, NamedTuple

from layouts.imaging.png import SIGNATURE
from layouts.imaging.raster import MOST_DECODED, DamagedError, Raster

if TYPE_CHECKING:
    from PIL import Image

    from layouts.imaging.for_screen import CropEdges

_GREY, _COLOUR, _INDEXED = 0, 2, 3
"""Colour types of a PNG (W3C PNG 11.2.1)."""

_SRGB = (b"sRGB", "sRGB".encode("utf-16-be"))
"""How profiles of sRGB are called, by their description (ICC.1:2022 9.2.41)."""

_WHOLE = (0.0, 0.0, 0.0, 0.0)


class PixelFile(NamedTuple):
    """A picture file; its pixels come upright by `orientation` (EXIF 1 to 8), which it does not say
    itself.
    """

    data: bytes
    kind: Literal["JPEG", "PNG"]
    orientation: int = 1


def picture_file(
    raster: Raster, ink: tuple[float, float, float] | None = None, crop: CropEdges = _WHOLE
) -> PixelFile:
    """What a crop leaves of the pixels, as a file; those of a stencil in an `ink`, as fractions of
    sRGB.

    UnfitError where they must be decoded and cannot be.
    """
    others = bool(raster.profile) and not any(name in raster.profile for name in _SRGB)
    if any(crop) or raster.mask is not None or others or raster.untransformed:
        return _decoded(raster, ink, crop, in_others=others)
    return _as_it_is(raster, ink)


def _as_it_is(raster: Raster, ink: tuple[float, float, float] | None = None) -> PixelFile:
    if raster.is_jpeg:
        return PixelFile(raster.data, "JPEG", raster.orientation)
    data = _stencil(raster, ink or (0.0, 0.0, 0.0)) if raster.stencil else _png(raster)
    return PixelFile(data, "PNG", raster.orientation)


def _png(raster: Raster, palette: bytes = b"", transparency: bytes = b"") -> bytes:
    """Rows that are filtered and deflated as a PNG has them, in one."""
    colours = palette or raster.palette
    kind = _INDEXED if colours else _COLOUR if raster.components == 3 else _GREY
    size = struct.pack(">LLBBBBB", raster.width, raster.height, raster.bits, kind, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"PLTE", colours), (b"tRNS", transparency), (b"IDAT", raster.data))
    written = (_chunk(name, body) for name, body in chunks if body)
    return b"".join((SIGNATURE, *written, _chunk(b"IEND", b"")))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))


def _stencil(raster: Raster, ink: tuple[float, float, float]) -> bytes:
    """What is black in the stencil is the ink, what is white is nothing."""
    palette = bytes(round(255 * part) for part in ink) + b"\xff\xff\xff"
    return _png(raster, palette, b"\xff\0")


def _decoded(
    raster: Raster,
    ink: tuple[float, float, float] | None,
    crop: CropEdges,
    *,
    in_others: bool,
) -> PixelFile:
    """Pixels that no reader takes as they are: with another profile, a mask beside them, or more
    than is shown.
    """
    from layouts.imaging.decode import in_srgb
    from layouts.imaging.for_screen import crop_box

    source = _opened(_as_it_is(raster, ink))
    image = _upright(source, raster.orientation)
    if in_others:
        image = in_srgb(image, raster.profile)
    if raster.mask is not None:
        alpha = _upright(_opened(_as_it_is(raster.mask)), raster.orientation).convert("L")
        # one pixel of an ink stands behind a mask of many
        image = image.convert("RGB").resize(alpha.size)  # pyright: ignore[reportUnknownMemberType]
        image.putalpha(alpha)
    if any(crop):
        image = image.crop(crop_box(image.size, crop))
    if raster.is_jpeg and raster.mask is None:
        return _jpeg(image, source)
    out = io.BytesIO()
    image.save(out, "PNG", icc_profile=None)
    return PixelFile(out.getvalue(), "PNG")


def _jpeg(image: Image.Image, source: Image.Image) -> PixelFile:
    """A photo coded as its own file was: so it loses least, and grows no larger."""
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling

    if not isinstance(source, JpegImageFile):
        raise TypeError(source)
    sampling = get_sampling(source) if image.mode == source.mode else FULL
    out = io.BytesIO()
    image.save(
        out,
        "JPEG",
        qtables=source.quantization,
        subsampling=sampling if sampling >= 0 else FULL,
        comment=b"",
    )
    return PixelFile(out.getvalue(), "JPEG")


FULL = 0
"""Every pixel has its own colour (Pillow's subsampling 4:4:4)."""


def _opened(file: PixelFile) -> Image.Image:
    """A picture decoded."""
    from PIL import Image

    from layouts.imaging.decode import BROKEN

    # only this reader, for Pillow would import all forty
    importlib.import_module("PIL.JpegImagePlugin" if file.kind == "JPEG" else "PIL.PngImagePlugin")
    try:
        image = Image.open(io.BytesIO(file.data), formats=(file.kind,))
        if image.width * image.height > MOST_DECODED:
            # no other kind may be so large: half of it each way is enough
            image.draft(image.mode, (image.width // 2, image.height // 2))
        image.load()
    except BROKEN as error:
        raise DamagedError from error
    return image


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    from PIL.Image import Transpose

    turned = _TURNS.get(orientation)
    return image if turned is None else image.transpose(Transpose[turned])


_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""How Pillow calls what turns pixels upright, by the orientation they have."""
