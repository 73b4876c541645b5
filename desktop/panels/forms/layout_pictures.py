"""Page 1 of the open issue in every layout there is: one click sets it in that one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.relaying import Laid, Looks, layout_title, layouts_for, picture_title
from desktop.session import Session
from desktop.window_parts.picture_list import SPACING, PictureList
from desktop.words import tr
from layouts.issue.issue import Issue
from layouts.page.page import Page

SMALL, AIR = QSize(66, 94), 5
"""Pixels of a picture, and beside it: three of them in the narrowest inspector."""

DELAY, REST = 250, 1500
"""Milliseconds after a change until the layout in use is drawn again, and until all others are."""


class LayoutPictures(PictureList):
    """The layouts, the one in use standing out. Follows the issue while it is seen, the layout in
    use by the pages that are there anyway.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("版式"), parent, picture=SMALL, air=AIR)
        self.setViewportMargins(-SPACING, 0, 0, 0)  # the one in use stands out, and whole
        self._session = session
        self._looks = Looks(session.tasks, self)
        self._looks.came.connect(self._take)
        self._page: Page | None = None
        self._drawn: Issue | None = None
        self._listed: tuple[str, Path] | None = None
        self._soon = QTimer(self, interval=DELAY, singleShot=True)
        self._soon.timeout.connect(self._draw_own)
        self._later = QTimer(self, interval=REST, singleShot=True)
        self._later.timeout.connect(self._draw_others)

    def follow(self) -> None:
        """List the layouts of the issue, and draw anew what has changed when it rests."""
        issue, edition = self._session.issue, self._session.edition
        if issue is None:
            return
        if self._listed != (issue.layout, issue.folder):
            self._list(issue)
        self.mark(issue.layout)
        if not self.isVisible():
            return
        page = edition.pages[0] if edition is not None and edition.pages else None
        if page is not self._page and not self._soon.isActive():
            self._soon.start(0 if self._page is None else DELAY)
        if issue is not self._drawn:
            self._later.start(0 if self._drawn is None else REST)

    def look_again(self) -> None:
        """List the layouts that there are by now, and draw them all: one was installed."""
        self._listed = self._drawn = self._page = None
        self.follow()

    def _list(self, issue: Issue) -> None:
        """List the layouts; not at every key, since each of the user's own is read for it."""
        self._listed = issue.layout, issue.folder
        names = layouts_for(issue)
        if self.values() != names:
            self.clear()
            for name in names:
                title = layout_title(name, issue)
                self.add(picture_title(title), name, title)
            self._drawn, self._page = None, None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, Qt's name
        """What changed while nobody looked is listed and drawn now."""
        super().showEvent(event)
        self._listed = None
        self.follow()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, Qt's name
        """Nobody looks: what is not drawn yet is not wanted."""
        super().hideEvent(event)
        self._soon.stop()
        self._later.stop()
        if self._looks.is_busy:
            self._looks.give_up()
            self._drawn = None

    def _draw_own(self) -> None:
        from desktop.window_parts.page_pictures import page_picture

        issue, edition = self._session.issue, self._session.edition
        if issue is None or edition is None or not edition.pages or not self._session.is_current:
            return
        self._page = edition.pages[0]
        picture = page_picture(self._page, self._width, self._session.catalogue)
        self._show(issue.layout, picture)

    def _draw_others(self) -> None:
        issue = self._session.issue
        if issue is None or not self.isVisible():
            return
        self._drawn = issue
        others = [str(name) for name in self.values() if name != issue.layout]
        self._looks.draw(issue, others, self._width)

    @property
    def _width(self) -> int:
        return round(SMALL.width() * self.devicePixelRatioF())

    def _take(self, laid: Laid) -> None:
        self._show(laid.name, laid.picture)

    def _show(self, name: str, picture: QImage) -> None:
        self.show_pictures({name: picture})
