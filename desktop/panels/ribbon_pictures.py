"""Small pictures of pages for the page flow: painted one at a time while nobody does anything, and
only of pages in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.session import Session
from layouts.page.page import Page

REST = 200
"""Milliseconds without anything new after which nobody is taken to be doing anything."""

PAUSE = 15
"""Milliseconds between two pictures: time for whatever the editor does."""

FINER = 3
"""Pages are painted so many times larger and reduced: type of two pixels is grey then, not
broken.
"""


class PageThumbnails(QObject):
    """Pictures by number of the page (from 0). One that was painted stays until the page as it is
    now is painted.

    `painted` is called with the number of a page that has a new one.
    """

    def __init__(self, session: Session, painted: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._painted = painted
        self._painter = PagePainter(session.catalogue)
        self._photos: PictureStore | None = None
        self._known: dict[int, tuple[Page, QPixmap]] = {}
        self._wanted: dict[int, Page] = {}
        self._size, self._ratio = QSize(), 1.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        session.edition_changed.connect(self._rest)

    def take_photos(self, photos: PictureStore) -> None:
        """Photos come from here, which the pages have them from too."""
        self._photos = photos
        photos.ready.connect(self._renew)

    def of(self, number: int) -> QPixmap | None:
        """The picture of a page, None where none was painted yet."""
        found = self._known.get(number)
        return found[1] if found is not None else None

    def want(self, pages: Mapping[int, Page], size: QSize, ratio: float) -> None:
        """These are in sight, so large in logical pixels; those that are not are forgotten."""
        if (size, ratio) != (self._size, self._ratio):
            self._known.clear()
            self._size, self._ratio = size, ratio
        self._wanted = dict(pages)
        if self._next() is not None and not self._timer.isActive():
            self._rest()

    def forget(self) -> None:
        """Nobody looks at pictures any more."""
        self._timer.stop()
        self._known.clear()
        self._wanted = {}

    def _rest(self) -> None:
        if self._wanted:
            self._timer.start(REST)

    def _next(self) -> int | None:
        """The first page in sight whose picture is none, or one of what it was."""
        return next(
            (
                number
                for number, page in self._wanted.items()
                if number not in self._known or self._known[number][0] is not page
            ),
            None,
        )

    def _step(self) -> None:
        if self._session.in_hand or not self._session.is_current:
            self._rest()
            return
        self._known = {k: found for k, found in self._known.items() if k in self._wanted}
        number = self._next()
        if number is None:
            return
        page = self._wanted[number]
        self._known[number] = page, self._paint(page)
        self._painted(number)
        self._timer.start(PAUSE)

    def _paint(self, page: Page) -> QPixmap:
        size = self._size * self._ratio
        image = QImage(size * FINER, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(image.width() / page.width, image.height() / page.height)
        self._painter.paint(painter, page, self._photos)
        painter.end()
        small = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap = QPixmap.fromImage(small)
        pixmap.setDevicePixelRatio(self._ratio)
        return pixmap

    def _renew(self, path: str) -> None:
        """A photo has arrived: pages that show it are painted anew."""
        for number, page in self._wanted.items():
            if any(picture.path == path for picture in page.pictures):
                self._known.pop(number, None)
                self._rest()
