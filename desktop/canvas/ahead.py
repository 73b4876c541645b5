"""Pages painted before they are seen, a strip at a time while nobody does anything: scrolling to
them then only copies.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from desktop.canvas.context import Context
from desktop.canvas.shown import ShownPage
from desktop.canvas.surface import Surface

REST = 150
"""Milliseconds after the last paint until the view counts as at rest."""

PAUSE = 10
"""Milliseconds between two strips: time for whatever the editor does."""


class Ahead:
    """Finishes the pages in view, then those that one turn of the wheel or one press of a key
    brings there.
    """

    def __init__(self, context: Context, surface: Surface) -> None:
        self._context = context
        self._surface = surface
        self._timer = QTimer(context.viewport.owner)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def rest(self) -> None:
        """The view was painted: go on when nothing more comes."""
        self._timer.start(REST)

    def stop(self) -> None:
        """Paint nothing ahead any more: the view is going."""
        self._timer.stop()

    def _step(self) -> None:
        context = self._context
        # another paint will follow
        if context.mouse.gesture is not None or not context.session.is_current:
            return
        ratio = context.viewport.ratio
        # one strip at a time: `any` stops at the sheet that had something to paint
        if any(
            self._surface.prepare(context.pages[sheet.page], sheet, ratio)
            for sheet in self._wanted()
        ):
            self._timer.start(PAUSE)

    def _wanted(self) -> Iterator[ShownPage]:
        """The sheets in view, then the row below, then the one above."""
        camera = self._context.camera
        seen = camera.visible()
        yield from seen
        for page in (seen[-1].page + 1, seen[0].page - 1) if seen else ():
            if 0 <= page < len(self._context.pages):
                yield from (camera.shown(sheet.page) for sheet in camera.sheets.row_of(page))
