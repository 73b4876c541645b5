"""Kinds of values a layout file holds: each reads what TOML or a front matter gives, and says what
it expects.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Protocol, cast

from msgspec import Struct

from fonts.roles import BETWEEN, role_of
from layouts.house.template import TemplateError, fields_of
from layouts.messages.lists import either, listed
from layouts.messages.message import Sentence
from layouts.messages.settings import (
    A_COLOUR,
    A_COLOUR_OR_TABLE,
    A_FACE_CHOICE,
    A_LENGTH,
    A_NUMBER,
    A_TEMPLATE,
    A_WHOLE_NUMBER,
    BOTH_CLAUSES,
    CHARACTERS_AT_MOST,
    CHARACTERS_OF_COUNTS,
    DID_YOU_MEAN,
    FROM_TO,
    LAST_IS_OURS,
    NAME_OF,
    NEVER_REACHED,
    NO_SUCH_FIELD,
    ONE_OF,
    ONE_OF_OR_FLAG,
    THERE_ARE,
    THERE_ARE_AFTER,
    THERE_IS,
    TRUE_OR_FALSE,
    UNSEEN_SIGN,
)
from layouts.page.item import Ink
from layouts.sound_text import unsound
from layouts.units import ZIHAO, parse_length

NOTHING = Sentence("", "")


class Refused(Exception):  # noqa: N818 - control flow between a kind and its reader, never seen outside
    """A value its kind does not take; `hint` says more than what was expected, as a clause."""

    def __init__(self, hint: Sentence = NOTHING) -> None:
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

    def expects(self) -> Sentence:
        """What it takes, to follow “must be”."""
        ...

    def read(self, raw: object, scope: Scope) -> object:
        """The value meant. Refused where it is none."""
        ...


def _span(low: float, high: float, unit: str = "") -> Sentence:
    return FROM_TO(low=low, unit=unit, high=high)


class Number(Struct, frozen=True):
    """A number from `low` to `high`."""

    low: float
    high: float

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high)
        return A_NUMBER(span=span)

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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high)
        return A_WHOLE_NUMBER(span=span)

    def read(self, raw: object, scope: Scope) -> int:
        """The number, as TOML has it. Refused where it is no whole one, or out of range."""
        if isinstance(raw, bool) or not isinstance(raw, int) or not self.low <= raw <= self.high:
            raise Refused
        return raw


class Flag(Struct, frozen=True):
    """A setting that is true or false."""

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return TRUE_OR_FALSE()

    def read(self, raw: object, scope: Scope) -> bool:
        """The value, as TOML has it. Refused where it is neither true nor false."""
        if not isinstance(raw, bool):
            raise Refused
        return raw


class Words(Struct, frozen=True):
    """A string without line breaks and whatever stands in no file of ours (`layouts.sound_text`);
    of one of the `lengths` where they are given.
    """

    lengths: tuple[int, ...] = ()
    longest: int = 200

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        if self.lengths:
            return CHARACTERS_OF_COUNTS(counts=either(map(str, self.lengths)))
        return CHARACTERS_AT_MOST(most=self.longest)

    def read(self, raw: object, scope: Scope) -> str:
        """The string. Refused where it is none, or of another length than asked for."""
        if not isinstance(raw, str) or len(raw) > self.longest:
            raise Refused
        if (code := _unseen(raw)) is not None:
            raise Refused(UNSEEN_SIGN(code=code))
        if self.lengths and len(raw) not in self.lengths:
            raise Refused
        return raw


def _unseen(text: str) -> int | None:
    """The first of a text that would end its line, steer what shows it or turn its direction: they
    come along with what is pasted, and nobody finds them without being told.
    """
    known = unsound()
    return next(
        (code for code in map(ord, text) if code < 32 or code in known or code in _LINE_ENDS), None
    )


_LINE_ENDS = frozenset({0x2028, 0x2029})
"""Line and paragraph separator: no controls, but they end a line."""


class Choice(Struct, frozen=True):
    """One word of a few."""

    options: tuple[str, ...]

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return ONE_OF(options=listed(self.options))

    def read(self, raw: object, scope: Scope) -> str:
        """The word as the options have it: members of an enumeration stay such."""
        if raw not in self.options:
            raise Refused(suggestion(raw, self.options))
        return self.options[self.options.index(str(raw))]


class ChoiceOrFlag(Choice, frozen=True):
    """One word of a few; true and false stand for two of them."""

    when_true: str
    when_false: str

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return ONE_OF_OR_FLAG(options=listed(self.options), yes=self.when_true, no=self.when_false)

    def read(self, raw: object, scope: Scope) -> str:
        """The word as the options have it."""
        if isinstance(raw, bool):
            raw = self.when_true if raw else self.when_false
        # not `super()`: a Struct is made anew, which it would miss
        return Choice.read(self, raw, scope)


class PartOfEm(Struct, frozen=True):
    """One of a few parts of an em, each a word: `0`, `1/8`; a number that is one of them is taken
    for it.
    """

    options: tuple[str, ...]

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return ONE_OF(options=listed(self.options))

    def read(self, raw: object, scope: Scope) -> float:
        """The part in em, as a number."""
        word = self.word(raw)
        if word is None:
            raise Refused
        return _part(word)

    def word(self, raw: object) -> str | None:
        """The word that a value stands for; None where it is none of them."""
        if isinstance(raw, str):
            return raw if raw in self.options else None
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            return None
        return next((word for word in self.options if abs(_part(word) - raw) < _HALF_WRITTEN), None)


_HALF_WRITTEN = 0.005
"""A sixth of an em is written 0.17, 0.167, 0.1667."""


def _part(word: str) -> float:
    over, _, under = word.partition("/")
    return int(over) / int(under or 1)


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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        span = _span(self.low, self.high, "pt")
        units = "pt, mm, cm, in, 字号" + (", em, rows" if self.relative else "")
        return A_LENGTH(span=span, units=units)

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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return A_COLOUR()

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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        table = '{ rgb = "#C8161D", cmyk = [0, 100, 100, 0], spot = true }'
        return A_COLOUR_OR_TABLE(table=table)

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

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return NAME_OF(thing=self)

    def read(self, raw: object, scope: Scope) -> object:
        """The name, or the ink it stands for."""
        known: Collection[str] = getattr(scope, self.to)
        if not isinstance(raw, str) or raw not in known:
            listing = sorted(known)
            hint = suggestion(raw, listing)
            raise Refused(hint if hint.en else THERE_IS(names=listed(listing)))
        return scope.inks[raw] if self.to == "inks" else raw


class FaceChoice(Struct, frozen=True):
    """One name of a face, or an array of names in order of preference, the last a face of ours.

    Reads to one string, the names joined by `|` (`fonts.roles`). Which faces there are is not
    asked: a layout reads alike on every machine. A lone name of others whose kind is known has ours
    of that kind behind it.
    """

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return A_FACE_CHOICE()

    def read(self, raw: object, scope: Scope) -> str:
        """The key that the catalogue of faces resolves."""
        names = cast("list[object]", raw) if isinstance(raw, list) else [raw]
        if not 0 < len(names) <= MOST_FACES:
            raise Refused
        read = [_face_name(name) for name in names]
        if known := [name for name in read[:-1] if name in scope.faces]:
            # ours are always there: what stands behind one is never asked
            raise Refused(NEVER_REACHED(name=known[0]))
        last = read[-1]
        if last in scope.faces:
            return BETWEEN.join(read)
        ours = role_of(last)
        if ours is None or ours not in scope.faces:
            listing = sorted(scope.faces)
            hint = suggestion(last, listing)
            raise Refused(hint if hint.en else LAST_IS_OURS(names=listed(listing)))
        return BETWEEN.join([*read, ours])


MOST_FACES, LONGEST_FACE_NAME = 8, 80


def _face_name(raw: object) -> str:
    """A name of a face as written, without blanks round it."""
    name = Words(longest=LONGEST_FACE_NAME).read(raw, NOWHERE).strip()
    if not name or BETWEEN in name:
        raise Refused
    return name


class Template(Struct, frozen=True):
    """The template of a fixed line; `fields` are the ones it may use."""

    fields: Collection[str]

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return A_TEMPLATE()

    def read(self, raw: object, scope: Scope) -> str:
        """The template as written."""
        text = Words().read(raw, scope)
        try:
            used = fields_of(text)
        except TemplateError as error:
            raise Refused(Sentence(error.zh, error.en)) from None
        for name in used:
            if name not in self.fields:
                known = NO_SUCH_FIELD(name=name)
                raise Refused(_joined(known, suggestion(name, self.fields)))
        return text


def _joined(first: Sentence, second: Sentence) -> Sentence:
    return BOTH_CLAUSES(first=first, second=second) if second.en else first


def suggestion(raw: object, known: Collection[str]) -> Sentence:
    """A clause that names the nearest of the known words, or nothing.

    Imports difflib here: it is wanted after a mistake alone.
    """
    from difflib import get_close_matches

    by_folded = {_folded(word): word for word in known}
    found = get_close_matches(_folded(str(raw)), list(by_folded), n=1, cutoff=0.6)
    return DID_YOU_MEAN(word=by_folded[found[0]]) if found else NOTHING


def there_are(hint: Sentence, names: Sentence) -> Sentence:
    """A clause that lists what there is, after the nearest of it."""
    return THERE_ARE_AFTER(hint=hint, names=names) if hint.en else THERE_ARE(names=names)


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_")
