"""A photo sized by a corner, in whole em; one of a row with its row."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.handles import paint_frame
from desktop.canvas.labels import paint_label, size_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.photo_row import row_width, selected_frame
from desktop.canvas.photos import asked_width
from desktop.canvas.shown import Pointer
from desktop.canvas.where import photo_at
from desktop.words import tr
from layouts.issue.edits import in_row, resize
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.page.hit import Rect, column_of

LEAST_WIDTH = 4
"""Em; no narrower by the mouse."""


class PhotoResize:
    """Press on a corner of the selected photo and move.

    The side that stands at the column's edge stays; one step of undo. The label says how large the
    photo is meanwhile.
    """

    lasts = False
    hides_selection = True

    def __init__(
        self, context: Context, pressed: Pointer, area: Rect, place: Place, corner: int
    ) -> None:
        """`area` is what has the corner: the photo on the page, or its row."""
        self._context = context
        self._session = context.session
        self._place = place
        self._pressed = pressed
        self._width = self._asked_before(area)
        self._ratio = area.height / area.width
        # corners count clockwise from the top left: 0 and 3 lie left, 0 and 1 above
        self._signs = (-1 if corner in {0, 3} else 1, -1 if corner in {0, 1} else 1)
        self._pointer = pressed
        self._sheet = context.camera.shown(pressed.page)
        self._held = HeldEdit(context, tr("调整图片宽度"))

    def _asked_before(self, area: Rect) -> float:
        """The width asked for so far, points: what is drawn differs from it a little, so that its
        foot stands on a line.
        """
        issue, layout = self._session.issue, self._session.layout
        photo = photo_at(issue, self._place)
        if issue is None or photo is None or layout is None:
            return area.width
        if in_row(issue, self._place):
            return row_width(issue, self._place, layout) * layout.grid.size
        return asked_width(photo, layout) * layout.grid.size

    def move(self, pointer: Pointer) -> None:
        """Make the photo as wide as the corner was pulled."""
        self._pointer = pointer
        self._step()

    def _step(self) -> None:
        session = self._session
        waits = self._held.must_wait()
        photo = photo_at(session.issue, self._place)
        if waits or photo is None or session.issue is None or session.layout is None:
            return
        width = self._asked(photo.side, session.layout.grid.size)
        edited = resize(session.issue, self._place, float(width))
        if edited.issue is not session.issue:
            self._held.do(edited.issue, session.selection)

    def _asked(self, side: Side, em: float) -> int:
        """The width asked for in whole em: the way along the edge that was pulled further
        counts.
        """
        # on the page where it began, though the pointer may be over another; where it was, when the
        # photo has become so small that it was all there was on that page
        if self._sheet.page < len(self._context.pages):
            self._sheet = self._context.camera.shown(self._sheet.page)
        x, y = self._sheet.to_page(self._pointer.at)
        across = self._signs[0] * (x - self._pressed.x)
        down = self._signs[1] * (y - self._pressed.y) / self._ratio
        pulled = across if abs(across) >= abs(down) else down
        if side in {Side.BOTH, Side.NONE}:
            pulled *= 2  # it grows on both sides of its middle
        columns = self._context.columns
        column = columns[column_of(self._pressed.x, columns)]
        return round(
            min((column.right - column.left) / em, max(LEAST_WIDTH, (self._width + pulled) / em))
        )

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """The photo keeps its size."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._held.let_go()

    def cancel(self) -> None:
        """Give the photo back the size it had, as no step of undo."""
        self._held.give_back()

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The frame with its handles, and in place of the label at rest the size."""
        issue, layout = self._session.issue, self._session.layout
        found, photo = selected_frame(self._context), photo_at(issue, self._place)
        if found is None or issue is None or photo is None or layout is None:
            return
        sheet, box = found
        area = sheet.rect(box)
        paint_frame(painter, area, look)
        row = row_width(issue, self._place, layout) if in_row(issue, self._place) else None
        paint_label(painter, size_label(layout, photo, box.width, box.height, row), area, look)
