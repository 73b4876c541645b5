"""Colours that can be read and told apart, and a style sheet that Qt takes without a word."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.colours import ROW, SEVERITIES
from desktop.stylesheet import style_sheet
from desktop.theme import (
    DARK,
    FAMILIES,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    apply_theme,
    current_theme,
    system_theme,
    ui_font,
    use_appearance,
)

THEMES = pytest.mark.parametrize(
    "theme",
    [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK],
    ids=["light", "dark", "high contrast", "high contrast, dark"],
)

READ = 4.5
"""WCAG 2.1, 1.4.3: contrast of text."""

READ_WELL = 7
"""WCAG 2.1, 1.4.6: contrast of text for those who ask for more of it."""

BOUNDED = 3
"""WCAG 2.1, 1.4.11: contrast of what bounds a control."""

SEEN = 2.5
"""Contrast of a surface that carries no text: next to WCAG's 3, and our tints have words and
numbers beside them.
"""

GROUNDS = ("window", "field", "hover", "pressed", "accent_soft")
PAIRS = [
    *((text, ground) for text in ("text", "quiet", "accent") for ground in GROUNDS),
    *(
        (level, ground)
        for level in SEVERITIES
        for ground in ("window", "field", "hover", f"{level}_soft")
    ),
    ("text", "selection"),
    ("text", "neutral_soft"),
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_fill_hover"),
    ("on_accent", "accent_fill_pressed"),
    ("on_bubble", "bubble"),
    ("bubble_accent", "bubble"),
    ("tint_text", "tint_none"),
]


@pytest.fixture(autouse=True)
def light_again(qapp):
    yield
    apply_theme(qapp, LIGHT)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=lambda name: name)
def test_text_can_be_read(theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= READ


@pytest.mark.parametrize("theme", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [*((text, ground) for text in ("text", "quiet", "accent", *SEVERITIES) for ground in ("window", "field")),
     ("text", "selection"), ("on_accent", "accent_fill"), ("on_bubble", "bubble")],
    ids=lambda name: name,
)  # fmt: skip
def test_high_contrast_is_high(theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= READ_WELL


@THEMES
@pytest.mark.parametrize("ground", ["window", "field"])
def test_fields_and_buttons_are_seen_by_their_outline(theme, ground) -> None:
    assert contrast(theme.outline, getattr(theme, ground)) >= BOUNDED


@THEMES
def test_text_on_every_tint_can_be_read(theme) -> None:
    assert min(contrast(theme.tint_text, tint) for tint in theme.tints) >= READ


@THEMES
def test_the_tints_of_articles_can_be_told_apart(theme) -> None:
    """By CIE Lab distance: 10 is a difference seen at a glance, and neighbours in the issue differ
    twice as much.
    """
    assert len(theme.tints) == 10
    assert min(distance(one, other) for one, other in combinations(theme.tints, 2)) >= 10
    assert min(distance(theme.tint(k), theme.tint(k + 1)) for k in range(10)) >= 20
    assert theme.tint(10) == theme.tint(0)


def test_dark_tints_stand_out_from_the_window() -> None:
    assert min(contrast(tint, DARK.window) for tint in DARK.tints) >= SEEN


@THEMES
def test_every_colour_is_one(theme) -> None:
    names = [name for name in theme.__struct_fields__ if name not in ("name", "tints")]
    assert not [name for name in names if not QColor(getattr(theme, name)).isValid()]


@THEMES
def test_the_paper_is_white_for_what_is_seen_is_what_prints(theme) -> None:
    assert theme.paper == "#ffffff"


# On the application


@THEMES
def test_the_style_sheet_leaves_no_name_unfilled(theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@THEMES
def test_a_theme_is_applied_to_what_is_shown_already(qapp, qtbot, theme) -> None:
    button = QPushButton("保存")
    qtbot.addWidget(button)
    button.show()
    apply_theme(qapp, theme)
    assert current_theme() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.window)
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(theme.field)


@THEMES
def test_the_primary_button_is_filled_with_the_accent(qapp, qtbot, theme) -> None:
    apply_theme(qapp, theme)
    button = QPushButton("导出")
    button.setProperty("primary", "true")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(theme.accent_fill)


@THEMES
def test_the_focus_is_a_ring_in_the_accent(qapp, qtbot, theme) -> None:
    apply_theme(qapp, theme)
    sheet = QWidget()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    first, second = QLineEdit("图注"), QLineEdit("替代文字")
    for field in (first, second):
        column.addWidget(field)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    height = first.height()
    edge = [QColor(first.grab().toImage().pixelColor(first.width() // 2, y)).name() for y in (0, 1)]
    assert edge == [theme.accent, theme.accent]
    assert second.grab().toImage().pixelColor(second.width() // 2, 0) == QColor(theme.outline)
    assert second.height() == height


def test_the_font_is_a_chinese_one_of_13_pixels(qapp) -> None:
    font = ui_font()
    assert tuple(font.families()) == FAMILIES
    assert QFontInfo(font).pixelSize() in range(12, 15)
    assert qapp.font().families() == font.families()


def test_rows_and_gaps_are_what_others_paint_with() -> None:
    assert ROW == 30


# The system's appearance


class Hints:
    """The system's style hints, which a test cannot change."""

    def __init__(
        self,
        scheme: Qt.ColorScheme,
        contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference,
    ) -> None:
        self.scheme, self.contrast = scheme, contrast

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802, Qt's name
        return self.contrast

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802, Qt's name
        return self.scheme


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)],
    ids=lambda value: value.name,
)
def test_the_system_says_whether_it_is_dark(monkeypatch, scheme, theme) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: Hints(scheme))
    assert system_theme() is theme


@pytest.mark.parametrize(
    ("scheme", "preferred", "theme"),
    [
        (Qt.ColorScheme.Light, "system", HIGH_LIGHT),
        (Qt.ColorScheme.Dark, "system", HIGH_DARK),
        (Qt.ColorScheme.Light, "dark", HIGH_DARK),
        (Qt.ColorScheme.Dark, "light", HIGH_LIGHT),
    ],
)
def test_high_contrast_is_the_systems_to_say(monkeypatch, scheme, preferred, theme) -> None:
    hints = Hints(scheme, Qt.ContrastPreference.HighContrast)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    assert system_theme(preferred) is theme


def test_an_appearance_is_held_and_the_system_followed_again(qapp, monkeypatch) -> None:
    use_appearance(qapp, "dark")
    assert current_theme() is DARK
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme() is DARK
    use_appearance(qapp, "system")
    assert current_theme() is system_theme()
    monkeypatch.setattr("desktop.theme.system_theme", lambda _appearance: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme() is DARK


# Colours as numbers


def channels(colour: str) -> list[float]:
    """Linear light of red, green and blue, 0 to 1."""
    made = QColor(colour)
    return [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (made.redF(), made.greenF(), made.blueF())
    ]


def luminance(colour: str) -> float:
    red, green, blue = channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = channels(colour)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, luminance(colour), z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str) -> float:
    return math.dist(lab(one), lab(other))
