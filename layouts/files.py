"""Write aside, then replace: what is exported or saved stands whole under its name or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from layouts.errors import ExportError
from layouts.inputs import read_input, why

MOST_PDF = 500_000_000
"""Bytes of a PDF that a verb works on; one of a hundred pages with forty photos for print has 100,000,000."""


def write_aside(path: Path, data: bytes) -> None:
    """Put `data` under `path` in one step; what stood there stays untouched until then. ExportError where it cannot be written."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            _write_through(target, data)
        else:
            _replace(target, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"无法写入文件 {path}（{reason}）", f"{path} cannot be written ({reason})") from error


def read_whole(path: Path) -> bytes:
    """A file that a verb was told to work on. ExportError where it cannot be read."""
    try:
        return read_input(path, MOST_PDF)
    except OSError as error:
        reason = why(error)
        raise ExportError(f"无法读取文件 {path}：{reason.zh}", f"{path} cannot be read: {reason.en}") from error


Stamp = tuple[int, int] | None
"""When a file was last written, nanoseconds, and its size; None where there is none."""


def stamp_of(path: str) -> Stamp:
    """By what a file shows that it has changed."""
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size


def _write_through(target: Path, data: bytes) -> None:
    # /dev/stdout or a pipe: replacing it would take the device away. A folder answers with its own OSError.
    with target.open("wb") as out:
        out.write(data)


def _replace(target: Path, data: bytes) -> None:
    aside = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with aside.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        with suppress(OSError):
            aside.chmod(stat.S_IMODE(target.stat().st_mode))  # who may read and write the old file may the new one
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
