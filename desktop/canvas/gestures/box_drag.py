"""A box or pull quote dragged to any line of any paragraph: the text flows while it moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.box_labels import box_label
from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.gestures.scroll_edge import EdgeScroller
from desktop.canvas.gestures.slots import side_at, slot_at
from desktop.canvas.labels import paint_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer
from desktop.canvas.where import text_float_at
from desktop.selection import of_box
from desktop.words import tr
from layouts.issue.article import PullQuote
from layouts.issue.edits import move_float
from layouts.issue.edits.floats import TextFloat
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.page.item import BoxArea

KEEPS_SIDE = 2.0
"""Em the pointer may stray sideways before the side follows it."""


class BoxDrag:
    """Press on a box and move. One step of undo; Esc gives back what was before."""

    lasts = False
    hides_selection = True

    def __init__(self, context: Context, pressed: Pointer, area: BoxArea, place: Place) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._grab = QPointF(pressed.x - area.x, pressed.y - area.y)
        self._pressed = self._pointer = pressed
        self._side: Side | None = None
        self._edge = EdgeScroller(context.camera, context.viewport, self.move)
        context.viewport.set_cursor(Qt.CursorShape.ClosedHandCursor)
        self._held = HeldEdit(context, tr("移动专栏框"))

    def move(self, pointer: Pointer) -> None:
        """Let the box stand at the line its top is nearest to."""
        self._pointer = pointer
        self._edge.follow(pointer)
        self._step()
        self._context.viewport.update()

    def _step(self) -> None:
        """One step, of the newest pages: where they are still being made, after them."""
        session, pointer = self._session, self._pointer
        waits = self._held.must_wait()
        issue, layout = session.issue, session.layout
        box = text_float_at(issue, self._place)
        if waits or issue is None or box is None or layout is None:
            return
        now, em = self._context.box(), layout.grid.size
        # the middle of the line that its top is on, not its upper edge
        top = pointer.y - self._grab.y() + em / 2
        moving = now[1] if now is not None else None
        slot = slot_at(issue, self._context.map, pointer.page, pointer.x, top, moving)
        if slot is None:
            return
        paragraph = slot.paragraph
        edited = move_float(
            issue,
            self._place,
            paragraph.of_article,
            paragraph.block or 0,
            slot.line,
            self._side_now(box, em),
        )
        if edited.place is None or (edited.issue is issue and edited.place == self._place):
            return
        self._place = edited.place
        self._held.do(edited.issue, of_box(edited.place))

    def _side_now(self, box: TextFloat, em: float) -> Side:
        """The side that follows the pointer; one between columns or over the column stays so until
        it is moved sideways.
        """
        strayed = abs(self._pointer.x - self._pressed.x) >= KEEPS_SIDE * em
        if self._side is None and not strayed:
            return box.side
        if isinstance(box, PullQuote) and box.between:
            return box.side
        self._side = side_at(self._context.columns, self._pointer.x)
        return self._side

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """The box stays where it stands."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._tidy()
        self._held.let_go()

    def cancel(self) -> None:
        """As if the box had not been touched: the merged step takes itself away."""
        self._tidy()
        self._held.give_back()

    def _tidy(self) -> None:
        self._edge.stop()
        self._context.viewport.set_cursor(None)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The frame and the label of where it stands."""
        issue, layout, now = self._session.issue, self._session.layout, self._context.box()
        box = text_float_at(issue, self._place)
        if now is None or box is None or layout is None or issue is None:
            return
        area = now[0].picture(now[1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.colours.accent, 1.5))
        painter.drawRect(area)
        paint_label(painter, box_label(layout, issue, self._place, box, now[1]), area, look)
