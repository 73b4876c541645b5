"""The user's data folder: journals, versions, and a folder of photos for each document."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import cast

from desktop.settings import data_folder
from layouts.store.owning import hold

HELD = ".open"
"""Ending of the file in a folder of photos that the system holds for a process while that has the document open."""

WAITS, WAIT = 100, 0.02
"""How often, and how many seconds apart, the gate is tried before one goes on without it."""


class Folders:
    """Where everything beside the documents lies. Callable from any thread."""

    def __init__(self, data: Path | None = None) -> None:
        self.data = data or data_folder()
        self.journals = self.data / "journals"
        self.versions = self.data / "versions"
        self.caches = self.data / "photos"
        self._guard = threading.Lock()
        self._held: dict[Path, FileIO] = {}

    def photos_of(self, document: Path) -> Path:
        """The folder for the photos of a package, ours until the program ends. OSError where it cannot be made."""
        name = hashlib.sha256(os.path.realpath(document).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        return self.hold(self.caches / name)

    def fresh(self) -> Path:
        """A folder for an issue that lies nowhere yet."""
        return self.hold(self.caches / f"new-{os.urandom(8).hex()}")

    def hold(self, folder: Path) -> Path:
        """Keep a folder of photos from being swept away as long as this process lives."""
        with self._guard:
            if folder in self._held:
                folder.mkdir(parents=True, exist_ok=True)
                return folder
            with self._gate():
                folder.mkdir(parents=True, exist_ok=True)
                file = FileIO(folder / f"{os.getpid()}-{os.urandom(4).hex()}{HELD}", "xb")
                hold(file.fileno())
                self._held[folder] = file
        return folder

    def sweep(self) -> None:
        """Remove folders of photos that no process has open and no journal needs."""
        with self._guard, self._gate() as ours:
            if not ours:
                return
            needed = {*self._held, *self._journalled()}
            gone: list[Path] = []
            with suppress(OSError):
                for folder in self.caches.iterdir():
                    if folder.is_dir() and folder not in needed and _is_left(folder):
                        with suppress(OSError):
                            aside = folder.with_name(f"gone-{os.urandom(6).hex()}")
                            gone.append(folder.rename(aside))
        for folder in gone:
            shutil.rmtree(folder, ignore_errors=True)

    def release(self) -> None:
        """The program ends: what it had open is no longer held."""
        with self._guard:
            for folder, file in self._held.items():
                file.close()
                with suppress(OSError):
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
                    begun = next(records(path), None)
                    if isinstance(begun, dict) and isinstance(folder := begun.get("folder"), str):
                        yield path_of(folder)

    @contextmanager
    def _gate(self) -> Iterator[bool]:
        """One process at a time makes or sweeps folders; False where another did not let us in."""
        self.caches.mkdir(parents=True, exist_ok=True)
        with (self.caches / ".gate").open("ab") as file:
            for _ in range(WAITS):
                if hold(file.fileno()):
                    yield True
                    return
                time.sleep(WAIT)
            yield False


def _is_left(folder: Path) -> bool:
    """Whether no living process has a folder open."""
    return all(_is_free(path) for path in folder.iterdir() if path.name.endswith(HELD))


def _is_free(mark: Path) -> bool:
    try:
        with mark.open("r+b") as file:
            return hold(file.fileno())
    except OSError:
        return not mark.exists()
