"""A batch: every job done once, noted in the journal, told; none stops the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from layouts.batch.engine import BatchEngine
from layouts.batch.holding import held_folder
from layouts.batch.job import BatchJob, JobOutcome
from layouts.batch.journal import BatchJournal
from layouts.batch.unchanged import UnchangedOutputs
from layouts.files import make_folder, sweep_asides
from layouts.store.temporary import sweep_temporary

Asked = Callable[[BatchJob], str]
"""A digest of what a job asks for, and of the program that does it."""

LONG = 3600.0
"""Seconds to wait where there is nothing else to do."""


@contextmanager
def batch_folder(
    folder: Path, outputs: Callable[[BatchJournal], Iterable[Path]], *, afresh: bool
) -> Generator[BatchJournal]:
    """The journal of a folder that outputs go to, which is made, and held until the end.

    What killed processes left in it, in the folders of `outputs` and in that of temporary files is
    swept before and after. LockedError where another batch is at work there.
    """
    make_folder(folder)
    with held_folder(folder):
        journal = BatchJournal(folder, afresh=afresh)
        _sweep(folder, outputs(journal))
        try:
            yield journal
        finally:
            journal.close()
            _sweep(folder, outputs(journal))
            sweep_temporary()


def _sweep(folder: Path, outputs: Iterable[Path]) -> None:
    for place in {folder, *(output.parent for output in outputs)}:
        sweep_asides(place)


def run_batch(
    jobs: Iterable[BatchJob], engine: BatchEngine, journal: BatchJournal, asked: Asked
) -> Iterator[JobOutcome]:
    """Do the jobs that the journal does not know as done and unchanged; what came of each, as it
    comes.

    BanxinError where the journal cannot be written, or no process can be started.
    """
    unchanged = UnchangedOutputs(dict(journal.entries))
    flying = 0
    for job in jobs:
        entry = unchanged.entry(job, asked(job))
        if entry is not None:
            yield JobOutcome(job, entry.made, is_unchanged=True)
            continue
        while not engine.room:
            for outcome in _noted(engine, journal, asked):
                flying -= 1
                yield outcome
        engine.submit(job)
        flying += 1
    while flying:
        for outcome in _noted(engine, journal, asked):
            flying -= 1
            yield outcome


def _noted(engine: BatchEngine, journal: BatchJournal, asked: Asked) -> Iterator[JobOutcome]:
    for outcome in engine.results(LONG):
        journal.note(outcome, asked(outcome.job))
        yield outcome
