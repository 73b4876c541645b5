"""Folders that a process has open: a file in each, held by the system and naming its owner, keeps
others from sweeping the folder away.
"""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path

import msgspec

from layouts.files import write_all
from layouts.store.owning import Owner, hold, is_open_here, lives, this_process

HELD = ".open"
"""Ending of such a file."""

_MOST = 4096


def mark(folder: Path) -> FileIO:
    """Say that this process has a folder open, until the file is closed and removed or the process
    ends. OSError where that fails.
    """
    file = FileIO(folder / f"{os.getpid()}-{os.urandom(4).hex()}{HELD}", "xb")
    try:
        write_all(file, msgspec.json.encode(this_process()))
    except OSError:
        file.close()
        Path(str(file.name)).unlink(missing_ok=True)
        raise
    hold(file.fileno())
    return file


def marks(folder: Path) -> list[Path]:
    """The files in a folder that say who has it open, or had.

    OSError where it cannot be looked into.
    """
    return [path for path in folder.iterdir() if path.name.endswith(HELD)]


def is_left(folder: Path) -> bool:
    """Whether no living process has a folder open. OSError where it cannot be looked into."""
    return all(map(_is_free, marks(folder)))


def _is_free(path: Path) -> bool:
    try:
        with path.open("r+b") as file:
            held = hold(file.fileno())
            owner = _owner(file.read(_MOST)) if held is None else None
    except OSError:
        # gone meanwhile, so nobody's; one that may not be opened is somebody's
        return not path.exists()
    if held is not None:
        return held
    if owner is None:  # an earlier program's, which did not say
        return False
    return lives(owner) is False or (owner == this_process() and not is_open_here(path))


def _owner(data: bytes) -> Owner | None:
    try:
        return msgspec.json.decode(data, type=Owner)
    except (ValueError, RecursionError):
        return None
