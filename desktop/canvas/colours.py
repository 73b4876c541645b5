"""The colours of the canvas, made once from the window's theme; the paper is white in light and
dark.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor

from desktop.theme import LIGHT, Theme


class Colours(NamedTuple):
    """What the canvas paints with besides the pages.

    What lies on paper keeps its colour in dark themes: paper is white there too.
    """

    pasteboard: QColor
    shadow: QColor
    edge: QColor
    accent: QColor
    fill: QColor
    on_fill: QColor
    hover: QColor
    marked: QColor
    focus: QColor
    caret: QColor
    paper: QColor
    tints: tuple[QColor, ...]


def colours_of(theme: Theme) -> Colours:
    """The canvas's colours in a theme."""
    accent = QColor(LIGHT.accent)
    hover, marked = QColor(accent), QColor(accent)
    hover.setAlpha(95)
    marked.setAlpha(46)
    return Colours(
        pasteboard=QColor(theme.canvas),
        shadow=QColor(theme.shadow),
        edge=QColor(theme.paper_edge),
        accent=accent,
        fill=QColor(theme.accent_fill),
        on_fill=QColor(theme.on_accent),
        hover=hover,
        marked=marked,
        focus=QColor(theme.accent),
        caret=QColor("#1A1A1A"),
        paper=QColor(theme.paper),
        tints=tuple(QColor(tint) for tint in LIGHT.tints),
    )
