"""What can be chosen in a layout: its inks, styles and punctuation."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop.panels.design.design import Design, ink_name
from desktop.panels.forms.house import option_label
from desktop.theme import current_theme
from desktop.words import spoken
from layouts.house.names import style_name
from layouts.house.punctuation import PRESETS
from layouts.page.item import Ink

SWATCH: Final = 12
"""Pixels of a square of colour."""


def ink_options(design: Design) -> list[tuple[object, str]]:
    """The layout's inks, black first."""
    return [(key, ink_name(key)) for key in design.scope.inks]


def style_options(design: Design) -> list[tuple[object, str]]:
    """The layout's styles in its own order."""
    return [(key, spoken(style_name(key))) for key in design.names("styles")]


def punctuation_options(design: Design) -> list[tuple[object, str]]:
    """Punctuation styles of ours and of the layout."""
    own = [key for key in design.scope.punctuation if key not in PRESETS]
    return [(key, option_label(key)) for key in (*PRESETS, *own)]


def swatch(ink: Ink | None) -> QIcon:
    """A small square of a colour."""
    image = QPixmap(SWATCH * 2, SWATCH * 2)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current_theme().outline))
    painter.setBrush(QColor.fromRgbF(*ink.rgb) if ink is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(1, 1, SWATCH - 2, SWATCH - 2, 2, 2)
    painter.end()
    return QIcon(image)
