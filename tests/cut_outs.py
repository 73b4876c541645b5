"""Pictures with transparent ground, drawn: a vase with a branch of plum blossom, for the tests and
the guide. `python tests/cut_outs.py vase.png` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

ACROSS, DOWN = 900, 1200
FINER = 2
"""Drawn so much larger and made smaller, for smooth edges."""

GLAZE, SHADE, LIGHT = (74, 112, 120), (36, 62, 72), (188, 214, 214)
BARK, PETAL, HEART = (84, 62, 48), (214, 92, 108), (250, 222, 150)

BODY = ((0.40, 0.33), (0.60, 0.33), (0.63, 0.36), (0.585, 0.385), (0.57, 0.45), (0.62, 0.53))
"""The right half of the vase's outline: from its mouth to where its belly begins, fractions."""

FLOWERS = (
    (0.30, 0.05, 1.0), (0.42, 0.13, 0.8), (0.56, 0.22, 0.7), (0.70, 0.12, 0.9),
    (0.84, 0.06, 0.8), (0.93, 0.14, 0.6), (0.20, 0.11, 0.6),
)  # fmt: skip


def vase(across: int = ACROSS, down: int = DOWN) -> Image.Image:
    """A vase with a branch, everything else transparent."""
    size = across * FINER, down * FINER
    image = Image.new("RGBA", size, (*GLAZE, 0))
    _branch(image)
    outline = _outline(size)
    image.paste(_glaze(size, outline), mask=outline)
    for x, y, large in FLOWERS:
        _flower(image, x * size[0], y * size[1], 0.055 * large * size[0])
    return image.resize((across, down), Image.Resampling.LANCZOS)


def _outline(size: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    width, height = size
    draw.ellipse((0.16 * width, 0.47 * height, 0.84 * width, 0.97 * height), fill=255)
    neck = [(x * width, y * height) for x, y in BODY[1:]]
    draw.polygon([*neck, *((width - x, y) for x, y in reversed(neck))], fill=255)
    draw.rectangle((0.40 * width, 0.325 * height, 0.60 * width, 0.37 * height), fill=255)
    draw.rounded_rectangle(
        (0.36 * width, 0.955 * height, 0.64 * width, 0.99 * height), 0.01 * width, fill=255
    )
    return mask


def _glaze(size: tuple[int, int], outline: Image.Image) -> Image.Image:
    """Dark towards the edges, a light on the left."""
    width, height = size
    inner = outline.filter(ImageFilter.GaussianBlur(0.09 * width))
    shaded = Image.composite(Image.new("RGB", size, GLAZE), Image.new("RGB", size, SHADE), inner)
    light = Image.new("L", size)
    ImageDraw.Draw(light).ellipse(
        (0.28 * width, 0.56 * height, 0.42 * width, 0.74 * height), fill=200
    )
    light = ImageChops.multiply(light.filter(ImageFilter.GaussianBlur(0.03 * width)), outline)
    shaded.paste(Image.new("RGB", size, LIGHT), mask=light)
    return shaded


def _branch(image: Image.Image) -> None:
    draw, (width, height) = ImageDraw.Draw(image), image.size
    twigs = (
        (0.022, ((0.5, 0.36), (0.52, 0.24), (0.42, 0.13), (0.30, 0.05))),
        (0.014, ((0.52, 0.25), (0.68, 0.15), (0.84, 0.06))),
        (0.010, ((0.68, 0.15), (0.80, 0.16), (0.93, 0.14))),
        (0.009, ((0.36, 0.09), (0.27, 0.12), (0.20, 0.11))),
    )
    for thick, way in twigs:
        draw.line(
            [(x * width, y * height) for x, y in way],
            fill=(*BARK, 255),
            width=round(thick * width),
            joint="curve",
        )


def _flower(image: Image.Image, x: float, y: float, radius: float) -> None:
    draw = ImageDraw.Draw(image)
    for across, down in ((0, -0.62), (0.6, -0.18), (0.37, 0.52), (-0.37, 0.52), (-0.6, -0.18)):
        middle, large = (x + across * radius, y + down * radius), 0.5 * radius
        box = (middle[0] - large, middle[1] - large, middle[0] + large, middle[1] + large)
        draw.ellipse(box, fill=(*PETAL, 255))
    heart = 0.24 * radius
    draw.ellipse((x - heart, y - heart, x + heart, y + heart), fill=(*HEART, 255))


if __name__ == "__main__":
    vase().save(Path(sys.argv[1]))
