"""What pulling at a corner has in common, whatever is sized."""

from __future__ import annotations

from abc import ABC, abstractmethod

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.shown import Pointer
from layouts.issue.places import Place


class Resize(ABC):
    """Press on a corner of what is selected and move; one step of undo, `name`."""

    lasts = False
    hides_selection = True

    def __init__(
        self, context: Context, pressed: Pointer, place: Place, corner: int, name: str
    ) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._pressed = self._pointer = pressed
        # corners count clockwise from the top left: 0 and 3 lie left, 0 and 1 above
        self._signs = (-1 if corner in {0, 3} else 1, -1 if corner in {0, 1} else 1)
        self._sheet = context.camera.shown(pressed.page)
        self._held = HeldEdit(context, name)

    @abstractmethod
    def _step(self) -> None:
        """Size it as the pointer says, or owe that."""

    def _pulled(self) -> tuple[float, float]:
        """How far the corner was pulled outwards, points across and down."""
        # on the page where it began, though the pointer may be over another; where it was, when the
        # thing has become so small that it was all there was on that page
        if self._sheet.page < len(self._context.pages):
            self._sheet = self._context.camera.shown(self._sheet.page)
        x, y = self._sheet.to_page(self._pointer.at)
        return self._signs[0] * (x - self._pressed.x), self._signs[1] * (y - self._pressed.y)

    def move(self, pointer: Pointer) -> None:
        """Size it as the corner was pulled."""
        self._pointer = pointer
        self._step()

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """It keeps its size."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._held.let_go()

    def cancel(self) -> None:
        """Give it back the size it had, as no step of undo."""
        self._held.give_back()
