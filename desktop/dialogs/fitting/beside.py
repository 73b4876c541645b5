"""The pages before and after fitting side by side, scrolled together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.canvas.tiles import PageImages
from desktop.dialogs.fitting.page_strip import PageStrip
from desktop.dialogs.fitting.places import marked_places
from desktop.words import tr
from fonts.catalogue import Catalogue
from layouts.fitting.change import FitChange
from layouts.issue.issue import Issue
from layouts.page.page import Edition

ABOVE = 0.3
"""Of the view's height: so far down a change is shown."""


class BeforeAndAfter(QWidget):
    """`marked` carries the number of the change that was clicked on a page."""

    marked = Signal(int)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        painter = PagePainter(catalogue)
        self.pictures = PictureStore(parent=self)
        self.before = PageColumn(PageImages(painter, self.pictures, parent=self), tr("适配前"))
        self.after = PageColumn(PageImages(painter, self.pictures, parent=self), tr("适配后"))
        # how much further down the right side is: changes above move what is compared
        self._apart = 0
        self._following = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for column in (self.before, self.after):
            row.addWidget(column, 1)
            column.strip.marked.connect(self.marked)
        self.before.area.verticalScrollBar().valueChanged.connect(self._follow_before)
        self.after.area.verticalScrollBar().valueChanged.connect(self._follow_after)

    def show_before(self, edition: Edition, issue: Issue, changes: Sequence[FitChange]) -> None:
        """Show the pages as they were."""
        self.before.show_pages(edition, issue, changes)

    def show_after(self, edition: Edition, issue: Issue, changes: Sequence[FitChange]) -> None:
        """Show the pages as they come to be."""
        self.after.show_pages(edition, issue, changes)

    def show_change(self, change: int) -> None:
        """Bring a change into view on both sides, level with itself."""
        before, after = self.before.point_out(change), self.after.point_out(change)
        if before is None or after is None:
            return
        self._following = True
        self._apart = self.after.scroll_to(after) - self.before.scroll_to(before)
        self._following = False

    def close_photos(self) -> None:
        """Read no more photos."""
        self.pictures.close()

    def _follow_before(self, value: int) -> None:
        self._move(self.after, value + self._apart)

    def _follow_after(self, value: int) -> None:
        self._move(self.before, value - self._apart)

    def _move(self, other: PageColumn, value: int) -> None:
        if not self._following:
            self._following = True
            other.area.verticalScrollBar().setValue(value)
            self._following = False


class PageColumn(QWidget):
    """One side: what it is, and its pages."""

    def __init__(self, images: PageImages, name: str) -> None:
        super().__init__()
        self._name, self._images = name, images
        self.heading = QLabel(name)
        self.heading.setProperty("role", "quiet")
        self.heading.setContentsMargins(16, 6, 16, 6)
        self.strip = PageStrip(images, name)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(name)
        self.area.setWidget(self.strip)
        self.area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.area, 1)

    def show_pages(self, edition: Edition, issue: Issue, changes: Sequence[FitChange]) -> None:
        """Show the pages of an issue, marked where changes are to be seen."""
        pages = len(edition.pages)
        self.heading.setText(tr("{side} · {n} 页", side=self._name, n=pages))
        self._images.keep(edition.pages)
        self.strip.show_pages(edition.pages, marked_places(edition, issue, changes))

    def point_out(self, change: int) -> float | None:
        """Show which change is looked at; how far down it is."""
        self.strip.point_out(change)
        return self.strip.top_of(change)

    def scroll_to(self, top: float) -> int:
        """Scroll until something that far down is well in view; how far that was."""
        bar = self.area.verticalScrollBar()
        bar.setValue(round(top - ABOVE * self.area.viewport().height()))
        return bar.value()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Pages are as wide as their place."""
        if isinstance(event, QResizeEvent) and watched is self.area.viewport():
            QTimer.singleShot(0, self, self._refit)
        return super().eventFilter(watched, event)

    def _refit(self) -> None:
        self.strip.fit_width(self.area.viewport().width())
