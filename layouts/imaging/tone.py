"""Photos shown otherwise than their files have them (图片调整): the one place that says what that
means for pixels. Every painter asks it, so that screen and paper agree.

First a photo is straightened, then made grey, then lighter or harder. Straightening turns it about
its middle and keeps the largest rectangle of its own proportions without blank corners. Greys are
as light as the colours were, by their luminance in linear light. Brightness and contrast bend each
sRGB value v by its odds o = v / (1 − v) to b · o ** c: the order of tones is kept, black stays
black and white stays paper, and nothing is clipped.
"""
# Pillow types `point` and `transform` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import math
from functools import lru_cache

from PIL import Image, ImageMath

from layouts.imaging.scale import light_of, srgb_of
from layouts.photo_tone import PhotoTone, kept_of

BRIGHTEST = 4.0
"""The odds of a value are so many times as large at a brightness of 1: middle grey comes to
0.8.
"""

HARDEST = 2.0
"""How much steeper middle tones are at a contrast of 1, and flatter at −1."""

LUMINANCE = (0.2225, 0.7169, 0.0606)
"""The share of sRGB's red, green and blue in Y of CIE XYZ as profiles count it, adapted to D50
(ICC.1:2022 Annex E): as greys for print are made (`layouts.imaging.grey`).
"""

_DEPTH = 65535
"""Light is counted so finely: 255 steps would tear the shadows apart."""

_AT_ONCE = 2_000_000
"""Pixels made grey together: their light takes twelve bytes each."""

_HALF = 128


def toned(
    colours: Image.Image, alpha: Image.Image | None, tone: PhotoTone
) -> tuple[Image.Image, Image.Image | None]:
    """A picture in a tone, and its transparency turned along with it.

    Bilevel, grey, RGB or CMYK come back so; indexed ones as RGB, and RGB that is made grey as grey.
    RGB and grey are sRGB; CMYK can only be straightened, and of bilevel ones nothing else shows.
    """
    if colours.mode == "P":
        colours = colours.convert("RGB")
    if tone.straighten:
        colours, alpha = _both_straightened(colours, alpha, tone.straighten)
    if colours.mode in {"1", "CMYK"}:
        return colours, alpha
    if tone.grey and colours.mode != "L":
        colours = grey_of(colours)
    if tone.brightness or tone.contrast:
        table = [*curve(tone.brightness, tone.contrast)] * len(colours.getbands())
        colours = colours.point(table)
    return colours, alpha


def toned_pixels(
    pixels: bytes, width: int, height: int, tone: PhotoTone, *, alpha: bool
) -> tuple[bytes, int, int]:
    """A picture for the screen in a tone, and its width and height then.

    Pixels are four bytes each, in rows without gaps: blue, green, red and either `alpha`, not
    premultiplied, or nothing: what Qt calls ARGB32 and RGB32 on machines that count from the small
    end.
    """
    order = "BGRA" if alpha else "BGRX"
    image = Image.frombytes("RGBA" if alpha else "RGB", (width, height), pixels, "raw", order)
    mask = image.getchannel("A") if alpha else None
    shown, mask = toned(image.convert("RGB"), mask, tone)
    shown = shown.convert("RGB")
    if mask is not None:
        shown.putalpha(mask)
    return shown.tobytes("raw", order), *shown.size


@lru_cache(maxsize=64)
def curve(brightness: float, contrast: float) -> bytes:
    """What becomes of each of the 256 sRGB values."""
    more, steeper = BRIGHTEST**brightness, HARDEST**contrast
    return bytes(round(255 * _bent(value / 255, more, steeper)) for value in range(256))


def _bent(value: float, more: float, steeper: float) -> float:
    if value in {0.0, 1.0}:
        return value
    odds = more * (value / (1 - value)) ** steeper
    return odds / (1 + odds)


def grey_of(image: Image.Image) -> Image.Image:
    """An RGB picture in sRGB as greys that are as light."""
    grey = Image.new("L", image.size)
    rows = max(1, _AT_ONCE // image.width)
    for top in range(0, image.height, rows):
        strip = image.crop((0, top, image.width, min(image.height, top + rows)))
        grey.paste(_grey_strip(strip), (0, top))
    return grey


def _grey_strip(strip: Image.Image) -> Image.Image:
    lights, values = _tables()
    red, green, blue = (
        strip.getchannel(band).point(list(light), "I")
        for band, light in zip("RGB", lights, strict=True)
    )
    light = ImageMath.lambda_eval(
        lambda found: found["red"] + found["green"] + found["blue"], red=red, green=green, blue=blue
    )
    return light.point(values, "L")


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[tuple[int, ...], ...], bytes]:
    """The light of each value of red, green and blue, and the value of each light."""
    lights = tuple(
        tuple(round(share * light_of(value / 255) * _DEPTH) for value in range(256))
        for share in LUMINANCE
    )
    return lights, bytes(round(255 * srgb_of(light / _DEPTH)) for light in range(_DEPTH + 1))


def straightened(image: Image.Image, degrees: float) -> Image.Image:
    """A picture turned counter-clockwise about its middle, and of it the largest rectangle of its
    own proportions without blank corners; as fine as before.
    """
    kept = kept_of(degrees, image.width, image.height)
    wide, high = image.width * kept, image.height * kept
    size = max(1, round(wide)), max(1, round(high))
    # one pixel across and down, in the picture as it was
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = wide / size[0], high / size[1]
    a, b = cosine * across, -sine * down
    d, e = sine * across, cosine * down
    c = (image.width - a * size[0] - b * size[1]) / 2
    f = (image.height - d * size[0] - e * size[1]) / 2
    bilevel = image.mode == "1"
    turned = (image.convert("L") if bilevel else image).transform(
        size, Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BICUBIC
    )
    return turned.point([255 * (v >= _HALF) for v in range(256)], "1") if bilevel else turned


def _both_straightened(
    colours: Image.Image, alpha: Image.Image | None, degrees: float
) -> tuple[Image.Image, Image.Image | None]:
    if alpha is None or colours.mode == "CMYK":
        turned = straightened(colours, degrees)
        return turned, alpha and straightened(alpha, degrees)
    # together, so that Pillow weighs the colours by the alpha
    whole = colours.convert("RGB")
    whole.putalpha(alpha)
    whole = straightened(whole, degrees)
    mixed = whole.convert("RGB")
    return mixed.convert("L") if colours.mode == "L" else mixed, whole.getchannel("A")
