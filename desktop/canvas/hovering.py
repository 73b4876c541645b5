"""What lies under the pointer while nothing is pressed: its cursor, and what a click would take."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.gestures.start import hover_cursor
from desktop.canvas.shown import Pointer
from layouts.page.hit import NOTHING, Hit


class Hovering:
    """`hit` on page `page` (from 0)."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.hit: Hit = NOTHING
        self.page = 0

    def moved(self, pointer: Pointer) -> None:
        """The pointer is here now."""
        found = self._context.hit(pointer)
        self._context.viewport.set_cursor(hover_cursor(self._context, pointer, found))
        if (found, pointer.page) != (self.hit, self.page):
            self.hit, self.page = found, pointer.page
            self._context.viewport.update()

    def leave(self) -> None:
        """Nothing is hovered any more."""
        if self.hit != NOTHING:
            self.hit = NOTHING
            self._context.viewport.update()
