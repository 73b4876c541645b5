"""Photos that a PDF cannot hold as they are: decoded by Pillow, set upright, and packed again."""

from __future__ import annotations

import importlib
import io
import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PIL import Image, ImageChops, ImageOps

from layouts.imaging import heif, jpeg, png
from layouts.imaging.exif import orientation
from layouts.imaging.raster import (
    MOST_DECODED,
    DamagedError,
    Raster,
    TooManyPixelsError,
    UnfitError,
    fitting_profile,
)
from layouts.imaging.tone import toned
from layouts.messages.photos import PHOTO_FLOATING_POINT
from layouts.photo_tone import PhotoTone

QUALITY = 92
"""JPEG quality for photographs: no difference to be seen in print, a fifth of the size of lossless
packing.
"""

FEW_COLOURS = 2048
FEW_GREYS = 96
"""Up to so many different colours or greys a picture is a drawing or a screenshot and is packed
without loss.
"""

BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AssertionError,
    OverflowError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on files that are broken or made to break it."""

_PLUGINS = {
    "JPEG": "Jpeg",
    "PNG": "Png",
    "TIFF": "Tiff",
    "WEBP": "WebP",
    "AVIF": "Avif",
    "GIF": "Gif",
    "BMP": "Bmp",
}

_COMPONENTS = {"1": 1, "L": 1, "P": 3, "RGB": 3, "CMYK": 4}
"""How many components the profile of an image of each mode has."""

# Pillow warns at 90 megapixels and refuses at 179; `read.probe` refuses at its own limit, in a
# sentence, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


def upright_size(path: Path, kind: str) -> tuple[int, int]:
    """Width and height of a photo held upright, from its header.

    UnfitError where that cannot be read.
    """
    with _opened(path, kind) as image:
        width, height = image.size
        # Pillow sets TIFF upright by itself.
        turned = kind != "TIFF" and orientation(image.info.get("exif") or b"") >= 5
    return (height, width) if turned else (width, height)


def is_bilevel(path: Path, kind: str) -> bool:
    """Whether a picture has pixels of black and white alone, as its header says: what scanners make
    of drawings and handwriting. UnfitError where that cannot be read.
    """
    with _opened(path, kind) as image:
        return image.mode == "1"


def decoded(path: Path, kind: str) -> Raster:
    """The first picture of a file, upright, with its transparency as a mask.

    UnfitError where it cannot be decoded.
    """
    with _opened(path, kind) as image:
        upright, profile = _upright(image, kind)
        colours, alpha = _separated(upright, profile)
        raster = packed(colours)
        mask = lossless(alpha) if alpha else None
    return replace(
        raster,
        profile=fitting_profile(profile, 3 if raster.palette else raster.components),
        mask=mask,
    )


class Pixels(NamedTuple):
    """A decoded photo, upright: bilevel (mode 1), grey (L), indexed (P), RGB or CMYK, with its ICC
    profile (empty where none fits).

    `alpha` is its transparency, None where it has none; then the colours are not premultiplied.
    """

    colours: Image.Image
    alpha: Image.Image | None
    profile: bytes


def pixels(path: Path, kind: str, share: float = 1.0) -> Pixels:
    """The first picture of a file in 8 bits a colour. UnfitError where it cannot be decoded.

    Where no more than a `share` of its width and height is wanted, a JPEG is decoded at a half, a
    quarter or an eighth of its size, but never at less than twice of what is wanted, so that the
    scaling which follows still decides how it looks.
    """
    with _opened(path, kind) as image:
        if kind == "JPEG" and share < 0.5:
            image.draft(
                image.mode,
                # `draft` gives the smallest of its sizes that is no smaller than this
                (max(1, int(2 * share * image.width)), max(1, int(2 * share * image.height))),
            )
        upright, profile = _upright(image, kind)
        if upright.mode == "LA":
            colours, alpha = upright.getchannel("L"), upright.getchannel("A")
        elif upright.has_transparency_data:
            upright = upright.convert("RGBA")
            colours, alpha = upright.convert("RGB"), upright.getchannel("A")
        else:
            colours, alpha = _eight_bits(upright), None
    # opaque all over: no mask is written
    if alpha is not None and alpha.getextrema() == (255, 255):
        alpha = None
    return Pixels(colours, alpha, fitting_profile(profile, _COMPONENTS[colours.mode]))


def in_tone(path: Path, kind: str, tone: PhotoTone, share: float = 1.0) -> Raster:
    """The same as `decoded`, in a tone; `share` as for `pixels`.

    Whose colours change is in sRGB after that.
    """
    found = pixels(path, kind, share)
    colours, profile = found.colours, found.profile
    if colours.mode == "CMYK":
        colours, profile = _plain(colours, profile), b""
    elif profile and tone.recolours:
        colours, profile = in_srgb(colours, profile), b""
    colours, alpha = toned(colours, found.alpha, tone)
    raster = packed(colours)
    return replace(
        raster,
        profile=fitting_profile(profile, 3 if raster.palette else raster.components),
        mask=lossless(alpha) if alpha is not None else None,
    )


def in_screen_colours(found: Pixels) -> Pixels:
    """Decoded pixels in sRGB, grey or bilevel, by the profile they carry, which goes."""
    colours, profile = found.colours, found.profile
    if colours.mode == "CMYK":
        colours = _plain(colours, profile)
    elif profile:
        colours = in_srgb(colours, profile)
    return Pixels(colours, found.alpha, b"")


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A grey, indexed or RGB picture in sRGB, by the profile it carries; grey stays grey."""
    grey = image.mode == "L"
    shown = _through_profile(image.convert("RGB") if image.mode == "P" else image, profile)
    return shown.getchannel("G") if grey else shown


def _upright(image: Image.Image, kind: str) -> tuple[Image.Image, bytes]:
    """An opened picture decoded and turned upright, and the profile it carries, fitting or not.

    UnfitError for one too large to decode.
    """
    # a JPEG whose size says that it may be, but that nobody wants smaller
    if image.width * image.height > MOST_DECODED:
        raise TooManyPixelsError(image.width, image.height, kind, MOST_DECODED)
    image.load()
    profile = image.info.get("icc_profile") or b""
    ImageOps.exif_transpose(image, in_place=True)
    if kind == "JPEG" and image.mode == "CMYK" and "adobe" not in image.info:
        # Pillow takes every CMYK JPEG for inverted, which only Adobe's are.
        return ImageChops.invert(image), profile
    return image, profile


@contextmanager
def _opened(path: Path, kind: str) -> Generator[Image.Image]:
    # Asking for one kind keeps Pillow from trying others; importing its plugin keeps it from
    # importing all forty.
    if kind == "HEIF":
        heif.teach_pillow()
    else:
        importlib.import_module(f"PIL.{_PLUGINS[kind]}ImagePlugin")
    try:
        with Image.open(path, formats=(kind,)) as image:
            yield image
    except BROKEN as error:
        raise DamagedError from error


def _separated(image: Image.Image, profile: bytes) -> tuple[Image.Image, Image.Image | None]:
    """The colours (bilevel, grey, indexed or RGB, 8 bits) and the transparency of an image, None
    where it has none.
    """
    if not image.has_transparency_data:
        return _plain(image, profile), None
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    return image.convert("RGB"), None if alpha.getextrema() == (255, 255) else alpha


def _plain(image: Image.Image, profile: bytes) -> Image.Image:
    if image.mode == "CMYK":
        return (
            _through_profile(image, profile)
            if fitting_profile(profile, 4)
            else image.convert("RGB")
        )
    return _eight_bits(image)


def _eight_bits(image: Image.Image) -> Image.Image:
    match image.mode:
        case "1" | "L" | "P" | "RGB" | "CMYK":
            return image
        case "I" | "I;16" | "I;16B" | "I;16L":
            wide = image.convert("I")
            # Pillow types `point` by NumPy, which need not be there
            # 65535 / 255
            return wide.point(lambda grey: grey / 257).convert("L")  # pyright: ignore[reportUnknownMemberType]
        case "F":
            raise UnfitError(*PHOTO_FLOATING_POINT())
        case _:
            return image.convert("RGB")


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms  # loads a library of its own, which few photos need

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        converted = ImageCms.profileToProfile(
            image, source, target, ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return image.convert("RGB")
    return converted or image.convert("RGB")


def is_art(image: Image.Image) -> bool:
    """Whether a picture is drawn, indexed or a screenshot: it is packed without loss."""
    return image.mode in {"1", "P"} or bool(
        image.getcolors(FEW_GREYS if image.mode == "L" else FEW_COLOURS)
    )


def packed(image: Image.Image, art: bool | None = None) -> Raster:
    """A bilevel, grey, indexed or RGB picture for a PDF: drawn ones without loss, photographs as
    JPEG.
    """
    if is_art(image) if art is None else art:
        return lossless(image)
    out = io.BytesIO()
    # full colour in every pixel: red type on white would fray at half of it
    image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return jpeg.passed_through(out.getvalue(), jpeg.inspect(out.getvalue()))


def lossless(image: Image.Image) -> Raster:
    """A bilevel, grey, indexed or RGB picture without loss.

    Pillow's PNG encoder chooses a filter for each row, which a PDF understands as well.
    """
    out = io.BytesIO()
    # the profile stands beside the pixels in a PDF, not among them
    image.save(out, "PNG", icc_profile=None)
    raster = png.passed_through(png.inspect(out.getvalue()))
    if raster is None:
        raise DamagedError
    return raster
