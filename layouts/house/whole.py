"""A layout as one TOML text that stands on no other: what it is based on and what an issue has
otherwise written into it, comments kept.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from layouts.house.declaring import Named, Rows, SettingsTable
from layouts.house.overlay import differences_of, place_of, setting_at, with_design
from layouts.house.written import LARGEST, WrittenLayout, written_layout
from layouts.inputs import read_input

NOTHING: Mapping[str, object] = {}

_CROWDED = re.compile(r"^([^\n#].*)\n(?=\[)", re.MULTILINE)
"""A table right below the line of another: no comment of its own stands between them."""


def whole_text(
    written: WrittenLayout, design: Mapping[str, object] = NOTHING, made_from: str = ""
) -> str:
    """The text of a layout with all it is based on, and with what an issue has otherwise.

    `made_from` is what the text says it was made from: without one, the layout that the design is
    of, or what it is based on. A file that is based on none and is not changed stays as it is, byte
    for byte. Fault where a place of the design has too many parts.
    """
    base = made_from or (written.name if design else written.base)
    if len(written.files) == 1 and not design and base == written.base:
        return written.files[0].text
    wanted = with_design(written.document, design)
    if base:
        wanted["made_from"] = base
    # the comments are those of the layout that all others stand on, which says the most
    text = _changed(written.files[-1].text, written.files[-1].document, wanted)
    if tomllib.loads(text) == wanted:
        return text
    import tomlkit

    return tomlkit.dumps(wanted)


def whole_layout(name: str, folder: Path = Path()) -> bytes:
    """The text of a layout as it goes along with an issue: one that stands on no other.

    LayoutError where it, or one it is based on, is not there.
    """
    written = written_layout(name, folder)
    if len(written.files) == 1:
        return read_input(
            written.files[0].path, LARGEST
        )  # as it lies there, whatever its line ends
    return whole_text(written).encode()


def _changed(text: str, was: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    """A text with the values that are wanted in the places of its own."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    document.pop("based_on", None)
    document.pop("made_from", None)
    for place, _, value in differences_of(was, wanted):
        *tables, key = place_of(place)
        table = document
        for step in tables:
            if step not in table:
                table[step] = tomlkit.table()
            table = table[step]
        table[key] = _item(value, place)
    return _CROWDED.sub(r"\1\n\n", tomlkit.dumps(document))


def _item(value: object, place: str) -> Any:  # noqa: ANN401 - any TOML
    """A value as it is written: tables with a heading of their own, but those that are one value
    (an ink, a range) on one line.
    """
    import tomlkit

    try:
        kind = setting_at(place).kind
    except LookupError:
        kind = None
    if isinstance(value, dict) and not isinstance(kind, SettingsTable | Named):
        line: Any = tomlkit.inline_table()
        line.update(cast("dict[str, Any]", value))
        return line
    if isinstance(value, list) and value and isinstance(kind, Rows):
        rows: Any = tomlkit.aot()
        for row in cast("list[dict[str, Any]]", value):
            table: Any = tomlkit.table()
            table.update(row)
            rows.append(table)
        return rows
    return cast("Any", tomlkit.item(cast("Any", value)))  # pyright: ignore[reportUnknownMemberType]
