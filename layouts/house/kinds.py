"""Kinds of values a layout file holds: each reads what TOML or a front matter gives, and says what
it expects.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Protocol, cast

from msgspec import Struct

from layouts.house.template import TemplateError, fields_of
from layouts.page.item import Ink
from layouts.units import ZIHAO, parse_length


class Wording(Struct, frozen=True):
    """The same words in Chinese and English."""

    zh: str
    en: str


NOTHING = Wording("", "")


class Refused(Exception):  # noqa: N818 - control flow between a kind and its reader, never seen outside
    """A value its kind does not take; `hint` says more than what was expected, as a clause."""

    def __init__(self, hint: Wording = NOTHING) -> None:
        super().__init__(hint.en)
        self.hint = hint


class Scope(Struct, frozen=True):
    """What values may refer to: the body's em and row in points, and the names of faces, inks,
    styles and punctuation styles.
    """

    em: float
    row: float
    faces: Collection[str]
    inks: Mapping[str, Ink]
    styles: Collection[str]
    punctuation: Collection[str]


NOWHERE = Scope(0.0, 0.0, (), {}, (), ())
"""The scope of values that refer to nothing."""


class Kind(Protocol):
    """What one value may be."""

    def expects(self) -> Wording:
        """What it takes, to follow “must be”."""
        ...

    def read(self, raw: object, scope: Scope) -> object:
        """The value meant. Refused where it is none."""
        ...


def _span(low: float, high: float, unit: str = "") -> Wording:
    return Wording(
        f" {low:g}{unit} 到 {high:g}{unit} 之间", f"from {low:g}{unit} to {high:g}{unit}"
    )


class Number(Struct, frozen=True):
    """A number from `low` to `high`."""

    low: float
    high: float

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high)
        return Wording(f"{span.zh}的数", f"a number {span.en}")

    def read(self, raw: object, scope: Scope) -> float:
        """The number; not true or false, which Python counts as 1 and 0, and not nan, which is in
        no span.
        """
        if (
            isinstance(raw, bool)
            or not isinstance(raw, int | float)
            or not self.low <= raw <= self.high
        ):
            raise Refused
        return float(raw)


class Whole(Struct, frozen=True):
    """A whole number from `low` to `high`."""

    low: float
    high: float

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high)
        return Wording(f"{span.zh}的整数", f"a whole number {span.en}")

    def read(self, raw: object, scope: Scope) -> int:
        """The number, as TOML has it. Refused where it is no whole one, or out of range."""
        if isinstance(raw, bool) or not isinstance(raw, int) or not self.low <= raw <= self.high:
            raise Refused
        return raw


class Flag(Struct, frozen=True):
    """A setting that is true or false."""

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording(" true 或 false", "true or false")

    def read(self, raw: object, scope: Scope) -> bool:
        """The value, as TOML has it. Refused where it is neither true nor false."""
        if not isinstance(raw, bool):
            raise Refused
        return raw


class Words(Struct, frozen=True):
    """A string without line breaks; of one of the `lengths` where they are given."""

    lengths: tuple[int, ...] = ()
    longest: int = 200

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        if self.lengths:
            counts = tuple(map(str, self.lengths))
            return Wording(
                f" {' 或 '.join(counts)} 个字符的文字",
                f"a string of {' or '.join(counts)} characters",
            )
        return Wording(
            f"一行不超过 {self.longest} 字的文字",
            f"a string on one line of at most {self.longest} characters",
        )

    def read(self, raw: object, scope: Scope) -> str:
        """The string. Refused where it is none, or of another length than asked for."""
        if (
            not isinstance(raw, str)
            or len(raw) > self.longest
            or any(ord(sign) < 32 for sign in raw)
        ):
            raise Refused
        if self.lengths and len(raw) not in self.lengths:
            raise Refused
        return raw


class Choice(Struct, frozen=True):
    """One word of a few."""

    options: tuple[str, ...]

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording(f" {'、'.join(self.options)} 之一", f"one of {', '.join(self.options)}")

    def read(self, raw: object, scope: Scope) -> str:
        """The word as the options have it: members of an enumeration stay such."""
        if raw not in self.options:
            raise Refused(suggestion(raw, self.options))
        return self.options[self.options.index(str(raw))]


def choice_of(members: type[StrEnum]) -> Choice:
    """A choice among the members of an enumeration, which are strings themselves."""
    return Choice(tuple(members))


_RELATIVE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(em|rows?)\s*")


class Length(Struct, frozen=True):
    """A length in points, from `low` to `high`: a number of points, `28mm`, `四号`; where
    `relative` also `1.5em`, `2rows`.
    """

    low: float
    high: float
    relative: bool = False

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high, "pt")
        units = "pt, mm, cm, in, 字号" + (", em, rows" if self.relative else "")
        return Wording(f"{span.zh}的长度（{units}）", f"a length {span.en} ({units})")

    def read(self, raw: object, scope: Scope) -> float:
        """The length in points."""
        points = self._points(raw, scope)
        if not self.low <= points <= self.high:
            raise Refused
        return float(points)

    def _points(self, raw: object, scope: Scope) -> float:
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return raw
        if not isinstance(raw, str):
            raise Refused
        if self.relative and (match := _RELATIVE.fullmatch(raw)):
            return float(match[1]) * (scope.em if match[2] == "em" else scope.row)
        try:
            return parse_length(raw)
        except ValueError:
            raise Refused(suggestion(raw.strip(), ZIHAO)) from None


class Colour(Struct, frozen=True):
    """An sRGB colour, `#C8161D`, in fractions."""

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording("形如 #C8161D 的颜色", "a colour like #C8161D")

    def read(self, raw: object, scope: Scope) -> tuple[float, float, float]:
        """Red, green and blue."""
        if not isinstance(raw, str) or not re.fullmatch("#[0-9A-Fa-f]{6}", raw):
            raise Refused
        red, green, blue = bytes.fromhex(raw[1:])
        return red / 255, green / 255, blue / 255


_PER_CENT = Number(0, 100)


class Inking(Struct, frozen=True):
    """A colour alone, or a table of its `rgb`, the `cmyk` it is printed with, and whether it may be
    a `spot` ink. Reads to what Ink has.
    """

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        table = '{ rgb = "#C8161D", cmyk = [0, 100, 100, 0], spot = true }'
        return Wording(f"形如 #C8161D 的颜色，或 {table}", f"a colour like #C8161D, or {table}")

    def read(
        self, raw: object, scope: Scope
    ) -> tuple[tuple[float, ...], tuple[float, ...] | None, bool]:
        """RGB, CMYK in fractions where it is given, and whether it may be a spot ink."""
        if not isinstance(raw, dict):
            return Colour().read(raw, scope), None, False
        table = cast("dict[str, object]", raw)
        if "rgb" not in table or not table.keys() <= {"rgb", "cmyk", "spot"}:
            raise Refused
        cmyk = table.get("cmyk")
        parts = (
            tuple(_PER_CENT.read(part, scope) / 100 for part in cast("list[object]", cmyk))
            if isinstance(cmyk, list)
            else None
        )
        if cmyk is not None and (parts is None or len(parts) != 4):
            raise Refused
        return (
            Colour().read(table["rgb"], scope),
            parts,
            Flag().read(table.get("spot", False), scope),
        )


class Reference(Struct, frozen=True):
    """The name of something the scope holds: a face, an ink, a style, a punctuation style."""

    to: str
    zh: str
    en: str

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording(f"{self.zh}的名称", f"the name of {self.en}")

    def read(self, raw: object, scope: Scope) -> object:
        """The name, or the ink it stands for."""
        known: Collection[str] = getattr(scope, self.to)
        if not isinstance(raw, str) or raw not in known:
            listing = sorted(known)
            hint = suggestion(raw, listing)
            raise Refused(
                hint
                if hint.en
                else Wording(f"已有：{'、'.join(listing)}", f"there are: {', '.join(listing)}")
            )
        return scope.inks[raw] if self.to == "inks" else raw


class Template(Struct, frozen=True):
    """The template of a fixed line; `fields` are the ones it may use."""

    fields: Collection[str]

    def expects(self) -> Wording:
        """What a value must be, as the end of a sentence that refuses one."""
        return Wording("模板文字", "a template")

    def read(self, raw: object, scope: Scope) -> str:
        """The template as written."""
        text = Words().read(raw, scope)
        try:
            used = fields_of(text)
        except TemplateError as error:
            raise Refused(Wording(error.zh, error.en)) from None
        for name in used:
            if name not in self.fields:
                known = Wording(f"没有字段 {{{name}}}", f"there is no field {{{name}}}")
                raise Refused(_joined(known, suggestion(name, self.fields)))
        return text


def _joined(first: Wording, second: Wording) -> Wording:
    return Wording(f"{first.zh}；{second.zh}", f"{first.en}; {second.en}") if second.en else first


def suggestion(raw: object, known: Collection[str]) -> Wording:
    """A clause that names the nearest of the known words, or nothing.

    Imports difflib here: it is wanted after a mistake alone.
    """
    from difflib import get_close_matches

    by_folded = {_folded(word): word for word in known}
    found = get_close_matches(_folded(str(raw)), list(by_folded), n=1, cutoff=0.6)
    return (
        Wording(f"是不是 {by_folded[found[0]]}？", f"did you mean {by_folded[found[0]]}?")
        if found
        else NOTHING
    )


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_")
