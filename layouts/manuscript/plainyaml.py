"""Front matter of nothing but `key: plain value` lines, some of them indented below a key, which is
most of it, read without the YAML library.

Importing the library takes 3 % of a short export, more than any other import that can be left out.
Whatever has a character that could mean something in YAML is left to it; a property test holds the
two to the same answers.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from layouts.errors import Source
from layouts.manuscript.values import Written

_LINE = re.compile(
    r"([ ]*)([^\W\d][\w-]*):(?: +([^\W_][\w ，。、（）《》“”·—-]*)| *)"
    r"|[ ]*(?:#.*)?"  # blank, or a comment
)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUE_OR_FALSE = {"true": True, "false": False}
_SPECIAL = frozenset(["y", "n", "yes", "no", "on", "off", "null", "true", "false"])


class Plain(Struct, frozen=True):
    """A key and its value, as written and as YAML types it; `inner` are the keys of a mapping."""

    key: str
    written: Written
    value: object
    source: Source
    inner: Sequence[Plain] = ()


class _KeyLine(Struct, frozen=True):
    """A line with a key; `written` is empty where the value stands below it."""

    indent: str
    key: str
    written: str
    source: Source


class _NotPlainError(Exception):
    """Something that the YAML library has to read."""


def read_plain(text: str, file: str, first_line: int) -> list[Plain] | None:
    """The keys in order, None where a line is not plain.

    `first_line` is the line of the file on which `text` begins.
    """
    try:
        return list(_entries(list(_lines(text, file, first_line))))
    except _NotPlainError:
        return None


def _lines(text: str, file: str, first_line: int) -> Iterator[_KeyLine]:
    for number, line in enumerate(text.rstrip("\n").split("\n"), first_line):
        match = _LINE.fullmatch(line)
        if not match or not line.isprintable():
            raise _NotPlainError
        if match[2]:
            yield _KeyLine(match[1], match[2], (match[3] or "").rstrip(" "), Source(file, number))


def _entries(lines: Sequence[_KeyLine]) -> Iterator[Plain]:
    """Each key at the margin, with the lines below it."""
    starts = [number for number, line in enumerate(lines) if not line.indent]
    if lines and starts[:1] != [0]:
        raise _NotPlainError
    for start, end in pairwise([*starts, len(lines)]):
        yield _entry(lines[start], lines[start + 1 : end])


def _entry(line: _KeyLine, below: Sequence[_KeyLine]) -> Plain:
    # either a value or lines below, all of them alike
    if bool(line.written) == bool(below) or len({one.indent for one in below}) > 1:
        raise _NotPlainError
    if line.key.lower() in _SPECIAL:
        raise _NotPlainError
    if line.written:
        return Plain(line.key, line.written, _typed(line.written), line.source)
    inner = [_entry(one, ()) for one in below]
    return Plain(
        line.key,
        {one.key: one.written for one in inner},
        {one.key: one.value for one in inner},
        line.source,
        inner,
    )


def _typed(written: str) -> str | int | bool | datetime.date:
    """The value of a plain scalar.

    _NotPlainError where YAML may see more in it: 010 is octal there, yes a truth.
    """
    # 8600 0101 and 12月: numbers have neither spaces nor Han to YAML
    if " " in written or not written.isascii():
        return written
    if _DAY.fullmatch(written):
        try:
            return datetime.date.fromisoformat(written)
        except ValueError:
            raise _NotPlainError from None
    if written in _TRUE_OR_FALSE:
        return _TRUE_OR_FALSE[written]
    if written.isdigit() and len(written) < 10 and (written[0] != "0" or written == "0"):
        return int(written)
    # 1e3, 12:30 and 0x1f are numbers to YAML
    if written[0].isdigit() or written.lower() in _SPECIAL:
        raise _NotPlainError
    return written
