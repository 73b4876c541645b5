"""Scrolling while something is dragged to the edge of the view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from desktop.canvas.camera import Camera
from desktop.canvas.shown import Pointer
from desktop.canvas.viewport import Viewport

EDGE = 36.0
"""So near to the edge, in pixels, the view scrolls."""

EVERY = 16
"""Milliseconds between two steps."""

FASTEST = 28.0
"""Pixels a step, at the very edge and beyond."""


class EdgeScroller:
    """Scrolls the nearer the pointer is to an edge the faster, and tells the gesture where the
    pointer is then.
    """

    def __init__(
        self, camera: Camera, viewport: Viewport, moved: Callable[[Pointer], None]
    ) -> None:
        self._camera = camera
        self._viewport = viewport
        self._moved = moved
        self._pointer: Pointer | None = None
        self._timer = QTimer(viewport.owner)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._step)

    def follow(self, pointer: Pointer) -> None:
        """The pointer is here now."""
        self._pointer = pointer
        across, down = self._speeds(pointer)
        if (across or down) and not self._timer.isActive():
            self._timer.start()
        elif not (across or down):
            self._timer.stop()

    def stop(self) -> None:
        """Scroll no further: the gesture ended."""
        self._timer.stop()
        self._timer.deleteLater()

    def _speeds(self, pointer: Pointer) -> tuple[float, float]:
        size = self._viewport.size
        return _speed(pointer.at.x(), size.width()), _speed(pointer.at.y(), size.height())

    def _step(self) -> None:
        pointer = self._pointer
        if pointer is None:
            return
        # as far as the pasteboard goes
        if self._camera.scroll(*self._speeds(pointer)).isNull():
            self._timer.stop()
            return
        # the mouse has not moved, the pages have
        now = self._camera.pointer(pointer.at, pointer.modifiers)
        if now is not None:
            self._moved(now)


def _speed(at: float, size: float) -> float:
    if at < EDGE:
        return -FASTEST * min(1.0, (EDGE - at) / EDGE)
    return FASTEST * min(1.0, (at - size + EDGE) / EDGE) if at > size - EDGE else 0.0
