"""The open document kept safe: every edit in a journal, its file locked, versions of it kept while
one works.
"""

from __future__ import annotations

import datetime
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.keeping.document import Done, ReadIssue, let_go
from desktop.keeping.folders import Folders
from desktop.session import Session
from desktop.tasks import Tasks
from layouts.issue.issue import Issue

if TYPE_CHECKING:
    from layouts.store.journal import Journal
    from layouts.store.lock import Lock
    from layouts.store.recovery import Recovered
    from layouts.store.token import Token

VERSION_EVERY = 600_000
"""Milliseconds of work after which a version is kept."""


SWEEP_AFTER = 2_000
"""Milliseconds after an issue was opened until photos nobody needs are swept away: not while its
pages are made.
"""

PAUSE = 300
"""Milliseconds without an edit after which the journal waits no longer for the next: what stands is
on the disk when one looks up.
"""


class Autosave(QObject):
    """Follows the session.

    `troubled`: a BanxinError the editor should hear of; it may come from any thread.

    `tasks` does one thing after the other: saving, versions, taking over what was recovered.
    """

    troubled = Signal(object)

    def __init__(self, session: Session, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.folders = folders
        self.tasks = Tasks(self, threads=1)
        self.token: Token | None = None
        self.lock: Lock | None = None
        self._journal: Journal | None = None
        # the last that the journal was given, and the last that a version holds: the very objects
        self._noted: Issue | None = None
        self._kept: Issue | None = None
        self._changing = False
        self._work = QTimer(self, interval=VERSION_EVERY, singleShot=True)
        self._work.timeout.connect(self.keep_version)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._hurry)
        self._sweeping = QTimer(self, interval=SWEEP_AFTER, singleShot=True)
        self._sweeping.timeout.connect(self._sweep)
        session.issue_changed.connect(self._note)

    @property
    def history(self) -> Path | None:
        """The folder with the versions of the open document; None for one never saved."""
        from layouts.store.history import history_folder

        path = self._session.path
        return None if path is None else history_folder(self.folders.versions, path)

    # -- documents ---------------------------------------------------------------------------------

    @contextmanager
    def changing(self) -> Generator[None]:
        """Meanwhile another document is shown; what the session says then is no edit of the one
        before.
        """
        self._changing = True
        try:
            yield
        finally:
            self._changing = False

    def begin(self, read: ReadIssue) -> None:
        """A document is open now; the one before is let go."""
        self.end()
        self.token, self.lock = read.token, read.lock
        # nothing can be edited, so nothing is to be kept
        if read.read_only:
            return
        # as the session has it: `_note` asks for the same object
        issue = self._session.issue or read.issue
        self._journal = self._new_journal()
        self._journal.begin(issue, read.path, read.token)
        self._noted = self._kept = issue

    def begin_recovered(self, recovered: Recovered, read: ReadIssue) -> None:
        """A recovered issue is open; the journal it came from goes once our own holds it, however
        long the disk takes.
        """
        from layouts.store.recovery import discard

        self.end()
        issue = self._session.issue or recovered.issue
        self.token, self.lock = read.token, read.lock
        journal = self._journal = self._new_journal()
        # a copy, since somebody else has the file, starts from nothing that was saved
        saved = recovered.saved if read.path is not None else None
        journal.begin(issue, read.path, read.token, saved)
        # where nothing was ever saved, `begin` alone would write nothing before the first edit
        journal.note(issue)
        self._noted = self._kept = issue
        journal.once_safe(lambda: discard(recovered))

    def saved(self, done: Done) -> None:
        """What was given for saving lies in its file; edits made since stay noted."""
        # saved as another file, or locked anew
        if self.lock is not None and self.lock != done.lock:
            let_go(self.lock)
        self.lock, self.token = done.lock, done.token
        if self._journal is None:  # it was read-only until it was saved as another file
            self._journal = self._new_journal()
            self._journal.begin(done.was, done.path, done.token)
        self._journal.saved(done.was, done.issue, done.path, done.token)
        # `Session.saved` shows it next, with photos under other paths: that is no edit
        self._noted = done.issue if self._session.issue is done.was else self._session.issue
        self._version_of(done.issue, done.path)

    def rebase(self, token: Token | None, issue: Issue | None = None) -> None:
        """The file is another one, and the editor knows.

        `issue` is what lies in it, where that was taken over.
        """
        self.token = token
        if issue is not None and self._journal is not None and self._session.path is not None:
            self._journal.saved(issue, issue, self._session.path, token)
            self._noted = issue

    def end(self, *, keep: bool = False) -> None:
        """The document is put away, and what is not saved is not wanted, or else with `keep` stays
        to be recovered.
        """
        self._work.stop()
        self._pause.stop()
        if self._journal is not None:
            self._journal.close(keep=keep)
        if self.lock is not None:
            let_go(self.lock)  # one that was asked for anew meanwhile is another, and stays
        self._journal = self.lock = self.token = self._noted = self._kept = None

    def close(self, *, keep: bool = False) -> None:
        """The window is closing: end what was begun and wait for it.

        With `keep` what is not saved stays to be recovered.
        """
        self._session.issue_changed.disconnect(self._note)
        self._sweeping.stop()
        self.end(keep=keep)
        self.tasks.stop()
        self.folders.release()

    # -- edits and versions ------------------------------------------------------------------------

    def _note(self) -> None:
        issue = self._session.issue
        if self._journal is None or self._changing or issue is None or issue is self._noted:
            return
        self._noted = issue
        self._journal.note(issue)
        # begins anew with each edit
        self._pause.start()
        # this one does not: ten minutes after the first edit, however one types on
        if not self._work.isActive():
            self._work.start()

    def _new_journal(self) -> Journal:
        from layouts.store.journal import Journal

        return Journal(self.folders.journals, self.troubled.emit)

    def _hurry(self) -> None:
        if self._journal is not None:
            self._journal.hurry()

    def secure(self) -> None:
        """Have all that was edited on the disk now; waits for it, but not for ever."""
        if self._journal is not None:
            self._journal.flush()

    def keep_version(self) -> None:
        """Keep the issue as it is now as a version, where anything was done since the last."""
        issue, path = self._session.issue, self._session.path
        if (
            issue is not None
            and path is not None
            and issue is not self._kept
            and not self._session.read_only
        ):
            self._version_of(issue, path)

    def _version_of(self, issue: Issue, path: Path) -> None:
        from layouts.documents import own_layout_files
        from layouts.store.history import history_folder, keep_version

        self._work.stop()
        self._kept = issue
        # when it was this, not when its turn has come
        now = datetime.datetime.now().astimezone()
        folder = history_folder(self.folders.versions, path)
        self.tasks.run(
            lambda _progress: keep_version(issue, folder, now, pictures=own_layout_files(issue)),
            None,
            self.troubled.emit,
        )

    def sweep(self) -> None:
        """Remove photos that nobody needs once the pages stand, in the data folder and what killed
        verbs left among temporary files.
        """
        self._sweeping.start()

    def _sweep(self) -> None:
        from layouts.store.temporary import sweep_temporary

        # what fails is nobody's trouble: the next opening sweeps again
        self.tasks.run(lambda _progress: self.folders.sweep())
        self.tasks.run(lambda _progress: sweep_temporary())
