"""The program, with an eye on it: `python eye.py SOCKET [ISSUE]` starts it as `main.py` does, and
answers on a socket what a person at the screen sees: where a word stands, where the caret is, whether
all is done. It never acts; hands are xdotool's alone.

A question is a line of JSON, `["name", arguments …]`; so is the answer.
"""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication
from sight import QUESTIONS

HEARS = 5.0
"""Seconds that a question may take to arrive once the line is open."""


class Eye(QObject):
    """Answers questions on a Unix socket, in the thread of the window."""

    def __init__(self, path: str) -> None:
        super().__init__(QApplication.instance())
        self._line = socket.socket(socket.AF_UNIX)
        self._line.bind(path)
        self._line.listen()
        self._notifier = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def _asked(self) -> None:
        asking, _ = self._line.accept()
        with asking:
            asking.settimeout(HEARS)
            with asking.makefile("rw", encoding="utf8") as talk:
                name, *arguments = json.loads(talk.readline())
                talk.write(json.dumps(QUESTIONS[name](*arguments)) + "\n")


def main() -> int:
    """Run the program with the eye open as soon as there is an application."""
    from main import main as program

    path = sys.argv.pop(1)
    run = QApplication.exec

    def watched(*_: object) -> int:
        QApplication.instance().setProperty("eye", Eye(path))
        return run()

    QApplication.exec = watched
    return program()


if __name__ == "__main__":
    sys.exit(main())
