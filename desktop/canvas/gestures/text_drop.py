"""Text held over the pages: a caret shows where it would go, and at an edge of the view the pages
scroll on.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.scroll_edge import EdgeScroller
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.seats import seat_under
from desktop.canvas.shown import Pointer
from desktop.selection import TextPosition
from layouts.page.carets import Seat

WIDTH = 2.0
"""Of the caret, logical pixels."""


class TextDrop:
    """Shows where text that is held over the pages would go: `position`."""

    lasts = True
    hides_selection = False

    def __init__(self, context: Context) -> None:
        self._context = context
        # outside the view it is held over something else
        self._edge = EdgeScroller(context.camera, context.viewport, self.move, beyond=0.0)
        self.position: TextPosition | None = None
        self._seat: Seat | None = None

    def move(self, pointer: Pointer) -> None:
        """Look for the nearest place of a caret."""
        self._edge.follow(pointer)
        found = seat_under(self._context, pointer)
        self.position, self._seat = found if found is not None else (None, None)
        self._context.viewport.update()

    def release(self, pointer: Pointer) -> None:
        """The mouse let go: what was dropped is taken by the event itself."""
        self.cancel()

    def cancel(self) -> None:
        """The drag left the pages: the caret that showed its place goes."""
        self._edge.stop()
        self._context.mouse.begin(None)

    def composed(self) -> None:
        """The next move looks again."""
        self.position, self._seat = None, None

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """A caret in the accent."""
        if self._seat is None:
            return
        sheet = self._context.camera.shown(self._seat.page)
        area = sheet.rect(self._context.map.caret(self._seat))
        painter.fillRect(
            QRectF(area.left() - WIDTH / 2, area.top(), WIDTH, area.height()), look.colours.accent
        )
