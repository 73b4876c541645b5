"""Pages to choose from by their pictures: layouts, recent issues, one issue in every layout."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.window_parts.paper import paper_icon, titled_size

PICTURE = QSize(120, 170)
"""Pixels of a first page: A4 small enough for two rows of four."""

AIR, SPACING = 12, 8
"""Pixels beside a picture in its cell, and between cells."""

VALUE = Qt.ItemDataRole.UserRole


class PictureList(QListWidget):
    """Pages to choose from; Enter, Space or one click chooses.

    `chosen` carries what the item holds. Where `enter_goes_on`, what stands out is chosen as it is,
    and Enter is left to the dialog's button.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        picture: QSize = PICTURE,
        air: int = AIR,
        enter_goes_on: bool = False,
    ) -> None:
        super().__init__(parent)
        self._picture, self._air, self._enter_goes_on = picture, air, enter_goes_on
        self.setAccessibleName(name)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(picture)
        self.setSpacing(SPACING)
        # the first picture stands right under the heading
        self.setViewportMargins(-air - SPACING, 0, 0, 0)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        # all of it is seen: what it stands in scrolls
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(self._choose)

    def add(self, text: str, value: object, hint: str = "") -> QListWidgetItem:
        """One more page, blank until its picture comes."""
        item = QListWidgetItem(paper_icon(None, self._picture), text, self)
        item.setData(VALUE, value)
        item.setToolTip(hint)
        self.fit()
        return item

    def fit(self) -> None:
        """As high as its pictures are with their whole titles."""
        items = [self.item(row) for row in range(self.count())]
        titles = [item.text() for item in items]
        cell = titled_size(
            self._picture, self._picture.width() + 2 * self._air, titles, self.fontMetrics()
        )
        for item in items:
            item.setSizeHint(cell)
        beside = max(1, (self.width() + self._air) // (cell.width() + SPACING))
        self.setFixedHeight(-(-len(items) // beside) * (cell.height() + SPACING) + SPACING)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Another width has room for more pictures in a row, or for fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Enter and Space choose what stands out."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self._enter_goes_on:
            event.ignore()
        elif (enter or event.key() == Qt.Key.Key_Space) and self.currentItem():
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(VALUE))

    def values(self) -> list[object]:
        """What its items hold, in their order."""
        return [self.item(row).data(VALUE) for row in range(self.count())]

    def show_pictures(self, pictures: Mapping[object, QImage]) -> None:
        """Show those pictures that have come, each over what its item holds."""
        for row in range(self.count()):
            item = self.item(row)
            if (image := pictures.get(item.data(VALUE))) is not None:
                item.setIcon(paper_icon(image, self._picture, self.devicePixelRatioF()))

    def mark(self, value: object) -> None:
        """Have what holds a value stand out, without choosing it."""
        values = self.values()
        self.setCurrentRow(values.index(value) if value in values else -1)
