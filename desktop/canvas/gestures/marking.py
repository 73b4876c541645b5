"""Text marked by the mouse: by characters, by words after a double click, by paragraphs after a triple click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from desktop.canvas.gestures.scroll_edge import EdgeScroller
from desktop.canvas.motion import Unit
from desktop.canvas.shown import Pointer

if TYPE_CHECKING:
    from desktop.canvas.view import PageView


class MarkText:
    """Marks from where the button was pressed to where the pointer is."""

    lasts = False
    hides_selection = False

    def __init__(self, view: PageView, unit: Unit = Unit.CHARACTER) -> None:
        self._view = view
        self._unit = unit
        self._edge = EdgeScroller(view, self.move)

    def move(self, pointer: Pointer) -> None:
        """Mark up to the pointer."""
        self._edge.follow(pointer)
        self._view.editor.mark_to(pointer, self._unit)

    def release(self, pointer: Pointer) -> None:
        """The marks stay."""
        self.cancel()

    def cancel(self) -> None:
        """The marks stay, Esc takes them away in the text."""
        self._edge.stop()
        self._view.begin(None)

    def composed(self) -> None:
        """The marks are in the issue, not on the pages."""

    def paint(self, painter: QPainter) -> None:
        """The editor paints marks."""
