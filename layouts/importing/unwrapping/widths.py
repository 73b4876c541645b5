"""How wide characters and the first word of a line are, in em of the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from layouts.importing.unwrapping.marks import FORBIDDEN_AT_END, FORBIDDEN_AT_START

TAB_WIDTH: Final = 2.0
"""What a tab counts: programs differ, and nothing hangs on it but that it is a gap."""

WIDE, NARROW, _TAB, _NOTHING = "W", "N", "T", "0"
_WIDE_CATEGORIES: Final = frozenset(
    {"Lo", "Lm", "So", "No", "Nl", "Po", "Ps", "Pe", "Pi", "Pf", "Pd", "Sm", "Sk", "Zs", "Co"}
)
"""Categories whose characters of ambiguous width (UAX #11) Chinese faces draw wide: quotes, dashes,
circled numbers; Greek and Cyrillic letters are not among them."""


class _WidthLetters(dict[int, str]):
    """A translation table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _width_letter(chr(code))
        return letter


def _width_letter(char: str) -> str:
    if char == "\t":
        return _TAB
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cc", "Cf"):
        return _NOTHING
    kind = unicodedata.east_asian_width(char)
    if kind in "WF" or (kind == "A" and category in _WIDE_CATEGORIES):
        return WIDE
    return NARROW


_TABLE: Final = _WidthLetters()


def width_letters(text: str) -> str:
    """A letter for each character: `W` wide, `N` narrow, `T` a tab, `0` without width."""
    return text.translate(_TABLE)


HALF: Final = 0.5
"""The width of a narrow character where the text was set."""

WHOLE: Final = 1.0
"""Its width where a program broke the text, which counted characters."""


def width_of(text: str, narrow: float = HALF) -> float:
    """The width of a text: wide characters count 1, narrow ones `narrow`."""
    return width_of_letters(width_letters(text), narrow)


def width_of_letters(letters: str, narrow: float = HALF) -> float:
    """The same of what `width_letters` gives."""
    return letters.count(WIDE) + letters.count(NARROW) * narrow + letters.count(_TAB) * TAB_WIDTH


@lru_cache(4096)
def _unit_width(head: str, narrow: float) -> float:
    end = 0
    while end < len(head) - 1 and head[end] in FORBIDDEN_AT_END:
        end += 1
    in_word = is_word_character(head[end])
    end += 1
    while in_word and end < len(head) and is_word_character(head[end]):
        end += 1
    while end < len(head) and head[end] in FORBIDDEN_AT_START:
        end += 1
    return width_of(head[:end], narrow)


LONGEST_UNIT: Final = 24
"""Characters of a line's start that are looked at: longer words are broken somewhere."""


def first_unit(text: str, narrow: float = HALF) -> float:
    """The width of what stands together at the start of a line: a Hanzi or a Latin word, with the
    marks that cannot be parted from it (避头尾). So much room the line above did not have.
    """
    return _unit_width(text[:LONGEST_UNIT], narrow)


def is_word_character(char: str) -> bool:
    """Whether a character is one of a word or number that Chinese setting keeps on a line."""
    return (
        char.isascii() and (char.isalnum() or char in "-_./%@&'+#:$")
    ) or "\u00c0" <= char <= "\u024f"
