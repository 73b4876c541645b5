"""The photos of an article in a row: small, each with what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.history_work import PICTURE, ComparedPhoto
from desktop.widgets import set_property
from desktop.words import tr

HEIGHT = PICTURE.height() + 48


class PhotoStrip(QScrollArea):
    """Shows photos of then and now; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("图片对照"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(HEIGHT)
        self.shown: list[ComparedPhoto] = []
        self.clear()

    def clear(self) -> None:
        """Show no photos: the two versions compared have none that differ."""
        self.show_photos(())

    def show_photos(self, photos: Sequence[ComparedPhoto]) -> None:
        """Show these photos instead of those before, side by side."""
        self.shown = list(photos)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for photo in photos:
            row.addWidget(_photo(photo), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setWidget(inside)
        self.setVisible(bool(photos))


def _photo(photo: ComparedPhoto) -> QWidget:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    picture.setFixedSize(PICTURE)
    if photo.image is None:
        picture.setText(tr("图片读不出来"))
        set_property(picture, "role", "quiet")
    else:
        picture.setPixmap(QPixmap.fromImage(photo.image))
    word = {"added": tr("此后新增"), "removed": tr("此后删去"), "same": tr("没有变")}[photo.kind]
    role = {"added": "ok", "removed": "error", "same": "quiet"}[photo.kind]
    state = QLabel(word, textFormat=Qt.TextFormat.PlainText)
    set_property(state, "role", role)
    caption = QLabel(textFormat=Qt.TextFormat.PlainText)
    caption.setText(
        caption.fontMetrics().elidedText(
            photo.caption, Qt.TextElideMode.ElideRight, PICTURE.width()
        )
    )
    caption.setToolTip(photo.caption)
    set_property(caption, "role", "small")
    widget = QWidget()
    widget.setLayout(column)
    widget.setAccessibleName(f"{photo.caption} {word}".strip())
    for part in (picture, state, caption):
        column.addWidget(part)
    return widget
