"""Who does the jobs of a batch: a seam of four methods, and processes of this machine behind it."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from threading import Event
from typing import Protocol

from msgspec import Struct

from layouts.batch.job import BatchJob, JobFailure, JobOutcome, Work
from layouts.batch.memory import memory_of
from layouts.batch.worker import WorkerReply, serve
from layouts.errors import ExportError
from layouts.messages import batch as say

TICK = 0.25
"""Seconds between two looks at what workers take of memory and time."""

START = 120.0
"""Seconds that a process may take until it is ready; on a busy machine it is two."""

TRIES = 2
"""Processes that a job may cost."""

FALSE_STARTS = 3
"""Workers in a row that end before they are ready, from which on none will be."""

MEGABYTE = 1_000_000

Clock = Callable[[], float]
"""Seconds on a clock that never goes back."""


class BatchEngine(Protocol):
    """Does jobs somewhere."""

    @property
    def room(self) -> int:
        """How many more jobs it takes now: a few beyond those that are being done."""
        ...

    def submit(self, job: BatchJob) -> None:
        """Take a job."""
        ...

    def results(self, seconds: float) -> list[JobOutcome]:
        """What came of jobs, as soon as there is something to tell; nothing after so many
        seconds.
        """
        ...

    def close(self) -> None:
        """End, whatever is being done."""
        ...


class WorkerLimits(Struct, frozen=True):
    """What a worker may take: bytes of memory, and seconds for one job."""

    memory: int = 2_000 * MEGABYTE
    seconds: float = 600.0


class QueuedJob(Struct):
    """A job, how often it was begun, and what its last worker ended by."""

    job: BatchJob
    tries: int = 0
    ended_by: JobFailure | None = None


class WorkerProcess:
    """One process, the pipe to it, and the job it does."""

    def __init__(self, work: Work) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work), daemon=True)
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.is_ready = False
        self.queued: QueuedJob | None = None
        self.begun = 0.0

    def begin(self, queued: QueuedJob, now: float) -> None:
        """Give it a job; it may have ended meanwhile, which is seen when it is listened to."""
        queued.tries += 1
        self.queued, self.begun = queued, now
        with suppress(OSError):
            self.connection.send(queued.job)

    def end(self, failure: JobFailure) -> None:
        """Kill it: its job failed by that, unless another worker can do it."""
        if self.queued is not None:
            self.queued.ended_by = failure
        self.process.kill()

    def close(self, *, kill: bool) -> None:
        """Let it go: one that waits for jobs ends by itself."""
        self.connection.close()
        if kill:
            self.process.kill()
        self.process.join()
        self.process.close()


class LocalEngine:
    """Processes of this machine, started when there is something to do.

    One that ends, takes too much memory or too long is replaced, and its job done once more by
    another; a job that costs a second one has failed.
    """

    def __init__(self, work: Work, workers: int, limits: WorkerLimits, clock: Clock) -> None:
        self._work = work
        self._most = workers
        self._limits = limits
        self._clock = clock
        self._workers: list[WorkerProcess] = []
        self._waiting: deque[QueuedJob] = deque()
        self._outcomes: list[JobOutcome] = []
        self._false_starts = 0

    @property
    def room(self) -> int:
        """See `BatchEngine`: one job waits for each worker, so that none waits for us."""
        busy = sum(worker.queued is not None for worker in self._workers)
        return max(0, 2 * self._most - busy - len(self._waiting))

    def submit(self, job: BatchJob) -> None:
        """See `BatchEngine`."""
        self._waiting.append(QueuedJob(job))
        self._hand_out()

    def results(self, seconds: float) -> list[JobOutcome]:
        """See `BatchEngine`. ExportError where no process can be started."""
        left = seconds
        while not self._outcomes and left > 0:
            self._hand_out()
            if not self._listen_to_all(min(TICK, left)):
                left -= TICK
            self._hold_to_limits()
        # before anything is told, so that nobody waits meanwhile
        self._hand_out()
        told, self._outcomes = self._outcomes, []
        return told

    def close(self) -> None:
        """See `BatchEngine`. A worker in the midst of a job is killed."""
        for worker in self._workers:
            worker.close(kill=worker.queued is not None or not worker.is_ready)
        self._workers.clear()
        self._waiting.clear()

    def _hand_out(self) -> None:
        for worker in self._workers:
            if self._waiting and worker.queued is None:
                worker.begin(self._waiting.popleft(), self._clock())
        while self._waiting and len(self._workers) < self._most:
            self._workers.append(worker := WorkerProcess(self._work))
            worker.begin(self._waiting.popleft(), self._clock())

    def _listen_to_all(self, seconds: float) -> bool:
        """Take what workers say; whether one said something within so many seconds."""
        if not self._workers:  # Windows waits for nobody not at all
            Event().wait(seconds)
            return False
        talking = wait([worker.connection for worker in self._workers], seconds)
        for worker in [one for one in self._workers if one.connection in talking]:
            self._listen(worker)
        return bool(talking)

    def _listen(self, worker: WorkerProcess) -> None:
        try:
            reply = worker.connection.recv()
        except (EOFError, OSError):
            self._ended(worker)
            return
        if not isinstance(reply, WorkerReply):
            worker.is_ready, self._false_starts = True, 0
            worker.begun = self._clock()
            return
        queued = worker.queued
        if queued is None:
            return
        if reply.crash:
            queued.ended_by = JobFailure(*say.PROGRAM_FAULT(fault=reply.crash))
            self._ended(worker)
            return
        worker.queued = None
        self._outcomes.append(JobOutcome(queued.job, reply.made, reply.failure))
        # what one job left in it, the next may want
        if self._taken(worker) > self._limits.memory // 2:
            self._let_go(worker)

    def _ended(self, worker: WorkerProcess) -> None:
        """A worker is gone: another does its job, once."""
        queued, was_ready = worker.queued, worker.is_ready
        self._let_go(worker)
        if not was_ready:
            self._false_starts += 1
            if self._false_starts >= FALSE_STARTS:
                raise ExportError(*say.NO_WORKERS())
        if queued is None:
            return
        if queued.tries < TRIES or not was_ready:
            # one that never was ready has not tried
            queued.tries -= not was_ready
            self._waiting.appendleft(queued)
            return
        failure = queued.ended_by or JobFailure(*say.WORKER_ENDED())
        self._outcomes.append(JobOutcome(queued.job, failure=failure))

    def _let_go(self, worker: WorkerProcess) -> None:
        self._workers.remove(worker)
        worker.close(kill=worker.queued is not None)

    def _hold_to_limits(self) -> None:
        for worker in self._workers:
            if worker.queued is None:
                continue
            if self._taken(worker) > self._limits.memory:
                most = f"{self._limits.memory // MEGABYTE:,} MB"
                worker.end(JobFailure(*say.TOO_MUCH_MEMORY(most=most)))
            elif self._clock() - worker.begun > (
                self._limits.seconds if worker.is_ready else START
            ):
                worker.end(JobFailure(*say.NOT_DONE_IN_TIME(seconds=f"{self._limits.seconds:g}")))

    def _taken(self, worker: WorkerProcess) -> int:
        return memory_of(worker.process.pid or 0) or 0


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Ctrl-C waits meanwhile, for the process that is started too, until that can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
