"""Files that somebody changes behind our back: noticed when the editor comes back to the window,
taken over or not.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.files import Files
from desktop.keeping.document import ReadIssue, change_of, reread
from desktop.window_parts.services import Services
from desktop.words import tr

if TYPE_CHECKING:
    from layouts.store.token import Token

Change = tuple["Token", datetime.datetime]


class FileWatch(QObject):
    """Looks at the open document's file.

    `changed`: it was found changed, or that was dealt with.
    """

    changed = Signal()

    def __init__(self, services: Services, files: Files) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._files = files
        # a disk that does not answer would gather one look for each time the window is come back to
        self._looking = False
        self.found: Change | None = None
        # which file, as of when, `found` was compared with
        self._against: tuple[Path | None, Token | None] = (None, None)
        self._session.file_changed.connect(self._forget)
        files.opened.connect(self._forget)

    def look(self) -> None:
        """See whether the file is still the one that was opened or saved; beside the window, since
        the disk may be far away.
        """
        path, token = self._session.path, self._files.autosave.token
        if path is None or token is None or self._looking or self._files.saving.is_running:
            return
        self._looking = True

        def take(found: Change | None) -> None:
            self._looking = False
            self._take(path, token, found)

        def fail(_error: Exception) -> None:
            self._looking = False

        self._services.tasks.run(lambda _progress: change_of(path, token), take, fail)

    def _take(self, path: Path, token: Token, found: Change | None) -> None:
        still = (
            # another was opened, or this one saved, while the thread looked
            path == self._session.path
            and token == self._files.autosave.token
            and not self._files.saving.is_running
        )
        # a change that was told already is not told again
        if still and found != self.found:
            self.found, self._against = found, (path, token)
            self.changed.emit()

    def _forget(self) -> None:
        """Another document, or another file under it: what was found before says nothing any
        longer.
        """
        if self.found is not None and self._against != (
            self._session.path,
            self._files.autosave.token,
        ):
            self.found = None
            self.changed.emit()

    def reload(self) -> None:
        """Take the file as it is now, as a step that can be undone: what was typed here is behind
        it.
        """
        path = self._session.path
        if path is None or self._files.saving.is_running:
            return
        folders, read_only = self._files.autosave.folders, self._session.read_only
        self._services.tasks.run(
            lambda _progress: reread(path, folders),
            lambda read: self._reloaded(read, read_only),
            self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self._services.fail(error, tr("打不开"))

    def _reloaded(self, read: ReadIssue, read_only: str) -> None:
        if read.path != self._session.path or read.path is None or self._files.saving.is_running:
            return
        self.found = None
        if read_only:
            # nothing can be done to it, not even a step of undo
            self._files.show_again(read._replace(read_only=read_only))
        else:
            # three in this order: the step journals what came, then that counts as saved, then the
            # session tells of it with the new token in place
            self._session.do(tr("重新载入"), read.issue)
            self._files.autosave.rebase(read.token, read.issue)
            self._session.saved(read.path, self._session.issue or read.issue)
        self.changed.emit()

    def keep_mine(self) -> None:
        """Stay with what is in the window: the next save writes over the file."""
        if self.found is None:
            return
        token, self.found = self.found[0], None
        # expected from now on, so that the next save does not ask
        self._files.autosave.rebase(token)
        self._session.soil()
        self.changed.emit()
