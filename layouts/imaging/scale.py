"""Photos brought down to the pixels that a print can show, in linear light: fine bright detail
stays as bright as it is.
"""
# Pillow types `point` and `resize` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from functools import cache

from PIL import Image

_LANCZOS = Image.Resampling.LANCZOS

_REDUCING_GAP = 2.0
"""A picture is averaged down to no less than twice its new size before Lanczos has its say: not to
be told from Lanczos all the way.
"""

_MIDDLE = 128
"""Where half of a bilevel pixel is white, it is white."""

_DEPTH = 65535
"""Light is counted so finely: 255 steps would tear the shadows apart."""


def light_of(value: float) -> float:
    """The light of an sRGB value, both from 0 to 1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def srgb_of(light: float) -> float:
    """The sRGB value of so much light, both from 0 to 1 (IEC 61966-2-1)."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


@cache
def _light_of_values() -> list[int]:
    """The light of each of 256 sRGB values."""
    return [round(light_of(value / 255) * _DEPTH) for value in range(256)]


@cache
def _values_of_light() -> bytes:
    """The sRGB value of each step of light. It takes 30 ms: once, not for each of the photos of a
    page of the web.
    """
    return bytes(round(srgb_of(light / _DEPTH) * 255) for light in range(_DEPTH + 1))


class Scaler:
    """Scales pictures; it holds the two tables that this takes."""

    def __init__(self) -> None:
        self._light = _light_of_values()
        self._values = _values_of_light()

    def scaled(self, image: Image.Image, size: tuple[int, int]) -> Image.Image:
        """A picture at another size.

        Bilevel ones stay bilevel; CMYK is mixed as it stands, as ink is.
        """
        if image.size == size:
            return image
        match image.mode:
            case "1":
                grey = image.convert("L").resize(size, _LANCZOS, reducing_gap=_REDUCING_GAP)
                return grey.point([255 * (value >= _MIDDLE) for value in range(256)], "1")
            case "CMYK":
                return image.resize(size, _LANCZOS, reducing_gap=_REDUCING_GAP)
            case "L":
                return self._bands(image, size)[0]
            case _:
                return Image.merge(
                    "RGB", self._bands(image if image.mode == "RGB" else image.convert("RGB"), size)
                )

    def scaled_with_alpha(
        self, colours: Image.Image, alpha: Image.Image, size: tuple[int, int]
    ) -> tuple[Image.Image, Image.Image]:
        """The same for a picture with transparency: what does not show through does not count."""
        if alpha.size == size:
            return colours, alpha
        whole = colours.convert("RGB")
        whole.putalpha(alpha)
        whole = whole.resize(size, _LANCZOS)  # Pillow weighs the colours by the alpha
        mixed = whole.convert("RGB")
        return mixed.convert("L") if colours.mode == "L" else mixed, whole.getchannel("A")

    def _bands(self, image: Image.Image, size: tuple[int, int]) -> list[Image.Image]:
        """Each band by itself, since 32 bits of all would be large; 8 bits together, since Pillow
        reads all of the table each time.
        """
        width, height = size
        bands = image.getbands()
        stack = Image.new("I", (width, height * len(bands)))
        for k, band in enumerate(bands):
            stack.paste(
                image.getchannel(band)
                .point(self._light, "I")
                .resize(size, _LANCZOS, reducing_gap=_REDUCING_GAP),
                (0, k * height),
            )
        values = stack.point(self._values, "L")
        return [values.crop((0, k * height, width, (k + 1) * height)) for k in range(len(bands))]
