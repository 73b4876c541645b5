"""Which words hyphens part at the ends of a line."""

from __future__ import annotations

from layouts.page.item import Parted
from layouts.text.line_room import Broken
from layouts.text.opportunities import HYPHEN
from layouts.text.prepare import Prepared


def parted(prepared: Prepared, line: Broken) -> Parted | None:
    """What a line has of words that run over its ends; None where it has whole words only."""
    string, start, end = prepared.string, line.start, line.end
    goes_on = start > 0 and prepared.breaks[start] == HYPHEN
    if not goes_on and not line.hyphen:
        return None
    # it may end before its line does, or go on over the line's end
    told = min(_word(string, start)[1], end) - start if goes_on else 0
    first, last = _word(string, end) if line.hyphen else (end, end)
    if goes_on and first < start:  # the middle of a word over three lines
        return Parted(told, 0, "")
    return Parted(told, end - first, string[first:last])


def _word(string: str, within: int) -> tuple[int, int]:
    """From where to where the Latin letters go that stand at both sides of a place."""
    first = last = within
    while first > 0 and string[first - 1].isascii() and string[first - 1].isalpha():
        first -= 1
    while last < len(string) and string[last].isascii() and string[last].isalpha():
        last += 1
    return first, last
