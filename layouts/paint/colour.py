"""Colour through ICC profiles, by the LittleCMS inside Pillow: from sRGB to the inks of a printing condition."""
# Pillow types its colour management by names that its own stubs lack.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from __future__ import annotations

import io
import zlib
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from layouts.paint.profiles import srgb_profile
from layouts.paint.raster import DamagedError, Raster

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

_LUMINANCE = (0.2126, 0.7152, 0.0722)
"""The parts of red, green and blue light in what looks bright (ITU-R BT.709)."""


class Separation:
    """Turns sRGB colours and pictures into those of a CMYK profile, relative colorimetric. DamagedError where that has broken tables."""

    def __init__(self, profile: bytes) -> None:
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        try:
            self._transform = ImageCms.buildTransform(_opened(srgb_profile()), _opened(profile), "RGB", "CMYK", intent, flags)
        except (ImageCms.PyCMSError, OSError) as error:
            raise DamagedError from error

    def colour(self, rgb: Rgb) -> Cmyk:
        """One colour in fractions, to the per cent that a plate can show."""
        cyan, magenta, yellow, black = self.picture(Image.new("RGB", (1, 1), tuple(round(part * 255) for part in rgb))).tobytes()
        return round(cyan / 255, 2), round(magenta / 255, 2), round(yellow / 255, 2), round(black / 255, 2)

    def picture(self, image: Image.Image) -> Image.Image:
        """A picture in sRGB as CMYK."""
        converted = ImageCms.applyTransform(image, self._transform)
        return converted or image.convert("CMYK")


def grey(rgb: Rgb) -> float:
    """The grey as light as a colour: its luminance (BT.709), written with the curve of sRGB (IEC 61966-2-1)."""
    light = sum(part * _linear(value) for part, value in zip(_LUMINANCE, rgb, strict=True))
    return round(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055, 3)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


def print_raster(path: Path, kind: str, separation: Separation | None) -> Raster:
    """A photo as flat CMYK, or as grey without a separation; transparent parts become white."""
    with Image.open(path, formats=(kind,)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    flat = paper.convert("RGB")
    image = separation.picture(flat) if separation else flat.convert("L")
    stride, pixels = image.width * len(image.getbands()), image.tobytes()
    rows = b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    return Raster(image.width, image.height, len(image.getbands()), 8, zlib.compress(rows, 6), is_jpeg=False)
