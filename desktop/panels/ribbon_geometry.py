"""Where the columns of the page flow stand, and what lies under a point of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from layouts.page.measures import Run

COLUMN, GAP, LEFT, TOP = 44, 10, 4, 6
"""Width of a page's column, between two of them, before the first and above all; pixels."""

NUMBERS = 22
"""Pixels under the columns for the page numbers."""


class RibbonHit(NamedTuple):
    """What lies under a point: a page (from 0), the run there, and whether the point is in the
    run's lower half.
    """

    page: int
    run: Run | None
    lower: bool


class Columns(NamedTuple):
    """The geometry of the page flow: one for each of `pages`, `height` pixels tall, moved left by
    `scroll`.
    """

    pages: int
    height: int
    scroll: int
    columns_per_page: int = 1

    @property
    def width(self) -> int:
        """The width of all columns together."""
        return 2 * LEFT + self.pages * (COLUMN + GAP) - GAP

    def rect(self, page: int) -> QRect:
        """The column of a page (from 0)."""
        return QRect(LEFT + page * (COLUMN + GAP) - self.scroll, TOP, COLUMN, self.height)

    def cell(self, page: int) -> QRect:
        """All that belongs to a page: its column, frame and number."""
        return self.rect(page).adjusted(-GAP // 2, -TOP, GAP // 2, NUMBERS)

    def run_rect(self, page: int, run: Run) -> QRectF:
        """The rectangle of a run in its page's column, at least two pixels tall."""
        rect = QRectF(self.rect(page))
        width = rect.width() / self.columns_per_page
        top = rect.top() + run.top * rect.height()
        height = max(2.0, (run.bottom - run.top) * rect.height())
        return QRectF(
            rect.left() + run.column * width, min(top, rect.bottom() - 2.0), width, height
        )

    def page_at(self, x: int) -> int:
        """The page (from 0) whose cell `x` lies in, the nearest one outside of all."""
        return min(max((x + self.scroll - LEFT + GAP // 2) // (COLUMN + GAP), 0), self.pages - 1)

    def hit(self, at: QPoint, pages: Sequence[Sequence[Run]]) -> RibbonHit | None:
        """What lies under a point; None outside of the pages."""
        if not self.pages:
            return None
        page = self.page_at(at.x())
        if not self.cell(page).contains(at):
            return None
        for run in pages[page]:
            rect = self.run_rect(page, run)
            if rect.contains(QPointF(at)):
                return RibbonHit(page, run, at.y() >= rect.center().y())
        return RibbonHit(page, None, lower=True)

    def visible(self, rect: QRect) -> range:
        """The pages of which something lies in a rectangle."""
        return (
            range(self.page_at(rect.left()), self.page_at(rect.right()) + 1)
            if self.pages
            else range(0)
        )
