"""An article dragged along the page flow: pressed, taken along, dropped between two others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from desktop.panels.ribbon_geometry import Columns, RibbonHit
from desktop.panels.ribbon_paint import Drop
from layouts.page.measures import FRONT, Run

Pages = Sequence[Sequence[Run]]
"""The runs of every page."""


class RibbonDrag:
    """What the mouse has in hand.

    `chosen(article)` says which articles go along with one that is taken.
    """

    def __init__(self, chosen: Callable[[int], frozenset[int]]) -> None:
        self._chosen = chosen
        self._start = QPoint()
        self.pressed: RibbonHit | None = None
        self.articles: tuple[int, ...] = ()
        self.drop: Drop | None = None

    def press(self, at: QPoint, hit: RibbonHit) -> None:
        """The button went down on something."""
        self._start, self.pressed = at, hit

    def move(self, at: QPoint, columns: Columns, pages: Pages) -> bool:
        """The mouse moves with the button down; whether articles go along by now."""
        if self.pressed is None:
            return False
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        run = self.pressed.run
        if not self.articles and far and run is not None and run.article >= 0:
            self.articles = tuple(sorted(self._chosen(run.article)))
        if self.articles:
            self.drop = _drop_at(at, columns, pages)
        return bool(self.articles)

    def end(self) -> None:
        """Nothing is in hand any more."""
        self.pressed, self.articles, self.drop = None, (), None


def _drop_at(at: QPoint, columns: Columns, pages: Pages) -> Drop | None:
    """Between which articles something dropped at a point would stand."""
    page = columns.page_at(at.x())
    inside = columns.cell(page).contains(at)
    x = at.x() if inside else columns.rect(page).center().x()
    hit = columns.hit(QPoint(x, at.y()), pages)
    runs = [run for run in pages[page] if run.article >= 0]
    if hit is not None and hit.run is not None and hit.run.article >= 0:
        return Drop(page, hit.run, after=hit.lower)
    if not runs:
        return None
    over = hit is not None and hit.run is not None and hit.run.article == FRONT
    return Drop(page, runs[0], after=False) if over else Drop(page, runs[-1], after=True)
