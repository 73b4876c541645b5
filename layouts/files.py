"""Write aside, then replace: what is exported or saved stands whole under its name or not at
all.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack, contextmanager, suppress
from io import RawIOBase
from pathlib import Path

from layouts.errors import ExportError
from layouts.inputs import open_input, read_input, why
from layouts.messages.files import FILE_NOT_READ, FILE_NOT_WRITTEN, FOLDER_NOT_OURS, NAME_IMPOSSIBLE
from layouts.reasons import reason

MOST_PDF = 500_000_000
"""Bytes of a PDF that a verb works on; one of a hundred pages with forty photos for print has
100,000,000.
"""

_CHUNK = 1 << 20

Check = Callable[[Path], object]
"""Looks at a file, and raises where it is not what it should be."""


def write_aside(path: Path, data: bytes, check: Check | None = None) -> None:
    """Put `data` under `path` in one step; what stood there stays untouched until then.

    ExportError where it cannot be written.

    `check` is given the file while it lies aside; what it raises leaves all as it was.
    """
    target = _real(path)
    with _refused(path):
        if target.exists() and not target.is_file():
            _write_through(target, data)
        else:
            with _lying_aside(target, data, check) as aside:
                aside.replace(target)


def write_together(files: Iterable[tuple[Path, bytes]], check: Check | None = None) -> None:
    """Put each file under its path as `write_aside` does, all of them or none: the first is put in
    when the last lies aside. What goes to a device or pipe is written just before, for that can be
    full too.

    ExportError, naming the file, where one cannot be written.
    """
    with ExitStack() as stack:
        put: list[tuple[Path, Path, Path]] = []
        through: list[tuple[Path, Path, bytes]] = []
        for path, data in files:
            target = _real(path)
            with _refused(path):
                # said before anything is put in
                if target.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                if target.exists() and not target.is_file():
                    through.append((path, target, data))
                    continue
                aside = stack.enter_context(_lying_aside(target, data, check))
            put.append((path, aside, target))
        for path, target, data in through:
            with _refused(path):
                _write_through(target, data)
        for path, aside, target in put:
            with _refused(path):
                aside.replace(target)


def make_folder(path: Path) -> None:
    """Make a folder that files are put into, where it is not there. ExportError where it cannot
    be.
    """
    with _refused(path):
        _real(path).mkdir(parents=True, exist_ok=True)


@contextmanager
def _refused(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(*FILE_NOT_WRITTEN(path=path, reason=reason(error))) from error


def _real(path: Path) -> Path:
    try:
        target = os.path.realpath(path)
    except ValueError:
        name = ascii(str(path))
        raise ExportError(*FILE_NOT_WRITTEN(path=name, reason=NAME_IMPOSSIBLE())) from None
    # /dev/stdout leads to `pipe:[1234]`, by which no pipe can be opened
    leads_on = os.path.lexists(target) or not os.path.exists(path)  # noqa: PTH110 - never raises
    return Path(target) if leads_on else path


def write_all(file: RawIOBase, data: bytes | memoryview) -> None:
    """Write every byte into an unbuffered file.

    OSError where it takes no more: a disk that fills takes a part and says nothing of it.

    The one way to write without a buffer; a buffered file does the same by itself.
    """
    left = memoryview(data)
    while left:
        taken = file.write(left)
        if not taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left = left[taken:]


FolderCheck = Callable[[Path], bool]
"""Whether a folder is one that the program made before."""


def write_folder(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    is_ours: FolderCheck = lambda _: True,
    check: Check | None = None,
) -> None:
    """Fill a folder with files, by their names in it; all are written aside before the first is
    put in, those of `files` in their order, and what else lies there stays.

    ExportError where they cannot be written, and for a folder that holds something and that we did
    not make.

    `check` is given each file while it lies aside. What it raises, or what gives the files, leaves
    all as it was: no folder, none around it.
    """
    import shutil  # loads what unpacks archives, which no export of a PDF needs

    target = _real(folder)
    try:
        if target.is_dir() and any(target.iterdir()) and not is_ours(target):
            raise ExportError(*FOLDER_NOT_OURS(path=folder))
        with folders_around(target):
            aside = _aside(target)
            try:
                names = _fill(aside, files, check)
                if target.is_dir():
                    _move_into(target, aside, names)
                else:
                    aside.rename(target)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise ExportError(*FILE_NOT_WRITTEN(path=folder, reason=reason(error))) from error


@contextmanager
def folders_around(target: Path) -> Generator[None]:
    """The folders around `target`: those that had to be made go again where the body fails.
    ExportError where they cannot be made.
    """
    missing = [folder for folder in target.parents if not folder.exists()]
    is_done = False
    try:
        with _refused(target):
            _real(target.parent).mkdir(parents=True, exist_ok=True)
        yield
        is_done = True
    finally:
        with suppress(OSError):  # never made, or somebody put something there meanwhile
            for folder in () if is_done else missing:
                folder.rmdir()


def replace_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put a folder with these files, by their names in it, in the place of the one that is there:
    whoever is stopped in between leaves the new one, the old one, or none.

    ExportError where they cannot be written.
    """
    import shutil  # as above

    target = _real(folder)
    aside, old = _aside(target), _aside(target)
    with _refused(folder):
        try:
            _fill(aside, files, None)
            if target.exists():
                target.rename(old)
            try:
                aside.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


def holds_nothing(folder: Path, besides: str = "") -> bool:
    """Whether a folder is empty but for what was written aside in it by whoever was killed
    meanwhile, and a file that is called `besides`. OSError where it cannot be looked into.
    """
    names = (path.name for path in folder.iterdir())
    return all(name == besides or re.fullmatch(_ASIDE, name) for name in names)


def sweep_asides(folder: Path) -> None:
    """Remove what was written aside in a folder by whoever was killed meanwhile."""
    import shutil  # as above

    with suppress(OSError):
        for path in list(folder.iterdir()):
            if not re.fullmatch(_ASIDE, path.name):
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _fill(folder: Path, files: Iterable[tuple[str, bytes]], check: Check | None) -> list[str]:
    folder.mkdir()
    names: list[str] = []
    for name, data in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        _write_synced(path, data)
        if check is not None:
            check(path)
        names.append(name)
    return names


def _move_into(target: Path, aside: Path, names: Iterable[str]) -> None:
    for name in names:
        (target / name).parent.mkdir(exist_ok=True)
        (aside / name).replace(target / name)


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that it stands whole under its new name or not at all.

    OSError where it cannot be.
    """
    aside = _aside(target)
    try:
        with open_input(source, sys.maxsize) as given, aside.open("xb", buffering=0) as out:
            while chunk := given.read(_CHUNK):
                write_all(out, chunk)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def read_whole(path: Path) -> bytes:
    """A file that a verb was told to work on. ExportError where it cannot be read."""
    try:
        return read_input(path, MOST_PDF)
    except OSError as error:
        reason = why(error)
        raise ExportError(*FILE_NOT_READ(path=path, reason=reason)) from error


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
    # /dev/stdout or a pipe: replacing it would take the device away. A folder answers with its own
    # OSError.
    with target.open("wb") as out:
        out.write(data)


@contextmanager
def _lying_aside(target: Path, data: bytes, check: Check | None) -> Generator[Path]:
    """The file as it lies beside its place, to be put in; gone where it was not."""
    aside = _aside(target)
    try:
        _write_synced(aside, data)
        if check is not None:
            check(aside)
        with suppress(OSError):
            # who may read and write the old file may the new one
            aside.chmod(stat.S_IMODE(target.stat().st_mode))
        yield aside
    finally:
        aside.unlink(missing_ok=True)


_ASIDE = r"\.[0-9a-f]{16}\.tmp"
"""As `_aside` names what is written aside."""


def _aside(target: Path) -> Path:
    return target.with_name(f".{os.urandom(8).hex()}.tmp")
