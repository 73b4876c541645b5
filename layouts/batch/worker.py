"""A process that does one job after the other: what it loaded and looked up for one serves the
next.

It is started afresh and not forked, on every system alike: it has nothing of its parent's open.
"""

from __future__ import annotations

import os
import signal
import traceback
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from threading import Thread

from msgspec import Struct

from layouts.batch.job import BatchJob, JobFailure, MadeOutput, Work
from layouts.errors import BanxinError
from layouts.parallel import work_alone

READY = b"ready"
"""What a worker says first."""


class WorkerReply(Struct, frozen=True):
    """What a worker says of a job: one of three. `crash` is the last line of what Python would have
    printed; the worker ends behind it.
    """

    made: MadeOutput | None = None
    failure: JobFailure | None = None
    crash: str = ""


def serve(connection: Connection, work: Work) -> None:
    """Do the jobs that come through a pipe until it is closed."""
    # Ctrl-C reaches the whole group; the parent says what becomes of a job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    work_alone()
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        connection.send(READY)
        while True:
            reply = _done(work, connection.recv())
            connection.send(reply)
            if reply.crash:
                return
    except (EOFError, OSError):
        return


def _done(work: Work, job: BatchJob) -> WorkerReply:
    try:
        return WorkerReply(made=work(job))
    except BanxinError as error:
        where = str(error.source) if error.source else ""
        return WorkerReply(failure=JobFailure(error.zh, error.en, where))
    except Exception as error:  # not swallowed: another process tries once more, then it is told
        lines = traceback.format_exception_only(error)
        return WorkerReply(crash=lines[-1].strip())


def _end_with_parent() -> None:
    """A parent that was killed closes its end, but who is in the midst of a job does not look
    there.
    """
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
