"""A photo sized by a corner, in whole em."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from desktop.canvas.shown import Pointer
from desktop.canvas.where import photo_at
from desktop.words import tr
from layouts.issue.edits import resize
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.page.hit import column_of
from layouts.page.item import Picture

if TYPE_CHECKING:
    from desktop.canvas.view import PageView

LEAST_WIDTH = 4
"""Em; no narrower by the mouse."""

_RUNS = count()
"""Each gesture is a step of undo of its own."""


class PhotoResize:
    """Press on a corner of the selected photo and move. The side that stands at the column's edge stays; one step of undo."""

    lasts = False
    hides_selection = False

    def __init__(self, view: PageView, pressed: Pointer, picture: Picture, place: Place, corner: int) -> None:
        self._view = view
        self._merge = f"photo-size-{next(_RUNS)}"
        self._place = place
        self._before = (view.session.issue, view.session.selection)
        self._pressed = pressed
        self._width = self._asked_before(picture)
        self._ratio = picture.height / picture.width
        self._signs = (-1 if corner in {0, 3} else 1, -1 if corner in {0, 1} else 1)
        self._pointer = pressed
        self._waiting = False
        self._page = pressed.page
        view.session.take_in_hand(held=True)

    def _asked_before(self, picture: Picture) -> float:
        """The width asked for so far, points: what is drawn differs from it a little, so that its foot stands on a line."""
        photo, layout = photo_at(self._view.session.issue, self._place), self._view.session.layout
        return picture.width if photo is None or photo.width is None or layout is None else photo.width * layout.grid.size

    def move(self, pointer: Pointer) -> None:
        """Make the photo as wide as the corner was pulled."""
        self._pointer = pointer
        self._step()

    def _step(self) -> None:
        session = self._view.session
        self._waiting = not session.is_current
        photo = photo_at(session.issue, self._place)
        if self._waiting or photo is None or session.issue is None or session.layout is None:
            return
        width = self._asked(photo.side, session.layout.grid.size)
        edited = resize(session.issue, self._place, float(width))
        if edited.issue is not session.issue:
            session.do(tr("调整图片宽度"), edited.issue, session.selection, self._merge)

    def _asked(self, side: Side, em: float) -> int:
        """The width asked for in whole em: the way along the edge that was pulled further counts."""
        pointer, view = self._pointer, self._view
        shown = view.shown(self._page)
        x, y = shown.to_page(pointer.at)
        across = self._signs[0] * (x - self._pressed.x)
        down = self._signs[1] * (y - self._pressed.y) / self._ratio
        pulled = across if abs(across) >= abs(down) else down
        if side in {Side.BOTH, Side.NONE}:
            pulled *= 2  # it grows on both sides of its middle
        column = view.columns[column_of(self._pressed.x, view.columns)]
        return round(min((column.right - column.left) / em, max(LEAST_WIDTH, (self._width + pulled) / em)))

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """The photo keeps its size."""
        if self._waiting and self._view.session.settle():
            self._step()
        self._view.begin(None)
        self._view.session.take_in_hand(held=False)

    def cancel(self) -> None:
        """The size before."""
        issue, selection = self._before
        self._view.begin(None)
        self._view.session.take_in_hand(held=False)
        if issue is not None and issue is not self._view.session.issue:
            self._view.session.do(tr("调整图片宽度"), issue, selection, self._merge)

    def paint(self, painter: QPainter) -> None:
        """The outline and the label of the selection say it all."""


def corner_cursor(corner: int) -> Qt.CursorShape:
    """The cursor over a corner, counted clockwise from the top left."""
    return Qt.CursorShape.SizeFDiagCursor if corner in {0, 2} else Qt.CursorShape.SizeBDiagCursor
