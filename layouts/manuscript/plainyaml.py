"""Front matter of nothing but `key: plain value` lines, which is most of it, read without the YAML
library.

Importing the library takes 3 % of a short export, more than any other import that can be left out.
Whatever has a character that could mean something in YAML is left to it; a property test holds the
two to the same answers.
"""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

from layouts.errors import Source
from layouts.manuscript.values import Written

_LINE = re.compile(
    r"([^\W\d][\w-]*): +([^\W_][\w ，。、（）《》“”·—-]*)"
    r"|[ ]*(?:#.*)?"  # blank, or a comment
)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUE_OR_FALSE = {"true": True, "false": False}
_SPECIAL = frozenset(["y", "n", "yes", "no", "on", "off", "null", "true", "false"])


class Plain(Struct, frozen=True):
    """A key and its value, as written and as YAML types it."""

    key: str
    written: Written
    value: object
    source: Source


def read_plain(text: str, file: str, first_line: int) -> list[Plain] | None:
    """The keys in order, None where a line is not plain.

    `first_line` is the line of the file on which `text` begins.
    """
    found: list[Plain] = []
    for number, line in enumerate(text.rstrip("\n").split("\n"), first_line):
        match = _LINE.fullmatch(line)
        if not match or not line.isprintable():
            return None
        if match[1]:
            written = match[2].rstrip(" ")
            value = _typed(written)
            if value is None or match[1].lower() in _SPECIAL:
                return None
            found.append(Plain(match[1], written, value, Source(file, number)))
    return found


def _typed(written: str) -> str | int | bool | datetime.date | None:
    """The value of a plain scalar, None where YAML may see more in it: 010 is octal there, yes a
    truth.
    """
    if _DAY.fullmatch(written):
        try:
            return datetime.date.fromisoformat(written)
        except ValueError:
            return None
    if written in _TRUE_OR_FALSE:
        return _TRUE_OR_FALSE[written]
    if (
        written.isascii()
        and written.isdigit()
        and len(written) < 10
        and (written[0] != "0" or written == "0")
    ):
        return int(written)
    # 1e3, 12:30 and 0x1f are numbers to YAML
    return None if written[0].isdigit() or written.lower() in _SPECIAL else written
