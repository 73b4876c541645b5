"""Small buttons of the layout panel: a sign alone, its words in the tip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from desktop.icons import icon


def small_button(name: str, label: str, act: Callable[[], object]) -> QToolButton:
    """A button with an icon; `label` is what it does."""
    button = QToolButton()
    button.setIcon(icon(name, "quiet"))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(label)
    button.setAccessibleName(label)
    button.clicked.connect(lambda _checked=False: act())
    return button
