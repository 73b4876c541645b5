"""Single colours through ICC profiles: from sRGB to the inks of a printing condition, and to
grey.
"""

from __future__ import annotations

from PIL import Image

from layouts.errors import ExportError
from layouts.imaging.raster import DamagedError
from layouts.imaging.transforms import Transforms

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

_LUMINANCE = (0.2126, 0.7152, 0.0722)
"""The parts of red, green and blue light in what looks bright (ITU-R BT.709)."""


class Separation:
    """Turns sRGB colours into those of a CMYK profile, as photos are turned.

    DamagedError where that has broken tables.
    """

    def __init__(self, profile: bytes) -> None:
        try:
            self._transforms = Transforms(profile)
        except ExportError as error:
            raise DamagedError from error

    def colour(self, rgb: Rgb) -> Cmyk:
        """One colour in fractions, to the per cent that a plate can show."""
        pixel = Image.new("RGB", (1, 1), tuple(round(part * 255) for part in rgb))
        cyan, magenta, yellow, black = self._transforms.separated(pixel).tobytes()
        return (
            round(cyan / 255, 2),
            round(magenta / 255, 2),
            round(yellow / 255, 2),
            round(black / 255, 2),
        )


def grey(rgb: Rgb) -> float:
    """The grey as light as a colour: its luminance (BT.709), written with the curve of sRGB (IEC
    61966-2-1).
    """
    light = sum(part * _linear(value) for part, value in zip(_LUMINANCE, rgb, strict=True))
    return round(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055, 3)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
