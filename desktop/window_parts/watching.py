"""Long work under way, several pieces at once: the bar tells of the newest, and of the others when
that has ended.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.tasks import Task
from desktop.widgets import BusyBar


class Watched(QObject):
    """One task under way: the sentence that says what it is, and how far it is."""

    def __init__(self, task: Task, sentence: str, watching: Watching) -> None:
        super().__init__(watching)
        self.task, self.sentence = task, sentence
        self.progress: tuple[int, int, str] | None = None
        self._watching = watching
        task.progressed.connect(self._advance)
        task.ended.connect(self._end)

    def _advance(self, done: int, of: int, sentence: str) -> None:
        self.progress = (done, of, sentence)
        self._watching.advanced(self)

    def _end(self) -> None:
        self._watching.ended(self)
        self.deleteLater()


class Watching(QObject):
    """Shows tasks in one bar. Cancelling ends the one that is told of."""

    def __init__(self, bar: BusyBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._under_way: list[Watched] = []
        bar.cancelled.connect(self._cancel)

    def watch(self, task: Task, sentence: str) -> None:
        """Tell of a task until it ends."""
        self._under_way.append(Watched(task, sentence, self))
        self._bar.start(sentence)

    def under_way(self) -> tuple[tuple[Task, str], ...]:
        """The tasks it tells of, each with the sentence that says what it is."""
        return tuple((watched.task, watched.sentence) for watched in self._under_way)

    def advanced(self, watched: Watched) -> None:
        """A task is further; the bar says so where it tells of that one."""
        if watched is self._under_way[-1] and watched.progress is not None:
            self._bar.advance(*watched.progress)

    def ended(self, watched: Watched) -> None:
        """A task has ended; the bar tells of the newest that is left."""
        told = watched is self._under_way[-1]
        self._under_way.remove(watched)
        if not self._under_way:
            self._bar.finish()
        elif told:
            self._bar.start(self._under_way[-1].sentence)
            self.advanced(self._under_way[-1])

    def _cancel(self) -> None:
        if self._under_way:
            self._under_way[-1].task.cancel()
