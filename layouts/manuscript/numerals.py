"""Numbers and dates as manuscripts write them: 14, 十四, 2025-08-31, 2025 年 8 月 31 日,
二〇二五年八月三十一日.
"""

from __future__ import annotations

import datetime
import re

NUMERAL = r"(?:\d{1,6}|[〇零○一二三四五六七八九十百]{1,9})"
DATE = rf"({NUMERAL})\s*[年./-]\s*({NUMERAL})\s*[月./-]\s*({NUMERAL})\s*[日号]?"

_DIGITS = {
    character: value
    for value, characters in enumerate(("〇零○", *"一二三四五六七八九"))
    for character in characters
}
_POWERS = {"十": 10, "百": 100}


def whole_number(numeral: str) -> int:
    """The value of what `NUMERAL` matches: 一百二十三 is 123, 二〇二五 is 2025."""
    if numeral.isdecimal():
        return int(numeral)
    if not _POWERS.keys() & set(numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _POWERS:
            # 十二 is 12: nothing before 十 is one
            total, digit = total + (digit or 1) * _POWERS[character], 0
        else:
            digit = _DIGITS[character]
    return total + digit


def read_counted(text: str, pattern: str) -> int | None:
    """The number in a text that is all a number, or all `pattern` with a number for its {}."""
    if text.isdecimal() and len(text) <= 6:
        return int(text)
    match = re.fullmatch(pattern.replace("{}", NUMERAL), text)
    return whole_number(match[1]) if match else None


def read_day(text: str) -> datetime.date | None:
    """The day a text names, None where it names none or the calendar has no such day."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        match = re.fullmatch(DATE, text)
        return date_of(match) if match else None


def date_of(match: re.Match[str]) -> datetime.date | None:
    """The day a match of `DATE` names, None where the calendar has no such day."""
    try:
        return datetime.date(*(whole_number(part) for part in match.groups()))
    except ValueError:
        return None
