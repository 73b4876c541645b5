"""What stands where there is nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.icons import pixmap

PICTURE = 40
"""Px of the icon above the words."""


class EmptyHint(QWidget):
    """An icon, one sentence, an explanation, and buttons for what can be done about it; the first
    is the primary one.
    """

    def __init__(
        self, icon_name: str, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = _line("heading")
        self._text = _line("quiet")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            column.addWidget(part)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self.say(title, text)

    def say(self, title: str, text: str = "") -> None:
        """Show another sentence and explanation."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def add_button(self, label: str, act: Callable[[], object]) -> QPushButton:
        """Add a button below the sentence; the first is the one Enter presses."""
        button = QPushButton(label)
        button.setProperty("primary", "true" if not self._buttons.count() else "false")
        button.clicked.connect(lambda _checked=False: act())
        self._buttons.addWidget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another theme, another picture."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_picture()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, Qt's name
        """Now the screen is known."""
        super().showEvent(event)
        self._show_picture()

    def _show_picture(self) -> None:
        self._picture.setPixmap(pixmap(self._icon_name, PICTURE, self.devicePixelRatioF(), "quiet"))


def _line(role: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
    label.setProperty("role", role)
    return label
