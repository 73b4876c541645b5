"""A layout of a house with words of its own wherever a layout has words, found by walking the
schema: a setting that is new is filled by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import tomlkit
from filled import Write

from layouts.house.declaring import AnyKind, Named, Rows, SettingsTable
from layouts.house.kinds import FaceChoice, Template, Words
from layouts.house.schema import LAYOUT
from layouts.house.toml_lines import Place

BASE = "neikan-a4-2col"

HOUSE = "house.toml"

NO_WORDS = {
    "based_on": "a layout's name",
    "made_from": "a layout's name",
    "body.section_brackets": "two signs",
    "contents.bullet": "four signs at most",
}
"""What nobody writes a word in."""

REST: dict[str, dict[str, object]] = {
    "masthead.lines": {"style": "small", "align": "left"},
    "colophon.lines": {"style": "colophon", "align": "left"},
    "cover.lines": {"style": "cover-small", "align": "left"},
}
"""What else a line has; its baseline is its own."""


def places(kind: AnyKind = LAYOUT, place: Place = ()) -> Iterator[tuple[Place, AnyKind]]:
    """Where a layout has words: templates, titles, names of faces, and names it chooses itself."""
    if isinstance(kind, SettingsTable):
        for key, setting in kind.settings.items():
            yield from places(setting.kind, (*place, key))
    elif isinstance(kind, Rows):
        yield from places(kind.table, (*place, 0))
    elif isinstance(kind, Named):
        yield place, kind
        yield from places(kind.kind, (*place, "*"))
    elif isinstance(kind, Words | Template | FaceChoice):
        yield place, kind
