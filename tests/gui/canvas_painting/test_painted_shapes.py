"""Boxes, rules, pictures and placeholders as the canvas paints them, pixel by pixel; 72 dpi: a
pixel is a point.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from painted import letters, pillow, screen
from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from layouts.page.item import BLACK, Box, GlyphRun, Ink, Line, Picture, Rule
from layouts.page.page import Page

RED = Ink("red", (0.8, 0.1, 0.1))
BLUE = Ink("blue", (0.0, 0.0, 1.0))


@pytest.fixture(params=["screen", "image"])
def painted(request: pytest.FixtureRequest, page_painter: PagePainter, read_at_once: PictureStore):
    """A page as rows of letters: as the canvas shows it, and as an exported image."""

    def paint(page: Page) -> list[str]:
        if request.param == "screen":
            return letters(screen(page_painter, page, read_at_once))
        return letters(page_painter.page_image(page, 72, read_at_once))

    return paint


def quarters(folder: Path) -> str:
    """A photo of 8 × 8 pixels: red and green over blue and yellow."""
    image = Image.new("RGB", (8, 8))
    for k, colour in enumerate(((255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 255, 0))):
        image.paste(colour, (4 * (k % 2), 4 * (k // 2), 4 * (k % 2) + 4, 4 * (k // 2) + 4))
    path = folder / "quarters.png"
    image.save(path)
    return str(path)


def test_a_box_stands_where_it_should(painted) -> None:
    assert painted(Page(1, 8, 6, boxes=[Box(1, 2, 4, 3, RED)])) == [
        "........",
        "........",
        ".rrrr...",
        ".rrrr...",
        ".rrrr...",
        "........",
    ]


def test_rules_lie_over_boxes_and_keep_their_colour(painted) -> None:
    page = Page(
        1,
        8,
        4,
        boxes=[Box(0, 0, 8, 4, RED)],
        rules=[Rule(0, 1.5, 6, 1.5, 1), Rule(0, 3.5, 8, 3.5, 1, BLUE)],
    )
    assert painted(page) == ["rrrrrrrr", "######rr", "rrrrrrrr", "bbbbbbbb"]


def test_a_rule_may_stand_upright_and_run_backwards(painted) -> None:
    assert painted(
        Page(1, 4, 3, rules=[Rule(1.5, 3, 1.5, 0, 1), Rule(4, 0.5, 2, 0.5, 1, RED)])
    ) == [".#rr", ".#..", ".#.."]


def test_dashes_and_gaps_take_turns_and_end_with_their_rule(painted) -> None:
    page = Page(
        1,
        10,
        3,
        rules=[
            Rule(0, 0.5, 10, 0.5, 1, BLACK, (2, 3)),
            Rule(0, 1.5, 10, 1.5, 1, BLACK, (3,)),
            Rule(0, 2.5, 9, 2.5, 1, BLACK, (8, 1)),
        ],
    )
    assert painted(page) == ["##...##...", "###...###.", "########.."]


def test_a_dash_of_no_length_with_round_caps_is_a_dot(painted) -> None:
    rows = painted(Page(1, 40, 10, rules=[Rule(5, 5, 36, 5, 6, BLACK, (0, 15), round_caps=True)]))
    assert [rows[5][x] for x in (5, 12, 20, 27, 35)] == ["#", ".", "#", ".", "#"]
    assert [rows[y][5] for y in (1, 3, 5, 6, 8)] == [".", "#", "#", "#", "."]


def test_a_rule_thinner_than_a_pixel_is_as_much_paler(page_painter: PagePainter) -> None:
    image = pillow(screen(page_painter, Page(1, 4, 3, rules=[Rule(0, 1.5, 4, 1.5, 0.25)])))
    assert [image.getpixel((2, y))[0] for y in range(3)] == [255, pytest.approx(191, abs=2), 255]


def test_a_picture_fills_its_frame_and_lies_under_rules(painted, tmp_path: Path) -> None:
    page = Page(
        1,
        10,
        6,
        pictures=[Picture(1, 1, 8, 4, quarters(tmp_path), "")],
        rules=[Rule(0, 1.5, 10, 1.5, 1)],
    )
    assert painted(page) == [
        "..........",
        "##########",
        ".RRRRGGGG.",
        ".bbbbYYYY.",
        ".bbbbYYYY.",
        "..........",
    ]


@pytest.mark.parametrize(
    ("crop", "rows"),
    [
        ((0.5, 0.0, 0.0, 0.0), ["GGGG", "GGGG", "YYYY", "YYYY"]),
        ((0.0, 0.5, 0.0, 0.0), ["bbYY", "bbYY", "bbYY", "bbYY"]),
        ((0.0, 0.0, 0.5, 0.0), ["RRRR", "RRRR", "bbbb", "bbbb"]),
        ((0.0, 0.0, 0.0, 0.5), ["RRGG", "RRGG", "RRGG", "RRGG"]),
        ((0.25, 0.25, 0.25, 0.25), ["RRGG", "RRGG", "bbYY", "bbYY"]),
        ((0.5, 0.5, 0.0, 0.0), ["YYYY", "YYYY", "YYYY", "YYYY"]),
    ],
)
def test_what_a_crop_leaves_fills_the_frame(
    painted, tmp_path: Path, crop: tuple[float, float, float, float], rows: list[str]
) -> None:
    page = Page(1, 4, 4, pictures=[Picture(0, 0, 4, 4, quarters(tmp_path), "", crop=crop)])
    assert painted(page) == rows


def test_a_missing_photo_is_a_framed_place_with_its_name(
    page_painter: PagePainter, read_at_once: PictureStore, tmp_path: Path
) -> None:
    picture = Picture(5, 5, 120, 60, str(tmp_path / "照片一.jpg"), "")
    image = pillow(screen(page_painter, Page(1, 130, 70, pictures=[picture]), read_at_once))
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert (
        image.getpixel((5, 30))
        == image.getpixel((124, 30))
        == image.getpixel((60, 5))
        == image.getpixel((60, 64))
        == (154, 156, 163)
    )
    assert image.getpixel((10, 10)) == (223, 224, 227)
    name = image.crop((7, 25, 123, 45)).convert("L").getextrema()
    assert name[0] < 130


def test_a_name_too_long_for_its_frame_stays_inside(
    page_painter: PagePainter, read_at_once: PictureStore, tmp_path: Path
) -> None:
    picture = Picture(10, 5, 50, 40, str(tmp_path / f"{'长' * 40}.jpg"), "")
    image = pillow(screen(page_painter, Page(1, 70, 50, pictures=[picture]), read_at_once, 2))
    for margin in (image.crop((0, 0, 20, 100)), image.crop((120, 0, 140, 100))):
        assert margin.convert("L").getextrema() == (255, 255)


def test_text_has_the_colour_of_its_ink(painted, page_painter: PagePainter) -> None:
    glyph = chr(page_painter.catalogue.face("hei-bold").glyph("一"))
    run = GlyphRun("hei-bold", 40.0, 0.0, 40.0, glyph, 0.0, (), "一", RED)
    rows = painted(Page(1, 40, 50, [Line(0, 40, 40, 40, (run,), "一", "body")]))
    assert "r" * 30 in rows[25]
    assert {letter for row in rows for letter in row} == {".", "r", "?"}


def test_nothing_is_painted_outside_the_clip(page_painter: PagePainter, tmp_path: Path) -> None:
    page = Page(
        1,
        8,
        4,
        pictures=[Picture(0, 0, 8, 4, quarters(tmp_path), "")],
        rules=[Rule(0, 2.5, 8, 2.5, 1)],
        boxes=[Box(0, 0, 8, 4, RED)],
    )
    image = QImage(8, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    page_painter.paint(painter, page, None, QRectF(2, 1, 3, 2))
    painter.end()
    assert letters(image) == ["........", "..RRG...", "..###...", "........"]


def test_the_painter_is_left_as_it_was(page_painter: PagePainter) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(2, 2)
    before = painter.worldTransform()
    page_painter.paint(
        painter, Page(1, 4, 4, boxes=[Box(0, 0, 2, 2, RED)]), None, QRectF(0, 0, 1, 1)
    )
    assert painter.worldTransform() == before
    assert not painter.hasClipping()
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
