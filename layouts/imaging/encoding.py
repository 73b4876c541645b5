"""Bitmaps as files of pictures: PNG, JPEG, TIFF, WebP."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image

from layouts.imaging.picture_kinds import LEAST_QUALITY, LOSSY, PictureKind
from layouts.pdf.rendering import Bitmap

FULL_COLOUR = 85
"""JPEG quality from which colours are as fine as lightness is: red letters keep their edges."""

PREDICTOR, DIFFERENCES = 317, 2
"""TIFF 6.0 section 14: each pixel is stored as its difference from the one before."""

FASTER = 3
"""zlib's level for PNG: pages of text come out a tenth smaller than at the usual 6, in half the
time.
"""


def encoded(
    bitmap: Bitmap,
    kind: PictureKind,
    quality: int,
    ppi: int,
    profile: bytes = b"",
    *,
    tight: bool = False,
) -> bytes:
    """A bitmap as a file that says how many pixels an inch has and, with a `profile`, what its
    colours mean; a `tight` one takes longer and is a little smaller.
    """
    return _saved(_image(bitmap), kind, quality, ppi, profile, tight=tight)


def encoded_within(
    bitmap: Bitmap, kind: PictureKind, quality: int, ppi: int, most: int
) -> bytes | None:
    """The same in `most` bytes at most, in the best quality up to `quality` that does it; None
    where none does.
    """
    image = _image(bitmap)
    best = _saved(image, kind, quality, ppi)
    if len(best) <= most:
        return best
    if kind not in LOSSY:
        return None
    return _best(lambda lower: _saved(image, kind, lower, ppi, tight=True), quality + 1, most)


def beside(bitmaps: Sequence[Bitmap]) -> Bitmap:
    """Bitmaps of one mode next to each other on white, their tops level."""
    size = sum(one.width for one in bitmaps), max(one.height for one in bitmaps)
    sheet = Image.new(bitmaps[0].mode, size, "white")
    x = 0
    for one in bitmaps:
        sheet.paste(_image(one), (x, 0))
        x += one.width
    return Bitmap(*size, bitmaps[0].mode, sheet.tobytes())


def _best(made: Callable[[int], bytes], quality: int, most: int) -> bytes | None:
    """By halving: a picture of lower quality is smaller. `quality` is the first too high."""
    best: bytes | None = None
    low, high = min(LEAST_QUALITY, quality), quality
    while low < high:
        middle = (low + high) // 2
        data = made(middle)
        if len(data) <= most:
            best, low = data, middle + 1
        else:
            high = middle
    return best


def _image(bitmap: Bitmap) -> Image.Image:
    return Image.frombytes(bitmap.mode, (bitmap.width, bitmap.height), bitmap.data)


def _saved(
    image: Image.Image,
    kind: PictureKind,
    quality: int,
    ppi: int,
    profile: bytes = b"",
    *,
    tight: bool = False,
) -> bytes:
    """A file; a `tight` JPEG has Huffman tables of its own, which takes three times as long for a
    tenth of its size.
    """
    out = io.BytesIO()
    # each kind's own names, which Pillow has no types for
    options: dict[str, Any] = {"dpi": (ppi, ppi), "icc_profile": profile or None}
    match kind:
        case PictureKind.JPEG:
            fine = quality >= FULL_COLOUR
            options |= {"quality": quality, "subsampling": 0 if fine else 2, "optimize": tight}
        case PictureKind.WEBP:
            options = {"quality": quality, "icc_profile": profile or None}
        case PictureKind.TIFF:
            options |= {"compression": "tiff_adobe_deflate", "tiffinfo": {PREDICTOR: DIFFERENCES}}
        case PictureKind.PNG:
            options |= {"compress_level": FASTER}
    image.save(out, kind, **options)
    return out.getvalue()
