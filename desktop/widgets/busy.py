"""Long work under way, with a way to end it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.words import tr

PATIENCE: Final = 300
"""Milliseconds before the bar appears: quick work shows none."""


class BusyBar(QFrame):
    """What is being done, how far it is, and 取消.

    `cancelled` when the editor ends it; the bar then waits for `finish`. `shown` carries whether it
    is to be seen, which what it stands in has to be for that.
    """

    cancelled = Signal()
    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setMinimumWidth(96)
        self._progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cancel = QPushButton(tr("取消"))
        self._cancel.setProperty("role", "link")
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._appear)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._end)
        self.hide()

    def start(self, sentence: str) -> None:
        """Work begins; how much there is of it is not known yet."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._progress.setAccessibleName(sentence)
        self._progress.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._timer.start()

    def advance(self, done: int, of: int, sentence: str = "") -> None:
        """`done` parts of `of` are done."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)
        if sentence:
            self._label.setText(sentence)

    def finish(self) -> None:
        """Nothing is under way any more."""
        self._timer.stop()
        self.hide()
        self.shown.emit(False)

    def _appear(self) -> None:
        self.show()
        self.shown.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Esc ends the work while the focus is here."""
        if event.key() == Qt.Key.Key_Escape and self._cancel.isEnabled():
            self._end()
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        self._cancel.setEnabled(False)
        self._label.setText(tr("正在取消…"))
        self.cancelled.emit()
