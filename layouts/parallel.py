"""Work shared out over the processor's cores by forking: what this process has in memory its
helpers have too, only results travel.

A `Pool` is there for one long piece of work: an export, a batch of them. Its helpers live as long
as it does and take one job after the other, so that what a helper loaded and looked up for one
serves the next.

Where the system cannot fork (Windows), forking is unsafe (macOS, processes with threads) or a
helper dies, its work is done by us.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import RawIOBase
from itertools import chain
from typing import Self, TypeVar

from msgspec import msgpack

Made = TypeVar("Made")
Value = TypeVar("Value")

_LENGTH = 8
"""Bytes of a message's length, before it."""

_NUMBER = 2
"""Bytes of a job's number in the queue: enough for as many as a pipe holds."""


class GoneError(Exception):
    """The process at the other end of a talk has ended, or could not be started: what it was to do
    is left to us.
    """


ALONE = "BANXIN_ONE_CORE"
"""The environment variable that says that others keep the cores busy; processes that are started
have it too.
"""


def cores() -> int:
    """How many processes are worth having; 1 in a process that is to work alone."""
    if os.environ.get(ALONE) or not hasattr(os, "fork"):
        return 1
    return processors() if hasattr(os, "sched_getaffinity") else 1


def processors() -> int:
    """How many cores this process may use, whoever else there is."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work_alone() -> None:
    """Leave the other cores to others: this process is one of several that have one each."""
    os.environ[ALONE] = "1"


class Talk:
    """An end of a conversation between processes: values go as MessagePack, which msgspec packs ten
    times as fast as pickle.
    """

    def __init__(self, reading: int, writing: int) -> None:
        self._in = os.fdopen(reading, "rb")
        self._out = os.fdopen(writing, "wb")

    def send(self, value: object) -> None:
        """Say something. GoneError where nobody listens."""
        packed = msgpack.encode(value)
        try:
            self._out.write(len(packed).to_bytes(_LENGTH, "big"))
            self._out.write(packed)
            self._out.flush()
        except BrokenPipeError as error:
            raise GoneError from error

    def receive(self, kind: type[Value]) -> Value:
        """Wait for what the other says, a value of this kind. GoneError where it fell silent."""
        size = int.from_bytes(self._read(_LENGTH), "big")
        return msgpack.decode(self._read(size), type=kind)

    def close(self) -> None:
        """Hang up; what was not heard is lost."""
        with suppress(BrokenPipeError):
            self._out.close()
        self._in.close()

    def _read(self, size: int) -> bytes:
        data = self._in.read(size)
        if len(data) < size:
            raise GoneError
        return data


def _ends() -> tuple[Talk, Talk]:
    """Both ends of a conversation."""
    (first_in, second_out), (second_in, first_out) = os.pipe(), os.pipe()
    return Talk(first_in, first_out), Talk(second_in, second_out)


class Pool:
    """The helpers of one piece of work, `workers` processes with ours.

    A context: on leaving it they end, whatever they are doing.
    """

    def __init__(self, workers: int | None = None) -> None:
        self._workers = cores() if workers is None else workers
        self._helpers: list[tuple[int, Talk]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process, talk in self._helpers:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            talk.close()
            # whoever started us may have SIGCHLD ignored: nobody can be waited for then
            with suppress(ChildProcessError):
                os.waitpid(process, 0)

    def fork(self, work: Callable[[Talk], None]) -> Talk:
        """Fork a helper that does `work` and ends; our end of the talk with it.

        GoneError where none can be had.

        What goes wrong in it we learn by its silence, and nothing is printed: whoever waits for it
        does the work over.
        """
        if self._workers < 2:
            raise GoneError
        ours, theirs = _ends()
        try:
            process = os.fork()
        except OSError as error:
            ours.close()
            theirs.close()
            raise GoneError from error
        if not process:
            try:
                ours.close()
                work(theirs)
            finally:
                os._exit(0)
        theirs.close()
        self._helpers.append((process, ours))
        return ours

    def share_out(
        self, jobs: Sequence[Callable[[], Made]], then: Callable[[dict[int, Made], Talk], None]
    ) -> tuple[dict[int, Made], list[Talk]]:
        """Do jobs, whoever is free taking the next; the first is ours.

        What we made comes back by its number, with the talks of the helpers, each of which goes on
        to do `then` with what it made.
        """

        def help_out(talk: Talk) -> None:
            then({number: jobs[number]() for number in _taken(waiting)}, talk)

        helpers: list[Talk] = []
        with _queue(range(1, len(jobs))) as waiting:
            with suppress(GoneError):
                while len(helpers) < min(self._workers, len(jobs)) - 1:
                    helpers.append(self.fork(help_out))
            return {
                number: jobs[number]() for number in chain(range(len(jobs))[:1], _taken(waiting))
            }, helpers

    def map(self, jobs: Sequence[Callable[[], Made]], kind: type[Made]) -> list[Made]:
        """The results of all jobs, in order; the first runs here.

        What jobs change in memory is lost with their process.

        A job whose helper fails is done again here, so that its error is raised here.
        """
        made, helpers = self.share_out(jobs, lambda theirs, talk: talk.send(theirs))
        for talk in helpers:
            with suppress(GoneError):
                made |= talk.receive(dict[int, kind])
        return [made[number] if number in made else job() for number, job in enumerate(jobs)]


def _queue(numbers: Sequence[int]) -> RawIOBase:
    """Numbers in a pipe, out of which each process that shares it takes the next."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"".join(number.to_bytes(_NUMBER, "big") for number in numbers))
    return os.fdopen(reading, "rb", buffering=0)


def _taken(queue: RawIOBase) -> Iterator[int]:
    while number := queue.read(_NUMBER):
        yield int.from_bytes(number, "big")
