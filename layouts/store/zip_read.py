"""Reading a zip that may mean harm: its table of contents is checked before anything is unpacked,
bytes are counted while it is.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn, Self

from layouts.errors import PackageError, Source
from layouts.inputs import open_input, why
from layouts.messages.message import Sentence
from layouts.messages.packages import (
    DIRECTORY_DAMAGED,
    ENTRY_DAMAGED,
    ENTRY_FOREIGN,
    ENTRY_LARGER_THAN_IT_SAYS,
    ENTRY_MISSING,
    ENTRY_NO_PLAIN_FILE,
    ENTRY_NOT_READ,
    ENTRY_NOT_WHOLE,
    ENTRY_PACKED_SUSPICIOUSLY,
    ENTRY_PACKED_UNKNOWN,
    ENTRY_TOO_LARGE,
    ENTRY_TWICE,
    NO_PACKAGE_OR_NOT_WHOLE,
    PACKAGE_DAMAGED,
    PACKAGE_MISSING,
    PACKAGE_NOT_OPENED,
    PACKAGE_NOT_READ,
    TOO_MANY_ENTRIES,
    UNPACKS_TOO_LARGE,
)
from layouts.reasons import reason
from layouts.store.art_names import is_of_art
from layouts.store.limits import (
    CHUNK,
    MOST_BYTES,
    MOST_DIRECTORY,
    MOST_ENTRIES,
    MOST_RATIO,
    RATIO_FROM,
)

_END = struct.Struct("<4s4H2LH")
"""The end record of a zip: signature, disks, entries here and in all, size and place of the table
of contents, length of a comment.
"""

_LOCATOR = 20
"""Bytes of the record before the end that a zip of more than 4 GB has."""

_NAMES = re.compile(
    r"mimetype|issue\.json|layout\.toml|thumbnail\.png|photos/[0-9a-f]{64}\.[0-9a-z]{1,8}|photos/"
)
_ENCRYPTED = 0x1  # bit 0 of an entry's flags (APPNOTE 4.4.4)
_FILE = 0x8000  # S_IFREG, in the upper half of the attributes that Unix writes
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


def is_of_an_issue(name: str) -> bool:
    """Whether an entry of this name belongs into the package of an issue."""
    return _NAMES.fullmatch(name) is not None or is_of_art(name)


class PackageZip:
    """An open package.

    PackageError, naming file and entry, for whatever is wrong with it; `any_names` takes entries
    unknown to us, `is_ours` tells which names are known where it is no issue's.
    """

    def __init__(
        self,
        path: Path,
        *,
        any_names: bool = False,
        is_ours: Callable[[str], bool] = is_of_an_issue,
    ) -> None:
        self._path = path
        self._any_names = any_names
        self._is_ours = is_ours
        self._read = 0
        with ExitStack() as opened:
            self._file = opened.enter_context(_opened(path))
            try:
                self._check_end()
                self._zip = zipfile.ZipFile(self._file)
                self._entries = self._checked()
            except _BROKEN as error:
                raise PackageError(*PACKAGE_DAMAGED(), Source(str(path))) from error
            except OSError as error:
                why = reason(error)
                raise PackageError(*PACKAGE_NOT_READ(why=why), Source(str(path))) from error
            opened.pop_all()  # it stays open as long as the package

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()
        self._file.close()

    @property
    def names(self) -> frozenset[str]:
        """The names of its entries."""
        return frozenset(self._entries)

    def size(self, name: str) -> int:
        """The bytes an entry says it has."""
        return self._entries[name].file_size

    def read(self, name: str, most: int) -> bytes:
        """A small entry whole. PackageError where it is missing or has more than `most` bytes."""
        if name not in self._entries:
            self._refuse(ENTRY_MISSING(name=name))
        if self.size(name) > most:
            self._refuse(ENTRY_TOO_LARGE(name=name))
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """An entry piece by piece. A wrong checksum shows after the last piece."""
        entry = self._entries[name]
        got = 0
        try:
            with self._zip.open(entry) as source:
                while chunk := source.read(CHUNK):
                    got += len(chunk)
                    self._read += len(chunk)
                    # a photo may be read twice: to be unpacked, and to find out whose fault it is
                    # that it differs
                    if got > entry.file_size or self._read > 2 * MOST_BYTES:
                        self._refuse(ENTRY_LARGER_THAN_IT_SAYS(name=name))
                    yield chunk
        except _BROKEN:
            self._refuse(ENTRY_DAMAGED(name=name))
        except OSError as error:
            why = reason(error)
            self._refuse(ENTRY_NOT_READ(name=name, why=why))
        if got != entry.file_size:
            self._refuse(ENTRY_NOT_WHOLE(name=name))

    def _check_end(self) -> None:
        """The zip ends as ours do: without a comment, its table of contents small and where it
        says.
        """
        size = self._file.seek(0, os.SEEK_END)
        if size < _END.size:
            self._refuse(NO_PACKAGE_OR_NOT_WHOLE())
        self._file.seek(size - _END.size)
        signature, _, _, _, count, length, start, comment = _END.unpack(self._file.read(_END.size))
        if signature != b"PK\x05\x06" or comment:
            self._refuse(NO_PACKAGE_OR_NOT_WHOLE())
        if count > MOST_ENTRIES:
            self._refuse(TOO_MANY_ENTRIES(most=MOST_ENTRIES))
        if length > MOST_DIRECTORY or start + length != size - _END.size:
            self._refuse(DIRECTORY_DAMAGED())
        self._file.seek(max(0, size - _END.size - _LOCATOR))
        # would let another table of contents, of any length, count instead of this one
        if self._file.read(4) == b"PK\x06\x07":
            self._refuse(DIRECTORY_DAMAGED())
        self._file.seek(0)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        folded: set[str] = set()
        total = 0
        for entry in self._zip.infolist():
            self._check(entry)
            # A.svg and a.svg are one file on Windows
            if entry.filename.casefold() in folded:
                self._refuse(ENTRY_TWICE(name=entry.filename))
            folded.add(entry.filename.casefold())
            entries[entry.filename] = entry
            total += entry.file_size
        if len(entries) > MOST_ENTRIES or total > MOST_BYTES:
            self._refuse(UNPACKS_TOO_LARGE(most=MOST_BYTES // 1_000_000))
        entries.pop("photos/", None)
        return entries

    def _check(self, entry: zipfile.ZipInfo) -> None:
        name = ascii(entry.orig_filename[:80])
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if not self._any_names and (
            # zipfile cuts a name at a zero byte and turns the separators of Windows round
            entry.orig_filename != entry.filename or not self._is_ours(entry.filename)
        ):
            self._refuse(ENTRY_FOREIGN(name=name))
        # 0: written where files have no kinds
        if kind not in (0, _FILE) and not (entry.filename == "photos/" and kind == stat.S_IFDIR):
            self._refuse(ENTRY_NO_PLAIN_FILE(name=name))
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            self._refuse(ENTRY_PACKED_UNKNOWN(name=name))
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
            self._refuse(ENTRY_PACKED_SUSPICIOUSLY(name=name))

    def _refuse(self, why: Sentence) -> NoReturn:
        raise PackageError(*PACKAGE_NOT_OPENED(why=why), Source(str(self._path)))


def _opened(path: Path) -> BinaryIO:
    """A plain file; a pipe or a device might never end."""
    source = Source(str(path))
    try:
        return open_input(path, MOST_BYTES + MOST_DIRECTORY)
    except FileNotFoundError:
        raise PackageError(*PACKAGE_MISSING(), source) from None
    except OSError as error:
        said = why(error)
        raise PackageError(*PACKAGE_NOT_OPENED(why=said), source) from error
