"""What every gesture answers to."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter

from desktop.canvas.shown import Pointer


class Gesture(Protocol):
    """What the mouse is doing between press and release."""

    lasts: bool
    """Whether it goes on when the button is let go."""

    hides_selection: bool
    """Whether it paints the selected photo itself."""

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""

    def release(self, pointer: Pointer) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Esc, or the window lost the mouse: as if it had not begun."""

    def composed(self) -> None:
        """New pages arrived."""

    def paint(self, painter: QPainter) -> None:
        """Paint what shows the gesture, in the viewport."""
