"""What gestures have in common that do one edit again and again as the pointer moves."""

from __future__ import annotations

from abc import ABC, abstractmethod

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.shown import Pointer


class Stepwise(ABC):
    """Press and move; one step of undo, `name`."""

    lasts = False

    def __init__(self, context: Context, pressed: Pointer, name: str) -> None:
        self._session = context.session
        self._pressed = self._pointer = pressed
        self._sheet = context.camera.shown(pressed.page)
        self._held = HeldEdit(context, name)

    @abstractmethod
    def _step(self) -> None:
        """Do as the pointer says, or owe that."""

    def move(self, pointer: Pointer) -> None:
        """Do as the pointer says now."""
        self._pointer = pointer
        self._step()

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """It stays as it was pulled."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._held.let_go()

    def cancel(self) -> None:
        """Give back what was there before, as no step of undo."""
        self._held.give_back()
