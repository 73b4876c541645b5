"""Automatic numbers of OpenDocument: list styles, and how far each list has counted
(ODF 1.3, part 3, 5.3 and 16.31).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct, field

from layouts.importing.numbers import LARGEST, numbered
from layouts.importing.readers.odt.names import attribute, child, kind, whole
from layouts.importing.symbols import is_symbol_font, symbol
from layouts.importing.xml_events import Element

LEVELS = 10
MOST_LISTS = 50_000
"""List styles and lists of a document; a hundred pages have some hundred."""

_USUAL_BULLET = "•"

_PLACE = re.compile(r"%(\d{1,2})%")

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "壱, 弐, 参, ...": "japaneseLegal",
    "〇, 一, 二, ...": "ideographDigital",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "甲子, 乙丑, 丙寅, ...": "ideographZodiacTraditional",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
    "ア, イ, ウ, ...": "aiueoFullWidth",
    "イ, ロ, ハ, ...": "irohaFullWidth",
    "가, 나, 다, ...": "ganada",
    "01, 02, 03, ...": "decimalZero",
    "1st, 2nd, 3rd, ...": "ordinal",
}
"""`style:num-format` with what LibreOffice adds (its DefaultNumberingProvider), each by the name
`layouts.importing.numbers` has for it.
"""


class ListLevel(NamedTuple):
    """How a level counts and what it prints: `pattern` has %1% … for the numbers of levels."""

    style: str = "none"
    pattern: str = ""
    start: int = 1
    bullet: str = ""


_NO_LEVEL = ListLevel()


class OdtList(Struct):
    """A list that is being counted: how far each level is, 0 where it has not begun."""

    style: str
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)
    begun: list[bool] = field(default_factory=lambda: [False] * LEVELS)


class OdtLists:
    """List styles, and the lists counted so far."""

    def __init__(self) -> None:
        self._styles: dict[str, list[ListLevel]] = {}
        self._by_id: dict[str, OdtList] = {}
        self._last: dict[str, OdtList] = {}
        self._outline = OdtList("")
        self._outline_levels: list[ListLevel] = [_NO_LEVEL] * LEVELS

    def take(self, element: Element) -> None:
        """A `text:list-style` or `text:outline-style`."""
        levels = [_NO_LEVEL] * LEVELS
        for each in element:
            level = whole(attribute(each, "text:level"), 1, LEVELS)
            if level is not None:
                levels[level - 1] = _level(each, level)
        if kind(element) == "text:outline-style":
            self._outline_levels = levels
        elif len(self._styles) < MOST_LISTS:
            self._styles[attribute(element, "style:name")] = levels

    def begin(self, element: Element, style: str) -> OdtList:
        """A list at the outermost level, one that goes on where it says so."""
        ahead = self._by_id.get(attribute(element, "text:continue-list"))
        goes_on = attribute(element, "text:continue-numbering") == "true"
        if ahead is None and goes_on:
            ahead = self._last.get(style)
        found = ahead if ahead is not None else OdtList(style)
        if len(self._by_id) < MOST_LISTS:
            self._by_id[attribute(element, "xml:id")] = found
            self._last[style] = found
        return found

    def next(self, counted: OdtList, style: str, level: int, start: int | None) -> str:
        """The number of the next item at a level (from 1), printed."""
        levels = self._styles.get(style or counted.style, [])
        return _next(counted, levels or [_NO_LEVEL] * LEVELS, level, start)

    def heading(self, level: int, start: int | None, *, restarts: bool) -> str:
        """The number of the next heading by the outline of the document."""
        at = min(max(level, 1), LEVELS) - 1
        begins = self._outline_levels[at].start if restarts and start is None else start
        return _next(self._outline, self._outline_levels, level, begins)


def _next(counted: OdtList, levels: list[ListLevel], level: int, start: int | None) -> str:
    at = min(max(level, 1), LEVELS) - 1
    if start is not None:
        counted.counts[at] = start
    elif counted.begun[at]:
        counted.counts[at] += 1
    else:
        counted.counts[at] = levels[at].start
    counted.begun[at] = True
    for below in range(at + 1, LEVELS):
        counted.begun[below] = False
    return _printed(counted, levels, at)


def _printed(counted: OdtList, levels: list[ListLevel], at: int) -> str:
    """A level's text with its numbers. A level above that has not begun shows where it would."""
    level = levels[at]
    if level.bullet:
        return level.bullet

    def number(match: re.Match[str]) -> str:
        place = min(max(int(match[1]), 1), LEVELS) - 1
        shown = counted.counts[place] if counted.begun[place] else levels[place].start
        return numbered(shown, levels[place].style)

    return _PLACE.sub(number, level.pattern) if level.style != "none" else level.pattern


def _level(element: Element, level: int) -> ListLevel:
    what = kind(element)
    if what == "text:list-level-style-bullet":
        return ListLevel(bullet=_bullet(element))
    if what == "text:list-level-style-image":
        return ListLevel(bullet=_USUAL_BULLET)
    style = _FORMATS.get(attribute(element, "style:num-format"), "decimal")
    start = whole(attribute(element, "text:start-value"), 0, LARGEST)
    return ListLevel(style, _pattern(element, level, style), 1 if start is None else start)


def _bullet(element: Element) -> str:
    """The sign of a level; one of a symbol font as the character it looks like."""
    sign = attribute(element, "text:bullet-char") or _USUAL_BULLET
    properties = child(element, "style:text-properties")
    if properties is not None:
        named = (attribute(properties, name) for name in ("fo:font-family", "style:font-name"))
        font = next((name for name in named if is_symbol_font(name)), "")
        sign = "".join(symbol(font, character) for character in sign)
    return _USUAL_BULLET if any(_is_private(character) for character in sign) else sign


def _is_private(character: str) -> bool:
    """Whether nothing but a font of its own knows a character."""
    return "\ue000" <= character <= "\uf8ff"


def _pattern(element: Element, level: int, style: str) -> str:
    """What a level prints; files of others than LibreOffice say it by prefix, suffix and how many
    levels are shown.
    """
    said = attribute(element, "loext:num-list-format")
    if said:
        return said if style != "none" else _PLACE.sub("", said)
    shown = min(whole(attribute(element, "text:display-levels"), 1, LEVELS) or 1, level)
    places = range(level - shown + 1, level + 1)
    numbers = ".".join(f"%{place}%" for place in places) if style != "none" else ""
    prefix, suffix = attribute(element, "style:num-prefix"), attribute(element, "style:num-suffix")
    return f"{prefix}{numbers}{suffix}"
