"""Work shared out over the processor's cores by forking: what the parent has in memory the children have too, only results travel.

Where the system cannot fork (Windows) or it is unsafe (macOS, processes with threads) everything runs in one process.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Generic, NoReturn, TypeVar

from layouts.errors import BanxinError

Task = TypeVar("Task")
Result = TypeVar("Result")


def cores() -> int:
    """How many processes are worth having."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


class Companion(Generic[Task, Result]):
    """A second process that makes itself ready while this one works, is handed one task and gives back its result.

    It is forked at once and calls `ready` (imports, mostly), then waits. Without a second core the task runs here.
    """

    def __init__(self, ready: Callable[[], None], work: Callable[[Task], Result]) -> None:
        self._work = work
        self._child = 0
        if cores() < 2:
            return
        tasks, self._tasks = os.pipe()
        self._results, results = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(tasks)
            os.close(results)
            return
        os.close(self._tasks)
        os.close(self._results)
        _serve(ready, work, tasks, results)

    def run(self, task: Task) -> Result:
        """Hand over the task and wait for its result; what it raised is raised here."""
        if not self._child:
            return self._work(task)
        _write(self._tasks, pickle.dumps(task, pickle.HIGHEST_PROTOCOL))
        packed = _collect(self._child, self._results)
        self._child = 0
        if not packed:
            return self._work(task)
        result, error = pickle.loads(packed)  # noqa: S301 - our own child wrote it
        if error is not None:
            raise error
        return result

    def dismiss(self) -> None:
        """Let the process go without a task."""
        if self._child:
            os.close(self._tasks)
            _collect(self._child, self._results)
            self._child = 0


def _serve(ready: Callable[[], None], work: Callable[[Task], Result], tasks: int, results: int) -> NoReturn:
    """The life of a companion: never returns."""
    try:
        ready()
        with os.fdopen(tasks, "rb") as pipe:
            packed = pipe.read()
        if packed:
            _write(results, pickle.dumps(_outcome(work, pickle.loads(packed)), pickle.HIGHEST_PROTOCOL))  # noqa: S301
    finally:
        os._exit(0)


def _outcome(work: Callable[[Task], Result], task: Task) -> tuple[Result | None, BanxinError | None]:
    try:
        return work(task), None
    except BanxinError as error:
        return None, error


def _write(end: int, packed: bytes) -> None:
    with os.fdopen(end, "wb") as pipe:
        pipe.write(packed)


def fork_map(jobs: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results of all jobs, in order; the first runs here, each other in a child of its own.

    Results must pickle; what jobs change in memory is lost with their process. A job whose child fails, however, is done again here, so
    that its error is raised here. Not for processes with threads of their own: the window composes in one.
    """
    children = [_start(job) for job in jobs[1:]]
    results = [jobs[0]()] if jobs else []
    for job, child in zip(jobs[1:], children, strict=True):
        packed = _collect(*child)
        results.append(pickle.loads(packed) if packed else job())  # noqa: S301 - our own child wrote it
    return results


def _start(job: Callable[[], object]) -> tuple[int, int]:
    """Fork a child that writes its pickled result into a pipe; its process id and the pipe's reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    try:
        _write(writing, pickle.dumps(job(), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _collect(child: int, reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        packed = pipe.read()
    os.waitpid(child, 0)
    return packed
