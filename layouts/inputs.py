"""Files that come in, opened: plain ones only, and never more of them than was asked for.

Every reader of a file goes through here.

A pipe, a socket or a device may never answer or never end; a file of holes may say it has a hundred
gigabytes.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from layouts.messages.files import (
    DISK_FAILED,
    FILE_IS_A_FOLDER,
    FILE_MISSING,
    FILE_TOO_LARGE,
    FOLDER_IS_NO_FOLDER,
    LINKS_GO_IN_A_CIRCLE,
    NAME_IMPOSSIBLE,
    NAME_TOO_LONG,
    NETWORK_FOLDER_GONE,
    NETWORK_FOLDER_SILENT,
    NOT_A_PLAIN_FILE,
    READING_FORBIDDEN,
)
from layouts.messages.message import Sentence
from layouts.reasons import reason

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Opening a pipe that nobody fills would wait for ever without O_NONBLOCK."""


class UnreadableError(OSError):
    """A file that is not even tried: no plain file, larger than its kind may be, or of a name that
    no file can have.
    """

    def __init__(self, why: Sentence) -> None:
        super().__init__(errno.EINVAL, why.en)
        self.why = why


class TooLargeError(UnreadableError):
    """A file larger than its kind may be."""


_REASONS = {
    errno.ENOENT: FILE_MISSING,
    errno.ENOTDIR: FOLDER_IS_NO_FOLDER,
    errno.EISDIR: FILE_IS_A_FOLDER,
    errno.EACCES: READING_FORBIDDEN,
    errno.EPERM: READING_FORBIDDEN,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.ELOOP: LINKS_GO_IN_A_CIRCLE,
    errno.ENXIO: NOT_A_PLAIN_FILE,
    errno.EIO: DISK_FAILED,
    errno.ESTALE: NETWORK_FOLDER_GONE,
    errno.ETIMEDOUT: NETWORK_FOLDER_SILENT,
}


def why(error: OSError) -> Sentence:
    """Why a file could not be read, in words an editor can act on."""
    if isinstance(error, UnreadableError):
        return error.why
    if of_reading := _REASONS.get(error.errno or 0):
        return of_reading()
    return reason(error)


def open_input(path: Path, most: int) -> BinaryIO:
    """A plain file of at most `most` bytes, opened.

    OSError where it is none; UnreadableError says so in both languages.
    """
    try:
        _check(path.stat(), most)  # first by its name: even opening a device can do something
        descriptor = os.open(path, _PLAINLY)
    except ValueError:
        raise UnreadableError(NAME_IMPOSSIBLE()) from None
    file = os.fdopen(descriptor, "rb")
    try:
        _check(os.fstat(descriptor), most)
    except OSError:
        file.close()
        raise
    return file


def read_input(path: Path, most: int, first: int | None = None) -> bytes:
    """A plain file of at most `most` bytes, or its `first` ones. OSError as `open_input`."""
    with open_input(path, most) as file:
        data = file.read(most + 1 if first is None else first)
    if len(data) > most:  # it grew, or is one of those that the system makes up and calls empty
        raise _too_large(len(data), most)
    return data


def obstacle(path: Path) -> Sentence | None:
    """Why a file cannot be read; None where it can."""
    try:
        open_input(path, sys.maxsize).close()
    except OSError as error:
        return why(error)
    return None


def real(path: Path) -> Path:
    """Where a path leads.

    `Path.resolve` raises where links go round in a circle, and for a name that no file can have.
    """
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path


def is_one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by links of any kind or in other letters where a disk
    knows no capitals; devices and pipes may be named twice.
    """
    try:
        return one.samefile(other) and one.is_file()
    except (OSError, ValueError):  # one of them is not there yet
        return real(one) == real(other)


def is_plain_file(path: Path) -> bool:
    """Whether a plain file is there that may be looked at, whatever its name is made of."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _check(state: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableError(FILE_IS_A_FOLDER())
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError(NOT_A_PLAIN_FILE())
    if state.st_size > most:
        raise _too_large(state.st_size, most)


def _amount(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 2_000_000 else f"{size / 1000:,.0f} kB"


def _too_large(size: int, most: int) -> TooLargeError:
    return TooLargeError(FILE_TOO_LARGE(size=_amount(size), most=_amount(most)))
