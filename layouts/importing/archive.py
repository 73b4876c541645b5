"""Zipped office files, opened as if they meant harm: the table of contents is checked first, bytes
are counted while they are unpacked.

Nothing is ever unpacked onto the disk, so that a name can lead nowhere.
"""

from __future__ import annotations

import mmap
import os
import struct
import zipfile
import zlib
from contextlib import ExitStack
from pathlib import Path
from typing import IO, BinaryIO, NoReturn, Self

from layouts.errors import ManuscriptError, Source
from layouts.inputs import open_input, why
from layouts.messages import archives as say
from layouts.messages.message import Sentence

MOST_BYTES = 300_000_000
"""Bytes of a manuscript's file; forty photos of a phone have half of that."""

MOST_UNPACKED = 600_000_000
"""Bytes that are unpacked of one file before it is given up: two seconds of work."""

MOST_ENTRIES = 10_000
"""Files inside; a manuscript of a hundred pages has some fifty."""

MOST_DIRECTORY = 4_000_000
"""Bytes of the zip's table of contents."""

MOST_RATIO, RATIO_FROM = 400, 20_000_000
"""A part that unpacks to more than RATIO_FROM bytes may be packed to no less than a 400th.

Tables of equal cells come to 300 and are small.
"""

MOST_XML = 100_000_000
"""Bytes of a part that is XML; a hundred pages of text have a tenth of it."""

_END = struct.Struct("<4s4H2LH")
"""The end record of a zip (APPNOTE 4.3.16): signature, disks, entries here and in all, size and
place of the table of contents, length of the comment."""

_LONGEST_COMMENT = 0xFFFF
_END_SIGNATURE = b"PK\x05\x06"
_ENCRYPTED = 0x1
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of old Office and encrypted ones of new Office begin ([MS-CFB] 2.2)."""

_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds an encrypted document ([MS-OFFCRYPTO] 2.3.4.4)."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    struct.error,
)
"""What `zipfile` raises for damage; its NotImplementedError and RuntimeError are packings and
passwords that it does not know."""


class Archive:
    """An open zip. ManuscriptError, with a sentence, for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unpacked = 0
        with ExitStack() as opened:
            self._file = opened.enter_context(_opened(path))
            try:
                self._refuse_other_kinds()
                self._check_end()
                self._zip = zipfile.ZipFile(self._file)
                self._entries = self._checked()
            except _BROKEN:
                self.refuse(say.NO_ZIP())
            except OSError as error:
                self.refuse(say.SOURCE_UNREADABLE(why=why(error)))
            opened.pop_all()  # it stays open as long as the archive

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts; folders and names that lead out of it are not among them."""
        return frozenset(self._entries)

    def size(self, name: str) -> int:
        """The bytes a part says it has."""
        return self._entries[name].file_size

    def read(self, name: str, most: int = MOST_XML) -> bytes:
        """A part whole."""
        with self.open(name, most) as part:
            return part.read(-1)

    def open(self, name: str, most: int = MOST_XML) -> Part:
        """A part, to be read piece by piece."""
        entry = self._entries.get(name)
        if entry is None:
            self.refuse(say.NO_PART(part=name))
        if entry.file_size > most:
            self.refuse(say.PART_TOO_LARGE(part=name, most=most // 1_000_000))
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
            self.refuse(say.SUSPICIOUS(part=name))
        if entry.flag_bits & _ENCRYPTED:
            self.refuse(say.SOURCE_ENCRYPTED())
        try:
            stream = self._zip.open(entry)
        except (*_BROKEN, OSError):
            self.refuse(say.PART_DAMAGED(part=name))
        return Part(self, name, stream, entry.file_size)

    def count(self, unpacked: int) -> None:
        """Give up where more was unpacked than any manuscript has."""
        self._unpacked += unpacked
        if self._unpacked > MOST_UNPACKED:
            self.refuse(say.SOURCE_UNPACKS_TOO_LARGE(most=MOST_UNPACKED // 1_000_000))

    def refuse(self, sentence: Sentence) -> NoReturn:
        """Say why the file cannot be read."""
        raise ManuscriptError(*sentence, Source(str(self.path)))

    def _refuse_other_kinds(self) -> None:
        begin = self._file.read(len(_COMPOUND))
        if begin == _COMPOUND:
            with mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
                is_encrypted = whole.find(_ENCRYPTED_STREAM) >= 0
            self.refuse(say.SOURCE_ENCRYPTED() if is_encrypted else say.OLD_WORD())

    def _check_end(self) -> None:
        """The table of contents is small: `zipfile` would read one of any length at once.

        With the records of zips beyond 4 GB (APPNOTE 4.3.14) another table of contents would count.
        """
        size = self._file.seek(0, os.SEEK_END)
        self._file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
        tail = self._file.read()
        at = tail.rfind(_END_SIGNATURE)
        if at < 0 or b"PK\x06\x07" in tail[max(0, at - 20) : at]:
            self.refuse(say.NO_ZIP())
        _, _, _, _, count, length, _, _ = _END.unpack_from(tail, at)
        if count > MOST_ENTRIES or length > MOST_DIRECTORY:
            self.refuse(say.TOO_MANY_FILES_INSIDE(most=MOST_ENTRIES))
        self._file.seek(0)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            name = entry.filename
            if entry.is_dir() or _leads_out(entry.orig_filename):
                continue
            if name in entries:
                self.refuse(say.PART_TWICE(part=ascii(name[:80])))
            entries[name] = entry
        if len(entries) > MOST_ENTRIES:
            self.refuse(say.TOO_MANY_FILES_INSIDE(most=MOST_ENTRIES))
        return entries


class Part:
    """A part of an archive being unpacked: as many bytes as it says, and no more."""

    def __init__(self, archive: Archive, name: str, stream: IO[bytes], size: int) -> None:
        self._archive = archive
        self._name = name
        self._stream = stream
        self._left = size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size` where that is not negative."""
        asked = self._left + 1 if size < 0 else size
        try:
            data = self._stream.read(asked)
        except (*_BROKEN, OSError):
            self._archive.refuse(say.PART_DAMAGED(part=self._name))
        self._left -= len(data)
        if self._left < 0:
            self._archive.refuse(say.PART_DAMAGED(part=self._name))
        self._archive.count(len(data))
        return data


def _leads_out(name: str) -> bool:
    """Whether a name leads out of its archive, or none of Office's would be called so."""
    steps = name.replace("\\", "/").split("/")
    return not steps[0] or ".." in steps or "\0" in name or ":" in steps[0]


def _opened(path: Path) -> BinaryIO:
    try:
        return open_input(path, MOST_BYTES)
    except OSError as error:
        sentence = say.SOURCE_UNREADABLE(why=why(error))
        raise ManuscriptError(*sentence, Source(str(path))) from error
