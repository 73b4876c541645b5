"""The pasteboard moved by the middle button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.gestures.gesture import Mouse
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.viewport import Viewport


class Pan:
    """What was under the pointer stays under it."""

    lasts = False
    hides_selection = False

    def __init__(self, camera: Camera, viewport: Viewport, mouse: Mouse, pressed: Pointer) -> None:
        self._camera = camera
        self._viewport = viewport
        self._mouse = mouse
        self._last = pressed.at
        viewport.set_cursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pointer: Pointer) -> None:
        """Scroll by what the pointer moved."""
        way = pointer.at - self._last
        self._last = pointer.at
        self._camera.scroll(-way.x(), -way.y())

    def release(self, pointer: Pointer) -> None:
        """Let go: the pages stay where they were moved."""
        self.cancel()

    def cancel(self) -> None:
        """End the same way: there is nothing to take back, scrolling is no edit."""
        self._viewport.set_cursor(None)
        self._mouse.begin(None)

    def composed(self) -> None:
        """Nothing depends on the pages."""

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """Nothing: the pages themselves move."""
