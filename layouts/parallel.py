"""Work shared out over the processor's cores by forking: what the parent has in memory the children have too, only results travel.

Where the system cannot fork (Windows), it is unsafe (macOS, processes with threads) or a child dies, the work is done in this process.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NoReturn, TypeVar

from msgspec import msgpack

Made = TypeVar("Made")
Value = TypeVar("Value")

_LENGTH = 8
"""Bytes of a message's length, before it."""


class GoneError(Exception):
    """The process at the other end of a talk has ended, or could not be started: what it was to do is left to us."""


def cores() -> int:
    """How many processes are worth having."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


class Talk:
    """Our end of a conversation with another process: values go as MessagePack, which msgspec packs ten times as fast as pickle."""

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
        with contextlib.suppress(BrokenPipeError):
            self._out.close()
        self._in.close()

    def _read(self, size: int) -> bytes:
        data = self._in.read(size)
        if len(data) < size:
            raise GoneError
        return data


class Helper:
    """A forked process that does `work` and ends; what goes wrong there we learn by its silence."""

    def __init__(self, work: Callable[[Talk], None]) -> None:
        """Starts the process. GoneError where none can be had."""
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        try:
            self._process = os.fork()
        except OSError as error:
            for end in (ours_in, ours_out, theirs_in, theirs_out):
                os.close(end)
            raise GoneError from error
        if not self._process:
            os.close(ours_in)
            os.close(ours_out)
            _live(partial(work, Talk(theirs_in, theirs_out)))
        os.close(theirs_in)
        os.close(theirs_out)
        self.talk = Talk(ours_in, ours_out)

    def dismiss(self) -> None:
        """End it, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        self.talk.close()
        os.waitpid(self._process, 0)


def _live(work: Callable[[], None]) -> NoReturn:
    """The life of a child: its work and its end. Nothing is printed: whoever waits for it does the work over."""
    try:
        work()
    finally:
        os._exit(0)


def share_out(
    jobs: Sequence[Callable[[], Made]], workers: int, then: Callable[[dict[int, Made], Talk], None]
) -> tuple[dict[int, Made], list[Helper]]:
    """Do jobs with `workers` − 1 helpers, whoever is free taking the next; the first is ours.

    What we made comes back by its number, and the helpers, each of which goes on to do `then` with what it made.
    """
    helpers: list[Helper] = []
    waiting = _queue(range(1, len(jobs)))
    try:
        with contextlib.suppress(GoneError):
            while len(helpers) < min(workers, len(jobs)) - 1:
                helpers.append(Helper(lambda talk: then({number: jobs[number]() for number in _taken(waiting)}, talk)))
        made = {0: jobs[0]()} if jobs else {}
        for number in _taken(waiting):
            made[number] = jobs[number]()
    except BaseException:
        dismiss(helpers)
        raise
    finally:
        os.close(waiting)
    return made, helpers


def _queue(numbers: Sequence[int]) -> int:
    """Numbers in a pipe, out of which each process that shares it takes the next."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"".join(number.to_bytes(2, "big") for number in numbers))
    return reading


def _taken(queue: int) -> Iterator[int]:
    while number := os.read(queue, 2):
        yield int.from_bytes(number, "big")


def fork_map(jobs: Sequence[Callable[[], Made]], kind: type[Made], workers: int | None = None) -> list[Made]:
    """The results of all jobs, in order; the first runs here. What jobs change in memory is lost with their process.

    A job whose child fails is done again here, so that its error is raised here. Not for processes with threads of their own.
    """
    made, helpers = share_out(jobs, len(jobs) if workers is None else workers, _tell)
    try:
        for helper in helpers:
            with contextlib.suppress(GoneError):
                made |= helper.talk.receive(dict[int, kind])
    finally:
        dismiss(helpers)
    return [made[number] if number in made else job() for number, job in enumerate(jobs)]


def _tell(made: dict[int, Made], talk: Talk) -> None:
    talk.send(made)


def dismiss(helpers: Sequence[Helper]) -> None:
    """End them all."""
    for helper in helpers:
        helper.dismiss()
