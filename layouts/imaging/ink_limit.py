"""How much ink a photo lays down: too much of it does not dry and sets off on the sheet above."""

from __future__ import annotations

from functools import partial
from math import sqrt
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageMath

AREA = 15.0
"""mm²: total ink is judged as the mean over so much of the print."""

MM_PER_INCH = 25.4

_MARGIN = 2
"""Per cent that capped pixels stay under the limit: JPEG shifts the mean of a block by up to a
fifth of one (a step of 1/8 in each ink).
"""

_PER_CENT = 2.55
_STRIP = 256
"""Rows that are in memory at once in 32 bits an ink."""


def window(ppi: float) -> float:
    """The side in pixels of a square of so much paper, at an effective resolution."""
    return max(1.0, sqrt(AREA) / MM_PER_INCH * ppi)


def heaviest(image: Image.Image, side: float) -> float:
    """The largest mean of total ink, in per cent, over any square of `side` pixels of a CMYK
    picture; up to 1.6 more than it is.
    """
    cyan, magenta, yellow, black = ImageChops.invert(image).split()
    # Sums are halved and rounded down: a quarter of the bare paper, never more than it is.
    bare = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    if side > 1:
        # a box of this radius is `side` pixels wide
        bare = bare.filter(ImageFilter.BoxBlur((side - 1) / 2))
    least, _ = bare.getextrema()
    return 4 * (255 - float(least if isinstance(least, int | float) else least[0])) / _PER_CENT


def limited(image: Image.Image, limit: int, side: float) -> Image.Image:
    """A CMYK picture that nowhere has more than `limit` per cent of ink, as the mean over `side` ×
    `side` pixels.

    Where one would have, cyan, magenta and yellow of every pixel above the limit are thinned in
    proportion; black stays as it is.
    """
    if heaviest(image, side) <= limit:
        return image
    most = int((limit - _MARGIN) * _PER_CENT)
    capped = Image.new("CMYK", image.size)
    for top in range(0, image.height, _STRIP):
        box = (0, top, image.width, min(top + _STRIP, image.height))
        capped.paste(_capped(image.crop(box), most), box)
    return capped


def _capped(image: Image.Image, most: int) -> Image.Image:
    """Pixels of which none has more than `most` of 1,020 parts of ink."""
    cyan, magenta, yellow, black = image.split()
    thinned = ImageMath.lambda_eval(partial(_thinned, most), c=cyan, m=magenta, y=yellow, k=black)
    return Image.merge("CMYK", [*thinned, black])


def _thinned(most: int, planes: dict[str, Any]) -> list[Image.Image]:
    """Pillow's operands for arithmetic on planes have no type that can be named."""
    colours = [planes["int"](planes[name]) for name in "cmy"]
    total, room = sum(colours), most - planes["int"](planes["k"])
    return [
        planes["convert"](planes["min"](colour, colour * room / planes["max"](total, 1)), "L").im
        for colour in colours
    ]
