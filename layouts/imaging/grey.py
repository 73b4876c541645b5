"""Photos in one ink: greys that are as light in print as they are on the screen."""
# Pillow types `point` and `resize` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from bisect import bisect_left

from PIL import Image, ImageChops

from layouts.imaging.scale import light_of, srgb_of
from layouts.imaging.transforms import Transforms

_NEUTRAL = 2
"""Parts of 255 that red, green and blue may lie apart in a grey photo: what JPEG does to a scan
that was saved in colour.
"""

_KAPPA, _EPSILON = 24389 / 27, 216 / 24389
"""CIE 15:2018 8.2.1: the straight piece of L* near black."""


def lightness_of(light: float) -> float:
    """L* of a relative luminance from 0 to 1."""
    return 116 * light ** (1 / 3) - 16 if light > _EPSILON else _KAPPA * light


def light_of_lightness(lightness: float) -> float:
    """The relative luminance, from 0 to 1, of an L*."""
    return ((lightness + 16) / 116) ** 3 if lightness > _KAPPA * _EPSILON else lightness / _KAPPA


def is_grey(image: Image.Image) -> bool:
    """Whether a bilevel, grey or RGB picture has no colour in it."""
    if image.mode in {"1", "L"}:
        return True
    if image.mode != "RGB":
        return False
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue))
    return all(_most(ImageChops.difference(one, other)) <= _NEUTRAL for one, other in pairs)


def _most(image: Image.Image) -> float:
    _, most = image.getextrema()
    return float(most if isinstance(most, int | float) else most[1])


class Greys:
    """What value of DeviceGray stands for a lightness.

    For a press that is the amount of black ink which looks so, white being the paper and black the
    ink (black point compensation, ISO 18619). `black` is the profile of that ink alone; without one
    it is the black of the four. Elsewhere a grey means what it means on a screen, sRGB with equal
    parts.
    """

    def __init__(self, transforms: Transforms, *, press: bool, black: bytes = b"") -> None:
        """ExportError where the profile `black` is damaged."""
        self._transforms = transforms
        self._key = transforms.key_lightness(black) if press else []

    @property
    def changes_nothing(self) -> bool:
        """Whether a grey without a profile stands for itself."""
        return not self._key

    def of(self, image: Image.Image, source: bytes = b"") -> Image.Image:
        """A picture in grey, 8 bits.

        `source` is its profile; without one it is in sRGB, or in CMYK of the print condition.
        """
        if not is_grey(image):
            lightness = self._transforms.lightness(image, source)
            return lightness.point([self._value(value / 2.55) for value in range(256)])
        # in a grey photo all three say the same, but for rounding
        green = image.getchannel("G") if image.mode == "RGB" else image.convert("L")
        if not source:
            return (
                green
                if self.changes_nothing
                else green.point([self._value(lightness_of(light_of(v / 255))) for v in range(256)])
            )
        # the profile is asked once for all 256 greys instead of for each pixel
        ramp = Image.frombytes("L", (256, 1), bytes(range(256))).convert(image.mode)
        lightness = self._transforms.lightness(ramp, source).tobytes()
        return green.point([self._value(value / 2.55) for value in lightness])

    def _value(self, lightness: float) -> int:
        light = light_of_lightness(lightness)
        if not self._key:
            return round(255 * srgb_of(light))
        darkest = light_of_lightness(self._key[255])
        # black becomes the darkest that the ink gives, and all between moves with it
        wanted = lightness_of(darkest + (1 - darkest) * light)
        # The more ink the darker, but for steps of rounding.
        more = min(255, max(1, bisect_left(self._key, -wanted, key=lambda lightness: -lightness)))
        above, below = self._key[more - 1], self._key[more]
        part = (above - wanted) / (above - below) if above > below else 1.0
        # DeviceGray counts light, the table ink
        return 255 - min(255, max(0, round(more - 1 + part)))
