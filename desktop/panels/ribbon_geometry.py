"""Where the columns of the page flow stand, and what lies under a point of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from layouts.house.layout import Grid
from layouts.page.measures import Run

GAP, LEFT, TOP = 10, 4, 6
"""Between two columns, before the first and above all; pixels."""

NUMBERS = 22
"""Pixels under the columns for the page numbers."""

LEAST, MOST = 62, 96
"""Pixels of a column's height: it grows as long as all pages have room."""

SHARE = 9
"""Columns take no more than such a part of the window's height: the pages need the rest."""

A4 = 210 / 297
"""How wide a page is to its height where no layout says it."""


class RibbonHit(NamedTuple):
    """What lies under a point: a page (from 0), the run there, and whether the point is in the
    run's lower half.
    """

    page: int
    run: Run | None
    lower: bool


class Margins(NamedTuple):
    """The type area of a page as shares of the whole; all of it where nothing but the flow is
    shown.
    """

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


def margins_of(grid: Grid) -> Margins:
    """The type area of a grid."""
    right, bottom = grid.left + grid.area_width, grid.top + grid.area_height
    return Margins(
        grid.left / grid.width, grid.top / grid.height, right / grid.width, bottom / grid.height
    )


def column_size(pages: int, room: QSize, ratio: float) -> QSize:
    """How large the columns of so many pages are in a ribbon as wide as `room`, in a window as
    high: in the page's own proportions (`ratio`: width to height).
    """
    most = max(LEAST, min(MOST, room.height() // SHARE))
    fitting = ((room.width() - 2 * LEFT + GAP) / max(pages, 1) - GAP) / ratio
    height = round(max(LEAST, min(most, fitting)))
    return QSize(round(height * ratio), height)


class Columns(NamedTuple):
    """The geometry of the page flow: one for each of `pages`, of such a size, moved left by
    `scroll`; runs stand inside `margins`.
    """

    pages: int
    size: QSize
    scroll: int
    columns_per_page: int = 1
    margins: Margins = Margins()

    @property
    def width(self) -> int:
        """The width of all columns together."""
        return 2 * LEFT + self.pages * self.pitch - GAP

    @property
    def pitch(self) -> int:
        """From one column to the next."""
        return self.size.width() + GAP

    def rect(self, page: int) -> QRect:
        """The column of a page (from 0)."""
        return QRect(QPoint(LEFT + page * self.pitch - self.scroll, TOP), self.size)

    def cell(self, page: int) -> QRect:
        """All that belongs to a page: its column, frame and number."""
        return self.rect(page).adjusted(-GAP // 2, -TOP, GAP // 2, NUMBERS)

    def run_rect(self, page: int, run: Run) -> QRectF:
        """The rectangle of a run in its page's column, at least two pixels tall."""
        whole, margins = QRectF(self.rect(page)), self.margins
        area = QRectF(
            whole.left() + margins.left * whole.width(),
            whole.top() + margins.top * whole.height(),
            (margins.right - margins.left) * whole.width(),
            (margins.bottom - margins.top) * whole.height(),
        )
        width = area.width() / self.columns_per_page
        top = area.top() + run.top * area.height()
        height = max(2.0, (run.bottom - run.top) * area.height())
        return QRectF(
            area.left() + run.column * width, min(top, area.bottom() - 2.0), width, height
        )

    def page_at(self, x: int) -> int:
        """The page (from 0) whose cell `x` lies in, the nearest one outside of all."""
        return min(max((x + self.scroll - LEFT + GAP // 2) // self.pitch, 0), self.pages - 1)

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
