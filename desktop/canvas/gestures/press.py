"""A press that may become a drag: the click has selected already; moving on drags the photo or
marks text.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.gestures.gesture import Gesture, Mouse
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer


class Press:
    """Waits until the pointer has moved as far as the system takes for a drag, then gives way to
    `begin`'s gesture; let go before, it was a click, which `clicked` answers.
    """

    lasts = False
    hides_selection = False

    def __init__(
        self,
        mouse: Mouse,
        pressed: Pointer,
        begin: Callable[[], Gesture | None],
        clicked: Callable[[], object] | None = None,
    ) -> None:
        self._mouse = mouse
        self._pressed = pressed
        self._begin = begin
        self._clicked = clicked

    def move(self, pointer: Pointer) -> None:
        """Begin the drag where it is one."""
        if (pointer.at - self._pressed.at).manhattanLength() < QApplication.startDragDistance():
            return
        gesture = self._begin()
        self._mouse.begin(gesture)
        if gesture is not None:
            gesture.move(pointer)

    def release(self, pointer: Pointer) -> None:
        """It was a click."""
        self._mouse.begin(None)
        if self._clicked is not None:
            self._clicked()

    def cancel(self) -> None:
        """Nothing to take back."""
        self._mouse.begin(None)

    def composed(self) -> None:
        """Nothing depends on the pages."""

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """Nothing: a press is seen only once it became a drag."""
