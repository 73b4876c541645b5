"""Automatic numbers, counted as Word does (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from layouts.importing.numbers import numbered
from layouts.importing.readers.docx.names import (
    attribute,
    below,
    child,
    children,
    inside,
    is_on,
    value,
    whole,
)
from layouts.importing.readers.docx.properties import (
    PLAIN_PARAGRAPH,
    ParagraphProperties,
    indents,
    run_properties,
)
from layouts.importing.readers.docx.signs import in_letters, is_known
from layouts.importing.xml_events import Element

LEVELS = 9
"""Levels of a list (17.9.6)."""

MOST_LISTS = 20_000
"""Lists of a document; each paragraph with a number of its own would have one."""

_BULLET = "•"
"""What stands for a bullet that is a picture, or a sign nobody knows."""

_HOLLOW, _HOLLOW_BULLET = "o", "◦"
"""Word's second bullet is a letter of a typewriter face that looks like a ring."""

LONGEST_TEXT = 100
"""Characters of what a level prints."""

_PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """How a level counts and what it prints: `text` with %1 … %9 for the numbers of levels.

    `restart` is the level, from 1, that begins it anew; None for any above it, 0 for none at all.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    is_hidden: bool = False
    of_style: str = ""
    places: str = ""
    indent: ParagraphProperties = PLAIN_PARAGRAPH


class Label(NamedTuple):
    """A number as printed, how its level indents the paragraph, and that level, from 1."""

    text: str
    indent: ParagraphProperties
    level: int = 0


class _List(NamedTuple):
    """A `w:num`: whose counters it shares, its levels, and where it begins anew when first met."""

    shared: str
    levels: tuple[Level, ...]
    begins: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, numbering_of: Callable[[str], int | None]) -> None:
        """`numbering_of` says which list a style of numbering stands for (17.9.21)."""
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        if root is not None:
            self._read(root, numbering_of)

    def level_of(self, number: int, styles: tuple[str, ...]) -> int | None:
        """The level of a list that belongs to the first of some styles that has one (17.9.23)."""
        found = self._lists.get(number)
        places = {
            level.of_style: place for place, level in enumerate(found.levels if found else ())
        }
        return next((places[style] for style in styles if style in places), None)

    def next(self, number: int, level: int) -> Label | None:
        """The number of the next paragraph of a list; None where there is no such list."""
        found = self._lists.get(number)
        if found is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        counts = self._counts.setdefault(found.shared, [None] * LEVELS)
        starts = [found.begins.get(place, each.start) for place, each in enumerate(found.levels)]
        begins_anew = level in found.begins and (number, level) not in self._begun
        self._begun.add((number, level))
        before = None if begins_anew else counts[level]
        counts[level] = starts[level] if before is None else before + 1
        for place in range(level + 1, LEVELS):
            if _restarts(found.levels[place], place, level):
                counts[place] = None
        for place in range(level):
            if counts[place] is None:  # a level passed over counts as begun, as in Word
                counts[place] = starts[place]
        shown = [count or 0 for count in counts]
        return Label(_printed(found.levels, level, shown), found.levels[level].indent, level + 1)

    def _read(self, root: Element, numbering_of: Callable[[str], int | None]) -> None:
        abstract: dict[str, Element] = {}
        for element in children(root, "w:abstractNum"):
            abstract.setdefault(attribute(element, "w:abstractNumId") or "", element)
        shared: dict[int, str] = {}
        for element in children(root, "w:num"):
            number = whole(attribute(element, "w:numId"))
            if number is not None and len(shared) < MOST_LISTS:
                shared[number] = value(element, "w:abstractNumId") or ""
        levels = {name: _levels(element) for name, element in abstract.items()}
        links = {name: value(element, "w:numStyleLink") for name, element in abstract.items()}
        for element in children(root, "w:num"):
            number = whole(attribute(element, "w:numId"))
            name = shared.get(number if number is not None else -1)
            if number is None or name not in levels or number in self._lists:
                continue
            if link := links[name]:
                linked = shared.get(numbering_of(link) or -1, name)
                name = linked if linked in levels else name
            self._lists[number] = _list(element, name, levels[name])


def _restarts(level: Level, place: int, met: int) -> bool:
    """Whether a level begins anew after a paragraph of the level `met` (17.9.10)."""
    return met < (place if level.restart is None else min(level.restart, place))


def _printed(levels: tuple[Level, ...], place: int, counts: list[int]) -> str:
    """A level's text with its numbers; legal numbering has all of them in digits (17.9.4)."""
    level = levels[place]
    if level.is_hidden:
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        style = levels[at].style
        if level.is_legal and style not in ("none", "bullet"):
            style = "decimal"
        if style == "custom":
            return str(counts[at]).zfill(len(levels[at].places))
        return numbered(counts[at], style)

    return _PLACE.sub(number, level.text)


def _list(element: Element, shared: str, levels: tuple[Level, ...]) -> _List:
    """A `w:num` with what it overrides (17.9.8)."""
    begins: dict[int, int] = {}
    own = list(levels)
    for override in children(element, "w:lvlOverride"):
        place = whole(attribute(override, "w:ilvl"))
        if place is None or not 0 <= place < LEVELS:
            continue
        begin = whole(value(override, "w:startOverride"))
        if begin is not None:
            begins[place] = begin
        level = child(override, "w:lvl")
        if level is not None:
            own[place] = _level(level)
    return _List(shared, tuple(own), begins)


def _levels(element: Element) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for level in children(element, "w:lvl"):
        place = whole(attribute(level, "w:ilvl"))
        if place is not None and 0 <= place < LEVELS:
            levels[place] = _level(level)
    return tuple(levels)


def _level(element: Element) -> Level:
    style, places = _counting(element)
    legal = child(element, "w:isLgl")
    start = whole(value(element, "w:start"))
    properties = run_properties(child(element, "w:rPr"))
    left, left_chars, first, first_chars = indents(below(element, "w:pPr", "w:ind"))
    return Level(
        start=0 if start is None else start,
        style=style,
        text=_text(element, style, properties.font or ""),
        restart=whole(value(element, "w:lvlRestart")),
        is_legal=legal is not None and is_on(legal),
        is_hidden=bool(properties.hidden),
        of_style=value(element, "w:pStyle") or "",
        places=places,
        indent=ParagraphProperties(
            left=left, left_chars=left_chars, first=first, first_chars=first_chars
        ),
    )


def _counting(element: Element) -> tuple[str, str]:
    """How a level counts.

    A format of its own (“001, 002, …”) stands in an alternative that old programs pass over.
    """
    for found in inside(element, "w:numFmt"):
        said = attribute(found, "w:val") or "decimal"
        if said != "custom":
            return said, ""
        example = (attribute(found, "w:format") or "").partition(",")[0].strip()
        if example.isdecimal() and len(example) <= LEVELS:
            return said, example
    return "decimal", ""


def _text(element: Element, style: str, font: str) -> str:
    text = (value(element, "w:lvlText") or "")[:LONGEST_TEXT]
    if child(element, "w:lvlPicBulletId") is not None:
        return _BULLET
    if style != "bullet":
        return text
    if text == _HOLLOW:
        return _HOLLOW_BULLET
    signs = in_letters(font, text)
    return signs if is_known(signs) else _BULLET
