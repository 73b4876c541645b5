"""What every gesture answers to, and which one has the mouse."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter

from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.viewport import Viewport


class Gesture(Protocol):
    """What the mouse is doing between press and release."""

    lasts: bool
    """Whether it goes on when the button is let go."""

    hides_selection: bool
    """Whether it paints the selected photo itself."""

    def move(self, pointer: Pointer) -> None:
        """The pointer moved, buttons held as they were pressed."""

    def release(self, pointer: Pointer) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Esc, or the window lost the mouse: as if it had not begun."""

    def composed(self) -> None:
        """New pages arrived meanwhile: what the gesture points at may stand elsewhere."""

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """Paint what shows the gesture, in the viewport."""


class Mouse:
    """The mouse, which one gesture has at a time: `gesture`, None while it has none."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self.gesture: Gesture | None = None

    def begin(self, gesture: Gesture | None) -> None:
        """Give the mouse to a gesture, None to none."""
        self.gesture = gesture
        self._viewport.update()
