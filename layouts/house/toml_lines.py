"""TOML texts with the line of each mistake and key: tomllib keeps no positions, so after an error
the text is scanned once more.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from typing import Any

from layouts.errors import BanxinError, Source
from layouts.messages.settings import KEY_NESTED_TOO_DEEP, TOML_BROKEN
from layouts.patterns import later

Place = tuple[str | int, ...]
"""Where a value stands in a document: keys, and positions in arrays."""

_BLANK = later(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = later(r"[A-Za-z0-9_-]+")
_STRING = later(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*"{3,5}'
    r"|'''(?:'{1,2}(?!')|[^'])*'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
_OTHER_VALUE = later(r"[^,\]}\n#]+")


DEEPEST = 12
"""Tables inside tables, by dots or brackets; layouts have three."""

_TOO_DEEP = later(
    r"""(?P<dots>(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"""
    rf"{{{DEEPEST}}})"
    r'|"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"*+'
    r"|'''(?:[^']|'{1,2}(?!'))*+'*+"
    r'|"(?:[^"\\\n]|\\.)*+"?+'
    r"|'[^'\n]*+'?+"
    r"|#[^\n]*+"
    r"|[\w-]++",
    re.DOTALL,
)
"""A key of too many parts, and what dots are no such thing in: tomllib walks down to each part of a
key from the top, once for every part.

Each alternative takes all it can and gives nothing back, so that a broken text is passed once,
too."""


def parsed(text: str, file: str, error: type[BanxinError]) -> dict[str, Any]:
    """The document of a TOML text; an `error` that names file and line where it is none."""
    # as hardly any is: no key runs over the end of its line
    dotted = any(line.count(".") >= DEEPEST for line in text.split("\n"))
    deep = (
        next((match for match in _TOO_DEEP().finditer(text) if match["dots"]), None)
        if dotted
        else None
    )
    if deep:
        source = Source(file, text.count("\n", 0, deep.start()) + 1)
        raise error(*KEY_NESTED_TOO_DEEP(most=DEEPEST), source)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:  # ValueError also for a number of 5,000 digits
        found = re.search(r"line (\d+), column (\d+)", str(wrong))
        line = int(found[1]) if found else text.rstrip().count("\n") + 1
        reason = str(wrong).split(" (at ")[0]
        raise error(*TOML_BROKEN(reason=reason), Source(file, line)) from None


def key_lines(text: str) -> dict[Place, int]:
    """Lines, counted from 1, of every table, key and array element of a valid TOML text."""
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.lines


def line_of(text: str, place: Place) -> int:
    """The line of a place, or of the nearest table around it; 1 where nothing of it is written."""
    lines = key_lines(text)
    return next(
        (lines[place[:depth]] for depth in range(len(place), 0, -1) if place[:depth] in lines), 1
    )


class _Scanner:
    """Guards the position in the text, and how many rows every array of tables has had so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Place, int] = {}
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._rows: Counter[Place] = Counter()

    def scan(self) -> None:
        table: Place = ()
        self._skip()
        while self.at < len(self.text):
            if self._take("[["):
                table = self._header(rows=True)
            elif self._take("["):
                table = self._header(rows=False)
            else:
                self._pair(table)
            self._skip()

    def _header(self, *, rows: bool) -> Place:
        start = self.at
        place: Place = ()
        keys = self._keys()
        for depth, key in enumerate(keys, 1):
            place = (*place, key)
            self._note(place, start)
            if rows and depth == len(keys):
                self._rows[place] += 1
            if place in self._rows:
                place = (*place, self._rows[place] - 1)
                self._note(place, start)
        self._take("]]" if rows else "]")
        return place

    def _pair(self, table: Place) -> None:
        start = self.at
        place = table
        for key in self._keys():
            place = (*place, key)
            self._note(place, start)
        self._take("=")
        self._skip()
        self._value(place)

    def _keys(self) -> list[str]:
        keys = [self._key()]
        while self._take("."):
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        self._skip()
        quoted = _STRING().match(self.text, self.at)
        match = quoted or _BARE_KEY().match(self.text, self.at)
        if match is None:
            raise ValueError(self.at)
        self.at = match.end()
        self._skip()
        return next(iter(tomllib.loads(f"{match[0]} = 0"))) if quoted else match[0]

    def _value(self, place: Place) -> None:
        if self._take("["):
            self._array(place)
        elif self._take("{"):
            self._inline_table(place)
        else:
            match = _STRING().match(self.text, self.at) or _OTHER_VALUE().match(self.text, self.at)
            self.at = match.end() if match else len(self.text)

    def _array(self, place: Place) -> None:
        index = 0
        self._skip()
        while self.at < len(self.text) and not self._take("]"):
            self._note((*place, index), self.at)
            self._value((*place, index))
            self._skip()
            self._take(",")
            self._skip()
            index += 1

    def _inline_table(self, place: Place) -> None:
        self._skip()
        while self.at < len(self.text) and not self._take("}"):
            self._pair(place)
            self._skip()
            self._take(",")
            self._skip()

    def _note(self, place: Place, at: int) -> None:
        """Only the first sight of a place counts: `[styles.body]` also opens `styles`."""
        self.lines.setdefault(place, bisect_left(self._line_ends, at) + 1)

    def _skip(self) -> None:
        match = _BLANK().match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.at)
        self.at += len(sign) if found else 0
        return found
