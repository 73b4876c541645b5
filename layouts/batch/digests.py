"""Digests that tell whether an output is still what would be made: of files, of the program with
its faces, and of the faces of others.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import lru_cache
from pathlib import Path

from fonts import __file__ as fonts_file
from fonts.catalogue import Catalogue
from layouts import __file__ as layouts_file
from layouts.batch.job import UsedFaces, UsedFile, UsedLayout
from layouts.errors import BanxinError
from layouts.files import Stamp, stamp_of
from layouts.house.written import written_layout
from layouts.inputs import open_input
from layouts.store.records import path_of, path_text
from resources import __file__ as resources_file

_CHUNK = 1 << 20

_KEPT = 4096
"""Digests remembered: a layout and its pictures are those of every issue."""


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty where there is none that can be read."""
    return _digest(str(path), stamp_of(str(path)))


def used_file(path: Path) -> UsedFile:
    """A file as it is now."""
    return UsedFile(path_text(Path(os.path.abspath(path))), file_digest(path))  # noqa: PTH100, links


@lru_cache(maxsize=_KEPT)
def _digest(path: str, _stamp: Stamp) -> str:
    try:
        with open_input(Path(path), sys.maxsize) as file:
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def layout_files(used: UsedLayout) -> list[Path]:
    """The files that a layout is written in, nearest first; none where it cannot be read, which
    composing says.
    """
    try:
        return [file.path for file in written_layout(used.name, path_of(used.folder)).files]
    except (BanxinError, OSError, ValueError):
        return []


def faces_listing(catalogue: Catalogue) -> str:
    """A digest of the faces of others that a catalogue can use: where each lies, and its size and
    time.
    """
    library = catalogue.library
    told = [] if library is None else [(it.path, it.size, it.modified) for it in library.faces]
    return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


def faces_from(used: UsedFaces) -> str:
    """The same digest as it is now."""
    catalogue = Catalogue()
    catalogue.look_in(path_of(used.folder) if used.folder else None)
    return faces_listing(catalogue)


_WRITTEN_BY = frozenset((".py", ".toml", ".ttf", ".txt", ".icc", ".bin", ".dat", ".tsv", ".json"))
"""Endings of files of ours that an output depends on."""


def program_digest() -> str:
    """A digest of this program, its faces and its data: another one may write other bytes.

    Frozen, its modules stand in its one executable.
    """
    digest = hashlib.sha256()
    for package in (fonts_file, layouts_file, resources_file):
        home = Path(package).parent
        for path in sorted(home.rglob("*")):
            if path.suffix in _WRITTEN_BY and path.is_file():
                digest.update(f"{path.relative_to(home).as_posix()} ".encode())
                digest.update(path.read_bytes())
    if getattr(sys, "frozen", False):
        digest.update(Path(sys.executable).read_bytes())
    return digest.hexdigest()
