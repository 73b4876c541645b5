"""What the canvas paints, as rows of letters, as Pillow images, and as lists of glyphs."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from paint_reading import tool
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from fonts.face import Face
from layouts.page.item import Ink
from layouts.page.page import Edition, Page

LETTERS = {
    (255, 255, 255): ".",
    (0, 0, 0): "#",
    (204, 26, 26): "r",
    (0, 0, 255): "b",
    (255, 0, 0): "R",
    (0, 160, 0): "G",
    (255, 255, 0): "Y",
}


class Written(NamedTuple):
    """An issue's pages and the PDF of them."""

    name: str
    edition: Edition
    pdf: bytes


class Placed(NamedTuple):
    """A glyph that was handed to a sink."""

    face: str
    glyph: int
    x: float
    y: float
    size: float
    rgb: tuple[float, float, float]


class Recorder:
    """A sink that writes down what it is given."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []

    def glyphs(
        self,
        face: Face,
        size: float,
        ink: Ink,
        glyphs: Sequence[int],
        xs: Sequence[float],
        y: float,
    ) -> None:
        self.placed += [
            Placed(face.key, glyph, x, y, size, ink.rgb)
            for glyph, x in zip(glyphs, xs, strict=True)
        ]


def screen(
    painter: PagePainter,
    page: Page,
    pictures: PictureStore | None = None,
    scale: float = 1.0,
    ratio: float = 1.0,
) -> QImage:
    """A page as the canvas shows it."""
    image = QImage(
        round(page.width * scale * ratio),
        round(page.height * scale * ratio),
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(ratio)
    canvas = QPainter(image)
    canvas.scale(scale, scale)
    painter.paint(canvas, page, pictures)
    canvas.end()
    image.setDevicePixelRatio(1)
    return image


def letters(image: QImage) -> list[str]:
    """An image as rows of letters: . white, # black, r b R G Y colours (or next to them), ?
    anything else.
    """
    pil = pillow(image)
    return [
        "".join(letter(pil.getpixel((x, y))) for x in range(pil.width)) for y in range(pil.height)
    ]


def letter(pixel: tuple[int, int, int]) -> str:
    """The letter of a colour; smoothing may be a step off."""
    near = (
        name
        for colour, name in LETTERS.items()
        if max(abs(one - other) for one, other in zip(pixel, colour, strict=True)) <= 1
    )
    return next(near, "?")


def pillow(image: QImage) -> Image.Image:
    """The same image in Pillow."""
    rgb = image.convertToFormat(QImage.Format.Format_RGBX8888)
    return Image.frombytes(
        "RGBX",
        (rgb.width(), rgb.height()),
        bytes(rgb.constBits()),
        "raw",
        "RGBX",
        rgb.bytesPerLine(),
    ).convert("RGB")


Box = tuple[int, int, int, int]


def drawn_by_poppler(
    pdf: bytes, number: int, dpi: int, finer: int, box: Box, folder: Path, *, grey: bool = False
) -> Image.Image:
    """A box (left, top, right, bottom in pixels) of a page as poppler draws it `finer` times
    larger, averaged.

    The finer the truer: poppler puts every glyph on a whole pixel of its own. In grey it draws a
    third of the samples.
    """
    (folder / "draw.pdf").write_bytes(pdf)
    left, top, right, bottom = (edge * finer for edge in box)
    place = ["-x", str(left), "-y", str(top), "-W", str(right - left), "-H", str(bottom - top)]
    page = ["-r", str(dpi * finer), "-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(
        [tool("pdftoppm"), *page, *place, *["-gray"] * grey, "draw.pdf", "draw"],
        cwd=folder,
        check=True,
    )
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with Image.open(folder / ("draw.pgm" if grey else "draw.ppm")) as image:
            return image.reduce(finer)
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def ink_apart(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink of two pictures stands elsewhere: the sum of all differences over the sum
    of all ink.
    """
    one, other = one.convert("L"), other.convert("L")
    (difference,), (ink,) = (
        ImageStat.Stat(ImageChops.difference(one, other)).sum,
        ImageStat.Stat(ImageChops.invert(other)).sum,
    )
    return difference / ink
