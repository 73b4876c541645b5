"""The pasteboard moved: by the middle button, or by the left one while Space is held."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

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


class Hand:
    """The hand that Space brings: as long as it is held, dragging moves the pasteboard.

    A drag under way when Space is let go is finished first.
    """

    lasts = True
    hides_selection = False

    def __init__(self, camera: Camera, viewport: Viewport, mouse: Mouse) -> None:
        self._camera = camera
        self._viewport = viewport
        self._mouse = mouse
        self._last: QPointF | None = None
        self._ends = False
        viewport.set_cursor(Qt.CursorShape.OpenHandCursor)

    def press(self, pointer: Pointer) -> None:
        """Take hold of the pasteboard."""
        self._last = pointer.at
        self._viewport.set_cursor(Qt.CursorShape.ClosedHandCursor)

    def press_twice(self, pointer: Pointer) -> None:
        """Take hold again: soon after the last time is no other act."""
        self.press(pointer)

    def move(self, pointer: Pointer) -> None:
        """Scroll by what the pointer moved; nothing while nothing is held."""
        if self._last is not None:
            way, self._last = pointer.at - self._last, pointer.at
            self._camera.scroll(-way.x(), -way.y())

    def release(self, pointer: Pointer) -> None:
        """Let go of the pasteboard; the hand stays until Space is let go too."""
        self._last = None
        self._viewport.set_cursor(Qt.CursorShape.OpenHandCursor)
        if self._ends:
            self.cancel()

    def let_go(self) -> None:
        """Space was let go."""
        self._ends = True
        if self._last is None:
            self.cancel()

    def cancel(self) -> None:
        """The mouse means again what it did."""
        self._viewport.set_cursor(None)
        self._mouse.begin(None)

    def key(self, event: QKeyEvent) -> None:
        """Nothing: while Space is held no key types, pages or moves a photo."""

    def claims(self, key: Qt.Key) -> bool:
        """None but its own: shortcuts of the window stay what they are."""
        return key is Qt.Key.Key_Space

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """An open hand, closed while it holds."""
        held = self._last is not None
        return Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor

    def composed(self) -> None:
        """Nothing depends on the pages."""

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """Nothing: the pages themselves move."""
