"""Text marked by the mouse: by characters, by words after a double click, by paragraphs after a
triple click.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.scroll_edge import EdgeScroller
from desktop.canvas.motion import MotionUnit
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer


class MarkText:
    """Marks from where the button was pressed to where the pointer is."""

    lasts = False
    hides_selection = False

    def __init__(
        self, context: Context, editor: TextEditor, unit: MotionUnit = MotionUnit.CHARACTER
    ) -> None:
        self._mouse = context.mouse
        self._editor = editor
        self._unit = unit
        self._edge = EdgeScroller(context.camera, context.viewport, self.move)

    def move(self, pointer: Pointer) -> None:
        """Mark up to the pointer."""
        self._edge.follow(pointer)
        self._editor.mark_to(pointer, self._unit)

    def release(self, pointer: Pointer) -> None:
        """The characters marked stay marked; only the dragging ends."""
        self.cancel()

    def cancel(self) -> None:
        """The marks stay, Esc takes them away in the text."""
        self._edge.stop()
        self._mouse.begin(None)

    def composed(self) -> None:
        """The marks are in the issue, not on the pages."""

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The editor paints marks."""
