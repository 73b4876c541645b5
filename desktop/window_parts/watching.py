"""Long work under way, several pieces at once: the bar tells of the newest, and of the others when that has ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.tasks import Task
from desktop.widgets import BusyBar


class Watching(QObject):
    """Shows tasks in one bar. Cancelling ends the one that is told of."""

    def __init__(self, bar: BusyBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._sentences: dict[Task, str] = {}
        self._progress: dict[Task, tuple[int, int, str]] = {}
        bar.cancelled.connect(self._cancel)

    def watch(self, task: Task, sentence: str) -> None:
        """Tell of a task until it ends."""
        self._sentences[task] = sentence
        task.progressed.connect(partial(self._advance, task))
        task.ended.connect(partial(self._end, task))
        self._bar.start(sentence)

    @property
    def _told(self) -> Task | None:
        return next(reversed(self._sentences), None)

    def _advance(self, task: Task, done: int, of: int, sentence: str) -> None:
        self._progress[task] = (done, of, sentence)
        if task is self._told:
            self._bar.advance(done, of, sentence)

    def _end(self, task: Task) -> None:
        told = task is self._told
        self._sentences.pop(task, None)
        self._progress.pop(task, None)
        left = self._told
        if left is None:
            self._bar.finish()
        elif told:
            self._bar.start(self._sentences[left])
            if left in self._progress:
                self._bar.advance(*self._progress[left])

    def _cancel(self) -> None:
        if (task := self._told) is not None:
            task.cancel()
