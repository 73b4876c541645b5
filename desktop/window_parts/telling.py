"""What a window tells over its pages: failures, and files that were made."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.exports import open_file, show_in_folder
from desktop.widgets import Toast
from desktop.window_parts.services import Services
from desktop.words import tr

SECONDS_OF_FILES = 12.0
"""How long it is told that a file was made: time to choose what to do with it."""


class Telling(QObject):
    """Says what the services of a window have to say, as long as the toast is there."""

    def __init__(self, services: Services, toast: Toast) -> None:
        super().__init__(toast)
        self._toast = toast
        services.said.connect(toast.say)
        services.offered.connect(toast.say)
        services.failed.connect(self.fail)
        services.made.connect(self._tell_of_file)

    def fail(self, sentence: str, details: str = "") -> None:
        """One sentence that stays until it is sent away, with the details for those who can use
        them.
        """
        if details:
            copy = partial(_copy, details)
            self._toast.say(sentence, tr("复制详情"), copy, seconds=0)
        else:
            self._toast.say(sentence, seconds=0)

    def _tell_of_file(self, sentence: str, path: Path) -> None:
        """A file was made: it can be opened, or shown where it lies."""
        self._toast.say(
            sentence,
            tr("在文件夹中显示"),
            partial(show_in_folder, path),
            SECONDS_OF_FILES,
            second=(tr("打开"), partial(open_file, path)),
        )


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
