"""Layout files into layouts: `load_layout("jianbao-a4", {"measure": 34})`."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from layouts.errors import LayoutError, Source
from layouts.extensions import extension, extension_names
from layouts.house.build import build, scope_of
from layouts.house.kinds import Kind, suggestion, there_are
from layouts.house.layout import Layout
from layouts.house.overlay import Difference, differences_of, place_of, with_design
from layouts.house.read import Fault, dotted, read, read_value, shown
from layouts.house.schema import OPEN, OPEN_PLACES
from layouts.house.toml_lines import Place, line_of, parsed
from layouts.inputs import obstacle, read_input, why
from layouts.issue.issue import Issue
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
    design: Mapping[str, object] = NO_SETTINGS,
) -> Layout:
    """The stock layout called `name`, or the one in a file ending in .toml (relative to `folder`),
    with what an issue has otherwise (`design`) and the editor's `settings`.

    `sources` say where each of these was written, and under `layout` where the layout was named.
    LayoutError names file, line and key.
    """
    written = _written(name, folder, sources.get("layout"))
    chosen: dict[Place, str] = {
        **{place_of(place): place for place in design},
        **{OPEN_PLACES[key]: key for key in settings if key in OPEN_PLACES},
    }
    try:
        document = with_design(written.document, design)
        _check_settings(name, document, settings, sources)
        return build(written.path.stem, _overlaid(document, settings), faces, chosen)
    except Fault as fault:
        key = chosen.get(fault.place)
        if key is not None:
            _refuse(fault.wording, key, sources.get(key))
        place = dotted(fault.place)
        if (own := _own_place(fault.place, design)) is not None:
            _refuse(fault.wording, place, sources.get(own))
        _refuse(fault.wording, place, written.line(fault.place))


def layout_of(issue: Issue, faces: Collection[str] = FACES) -> Layout:
    """The layout an issue is set in: the one it names, with what it has otherwise and what its
    editor set.

    LayoutError names file, line and key.
    """
    return load_layout(
        issue.layout,
        issue.settings,
        issue.setting_sources,
        faces=faces,
        folder=issue.folder,
        design=issue.design,
    )


def refusal(issue: Issue) -> LayoutError | None:
    """Why an issue cannot be set in its layout as it is, None where it can."""
    try:
        layout_of(issue)
    except LayoutError as error:
        return error
    return None


def document_of(issue: Issue) -> dict[str, Any]:
    """What the layout file of an issue would say if what the issue has otherwise stood in it; its
    editor's settings are not in it.

    LayoutError where there is no such layout, or a place has too many parts.
    """
    written = _written(issue.layout, issue.folder, issue.setting_sources.get("layout"))
    try:
        return with_design(written.document, issue.design)
    except Fault as fault:
        _refuse(fault.wording, dotted(fault.place), None)


def stock_document(issue: Issue) -> Mapping[str, Any]:
    """What the layout file of an issue says, whatever the issue has otherwise."""
    return _written(issue.layout, issue.folder, issue.setting_sources.get("layout")).document


def differences(issue: Issue) -> list[Difference]:
    """What an issue has otherwise than its layout, place by place.

    LayoutError as from `document_of`.
    """
    return differences_of(stock_document(issue), document_of(issue))


def open_kinds_of(issue: Issue) -> dict[str, Kind]:
    """What each setting that an issue's layout leaves to the editor takes, the issue's own design
    considered.

    LayoutError where the layout does not exist or says something else than that.
    """
    document = document_of(issue)
    try:
        return _open_kinds(document)
    except Fault as fault:
        _refuse(fault.wording, dotted(fault.place), issue.setting_sources.get("layout"))


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
    written = _written(name, folder, source)
    try:
        return _open_kinds(written.document)
    except Fault as fault:
        _refuse(fault.wording, dotted(fault.place), written.line(fault.place))


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


class _Written(NamedTuple):
    """A layout file as it lies there: its text, and what that says."""

    path: Path
    file: str
    text: str
    document: Mapping[str, Any]

    def line(self, place: Place) -> Source:
        """Where a place is written, or the nearest table around it."""
        return Source(self.file, line_of(self.text, place))


def _written(name: str, folder: Path, named: Source | None) -> _Written:
    path = find_layout(name, folder, named)
    file = _called(path, folder, named)
    text = _text(path, file)
    return _Written(path, file, text, _parsed(text, file))


@lru_cache(maxsize=16)
def _parsed(text: str, file: str) -> Mapping[str, Any]:
    """The document of a layout file, read once: a drag asks for it at every step. Nobody may change
    it.
    """
    return parsed(text, file, LayoutError)


def _own_place(place: Place, design: Mapping[str, object]) -> str | None:
    """The place of an issue's design that a fault is in, or that is in the table of the fault; the
    nearest.
    """
    around = [
        own
        for own in design
        if place_of(own) == place[: own.count(".") + 1] or place_of(own)[: len(place)] == place
    ]
    return max(around, key=len, default=None)


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
