"""What lies under the pointer while nothing is pressed: its cursor, and what a click would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.canvas.gestures.start import hover_cursor
from desktop.canvas.shown import Pointer
from layouts.page.hit import NOTHING, Hit

if TYPE_CHECKING:
    from desktop.canvas.view import PageView


class Hovering:
    """`hit` on page `page` (from 0)."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self.hit: Hit = NOTHING
        self.page = 0

    def moved(self, pointer: Pointer) -> None:
        """The pointer is here now."""
        found = self._view.hit(pointer)
        self._view.viewport().setCursor(hover_cursor(self._view, pointer, found))
        if (found, pointer.page) != (self.hit, self.page):
            self.hit, self.page = found, pointer.page
            self._view.viewport().update()

    def leave(self) -> None:
        """Nothing is hovered any more."""
        if self.hit != NOTHING:
            self.hit = NOTHING
            self._view.viewport().update()
