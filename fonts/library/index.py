"""What font files hold, read once and kept until path, time or size of a file is another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from fonts.library.keeping import keep, kept
from fonts.library.known import FaceError, KnownFace, Trouble, UnreadFile
from fonts.library.reading import read_faces
from fonts.library.sfnt import trouble_of

FORM = 2
"""Changes with what is read of a face: what another version kept is read anew."""


MOST_KEPT = 50_000
"""Files that are remembered; beyond that it begins anew with those there are."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What a file held when it was this large and written then: faces, or why it had none."""

    size: int
    modified: int
    faces: tuple[KnownFace, ...]
    why: Trouble | None


class _KeptIndex(msgspec.Struct, frozen=True, array_like=True):
    form: int
    entries: dict[str, Entry]


class Index(NamedTuple):
    """The faces of all files, in the order of the files, and the files that give none."""

    faces: tuple[KnownFace, ...]
    unread: tuple[UnreadFile, ...]


def indexed(paths: Iterable[str], cache: Path | None) -> Index:
    """The faces in these files; what is new is read, and kept in the folder `cache`."""
    index_file = cache / "index.msgpack" if cache else None
    before = _read(index_file) if index_file else {}
    now = {path: _entry(path, before.get(path)) for path in paths}
    fresh = any(entry is not before.get(path) for path, entry in now.items() if entry.size)
    if index_file and fresh:
        # other layouts have other folders: what is known of theirs stays
        others = before if len(before) < MOST_KEPT else {}
        keep(index_file, msgspec.msgpack.encode(_KeptIndex(FORM, {**others, **now})))
    return Index(
        tuple(face for entry in now.values() for face in entry.faces),
        tuple(UnreadFile(path, entry.why) for path, entry in now.items() if entry.why),
    )


def _entry(path: str, before: Entry | None) -> Entry:
    try:
        state = os.stat(path)  # noqa: PTH116, half the time of Path.stat, of 1,500 files
    except (OSError, ValueError) as error:
        return Entry(0, 0, (), trouble_of(error))
    if before and before.size == state.st_size and before.modified == state.st_mtime_ns:
        return before
    try:
        return Entry(state.st_size, state.st_mtime_ns, read_faces(path), None)
    except FaceError as error:
        return Entry(state.st_size, state.st_mtime_ns, (), error.why)


def _read(path: Path) -> dict[str, Entry]:
    """What was kept; nothing where it is damaged or of another version."""
    data = kept(path)
    if data is None:
        return {}
    try:
        found = msgspec.msgpack.decode(data, type=_KeptIndex)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
    return found.entries if found.form == FORM else {}
