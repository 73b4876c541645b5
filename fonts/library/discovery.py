"""Where font files lie: in folders of the house, beside a layout, installed on the system."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset((".ttf", ".otf", ".ttc", ".otc"))
"""How names of font files end that we read; web fonts and those of Type 1 are not among them."""

SYSTEM = "system"

MOST_FILES = 20_000
"""Files of one folder that are looked at; a whole disk named by mistake has more."""

_DEEPEST = 4


class FontFiles(NamedTuple):
    """Paths of font files, each once, and what could not be looked through: folders that are gone,
    or `SYSTEM`.
    """

    paths: tuple[str, ...]
    unlisted: tuple[str, ...]


def font_files(folders: Sequence[Path], *, system: bool) -> FontFiles:
    """The font files in these folders and the folders in them, then those of the system."""
    paths: dict[str, None] = {}
    unlisted: list[str] = []
    for folder in folders:
        inside = _inside(folder)
        if inside is None:
            unlisted.append(str(folder))
        else:
            paths.update(dict.fromkeys(inside))
    if system:
        try:
            paths.update(dict.fromkeys(_fonts(_system_files())))
        except _SystemError:
            unlisted.append(SYSTEM)
    return FontFiles(tuple(paths), tuple(unlisted))


class _SystemError(Exception):
    """The system does not say which fonts it has."""


def _system_files() -> Iterable[str]:
    from find_system_fonts_filename import (  # pyright: ignore[reportMissingTypeStubs]
        FindSystemFontsFilenameException,
        get_system_fonts_filename,
    )

    try:
        # a set: in an order of its own, so that the same name finds the same file every time
        return sorted(get_system_fonts_filename())
    # No fontconfig, no DirectWrite, an answer it does not know: it speaks to the system through
    # ctypes, which raises the others for a function or a pointer that is not there.
    except (
        FindSystemFontsFilenameException,
        OSError,
        ValueError,
        AttributeError,
        TypeError,
    ) as error:
        raise _SystemError from error


def _fonts(paths: Iterable[str]) -> Iterator[str]:
    return (path for path in paths if Path(path).suffix.casefold() in SUFFIXES)


def _inside(folder: Path) -> list[str] | None:
    """The font files of a folder, sorted; None where it cannot be looked into."""
    found: list[str] = []
    seen = 0
    try:
        os.scandir(folder).close()
        for here, folders, files in os.walk(folder):
            depth = len(Path(here).relative_to(folder).parts)
            folders[:] = sorted(folders) if depth < _DEEPEST else []
            found += _fonts(str(Path(here, name)) for name in sorted(files))
            seen += len(files)
            if seen > MOST_FILES:
                break
    except (OSError, ValueError):
        return None
    return found
