"""Which publication the open issue belongs to: by where its file lies, else by its name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.days import today
from desktop.publishing.known import KnownPublication, look_at
from desktop.tasks import Progress, Task
from desktop.window_parts.services import Services
from layouts.errors import BanxinError
from layouts.publication import (
    SeenPublication,
    find_publication,
    is_called,
    note_saved,
    read_publication,
    see_publication,
)
from layouts.store.owning import person


class SeenHome(NamedTuple):
    """A publication as it is told of, and as issues are checked against it."""

    known: KnownPublication | None
    numbers: SeenPublication | None


NOTHING_SEEN = SeenHome(None, None)


class Belonging(QObject):
    """Follows the open issue. `changed`: it belongs to another publication, or that has changed."""

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._looking: Task | None = None
        self._path: Path | None = None
        self._other = False  # another document is being opened
        self.known: KnownPublication | None = None
        self._session.opened.connect(self._expect)
        self._session.file_changed.connect(self._follow)

    @property
    def folder(self) -> Path | None:
        """The publication's folder; None where the issue belongs to none."""
        return self.known.folder if self.known is not None else None

    def _expect(self) -> None:
        self._other = True

    def _follow(self) -> None:
        if self._other or self._session.path != self._path or self._session.issue is None:
            self._other = False
            self.look_again()

    def look_again(self) -> None:
        """Find the publication, beside the window: it may lie on a share that is slow."""
        issue, path = self._session.issue, self._session.path
        self._path = path
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if issue is None:
            self._take(NOTHING_SEEN)
            return
        folders, name = self._services.settings.publication_folders, issue.masthead.publication

        def look(_progress: Progress) -> SeenHome:
            found = (find_publication(path) if path is not None else None) or _called(name, folders)
            return NOTHING_SEEN if found is None else _seen(found, path)

        self._looking = self._services.tasks.run(look, self._take, self._services.fail)

    def note_saved(self) -> None:
        """Note the number of an issue that was saved, so that it goes to nobody else."""
        issue, path, folder = self._session.issue, self._session.path, self.folder
        if issue is None or path is None or folder is None:
            return

        def note(_progress: Progress) -> None:
            note_saved(folder, issue.masthead, path, person())

        self._services.tasks.run(note, lambda _: self.look_again(), self._services.fail)

    def _take(self, seen: SeenHome) -> None:
        self._looking = None
        known, numbers = seen
        self._session.belong_to(numbers)
        if known != self.known:
            self.known = known
            self.changed.emit()


def _seen(folder: Path, file: Path | None) -> SeenHome:
    """What there is to know of a publication; its numbers only where they can be read."""
    known = look_at(folder, today())
    with suppress(BanxinError):
        return SeenHome(known, see_publication(folder, file))
    return SeenHome(known, None)


def _called(name: str, folders: list[Path]) -> Path | None:
    """The folder, of those known, of the publication with a name; None where there is none."""
    for folder in folders if name else ():
        with suppress(BanxinError):
            if is_called(name, read_publication(folder)):
                return folder
    return None
