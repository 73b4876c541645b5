"""A whole number."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop.widgets.wheel import takes_wheel

INSET: Final = 9
"""Px before the number, as in other fields; Qt's style sheets have no say in it."""


class NumberBox(QSpinBox):
    """A spin box that leaves the wheel to the panel it lies in, and tells only of numbers that are
    entered, not of every digit.
    """

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()
