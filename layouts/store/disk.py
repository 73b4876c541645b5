"""The disk, as far as saving touches it: one small object, so that tests can let every single step
fail.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import BinaryIO

from layouts.store.limits import CHUNK


class Disk:
    """Writing, syncing and renaming. Every method may raise OSError."""

    def open_new(self, path: Path) -> FileIO:
        """A file that was not there, for writing."""
        return FileIO(path, "x")

    def sync(self, file: FileIO) -> None:
        """Wait until what was written is on the disk itself."""
        os.fsync(file.fileno())

    def replace(self, aside: Path, target: Path) -> None:
        """Put a file in the place of another in one step."""
        aside.replace(target)

    def link(self, target: Path, name: Path) -> None:
        """Give a file a second name."""
        name.hardlink_to(target)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is not there is well."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Wait until names are on the disk too, where the system knows how."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    @contextmanager
    def new_file(self, path: Path) -> Generator[BinaryIO, None, None]:
        """A new file that is flushed and synced at the end of the body.

        Where that fails it is closed without another try.
        """
        raw = self.open_new(path)
        buffered = BufferedWriter(raw, CHUNK)
        try:
            yield buffered
            buffered.flush()
            self.sync(raw)
        finally:
            # the raw file first: closing the buffer would write what it holds once more
            with suppress(OSError):
                raw.close()
            with suppress(OSError, ValueError):  # what it still holds after a failure is not wanted
                buffered.close()

    def write_whole(self, path: Path, data: bytes) -> None:
        """Write a small file aside and put it in its place."""
        aside = aside_of(path)
        try:
            with self.new_file(aside) as file:
                file.write(data)
            self.replace(aside, path)
        finally:
            with suppress(OSError):
                self.remove(aside)


def aside_of(target: Path) -> Path:
    """A new name in the same folder, short and hidden."""
    return target.with_name(f".banxin-{os.urandom(8).hex()}.tmp")


def sweep(folder: Path, than: Path) -> None:
    """Remove files that saves of processes long dead left aside: those an hour older than the file
    `than`.
    """
    with suppress(OSError):
        # the disk's own time, not the clock's: they may differ, on a network above all
        newest = than.stat().st_mtime
        for path in folder.glob(".banxin-????????????????.tmp"):
            with suppress(OSError):
                if path.stat().st_mtime < newest - 3600:
                    path.unlink()


def keep_mode(source: Path, target: Path) -> None:
    """Who may read and write the one file may the other."""
    with suppress(OSError):
        target.chmod(stat.S_IMODE(source.stat().st_mode))
