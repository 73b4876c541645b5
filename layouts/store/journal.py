"""The journal of an open document: every edit on disk within moments, written beside the window by
a thread of its own.

A journal is files `<key>.<n>.journal` in the user's data folder. Each begins with the whole issue;
records after it say what changed. When one has grown long the next begins, and the one before goes.
The system holds it locked as long as this process lives; it says too whose it is, for disks that
know no locks.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

import msgspec

from layouts.errors import BanxinError
from layouts.files import write_all
from layouts.issue.issue import Issue
from layouts.reasons import reason
from layouts.store.difference import difference
from layouts.store.disk import Disk
from layouts.store.encode import Encoder, Plain
from layouts.store.owning import hold, this_process
from layouts.store.reasons import not_saved
from layouts.store.records import MAGIC, packed, path_text
from layouts.store.saving import DISK
from layouts.store.token import Token

INTERVAL = 1.0
"""Seconds from an edit until it is written and synced, together with those that follow meanwhile:
half of the two allowed.
"""

PATIENCE = 10.0
"""Seconds that `flush` waits for a disk that does not answer."""

LONG = 1_000_000
"""Bytes of records after which a journal begins anew, or twice the issue where that is more."""

Trouble = Callable[[BanxinError], None]


class _Base(NamedTuple):
    """What the edits start from: where the document lies, as it was last opened or saved (None: it
    never was).
    """

    path: Path | None
    token: Token | None
    saved: Issue | None


class Journal:
    """Writes down one document.

    `trouble` is called from its thread, once for each new reason, where that fails; it goes on
    trying.
    """

    def __init__(
        self,
        folder: Path,
        trouble: Trouble | None = None,
        *,
        interval: float = INTERVAL,
        disk: Disk = DISK,
    ) -> None:
        self._trouble = trouble
        self._interval = interval
        self._guard = threading.Lock()
        self._wake, self._urgent = threading.Event(), threading.Event()
        self._done = threading.Condition(self._guard)
        self._then: list[tuple[int, Callable[[], object]]] = []
        self._base = _Base(None, None, None)
        self._rebased = False
        self._latest: Issue | None = None
        # numbers of orders: the last given, the last that was tried, the last that is on the disk
        self._ordered = self._tried = self._safe = 0
        self._closing = False
        self._told = ""
        self._writer = _Writer(folder, disk)
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def begin(
        self,
        issue: Issue,
        path: Path | None,
        token: Token | None = None,
        saved: Issue | None = None,
    ) -> None:
        """A document is open.

        `saved` is what lies at `path`, the issue itself if not given. Nothing is written before the
        first edit.
        """
        with self._guard:
            self._base = _Base(path, token, (saved or issue) if path is not None else saved)
            self._rebased = True
            # opened with edits that the file does not have, as a recovered issue: they are written
            # at once
            self._latest = issue if saved is not None and saved is not issue else None
            self._ordered += 1
            self._wake.set()

    def note(self, issue: Issue) -> None:
        """The document is this value now. Returns at once."""
        with self._guard:
            self._order(issue)

    def saved(self, was: Issue, issue: Issue, path: Path, token: Token | None) -> None:
        """`was` went into the file at `path` and is `issue` now.

        What was noted since it was taken for saving stays noted.
        """
        with self._guard:
            # nobody has typed since it was taken for saving
            if self._latest is was or self._latest is None:
                self._latest = issue
            self._base = _Base(path, token, issue)
            self._rebased = True
            self._ordered += 1
            self._wake.set()

    def hurry(self) -> None:
        """Write down what is noted without waiting for more; returns at once.

        For a pause in the typing.
        """
        with self._guard:
            if self._ordered > self._tried:
                self._urgent.set()
                self._wake.set()

    def flush(self) -> bool:
        """Write down what is noted and wait until that was tried; whether it is on the disk now,
        which may take longer than we wait.
        """
        with self._guard:
            awaited = self._ordered
            self._urgent.set()
            self._wake.set()
            # lets go of the guard while it waits
            self._done.wait_for(lambda: self._tried >= awaited, PATIENCE)
            return self._safe >= awaited

    def once_safe(self, then: Callable[[], object]) -> None:
        """Do something once all that is noted now is on the disk or saved, however long that takes.

        It is done in the journal's thread.
        """
        with self._guard:
            self._then.append((self._ordered, then))
            self._urgent.set()
            self._wake.set()

    def close(self, *, keep: bool = False) -> None:
        """The document is closed, and what is not saved is not wanted, or else with `keep` stays to
        be recovered. Waits for the thread.
        """
        with self._guard:
            self._closing = True
            self._urgent.set()
            self._wake.set()
        self._thread.join()
        self._writer.end(keep=keep)

    def _order(self, issue: Issue) -> None:
        self._latest = issue
        self._ordered += 1
        self._wake.set()

    def _run(self) -> None:
        while True:
            self._wake.wait()
            if not self._closing:
                # what follows an edit within the interval is written with it, unless somebody
                # cannot wait
                self._urgent.wait(self._interval)
            with self._guard:
                self._wake.clear()
                self._urgent.clear()
                latest, base, rebased, ordered = (
                    self._latest,
                    self._base,
                    self._rebased,
                    self._ordered,
                )
                self._rebased = False
            is_safe = self._write(latest, base, rebased=rebased)
            with self._guard:
                self._tried = ordered
                self._safe = ordered if is_safe else self._safe
                due = [then for awaited, then in self._then if awaited <= self._safe]
                self._then = [waiting for waiting in self._then if waiting[0] > self._safe]
            # outside the guard: it may call the journal
            for then in due:
                then()
            with self._guard:
                self._done.notify_all()
                # nothing came while we wrote
                if self._closing and self._ordered == ordered:
                    return

    def _write(self, latest: Issue | None, base: _Base, *, rebased: bool) -> bool:
        """Whether nothing can be lost any longer."""
        try:
            if latest is None or (rebased and latest is base.saved):
                self._writer.end(keep=False)  # nothing that could be lost
            else:
                self._writer.write(latest, base, anew=rebased)
            self._told = ""
        except OSError as error:
            with self._guard:
                # how far the file got is unknown: the next try begins a new one
                self._rebased = True
                if not self._closing:
                    self._wake.set()  # again after the interval
            self._tell(error)
            return False
        return True

    def _tell(self, error: OSError) -> None:
        why = reason(error)
        if why.en != self._told:
            self._told = why.en
            if self._trouble is not None:
                self._trouble(not_saved(self._writer.folder, why))


class _Writer:
    """The files of a journal, as its thread writes them."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder
        self._disk = disk
        # one for each open document: its files are told by it
        self._key = os.urandom(8).hex()
        self._number = 0
        self._file: FileIO | None = None
        self._path: Path | None = None
        self._encoder = Encoder()
        self._plain: Plain = None
        self._whole = self._since = 0

    def write(self, issue: Issue, base: _Base, *, anew: bool) -> None:
        """Write what changed; the whole issue where `anew`, or where there is no journal or a long
        one.
        """
        plain = self._encoder.issue(issue)
        if anew or self._file is None or self._since > max(LONG, 2 * self._whole):
            self._begin(plain, issue, base)
        else:
            found = difference(self._plain, plain)
            if found is not None:
                self._since += self._append(self._file, found)
        self._plain = plain

    def end(self, *, keep: bool) -> None:
        """Put the journal away."""
        if self._file is not None and self._path is not None:
            self._file.close()
            if not keep:
                with suppress(OSError):
                    self._disk.remove(self._path)
        self._file = self._path = None

    def _begin(self, plain: Plain, issue: Issue, base: _Base) -> None:
        """Start the next file; the one before goes only when that is on the disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._number += 1
        path = self.folder / f"{self._key}.{self._number}.journal"
        # not by our encoder, which remembers one issue back and has to remember what edits start
        # from
        saved = None if base.saved is None else Encoder().issue(base.saved)
        record = {
            "path": None if base.path is None else path_text(base.path),
            "token": base.token,
            "folder": path_text(issue.folder),
            "owner": msgspec.to_builtins(this_process()),
            "issue": plain,
            "saved": saved,
        }
        file = self._owned(path)
        try:
            written = packed(record)
            write_all(file, MAGIC + written)
            self._disk.sync(file)
        except OSError:
            file.close()
            with suppress(OSError):
                self._disk.remove(path)
            raise
        # the new one is on the disk: now the old one may go
        self.end(keep=False)
        self._file, self._path, self._whole, self._since = file, path, len(written), 0
        # not every disk syncs folders
        with suppress(OSError):
            self._disk.sync_folder(self.folder)

    def _owned(self, path: Path) -> FileIO:
        """A new file that the system holds for us, if it can; one that a recovery took for
        abandoned in between is made again.
        """
        while True:
            file = self._disk.open_new(path)
            hold(file.fileno())
            # held, and still of this name: nobody can take it for abandoned any more
            if path.exists():
                return file
            file.close()

    def _append(self, file: FileIO, found: Plain) -> int:
        written = packed(found)
        start = file.tell()
        try:
            write_all(file, written)
            self._disk.sync(file)
        except OSError:
            # What is half written would hide what comes after it. The caller begins a new file;
            # should the old one go on, it is whole.
            with suppress(OSError):
                file.truncate(start)
                file.seek(start)
            raise
        return len(written)
