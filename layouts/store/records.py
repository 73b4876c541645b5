"""Records of a journal: length, checksum, JSON. A record that is not whole, and all behind it,
counts as not written.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from layouts.inputs import open_input
from layouts.store.encode import Plain
from layouts.store.limits import MOST_RECORD

MAGIC = b"banxin journal 1\n"
# length and CRC-32 of what follows
_HEAD = struct.Struct("<II")


def path_text(path: Path) -> str:
    """A path as JSON can hold it: one that is no Unicode, as a disk may have, byte by byte."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        # told by a character that no path begins with; Latin-1 gives each byte back as it was
        return "\0" + os.fsencode(text).decode("latin-1")
    return text


def path_of(text: str) -> Path:
    """The path that `path_text` wrote. ValueError where it wrote no such text."""
    return Path(os.fsdecode(text[1:].encode("latin-1"))) if text.startswith("\0") else Path(text)


def packed(record: Plain) -> bytes:
    """The bytes of a record.

    JSON and not MessagePack, which has no whole numbers above 64 bits and no reader in every text
    editor.

    OSError where there are more of them than would be read again.
    """
    data = msgspec.json.encode(record)
    if len(data) > MOST_RECORD:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return _HEAD.pack(len(data), zlib.crc32(data)) + data


def records(path: Path) -> Iterator[Plain]:
    """The records of a journal up to the first that is damaged. OSError where it cannot be read."""
    with open_input(path, sys.maxsize) as file:
        if file.read(len(MAGIC)) != MAGIC:
            return
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            length, checksum = _HEAD.unpack(head)
            # a length out of a damaged head would ask for all memory
            if length > MOST_RECORD:
                return
            data = file.read(length)
            if len(data) != length or zlib.crc32(data) != checksum:
                return
            try:
                yield msgspec.json.decode(data)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                return


def is_whole(path: Path) -> bool:
    """Whether a journal ends where a record ends, all of them undamaged.

    OSError where it cannot be read.
    """
    end = len(MAGIC)
    with open_input(path, sys.maxsize) as file:
        if file.read(len(MAGIC)) != MAGIC:
            return False
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            length, checksum = _HEAD.unpack(head)
            if (
                length > MOST_RECORD
                or zlib.crc32(data := file.read(length)) != checksum
                or len(data) != length
            ):
                return False
            end = file.tell()
        return end == file.seek(0, os.SEEK_END)
