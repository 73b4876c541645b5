"""A lock beside a document: a small file that says who has it open, since when, on which
machine.
"""

from __future__ import annotations

import datetime
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from layouts.errors import LockedError
from layouts.messages.packages import OPEN_BY, OPEN_ELSEWHERE
from layouts.store.disk import Disk, aside_of
from layouts.store.owning import hold, started
from layouts.store.saving import DISK

_MOST = 4096


class Holder(Struct, frozen=True):
    """Who has a document open: a person's name, the machine and process, since when.

    `started` tells the process from a later one.
    """

    name: str
    machine: str
    process: int
    started: str
    since: datetime.datetime
    mark: str


class Lock(NamedTuple):
    """A lock that was taken.

    `held` is False where the folder takes no lock file, as a read-only one.
    """

    path: Path
    holder: Holder
    held: bool


TRIES = 10
"""How often a lock is asked for while others come and go."""


def lock_path(document: Path) -> Path:
    """Where the lock of a document lies."""
    target = Path(os.path.realpath(document))
    # as office programs call theirs; of what a link leads to, so that two names of one file share
    # it
    return target.with_name(f"~${target.name}.lock")


def acquire(
    document: Path,
    name: str,
    machine: str,
    now: datetime.datetime,
    *,
    force: bool = False,
    disk: Disk = DISK,
) -> Lock:
    """Lock a document for this process.

    LockedError where somebody has it open: offer it read-only, or as a copy.

    A lock of a process of this machine that is dead, or of this process, is taken over; any lock
    with `force`.
    """
    path = lock_path(document)
    holder = Holder(name, machine, os.getpid(), started(os.getpid()), now, os.urandom(8).hex())
    for _ in range(TRIES):
        created = _created(path, holder, disk)
        if created or created is None:
            # a folder that takes no lock keeps nobody from working in it
            return Lock(path, holder, held=bool(created))
        there = held_by(document)
        if there is None and not path.exists():  # gone while we looked
            continue
        if not (force or (there is not None and _is_stale(there, machine))):
            break
        _take_away(path, there, disk)
    raise _locked(document, held_by(document))


def held_by(document: Path) -> Holder | None:
    """Who has a document open; None where nobody does, or the lock does not say."""
    return _read(lock_path(document))


def is_ours(lock: Lock) -> bool:
    """Whether a lock is still ours: somebody else may have forced it."""
    there = _read(lock.path)
    return there is not None and there.mark == lock.holder.mark


def release(lock: Lock, disk: Disk = DISK) -> None:
    """Give a lock back. One that is no longer ours stays."""
    with suppress(OSError):
        if lock.held and is_ours(lock):
            disk.remove(lock.path)


def _created(path: Path, holder: Holder, disk: Disk) -> bool | None:
    """Write the lock whole in one step, if there is none.

    False where there is one, None where none can be written.
    """
    aside = aside_of(path)
    try:
        with disk.new_file(aside) as file:
            file.write(msgspec.json.encode(holder))
        try:
            # a second name for a file written whole: it is there at once, or fails where one is
            disk.link(aside, path)
        except FileExistsError:
            return False
        # no second names here: the other way may be seen half written, and then names nobody
        except OSError:
            with disk.new_file(path) as file:
                file.write(msgspec.json.encode(holder))
    except FileExistsError:
        return False
    except OSError:
        return None
    finally:
        with suppress(OSError):
            disk.remove(aside)
    return True


def _read(path: Path) -> Holder | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or path.lstat().st_size > _MOST:
            return None
        return _parsed(path.read_bytes())
    except OSError:
        return None


def _parsed(data: bytes) -> Holder | None:
    try:
        return msgspec.json.decode(data, type=Holder)
    except (ValueError, RecursionError):
        return None


def _is_stale(there: Holder, machine: str) -> bool:
    """Whether its process is dead, or this very one. Of another machine's nothing can be known."""
    if there.machine != machine:
        return False
    if there.process == os.getpid():
        return True
    return started(there.process) != there.started


def _take_away(path: Path, there: Holder | None, disk: Disk) -> None:
    """Remove a lock, unless it became another's meanwhile: of several who find a dead one, the
    system lets one at a time do so.

    On a disk without locks of the system's own they look once more, and the one that removes it
    first wins.
    """
    with suppress(OSError):
        with path.open("r+b") as file:
            # another is about to remove it, or has put its own in its place
            if hold(file.fileno()) is False or _parsed(file.read(_MOST)) != there:
                return
            # opened before it was replaced: the name leads to another file by now
            if not os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return
            if os.name != "nt":
                disk.remove(path)
        if os.name == "nt":  # removes no open file
            disk.remove(path)


def _locked(document: Path, holder: Holder | None) -> LockedError:
    if holder is None:
        return LockedError(*OPEN_ELSEWHERE(document=document))
    when = holder.since.strftime("%m-%d %H:%M")
    by, machine = holder.name, holder.machine
    return LockedError(*OPEN_BY(document=document, name=by, machine=machine, when=when))
