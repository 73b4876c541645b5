"""Ellipses of Chinese text, six dots in two ems (GB/T 15834-2011, 4.11): “……”."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.characters import is_chinese, is_digit, is_hanzi, is_latin
from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

_DOTS = later(r"\.{3,}|。{3,}|[·・]{3,}|(?<!…)…(?!…)")
LONGEST = 6
"""Dots: more are a leader, or a line to write on."""


def ellipses(passage: TidyPassage) -> Iterator[Mending]:
    """Three dots and more, or half an ellipsis, beside Chinese."""
    if passage.is_foreign:
        return
    for match in _DOTS().finditer(passage.string):
        start, end = match.span()
        if not passage.is_guarded(start, end) and _is_meant(passage, start, end):
            yield Mending(start, end, "……")


def _is_meant(passage: TidyPassage, start: int, end: int) -> bool:
    string = passage.string
    before, after = string[start - 1 : start] if start else "", passage.after(end)
    if string[start] == "。":
        return True
    if string[start] == "…":
        return is_hanzi(before) and (not after or is_chinese(after))
    if end - start > LONGEST or _leads_to_page(string, end):
        return is_chinese(before) and is_hanzi(after) and end - start <= LONGEST
    if is_chinese(before) or (before in "\"'" and passage.chinese_before(start)):
        return not is_digit(after)
    if is_digit(before) or before == "%":
        return not after or is_chinese(after)
    return is_hanzi(after) and (not before or is_latin(before))


def _leads_to_page(string: str, end: int) -> bool:
    """Whether a page number follows and ends the line, as in a table of contents."""
    rest = string[end:].strip()
    return rest != "" and rest.isascii() and rest.isdigit()
