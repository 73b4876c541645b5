"""Keys in a row are one step of undo, until the caret moves or the keys pause."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

PAUSE = 2000
"""Milliseconds without a key after which what is typed is another step of undo."""


class TypingRun:
    """Numbers the steps of one field or of the pages."""

    def __init__(self) -> None:
        self._number = 0
        self._kind = ""
        self._last_key = QElapsedTimer()

    def step(self, kind: str = "") -> str:
        """What the next step is merged by: the same as that of the one before where it is of the
        same kind and came soon after; empty for a step by itself.
        """
        paused = self._last_key.isValid() and self._last_key.elapsed() > PAUSE
        if not kind or kind != self._kind or paused:
            self._number += 1
        self._kind = kind
        self._last_key.start()
        return f"{kind}-{id(self)}-{self._number}" if kind else ""

    def typed(self, string: str) -> str:
        """The same for typed characters: a mark or a space ends the word."""
        step = self.step("typing")
        if not string[-1].isalnum():
            self.end()
        return step

    def end(self) -> None:
        """What comes next is another step."""
        self._kind = ""
