"""Scrolling while something is dragged to the edge of the view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.canvas.shown import Pointer

if TYPE_CHECKING:
    from desktop.canvas.view import PageView

EDGE = 36.0
"""So near to the edge, in pixels, the view scrolls."""

EVERY = 16
"""Milliseconds between two steps."""

FASTEST = 28.0


class EdgeScroller:
    """Scrolls the nearer the pointer is to an edge the faster, and tells the gesture where the pointer is then."""

    def __init__(self, view: PageView, moved: Callable[[Pointer], None]) -> None:
        self._view = view
        self._moved = moved
        self._pointer: Pointer | None = None
        self._timer = QTimer(view)
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
        """The gesture ended."""
        self._timer.stop()
        self._timer.deleteLater()

    def _speeds(self, pointer: Pointer) -> tuple[float, float]:
        area = self._view.viewport()
        return _speed(pointer.at.x(), area.width()), _speed(pointer.at.y(), area.height())

    def _step(self) -> None:
        pointer = self._pointer
        if pointer is None:
            return
        across, down = self._speeds(pointer)
        bars = ((self._view.horizontalScrollBar(), across), (self._view.verticalScrollBar(), down))
        before = [bar.value() for bar, _ in bars]
        for bar, speed in bars:
            bar.setValue(round(bar.value() + speed))
        if [bar.value() for bar, _ in bars] == before:
            self._timer.stop()
            return
        now = self._view.pointer(pointer.at, pointer.modifiers)
        if now is not None:
            self._moved(now)


def _speed(at: float, size: float) -> float:
    if at < EDGE:
        return -FASTEST * min(1.0, (EDGE - at) / EDGE)
    return FASTEST * min(1.0, (at - size + EDGE) / EDGE) if at > size - EDGE else 0.0
