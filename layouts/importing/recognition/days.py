"""Days as manuscripts write them: 2026年3月12日, 2026-03-12 10:20, 二〇二六年三月十二日."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from layouts.manuscript.numerals import whole_number

_YEAR = r"(?:19|20|１９|２０)\d{2}|[一二][〇零○Ｏ0九一二三四五六七八]{3}"
_COUNT = r"\d{1,2}|[一二三四五六七八九十〇]{1,3}"
_DAY = rf"({_YEAR})\s*[年./\-－—]\s*({_COUNT})\s*[月./\-－—]\s*({_COUNT})(?:\s*[日号]|(?!\d))"
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_WEEKDAY = r"[（(]?(?:星期|周)[一二三四五六日天][)）]?"
_SAID = re.compile(rf"{_DAY}(?:\s*{_WEEKDAY})?(?P<clock>\s*{_CLOCK})?")
_PARTIAL = re.compile(
    rf"(?:(?:{_YEAR})\s*年\s*(?:{_COUNT})\s*月|(?:{_COUNT})\s*月\s*(?:{_COUNT})\s*[日号])"
)
_OF_THE_YEAR = re.compile(rf"(?<![\d一二三四五六七八九十])({_COUNT})\s*月\s*({_COUNT})\s*[日号]")
_MONTHS, _DAYS = 12, 31

ToldDay = datetime.date | tuple[int, int]
"""A day as a text tells it: with its year, or month and day alone where it says no year."""


class Day(NamedTuple):
    """A day that stands in a text from `start` up to `end`; `timed` where the hour stands with
    it.
    """

    start: int
    end: int
    date: datetime.date
    timed: bool


def day_in(string: str) -> Day | None:
    """The first day of the calendar, year and all, that a text names."""
    for match in _SAID.finditer(string):
        date = _date(match)
        if date is not None:
            return Day(match.start(), match.end(), date, match["clock"] is not None)
    return None


def event_day(string: str) -> ToldDay | None:
    """The first day that a text names, with its year or as month and day: 11月8日, 十一月八日."""
    named = day_in(string)
    for match in _OF_THE_YEAR.finditer(string):
        if named is not None and named.start <= match.start():
            break
        month, day = (_number(part) for part in match.groups())
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
            return month, day
    return named.date if named is not None else None


def _date(match: re.Match[str]) -> datetime.date | None:
    """The day that year, month and day of a match name, None where the calendar has none such."""
    try:
        return datetime.date(*(_number(part) for part in match.groups()[:3]))
    except ValueError:
        return None


def _number(numeral: str) -> int:
    """Also of a numeral with the zero of another script: 二0二六."""
    return whole_number(
        numeral if numeral.isdecimal() else numeral.replace("Ｏ", "〇").replace("0", "〇")
    )


def is_partial_day(string: str) -> bool:
    """Whether a text is all a day without its year, or a month."""
    return _PARTIAL.fullmatch(string) is not None
