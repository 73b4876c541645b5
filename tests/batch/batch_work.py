"""Work for engines, told by the name of a job: what workers do when nothing goes as it should."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from threading import Event

from layouts.batch.job import BatchJob, MadeOutput, UsedLayout
from layouts.errors import ManuscriptError
from layouts.parallel import cores


def made(told: str) -> MadeOutput:
    return MadeOutput(told, len(told), (), UsedLayout("", ""))


def odd_work(job: BatchJob) -> MadeOutput:
    """What the name says: `dies`, `dies once`, `hangs`, `grows`, `breaks`, `refused`; else the cores
    that this process may use.
    """
    tried = Path(job.output)
    with tried.open("a") as file:
        file.write(f"{os.getpid()}\n")
    first = len(tried.read_text().splitlines()) == 1
    if job.name == "dies" or (job.name == "dies once" and first):
        os.kill(os.getpid(), signal.SIGTERM)
    if job.name == "hangs":
        Event().wait()
    if job.name == "grows":
        held = []
        while True:
            held.append(bytearray(os.urandom(1 << 20)))
    if job.name == "breaks":
        raise ZeroDivisionError("of the program's own")
    if job.name == "refused":
        raise ManuscriptError("稿件是空的", "the manuscript is empty")
    return made(str(cores()))
