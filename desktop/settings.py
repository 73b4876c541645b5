"""What the desktop remembers between two days: window, recent issues, where publications lie, and
where the numbering of titles stands that are none.
"""

from __future__ import annotations

import datetime
import getpass
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop.colours import Appearance
from desktop.words import Language
from layouts.issue.edits import Numbers
from layouts.issue.issue import Colophon, Issue, Masthead

MOST_RECENT = 12
"""Issues kept in the list of recent ones: a quarter's work."""

MOST_EXPORTS = 10
"""Files kept in the list of those made last."""


MOST_PUBLICATIONS = 24
"""Publications known at once: more than an office has."""

LANGUAGE, APPEARANCE, TEXT_SIZE, EXPORTS, AUTHOR, SECOND_START = (
    "language",
    "appearance",
    "text-size",
    "export/home",
    "comments/author",
    "start/second",
)
"""Keys of what the editor prefers: the first three "system" or empty to follow the system; a
folder, empty for beside the issue; the name that signs comments, empty for the system's; whether a
second start opens a window of its own or goes to the one that is open (`ONE_WINDOW`).
"""

FACES = "faces/folder"
"""Key of the house's folder of faces, empty for none."""

ONE_WINDOW = "one"


TEXT_SIZES = ("100", "125", "150", "200")
"""Per cent of its usual size that the window's text can have."""


class Recent(NamedTuple):
    """An issue opened or saved before."""

    path: Path
    title: str


class LastIssue(NamedTuple):
    """The last issue of a title that was worked on here, from which the next is offered where that
    title is no publication (`publication_folders`): those count by themselves.
    """

    name: str
    number: int | None = None
    total: int | None = None
    date: datetime.date | None = None
    issuer: str = ""
    layout: str = ""
    sections: tuple[str, ...] = ()
    colophon: Colophon = Colophon()

    def following(self, today: datetime.date) -> Masthead:
        """The next issue's masthead: one on; a year's first issue is number 1 and the total goes
        on.
        """
        new_year = self.date is not None and today.year > self.date.year
        number = 1 if new_year or self.number is None else self.number + 1
        total = None if self.total is None else self.total + 1
        return Masthead(self.name, number, total, today, self.issuer)


class Settings:
    """Typed access to the user's settings."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Banxin", "Banxin"
        )

    # -- values ------------------------------------------------------------------------------------

    def text(self, key: str, default: str = "") -> str:
        """The text remembered under a key; `default` where there is none."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """The whole number remembered under a key; `default` where there is none."""
        try:
            return int(self.text(key) or default)
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """Whether a key was remembered as true; `default` where it was not remembered."""
        return {"true": True, "false": False}.get(self.text(key), default)

    @property
    def text_size(self) -> int:
        """Per cent of our own size that the window's text has, 0 for as the system has it."""
        return self.number(TEXT_SIZE, 0) if self.text(TEXT_SIZE) in TEXT_SIZES else 0

    def folder(self, *keys: str, work: Path | None = None) -> Path:
        """The first folder remembered under one of `keys` that is there; else that of the issue
        open (`work`), that of the last one, and the user's documents.
        """
        places = (
            *map(self.text, keys),
            str(work.absolute().parent) if work is not None else "",
            self.text("folder"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        )
        found = (Path(place) for place in places if place and Path(place).is_dir())
        return next(found, Path.home())

    def export_folder(self, work: Path | None) -> Path:
        """Where exports and drafts of an issue (`work`: its file) go: the folder that the editor
        prefers, else beside the issue, else where the last one went.
        """
        preferred = self.text(EXPORTS)
        if work is not None and not (preferred and Path(preferred).is_dir()):
            return work.absolute().parent
        return self.folder(EXPORTS, "export/folder")

    @property
    def language(self) -> Language | None:
        """The language that the editor prefers, None for the system's."""
        chosen = self.text(LANGUAGE)
        return "zh" if chosen == "zh" else "en" if chosen == "en" else None

    @property
    def appearance(self) -> Appearance:
        """Light or dark as the editor prefers, or as the system has it."""
        chosen = self.text(APPEARANCE)
        return "light" if chosen == "light" else "dark" if chosen == "dark" else "system"

    def state(self, key: str) -> QByteArray:
        """What a widget saved of itself; empty where it never did."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember a value under a key, for the next start too."""
        self._store.setValue(
            key,
            value
            if isinstance(value, QByteArray)
            else str(value).lower()
            if isinstance(value, bool)
            else str(value),
        )

    def sync(self) -> None:
        """Write what was put."""
        self._store.sync()

    # -- issues ------------------------------------------------------------------------------------

    @property
    def recent(self) -> list[Recent]:
        """Issues opened or saved before that are still there, the last first."""
        known = (Recent(Path(path), title) for path, title in self._pairs("recent"))
        return [entry for entry in known if entry.path.is_file()]

    def remember(self, path: Path, issue: Issue) -> None:
        """Put an issue first in the list of recent ones, and its number beside its publication."""
        path = path.absolute()
        others = [[str(entry.path), entry.title] for entry in self.recent if entry.path != path]
        self._put_json("recent", [[str(path), issue_title(issue)], *others][:MOST_RECENT])
        self._remember_numbers(issue)

    @property
    def exports(self) -> list[Path]:
        """Files and folders made before that are still there, the last first."""
        known = (Path(entry) for entry in self._list("exports") if isinstance(entry, str))
        return [path for path in known if path.exists()]

    def remember_export(self, path: Path) -> None:
        """Put a file, or the folder of several, first in the list of what was made."""
        path = path.absolute()
        others = [str(known) for known in self.exports if known != path]
        self._put_json("exports", [str(path), *others][:MOST_EXPORTS])

    def forget_recent(self) -> None:
        """Empty the list of recent issues."""
        self._put_json("recent", [])

    @property
    def publication_folders(self) -> list[Path]:
        """Folders of the publications known here, the last used first; a share that is away counts
        as known still.
        """
        return [
            Path(entry) for entry in self._list("publication-folders") if isinstance(entry, str)
        ]

    def know_publication(self, folder: Path) -> None:
        """Put a publication first among those known."""
        others = [str(known) for known in self.publication_folders if known != folder]
        self._put_json("publication-folders", [str(folder), *others][:MOST_PUBLICATIONS])

    def forget_publication(self, folder: Path) -> None:
        """Know a publication no longer; its folder stays."""
        others = [str(known) for known in self.publication_folders if known != folder]
        self._put_json("publication-folders", others)

    @property
    def last_issues(self) -> list[LastIssue]:
        """The last issue of each title, the last worked on first."""
        try:
            return msgspec.json.decode(self.text("publications", "[]"), type=list[LastIssue])
        except msgspec.DecodeError:  # written by another version
            return []

    def last_issue(self, name: str) -> LastIssue:
        """What is known of the last issue of a title."""
        return next((known for known in self.last_issues if known.name == name), LastIssue(name))

    def numbers_before(self, issue: Issue) -> Numbers | None:
        """The numbers of the publication's issue before this one, where that is the last that was
        seen here.
        """
        known, date = self.last_issue(issue.masthead.publication), issue.masthead.date
        if known.number is None or known.date is None or date is None or known.date >= date:
            return None
        return Numbers(known.number, known.total)

    def _remember_numbers(self, issue: Issue) -> None:
        head = issue.masthead
        if not head.publication:
            return
        before = self.last_issue(head.publication)
        # an old issue was looked at: the numbering goes on from the newest
        if before.date and head.date and head.date < before.date:
            return
        sections = tuple(section.name for section in issue.sections if section.name)
        entry = LastIssue(
            head.publication,
            head.number,
            head.total,
            head.date,
            head.issuer,
            issue.layout,
            sections,
            issue.colophon,
        )
        others = [known for known in self.last_issues if known.name != entry.name]
        self._store.setValue(
            "publications", msgspec.json.encode([entry, *others][:MOST_RECENT]).decode()
        )

    def _pairs(self, key: str) -> list[tuple[str, str]]:
        entries = [
            cast("list[object]", entry) for entry in self._list(key) if isinstance(entry, list)
        ]
        return [(str(entry[0]), str(entry[1])) for entry in entries if len(entry) == 2]

    def _list(self, key: str) -> list[object]:
        try:
            value: object = json.loads(self.text(key, "[]"))
        except ValueError:
            return []
        return cast("list[object]", value) if isinstance(value, list) else []

    def _put_json(self, key: str, value: object) -> None:
        self._store.setValue(key, json.dumps(value, ensure_ascii=False))


def issue_title(issue: Issue) -> str:
    """What an issue is called in lists and in the window's title: `澜汀书讯 2025 年第 14 期`,
    `澜汀书讯 2025 年增刊第 2 期`.
    """
    head = issue.masthead
    # not words of the window: the issue's own name
    number = "" if head.number is None else f"{head.series}第 {head.number} 期"
    # not words of the window: as above
    year = f"{head.date.year} 年" if head.date is not None else ""
    return " ".join(part for part in (head.publication, f"{year}{number}") if part)


def cache_folder() -> Path:
    """Where pictures of first pages are kept; made when asked for."""
    folder = (
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))
        / "pages"
    )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def data_folder() -> Path:
    """Where journals, versions and photos of open packages are kept; whoever writes there makes
    it.
    """
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def socket_address() -> str:
    """Where a running window of this user on this screen is asked to show a file: a socket in the
    folder of the session, on Windows a name.
    """
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    name = "".join(
        sign if sign.isalnum() else "-" for sign in f"banxin-{getpass.getuser()}-{screen}"
    )
    if sys.platform == "win32":
        return name
    session = os.environ.get("XDG_RUNTIME_DIR")
    return str((Path(session) if session else data_folder()) / f"{name}.socket")


def presets_folder() -> Path:
    """Where the editor's own export presets are kept; made when asked for."""
    folder = data_folder() / "presets"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
