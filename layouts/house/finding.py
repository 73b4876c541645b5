"""Where layouts lie: those we ship, the user's own, those of installed extensions, and files beside
an issue.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from layouts.errors import LayoutError, Source
from layouts.extensions import extension, extension_names
from layouts.house.kinds import suggestion, there_are
from layouts.house.own_folder import own_file, own_names
from layouts.house.read import shown
from layouts.inputs import obstacle
from layouts.issue.layout_name import PACKAGE, USUAL_LAYOUT
from layouts.messages.files import FILE_MISSING
from layouts.messages.layout import (
    LAYOUT_FILE_MISSING,
    LAYOUT_FILE_OUTSIDE,
    LAYOUT_FILE_UNREADABLE,
    LAYOUT_UNKNOWN,
    NONE,
)
from layouts.messages.lists import listed
from layouts.messages.message import Sentence

STOCK = Path(__file__).parent / "stock"


class FoundLayout(NamedTuple):
    """A layout's file: where it lies, what sentences call it, and the layout's name."""

    path: Path
    called: str
    name: str


def stock_layouts() -> tuple[str, ...]:
    """The names of the layouts we ship, the usual one first."""
    names = (path.stem for path in STOCK.glob("*.toml"))
    return tuple(sorted(names, key=lambda name: (name != USUAL_LAYOUT, name)))


def named_layouts() -> tuple[str, ...]:
    """The names of all layouts that can be named, readable or not: those we ship, the user's own,
    and those that installed extensions add.
    """
    found = dict.fromkeys((*stock_layouts(), *own_names(), *extension_names("layouts")))
    return tuple(found)


def layout_file(name: str) -> Path:
    """Where the layout of a known name lies.

    BanxinError where an installed extension says so and cannot be loaded.
    """
    path = STOCK / f"{name}.toml"
    if path.is_file():
        return path
    return own_file(name) or Path(extension("layouts", name) or path)


def find_layout(name: str, folder: Path, source: Source | None) -> Path:
    """The file of a layout: one we ship, one of the user's own, or one in `folder`; of a package
    the file that it was unpacked to.

    LayoutError, placed at `source`, where there is none.
    """
    return found_layout(name, folder, source).path


def found_layout(name: str, folder: Path, source: Source | None) -> FoundLayout:
    """The same, with the layout's name and what sentences call the file."""
    if name.endswith(".toml"):
        path = _beside(name, folder, source)
        return FoundLayout(path, _called(path, folder, source), path.stem)
    if name.endswith(PACKAGE):
        from layouts.house.unpacking import unpacked

        package = _beside(name, folder, source)
        return FoundLayout(unpacked(package), f"{package}/layout.toml", package.stem)
    if name in stock_layouts() or name in named_layouts():
        path = layout_file(name)
        return FoundLayout(path, str(path), name)
    known = named_layouts()
    listing = choices(suggestion(name, known), known)
    raise LayoutError(*LAYOUT_UNKNOWN(name=shown(name), known=listing), source)


def _beside(name: str, folder: Path, source: Source | None) -> Path:
    path = folder / name
    if not _is_inside(folder, name):
        raise LayoutError(*LAYOUT_FILE_OUTSIDE(name=shown(name)), source)
    wrong = obstacle(path)
    if wrong is None:
        return path
    if wrong == FILE_MISSING():
        raise LayoutError(*LAYOUT_FILE_MISSING(name=shown(name)), source)
    raise LayoutError(*LAYOUT_FILE_UNREADABLE(name=shown(name), why=wrong), source)


def _is_inside(folder: Path, name: str) -> bool:
    """Whether a name leads to no other folder, whatever links are in it.

    A share or a drive of Windows is not even looked at.
    """
    try:
        # As the path reads, not as its links lead: that is asked next.
        reads = os.path.abspath(folder), os.path.abspath(folder / name)  # noqa: PTH100
        if ".." in name.split("\\") or not _leads_into(*reads):
            return False
        return _leads_into(os.path.realpath(folder), os.path.realpath(folder / name))
    except ValueError:  # a name that no file can have, which therefore does not exist
        return True


def _leads_into(folder: str, path: str) -> bool:
    return Path(path).is_relative_to(folder)


def choices(hint: Sentence, known: Collection[str]) -> Sentence:
    """What there is to choose from, after a hint at the nearest of it."""
    return there_are(hint, listed(known) if known else NONE())


def _called(path: Path, folder: Path, named: Source | None) -> str:
    """What sentences call a layout's file.

    One that lies elsewhere than the file which names it came inside that file, a package.
    """
    if named is None or Path(named.file).parent == folder:
        return str(path)
    return f"{named.file}/layout.toml"
