"""Layout files into layouts: `load_layout("jianbao-a4", {"measure": 34})`."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from layouts.errors import LayoutError, Source
from layouts.extensions import extension, extension_names
from layouts.house.art import located
from layouts.house.build import build, scope_of
from layouts.house.kinds import Kind, suggestion, there_are
from layouts.house.layout import Layout
from layouts.house.read import Fault, dotted, read, read_value, shown
from layouts.house.schema import OPEN, OPEN_PLACES
from layouts.house.toml_lines import Place, line_of, parsed
from layouts.inputs import obstacle, read_input, why
from layouts.messages.files import FILE_MISSING
from layouts.messages.layout import (
    LAYOUT_FILE_MISSING,
    LAYOUT_FILE_OUTSIDE,
    LAYOUT_FILE_UNREADABLE,
    LAYOUT_NOT_UTF8,
    LAYOUT_UNKNOWN,
    LAYOUT_UNREADABLE,
    NONE,
    SETTING_NOT_OPEN,
)
from layouts.messages.lists import listed
from layouts.messages.message import Sentence

STOCK = Path(__file__).parent / "stock"

FACES = (
    "song",
    "song-bold",
    "song-black",
    "hei",
    "hei-bold",
    "kai",
    "fangsong",
    "latin",
    "latin-bold",
    "latin-italic",
)
"""Keys of the faces we ship (a test compares them with fonts/faces.toml): a layout is read without
opening a font.
"""

LARGEST = 200_000
"""Bytes of a layout file; the stock ones have under 10,000."""

NO_SETTINGS: Mapping[str, object] = {}
NO_SOURCES: Mapping[str, Source] = {}


def load_layout(
    name: str,
    settings: Mapping[str, object] = NO_SETTINGS,
    sources: Mapping[str, Source] = NO_SOURCES,
    *,
    faces: Collection[str] = FACES,
    folder: Path = Path(),
) -> Layout:
    """The stock layout called `name`, or the one in a file ending in .toml (relative to `folder`),
    with the editor's `settings`.

    `sources` say where each setting was written, and under `layout` where the layout was named.
    LayoutError names file, line and key.
    """
    path = find_layout(name, folder, sources.get("layout"))
    file = _called(path, folder, sources.get("layout"))
    text = _text(path, file)
    document = located(parsed(text, file, LayoutError), path.parent)
    chosen: dict[Place, str] = {OPEN_PLACES[key]: key for key in settings if key in OPEN_PLACES}
    try:
        _check_settings(name, document, settings, sources)
        layout = build(path.stem, _overlaid(document, settings), faces, chosen)
        return replace(layout, folder="" if path.parent == STOCK else str(path.parent))
    except Fault as fault:
        if fault.place in chosen:
            key = chosen[fault.place]
            _refuse(fault.wording, key, sources.get(key))
        _refuse(fault.wording, dotted(fault.place), Source(file, line_of(text, fault.place)))


def open_settings(
    name: str, source: Source | None = None, *, folder: Path = Path()
) -> frozenset[str]:
    """The settings that a layout leaves to the editor.

    LayoutError, placed at `source`, where there is no such layout.
    """
    return frozenset(open_kinds(name, source, folder=folder))


def open_kinds(
    name: str, source: Source | None = None, *, folder: Path = Path()
) -> dict[str, Kind]:
    """What each setting that a layout leaves to the editor takes.

    LayoutError, placed at `source`, where there is no such layout.
    """
    path = find_layout(name, folder, source)
    file = _called(path, folder, source)
    text = _text(path, file)
    try:
        return _open_kinds(parsed(text, file, LayoutError))
    except Fault as fault:
        _refuse(fault.wording, dotted(fault.place), Source(file, line_of(text, fault.place)))


def stock_layouts() -> tuple[str, ...]:
    """The names of the layouts we ship."""
    return tuple(sorted(path.stem for path in STOCK.glob("*.toml")))


def known_layouts() -> tuple[str, ...]:
    """The names of all layouts that can be named: those we ship, and those that installed packages
    add after them.
    """
    ours = stock_layouts()
    return (*ours, *(name for name in extension_names("layouts") if name not in ours))


def layout_file(name: str) -> Path:
    """Where the layout of a known name lies.

    BanxinError where an installed package says so and cannot be loaded.
    """
    path = STOCK / f"{name}.toml"
    return path if path.is_file() else Path(extension("layouts", name) or path)


def find_layout(name: str, folder: Path, source: Source | None) -> Path:
    """The file of a layout: one we ship, or one in `folder`.

    LayoutError, placed at `source`, where there is none.
    """
    if name.endswith(".toml"):
        path = folder / name
        if not _is_inside(folder, name):
            raise LayoutError(*LAYOUT_FILE_OUTSIDE(name=shown(name)), source)
        wrong = obstacle(path)
        if wrong is None:
            return path
        if wrong == FILE_MISSING():
            raise LayoutError(*LAYOUT_FILE_MISSING(name=shown(name)), source)
        raise LayoutError(*LAYOUT_FILE_UNREADABLE(name=shown(name), why=wrong), source)
    if name in stock_layouts() or name in known_layouts():
        return layout_file(name)
    known = known_layouts()
    listing = _listed(suggestion(name, known), known)
    raise LayoutError(*LAYOUT_UNKNOWN(name=shown(name), known=listing), source)


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


def _listed(hint: Sentence, known: Collection[str]) -> Sentence:
    return there_are(hint, listed(known) if known else NONE())


def _called(path: Path, folder: Path, named: Source | None) -> str:
    """What sentences call a layout's file.

    One that lies elsewhere than the file which names it came inside that file, a package.
    """
    if named is None or path.parent == STOCK or Path(named.file).parent == folder:
        return str(path)
    return f"{named.file}/layout.toml"


def _text(path: Path, file: str) -> str:
    try:
        content = read_input(path, LARGEST)
    except OSError as error:
        reason = why(error)
        raise LayoutError(*LAYOUT_UNREADABLE(why=reason), Source(file)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LayoutError(*LAYOUT_NOT_UTF8(), Source(file, line)) from None


def _open_kinds(document: Mapping[str, Any]) -> dict[str, Kind]:
    """What each open setting takes, within the layout's limits."""
    kinds = read(OPEN, document.get("open", {}), ("open",), scope_of(document))
    return {name: kind for name, kind in kinds.items() if kind is not None}


def _check_settings(
    name: str,
    document: Mapping[str, Any],
    settings: Mapping[str, object],
    sources: Mapping[str, Source],
) -> None:
    if not settings:
        return
    kinds = _open_kinds(document)
    scope = scope_of(document)
    for key, raw in settings.items():
        if key not in kinds:
            _refuse(_not_open(name, key, kinds), key, sources.get(key))
        read_value(kinds[key], raw, OPEN_PLACES[key], scope)


def _not_open(name: str, key: str, kinds: Collection[str]) -> Sentence:
    listing = _listed(suggestion(key, kinds), kinds)
    return SETTING_NOT_OPEN(name=name, known=listing)


def _overlaid(document: dict[str, Any], settings: Mapping[str, object]) -> dict[str, Any]:
    """The document with the editor's values in their places; a table that is none is left for
    reading to find.
    """
    overlaid = dict(document)
    for name, raw in settings.items():
        table, key = OPEN_PLACES[name]
        written = overlaid.get(table, {})
        overlaid[table] = {**written, key: raw} if isinstance(written, dict) else written
    return overlaid


def _refuse(wording: Sentence, key: str, source: Source | None) -> NoReturn:
    raise LayoutError(
        wording.zh.replace("{key}", key, 1), wording.en.replace("{key}", key, 1), source
    )
