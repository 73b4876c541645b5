"""The verbs batch and watch: many issues by warm processes."""

from __future__ import annotations

import hashlib
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from pathlib import Path

import msgspec

from layouts.batch.digests import file_digest, program_digest
from layouts.batch.engine import MEGABYTE, Clock, LocalEngine, WorkerLimits
from layouts.batch.job import BatchJob, JobOutcome
from layouts.batch.journal import BatchJournal
from layouts.batch.planning import IssueInput, issues_in, jobs_of, planned, preset_name
from layouts.batch.running import Asked, batch_folder, run_batch
from layouts.batch.summary import outcome_of, tally, write_summary
from layouts.batch.watching import FolderWatch
from layouts.cli.exporting import chosen_preset
from layouts.cli.output import ERRORS, OK, print_out, tell
from layouts.errors import ExportError
from layouts.house.written import written_layout
from layouts.issue.layout_name import names_file
from layouts.messages import batch as say
from layouts.parallel import processors

TENTHS = 10
"""Lines of progress in a log; a terminal has one that changes."""


def batch(options: Namespace, clock: Clock) -> int:
    """Set many issues; exit code 1 where one of them failed."""
    _check(options)
    output = Path(options.output)
    jobs = planned(
        issues_in(options.paths, output),
        output,
        options.presets,
        options.changes,
        options.layout or "",
    )
    asked = _asked()
    outcomes: list[JobOutcome] = []
    told = BatchProgress(len(jobs), clock)
    outputs = [Path(job.output) for job in jobs]
    with batch_folder(output, lambda _: outputs, afresh=not options.resume) as journal:
        finished = False
        try:
            with closing(_engine(options, clock)) as engine:
                for outcome in run_batch(jobs, engine, journal, asked):
                    outcomes.append(outcome)
                    told.tell(outcome)
            finished = True
        finally:
            told.end()
            write_summary(output, jobs, outcomes, finished=finished)
    print_out(tally(outcomes).both)
    return ERRORS if any(outcome.failure for outcome in outcomes) else OK


def watch(options: Namespace, clock: Clock) -> int:
    """Set what changes in a folder, until Ctrl-C."""
    _check(options)
    folder, output = Path(options.folder), Path(options.output)
    if not folder.is_dir():
        raise ExportError(*say.NO_FOLDER(path=folder))
    changes, layout = tuple(options.changes), options.layout or ""

    def of(issue: IssueInput) -> list[BatchJob]:
        return list(jobs_of(issue, output, options.presets, changes, layout))

    def outputs(journal: BatchJournal) -> Iterable[Path]:
        return (Path(output, name) for name in journal.entries)

    with batch_folder(output, outputs, afresh=False) as journal:
        try:
            with closing(_engine(options, clock)) as engine:
                seen = FolderWatch(folder, output, of, engine, journal, _asked())
                tell(say.WATCHING(folder=folder).both)
                while True:
                    for outcome in seen.period(options.quiet):
                        _tell(outcome)
        except KeyboardInterrupt:
            return OK


def _check(options: Namespace) -> None:
    """Say before anything is made what would fail with every issue alike."""
    for option, value in (("--jobs", options.jobs), ("--memory", options.memory)):
        if value is not None and value < 1:
            raise ExportError(*say.AT_LEAST_ONE(option=option))
    names = [preset_name(preset) for preset in options.presets]
    for name in names:
        if names.count(name) > 1:
            raise ExportError(*say.PRESETS_OF_ONE_NAME(name=name))
    for preset in options.presets or (None,):
        chosen = chosen_preset(preset, options.changes)
        if chosen is not None:
            from layouts.prepress.intents import destination

            destination(chosen)
    if options.layout:
        file = Path(options.layout)
        is_file = names_file(options.layout)
        written_layout(file.name if is_file else options.layout, file.parent if is_file else Path())


def _engine(options: Namespace, clock: Clock) -> LocalEngine:
    from layouts.cli.batch_job import export_job

    limits = WorkerLimits(options.memory * MEGABYTE, options.time_limit)
    return LocalEngine(export_job, options.jobs or processors(), limits, clock)


def _asked() -> Asked:
    """What a job asks for beside its input: the preset with what is changed of it and its profile,
    the layout, and this program. Looked at when the first job is done.
    """

    @cache
    def program() -> str:
        return program_digest()

    @cache
    def digest(preset: str, changes: tuple[str, ...], layout: str) -> str:
        chosen = chosen_preset(preset or None, changes)
        told = repr(msgspec.to_builtins(chosen, str_keys=True)) if chosen is not None else ""
        profile = file_digest(Path(chosen.profile)) if chosen is not None and chosen.profile else ""
        parts = repr((told, profile, layout, program()))
        return hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()

    return lambda job: digest(job.preset, job.changes, job.layout)


class BatchProgress:
    """Tells on standard error how far a batch is, with the time left, and what failed."""

    def __init__(self, count: int, clock: Clock) -> None:
        self._count = count
        self._clock = clock
        self._begun = clock()
        self._done = 0
        self._made = 0
        self._failed = 0
        self._is_live = sys.stderr.isatty()

    def tell(self, outcome: JobOutcome) -> None:
        """A job is done."""
        self._done += 1
        self._made += not outcome.is_unchanged
        if outcome.failure is not None:
            self._failed += 1
            self._clear()
            _tell_failure(outcome)
        if self._is_live:
            print(f"\r\x1b[K{self._line()}", end="", file=sys.stderr, flush=True)
        elif self._done * TENTHS // self._count > (self._done - 1) * TENTHS // self._count:
            tell(self._line())

    def end(self) -> None:
        """Leave the line to what comes behind it."""
        self._clear()

    def _clear(self) -> None:
        if self._is_live:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _line(self) -> str:
        said = say.PROGRESS(done=self._done, count=self._count, failed=self._failed).both
        passed = self._clock() - self._begun
        if not self._made or passed <= 0 or self._done == self._count:
            return said
        left = passed / self._made * (self._count - self._done)
        return f"{said}  {say.TIME_LEFT(time=_time(left)).both}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _tell(outcome: JobOutcome) -> None:
    if outcome.failure is not None:
        _tell_failure(outcome)
    elif outcome_of(outcome) == "made":
        print_out(say.JOB_MADE(name=outcome.job.output).both)


def _tell_failure(outcome: JobOutcome) -> None:
    if outcome.failure is not None:
        name = outcome.failure.where or outcome.job.input
        said = say.JOB_FAILED(name=name, why=outcome.failure)
        tell(said.both)
