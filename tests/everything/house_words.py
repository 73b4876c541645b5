"""A layout of a house with words of its own wherever a layout has words, found by walking the
schema: a setting that is new is filled by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from filled import PHOTO

from layouts.house.declaring import AnyKind, Named, Rows, SettingsTable
from layouts.house.kinds import (
    NOWHERE,
    FaceChoice,
    Kind,
    Refused,
    Scope,
    Template,
    Words,
)
from layouts.house.schema import LAYOUT
from layouts.house.toml_lines import Place

BASE = "neikan-a4-2col"
"""It has a cover and running heads."""

HOUSE = "house.toml"

NO_WORDS = {
    "based_on": "a layout's name",
    "made_from": "a layout's name",
    "body.section_brackets": "two signs",
    "contents.bullet": "four signs at most",
}
"""What holds a string that is too short for words, or a file's name."""

HEADS = ("left", "center", "right", "outside", "inside")
"""They stand on one line: each layout has one of them."""

ROWS: dict[str, Callable[[int], dict[str, object]]] = {
    "masthead.lines": lambda k: {"style": "small", "align": "left", "baseline": f"{4 + 4 * k}mm"},
    "masthead.art": lambda k: {"file": PHOTO, "width": "5mm", "y": f"{4 + 4 * k}mm"},
    "colophon.lines": lambda k: {"style": "colophon", "align": "left", "baseline": 1 + k / 2},
    "colophon.art": lambda k: {"file": PHOTO, "width": "2mm", "y": k / 2},
    "cover.lines": lambda k: {
        "style": "cover-small",
        "align": "left",
        "baseline": f"{100 + 9 * k}mm",
    },
    "cover.art": lambda k: {"file": PHOTO, "width": "5mm", "y": f"{100 + 9 * k}mm"},
}
"""What else a row must have."""

NAMED: dict[str, object] = {
    "punctuation.styles": {"hang": True},
    "inks": "#1B4F8F",
    "styles": {},
    "columns": 2,
}
"""What stands under names that a layout chooses; where nothing is said, words."""

JOINED = 4
"""Texts that stand in one template."""

MARKS = 6
"""Signs that tell where a text stands: 字001始 … 终."""

Say = Callable[[str, str], str]
"""What stands at a place for a text."""


def house_words(texts: Sequence[str], head: str, say: Say) -> dict[str, object]:
    """The document of a layout that says each of the texts; of running heads it has one."""
    return {"based_on": BASE, **_HouseWords(texts, head, say).table(LAYOUT, ())}


class _HouseWords(NamedTuple):
    texts: Sequence[str]
    head: str
    say: Say

    def table(
        self, table: SettingsTable, place: Place, row: int | None = None
    ) -> dict[str, object]:
        inside = {
            key: self._value(setting.kind, (*place, key), row)
            for key, setting in table.settings.items()
        }
        return {key: one for key, one in inside.items() if one is not None and one != {}}

    def _value(self, kind: AnyKind, place: Place, row: int | None) -> object:
        at = ".".join(map(str, place))
        match kind:
            case _ if at in NO_WORDS:
                return None
            case SettingsTable():
                return self.table(kind, place, row)
            case Rows() if at in ROWS:
                rows = range(len(self.texts))
                return [{**ROWS[at](k), **self.table(kind.table, place, k)} for k in rows]
            case Named() if at in NAMED:
                inside = NAMED[at] or self._value(kind.kind, (*place, "*"), row)
                return {self.say(at, self.texts[0]): inside}
            case _:
                return self._words(kind, at, row)

    def _words(self, kind: AnyKind, at: str, row: int | None) -> object:
        match kind:
            case Template() if at.startswith("running_head.") and not at.endswith(self.head):
                return ""
            case Template() if row is None:
                return "".join(_in_template(self.say(at, text)) for text in self.texts[:JOINED])
            case Template():
                return _in_template(self.say(at, self.texts[row]))
            case Words():
                room = kind.longest - MARKS
                return self.say(at, next(text for text in self.texts if len(text) <= room))
            case FaceChoice():
                ours = "latin" if "latin" in at else "song"
                return [self.say(at, self.texts[1].replace("|", "!")), ours]
            case _:
                return None


def _in_template(text: str) -> str:
    """A text as it stands in a template, where braces and brackets are something."""
    for sign in "{}[]":
        text = text.replace(sign, sign * 2)
    return text


def takers_of_words(kind: AnyKind, at: str = "") -> Iterator[tuple[str, Callable[[str], object]]]:
    """Where a schema takes strings that somebody writes, and what reads one. Refused where that
    takes none of the kind.
    """
    if isinstance(kind, SettingsTable):
        for key, setting in kind.settings.items():
            yield from takers_of_words(setting.kind, f"{at}.{key}".removeprefix("."))
    elif isinstance(kind, Rows):
        yield from takers_of_words(kind.table, at)
    elif isinstance(kind, Named):
        yield from takers_of_words(kind.kind, f"{at}.*")
    elif _takes(kind, "平"):
        yield at, lambda text: kind.read(text, NOWHERE)
    elif _takes(kind, ["平", "latin"]):
        yield at, lambda text: kind.read([text, "latin"], SCOPE)


SCOPE = Scope(0.0, 0.0, ("latin",), {}, (), ())


def _takes(kind: Kind, raw: object) -> bool:
    try:
        kind.read(raw, SCOPE)
    except Refused:
        return False
    return True
