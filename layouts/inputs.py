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
from typing import BinaryIO, NamedTuple

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Opening a pipe that nobody fills would wait for ever without O_NONBLOCK."""


class Why(NamedTuple):
    """Why a file cannot be read, in both languages."""

    zh: str
    en: str


class UnreadableError(OSError):
    """A file that is not even tried: no plain file, larger than its kind may be, or of a name that
    no file can have.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(errno.EINVAL, why.en)
        self.why = why


class TooLargeError(UnreadableError):
    """A file larger than its kind may be."""


MISSING = Why("文件不存在", "it does not exist")
_NO_FILE = Why("不是普通文件", "it is no ordinary file")
_FOLDER = Why("是一个文件夹", "it is a folder")
_NO_NAME = Why("没有文件能叫这个名字", "no file can have this name")
_REASONS = {
    errno.ENOENT: MISSING,
    errno.ENOTDIR: Why("所在位置不是文件夹", "its folder is no folder"),
    errno.EISDIR: _FOLDER,
    errno.EACCES: Why("没有读取权限", "reading it is not allowed"),
    errno.EPERM: Why("没有读取权限", "reading it is not allowed"),
    errno.ENAMETOOLONG: Why("文件名太长", "the name is too long"),
    errno.ELOOP: Why("链接绕成了圈", "its links lead round in a circle"),
    errno.ENXIO: _NO_FILE,
    errno.EIO: Why("磁盘读写出错", "the disk failed"),
    errno.ESTALE: Why("网络文件夹断开了", "the network folder is gone"),
    errno.ETIMEDOUT: Why("网络文件夹没有回应", "the network folder does not answer"),
}


def why(error: OSError) -> Why:
    """Why a file could not be read, in words an editor can act on."""
    if isinstance(error, UnreadableError):
        return error.why
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Why(said, said))


def open_input(path: Path, most: int) -> BinaryIO:
    """A plain file of at most `most` bytes, opened.

    OSError where it is none; UnreadableError says so in both languages.
    """
    try:
        _check(path.stat(), most)  # first by its name: even opening a device can do something
        descriptor = os.open(path, _PLAINLY)
    except ValueError:
        raise UnreadableError(_NO_NAME) from None
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


def obstacle(path: Path) -> Why | None:
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


def is_plain_file(path: Path) -> bool:
    """Whether a plain file is there that may be looked at, whatever its name is made of."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _check(state: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableError(_FOLDER)
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError(_NO_FILE)
    if state.st_size > most:
        raise _too_large(state.st_size, most)


def _amount(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 2_000_000 else f"{size / 1000:,.0f} kB"


def _too_large(size: int, most: int) -> TooLargeError:
    has, limit = _amount(size), _amount(most)
    return TooLargeError(
        Why(f"太大（{has}，最多 {limit}）", f"it is too large ({has}, at most {limit})")
    )
