"""The right edge of a headline dragged: it stands over as many columns as the pointer reaches."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.stepwise import Stepwise
from desktop.canvas.headline_edges import HeadlineEdge
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.photo import ALL_COLUMNS
from layouts.issue.places import article_at


class HeadlineDrag(Stepwise):
    """Press on the edge of a headline and move; one step of undo."""

    hides_selection = False

    def __init__(self, context: Context, pressed: Pointer, edge: HeadlineEdge) -> None:
        super().__init__(context, pressed, tr("标题跨栏"))
        self._edge = edge

    def _step(self) -> None:
        issue, edge = self._session.issue, self._edge
        if self._held.must_wait() or issue is None:
            return
        x, _ = self._sheet.to_page(self._pointer.at)
        columns = edge.columns_to(edge.x + x - self._pressed.x)
        across = ALL_COLUMNS if columns == edge.grid.columns else columns
        if article_at(issue, edge.place).across != across:
            edited = edits.set_across(issue, edge.place, across)
            self._held.do(edited.issue, self._session.selection)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The pages show it."""
