"""A day as an editor types it into a field: 2026-1-31, 20260131, 1/31, 二〇二六年一月三十一日."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Final

from layouts.manuscript.numerals import whole_number

EARLIEST_YEAR: Final = 1900
"""A smaller year is one that was mistyped: 0202 for 2026. None is taken for another."""

_YEAR: Final = r"\d{4}|[〇零○O0一二三四五六七八九]{4}"
_COUNT: Final = r"\d{1,2}|[〇零一二三四五六七八九十]{1,3}"
_MONTH_AND_DAY: Final = rf"(?P<month>{_COUNT})\s*[月./\-\s]\s*(?P<day>{_COUNT})\s*[日号]?"
_ENGLISH_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_ENGLISH_MONTH: Final = rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})[a-z]*\.?"

_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>{_YEAR})\s*[年./\-\s]\s*{_MONTH_AND_DAY}",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        _MONTH_AND_DAY,
        rf"(?P<day>\d{{1,2}})\s+{_ENGLISH_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
        rf"{_ENGLISH_MONTH}\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?",
    )
)


def typed_day(text: str, year: int) -> datetime.date | None:
    """The day that a text says; of one without a year, that day of `year`.

    None where it says none, or the calendar has no such day. A year of two digits says none: it
    would be guessed at.
    """
    written = unicodedata.normalize("NFKC", text).strip()
    match = next((match for form in _FORMS if (match := form.fullmatch(written))), None)
    if match is None:
        return None
    said = match.groupdict()
    named = _number(said["year"]) if said.get("year") else year
    if named < EARLIEST_YEAR:
        return None
    try:
        return datetime.date(named, _month(said["month"]), _number(said["day"]))
    except ValueError:  # no such day
        return None


def _month(said: str) -> int:
    english = said[:3].lower()
    return _ENGLISH_MONTHS.index(english) + 1 if english in _ENGLISH_MONTHS else _number(said)


def _number(numeral: str) -> int:
    """Also of a numeral with the zero of another script: 二O二六, 二0二六."""
    if numeral.isdecimal():
        return int(numeral)
    return whole_number(re.sub("[O0o]", "〇", numeral))
