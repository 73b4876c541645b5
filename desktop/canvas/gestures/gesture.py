"""What every gesture answers to, and which one has the mouse."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

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


class Mode(Gesture, Protocol):
    """A gesture that goes on between presses, and has the keys meanwhile: cropping, the hand."""

    def press(self, pointer: Pointer) -> None:
        """The left button went down."""

    def press_twice(self, pointer: Pointer) -> None:
        """It went down a second time."""

    def key(self, event: QKeyEvent) -> None:
        """A key other than Esc."""

    def claims(self, key: Qt.Key) -> bool:
        """Whether a key is the mode's though the window has a shortcut on it."""
        ...

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """What a press would do, said by the cursor at a point of the viewport."""
        ...


class Mouse:
    """The mouse, which one gesture has at a time: `gesture`, None while it has none.

    `mode` is that gesture where it is a mode.
    """

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self.gesture: Gesture | None = None
        self.mode: Mode | None = None

    def begin(self, gesture: Gesture | None) -> None:
        """Give the mouse to a gesture, None to none; a mode ends."""
        self.gesture, self.mode = gesture, None
        self._viewport.update()

    def enter(self, mode: Mode) -> None:
        """Give mouse and keys to a mode."""
        self.gesture = self.mode = mode
        self._viewport.update()
