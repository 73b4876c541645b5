"""Reading a TOML document by the schema: every value checked and turned into what it means, or a
Fault that names its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from layouts.house.declaring import REQUIRED, AnyKind, Named, Rows, SettingsTable
from layouts.house.kinds import NOTHING, Kind, Refused, Scope, suggestion
from layouts.house.toml_lines import Place
from layouts.messages.message import Sentence
from layouts.messages.settings import (
    A_TABLE,
    AN_ARRAY_OF_TABLES,
    KEY_MISSING,
    KEY_UNKNOWN,
    VALUE_REFUSED,
    WITH_HINT,
)

LONGEST_SHOWN = 60


class Fault(Exception):  # noqa: N818 - carries a sentence to whoever knows file and line
    """Something wrong at a place of a document.

    The sentences have {key} where the place is named.
    """

    def __init__(self, place: Place, wording: Sentence) -> None:
        super().__init__(wording.en)
        self.place = place
        self.wording = wording


def dotted(place: Place) -> str:
    """A place as editors write it: `masthead.lines[2].style`, arrays counted from 1."""
    return "".join(
        f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place
    ).removeprefix(".")


def read(kind: AnyKind, raw: object, place: Place, scope: Scope) -> Any:  # noqa: ANN401 - see the next line
    """What `raw` means, of a type that the schema knows and a checker cannot.

    Fault where it is not of its kind.
    """
    match kind:
        case SettingsTable():
            return kind.make(**read_table(kind, _mapping(raw, place), place, scope))
        case Rows():
            return tuple(
                read(kind.table, row, (*place, number), scope)
                for number, row in enumerate(_rows(raw, place))
            )
        case Named():
            return {
                name: read(kind.kind, value, (*place, name), scope)
                for name, value in _mapping(raw, place).items()
            }
        case _:
            return read_value(kind, raw, place, scope)


def read_table(
    table: SettingsTable, raw: Mapping[str, object], place: Place, scope: Scope
) -> dict[str, Any]:
    """The values of a table by key, defaults filled in."""
    check_keys(table, raw, place)
    values: dict[str, Any] = {}
    for key, setting in table.settings.items():
        left_open = key not in raw and setting.default is None
        values[key] = (
            None
            if left_open
            else read(setting.kind, raw.get(key, setting.default), (*place, key), scope)
        )
    return values


def check_keys(table: SettingsTable, raw: Mapping[str, object], place: Place) -> None:
    """Fault where a key is unknown or missing.

    Unknown ones come first: a misspelt key is also a missing one.
    """
    for key in raw:
        if key not in table.settings:
            raise Fault((*place, key), _unknown(suggestion(key, table.settings)))
    for key, setting in table.settings.items():
        if setting.default is REQUIRED and key not in raw:
            raise missing((*place, key))


def missing(place: Place) -> Fault:
    """The fault of something that is not there: it is found at the table that should hold it."""
    return Fault(place[:-1], KEY_MISSING(place=dotted(place)))


def read_value(kind: Kind, raw: object, place: Place, scope: Scope) -> object:
    """What a single value means."""
    try:
        return kind.read(raw, scope)
    except Refused as refusal:
        raise Fault(place, _refusal(kind.expects(), raw, refusal.hint)) from None


def _mapping(raw: object, place: Place) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise Fault(place, _refusal(A_TABLE(), raw))
    return cast("dict[str, object]", raw)


def _rows(raw: object, place: Place) -> list[object]:
    if not isinstance(raw, list):
        raise Fault(place, _refusal(AN_ARRAY_OF_TABLES(), raw))
    return cast("list[object]", raw)


def _unknown(hint: Sentence) -> Sentence:
    return _hinted(KEY_UNKNOWN(), hint)


def _refusal(expected: Sentence, raw: object, hint: Sentence = NOTHING) -> Sentence:
    value = shown(raw)
    return _hinted(
        VALUE_REFUSED(expected=expected, value=value),
        hint,
    )


def _hinted(sentence: Sentence, hint: Sentence) -> Sentence:
    return WITH_HINT(sentence=sentence, hint=hint) if hint.en else sentence


def shown(raw: object) -> str:
    """A value on one line, as TOML writes the short ones."""
    try:
        text = (
            str(raw).lower()
            if isinstance(raw, bool)
            else f'"{raw}"'
            if isinstance(raw, str)
            else str(raw)
        )
    except ValueError:  # Python refuses to write out a number of 5,000 digits
        return "…"
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
