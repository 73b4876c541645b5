"""What a cell of a spreadsheet shows: its value in its number format (ECMA-376 Part 1, 18.8.31), as
far as the figures, shares and days of a newsletter use it.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeAlias

GENERAL: Final = "General"

FIGURES = 11
"""Figures that a cell without a format shows of a number, as Excel does."""

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
"""What stands for itself: in quotes, behind a backslash, or a sign of money."""

_NO_SIGN = re.compile(r"\[[^\]]*\]|_.|\*.")
"""Colours and conditions, blanks as wide as a character, fillers."""

_NUMBER = re.compile(r"(?:[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+),*")
_DATE_PART = re.compile(
    r"yyyy|yy|m{1,5}|d{1,4}|h{1,2}|s{1,2}|am/pm|上午/下午|aaaa|aaa", re.IGNORECASE
)
_OF_THE_SYSTEM = frozenset({"mm-dd-yy", "m/d/yy", "m/d/yyyy", "mm/dd/yyyy"})
"""Day formats that a Chinese Windows shows as 2026/11/1, whatever the file says."""

_WEEKDAYS = "一二三四五六日"

Day: TypeAlias = "datetime.date | datetime.time"
"""A day, with its hour or without, or an hour alone."""

CellValue: TypeAlias = "str | float | bool | Day | datetime.timedelta | None"


CELL_VALUES: Final = (str, int, float, datetime.date, datetime.time, datetime.timedelta)
"""What stands in cells; anything else is a formula that fills several."""


def shown(value: CellValue, number_format: str) -> str:
    """The characters of a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return _day(value, number_format)


# -- numbers ---------------------------------------------------------------------------------------


def _number(value: float, number_format: str) -> str:
    sections = _sections(number_format)
    if number_format == GENERAL or not sections[0]:
        return _plain(value)
    if value < 0 and len(sections) > 1:
        return _in_section(-value, sections[1])
    if value == 0 and len(sections) > 2:
        return _in_section(value, sections[2])
    return _in_section(value, sections[0])


def _sections(number_format: str) -> list[str]:
    """Formats of positive numbers, negative ones and zero; what is quoted parts none."""
    bare = _LITERAL.sub(lambda found: found[0].replace(";", "\0"), number_format)
    return [part.replace("\0", ";") for part in bare.split(";")]


def _in_section(value: float, section: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] or found[2] or found[3] or "")
        return chr(_PRIVATE + len(kept) - 1)

    bare = _NO_SIGN.sub("", _LITERAL.sub(keep, section))
    if GENERAL in bare:
        said = bare.replace(GENERAL, _plain(value))
    elif "E+" in bare.upper() or "/" in bare:
        said = _plain(value)
    else:
        said = _figures(value, bare)
    return "".join(
        kept[ord(one) - _PRIVATE] if 0 <= ord(one) - _PRIVATE < len(kept) else one for one in said
    ).strip()


_PRIVATE = 0xE000
"""Characters from here on stand for what is quoted, as long as the rest is looked at."""


def _figures(value: float, bare: str) -> str:
    """A number in the places of a section: ,0.0# and shares."""
    found = _NUMBER.search(bare)
    if found is None:
        return bare
    # each comma behind the places takes three of them away
    pattern, _, places = found[0].rstrip(",").partition(".")
    thousands = len(found[0]) - len(found[0].rstrip(","))
    number = Decimal(repr(value)) * 100 ** bare.count("%") / Decimal(1000) ** thousands
    rounded = abs(number).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    whole, _, rest = format(rounded, "f").partition(".")
    least = sum(place == "0" for place in places)
    while len(rest) > least and rest.endswith("0"):
        rest = rest[:-1]
    whole = whole.lstrip("0").rjust(pattern.count("0"), "0")
    if "," in pattern:
        head = len(whole) % 3
        whole = ",".join(filter(None, (whole[:head], *re.findall("...", whole[head:]))))
    sign = "-" if number < 0 and rounded else ""
    said = f"{whole}.{rest}" if rest else whole
    return f"{bare[: found.start()]}{sign}{said}{bare[found.end() :]}"


def _plain(value: float) -> str:
    """A number as a cell without a format shows it."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return format(Decimal(f"{value:.{FIGURES}g}"), "f").rstrip("0").rstrip(".")


# -- days and hours --------------------------------------------------------------------------------


def _day(value: Day, number_format: str) -> str:
    section = _NO_SIGN.sub("", number_format.partition(";")[0])
    if not _DATE_PART.search(section):
        section = "yyyy/m/d" if isinstance(value, datetime.date) else "h:mm"
    if section.lower() in _OF_THE_SYSTEM:
        section = "yyyy/m/d"
    halves = bool(re.search("am/pm|上午/下午", section, re.IGNORECASE))
    out: list[str] = []
    before = ""
    at = 0
    for found in re.finditer(f"{_LITERAL.pattern}|{_DATE_PART.pattern}", section, re.IGNORECASE):
        out.append(section[at : found.start()])
        at = found.end()
        if any(found.groups()) or found[0] == '""':
            out.append(found[1] or found[2] or found[3] or "")
            continue
        part = found[0].lower()
        following = _DATE_PART.search(section, at)
        if part in ("m", "mm") and (
            before.startswith("h") or (following is not None and following[0].lower()[0] == "s")
        ):
            part = part.replace("m", "n")
        out.append(_part(value, part, halves=halves))
        before = part
    return "".join((*out, section[at:])).strip()


def _part(value: Day, part: str, *, halves: bool) -> str:
    """A part of a day or an hour; n for minutes."""
    hour = getattr(value, "hour", 0)
    if part in ("am/pm", "上午/下午"):
        return ("上午", "下午")[hour >= 12]
    numbers = {
        "y": getattr(value, "year", 1900),
        "m": getattr(value, "month", 1),
        "d": getattr(value, "day", 1),
        "h": (hour - 1) % 12 + 1 if halves else hour,
        "n": getattr(value, "minute", 0),
        "s": getattr(value, "second", 0),
    }
    if part[0] == "a" or part in ("ddd", "dddd"):
        weekday = _WEEKDAYS[value.weekday()] if isinstance(value, datetime.date) else ""
        return weekday if part in ("aaa", "ddd") else f"星期{weekday}"
    number = numbers[part[0]]
    if part == "yy":
        return f"{number % 100:02}"
    return f"{number:02}" if part in ("mm", "dd", "hh", "nn", "ss") else str(number)
