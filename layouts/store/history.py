"""Versions of a document in the user's data folder: taken by themselves and by name, the last
fifty, thinner the older they are.

Each is a file: a line of JSON that says what it is, then the issue, compressed. Its photos are kept
beside, once each.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from layouts.errors import PackageError, Source
from layouts.inputs import is_plain_file, open_input, read_input
from layouts.issue.file_name import PHOTOS
from layouts.issue.issue import Issue
from layouts.messages.packages import VERSION_DAMAGED, VERSION_NOT_READ
from layouts.reasons import reason
from layouts.store.art import put_art
from layouts.store.art_names import MOST_ART, is_picture_name
from layouts.store.decode import Home
from layouts.store.disk import Disk
from layouts.store.limits import MOST_JSON, MOST_VERSION
from layouts.store.package import check_readable, issue_in, text_of
from layouts.store.photos import bring, keep_copies, packing, put_by_content
from layouts.store.reasons import not_saved, unreadable
from layouts.store.saving import DISK, NO_PICTURES

MOST = 50
_HOUR = datetime.timedelta(hours=1)
_DAY = datetime.timedelta(days=1)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_THINNING = (
    (_HOUR, datetime.timedelta(0)),
    (_DAY, _HOUR),
    (30 * _DAY, _DAY),
    (datetime.timedelta.max, 7 * _DAY),
)
"""Automatic versions up to an age, and how far apart they then stay: all of an hour, one for each
hour of a day, day of a month, week.
"""

_FILE = re.compile(r"([0-9]{8})\.version")
_PHOTO = re.compile(r"[0-9a-f]{64}\.[0-9a-z]{1,8}")
_GIVEN_UP = datetime.timedelta(days=30)
_LONGEST_NAME = 1000
_MOST_HEADER = 400_000
"""Bytes of the line that says what a version is: room for as many photos as a package may have, and
a name.
"""


class _Header(Struct, frozen=True):
    when: datetime.datetime
    name: str = ""
    photos: tuple[str, ...] = ()
    art: dict[str, str] = {}


class Version(NamedTuple):
    """One version of a document; `name` is empty for one taken by itself.

    `art` are the pictures of its layout that lay beside it: the name that the layout has for each,
    and that of its content, which is among the `photos`.
    """

    number: int
    when: datetime.datetime
    name: str
    file: Path
    photos: tuple[str, ...] = ()
    art: tuple[tuple[str, str], ...] = ()


def history_folder(data: Path, document: Path) -> Path:
    """The folder for the versions of a document, in the user's data folder.

    The document's name is not to be read from it.
    """
    return (
        data
        / hashlib.sha256(os.path.realpath(document).encode("utf-8", "surrogateescape")).hexdigest()[
            :24
        ]
    )


def versions(folder: Path) -> list[Version]:
    """The versions of a document, newest first. What cannot be read is left out."""
    found: list[Version] = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _FILE.fullmatch(path.name)
            header = _header(path) if match else None
            if match and header:
                found.append(_version(path, header))
    return sorted(found, reverse=True)


def _version(path: Path, header: _Header) -> Version:
    art = tuple(sorted(header.art.items()))
    return Version(_number(path), header.when, header.name, path, header.photos, art)


def keep_version(
    issue: Issue,
    folder: Path,
    now: datetime.datetime,
    name: str = "",
    *,
    pictures: Mapping[str, Path] = NO_PICTURES,
    disk: Disk = DISK,
) -> Version:
    """Keep the issue as it is, with a name or without, and thin out what is there.

    `pictures` are those of its layout that lie beside it. SaveError where it cannot be written.
    """
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        photos = packing(issue, None)
        text = text_of(issue, photos)
        check_readable(text, b"", Source(str(folder)))
        path = _claimed(folder)
        try:
            keep_copies(photos.origins, folder)
            art = _kept_art(pictures, folder)
            kept = tuple(sorted({*photos.origins, *art.values()}))
            header = _Header(now, name[:_LONGEST_NAME], kept, art)
            # after its photos: a version that is there has all of them
            disk.write_whole(path, msgspec.json.encode(header) + b"\n" + zlib.compress(text, 6))
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
    except OSError as error:
        raise not_saved(path, reason(error)) from error
    except PackageError as error:
        raise not_saved(path, unreadable(error)) from error
    thin(folder, versions(folder), now)
    return _version(path, header)


def _kept_art(pictures: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """Pictures kept by their content, by their names; those that are not there are left out."""
    kept: dict[str, str] = {}
    for name, file in pictures.items():
        path = put_by_content(file, folder) if is_plain_file(file) else ""
        if path:
            kept[name] = path.removeprefix(f"{PHOTOS}/")
    return kept


def _claimed(folder: Path) -> Path:
    """A new file for a version, ours from now on: another window, or a save in another thread, may
    be keeping one too.

    While it is empty nobody sweeps photos away, so that those of this version are there when it is
    written.
    """
    taken = [_number(path) for path in folder.iterdir() if _FILE.fullmatch(path.name)]
    for number in count(max(taken, default=0) + 1):
        path = folder / f"{number:08}.version"
        with suppress(FileExistsError):
            path.open("xb").close()
            return path
    raise AssertionError("numbers never end")


def _number(path: Path) -> int:
    return int(path.stem)


def load_version(version: Version, cache: Path, file: str = "") -> Issue:
    """The issue of a version, its photos put into the document's `cache`.

    PackageError where it cannot be read.

    In `version.file.parent` its photos lie already: an issue that is only looked at. Findings name
    `file`, or the version's own.
    """
    source = Source(str(version.file))
    try:
        # the first line is the header
        data = read_input(version.file, MOST_VERSION).partition(b"\n")[2]
        unpacking = zlib.decompressobj()
        # a byte more than there may be, so that more is seen and never unpacked
        text = unpacking.decompress(data, MOST_JSON + 1)
        for name in version.photos:
            # else composing finds it missing
            if _PHOTO.fullmatch(name) and (kept := version.file.parent / PHOTOS / name).is_file():
                bring(kept, cache / PHOTOS / name)
        _bring_art(version, cache)
    except OSError as error:
        why = reason(error)
        raise PackageError(*VERSION_NOT_READ(why=why), source) from error
    except zlib.error as error:
        raise PackageError(*VERSION_DAMAGED(), source) from error
    return issue_in(text, Home(file or source.file, cache), source)


def _bring_art(version: Version, cache: Path) -> None:
    """Put the pictures of a version's layout where it looks for them; nothing of an editor's is
    written over. OSError where that fails.
    """
    home = version.file.parent
    for name, content in version.art:
        kept = home / PHOTOS / content
        if not (is_picture_name(name) and _PHOTO.fullmatch(content) and kept.is_file()):
            continue
        # one version after another is looked at in the folder of them all
        if cache == home or not (cache / name).exists():
            put_art(read_input(kept, MOST_ART), cache / name)


def thin(folder: Path, there: Iterable[Version], now: datetime.datetime) -> None:
    """Remove versions by age and number, and photos that no version needs any more.

    Named ones only where there are more than fifty.

    One that cannot be read, or is being written, is left for a month, and all photos with it: it
    may need any of them.
    """
    there = sorted(there, reverse=True)
    kept = _kept(there, now)
    going = {version.file for version in there} - {version.file for version in kept}
    with suppress(OSError):
        files = {path for path in folder.iterdir() if _FILE.fullmatch(path.name)}
        unread = files - {version.file for version in there}
        lost = {
            path
            for path in unread
            if now.timestamp() - path.stat().st_mtime > _GIVEN_UP.total_seconds()
        }
        for path in going | lost:
            with suppress(OSError):
                path.unlink()
        needed = {photo for version in kept for photo in version.photos}
        for path in () if unread - lost else (folder / PHOTOS).iterdir():
            if path.name not in needed:
                with suppress(OSError):
                    path.unlink()


def _kept(newest_first: list[Version], now: datetime.datetime) -> list[Version]:
    """Of the automatic versions of one hour, day or week, as fits their age, the first: it stays
    the first while it grows older.
    """
    met: set[tuple[datetime.timedelta, int]] = set()
    kept: list[Version] = []
    # oldest first: which one stays does not depend on when it is asked
    for version in reversed(newest_first):
        apart = _apart(now - version.when)
        slot = (apart, (version.when - _EPOCH) // apart if apart else version.number)
        if version.name or slot not in met:
            kept.insert(0, version)
        if not version.name:
            met.add(slot)
    while len(kept) > MOST:
        # the oldest that has no name, or the oldest of all
        kept.remove(next((version for version in reversed(kept) if not version.name), kept[-1]))
    return kept


def _apart(age: datetime.timedelta) -> datetime.timedelta:
    return next(apart for limit, apart in _THINNING if age <= limit)


def _header(path: Path) -> _Header | None:
    try:
        with open_input(path, MOST_VERSION) as file:
            return msgspec.json.decode(file.readline(_MOST_HEADER), type=_Header)
    except (OSError, ValueError):
        return None
