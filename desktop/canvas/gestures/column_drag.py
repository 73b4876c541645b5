"""The edge between two columns of a table dragged: what one gives the other takes."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.table_edges import ColumnEdge
from desktop.words import tr
from layouts.flow.table_widths import LEAST_COLUMN
from layouts.issue.edits.table_looks import set_column_widths

STEP = 0.25
"""Em that widths go by."""


class ColumnDrag:
    """Press on an edge between columns and move; one step of undo."""

    lasts = False
    hides_selection = False

    def __init__(self, context: Context, pressed: Pointer, edge: ColumnEdge) -> None:
        self._session = context.session
        self._edge = edge
        self._pressed = self._pointer = pressed
        self._sheet = context.camera.shown(pressed.page)
        self._held = HeldEdit(context, tr("拖动列宽"))

    def move(self, pointer: Pointer) -> None:
        """Give both columns their widths where the pointer is."""
        self._pointer = pointer
        self._step()

    def _step(self) -> None:
        issue, edge = self._session.issue, self._edge
        if self._held.must_wait() or issue is None:
            return
        x, _ = self._sheet.to_page(self._pointer.at)
        both = sum(edge.widths)
        wanted = edge.widths[0] + (x - self._pressed.x) / edge.size
        left = max(LEAST_COLUMN, min(both - LEAST_COLUMN, round(wanted / STEP) * STEP))
        widths = {edge.column: left, edge.column + 1: both - left}
        edited = set_column_widths(issue, edge.place, widths)
        if edited.issue is not issue:
            self._held.do(edited.issue, self._session.selection)

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        if self._held.waiting:
            self._step()

    def release(self, pointer: Pointer) -> None:
        """The columns keep their widths."""
        if self._held.waiting and self._session.settle():
            self._step()
        self._held.let_go()

    def cancel(self) -> None:
        """Give the columns back the widths they had, as no step of undo."""
        self._held.give_back()

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The pages show it."""
