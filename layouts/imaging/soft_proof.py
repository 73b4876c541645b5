"""The soft proof (校样): how pictures and single colours will look in print, on the screen.

Bytes in, bytes out.
"""
# Pillow types `point` and `resize` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from enum import StrEnum

from PIL import Image

from layouts.imaging.grey import Greys, is_grey
from layouts.imaging.transforms import Transforms

RGB = tuple[float, float, float]
CMYK = tuple[float, float, float, float]
"""Fractions."""


class Plates(StrEnum):
    """Which plates a proof shows: all, black alone, or what is printed beside black (the red of a
    newsletter).
    """

    ALL = "all"
    BLACK = "black"
    COLOUR = "colour"


class Proof:
    """Shows what is in sRGB as a print condition shows it: in its colours, with a black that is no
    blacker than its ink.

    With `paper` colours are absolute, so that white is as yellow as the paper; without it white is
    the screen's white.
    """

    def __init__(self, profile: bytes, plates: Plates = Plates.ALL, *, paper: bool = False) -> None:
        """`profile` is the ICC profile of the print condition.

        ExportError where it cannot be used.
        """
        self.plates = plates
        self._transforms = Transforms(profile)
        self._greys = Greys(self._transforms, press=True)
        self._paper = paper
        self._colours: dict[tuple[RGB, CMYK | None], RGB] = {}

    def picture(self, pixels: bytes, width: int, height: int, *, alpha: bool = False) -> bytes:
        """A picture, proofed. Pixels are four bytes each, in rows without gaps: blue, green, red
        and either `alpha`, not premultiplied, or nothing: what Qt calls ARGB32 and RGB32 on
        machines that count from the small end.
        """
        order = "BGRA" if alpha else "BGRX"
        image = Image.frombytes("RGBA" if alpha else "RGB", (width, height), pixels, "raw", order)
        shown = self._transforms.printed(
            self._shown(self._separated(image.convert("RGB"))), paper=self._paper
        )
        if alpha:
            shown.putalpha(image.getchannel("A"))
        return shown.tobytes("raw", order)

    def colour(self, rgb: RGB, inks: CMYK | None = None) -> RGB:
        """A single colour, proofed.

        `inks` are what it is printed with; without, greys are black ink alone and colours go by
        profile.
        """
        key = (rgb, inks)
        if key not in self._colours:
            separated = self._ink(rgb) if inks is None else _swatch("CMYK", inks)
            shown = self._transforms.printed(self._shown(separated), paper=self._paper).tobytes()
            self._colours[key] = (shown[0] / 255, shown[1] / 255, shown[2] / 255)
        return self._colours[key]

    def _ink(self, rgb: RGB) -> Image.Image:
        # a grey is printed with black ink alone (`layouts.prepress.inks`)
        if max(rgb) - min(rgb) < 1e-6:
            return _swatch("CMYK", (0.0, 0.0, 0.0, 1 - rgb[0]))
        return self._transforms.separated(_swatch("RGB", rgb))

    def _separated(self, image: Image.Image) -> Image.Image:
        """As `layouts.prepress.photo_packer` does it: photos without colour in black ink alone."""
        if not is_grey(image):
            return self._transforms.separated(image)
        black = self._greys.of(image).point([255 - value for value in range(256)])
        return Image.merge("CMYK", [*(Image.new("L", image.size),) * 3, black])

    def _shown(self, separations: Image.Image) -> Image.Image:
        if self.plates is Plates.ALL:
            return separations
        *colours, black = separations.split()
        none = Image.new("L", separations.size)
        return Image.merge(
            "CMYK", [none, none, none, black] if self.plates is Plates.BLACK else [*colours, none]
        )


def _swatch(mode: str, values: tuple[float, ...]) -> Image.Image:
    return Image.new(mode, (1, 1), tuple(round(255 * value) for value in values))
