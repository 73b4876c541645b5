"""A photo sized by a corner, in whole em; one of a row with its row."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.resize import Resize
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


class PhotoResize(Resize):
    """Press on a corner of the selected photo and move.

    The side that stands at the column's edge stays; one step of undo. The label says how large the
    photo is meanwhile.
    """

    def __init__(
        self, context: Context, pressed: Pointer, area: Rect, place: Place, corner: int
    ) -> None:
        """`area` is what has the corner: the photo on the page, or its row."""
        super().__init__(context, pressed, place, corner, tr("调整图片宽度"))
        self._width = self._asked_before(area)
        self._ratio = area.height / area.width

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
        across, down = self._pulled()
        down /= self._ratio
        pulled = across if abs(across) >= abs(down) else down
        if side in {Side.BOTH, Side.NONE}:
            pulled *= 2  # it grows on both sides of its middle
        columns = self._context.columns
        column = columns[column_of(self._pressed.x, columns)]
        return round(
            min((column.right - column.left) / em, max(LEAST_WIDTH, (self._width + pulled) / em))
        )

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
