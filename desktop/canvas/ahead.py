"""Pages painted before they are seen, a strip at a time while nobody does anything: scrolling to them then only copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.canvas.shown import Shown

if TYPE_CHECKING:
    from desktop.canvas.view import PageView

REST = 150
"""Milliseconds after the last paint until the view counts as at rest."""

PAUSE = 10
"""Milliseconds between two strips: time for whatever the editor does."""


class Ahead:
    """Finishes the pages in view, then those that one turn of the wheel or one press of a key brings there."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def rest(self) -> None:
        """The view was painted: go on when nothing more comes."""
        self._timer.start(REST)

    def stop(self) -> None:
        """Paint no more."""
        self._timer.stop()

    def _step(self) -> None:
        view = self._view
        if view.gesture is not None or not view.session.is_current:  # another paint will follow
            return
        ratio = view.viewport().devicePixelRatioF()
        if any(view.surface.prepare(view.pages[sheet.page], sheet, ratio) for sheet in self._wanted()):
            self._timer.start(PAUSE)

    def _wanted(self) -> Iterator[Shown]:
        """The sheets in view, then the row below, then the one above."""
        view = self._view
        seen = view.visible()
        yield from seen
        for page in (seen[-1].page + 1, seen[0].page - 1) if seen else ():
            if 0 <= page < len(view.pages):
                yield from (view.shown(sheet.page) for sheet in view.sheets.row_of(page))
