"""One set is made by one at a time: a file in its folder, held by the system, says who is at
work.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from pathlib import Path

import msgspec
from msgspec import Struct

from layouts.errors import ExportError
from layouts.files import write_all
from layouts.messages.delivery import SET_AT_WORK, SET_AT_WORK_BY
from layouts.messages.files import FILE_NOT_WRITTEN
from layouts.reasons import reason
from layouts.store.owning import Owner, hold, lives, person, this_process

AT_WORK = ".at-work"
"""The name of that file, which is there while a set is made, and where somebody was killed."""

_MOST = 4096


class _Worker(Struct, frozen=True):
    """Who is making a set: a person's name, and the process."""

    name: str
    owner: Owner


@contextmanager
def working_in(folder: Path) -> Generator[None]:
    """Keep others from making the set of a folder meanwhile. ExportError where somebody is making
    it, and where nothing can be written there; nobody waits.
    """
    path = folder / AT_WORK
    try:
        file = _taken(path, folder)
    except OSError as error:
        raise ExportError(*FILE_NOT_WRITTEN(path=folder, reason=reason(error))) from error
    try:
        yield
    finally:
        # Windows removes no open file, elsewhere nobody may find it free first
        if os.name == "nt":
            file.close()
        with suppress(OSError):
            path.unlink(missing_ok=True)
        file.close()


def _taken(path: Path, folder: Path) -> FileIO:
    """The file, held and naming this process."""
    while True:
        with ExitStack() as stack:
            opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            file = stack.enter_context(FileIO(opened, "r+b"))
            _hold(file, folder)
            # whoever had it may have removed it before we held it: then another counts
            if path.exists() and os.path.samestat(os.fstat(opened), path.stat()):
                _sign(file, path)
                stack.pop_all()
                return file


def _sign(file: FileIO, path: Path) -> None:
    file.truncate(0)
    file.seek(0)
    try:
        write_all(file, msgspec.json.encode(_Worker(person(), this_process())))
    except OSError:  # a full disk takes a name, and no words
        with suppress(OSError):
            path.unlink()
        raise


def _hold(file: FileIO, folder: Path) -> None:
    """Hold the file. ExportError where somebody does who lives."""
    held = hold(file.fileno())
    if held:
        return
    worker = _worker(file)
    # a disk that knows no locks
    if held is None and (worker is None or lives(worker.owner) is False):
        return
    if worker is None:
        raise ExportError(*SET_AT_WORK(folder=folder))
    machine = worker.owner.machine
    raise ExportError(*SET_AT_WORK_BY(folder=folder, name=worker.name, machine=machine))


def _worker(file: FileIO) -> _Worker | None:
    try:
        return msgspec.json.decode(file.read(_MOST), type=_Worker)
    except (OSError, ValueError, RecursionError):
        return None
