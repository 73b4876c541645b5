"""The mouse on the pages: to the gesture under way, to the one that a press begins, else to what
lies under the pointer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.start import gesture_for, press_twice
from desktop.canvas.hovering import Hovering
from desktop.canvas.shown import Pointer


class Pointing:
    """Takes the events of the mouse."""

    def __init__(self, context: Context, editor: TextEditor, hovering: Hovering) -> None:
        self._context = context
        self._editor = editor
        self._hovering = hovering

    def pressed(self, event: QMouseEvent) -> None:
        """Begin the gesture that a press of this button means here."""
        pointer, gesture = self._pointer(event), self._context.mouse.gesture
        if pointer is not None and (gesture is None or gesture.lasts):
            self._context.camera.prefer(pointer.page)
            gesture_for(self._context, self._editor, pointer, event.button())

    def pressed_twice(self, event: QMouseEvent) -> None:
        """Text: a caret; photo: crop; fixed parts: their fields."""
        pointer = self._pointer(event)
        if pointer is not None and event.button() is Qt.MouseButton.LeftButton:
            press_twice(self._context, self._editor, pointer)

    def moved(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show what a click would take."""
        pointer, mouse = self._pointer(event), self._context.mouse
        if pointer is None:
            return
        if mouse.gesture is not None and not event.buttons() and not mouse.gesture.lasts:
            mouse.gesture.release(pointer)  # the button was let go where we could not hear of it
        elif mouse.gesture is not None:
            mouse.gesture.move(pointer)
        if mouse.gesture is None or not event.buttons():
            self._hovering.moved(pointer)

    def released(self, event: QMouseEvent) -> None:
        """End the gesture under way, with what it made of the issue."""
        pointer, gesture = self._pointer(event), self._context.mouse.gesture
        if pointer is not None and gesture is not None:
            gesture.release(pointer)
            self._hovering.moved(pointer)

    def _pointer(self, event: QMouseEvent) -> Pointer | None:
        return self._context.camera.pointer(event.position(), event.modifiers())
