"""A small live picture of page 1."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.painter import PagePainter
from desktop.session import Session
from desktop.theme import current_theme
from desktop.words import tr
from layouts.page.page import Page

HEIGHT, DELAY = 200, 250
"""Pixels of the picture; milliseconds after a change until it is drawn again."""

POINTS_PER_INCH = 72


class PagePicture(QWidget):
    """Page 1 of the session's edition; follows some time after it changed, and only while it is
    seen.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._painter: PagePainter | None = None
        self._page: Page | None = None
        self._image = QImage()
        self._timer = QTimer(self, interval=DELAY, singleShot=True)
        self._timer.timeout.connect(self._draw)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("第 1 页的样子"))

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Narrow: it takes what width there is."""
        return QSize(120, HEIGHT)

    def follow(self) -> None:
        """Draw page 1 soon where it is another."""
        edition = self.session.edition
        page = edition.pages[0] if edition is not None and edition.pages else None
        if page is not self._page and not self._timer.isActive():
            self._timer.start(0 if self._image.isNull() else DELAY)

    def _draw(self) -> None:
        edition = self.session.edition
        if edition is None or not edition.pages or not self.isVisible():
            return
        page, ratio = edition.pages[0], self.devicePixelRatioF()
        self._painter = self._painter or PagePainter(self.session.catalogue)
        self._image = self._painter.page_image(
            page, (HEIGHT - 4) * ratio / page.height * POINTS_PER_INCH
        )
        self._image.setDevicePixelRatio(ratio)
        self._page = page
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Paper on its shadow."""
        if self._image.isNull():
            return
        painter, theme, ratio = QPainter(self), current_theme(), self._image.devicePixelRatio()
        width, height = self._image.width() / ratio, self._image.height() / ratio
        frame = QRectF((self.width() - width) / 2, 1, width, height)
        painter.fillRect(frame.translated(0, 2), QColor(theme.shadow))
        painter.drawImage(frame, self._image)
        painter.setPen(QPen(QColor(theme.paper_edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.end()
