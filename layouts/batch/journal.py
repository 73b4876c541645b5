"""The journal of a batch: a line of JSON for each job that is done, on the disk before it is told.

A last line that was torn by a loss of power counts as not written; docs/batch.md has the fields.
"""

from __future__ import annotations

import os
import sys
from io import FileIO
from pathlib import Path

import msgspec
from msgspec import Struct

from layouts.batch.job import JobFailure, JobOutcome, MadeOutput
from layouts.errors import ExportError
from layouts.files import write_all
from layouts.inputs import open_input
from layouts.messages.files import FILE_NOT_WRITTEN
from layouts.reasons import reason

JOURNAL = "batch.journal"

_FIRST = b'{"banxin":"batch","version":1}\n'


class JournalEntry(Struct, frozen=True, omit_defaults=True):
    """A job that is done: the name of its output, its input, a digest of what was asked for and of
    the program, and what came of it.
    """

    name: str
    input: str
    asked: str
    made: MadeOutput | None = None
    failure: JobFailure | None = None


class BatchJournal:
    """The journal of a folder, open for writing. ExportError where it cannot be read or written."""

    def __init__(self, folder: Path, *, afresh: bool) -> None:
        self.path = folder / JOURNAL
        self.entries: dict[str, JournalEntry] = {}
        try:
            end = 0 if afresh else self._read()
            self._file = FileIO(os.open(self.path, _OPENING, 0o666), "r+b")
            # a torn line goes, and so does what is no journal
            self._file.truncate(end)
            self._file.seek(end)
            if not end:
                self._write(_FIRST)
        except OSError as error:
            raise self._refused(error) from error

    def note(self, outcome: JobOutcome, asked: str) -> None:
        """Write down what came of a job. ExportError where that cannot be."""
        job = outcome.job
        entry = JournalEntry(
            sound(job.name), sound(job.input), asked, outcome.made, outcome.failure
        )
        try:
            self._write(msgspec.json.encode(entry) + b"\n")
        except OSError as error:
            raise self._refused(error) from error
        self.entries[entry.name] = entry

    def close(self) -> None:
        """Nothing more will be noted."""
        self._file.close()

    def _read(self) -> int:
        """Take what is there; where its last whole line ends."""
        try:
            with open_input(self.path, sys.maxsize) as file:
                data = file.read()
        except FileNotFoundError:
            return 0
        if not data.startswith(_FIRST):
            return 0
        end = len(_FIRST)
        for line in data[end:].splitlines(keepends=True):
            try:
                entry = msgspec.json.decode(line, type=JournalEntry)
            except (ValueError, RecursionError):
                break
            if not line.endswith(b"\n"):
                break
            self.entries[entry.name] = entry
            end += len(line)
        return end

    def _write(self, data: bytes) -> None:
        write_all(self._file, data)
        os.fsync(self._file.fileno())

    def _refused(self, error: OSError) -> ExportError:
        return ExportError(*FILE_NOT_WRITTEN(path=self.path, reason=reason(error)))


_OPENING = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def sound(text: str) -> str:
    """Text as JSON can hold it: of a name that is no Unicode each byte is told."""
    return text.encode("utf-8", "backslashreplace").decode()
