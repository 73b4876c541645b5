"""Everything that is wrong with a layout file, not the first thing alone: what is wrong is noted,
taken out, and the rest is looked at again.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, cast

from layouts.errors import Finding, LayoutError
from layouts.house.build import build
from layouts.house.declaring import REQUIRED, AnyKind, Setting, SettingsTable
from layouts.house.kinds import FaceChoice, Reference
from layouts.house.layout import Layout
from layouts.house.load import FACES, beside
from layouts.house.overlay import setting_at
from layouts.house.read import Fault, dotted
from layouts.house.schema import LAYOUT, ROLES
from layouts.house.toml_lines import Place
from layouts.house.written import WrittenLayout, refuse, written_layout
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.messages.message import Sentence

MOST = 100
"""Faults that are told of one file; a file with more is none of a layout."""

CODE = "layout-wrong"

_SOUND = {"styles": "body", "inks": "black", "faces": "song", "punctuation": "clreq"}
"""A name that stands in for one that names nothing."""


def faults(written: WrittenLayout) -> list[Finding]:
    """Every fault of a layout as an error with its file and line, in the order of the lines."""
    return _looked_through(written)[0]


def checked(written: WrittenLayout) -> tuple[list[Finding], Layout | None]:
    """The faults, and the layout where there are none."""
    return _looked_through(written)


def _looked_through(written: WrittenLayout) -> tuple[list[Finding], Layout | None]:
    document: dict[str, Any] = copy.deepcopy(dict(written.document))
    donor = written_layout(USUAL_LAYOUT).document
    found: list[tuple[Place, Sentence]] = []
    seen: set[Place] = set()
    for _ in range(MOST):
        try:
            made = build(written.name, document, FACES)
        except Fault as fault:
            # what was put in may itself not go with the rest: that is no fault of the file
            if (fault.place, fault.wording) in found:
                break
            if fault.place not in seen or _lacks(document, fault.place):
                found.append((fault.place, fault.wording))
            seen.add(fault.place)
            if not _mended(document, fault.place, donor):
                break
            continue
        layout = beside(made, written.files[0].path.parent)
        return _told(written, found), None if found else layout
    return _told(written, found), None


def _told(written: WrittenLayout, found: list[tuple[Place, Sentence]]) -> list[Finding]:
    findings = [_finding(written, place, wording) for place, wording in found]
    order = [file.called for file in written.files]
    return sorted(
        findings,
        key=lambda finding: (
            (order.index(finding.source.file), finding.source.line) if finding.source else (0, 0)
        ),
    )


def _finding(written: WrittenLayout, place: Place, wording: Sentence) -> Finding:
    try:
        refuse(wording, dotted(place), written.line(place))
    except LayoutError as error:
        return Finding("error", CODE, error.zh, error.en, error.source)


# Mending, so that the rest can be looked at


def _mended(document: dict[str, Any], place: Place, donor: Mapping[str, Any]) -> bool:
    """Put something sound in the place of a fault; False where nothing is known."""
    there = _at(document, place)
    if isinstance(there, dict) and _fill(cast("dict[str, Any]", there), place, donor):
        return True
    if not place:
        return False
    outer = _at(document, place[:-1])
    if not isinstance(outer, dict | list):
        return _mended(document, place[:-1], donor)
    holder, key = cast("Any", outer), place[-1]
    sound = _sound(place, donor)
    if sound is not REQUIRED:
        if not isinstance(holder, dict) and not (isinstance(key, int) and key < len(holder)):
            return False
        holder[key] = sound
        return True
    if isinstance(holder, dict) and key in holder:
        del holder[key]
        return True
    return False


def _lacks(document: Mapping[str, Any], place: Place) -> bool:
    """Whether something that must be there is missing from the table at a place."""
    there = _at(document, place)
    return isinstance(there, dict) and bool(_missing(cast("dict[str, Any]", there), place))


def _fill(table: dict[str, Any], place: Place, donor: Mapping[str, Any]) -> bool:
    """Put in the first thing that is missing from a table."""
    for key in _missing(table, place)[:1]:
        sound = _sound((*place, key), donor)
        if sound is REQUIRED:
            return False
        table[key] = sound
        return True
    return False


def _missing(table: Mapping[str, Any], place: Place) -> list[str]:
    if place == ("styles",):
        return [role for role in ROLES if role not in table]
    kind = _kind(place)
    if not isinstance(kind, SettingsTable):
        return []
    return [
        key
        for key, setting in kind.settings.items()
        if setting.default is REQUIRED and key not in table
    ]


def _kind(place: Place) -> AnyKind | None:
    if not place:
        return LAYOUT
    setting = _setting(place)
    if setting is None:
        return None
    # a row of an array is the table of its rows
    return (
        getattr(setting.kind, "table", setting.kind) if isinstance(place[-1], int) else setting.kind
    )


def _setting(place: Place) -> Setting | None:
    try:
        return setting_at(place)
    except LookupError:
        return None


def _sound(place: Place, donor: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any TOML, or REQUIRED
    """A value that a place may have; REQUIRED where there is none and it can go."""
    setting = _setting(place)
    if setting is None or isinstance(place[-1], int):
        return REQUIRED
    if isinstance(setting.kind, Reference):
        return _SOUND[setting.kind.to]
    if isinstance(setting.kind, FaceChoice):
        return _SOUND["faces"]
    given = _at(donor, tuple(0 if isinstance(step, int) else step for step in place))
    if given is not None:
        return copy.deepcopy(given)
    return _required(setting)


def _required(setting: Setting) -> Any:  # noqa: ANN401 - any TOML
    """Something for a key that must be there and that the donor has not; REQUIRED for others."""
    if setting.default is not REQUIRED:
        return REQUIRED
    low = getattr(setting.kind, "low", None)
    options = getattr(setting.kind, "options", None)
    if options:
        return str(options[0])
    if low is not None:
        return low if float(low) != int(low) else int(low)
    return ""


def _at(document: object, place: Place) -> object:
    """What stands at a place, None where nothing does."""
    for step in place:
        if isinstance(document, dict):
            document = cast("dict[object, object]", document).get(step)
        elif isinstance(document, list) and isinstance(step, int):
            rows = cast("list[object]", document)
            document = rows[step] if step < len(rows) else None
        else:
            return None
    return document
