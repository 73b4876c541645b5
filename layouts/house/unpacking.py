"""Layout packages into folders: whole or not at all, whoever else does the same meanwhile."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import ExitStack, suppress
from functools import lru_cache
from pathlib import Path

from layouts.errors import LayoutError, Source
from layouts.files import stamp_of
from layouts.house.own_folder import FILE, cache_folder
from layouts.house.package import PREVIEW, LayoutPackage, read_layout_package
from layouts.inputs import open_input
from layouts.messages.layout import LAYOUT_PACKAGE_NOT_UNPACKED
from layouts.reasons import reason
from layouts.store.limits import CHUNK, MOST_BYTES

ASIDE = ".making-"
"""How folders begin that are not whole yet."""

LEFT = 3600
"""Seconds after which such a folder is nobody's."""


def unpacked(package: Path) -> Path:
    """The layout file of a package that lies somewhere, unpacked into the user's folder for what
    can be made again.

    LayoutError where the package is wrong, or cannot be unpacked.
    """
    try:
        return _unpacked(package, stamp_of(str(package)))
    except OSError as error:
        wording = LAYOUT_PACKAGE_NOT_UNPACKED(why=reason(error))
        raise LayoutError(*wording, Source(str(package))) from error


@lru_cache(maxsize=16)
def _unpacked(package: Path, _stamp: object) -> Path:
    """By content: the same package is unpacked once, wherever it lies."""
    digest = hashlib.sha256()
    with open_input(package, MOST_BYTES) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    folder = cache_folder() / "layouts" / digest.hexdigest()[:32]
    found = folder / FILE
    if not found.is_file():
        put(read_layout_package(package), folder)
    return found


def put(package: LayoutPackage, folder: Path) -> None:
    """Put what a package holds into a folder, in the place of what lies there.

    OSError where that cannot be done; then the folder is as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as tidying:
        aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder.parent))
        # what was put in its place is not there any more
        tidying.callback(shutil.rmtree, aside, ignore_errors=True)
        for name, content in _files(package):
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_bytes(content)
        _sweep(aside)
        _exchange(aside, folder)


def _sweep(aside: Path) -> None:
    """Remove what killed processes left beside, an hour older than what is being made."""
    with suppress(OSError):
        made = aside.stat().st_mtime
        for left in aside.parent.glob(f"{ASIDE}*"):
            if left.stat().st_mtime < made - LEFT:
                shutil.rmtree(left, ignore_errors=True)


def _files(package: LayoutPackage) -> list[tuple[str, bytes]]:
    preview = [(PREVIEW, package.preview)] if package.preview else []
    # the layout last: a folder that has it is whole
    return [*package.pictures.items(), *preview, (FILE, package.text.encode())]


def _exchange(aside: Path, folder: Path) -> None:
    """Have a folder in the place of another one."""
    if not folder.exists():
        try:
            aside.rename(folder)
        except OSError:
            if not (folder / FILE).is_file():  # else another process was faster
                raise
        return
    with ExitStack() as tidying:
        old = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder.parent))
        tidying.callback(shutil.rmtree, old, ignore_errors=True)
        folder.rename(old / folder.name)
        try:
            aside.rename(folder)
        except OSError:
            (old / folder.name).rename(folder)
            raise


def swept(folder: Path) -> None:
    """Remove a folder at once for everybody who looks for it, whatever becomes of its files."""
    away = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder.parent))
    os.rename(folder, away / folder.name)  # noqa: PTH104 - raises as it is, and so does Path's
    shutil.rmtree(away, ignore_errors=True)
