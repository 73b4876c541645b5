"""Export presets as TOML files: those we ship and an editor's own, read key by key, changed,
saved.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, cast, get_args

from msgspec.structs import asdict, replace

from layouts.errors import PresetError, Source
from layouts.files import write_aside
from layouts.house.kinds import (
    NOWHERE,
    Choice,
    Flag,
    Number,
    Refused,
    Scope,
    Whole,
    Wording,
    Words,
    suggestion,
)
from layouts.house.read import Fault, dotted, read_table, shown
from layouts.house.schema import Setting, SettingsTable
from layouts.house.toml_lines import line_of, parsed
from layouts.inputs import MISSING, obstacle, read_input, why
from layouts.prepress.preset import Colour, Preset, Standard

STOCK = Path(__file__).parent / "stock"

ORDER = ("print", "print-x1a", "screen", "archive", "grey", "booklet")
"""The presets we ship, as menus and lists have them."""

LARGEST = 100_000
"""Bytes of a preset file; ours have under 500."""

WIDEST_BLEED = 20.0
"""mm; more is a slip of the pen."""


class _EdgeLengths:
    """A length in mm at every edge: one number, or four from the left edge clockwise."""

    _edge = Number(0, WIDEST_BLEED)

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        edge = self._edge.expects()
        return Wording(
            f"{edge.zh}，或左、上、右、下四个这样的数",
            f"{edge.en}, or four of them: left, top, right, bottom",
        )

    def read(self, raw: object, scope: Scope) -> tuple[float, ...]:
        """Left, top, right and bottom."""
        if not isinstance(raw, list | tuple):
            return (self._edge.read(raw, scope),) * 4
        edges = tuple(self._edge.read(edge, scope) for edge in cast("list[object]", raw))
        if len(edges) != 4:
            raise Refused
        return edges


class _SomeWords:
    """A string on one line that is not empty."""

    _words = Words(longest=60)

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording(
            "一行不超过 60 字、不为空的文字", "a string on one line of 1 to 60 characters"
        )

    def read(self, raw: object, scope: Scope) -> str:
        """The string. Refused where it is none, too long, or blank."""
        words = self._words.read(raw, scope)
        if not words.strip():
            raise Refused
        return words


SETTINGS = SettingsTable(
    {
        "zh": Setting(_SomeWords(), "its name in lists, Chinese"),
        "en": Setting(_SomeWords(), "the same in English"),
        "standard": Setting(Choice(get_args(Standard)), "what the file conforms to", "none"),
        "colour": Setting(
            Choice(get_args(Colour)), "what text, rules and photos are printed with", "rgb"
        ),
        "profile": Setting(
            Words(),
            (
                "file of the print condition's ICC profile; where empty ISO Coated v2 300 %, for grey "
                "its black"
            ),
            "",
        ),
        "condition": Setting(_SomeWords(), "the name of that condition", "FOGRA39"),
        "red": Setting(
            Choice(("process", "spot")),
            "the layout's red out of magenta and yellow, or an ink of its own",
            "process",
        ),
        "spot_name": Setting(_SomeWords(), "what that ink is called", "专色红"),
        "bleed": Setting(_EdgeLengths(), "mm outside the page's edges", 0),
        "marks": Setting(Flag(), "crop and register marks, colour bar and slug line", False),
        "ppi": Setting(
            Whole(0, 2400),
            "what photos of more than half as much again are brought down to; 0 leaves them",
            0,
        ),
        "ink_limit": Setting(
            Whole(100, 400), "per cent of all inks together that a photo may reach", 300
        ),
        "tagged": Setting(Flag(), "structure for screen readers", False),
        "links": Setting(Flag(), "links, bookmarks and page labels", True),
        "booklet": Setting(
            Flag(), "saddle stitch: two pages a side, in the order of a duplex printer", False
        ),
        "creep": Setting(Number(0, 10), "mm that the innermost sheet sticks out when folded", 0),
        "keep_last": Setting(
            Flag(),
            "in a booklet blank pages come before the last page, which stays on the outside",
            True,
        ),
    },
)
"""Every key of a preset file."""

_PRINT = ("x4", "x1a")


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
        source = None if key in chosen else Source(str(path), line_of(text, place))
        _refuse(fault.wording, dotted(fault.place), source)
    base = folder if "profile" in chosen else path.parent
    named = os.path.abspath(base / preset.profile)  # noqa: PTH100, as it is named, not as its links lead
    return replace(preset, profile=named) if preset.profile else preset


def preset_of(name: str, document: Mapping[str, object]) -> Preset:
    """The preset that the keys of a file make.

    Fault where a key or a value is none, or two do not go together.
    """
    preset = Preset(name=name, **read_table(SETTINGS, document, (), NOWHERE))
    for key, zh, en in _contradictions(preset, document):
        raise Fault((key,), Wording(zh, en))
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
        default = (0.0,) * 4 if key == "bleed" else setting.default
        if value != default or (key == "condition" and preset.profile):
            lines.append(f"{key} = {_written(value)}")
    return "\n".join(lines) + "\n"


def _contradictions(preset: Preset, document: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Keys whose values do not go together, with the sentence for each."""
    printed = preset.standard in _PRINT
    standard = preset.standard
    cases = [
        (
            printed and preset.colour == "rgb",
            "colour",
            f"standard 为 {standard} 时，{{key}} 应为 cmyk 或 grey",
            f"{{key}} must be cmyk or grey with standard {standard}",
        ),
        (
            printed and preset.links,
            "links",
            f"standard 为 {standard} 时，{{key}} 应为 false：印刷文件不带链接",
            f"{{key}} must be false with standard {standard}: a file for print has no links",
        ),
        (
            preset.red == "spot" and preset.colour != "cmyk",
            "red",
            "{key} 设为 spot 时，colour 应为 cmyk",
            "{key} can be spot only with colour cmyk",
        ),
        (
            preset.red == "spot"
            and preset.spot_name in {"All", "None", "Cyan", "Magenta", "Yellow", "Black"},
            "spot_name",
            f"{{key}} 不能是 {preset.spot_name}：这个名称另有含义",
            f"{{key}} cannot be {preset.spot_name}, which means something else",
        ),
        (
            standard == "a2a" and not preset.tagged,
            "tagged",
            "standard 为 a2a 时，{key} 应为 true：没有结构标签的文件用 a2u",
            "{key} must be true with standard a2a: a file without structure is a2u",
        ),
        (
            bool(preset.profile) and "condition" not in document,
            "profile",
            "设了 {key} 就要用 condition 写明它的印刷条件",
            "{key} needs condition, the name of the printing condition it is for",
        ),
        (
            preset.booklet and (preset.marks or any(preset.bleed) or standard != "none"),
            "booklet",
            "{key} 不能与 bleed、marks 或 standard 同用：印厂自己拼版",
            (
                "{key} does not go with bleed, marks or a standard: a print house imposes the pages "
                "itself"
            ),
        ),
    ]
    return [(key, zh, en) for wrong, key, zh, en in cases if wrong]


def _find(name: str, folder: Path) -> Path:
    if name.endswith(".toml"):
        path = folder / name
        wrong = obstacle(path)
        if wrong is None:
            return path
        if wrong is MISSING:
            raise PresetError(
                f"找不到输出预设文件 {shown(name)}", f"the preset file {shown(name)} does not exist"
            )
        raise PresetError(
            f"输出预设文件读不出：{wrong.zh}",
            f"the preset file cannot be read: {wrong.en}",
            Source(str(path)),
        )
    if name in ORDER:
        return STOCK / f"{name}.toml"
    hint = suggestion(name, ORDER)
    listing = ", ".join(ORDER)
    raise PresetError(
        f"没有名为 {shown(name)} 的输出预设；{hint.zh}现有：{listing}",
        f"there is no preset {shown(name)}; {hint.en}{' ' if hint.en else ''}there are: {listing}",
    )


def _text(path: Path) -> str:
    try:
        return read_input(path, LARGEST).decode("utf-8-sig")
    except OSError as error:
        reason = why(error)
        raise PresetError(
            f"输出预设文件读不出：{reason.zh}",
            f"the preset file cannot be read: {reason.en}",
            Source(str(path)),
        ) from None
    except UnicodeDecodeError:
        raise PresetError(
            "输出预设文件不是 UTF-8 编码", "the preset file is not in UTF-8", Source(str(path))
        ) from None


def _value(written: str) -> object:
    """What follows `=` in --set: a TOML value, or a word without its quotation marks."""
    try:
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


def _refuse(wording: Wording, key: str, source: Source | None) -> NoReturn:
    raise PresetError(
        wording.zh.replace("{key}", key, 1), wording.en.replace("{key}", key, 1), source
    )
