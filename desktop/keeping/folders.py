"""The user's data folder: journals, versions, and a folder of photos for each document."""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import cast

from desktop.settings import data_folder
from layouts.errors import LockedError
from layouts.store.marks import is_left, mark
from layouts.store.owning import hold, machine

WAITS, WAIT = 100, 0.02
"""How often, and how many seconds apart, the gate is tried before one goes on without it."""


class Folders:
    """Where everything beside the documents lies. Callable from any thread."""

    def __init__(self, data: Path | None = None) -> None:
        self.data = data or data_folder()
        self.journals = self.data / "journals"
        self.versions = self.data / "versions"
        self.caches = self.data / "photos"
        # between our threads; between processes it is `_gate`
        self._guard = threading.Lock()
        # open files: the system holds them until we close them or die
        self._held: dict[Path, FileIO] = {}

    def photos_of(self, document: Path) -> Path:
        """The folder for the photos of a package, ours until the program ends.

        OSError where it cannot be made.
        """
        # of what links lead to, so that two names of one package share its photos
        name = hashlib.sha256(
            os.path.realpath(document).encode("utf-8", "surrogateescape")
        ).hexdigest()[:24]
        return self.hold(self.caches / name)

    def fresh(self) -> Path:
        """A folder for an issue that lies nowhere yet."""
        return self.hold(self.caches / f"new-{os.urandom(8).hex()}")

    def hold(self, folder: Path) -> Path:
        """Keep a folder of photos from being swept away as long as this process lives."""
        with self._guard:
            # somebody may have tidied it away by hand
            if folder in self._held:
                folder.mkdir(parents=True, exist_ok=True)
                return folder
            # also where we were not let in: the document must open
            with self._gate():
                folder.mkdir(parents=True, exist_ok=True)
                self._held[folder] = mark(folder)
        return folder

    def sweep(self) -> None:
        """Remove folders of photos that no process has open and no journal needs."""
        with self._guard, self._gate() as ours:
            # the next one sweeps
            if not ours:
                return
            needed = {*self._held, *self._journalled()}
            gone: list[Path] = []
            # one that went meanwhile, or that Windows keeps since something in it is open
            with suppress(OSError):
                for folder in self.caches.iterdir():
                    if folder.is_dir() and folder not in needed and is_left(folder):
                        with suppress(OSError):
                            # one step: who asks for the folder after this makes a new one, and
                            # finds none half removed
                            aside = folder.with_name(f"gone-{os.urandom(6).hex()}")
                            gone.append(folder.rename(aside))
        # outside the gate, where others wait; what a crash leaves here the next sweep takes
        for folder in gone:
            shutil.rmtree(folder, ignore_errors=True)

    def release(self) -> None:
        """The program ends: what it had open is no longer held."""
        with self._guard:
            for folder, file in self._held.items():
                file.close()
                with suppress(OSError):
                    # closed first: Windows removes no open file
                    Path(cast("str", file.name)).unlink()
                with suppress(OSError):
                    folder.rmdir()  # only one that is empty goes: nothing was ever put into it
            self._held.clear()

    def _journalled(self) -> Iterator[Path]:
        """The folders that journals name, of whatever process and version."""
        from layouts.store.records import path_of, records

        with suppress(OSError):
            for path in self.journals.glob("*.journal"):
                with suppress(OSError, ValueError):
                    # the first record names it, whatever follows is broken or cut off
                    match next(records(path), None):
                        case {"folder": str(folder)}:
                            yield path_of(folder)
                        case _:
                            pass

    @contextmanager
    def _gate(self) -> Generator[bool]:
        """One process at a time makes or sweeps folders; False where another did not let us in."""
        self.caches.mkdir(parents=True, exist_ok=True)
        gate = self.caches / ".gate"
        # made where it is missing; nothing is ever written into it
        with gate.open("ab") as file:
            for _ in range(WAITS):
                is_ours = hold(file.fileno())
                if is_ours is None:
                    with _lock_file(gate) as is_locked:
                        yield is_locked
                    return
                if is_ours:
                    yield True
                    return
                time.sleep(WAIT)
            yield False


@contextmanager
def _lock_file(gate: Path) -> Generator[bool]:
    """The gate where the disk knows no locks of the system's own: a lock file, as documents have.

    False where another has it.
    """
    from layouts.store.lock import acquire, release

    try:
        # nobody reads the name; one of a dead process is taken over
        lock = acquire(gate, "", machine(), datetime.datetime.now().astimezone())
    except LockedError:
        yield False
        return
    try:
        yield lock.held
    finally:
        release(lock)
