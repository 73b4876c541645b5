"""Text held over the pages: a caret shows where it would go, and at an edge of the view the pages
scroll on.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_over import HeldOver
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.seats import seat_under
from desktop.selection import TextPosition
from layouts.page.carets import Seat

WIDTH = 2.0
"""Of the caret, logical pixels."""


class TextDrop(HeldOver[tuple[TextPosition, Seat]]):
    """Shows where text that is held over the pages would go."""

    def __init__(self, context: Context) -> None:
        # outside the view it is held over something else
        super().__init__(context, seat_under, beyond=0.0)

    @property
    def position(self) -> TextPosition | None:
        """The place in the text; None where it can go nowhere."""
        return None if self.found is None else self.found[0]

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """A caret in the accent."""
        if self.found is None:
            return
        _, seat = self.found
        sheet = self._context.camera.shown(seat.page)
        area = sheet.caret(self._context.map.caret(seat), WIDTH)
        painter.fillRect(area, look.colours.accent)
