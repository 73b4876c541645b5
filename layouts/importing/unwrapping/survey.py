"""The lines of a text that stand for themselves, with what is around each."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from layouts.importing.unwrapping.widths import width_of

PAGE_TURN: Final = "\f"
"""What a line begins with that begins a page."""

SMALLEST_INDENT: Final = 1.5
"""Em from which space before a line is an indent; less is left over from the page."""

_SPACE_AHEAD: Final = re.compile(r"[\f \t\u00a0\u2000-\u200b\u3000\ufeff]*")


_SPACES: Final = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
_UNSEEN: Final = f"{string.whitespace}{_SPACES}\x00\x1a\x85\u2028\u2029\ufeff"
"""Characters around a line that are no part of it: spaces, and what shows nothing there."""

LONGEST: Final = 1000
"""Characters of a line that are looked at: no longer one was wrapped."""


def clipped(text: str) -> str:
    """What is looked at of a line: all of it, or the two ends of one that is very long."""
    return text if len(text) <= LONGEST else text[: LONGEST // 2] + text[-LONGEST // 2 :]


class SurveyedLine(NamedTuple):
    """A line with text: `number` counts from 1, `blanks` are the empty lines above, `turn` says
    that a page ended above. `width` has the indent in it.
    """

    text: str
    number: int
    indent: float
    width: float
    blanks: int
    turn: bool


def survey(lines: Sequence[str], left_out: frozenset[int] = frozenset()) -> list[SurveyedLine]:
    """The lines that have text, but those whose numbers are left out: at these a page turns."""
    return list(_surveyed(lines, left_out))


def _surveyed(lines: Sequence[str], left_out: frozenset[int]) -> Iterator[SurveyedLine]:
    blanks, turn = 0, False
    for number, line in enumerate(lines, 1):
        text = line.strip(_UNSEEN)
        turn = turn or number in left_out or line.startswith(PAGE_TURN)
        if not text:
            blanks += 1
        elif number not in left_out:
            indent = _indent(line)
            width = indent + width_of(clipped(text))
            yield SurveyedLine(text, number, indent, width, blanks, turn)
            blanks, turn = 0, False


def _indent(line: str) -> float:
    ahead = _SPACE_AHEAD.match(line)
    width = width_of(ahead[0]) if ahead and ahead[0] else 0.0
    return width if width >= SMALLEST_INDENT else 0.0
