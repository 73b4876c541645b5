"""A file that the system asks the running program to open, as macOS does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.keeping.asked_by_system import FileRequests


def test_the_window_is_told_which_file(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[Path] = []
    FileRequests(window).called.connect(asked.append)
    event = QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "本期.banxin")))
    QApplication.sendEvent(QApplication.instance(), event)
    assert asked == [tmp_path / "本期.banxin"]
