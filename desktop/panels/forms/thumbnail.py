"""A photo as it is cropped, as wide as the inspector."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.pictures import PictureStore
from desktop.theme import current_theme
from desktop.words import spoken, tr
from layouts.errors import PhotoError
from layouts.issue.photo import WHOLE, Crop
from layouts.photo_tone import AS_IT_IS, PhotoTone

TALLEST, EMPTY, CORNER = 220, 150, 5
"""Pixels: the most a photo takes, what one that is not there takes, and the radius of the
corners.
"""


class Thumbnail(QWidget):
    """Shows one photo file; reads it beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._crop, self._tone = "", WHOLE, AS_IT_IS
        self._store = PictureStore(parent=self)
        self._store.ready.connect(self._arrived)
        self.destroyed.connect(self._store.close)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._store.close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("图片预览"))
        self.setFixedHeight(EMPTY)

    def show_photo(self, path: str, crop: Crop, tone: PhotoTone = AS_IT_IS) -> None:
        """Show a file in a tone, cropped."""
        if (path, crop, tone) != (self._path, self._crop, self._tone):
            self._path, self._crop, self._tone = path, crop, tone
            self._fit()
            self.update()

    def photo(self) -> QImage | PhotoError | None:
        """The photo, why there is none, or None while it is read."""
        return self._store.photo(self._path, self._pixels(), self._tone) if self._path else None

    def look_again(self) -> None:
        """Read the file again if it has changed."""
        self._store.look_again()

    def _pixels(self) -> float:
        return self.width() * self.devicePixelRatioF() / (1 - self._crop.left - self._crop.right)

    def _arrived(self, path: str) -> None:
        if path == self._path:
            self._fit()
            self.update()

    def _fit(self) -> None:
        """As high as the photo is at this width."""
        photo = self.photo()
        # while it is read, nothing jumps
        height = EMPTY if photo is not None or not self._path else self.height()
        if isinstance(photo, QImage) and photo.width():
            kept = self._kept(photo)
            height = min(TALLEST, round(self.width() * kept.height() / kept.width()))
        if height != self.height():
            self.setFixedHeight(height)

    def _kept(self, photo: QImage) -> QRectF:
        left, top, right, bottom = self._crop
        width, height = photo.width(), photo.height()
        return QRectF(
            left * width, top * height, (1 - left - right) * width, (1 - top - bottom) * height
        )

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Narrow: it takes what width there is."""
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Draw the photo, or the sentence why it is not there."""
        painter, theme, photo = QPainter(self), current_theme(), self.photo()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        rect = QRectF(self.rect())
        if isinstance(photo, QImage):
            kept = self._kept(photo)
            if rect.height() and kept.width() / kept.height() < rect.width() / rect.height():
                width = rect.height() * kept.width() / kept.height()
                rect = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
        shape = QPainterPath()
        shape.addRoundedRect(rect, CORNER, CORNER)
        if isinstance(photo, QImage):
            painter.setClipPath(shape)
            painter.drawImage(rect, photo, self._kept(photo))
        else:
            painter.fillPath(shape, QColor(theme.tint_empty))
            if isinstance(photo, PhotoError):
                painter.setPen(QColor(theme.error))
                text = spoken(photo)
                painter.drawText(
                    rect.adjusted(12, 8, -12, -8),
                    int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                    text,
                )
        painter.end()
