"""Which characters are Chinese, for rules that look at what stands beside a mark."""

from __future__ import annotations

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
"""Hanzi, as a class of a pattern."""

OPENING = "“‘《〈（【〔「『"
CLOSING = "”’》〉）】〕」』"
STOPS = "，。、；：！？"

_RANGES = (
    ("\u4e00", "\u9fff"),
    ("\u3400", "\u4dbf"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
    ("〇", "〇"),
)
_MARKS = frozenset(OPENING + CLOSING + STOPS + "…—％℃")


def is_hanzi(character: str) -> bool:
    """Whether a character is one Hanzi; not for an empty string."""
    return any(first <= character <= last for first, last in _RANGES)


def is_chinese(character: str) -> bool:
    """Whether a character is a Hanzi or a mark of Chinese text."""
    return is_hanzi(character) or character in _MARKS if character else False


def is_digit(character: str) -> bool:
    """Whether a character is one of 0–9."""
    return character != "" and character in "0123456789"


def is_latin(character: str) -> bool:
    """Whether a character is a Latin letter of ASCII."""
    return character.isascii() and character.isalpha()
