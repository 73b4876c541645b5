"""What lies in the files and folders that an editor gives: manuscripts and photos in natural order,
never anything outside.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.errors import Finding, ManuscriptError, Source
from layouts.imaging.heif import can_decode
from layouts.importing.order import natural_key
from layouts.importing.registry import MANUSCRIPTS, SourceKind, kind_of
from layouts.inputs import real, why
from layouts.messages import importing as say
from layouts.messages.message import Sentence
from layouts.patterns import later

MOST_FILES = 5000
"""Files looked at: an issue has some twenty-five manuscripts and a hundred photos."""

MOST_MANUSCRIPTS = 500
"""More than any issue holds; a whole disk given by mistake has more."""

DEEPEST = 8
"""Folders inside folders that are looked into."""

_PASSED = later(
    r"~\$.*|\.~.*|~wrl.*|.*\.(?:tmp|lock|bak|crdownload|part)|\..*|thumbs\.db|desktop\.ini"
    r"|ehthumbs.*\.db|__macosx|icon\r|.*~|\$recycle\.bin|system volume information|@eadir"
)
"""What programs and systems leave in folders: locks of Word, WPS and LibreOffice, pictures of
previews, copies kept aside, hidden files.
"""


class FoundFile(NamedTuple):
    """A file as the editor named it or its folder; `folders` are the names of the folders it lies
    in, counted from the one given, which is among them where several were.
    """

    path: Path
    kind: SourceKind
    folders: tuple[str, ...] = ()


class Gathered(NamedTuple):
    """What was found: manuscripts and photos in order, other files that are passed over with a
    sentence each, and what there is to say of the folders. `roots` are the folders that files may
    be taken from: those given, and those of files given.
    """

    roots: tuple[Path, ...]
    manuscripts: tuple[FoundFile, ...]
    photos: tuple[FoundFile, ...]
    others: tuple[tuple[FoundFile, Finding], ...]
    findings: tuple[Finding, ...]


def gather(paths: Sequence[Path], besides: Collection[Path] = ()) -> Gathered:
    """What lies in `paths`, files as they were given, each folder in natural order; never what is
    `besides`.
    """
    walk = _FolderWalk(several=len(paths) > 1, besides=besides)
    for path in paths:
        walk.enter(path)
    return walk.gathered()


class _FolderWalk:
    """Goes through files and folders once each; stops at its limits."""

    def __init__(self, *, several: bool, besides: Collection[Path]) -> None:
        self._several = several
        self._met = {str(real(path)) for path in besides}
        self._roots: list[Path] = []
        self._files = 0
        self._found: list[FoundFile] = []
        self._others: list[tuple[FoundFile, Finding]] = []
        self._findings: list[Finding] = []

    def enter(self, path: Path) -> None:
        """Take what the editor gave: nothing of it is passed over in silence."""
        if _is_folder(path):
            home = real(path)
            self._roots.append(home)
            self._met.add(str(home))
            self._folder(path, home, (path.name,) if self._several else ())
        else:
            self._roots.append(real(path.absolute().parent))
            self._file(path, (), given=True)

    def gathered(self) -> Gathered:
        manuscripts = [file for file in self._found if file.kind in MANUSCRIPTS]
        if len(manuscripts) > MOST_MANUSCRIPTS:
            self._say(say.MANY_MANUSCRIPTS(count=len(manuscripts), most=MOST_MANUSCRIPTS))
        photos = tuple(file for file in self._found if file.kind is SourceKind.PHOTO)
        return Gathered(
            tuple(dict.fromkeys(self._roots)),
            tuple(manuscripts[:MOST_MANUSCRIPTS]),
            photos,
            tuple(self._others),
            tuple(self._findings),
        )

    def _folder(self, folder: Path, home: Path, names: tuple[str, ...]) -> None:
        if len(names) > DEEPEST:
            self._say(say.FOLDER_TOO_DEEP(), folder)
            return
        files, folders = self._entries(folder)
        for path in files:
            if self._is_inside(path, home):
                self._file(path, names, given=False)
        for path in folders:
            if self._is_inside(path, home) and self._is_new(path):
                self._folder(path, home, (*names, path.name))

    def _entries(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """The files and the folders of a folder, in natural order."""
        files: list[Path] = []
        folders: list[Path] = []
        try:
            for path in self._listed(folder):
                (folders if _is_folder(path) else files).append(path)
        except OSError as error:
            self._say(say.FOLDER_UNREADABLE(why=why(error)), folder)
        files.sort(key=lambda path: (natural_key(path.stem), path.name))
        folders.sort(key=lambda path: (natural_key(path.name), path.name))
        return files, folders

    def _listed(self, folder: Path) -> Iterator[Path]:
        """What a folder holds, up to the limit of all files together."""
        with os.scandir(folder) as entries:
            for entry in entries:
                if _PASSED().fullmatch(entry.name.casefold()):
                    continue
                if self._files >= MOST_FILES:
                    self._say_once(say.TREE_TOO_LARGE(most=MOST_FILES), folder)
                    return
                self._files += 1
                yield folder / entry.name

    def _is_inside(self, path: Path, home: Path) -> bool:
        if not path.is_symlink() or real(path).is_relative_to(home):
            return True
        self._say(say.LINK_LEADS_OUT(), path, "link-outside")
        return False

    def _is_new(self, path: Path) -> bool:
        """Whether a file or folder was not met yet, whatever links lead to it."""
        place = str(real(path))
        if place in self._met:
            return False
        self._met.add(place)
        return True

    def _file(self, path: Path, names: tuple[str, ...], *, given: bool) -> None:
        if not self._is_new(path):
            return
        try:
            kind = SourceKind.UNKNOWN if not given and _is_special(path) else kind_of(path)
        except ManuscriptError as error:
            finding = Finding("error", "source-unreadable", error.zh, error.en, error.source)
            self._others.append((FoundFile(path, SourceKind.UNKNOWN, names), finding))
            return
        file = FoundFile(path, kind, names)
        if kind is SourceKind.HEIC and can_decode():
            file = file._replace(kind=SourceKind.PHOTO)
        if file.kind in MANUSCRIPTS or file.kind is SourceKind.PHOTO:
            self._found.append(file)
        else:
            self._others.append((file, _passed_over(file, given=given)))

    def _say(
        self, sentence: Sentence, path: Path | None = None, code: str = "folder-limited"
    ) -> None:
        source = Source(str(path)) if path is not None else None
        self._findings.append(Finding("warning", code, *sentence, source))

    def _say_once(self, sentence: Sentence, path: Path) -> None:
        if all(finding.zh != sentence.zh for finding in self._findings):
            self._say(sentence, path)


def _is_folder(path: Path) -> bool:
    """Whether a folder is there, whatever keeps us from looking."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_special(path: Path) -> bool:
    """Whether something is neither file nor folder: a pipe, a socket, a device."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


_WHY = {
    SourceKind.HEIC: say.PHOTO_HEIC,
    SourceKind.SHEET: say.IS_SHEET,
    SourceKind.SLIDES: say.IS_SLIDES,
    SourceKind.ARCHIVE: say.IS_ARCHIVE,
    SourceKind.MEDIA: say.IS_MEDIA,
    SourceKind.DRAWING: say.IS_DRAWING,
}
"""What an editor can do about a file of a kind that is not read."""


def _passed_over(file: FoundFile, *, given: bool) -> Finding:
    code = "photo-heic" if file.kind is SourceKind.HEIC else "file-passed-over"
    sentence = _WHY.get(file.kind, say.IS_UNKNOWN)()
    return Finding("error" if given else "warning", code, *sentence, Source(str(file.path)))
