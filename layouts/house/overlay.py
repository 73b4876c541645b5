"""Values laid over a layout's document: those of an issue, or of a layout based on another.

Tables are laid over key by key, everything else is replaced whole: arrays, and the small tables
that are one value (an ink, a range of what is open).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

from layouts.house.art import located
from layouts.house.declaring import REQUIRED, AnyKind, Named, Rows, Setting, SettingsTable
from layouts.house.read import Fault, dotted
from layouts.house.schema import LAYOUT
from layouts.house.toml_lines import DEEPEST, Place
from layouts.messages.layout import DESIGN_TOO_LARGE
from layouts.messages.settings import KEY_NESTED_TOO_DEEP, KEY_UNKNOWN

LARGEST = 200_000
"""Bytes of a layout file; the stock ones have under 10,000."""

FILES_ALONE = ("based_on", "made_from")
"""What only files say, of the file they stand on or came from: no issue has it otherwise."""


class Difference(NamedTuple):
    """A place where one document says something else than another.

    `stock` is what it says without the change, or the default where nothing is written (None where
    there is none); `own` what it says now.
    """

    place: str
    stock: object
    own: object


def place_of(text: str) -> tuple[str, ...]:
    """A place written with dots, as `dotted` writes it, as a place. Arrays are not gone into."""
    return tuple(text.split("."))


def laid_over(base: object, over: object, kind: AnyKind = LAYOUT) -> Any:  # noqa: ANN401 - any TOML
    """`over` in the place of `base`: tables key by key, everything else whole."""
    if not isinstance(kind, SettingsTable | Named):
        return over
    if isinstance(base, dict) and isinstance(over, dict):
        table = cast("dict[str, object]", base)
        own = cast("dict[str, object]", over)
        kinds = {key: inner for key in own if (inner := _inside(kind, key)) is not None}
        laid = {
            key: laid_over(table[key], value, kinds[key])
            if key in table and key in kinds
            else value
            for key, value in own.items()
        }
        return {**table, **laid}
    return over


def with_design(
    document: Mapping[str, Any], design: Mapping[str, object], folder: Path = Path()
) -> dict[str, Any]:
    """A document with an issue's own values in their places; pictures that these name lie in
    `folder`, the issue's.

    Fault where a place has too many parts, or all of it more bytes than a layout file may have.
    """
    if _bytes(design) > LARGEST:
        raise Fault((), DESIGN_TOO_LARGE(most=LARGEST // 1000))
    laid: dict[str, Any] = dict(document)
    # a table before what is in it
    for text in sorted(design, key=lambda text: (text.count("."), text)):
        place = place_of(text)
        if place[0] in FILES_ALONE:
            raise Fault(place, KEY_UNKNOWN())
        if len(place) > DEEPEST:
            raise Fault(place[:1], KEY_NESTED_TOO_DEEP(most=DEEPEST))
        value = design[text]
        for key in reversed(place):
            value = {key: value}
        laid = laid_over(laid, located(cast("dict[str, object]", value), folder))
    return laid


def _bytes(design: Mapping[str, object]) -> int:
    """How large a design is; 0 where a value is none that any layout could have."""
    try:
        return len(msgspec.json.encode(design)) if design else 0
    except (TypeError, ValueError, OverflowError, RecursionError):
        return 0


def setting_at(place: str | Place) -> Setting:
    """What the schema says of a place: kind, range, default and a sentence.

    Names of styles and inks are passed over, and so are positions in arrays, given or not:
    `masthead.lines[2].style`, `masthead.lines.style`. LookupError where no layout has such a place.
    """
    steps = _steps(place)
    kind: AnyKind = LAYOUT
    found: Setting | None = None
    for step in steps:
        while isinstance(kind, Rows):
            kind = kind.table
        if isinstance(kind, SettingsTable) and step in kind.settings:
            found = kind.settings[step]
            kind = found.kind
        elif isinstance(kind, Named) and found is not None:
            kind = kind.kind
            found = Setting(kind, found.about)
        else:
            raise LookupError(place)
    if found is None:
        raise LookupError(place)
    return found


def _steps(place: str | Place) -> Iterator[str]:
    for step in place_of(place) if isinstance(place, str) else place:
        if isinstance(step, str):
            yield step.partition("[")[0]


def effective(
    document: Mapping[str, Any], kind: SettingsTable | Named = LAYOUT, place: Place = ()
) -> Iterator[tuple[str, object]]:
    """Every place of a document that says something, by itself or by default, with what it says; an
    array and an ink are one.
    """
    known = kind.settings if isinstance(kind, SettingsTable) else document
    for key in known:
        inner = _inside(kind, key)
        value = document[key] if key in document else _default(kind, key)
        table = _table(value)
        if isinstance(inner, SettingsTable | Named) and table is not None:
            yield from effective(table, inner, (*place, key))
        elif value is not None:
            yield dotted((*place, key)), value


def differences_of(base: Mapping[str, Any], own: Mapping[str, Any]) -> list[Difference]:
    """Where a document says something else than the one it was made of, in the order of its keys.

    A new style is one difference, as are an array and an ink.
    """
    return list(_differences(base, own, LAYOUT, ()))


def _differences(
    base: Mapping[str, Any], own: Mapping[str, Any], kind: SettingsTable | Named, place: Place
) -> Iterator[Difference]:
    for key in own:
        value = cast("object", own[key])
        there = (*place, key)
        inner = _inside(kind, key)
        was = cast("object", base.get(key))
        # a table that is not written is one of defaults; a style that is not is none
        old = _table({} if was is None and isinstance(kind, SettingsTable) else was)
        new = _table(value)
        if isinstance(inner, SettingsTable | Named) and old is not None and new is not None:
            yield from _differences(old, new, inner, there)
        elif key not in base or not same_value(was, value):
            stock = was if key in base else _default(kind, key)
            if not same_value(stock, value):
                yield Difference(dotted(there), stock, value)


def _table(value: object) -> dict[str, Any] | None:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _inside(kind: AnyKind, key: str) -> AnyKind | None:
    if isinstance(kind, Named):
        return kind.kind
    if isinstance(kind, SettingsTable) and key in kind.settings:
        return kind.settings[key].kind
    return None


def _default(kind: AnyKind, key: str) -> object:
    if not isinstance(kind, SettingsTable) or key not in kind.settings:
        return None
    default = kind.settings[key].default
    return None if default is REQUIRED else default


def same_value(one: object, other: object) -> bool:
    """Whether two values of TOML are the same: 1 and 1.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other
