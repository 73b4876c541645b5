"""Work shared out over the processor's cores by forking: what the parent has in memory the children have too, only results travel.

Where the system cannot fork (Windows), it is unsafe (macOS, processes with threads) or a child dies, the work is done in this process.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NamedTuple, NoReturn, TypeVar

from msgspec import msgpack

from layouts.errors import BanxinError

Task = TypeVar("Task")
Result = TypeVar("Result")


def cores() -> int:
    """How many processes are worth having."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


class Child(NamedTuple):
    """A forked process and the pipe its result comes through."""

    process: int
    results: int

    def collect(self) -> bytes:
        """Its result, packed, once it has ended; empty where it failed."""
        with os.fdopen(self.results, "rb") as pipe:
            packed = pipe.read()
        _, status = os.waitpid(self.process, 0)
        return b"" if status else packed

    def kill(self) -> None:
        """End it without a result."""
        os.close(self.results)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _fork(work: Callable[[], bytes], keep_out: Sequence[int] = ()) -> Child | None:
    """Start `work` in a child that writes the bytes it returns into a pipe; None where no process can be had.

    `keep_out` are descriptors that are the parent's business alone.
    """
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if process:
        os.close(writing)
        return Child(process, reading)
    for end in (reading, *keep_out):
        os.close(end)
    return _live(work, writing)


def _live(work: Callable[[], bytes], writing: int) -> NoReturn:
    """The life of a child: its work, its result, its end. What goes wrong is told by the exit status alone: the parent does it over."""
    status = 1
    try:
        _write(writing, work())
        status = 0
    finally:
        os._exit(status)


def _write(end: int, packed: bytes) -> None:
    with os.fdopen(end, "wb") as pipe:
        pipe.write(packed)


def fork_map(jobs: Sequence[Callable[[], Result]], kind: type[Result]) -> list[Result]:
    """The results of all jobs, in order; the first runs here, each other in a child of its own.

    Results travel as MessagePack of their `kind`, which msgspec packs ten times as fast as pickle; what jobs change in memory is lost
    with their process. A job whose child fails is done again here, so that its
    error is raised here. Not for processes with threads of their own: the window composes in one.
    """
    children = [_fork(partial(_packed, job)) for job in jobs[1:]]
    results: list[Result] = []
    try:
        for number, job in enumerate(jobs):
            child = children[number - 1] if number else None
            packed = b""
            if child is not None:
                children[number - 1] = None
                packed = child.collect()
            results.append(msgpack.decode(packed, type=kind) if packed else job())
    finally:
        for child in children:
            if child is not None:
                child.kill()
    return results


def _packed(job: Callable[[], object]) -> bytes:
    return msgpack.encode(job())


class Companion(Generic[Task, Result]):
    """A second process that makes itself ready while this one works, is handed one task and gives back its result.

    It is forked at once and calls `ready` (imports, mostly), then waits. The task, of type `kind()`, travels as MessagePack. Without a
    second core it is done here.
    """

    def __init__(self, ready: Callable[[], None], work: Callable[[Task], Result], kind: Callable[[], type[Task]]) -> None:
        self._work = work
        self._child: Child | None = None
        if cores() < 2:
            return
        tasks, self._tasks = os.pipe()
        self._child = _fork(lambda: _serve(ready, work, kind, tasks), (self._tasks,))
        os.close(tasks)
        if self._child is None:
            os.close(self._tasks)

    def run(self, task: Task) -> Result:
        """Hand over the task and wait for its result. A BanxinError of the work is raised here; after any other failure it is done here."""
        child, self._child = self._child, None
        if child is None:
            return self._work(task)
        with contextlib.suppress(BrokenPipeError):  # a child that died meanwhile has no result either
            _write(self._tasks, msgpack.encode(task))
        packed = child.collect()
        if not packed:
            return self._work(task)
        result, error = pickle.loads(packed)  # noqa: S301 - our own child wrote it
        if error is not None:
            raise error
        return result

    def dismiss(self) -> None:
        """Let the process go without a task."""
        child, self._child = self._child, None
        if child is not None:
            os.close(self._tasks)
            child.kill()


def _serve(ready: Callable[[], None], work: Callable[[Task], Result], kind: Callable[[], type[Task]], tasks: int) -> bytes:
    """What a companion does: make ready, wait for the task, do it; its result, or the BanxinError it ended with, pickled."""
    ready()
    with os.fdopen(tasks, "rb") as pipe:
        packed = pipe.read()
    if not packed:
        raise EOFError
    outcome: tuple[Result | None, BanxinError | None]
    try:
        outcome = work(msgpack.decode(packed, type=kind())), None
    except BanxinError as error:
        outcome = None, error
    return pickle.dumps(outcome)
