"""`banxin-window --self-check=REPORT.json ISSUE`: the window opens an issue, shows its licences,
writes what it found and ends. Smoke tests of an installed program read the report.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.dialogs.about import AboutDialog
from layouts.version import version

if TYPE_CHECKING:
    from desktop.window import MainWindow

UNTIL = 50
"""Milliseconds between two looks whether what was asked for is there."""


class SelfCheck(QObject):
    """Looks at a window from its first page to its licences, then closes it.

    The report has `first_page` (seconds since 1970 when page 1 stood on the screen), `pages`,
    `title`, `version`, `qt`, `chinese` (families of the system for Chinese) and `licences` (the
    text that *About* shows). Two pictures stand beside it: the window, and the dialog.
    """

    def __init__(self, window: MainWindow, report: Path) -> None:
        super().__init__(window)
        self._window, self._report = window, report
        self._found: dict[str, object] = {}
        self._when(lambda: window.session.edition is not None, self._see_first_page)

    def _when(self, there: Callable[[], bool], then: Callable[[], None]) -> None:
        """Do something once something is there, and the screen shows it."""

        def look() -> None:
            QTimer.singleShot(0, then) if there() else QTimer.singleShot(UNTIL, look)

        QTimer.singleShot(0, look)

    def _see_first_page(self) -> None:
        session = self._window.session
        self._window.repaint()
        self._found["first_page"] = time.time()
        # the others come while the first is looked at
        self._when(lambda: session.is_current and session.is_inspected, self._look_at_pages)

    def _look_at_pages(self) -> None:
        window = self._window
        edition = window.session.edition
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        self._found |= {
            "pages": len(edition.pages) if edition else 0,
            "title": window.windowTitle(),
            "visible": window.isVisible(),
            "version": version(),
            "qt": qVersion(),
            "chinese": chinese,
        }
        window.grab().save(str(self._report.with_suffix(".window.png")))
        window.helping.show_about()
        self._when(lambda: isinstance(_dialog(), AboutDialog), self._look_at_licences)

    def _look_at_licences(self) -> None:
        about = _dialog()
        assert about is not None  # noqa: S101 - waited for
        text = about.findChild(QPlainTextEdit)
        self._found["licences"] = text.toPlainText() if isinstance(text, QPlainTextEdit) else ""
        about.grab().save(str(self._report.with_suffix(".about.png")))
        told = json.dumps(self._found, ensure_ascii=False, indent=1)
        self._report.write_text(told, "utf8")
        about.close()
        self._window.end_unasked()


def _dialog() -> AboutDialog | None:
    shown = (window for window in QApplication.topLevelWidgets() if isinstance(window, AboutDialog))
    return next((window for window in shown if window.isVisible()), None)
