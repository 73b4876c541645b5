"""The desk moved by the middle button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from desktop.canvas.shown import Pointer

if TYPE_CHECKING:
    from desktop.canvas.view import PageView


class Pan:
    """What was under the pointer stays under it."""

    lasts = False
    hides_selection = False

    def __init__(self, view: PageView, pressed: Pointer) -> None:
        self._view = view
        self._last = pressed.at
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pointer: Pointer) -> None:
        """Scroll by what the pointer moved."""
        way = pointer.at - self._last
        self._last = pointer.at
        for bar, delta in ((self._view.horizontalScrollBar(), way.x()), (self._view.verticalScrollBar(), way.y())):
            bar.setValue(round(bar.value() - delta))

    def release(self, pointer: Pointer) -> None:
        """Let go."""
        self.cancel()

    def cancel(self) -> None:
        """Let go."""
        self._view.viewport().unsetCursor()
        self._view.begin(None)

    def composed(self) -> None:
        """Nothing depends on the pages."""

    def paint(self, painter: QPainter) -> None:
        """Nothing to see."""
