"""Long work beside the window: it says how far it is, can be cancelled, and answers in the GUI
thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QThreadPool, Signal

Result = TypeVar("Result")


class CancelledError(Exception):
    """The editor no longer wants what was being made."""


class Progress:
    """What a piece of work is given to report through, from its own thread."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def step(self, done: int, total: int, sentence: str = "") -> None:
        """So much of the work is done; CancelledError where nobody wants the rest."""
        self.check()
        self._report(done, total, sentence)

    def check(self) -> None:
        """CancelledError where the work was cancelled."""
        if self._cancelled.is_set():
            raise CancelledError

    @property
    def is_cancelled(self) -> bool:
        """Whether the rest is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End the work at its next step."""
        self._cancelled.set()


class Task(QObject):
    """A piece of work under way.

    One of `done`, `failed` and `cancelled` comes at its end, then `ended`; all in the GUI thread.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _reported = Signal(int, int, str)
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress(self._reported.emit)
        self.is_running = True
        self._reported.connect(self._take_progress)
        self._answered.connect(self._take_answer)

    def cancel(self) -> None:
        """Ask the work to stop; what it has made so far is dropped."""
        self.progress.cancel()

    def work(self, job: Callable[[Progress], object]) -> None:
        """Do the job in the calling thread and answer; for the runner."""
        try:
            answer: object = job(self.progress)
        except CancelledError as error:
            self._answered.emit(None, error)
        except Exception as error:  # noqa: BLE001, a worker: the window shows the sentence
            self._answered.emit(None, error)
        else:
            self._answered.emit(answer, None)

    def _take_progress(self, done: int, total: int, sentence: str) -> None:
        if self.is_running and not self.progress.is_cancelled:
            self.progressed.emit(done, total, sentence)

    def _take_answer(self, answer: object, error: object) -> None:
        self.is_running = False
        if isinstance(error, CancelledError) or self.progress.is_cancelled:
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(answer)
        self.ended.emit()
        self.deleteLater()


class Tasks(QObject):
    """Starts work on a small pool of threads of its own; those of a window end with it."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: set[Task] = set()

    def run(
        self,
        job: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Begin a job. `done` gets what it returns, `failed` what it raised; neither comes after a
        cancel.
        """
        task = Task(self)
        if done is not None:
            task.done.connect(_TaskAnswer(done))
        if failed is not None:
            task.failed.connect(failed)
        self._running.add(task)
        task.ended.connect(lambda: self._running.discard(task))
        self._pool.start(lambda: task.work(job))
        return task

    def stop(self) -> None:
        """Cancel everything and wait for it; the window is closing."""
        for task in tuple(self._running):
            task.cancel()
        self._pool.waitForDone(5000)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)


class _TaskAnswer(Generic[Result]):
    """Hands the untyped value of a signal on as what the job returns."""

    def __init__(self, call: Callable[[Result], None]) -> None:
        self._call = call

    def __call__(self, value: object) -> None:
        self._call(cast("Result", value))
