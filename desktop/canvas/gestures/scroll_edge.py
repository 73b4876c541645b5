"""Scrolling while something is dragged to the edge of the view: no faster than one reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from desktop.canvas.camera import Camera
from desktop.canvas.shown import Pointer
from desktop.canvas.viewport import Viewport

EDGE = 36.0
"""So near to the edge, in pixels, the view scrolls."""

BEYOND = 120.0
"""So far outside the view, in pixels, it scrolls as fast as it ever does."""

EVERY = 16
"""Milliseconds between two steps."""

FASTEST = 110.0
"""Points of the page a second: five lines of the body, as fast as an eye that skims for a place
still reads them. Points, not pixels: at every zoom the same lines go by.
"""

SLOWEST = 20.0
"""Points a second where the edge begins: less looks like a fault."""


class EdgeScroller:
    """Scrolls the further the pointer is past an edge's beginning the faster, as fast as it ever
    does `beyond` pixels outside the view, and tells the gesture where the pointer is then.
    """

    def __init__(
        self,
        camera: Camera,
        viewport: Viewport,
        moved: Callable[[Pointer], None],
        beyond: float = BEYOND,
    ) -> None:
        self._camera = camera
        self._viewport = viewport
        self._moved = moved
        self._beyond = beyond
        self._pointer: Pointer | None = None
        self._owed = (0.0, 0.0)  # parts of pixels not scrolled yet
        self._timer = QTimer(viewport.owner)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.step)

    def follow(self, pointer: Pointer) -> None:
        """The pointer is here now."""
        self._pointer = pointer
        across, down = self._speeds(pointer)
        if (across or down) and not self._timer.isActive():
            self._owed = (0.0, 0.0)
            self._timer.start()
        elif not (across or down):
            self._timer.stop()

    def stop(self) -> None:
        """Scroll no further: the gesture ended."""
        self._timer.stop()
        self._timer.deleteLater()

    def _speeds(self, pointer: Pointer) -> tuple[float, float]:
        size = self._viewport.size
        return (
            speed(pointer.at.x(), size.width(), self._beyond),
            speed(pointer.at.y(), size.height(), self._beyond),
        )

    def step(self) -> None:
        """Scroll by what one step of the timer is worth."""
        pointer = self._pointer
        if pointer is None:
            return
        pixels = self._camera.scale * EVERY / 1000
        owed = [
            rest + way * pixels for rest, way in zip(self._owed, self._speeds(pointer), strict=True)
        ]
        whole = [int(way) for way in owed]
        self._owed = (owed[0] - whole[0], owed[1] - whole[1])
        if not any(whole):
            return
        # as far as the pasteboard goes
        if self._camera.scroll(*whole).isNull():
            self._timer.stop()
            return
        # the mouse has not moved, the pages have
        now = self._camera.pointer(pointer.at, pointer.modifiers)
        if now is not None:
            self._moved(now)


def speed(at: float, size: float, beyond: float = BEYOND) -> float:
    """Points of the page a second at a place in a view of a size: 0 in its middle, negative before
    its beginning; less than a line at first, two lines at the edge itself, more outside up to
    `beyond` pixels from it.
    """
    before, after = EDGE - at, at - (size - EDGE)
    out = max(before, after)
    if out <= 0:
        return 0.0
    part = min(1.0, out / (EDGE + beyond))
    pace = SLOWEST + (FASTEST - SLOWEST) * part
    return -pace if before >= after else pace
