"""A box or pull quote sized by a corner, in whole em: its height follows its text."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.box_labels import box_label
from desktop.canvas.context import Context
from desktop.canvas.gestures.resize import Resize
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


class BoxResize(Resize):
    """Press on a corner of the selected box and move; one step of undo."""

    def __init__(
        self, context: Context, pressed: Pointer, area: BoxArea, place: Place, corner: int
    ) -> None:
        super().__init__(context, pressed, place, corner, tr("调整框宽"))
        self._width = area.width

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
        pulled, _ = self._pulled()
        if box.side in {Side.BOTH, Side.NONE}:
            pulled *= 2  # it grows on both sides of its middle
        em = layout.grid.size
        width = min(layout.grid.measure, max(NARROWEST_BOX, round((self._width + pulled) / em)))
        edited = resize_float(issue, self._place, float(width))
        if edited.issue is not issue:
            self._held.do(edited.issue, session.selection)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The frame with its handles, and its size."""
        issue, layout, found = self._session.issue, self._session.layout, self._context.box()
        box = text_float_at(issue, self._place)
        if found is None or box is None or layout is None or issue is None:
            return
        area = found[0].picture(found[1])
        paint_frame(painter, area, look)
        paint_label(painter, box_label(layout, issue, self._place, box, found[1]), area, look)
