"""The edge between two columns of a table dragged: what one gives the other takes."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.stepwise import Stepwise
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.table_edges import ColumnEdge
from desktop.words import tr
from layouts.flow.table_widths import LEAST_COLUMN
from layouts.issue.edits.table_looks import set_column_widths

STEP = 0.25
"""Em that widths go by."""


class ColumnDrag(Stepwise):
    """Press on an edge between columns and move; one step of undo."""

    hides_selection = False

    def __init__(self, context: Context, pressed: Pointer, edge: ColumnEdge) -> None:
        super().__init__(context, pressed, tr("拖动列宽"))
        self._edge = edge

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

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The pages show it."""
