"""The soft proof and the marks of coarse photos, as an editor sees them on the pages."""

from __future__ import annotations

from pathlib import Path

import page_driver
import pytest
from page_driver import Driver
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from windows import give

from desktop.canvas.overlays import LEVELS, Overlay
from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.canvas.proofing import PageProof, ProofMode, page_proof
from desktop.canvas.resolution import level_of, paint_resolutions
from desktop.canvas.shown import ShownPage
from fonts.catalogue import Catalogue
from layouts.manuscript import read_manuscript
from layouts.page.item import BLACK, Box, Ink, Picture, Rule
from layouts.page.page import Page

RED = Ink("red", (0.8, 0.1, 0.1))
BLUE = Ink("blue", (0.0, 0.0, 1.0))
TEXT = "---\npublication: 简报\n---\n\n## 【要闻】\n\n### 标题\n\n正文里有字，也有一张图片。\n\n![](photo.png)\n"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Left a blue that no print reaches, right a grey."""
    image = Image.new("RGB", (90, 60), (0, 0, 255))
    image.paste((128, 128, 128), (45, 0, 90, 60))
    image.save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def driver(qtbot, catalogue, photo):
    (photo.parent / "issue.md").write_text(TEXT, encoding="utf-8")
    driver = page_driver.opened(catalogue, read_manuscript(photo.parent / "issue.md")[0])
    driver.picture()
    store = driver.view.surface.pictures
    qtbot.waitUntil(lambda: isinstance(store.photo(str(photo), 90), QImage))
    yield driver
    page_driver.closed(driver)


def page_with(photo: Path) -> Page:
    rules = [Rule(0.0, 85.0, 90.0, 85.0, 6.0, BLACK)]
    boxes = [Box(0.0, 60.0, 45.0, 20.0, RED), Box(45.0, 60.0, 45.0, 20.0, BLACK)]
    return Page(
        1,
        90.0,
        90.0,
        boxes=boxes,
        rules=rules,
        pictures=[Picture(0.0, 0.0, 90.0, 60.0, str(photo), "")],
    )


def shown(photo: Path, mode: ProofMode) -> QImage:
    painter = PagePainter(Catalogue())
    painter.proof = page_proof(mode)
    return painter.page_image(page_with(photo), 72, PictureStore(load_now=True))


def at(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_without_a_proof_colours_are_themselves(photo):
    image = shown(photo, ProofMode.NONE)
    assert [at(image, x, y) for x, y in ((20, 30), (70, 70), (70, 30))] == [
        (0, 0, 255),
        (0, 0, 0),
        (128, 128, 128),
    ]


def test_print_is_duller_and_black_is_dark_grey(photo):
    image = shown(photo, ProofMode.PRINT)
    red, green, blue = at(image, 20, 30)
    assert blue < 200
    assert red + green > 60
    for x, y in ((70, 70), (20, 85)):  # a box and a rule in black ink alone
        assert all(25 < value < 70 for value in at(image, x, y))
    assert all(abs(value - 128) < 16 for value in at(image, 70, 30))


def test_the_black_plate_has_no_colour(photo):
    image = shown(photo, ProofMode.BLACK)
    for x, y in ((20, 30), (70, 30), (20, 70), (70, 70)):
        values = at(image, x, y)
        assert max(values) - min(values) < 8
    assert min(at(image, 20, 70)) > 200  # red leaves hardly anything on it
    assert max(at(image, 70, 70)) < 70


def test_the_red_plate_has_no_black(photo):
    image = shown(photo, ProofMode.RED)
    assert min(at(image, 70, 70)) > 250
    assert min(at(image, 70, 30)) < 200  # the greys of a colour photo are mixed of all inks
    red, green, blue = at(image, 20, 70)
    assert red - max(green, blue) > 90


def test_a_grey_photo_is_on_the_black_plate_alone(tmp_path):
    Image.linear_gradient("L").resize((90, 60)).convert("RGB").save(tmp_path / "grey.png")
    assert min(at(shown(tmp_path / "grey.png", ProofMode.RED), 45, 5)) > 250
    assert max(at(shown(tmp_path / "grey.png", ProofMode.BLACK), 45, 5)) < 110


def test_a_photo_with_transparency_keeps_it(tmp_path):
    image = Image.new("RGBA", (40, 40), (0, 0, 255, 128))
    image.paste((0, 0, 255, 0), (0, 0, 20, 40))
    image.save(tmp_path / "soft.png")
    found = page_proof(ProofMode.PRINT)
    photo = PictureStore(load_now=True).photo(str(tmp_path / "soft.png"), 40)
    proofed = found.photo(photo)
    assert proofed.pixelColor(10, 20).alpha() == 0
    assert proofed.pixelColor(30, 20).alpha() == 128
    assert found.photo(photo) is proofed  # converted once


def grab(driver: Driver) -> QImage:
    return driver.view.grab().toImage()


def test_the_pages_change_with_the_mode_and_come_back(driver):
    before = grab(driver)
    seen = {ProofMode.NONE: before}
    for mode in (ProofMode.PRINT, ProofMode.BLACK, ProofMode.RED):
        driver.view.surface.set_proof(mode)
        assert all(grab(driver) != other for other in seen.values())
        seen[mode] = grab(driver)
    driver.view.surface.set_proof(ProofMode.NONE)
    assert grab(driver) == before


def test_nothing_is_converted_until_it_is_asked_for(driver):
    assert page_proof(ProofMode.NONE) is None
    assert driver.view.surface.painter.proof is None


def test_the_menu_ticks_one_mode(opened):
    for mode in ("print", "black", "red", "none"):
        give(opened, f"proof.{mode}")
        ticked = [
            name
            for name in ("none", "print", "black", "red")
            if opened.actions_[f"proof.{name}"].isChecked()
        ]
        assert ticked == [mode]
        assert opened.view.surface.proof == mode


@pytest.mark.parametrize(
    ("ppi", "level"), [(149.9, "error"), (150, "warning"), (219.9, "warning"), (220, "")]
)
def test_the_levels_of_resolution(ppi, level):
    assert level_of(ppi) == level


@pytest.mark.parametrize(
    ("width", "level"),
    [(90 * 72 / 100, "error"), (90 * 72 / 180, "warning"), (90 * 72 / 250, None)],
)
def test_coarse_photos_are_marked_with_their_figure(qtbot, photo, width, level):
    page = Page(
        1, 200.0, 200.0, pictures=[Picture(10.0, 10.0, width, width * 2 / 3, str(photo), "")]
    )
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sheet = ShownPage(0, QRectF(0, 0, 800, 800), 4.0)
    paint_resolutions(painter, sheet, page)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(0, 800, 2)}
    assert (LEVELS["error"].name() in colours) == (level == "error")
    assert (LEVELS["warning"].name() in colours) == (level == "warning")
    if level is None:
        assert colours == {"#ffffff"}


def test_the_overlay_is_seen(driver):
    before = grab(driver)
    driver.view.set_overlay(Overlay.RESOLUTION, on=True)
    marked = grab(driver)
    assert marked != before
    driver.view.set_overlay(Overlay.RESOLUTION, on=False)
    assert grab(driver) == before


def test_proofed_photos_take_no_more_than_their_share(photo, monkeypatch):
    monkeypatch.setattr("desktop.canvas.proofing.MOST_BYTES", 90 * 60 * 4)
    proof: PageProof = page_proof(ProofMode.PRINT)
    store = PictureStore(load_now=True)
    image = store.photo(str(photo), 90)
    other = image.copy()
    assert proof.photo(image) == proof.photo(other)
    assert len(proof._photos) == 1
