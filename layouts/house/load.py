"""Layout files into layouts: `load_layout("jianbao-a4", {"measure": 34})`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from layouts.errors import LayoutError, Source
from layouts.house.build import build, scope_of
from layouts.house.finding import (
    STOCK,
    choices,
    find_layout,
    layout_file,
    named_layouts,
    stock_layouts,
)
from layouts.house.fitting import with_fitting
from layouts.house.grid import PageAndGrid, read_frame
from layouts.house.kinds import Kind, suggestion
from layouts.house.layout import Layout
from layouts.house.overlay import Difference, differences_of, place_of, with_design
from layouts.house.own_folder import own_file
from layouts.house.read import Fault, dotted, read, read_value
from layouts.house.schema import OPEN, OPEN_PLACES
from layouts.house.toml_lines import Place
from layouts.house.written import LARGEST, refuse, written_layout
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Issue
from layouts.messages.layout import SETTING_NOT_OPEN
from layouts.messages.message import Sentence

__all__ = [
    "FACES",
    "LARGEST",
    "STOCK",
    "differences",
    "document_of",
    "find_layout",
    "frame_of",
    "known_layouts",
    "layout_file",
    "layout_of",
    "load_layout",
    "open_kinds",
    "open_kinds_of",
    "open_settings",
    "refusal",
    "stock_document",
    "stock_layouts",
]

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
    fitting: Fitting = NO_FITTING,
) -> Layout:
    """The stock layout called `name`, or the one in a file ending in .toml (relative to `folder`),
    with what an issue has otherwise (`design`) and the editor's `settings`; and with the leading
    and size of `fitting`, where all fits into the page with them.

    `sources` say where each of these was written, and under `layout` where the layout was named.
    LayoutError names file, line and key.
    """
    written = written_layout(name, folder, sources.get("layout"))
    chosen: dict[Place, str] = {
        **{place_of(place): place for place in design},
        **{OPEN_PLACES[key]: key for key in settings if key in OPEN_PLACES},
    }
    try:
        document = with_design(written.document, design, folder)
        _check_settings(name, document, settings, sources)
        document = _overlaid(document, settings)
        layout = _fitted(written.name, document, faces, chosen, fitting)
        layout = layout or build(written.name, document, faces, chosen)
        return beside(layout, written.files[0].path.parent)
    except Fault as fault:
        key = chosen.get(fault.place)
        if key is not None:
            refuse(fault.wording, key, sources.get(key))
        place = dotted(fault.place)
        if (own := _own_place(fault.place, design)) is not None:
            refuse(fault.wording, place, sources.get(own))
        refuse(fault.wording, place, written.line(fault.place))


def _fitted(
    name: str,
    document: Mapping[str, Any],
    faces: Collection[str],
    chosen: Collection[Place],
    fitting: Fitting,
) -> Layout | None:
    """The layout with leading and size of the body as fitted; None where they are its own, or do
    not go into its page.
    """
    if fitting.leading == 1.0 and not fitting.size:
        return None
    frame = read_frame(document)
    try:
        fitted = build(name, with_fitting(document, fitting), faces, chosen)
    except Fault:
        return None
    return replace(fitted, own_leading=frame.leading)


def frame_of(issue: Issue) -> PageAndGrid:
    """The numbers of page and grid of an issue's layout, its editor's settings considered and its
    fitting not. LayoutError as from `document_of`; Fault where they are none.
    """
    return read_frame(_overlaid(document_of(issue), issue.settings))


def beside(layout: Layout, folder: Path) -> Layout:
    """A layout with the folder of its file, beside which its faces may lie; ours has none."""
    return replace(layout, folder="" if folder == STOCK else str(folder))


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
        fitting=issue.fitting,
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
    written = written_layout(issue.layout, issue.folder, issue.setting_sources.get("layout"))
    try:
        return with_design(written.document, issue.design, issue.folder)
    except Fault as fault:
        refuse(fault.wording, dotted(fault.place), None)


def stock_document(issue: Issue) -> Mapping[str, Any]:
    """What the layout file of an issue says, whatever the issue has otherwise."""
    return written_layout(issue.layout, issue.folder, issue.setting_sources.get("layout")).document


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
        refuse(fault.wording, dotted(fault.place), issue.setting_sources.get("layout"))


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
    written = written_layout(name, folder, source)
    try:
        return _open_kinds(written.document)
    except Fault as fault:
        refuse(fault.wording, dotted(fault.place), written.line(fault.place))


def known_layouts() -> tuple[str, ...]:
    """The names of all layouts to choose from: those we ship, the user's own, and those that
    installed extensions add. A layout of the user's own that cannot be read is not among them.
    """
    return tuple(name for name in named_layouts() if not own_file(name) or _loads(name))


def _loads(name: str) -> bool:
    try:
        load_layout(name)
    except LayoutError:
        return False
    return True


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
            refuse(_not_open(name, key, kinds), key, sources.get(key))
        read_value(kinds[key], raw, OPEN_PLACES[key], scope)


def _not_open(name: str, key: str, kinds: Collection[str]) -> Sentence:
    listing = choices(suggestion(key, kinds), kinds)
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
