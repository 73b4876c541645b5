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
    "restyle",
    "system_theme",
    "text_scale",
    "ui_font",
    "use_appearance",
    "use_text_size",
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
_SCALE: Final = "banxin-text-scale"
_SYSTEM_POINTS: Final = "banxin-system-points"

MOST_POINTS: Final = POINTS * 1.25
"""The largest letters that a desktop comes with; beyond, somebody wanted them larger."""


def use_text_size(app: QApplication, per_cent: int = 0) -> None:
    """Set the window's text in a size, 100 being our own; 0 follows the system, where somebody has
    set larger letters there. Comes into force with the next theme applied.
    """
    if app.property(_SYSTEM_POINTS) is None:
        app.setProperty(_SYSTEM_POINTS, QGuiApplication.font().pointSizeF())
    app.setProperty(_SCALE, per_cent / 100 if per_cent else system_text_scale(app))


def system_text_scale(app: QApplication) -> float:
    """How much larger than ours the system's letters are: 1 up to what desktops come with."""
    points = app.property(_SYSTEM_POINTS)
    usual = isinstance(points, float) and points > MOST_POINTS
    return min(2.0, points / POINTS) if usual else 1.0


def text_scale() -> float:
    """How much larger than our own size the window's text is; 1 before any was chosen."""
    app = QGuiApplication.instance()
    scale: object = None if app is None else app.property(_SCALE)
    return scale if isinstance(scale, float) else 1.0


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application its style, font, palette and style sheet; what paints by itself hears of
    it by QEvent.PaletteChange.
    """
    scale = text_scale()
    if app.property(_THEME) is None:
        app.setStyle("Fusion")
    if app.property(_THEME) is None or app.font().pointSizeF() != POINTS * scale:
        app.setFont(ui_font(scale))
    app.setProperty(_THEME, theme)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, scale))


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


def restyle(app: QApplication) -> None:
    """Apply the theme in force again, in the size of text chosen since."""
    apply_theme(app, current_theme())


def _follow(app: QApplication) -> None:
    wanted = system_theme(app.property(_APPEARANCE))
    if app.property(_THEME) is not wanted:
        apply_theme(app, wanted)


def ui_font(scale: float = 1.0) -> QFont:
    """The font of the window's own text, `scale` times its usual size."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(POINTS * scale)
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
