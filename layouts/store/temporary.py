"""The temporary folder a package is unpacked into: gone when a verb ends, or else at the next
start.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from layouts.errors import PackageError
from layouts.issue.file_name import PHOTOS
from layouts.messages.message import Sentence
from layouts.messages.packages import NO_TEMPORARY_FOLDER, THE_DATA_FOLDER, THE_TEMPORARY_FOLDER
from layouts.reasons import reason
from layouts.store.art_names import DEEPEST, is_picture_name
from layouts.store.marks import HELD, is_left, mark, marks

PREFIX = "banxin-"
# as `tempfile` ends its names
_FOLDER = re.compile(rf"{PREFIX}[a-z0-9_]{{8}}")
# by content, or still being written (`disk.aside_of`)
_PHOTO = re.compile(r"[0-9a-f]{64}\.[0-9a-z]{1,8}|\.banxin-[0-9a-f]{16}\.tmp")
_UNSIGNED_AFTER = 86_400
"""Seconds by which a folder without a mark, an earlier program's, is older than the last change of
the folder it lies in: no export takes a day."""


def kind_of(folder: Path) -> Sentence:
    """What a folder that packages are unpacked into is called before an editor, to whom its path
    says nothing.
    """
    if _FOLDER.fullmatch(folder.name):
        return THE_TEMPORARY_FOLDER()
    return THE_DATA_FOLDER()


@contextmanager
def temporary_folder() -> Generator[Path, None, None]:
    """A folder of this process's own, removed at the end. PackageError where none can be made."""
    with ExitStack() as stack:
        try:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            stack.enter_context(mark(folder))
        except OSError as error:
            why = reason(error)
            raise PackageError(*NO_TEMPORARY_FOLDER(why=why)) from error
        yield folder


def sweep_temporary() -> None:
    """Remove the folders that killed processes left: those that look in every part as we make them,
    as others use that place too.
    """
    with suppress(OSError):
        place = Path(tempfile.gettempdir())
        # no clock: the folder's own time is that of the last who made something in it
        now = place.stat().st_mtime
        for path in place.iterdir():
            with suppress(OSError):
                if _FOLDER.fullmatch(path.name) and _is_ours(path) and _is_abandoned(path, now):
                    shutil.rmtree(path, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or (hasattr(os, "getuid") and state.st_uid != os.getuid()):
        return False
    for path in folder.iterdir():
        if path.name == PHOTOS and stat.S_ISDIR(path.lstat().st_mode):
            if not all(_PHOTO.fullmatch(photo.name) for photo in path.iterdir()):
                return False
        elif path.suffix not in (HELD, ".toml", ".tmp") and not _is_art(path, path.name):
            return False
    return True


def _is_art(path: Path, name: str) -> bool:
    """Whether a file is a picture of a layout, by its name, or a folder holds nothing else."""
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return is_picture_name(name) or path.suffix == ".tmp"
    # no deeper than names may go: whatever is further down is not ours
    return (
        stat.S_ISDIR(mode)
        and name.count("/") < DEEPEST
        and all(_is_art(inner, f"{name}/{inner.name}") for inner in path.iterdir())
    )


def _is_abandoned(folder: Path, now: float) -> bool:
    return is_left(folder) if marks(folder) else now - folder.stat().st_mtime > _UNSIGNED_AFTER
