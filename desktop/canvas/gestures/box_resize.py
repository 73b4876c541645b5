"""A box or pull quote sized by a corner, in whole em: its height follows its text."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.box_labels import box_label
from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.handles import paint_frame
from desktop.canvas.labels import paint_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.where import text_float_at
from desktop.words import tr
from layouts.issue.edits import resize_float
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.issue.sidebar import NARROWEST_BOX
from layouts.page.item import BoxArea


class BoxResize:
    """Press on a corner of the selected box and move; one step of undo."""

    lasts = False
    hides_selection = True

    def __init__(
        self, context: Context, pressed: Pointer, area: BoxArea, place: Place, corner: int
    ) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._pressed = self._pointer = pressed
        self._width = area.width
        # corners count clockwise from the top left: 0 and 3 lie left
        self._sign = -1 if corner in {0, 3} else 1
        self._sheet = context.camera.shown(pressed.page)
        self._held = HeldEdit(context, tr("调整框宽"))

    def move(self, pointer: Pointer) -> None:
        """Make the box as wide as the corner was pulled."""
        self._pointer = pointer
        self._step()

    def _step(self) -> None:
        session = self._session
        waits = self._held.must_wait()
        issue, layout, box = (
            session.issue,
            session.layout,
            text_float_at(session.issue, self._place),
        )
        if waits or box is None or issue is None or layout is None:
            return
        if self._sheet.page < len(self._context.pages):
            self._sheet = self._context.camera.shown(self._sheet.page)
        pulled = self._sign * (self._sheet.to_page(self._pointer.at)[0] - self._pressed.x)
        if box.side in {Side.BOTH, Side.NONE}:
            pulled *= 2  # it grows on both sides of its middle
        em = layout.grid.size
        width = min(layout.grid.measure, max(NARROWEST_BOX, round((self._width + pulled) / em)))
        edited = resize_float(issue, self._place, float(width))
        if edited.issue is not issue:
            self._held.do(edited.issue, session.selection)

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """The box keeps its size."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._held.let_go()

    def cancel(self) -> None:
        """Give the box back the width it had, as no step of undo."""
        self._held.give_back()

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The frame with its handles, and its size."""
        issue, layout, found = self._session.issue, self._session.layout, self._context.box()
        box = text_float_at(issue, self._place)
        if found is None or box is None or layout is None or issue is None:
            return
        area = found[0].picture(found[1])
        paint_frame(painter, area, look)
        paint_label(painter, box_label(layout, issue, self._place, box, found[1]), area, look)
