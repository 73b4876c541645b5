"""The tint of each article: the same in the tree, in the page flow and over the page."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop.theme import Theme


def article_tint(number: int, theme: Theme) -> QColor:
    """The tint of article `number`, counted from 0 over the whole issue."""
    return QColor(theme.tint(number))
