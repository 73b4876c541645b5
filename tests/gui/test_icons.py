"""Every icon loads, is sharp, and has the colours of the theme."""

from __future__ import annotations

import gc
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QToolButton

from desktop.build_icons import SIZES, draw, tinted
from desktop.icons import APP_SIZES, app_icon, icon, pixmap
from desktop.theme import DARK, LIGHT, apply_theme, current_theme
from resources import resource

FOLDER = resource("icons/banxin.svg").parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if not path.stem.startswith("banxin"))
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

ASKED_FOR = {
    *(
        "new",
        "open",
        "save",
        "save-as",
        "import",
        "export-pdf",
        "export-png",
        "print",
        "undo",
        "redo",
        "check",
        "find",
        "replace",
        "palette",
    ),
    *(
        "zoom-in",
        "zoom-out",
        "fit-page",
        "fit-width",
        "single-page",
        "spread",
        "overlay",
        "grid",
        "flow-order",
        "lock",
        "unlock",
    ),
    *(
        "add",
        "remove",
        "move-up",
        "move-down",
        "article",
        "section",
        "photo",
        "masthead",
        "contents",
        "colophon",
        "note",
        "table",
    ),
    *(
        "bold",
        "kai",
        "heading",
        "byline",
        "break-before",
        "keep-together",
        "crop",
        "wrap-left",
        "wrap-right",
        "wrap-both",
        "wrap-none",
    ),
    *(
        "error",
        "warning",
        "notice",
        "ok",
        "chevron-right",
        "chevron-down",
        "close",
        "more",
        "help",
        "sample",
    ),
}


@pytest.fixture(autouse=True)
def in_theme(qapp, request):
    """The theme that a test is about, else the light one.

    Applied only where it is another: that styles every widget anew.
    """
    marked = getattr(request.node, "callspec", None)
    wanted = marked.params.get("theme", LIGHT) if marked else LIGHT
    if current_theme() is not wanted:
        apply_theme(qapp, wanted)


@pytest.fixture(autouse=True, scope="module")
def light_again(qapp):
    yield
    apply_theme(qapp, LIGHT)


def inked(image: QImage) -> list[QColor]:
    """The colours of all pixels that are not clear."""
    colours = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    return [colour for colour in colours if colour.alpha()]


def test_all_icons_are_there() -> None:
    assert not ASKED_FOR - set(NAMES)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", NAMES)
@THEMES  # last: all of one theme follow each other
def test_an_icon_is_drawn_in_the_theme_for_every_screen(theme, ratio: float, name: str) -> None:
    drawn = icon(name).pixmap(QSize(20, 20), ratio)
    assert drawn.deviceIndependentSize().toSize() == QSize(20, 20)
    assert drawn.width() == round(20 * ratio)
    ink = inked(drawn.toImage())
    assert len(ink) >= 10 * ratio * ratio
    expected = QColor(
        getattr(theme, name, theme.text)
        if name in ("error", "warning", "notice", "ok")
        else theme.text
    )
    assert any(near(colour, expected) for colour in ink if colour.alpha() == 255)


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_one_colour_on_a_grid_of_20(path: Path) -> None:
    text = path.read_text("utf8")
    root = ET.fromstring(text)
    assert not re.search(r"href|<image|<text|<style|font", text)
    if not path.stem.startswith("banxin"):
        assert root.get("viewBox") == "0 0 20 20"
        assert root.get("stroke-width") == "1.5"
        assert root.get("stroke-linejoin") == "round"
        assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("name", ["grid", "table", "lock", "masthead", "type-area"])
def test_straight_strokes_meet_the_pixels_of_a_doubled_screen(name: str) -> None:
    """Three pixels wide: across the middle of a frame no pixel is neither ink nor clear."""
    image = pixmap(name, 20, 2.0).toImage()
    row = [image.pixelColor(x, 20).alpha() for x in range(40)]
    assert not [alpha for alpha in row if 10 < alpha < 245]


def test_no_icon_of_an_unknown_name() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_disabled_and_chosen_icons_have_their_own_colours(qapp) -> None:
    made = icon("bold")
    off = inked(made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage())
    chosen = inked(made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage())
    assert any(near(colour, QColor(LIGHT.disabled)) for colour in off)
    assert any(near(colour, QColor(LIGHT.accent)) for colour in chosen)


def test_a_role_gives_the_colour(qapp) -> None:
    for role, colour in (
        ("quiet", LIGHT.quiet),
        ("accent", LIGHT.accent),
        ("on-accent", LIGHT.on_accent),
        ("error", LIGHT.error),
    ):
        assert any(
            near(found, QColor(colour))
            for found in inked(icon("bold", role).pixmap(QSize(20, 20), 1.0).toImage())
        )


def test_an_icon_that_is_shown_already_follows_the_theme(qapp, qtbot) -> None:
    button = QToolButton()
    button.setIcon(icon("bold"))
    button.setIconSize(QSize(20, 20))
    qtbot.addWidget(button)
    button.show()
    apply_theme(qapp, DARK)
    image = button.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())
    }
    assert DARK.text in colours
    assert LIGHT.text not in colours


def test_icons_outlive_their_names_and_their_copies(qapp) -> None:
    """Qt owns the engines; a copy that is added to takes a clone."""
    for _ in range(200):
        made = icon("undo")
        copy = QIcon(made)
        copy.addPixmap(QPixmap(3, 3))
        del made
        gc.collect(0)
        assert copy.pixmap(QSize(20, 20), 1.0).width() == 20


def test_an_icon_is_drawn_in_the_middle_of_any_rectangle(qapp, qtbot) -> None:
    button = QToolButton()
    button.setIcon(icon("bold"))
    button.setIconSize(QSize(32, 20))
    qtbot.addWidget(button)
    assert not button.grab().isNull()
    assert icon("bold").pixmap(QSize(32, 20), 1.0).size() == QSize(32, 20)


# What is made of the drawings


def test_the_application_has_an_icon_of_every_size(qapp) -> None:
    assert {size.width() for size in app_icon().availableSizes()} == set(APP_SIZES)


@pytest.mark.parametrize("size", SIZES)
def test_the_pictures_are_those_of_the_drawings(qapp, size: int) -> None:
    """`python -m desktop.build_icons` makes them anew; another Qt may shade an edge otherwise."""
    kept = QImage(str(resource(f"icons/banxin-{size}.png")))
    drawn = draw(resource(f"icons/{SIZES[size]}.svg"), size)
    assert kept.size() == drawn.size() == QSize(size, size)
    for k in range(size):
        one, other = kept.pixelColor(k, k).getRgb(), drawn.pixelColor(k, k).getRgb()
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 40


@THEMES
def test_the_icons_of_the_style_sheet_are_those_of_the_theme(theme) -> None:
    kept = {path.stem: path.read_text("utf8") for path in (FOLDER / theme.name).glob("*.svg")}
    assert kept == dict(tinted(theme))
