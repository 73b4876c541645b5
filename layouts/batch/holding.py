"""A folder that one batch has for itself: two would write over each other what they know of it."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from pathlib import Path

import msgspec

from layouts.errors import ExportError, LockedError
from layouts.files import write_all
from layouts.messages import batch as say
from layouts.messages.files import FILE_NOT_WRITTEN
from layouts.reasons import reason
from layouts.store.owning import Owner, hold, lives, this_process

HELD = "batch.lock"

_MOST = 4096
_OPENING = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def held_folder(folder: Path) -> Generator[None]:
    """Keep other batches out of a folder. LockedError where one is at work in it.

    The system takes the lock back from whoever is killed; where it knows none, as on some network
    disks, the file says who has it.
    """
    path = folder / HELD
    try:
        file = _taken(path, folder)
    except OSError as error:
        raise ExportError(*FILE_NOT_WRITTEN(path=path, reason=reason(error))) from error
    try:
        yield
    finally:
        with suppress(OSError):
            if os.name != "nt":  # while it is held, so that nobody takes one that goes
                path.unlink()
        file.close()
        with suppress(OSError):
            if os.name == "nt":  # removes no open file
                path.unlink()


def _taken(path: Path, folder: Path) -> FileIO:
    while True:
        with ExitStack() as stack:
            opened = FileIO(os.open(path, _OPENING, 0o666), "r+b")
            file = stack.enter_context(opened)
            held = hold(file.fileno())
            owner = None if held else _owner(file)
            if held is False or (held is None and owner is not None and _is_anothers(owner)):
                machine, process = (owner.machine, owner.process) if owner else ("?", "?")
                said = say.BATCH_AT_WORK(folder=folder, machine=machine, process=process)
                raise LockedError(*said)
            # else whoever had it removed it when we had opened it
            if _is_there(file, path):
                file.truncate(0)
                file.seek(0)
                write_all(file, msgspec.json.encode(this_process()))
                stack.pop_all()
                return file


def _is_there(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _is_anothers(owner: Owner) -> bool:
    return owner != this_process() and lives(owner) is not False


def _owner(file: FileIO) -> Owner | None:
    try:
        file.seek(0)
        return msgspec.json.decode(file.read(_MOST), type=Owner)
    except (OSError, ValueError, RecursionError):
        return None
