"""Export presets as TOML files: those we ship and an editor's own, read key by key, changed,
saved.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, cast

from msgspec.structs import asdict, replace

from layouts.errors import PresetError, Source
from layouts.files import write_aside
from layouts.house.kinds import (
    NOWHERE,
    suggestion,
    there_are,
)
from layouts.house.read import Fault, dotted, read_table, shown
from layouts.house.toml_lines import line_of, parsed
from layouts.inputs import obstacle, read_input, why
from layouts.messages.files import FILE_MISSING
from layouts.messages.message import Sentence
from layouts.messages.presets import (
    PRESET_FILE_MISSING,
    PRESET_NOT_UTF8,
    PRESET_UNKNOWN,
    PRESET_UNREADABLE,
)
from layouts.prepress.contradictions import contradictions
from layouts.prepress.preset import Preset
from layouts.prepress.settings import SETTINGS

STOCK = Path(__file__).parent / "stock"

ORDER = (
    "print",
    "print-uncoated",
    "print-x1a",
    "screen",
    "archive",
    "grey",
    "booklet",
    "several-up",
)
"""The presets we ship, as menus and lists have them."""

LARGEST = 100_000
"""Bytes of a preset file; ours have under 500."""


def stock_presets() -> tuple[Preset, ...]:
    """The presets we ship."""
    return tuple(load_preset(name) for name in ORDER)


def load_preset(
    name: str, changes: Mapping[str, str] | None = None, *, folder: Path = Path()
) -> Preset:
    """The preset called `name`, or the one in a file ending in .toml (relative to `folder`), with
    `changes` as `--set` has them.

    PresetError names file, line and key.
    """
    path = _find(name, folder)
    text = _text(path)
    document = parsed(text, str(path), PresetError)
    overlaid, chosen = dict(document), changes or {}
    for key, written in chosen.items():
        overlaid[key] = _value(written)
    try:
        preset = preset_of(path.stem, overlaid)
    except Fault as fault:
        key = fault.place[0] if fault.place else ""
        # what a key that is left out does not go with
        place = fault.place if key in document else ("standard",)
        # what was given with --set stands on no line of the file
        source = None if key in chosen else Source(str(path), line_of(text, place))
        _refuse(fault.wording, dotted(fault.place), source)
    # a profile is found from where it was named
    base = folder if "profile" in chosen else path.parent
    named = os.path.abspath(base / preset.profile)  # noqa: PTH100, as it is named, not as its links lead
    return replace(preset, profile=named) if preset.profile else preset


def preset_of(name: str, document: Mapping[str, object]) -> Preset:
    """The preset that the keys of a file make.

    Fault where a key or a value is none, or two do not go together.
    """
    preset = Preset(name=name, **read_table(SETTINGS, document, (), NOWHERE))
    for key, said in contradictions(preset, document):
        raise Fault((key,), said)
    return preset


def save_preset(preset: Preset, path: Path) -> None:
    """Write a preset to a file.

    PresetError where its values do not go together; ExportError where the file cannot be written.
    """
    values = {key: value for key, value in asdict(preset).items() if key != "name"}
    try:
        preset_of(preset.name, values)
    except Fault as fault:
        _refuse(fault.wording, dotted(fault.place), Source(str(path)))
    write_aside(path, preset_text(preset).encode())


def preset_text(preset: Preset) -> str:
    """A preset as TOML. What is as it would be anyway is left out."""
    lines: list[str] = []
    for key, setting in SETTINGS.settings.items():
        value: object = getattr(preset, key)
        # read as one number for all edges, kept as four
        default = (0.0,) * 4 if key == "bleed" else setting.default
        # a profile must come with its condition (`contradictions`), the usual one too
        if value != default or (key == "condition" and preset.profile):
            lines.append(f"{key} = {_written(value)}")
    return "\n".join(lines) + "\n"


def _find(name: str, folder: Path) -> Path:
    if name.endswith(".toml"):
        path = folder / name
        wrong = obstacle(path)
        if wrong is None:
            return path
        if wrong == FILE_MISSING():
            raise PresetError(*PRESET_FILE_MISSING(name=shown(name)))
        raise PresetError(*PRESET_UNREADABLE(why=wrong), Source(str(path)))
    if name in ORDER:
        return STOCK / f"{name}.toml"
    hint = suggestion(name, ORDER)
    listing = ", ".join(ORDER)
    known = there_are(hint, Sentence(listing, listing))
    raise PresetError(*PRESET_UNKNOWN(name=shown(name), known=known))


def _text(path: Path) -> str:
    try:
        return read_input(path, LARGEST).decode("utf-8-sig")
    except OSError as error:
        reason = why(error)
        raise PresetError(*PRESET_UNREADABLE(why=reason), Source(str(path))) from None
    except UnicodeDecodeError:
        raise PresetError(*PRESET_NOT_UTF8(), Source(str(path))) from None


def _value(written: str) -> object:
    """What follows `=` in --set: a TOML value, or a word without its quotation marks."""
    try:
        # a line end would begin another key
        return tomllib.loads(f"value = {written}")["value"] if "\n" not in written else written
    except (ValueError, RecursionError):
        return written


def _written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case tuple():
            edges = cast("tuple[float, ...]", value)
            return (
                f"{edges[0]:g}"
                if len(set(edges)) == 1
                else f"[{', '.join(f'{edge:g}' for edge in edges)}]"
            )
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _refuse(wording: Sentence, key: str, source: Source | None) -> NoReturn:
    raise PresetError(
        # the first place only: a value that is quoted may hold braces as well
        wording.zh.replace("{key}", key, 1),
        wording.en.replace("{key}", key, 1),
        source,
    )
