"""Every key of a publication's file, declared once, as those of layouts are; reading, the sentences
of mistakes and docs/publications.md go by it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from layouts.house.declaring import AnyKind, Rows, Setting, SettingsTable
from layouts.house.kinds import Choice, Flag, Refused, Scope, Whole, Words, choice_of
from layouts.issue.fields import Field, FieldKind
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import COLOPHON, MASTHEAD, PROFILES, Colophon, Masthead
from layouts.messages.message import Sentence
from layouts.messages.publication import (
    A_DAY,
    A_LIST_OF_WORDS,
    DAYS_OF_THE_MONTH,
    LINES_OF_WORDS,
    SOME_WORDS,
    VALUES_OF_SETTINGS,
)
from layouts.publication.publication import (
    Appears,
    Counting,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
)

LONGEST = 200
"""Characters of a value; a receiver, a section's name and a file's are shorter by far."""

MOST = 200
"""Sections, receivers of one group, files: what no newsletter comes near."""

LARGEST_NUMBER = 99_999
"""A daily counts so many in 270 years."""

RECEIVER_JOINT = "，"
"""Between receivers of one group (GB/T 9704-2012 7.4.2: 抄送机关之间用逗号隔开)."""

OF_ISSUES = frozenset({"publication", "number", "total", "date", "series", "print_date"})
"""Fields that are each issue's own, or the publication's name."""


class ValueWords(Struct, frozen=True):
    """A string on one line that is not blank."""

    longest: int = LONGEST

    def expects(self) -> Sentence:
        """What it takes."""
        return SOME_WORDS(longest=self.longest)

    def read(self, raw: object, scope: Scope) -> str:
        """The string without spaces around it."""
        words = Words(longest=self.longest).read(raw, scope).strip()
        if not words or not words.isprintable():
            raise Refused
        return words


class ListOfWords(Struct, frozen=True):
    """A list of such strings."""

    def expects(self) -> Sentence:
        """What it takes."""
        return A_LIST_OF_WORDS(longest=LONGEST)

    def read(self, raw: object, scope: Scope) -> tuple[str, ...]:
        """The strings in their order."""
        if not isinstance(raw, list) or len(cast("list[object]", raw)) > MOST:
            raise Refused
        return tuple(ValueWords().read(one, scope) for one in cast("list[object]", raw))


class Receivers(Struct, frozen=True):
    """One group of receivers: a list of them, a line each in a diff, or all in one string."""

    def expects(self) -> Sentence:
        """What it takes."""
        return LINES_OF_WORDS(longest=LONGEST)

    def read(self, raw: object, scope: Scope) -> str:
        """All of them as the colophon prints them."""
        if isinstance(raw, list):
            return RECEIVER_JOINT.join(ListOfWords().read(cast("list[object]", raw), scope))
        return Words(longest=10 * LONGEST).read(raw, scope)


class WholeDay(Struct, frozen=True):
    """A date, as TOML has them."""

    def expects(self) -> Sentence:
        """What it takes."""
        return A_DAY()

    def read(self, raw: object, scope: Scope) -> datetime.date:
        """The day. Refused where it is none, or has a time."""
        if not isinstance(raw, datetime.date) or isinstance(raw, datetime.datetime):
            raise Refused
        return raw


class DaysOfTheMonth(Struct, frozen=True):
    """Days of the month on which issues appear."""

    def expects(self) -> Sentence:
        """What it takes."""
        return DAYS_OF_THE_MONTH()

    def read(self, raw: object, scope: Scope) -> tuple[int, ...]:
        """The days in their order, each once."""
        if not isinstance(raw, list) or not raw:
            raise Refused
        days = {Whole(1, 31).read(day, scope) for day in cast("list[object]", raw)}
        return tuple(sorted(days))


class LayoutSettings(Struct, frozen=True):
    """What the layout opens to editors: checked with the layout, when an issue is made."""

    def expects(self) -> Sentence:
        """What it takes."""
        return VALUES_OF_SETTINGS()

    def read(self, raw: object, scope: Scope) -> Mapping[str, object]:
        """The table as it is."""
        if not isinstance(raw, dict):
            raise Refused
        return cast("dict[str, object]", raw)


def _kind(field: Field) -> AnyKind:
    match field.kind:
        case FieldKind.NUMBER | FieldKind.COPIES:
            return Whole(0, 10_000_000)
        case FieldKind.DATE:
            return WholeDay()
        case FieldKind.RECEIVERS:
            return Receivers()
        case FieldKind.TEXT:
            return Words(longest=LONGEST)


def _setting(field: Field) -> Setting:
    text = field.kind in (FieldKind.TEXT, FieldKind.RECEIVERS)
    return Setting(_kind(field), field.meaning, "" if text else None)


MASTHEAD_FIELDS = tuple(field for field in MASTHEAD if field.name not in OF_ISSUES)
COLOPHON_FIELDS = tuple(
    field
    for field in COLOPHON
    if field.kind is not FieldKind.RECEIVERS and field.name not in OF_ISSUES
)
RECEIVER_FIELDS = tuple(field for field in COLOPHON if field.kind is FieldKind.RECEIVERS)
"""Fields whose values new issues begin with; receivers have a table of their own."""

MASTHEAD_TABLE = SettingsTable({field.name: _setting(field) for field in MASTHEAD_FIELDS}, Masthead)
COLOPHON_TABLE = SettingsTable({field.name: _setting(field) for field in COLOPHON_FIELDS})
DISTRIBUTION = SettingsTable({field.in_templates: _setting(field) for field in RECEIVER_FIELDS})

SECTION = SettingsTable(
    {
        "name": Setting(ValueWords(60), "its name, without 【】"),
        "who": Setting(Words(longest=LONGEST), "who answers for it", ""),
        "optional": Setting(Flag(), "whether an issue may be without it", False),
    },
    FixedSection,
)

BEFORE = SettingsTable(
    {
        "number": Setting(Whole(0, LARGEST_NUMBER), "its number", None),
        "total": Setting(Whole(0, LARGEST_NUMBER), "its total number", None),
        "date": Setting(WholeDay(), "its date", None),
    },
    LastBefore,
)

NUMBERING = SettingsTable(
    {
        "count": Setting(
            choice_of(Counting),
            "`year`: 1 again in every year; `through`: numbers go on",
            str(Counting.YEAR),
        ),
        "total": Setting(Flag(), "whether issues have a total number (总期) as well", True),
        "supplements": Setting(
            choice_of(Counting), "how 增刊 are counted, by themselves", str(Counting.YEAR)
        ),
        "appears": Setting(
            choice_of(Appears),
            "`weekly` on `weekday`, every few `days`, `monthly` on `month_days`, or `irregular`",
            str(Appears.IRREGULAR),
        ),
        "weekday": Setting(Whole(1, 7), "1 is Monday", 1),
        "days": Setting(Whole(1, 366), "days from one issue to the next", 7),
        "month_days": Setting(DaysOfTheMonth(), "31 is also the last day of a shorter month", [1]),
        "before": Setting(BEFORE, "the last issue made before this folder counted", {}),
    },
    NumberingRule,
)


def _publication(
    masthead: Masthead,
    colophon: Mapping[str, object],
    distribution: Mapping[str, object],
    **values: object,
) -> Publication:
    receivers = {field.name: distribution[field.in_templates] for field in RECEIVER_FIELDS}
    made = Colophon(**colophon, **receivers)  # pyright: ignore[reportArgumentType], read by their kinds
    return Publication(**values, masthead=masthead, colophon=made)  # pyright: ignore[reportArgumentType], the same


PUBLICATION = SettingsTable(
    {
        "name": Setting(ValueWords(60), "its name 刊名"),
        "layout": Setting(
            ValueWords(), "a layout by its name, or `layout.toml` of this folder", USUAL_LAYOUT
        ),
        "profile": Setting(Choice(tuple(PROFILES)), "`internal` for 内部资料, else empty", ""),
        "contents": Setting(Flag(), "whether issues have a list of contents", True),
        "words": Setting(ListOfWords(), "word lists, files of this folder", []),
        "presets": Setting(
            ListOfWords(), "export presets by their names, or files of this folder", []
        ),
        "numbering": Setting(NUMBERING, "how issues are counted and when they appear", {}),
        "settings": Setting(LayoutSettings(), "what the layout opens to editors", {}),
        "masthead": Setting(MASTHEAD_TABLE, "what the masthead of a new issue says", {}),
        "colophon": Setting(COLOPHON_TABLE, "what the colophon of a new issue says", {}),
        "distribution": Setting(DISTRIBUTION, "who gets it 报、送、发", {}),
        "sections": Setting(Rows(SECTION), "the sections in their order", []),
    },
    _publication,
)
"""A publication's file."""
