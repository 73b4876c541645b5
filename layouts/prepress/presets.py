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
from layouts.house.declaring import Setting, SettingsTable
from layouts.house.kinds import (
    NOWHERE,
    Choice,
    Flag,
    Number,
    Refused,
    Scope,
    Whole,
    Words,
    suggestion,
    there_are,
)
from layouts.house.read import Fault, dotted, read_table, shown
from layouts.house.toml_lines import line_of, parsed
from layouts.inputs import obstacle, read_input, why
from layouts.messages.files import FILE_MISSING
from layouts.messages.message import Sentence
from layouts.messages.presets import (
    A2A_NEEDS_TAGS,
    BOOKLET_STANDS_ALONE,
    COLOUR_MUST_BE_PRINTED,
    CURVES_ARE_NO_TEXT,
    LINKS_IN_PRINT,
    ONE_OR_FOUR_EDGES,
    PRESET_FILE_MISSING,
    PRESET_NOT_UTF8,
    PRESET_UNKNOWN,
    PRESET_UNREADABLE,
    PROFILE_NEEDS_CONDITION,
    SIGNATURE_UNFIT,
    SPOT_NAME_TAKEN,
    SPOT_NEEDS_CMYK,
    WORDS_NOT_EMPTY,
    WORDS_WITH_FIELDS,
)
from layouts.messages.protection import (
    PERMISSIONS_IN_STANDARD,
    SMALLEST_IN_PRINT,
    THUMBNAILS_IN_PRINT,
)
from layouts.prepress.preset import Colour, MarkStyle, Preset, Printing, Standard
from layouts.prepress.slug_pattern import FIELDS, is_pattern

STOCK = Path(__file__).parent / "stock"

ORDER = ("print", "print-x1a", "screen", "archive", "grey", "booklet")
"""The presets we ship, as menus and lists have them."""

LARGEST = 100_000
"""Bytes of a preset file; ours have under 500."""

PAGES_PER_SHEET = 4
"""Of a booklet, folded once."""

WIDEST_BLEED = 20.0
"""mm; more is a slip of the pen."""


class _EdgeLengths:
    """A length in mm at every edge: one number, or four from the left edge clockwise."""

    _edge = Number(0, WIDEST_BLEED)

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        edge = self._edge.expects()
        return ONE_OR_FOUR_EDGES(edge=edge)

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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return WORDS_NOT_EMPTY()

    def read(self, raw: object, scope: Scope) -> str:
        """The string. Refused where it is none, too long, or blank."""
        words = self._words.read(raw, scope)
        if not words.strip():
            raise Refused
        return words


class _SlugPattern:
    """Words with fields in braces."""

    _words = Words()

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        fields = ", ".join(f"{{{field}}}" for field in FIELDS)
        return WORDS_WITH_FIELDS(fields=fields)

    def read(self, raw: object, scope: Scope) -> str:
        """The pattern. Refused where it is none, or has a field that is not known."""
        pattern = self._words.read(raw, scope)
        if not is_pattern(pattern):
            raise Refused
        return pattern


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
                "file of the print condition's ICC profile; where empty ISO Coated v2 300 %, "
                "for grey its black"
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
        "mark_style": Setting(
            Choice(get_args(MarkStyle)),
            "crop marks in line with the trim, or double ones with the bleed too",
            "crop",
        ),
        "mark_offset": Setting(Number(0, 10), "mm between the bleed and the marks", 0),
        "mark_weight": Setting(Number(0.1, 2), "width of the marks' strokes, pt", 0.25),
        "register_marks": Setting(Flag(), "register marks among the marks", True),
        "colour_bar": Setting(Flag(), "a colour bar among the marks", True),
        "slug": Setting(
            _SlugPattern(),
            "the slug line of the marks; empty: publication, page, date, size, condition",
            "",
        ),
        "ppi": Setting(
            Whole(0, 2400),
            "what photos of more than half as much again are brought down to; 0 leaves them",
            0,
        ),
        "ink_limit": Setting(
            Whole(100, 400), "per cent of all inks together that a photo may reach", 300
        ),
        "curves": Setting(
            Flag(), "text as curves: no font in the file, and nothing to search", False
        ),
        "tagged": Setting(Flag(), "structure for screen readers", False),
        "links": Setting(Flag(), "links, bookmarks and page labels", True),
        "booklet": Setting(
            Flag(), "saddle stitch: two pages a side, in the order of a duplex printer", False
        ),
        "signature": Setting(
            Whole(0, 64),
            "in a booklet for perfect binding the pages of a signature; 0: stitched",
            0,
        ),
        "creep": Setting(Number(0, 10), "mm that the innermost sheet sticks out when folded", 0),
        "keep_last": Setting(
            Flag(),
            "in a booklet blank pages come before the last page, which stays on the outside",
            True,
        ),
        "smallest": Setting(
            Flag(), "photos as plain JPEGs, never finer than ppi; all else packed tightly", False
        ),
        "thumbnails": Setting(Flag(), "a small picture of each page in the file", False),
        "printing": Setting(
            Choice(get_args(Printing)), "how well the file may be printed; low is 150 dpi", "full"
        ),
        "copying": Setting(Flag(), "text and photos may be copied out of the file", True),
        "changing": Setting(Flag(), "the file may be changed", True),
    },
)
"""Every key of a preset file."""

_PRINT = ("x4", "x1a")

_TEXT = ("ua1", "a2u", "a2a")
"""Standards that ask for text that can be read as such (ISO 14289-1 7.21.7, ISO 19005-2
6.2.11.7).
"""


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
    for key, said in _contradictions(preset, document):
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
        # a profile must come with its condition (`_contradictions`), the usual one too
        if value != default or (key == "condition" and preset.profile):
            lines.append(f"{key} = {_written(value)}")
    return "\n".join(lines) + "\n"


def _contradictions(preset: Preset, document: Mapping[str, object]) -> list[tuple[str, Sentence]]:
    """Keys whose values do not go together, with the sentence for each."""
    printed = preset.standard in _PRINT
    standard = preset.standard
    cases = [
        (printed and preset.colour == "rgb", "colour", COLOUR_MUST_BE_PRINTED(standard=standard)),
        (printed and preset.links, "links", LINKS_IN_PRINT(standard=standard)),
        (preset.red == "spot" and preset.colour != "cmyk", "red", SPOT_NEEDS_CMYK()),
        (
            preset.red == "spot"
            # names that have a meaning of their own in a PDF (ISO 32000-1 8.6.6.4)
            and preset.spot_name in {"All", "None", "Cyan", "Magenta", "Yellow", "Black"},
            "spot_name",
            SPOT_NAME_TAKEN(name=preset.spot_name),
        ),
        (standard == "a2a" and not preset.tagged, "tagged", A2A_NEEDS_TAGS()),
        (
            preset.curves and (preset.tagged or standard in _TEXT),
            "curves",
            CURVES_ARE_NO_TEXT(),
        ),
        (
            # asked of what is written: by itself it would be FOGRA39
            bool(preset.profile) and "condition" not in document,
            "profile",
            PROFILE_NEEDS_CONDITION(),
        ),
        (
            preset.signature % PAGES_PER_SHEET > 0 or (preset.signature > 0 and not preset.booklet),
            "signature",
            SIGNATURE_UNFIT(),
        ),
        (
            preset.booklet and (preset.marks or any(preset.bleed) or standard != "none"),
            "booklet",
            BOOKLET_STANDS_ALONE(),
        ),
    ]
    archived = standard in {"a2u", "a2a"}
    cases += [
        (
            preset.smallest and (printed or archived or preset.colour == "cmyk"),
            "smallest",
            SMALLEST_IN_PRINT(standard=standard),
        ),
        (
            preset.thumbnails and (printed or preset.colour != "rgb"),
            "thumbnails",
            THUMBNAILS_IN_PRINT(),
        ),
        *(
            (limited and (printed or archived), key, PERMISSIONS_IN_STANDARD(standard=standard))
            for key, limited in (
                ("printing", preset.printing != "full"),
                ("copying", not preset.copying),
                ("changing", not preset.changing),
            )
        ),
    ]
    return [(key, said) for wrong, key, said in cases if wrong]


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
