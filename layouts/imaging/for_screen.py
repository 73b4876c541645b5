"""Photos as files for screens: cropped, in their tone, in sRGB, no larger than they are shown, and
without what the camera said of them.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from layouts.imaging.decode import Pixels, in_screen_colours, is_art, pixels
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import PhotoFile, refused
from layouts.imaging.scale import Scaler
from layouts.imaging.tone import toned

if TYPE_CHECKING:
    from PIL import Image

    from layouts.photo_tone import PhotoTone

QUALITY = 84
"""JPEG quality: no difference to be seen on a screen, half the size of one for print."""

CropEdges = tuple[float, float, float, float]
"""What is cut off at left, top, right and foot, as fractions of the upright width or height."""


_SizeOf = Callable[[int, int], tuple[int, int]]
"""The pixels that a picture of a width and height is wanted in."""


class ScreenPicture(NamedTuple):
    """A picture file for screens: a JPEG, or a PNG of what is drawn or has transparency."""

    data: bytes
    suffix: str
    width: int
    height: int


def for_screen(photo: PhotoFile, tone: PhotoTone, crop: CropEdges, widest: int) -> ScreenPicture:
    """A photo as it is shown, at most `widest` pixels wide.

    PhotoError, naming the file, where its pixels cannot be read.
    """
    return _made(photo, tone, crop, lambda width, height: _narrowed(width, height, widest))


def filling(
    photo: PhotoFile, tone: PhotoTone, crop: CropEdges, size: tuple[int, int]
) -> ScreenPicture:
    """What a crop leaves of a photo, scaled to exactly so many pixels. PhotoError as above."""
    return _made(photo, tone, crop, lambda _width, _height: size)


def _narrowed(width: int, height: int, widest: int) -> tuple[int, int]:
    share = min(1.0, widest / width)
    return max(1, round(width * share)), max(1, round(height * share))


def _made(photo: PhotoFile, tone: PhotoTone, crop: CropEdges, size_of: _SizeOf) -> ScreenPicture:
    left, top, right, foot = crop
    across, down = (
        max(1.0, photo.width * (1 - left - right)),
        max(1.0, photo.height * (1 - top - foot)),
    )
    wanted = size_of(round(across), round(down))
    share = min(1.0, max(wanted[0] / across, wanted[1] / down))
    try:
        found = in_screen_colours(pixels(photo.path, photo.kind, share))
    except UnfitError as error:
        raise refused(photo, error) from error
    colours, alpha = toned(found.colours, found.alpha, tone)
    box = crop_box(colours.size, crop)
    colours, alpha = colours.crop(box), alpha.crop(box) if alpha is not None else None
    return _coded(Pixels(colours, alpha, b""), size_of(*colours.size))


def crop_box(size: tuple[int, int], crop: CropEdges) -> tuple[int, int, int, int]:
    """The pixels that a crop leaves, one at least."""
    width, height = size
    left, top = (min(width - 1, round(crop[0] * width)), min(height - 1, round(crop[1] * height)))
    right, foot = round((1 - crop[2]) * width), round((1 - crop[3]) * height)
    return left, top, max(left + 1, right), max(top + 1, foot)


def _coded(found: Pixels, size: tuple[int, int]) -> ScreenPicture:
    drawn = is_art(found.colours)
    scaler = Scaler()
    if found.alpha is not None:
        colours, alpha = scaler.scaled_with_alpha(found.colours, found.alpha, size)
        whole = colours.convert("RGB")
        whole.putalpha(alpha)
        return _file(whole, "PNG")
    image = scaler.scaled(found.colours, size)
    return _file(image, "PNG" if drawn else "JPEG")


def _file(image: Image.Image, kind: str) -> ScreenPicture:
    out = io.BytesIO()
    if kind == "PNG":
        image.save(out, "PNG", optimize=True, icc_profile=None)
        return ScreenPicture(out.getvalue(), ".png", image.width, image.height)
    shown = image if image.mode in {"L", "RGB"} else image.convert("RGB")
    shown.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True, comment=b"")
    return ScreenPicture(out.getvalue(), ".jpg", image.width, image.height)
