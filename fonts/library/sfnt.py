"""Font files by their tables, read straight: only what is asked for, and never past the end.

A file may be cut short, lie about its offsets, or be no font at all; whatever does not lie within
it is not there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from struct import Struct as Layout
from struct import iter_unpack, pack
from typing import BinaryIO, NamedTuple, Self

from fonts.library.known import FaceError, Trouble

MOST_FACE = 150_000_000
"""Bytes of one face that are read into memory; of those in use the largest, variable ones with all
of CJK, have 60,000,000.
"""

MOST_FACES = 256
"""Faces of one collection; Source Han Sans in all its forms has 90."""

_MOST_TABLES = 128
_HEADER = Layout(">4sHHHH")
_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""As `layouts.inputs`: a pipe that nobody fills would wait for ever without O_NONBLOCK."""


class TableSpan(NamedTuple):
    """Where a table lies in the file."""

    offset: int
    length: int


class FaceTables(NamedTuple):
    """The tables of one face of a file, by tag; `is_cut` where some that are listed lie outside the
    file.
    """

    kind: bytes
    places: Mapping[str, TableSpan]
    is_cut: bool = False


class FontFile:
    """An open font file: its faces and their tables."""

    def __init__(self, file: BinaryIO, path: str, state: os.stat_result) -> None:
        self._file = file
        self.path = path
        self.size = state.st_size
        self.modified = state.st_mtime_ns

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def faces(self) -> list[FaceTables]:
        """The faces of the file in their order; FaceError where it is no font."""
        head = self._bytes(0, 12)
        if head[:4] != b"ttcf":
            return [self._face(0)]
        count = int.from_bytes(head[8:12], "big")
        if not 0 < count <= MOST_FACES:
            raise FaceError(self.path, "damaged")
        offsets = self._bytes(12, 4 * count)
        if len(offsets) < 4 * count:
            raise FaceError(self.path, "damaged")
        return [self._face(offset) for (offset,) in iter_unpack(">L", offsets)]

    def table(self, face: FaceTables, tag: str, most: int = MOST_FACE) -> bytes:
        """A table, at most its first `most` bytes; empty where the face has none."""
        place = face.places.get(tag)
        return self._bytes(place.offset, min(place.length, most)) if place else b""

    def _face(self, offset: int) -> FaceTables:
        head = self._bytes(offset, _HEADER.size)
        if len(head) < _HEADER.size or head[:4] not in _KINDS:
            raise FaceError(self.path, "no-font" if offset == 0 else "damaged")
        count = int.from_bytes(head[4:6], "big")
        if not 0 < count <= _MOST_TABLES:
            raise FaceError(self.path, "damaged")
        listed = self._bytes(offset + _HEADER.size, 16 * count)
        tables = {
            tag.decode("latin-1"): TableSpan(start, length)
            for tag, start, length in iter_unpack(">4s4xLL", listed[: len(listed) // 16 * 16])
            if length and _is_tag(tag)
        }
        places = {tag: at for tag, at in tables.items() if at.offset + at.length <= self.size}
        return FaceTables(head[:4], places, len(listed) < 16 * count or len(places) < len(tables))

    def _bytes(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)


def _is_tag(tag: bytes) -> bool:
    """Whether a table's name is made of what names are made of (OpenType, data type Tag)."""
    return all(0x20 <= byte <= 0x7E for byte in tag)


def open_font(path: str) -> FontFile:
    """A font file, opened.

    FaceError where there is none that may be read: folders, pipes and devices are none.
    """
    try:
        descriptor = os.open(path, _PLAINLY)
    except (OSError, ValueError) as error:
        raise FaceError(path, trouble_of(error)) from error
    # unbuffered: what is read are a few tables, far from each other
    file = os.fdopen(descriptor, "rb", buffering=0)
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode):
        file.close()
        raise FaceError(path, "no-file")
    return FontFile(file, path, state)  # pyright: ignore[reportArgumentType]


def trouble_of(error: Exception) -> Trouble:
    """Why a file could not be opened or read, in one word."""
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.EACCES, errno.EPERM}:
        return "forbidden"
    return "no-file" if number == errno.EISDIR else "gone"


def one_face(
    file: FontFile,
    face: FaceTables,
    leave: Iterable[str] = (),
    add: Mapping[str, bytes] | None = None,
) -> bytes:
    """A font file of one face, its tables as they are, but for those to `leave` and to `add`.

    FaceError where it is larger than we read, or cut short meanwhile.
    """
    added = add or {}
    left = {*leave, *added}
    lengths = {tag: place.length for tag, place in face.places.items() if tag not in left}
    lengths |= {tag: len(data) for tag, data in added.items()}
    if sum(lengths.values()) > MOST_FACE:
        raise FaceError(file.path, "too-large")
    # searchRange and its like are told by the count alone (OpenType, table directory)
    exponent = len(lengths).bit_length() - 1
    ranges = (len(lengths), 16 << exponent, exponent, 16 * len(lengths) - (16 << exponent))
    out = bytearray(pack(">4sHHHH", face.kind, *ranges))
    at = len(out) + 16 * len(lengths)
    for tag, length in sorted(lengths.items()):
        out += pack(">4sLLL", tag.encode("latin-1"), 0, at, length)
        at += -(-length // 4) * 4
    for tag, length in sorted(lengths.items()):
        data = added[tag] if tag in added else file.table(face, tag)
        if len(data) < length:
            raise FaceError(file.path, "damaged")
        out += data + bytes(-length % 4)
    return bytes(out)
