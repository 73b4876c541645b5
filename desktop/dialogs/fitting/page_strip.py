"""Pages one under the other, as wide as their place, with marks on what is about a change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.colours import colours_of
from desktop.canvas.shadow import paint_shadow
from desktop.canvas.tiles import PageImages
from desktop.dialogs.fitting.places import MarkedPlace
from desktop.theme import current_theme
from layouts.page.page import Page

EDGE, GAP = 16, 20
"""Pixels beside the pages, and between two."""

FAINT, STRONG, QUIET = 26, 44, 110
"""Of 255: how much of a mark's colour lies on the page, on that of the change that is looked at,
and on the frame of a photo that is not.
"""


class PageStrip(QWidget):
    """`marked` carries the number of the change whose mark was clicked."""

    marked = Signal(int)

    def __init__(self, images: PageImages, name: str) -> None:
        super().__init__()
        self._images = images
        self._pages: Sequence[Page] = ()
        self._marks: list[MarkedPlace] = []
        self._current = -1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        images.renewed.connect(self.update)

    def show_pages(self, pages: Sequence[Page], marks: list[MarkedPlace]) -> None:
        """Show other pages and marks."""
        self._pages, self._marks = pages, marks
        self.fit_width(self.width())
        self.update()

    def point_out(self, change: int) -> None:
        """Show which change is looked at; −1 for none."""
        self._current = change
        self.update()

    def fit_width(self, width: int) -> None:
        """Be as wide as this, and as high as the pages then are."""
        pages = self._pages
        scale = self._scale(width)
        height = sum(round(page.height * scale) + GAP for page in pages) + EDGE
        self.setFixedHeight(max(1, height))

    def top_of(self, change: int) -> float | None:
        """How far down a change is first to be seen; None where it is not."""
        found = next((mark for mark in self._marks if mark.change == change), None)
        return None if found is None else self._box(found).top()

    @property
    def page_tops(self) -> list[float]:
        """How far down each page begins."""
        tops: list[float] = []
        y = float(EDGE)
        scale = self._scale(self.width())
        for page in self._pages:
            tops.append(y)
            y += round(page.height * scale) + GAP
        return tops

    # -- painting ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Wide enough to read on."""
        return QSize(360, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The pages on their ground, then the marks."""
        colours = colours_of(current_theme())
        exposed = QRectF(event.rect())
        painter = QPainter(self)
        painter.fillRect(exposed, colours.pasteboard)
        scale = self._scale(self.width())
        for page, top in zip(self._pages, self.page_tops, strict=True):
            paper = QRectF(EDGE, top, page.width * scale, page.height * scale)
            if paper.intersects(exposed):
                paint_shadow(painter, paper, colours.shadow)
                self._images.draw(painter, page, paper.topLeft(), scale, exposed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            self._paint_mark(painter, mark, colours.accent)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: MarkedPlace, accent: QColor) -> None:
        is_current = mark.change == self._current
        ground, edge = QColor(accent), QColor(accent)
        # what lies on a photo would change its colours
        ground.setAlpha(0 if mark.is_photo else STRONG if is_current else FAINT)
        edge.setAlpha(255 if is_current else QUIET if mark.is_photo else 0)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1.4))
        painter.drawRoundedRect(self._box(mark), 2, 2)

    def _box(self, mark: MarkedPlace) -> QRectF:
        scale, area = self._scale(self.width()), mark.area
        corner = QPointF(EDGE, self.page_tops[mark.page]) + area.topLeft() * scale
        return QRectF(corner, area.size() * scale)

    def _scale(self, width: int) -> float:
        widest = max((page.width for page in self._pages), default=1.0)
        return max(1.0, width - 2 * EDGE) / widest

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """A click on a mark chooses its change, the smallest of those there."""
        at = event.position()
        under = [mark for mark in self._marks if self._box(mark).contains(at)]
        if under:
            smallest = min(under, key=lambda mark: mark.area.width() * mark.area.height())
            self.marked.emit(smallest.change)
