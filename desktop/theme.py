"""The looks of the window: the one place that puts colours, style and font on the application, and
follows the system's appearance.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.colours import (
    BAR,
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    POINTS,
    RADIUS,
    ROW,
    SEVERITIES,
    UNIT,
    Appearance,
    Severity,
    Theme,
)
from desktop.stylesheet import style_sheet

__all__ = [
    "BAR",
    "DARK",
    "HIGH_DARK",
    "HIGH_LIGHT",
    "LIGHT",
    "POINTS",
    "RADIUS",
    "ROW",
    "SEVERITIES",
    "UNIT",
    "Appearance",
    "Severity",
    "Theme",
    "apply_theme",
    "current_theme",
    "palette",
    "system_theme",
    "ui_font",
    "use_appearance",
]

FAMILIES: Final = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Chinese faces made for screens, the system's own first.

Qt takes the first that is installed, then the next for what it lacks.
"""

THEMES: Final = {
    (False, False): LIGHT,
    (True, False): DARK,
    (False, True): HIGH_LIGHT,
    (True, True): HIGH_DARK,
}
"""Whether it is dark, and whether the system asks for high contrast."""

_THEME: Final = "banxin-theme"
_APPEARANCE: Final = "banxin-appearance"


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application its style, font, palette and style sheet; what paints by itself hears of
    it by QEvent.PaletteChange.
    """
    if app.property(_THEME) is None:
        app.setStyle("Fusion")
        app.setFont(ui_font())
    app.setProperty(_THEME, theme)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def current_theme() -> Theme:
    """The theme of the application; LIGHT before any was applied."""
    app = QGuiApplication.instance()
    theme: object = None if app is None else app.property(_THEME)
    return theme if isinstance(theme, Theme) else LIGHT


def system_theme(appearance: Appearance = "system") -> Theme:
    """What the system asks for now, light or dark unless the editor said which; LIGHT where it
    does not say.
    """
    hints = QGuiApplication.styleHints()
    dark = (
        hints.colorScheme() is Qt.ColorScheme.Dark
        if appearance == "system"
        else appearance == "dark"
    )
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return THEMES[dark, high]


def use_appearance(app: QApplication, appearance: Appearance = "system") -> None:
    """Apply the system's theme and follow it live, or hold light or dark; high contrast is always
    the system's to say.

    Title bars follow where the platform lets them.
    """
    hints = QGuiApplication.styleHints()
    if app.property(_APPEARANCE) is None:

        def follow(_said: object) -> None:
            _follow(app)

        hints.colorSchemeChanged.connect(follow)
        hints.accessibility().contrastPreferenceChanged.connect(follow)
    app.setProperty(_APPEARANCE, appearance)
    if appearance == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if appearance == "dark" else Qt.ColorScheme.Light)
    _follow(app)


def _follow(app: QApplication) -> None:
    wanted = system_theme(app.property(_APPEARANCE))
    if app.property(_THEME) is not wanted:
        apply_theme(app, wanted)


def ui_font() -> QFont:
    """The font of the window's own text."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(POINTS)
    return font


def palette(theme: Theme) -> QPalette:
    """A theme as Qt's own widgets and styles ask for it."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for place, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.field),
        (role.AlternateBase, theme.window),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Button, theme.window),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.on_accent),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.bubble),
        (role.ToolTipText, theme.on_bubble),
        (role.Light, theme.field),
        (role.Midlight, theme.hover),
        (role.Mid, theme.border),
        (role.Dark, theme.outline),
        (role.Shadow, theme.quiet),
    ):
        made.setColor(place, QColor(colour))
    for place in (
        role.WindowText,
        role.Text,
        role.ButtonText,
        role.HighlightedText,
        role.PlaceholderText,
    ):
        made.setColor(group.Disabled, place, QColor(theme.disabled))
    return made
