"""Files that the system asks the running program to open: macOS says so by an event, where others
start the program once more.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget


class FileRequests(QObject):
    """`called`: the window is to come forward with the file at a path."""

    called = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert app is not None  # noqa: S101 - there is a window
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Take the request of the system for a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.called.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
