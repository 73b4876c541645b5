"""A disk that fails at one step, and counts its steps."""

from __future__ import annotations

import errno
import os
from io import FileIO
from pathlib import Path

from layouts.store.disk import Disk


class Faulty(Disk):
    """Fails with `code` at step number `at` (from 0) and, if `for_good`, at every one after it."""

    def __init__(self, at: int = -1, code: int = errno.EIO, *, for_good: bool = False) -> None:
        self.at, self.code, self.for_good = at, code, for_good
        self.steps: list[str] = []

    def step(self, name: str, path: object = None) -> None:
        number = len(self.steps)
        self.steps.append(name)
        if self.at >= 0 and (number == self.at or (self.for_good and number > self.at)):
            raise OSError(self.code, os.strerror(self.code), str(path))

    def open_new(self, path: Path) -> FileIO:
        self.step("open", path)
        return _FaultyFile(path, "x", self)

    def sync(self, file: FileIO) -> None:
        self.step("fsync", file.name)
        super().sync(file)

    def replace(self, aside: Path, target: Path) -> None:
        self.step("rename", target)
        super().replace(aside, target)

    def link(self, target: Path, name: Path) -> None:
        self.step("link", name)
        super().link(target, name)

    def sync_folder(self, folder: Path) -> None:
        self.step("fsync folder", folder)
        super().sync_folder(folder)


class _FaultyFile(FileIO):
    def __init__(self, path: Path, mode: str, disk: Faulty) -> None:
        super().__init__(path, mode)
        self._disk = disk

    def write(self, data, /) -> int:
        try:
            self._disk.step("write", self.name)
        except OSError:
            super().write(memoryview(data)[: len(data) // 2])  # a full disk takes half
            raise
        return super().write(data)
