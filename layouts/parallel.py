"""Work shared out over the processor's cores by forking: what the parent has in memory the children have too, only results travel."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

Result = TypeVar("Result")


def cores() -> int:
    """How many processes are worth having: 1 where the system cannot fork (Windows) or it is unsafe (macOS)."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def fork_map(jobs: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results of all jobs, in order; the first runs here, each other in a child of its own.

    Results must pickle; what jobs change in memory is lost with their process. A job whose child fails, however, is done again here, so that
    its error is raised here. Not for processes with threads of their own: the window composes in one.
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
        packed = pickle.dumps(job(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(packed)
    finally:
        os._exit(0)


def _collect(child: int, reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        packed = pipe.read()
    os.waitpid(child, 0)
    return packed
