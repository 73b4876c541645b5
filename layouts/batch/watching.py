"""A watched folder: what is new or changed in it is set, once nobody writes it any more.

By looking again and again, since shares tell nobody of changes. Nothing asks for the time of day: a
file is quiet that looks the same in two looks, one quiet period apart.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from layouts.batch.engine import TICK, BatchEngine
from layouts.batch.holding import HELD
from layouts.batch.job import BatchJob, JobOutcome
from layouts.batch.journal import JOURNAL, BatchJournal, sound
from layouts.batch.planning import PASSING, IssueInput, issues_below, same_name
from layouts.batch.running import Asked
from layouts.batch.unchanged import UnchangedOutputs
from layouts.files import Stamp, stamp_of
from layouts.store.records import path_of

MOST_QUEUED = 100
"""Issues that wait for a process; others wait in the folder until the next look."""

JobsOf = Callable[[IssueInput], list[BatchJob]]

State = tuple[Stamp, ...]


class QuietIssue(NamedTuple):
    """An issue to be set, and how its files looked when they were quiet."""

    issue: IssueInput
    state: State


class FolderWatch:
    """Sets what changes in a folder; `jobs_of` says what an issue becomes."""

    def __init__(
        self,
        folder: Path,
        output: Path,
        jobs_of: JobsOf,
        engine: BatchEngine,
        journal: BatchJournal,
        asked: Asked,
    ) -> None:
        self._folder = folder
        self._output = output
        self._jobs_of = jobs_of
        self._engine = engine
        self._journal = journal
        self._asked = asked
        self._seen: dict[Path, State] = {}
        self._settled: dict[Path, State] = {}
        self._flying: dict[str, QuietIssue] = {}
        self._queue: deque[QuietIssue] = deque()
        self._failed: set[Path] = set()

    def period(self, seconds: float) -> Iterator[JobOutcome]:
        """Look once, and see to jobs for as long as a quiet period; what came of them."""
        self._look()
        left = seconds
        while left > 0:
            self._begin_jobs()
            outcomes = self._engine.results(min(TICK, left))
            left -= 0 if outcomes else TICK
            for outcome in outcomes:
                self._journal.note(outcome, self._asked(outcome.job))
                self._take(outcome)
                yield outcome

    def _look(self) -> None:
        """Queue the issues that are quiet and not set as they are now."""
        seen: dict[Path, State] = {}
        taken: set[str] = set()
        at_work = {quiet.issue.path for quiet in (*self._flying.values(), *self._queue)}
        unchanged = UnchangedOutputs(self._journal.entries)
        for issue in issues_below(self._folder, self._output):
            # of two that would become one file the first by name is set
            if same_name(issue.name) in taken:
                continue
            taken.add(same_name(issue.name))
            state = seen[issue.path] = self._state(issue)
            is_quiet = self._seen.get(issue.path) == state
            if not is_quiet or issue.path in at_work or self._settled.get(issue.path) == state:
                continue
            jobs = self._jobs_of(issue)
            if all(unchanged.entry(job, self._asked(job)) for job in jobs):
                self._settled[issue.path] = state
            elif len(self._queue) < MOST_QUEUED:
                self._queue.append(QuietIssue(issue, state))
        self._seen = seen

    def _begin_jobs(self) -> None:
        while self._queue and self._engine.room:
            quiet = self._queue.popleft()
            # written again while it waited: the next look sees it
            if self._state(quiet.issue) != quiet.state:
                continue
            self._failed.discard(quiet.issue.path)
            for job in self._jobs_of(quiet.issue):
                self._flying[job.name] = quiet
                self._engine.submit(job)

    def _take(self, outcome: JobOutcome) -> None:
        """One that failed is tried again when something around it has changed."""
        quiet = self._flying.pop(outcome.job.name)
        if outcome.failure is not None:
            self._failed.add(quiet.issue.path)
            self._settled[quiet.issue.path] = self._state(quiet.issue)

    def _state(self, issue: IssueInput) -> State:
        """How the files look that an issue is made of: those that its last output was made of, or
        all around it where that failed.
        """
        if issue.path in self._failed:
            return (stamp_of(str(issue.path)), *self._around(issue.path.parent))
        files = {
            path_of(file.path): None
            for job in self._jobs_of(issue)
            if (entry := self._journal.entries.get(sound(job.name))) and entry.made is not None
            for file in entry.made.files
        }
        return (stamp_of(str(issue.path)), *(stamp_of(str(path)) for path in files))

    def _around(self, folder: Path) -> Iterator[Stamp]:
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith(PASSING))
            for name in sorted(files):
                if not self._is_ours(Path(place), name):
                    yield stamp_of(str(Path(place, name)))

    def _is_ours(self, place: Path, name: str) -> bool:
        inside = place.is_relative_to(self._output)
        return inside and (name in {JOURNAL, HELD} or name.endswith(".pdf"))
