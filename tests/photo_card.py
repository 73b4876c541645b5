"""A test card in four colours, and how it is stored so that an EXIF orientation turns it
upright.
"""

from __future__ import annotations

from PIL import Image

COLOURS = ((255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 255, 0))
"""The quarters of the test card: top left, top right, bottom left, bottom right."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a picture must be stored so that the EXIF orientation turns it upright."""


def card(width: int = 80, height: int = 48) -> Image.Image:
    image = Image.new("RGB", (width, height))
    for k, colour in enumerate(COLOURS):
        left, top = width // 2 * (k % 2), height // 2 * (k // 2)
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image
