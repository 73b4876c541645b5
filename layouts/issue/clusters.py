"""What a reader takes for one character (grapheme clusters, UAX #29): the caret stands before or
behind it, and nothing is put in between.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"


def next_stop(text: str, offset: int) -> int:
    """The next place after `offset` where the caret may stand: behind the whole of what a reader
    takes for one character.
    """
    stop = min(offset, len(text)) + 1
    while stop < len(text) and not is_stop(text, stop):
        stop += 1
    return min(stop, len(text))


def previous_stop(text: str, offset: int) -> int:
    """The last place before `offset` where the caret may stand."""
    stop = min(offset, len(text)) - 1
    while stop > 0 and not is_stop(text, stop):
        stop -= 1
    return max(stop, 0)


def is_stop(text: str, offset: int) -> bool:
    """Whether the caret may stand at `offset`: not inside a grapheme cluster (UAX #29, without its
    rare prepended marks).
    """
    if not 0 < offset < len(text):
        return True
    before, after = text[offset - 1], text[offset]
    # GB3 to GB5; below the combining marks nothing else extends
    if after < "\u0300":
        return not (before == "\r" and after == "\n")
    # GB9 and GB9a; a mark behind a line end stands on nothing
    if _extends(after):
        return unicodedata.category(before) in ("Cc", "Zl", "Zp")
    if before == _JOINER:
        # GB11: pictures joined to one (👩‍🚒)
        return not (_is_pictograph(after) and _follows_pictograph(text, offset - 1))
    if _is_flag(before) and _is_flag(after):
        # GB12, GB13: letters of flags go in pairs, counted from where their run begins
        return (offset - len(text[:offset].rstrip("".join(_FLAGS)))) % 2 == 0
    return not _is_one_syllable(before, after)


_FLAGS = tuple(map(chr, range(0x1F1E6, 0x1F200)))


def _extends(character: str) -> bool:
    """Marks that stand on the character before: accents, joiners, variation selectors, skin tones,
    tags.
    """
    if "\u4e00" <= character <= "\u9fff":
        return False
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in "\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_flag(character: str) -> bool:
    return _FLAGS[0] <= character <= _FLAGS[-1]


def _is_pictograph(character: str) -> bool:
    symbol = "\u2190" <= character <= "\u2bff" or "\U0001f000" <= character <= "\U0001faff"
    return character in "©®‼⁉™ℹ" or (symbol and not _is_flag(character))


def _follows_pictograph(text: str, joiner: int) -> bool:
    """Whether a picture, marks on it aside, stands before a joiner."""
    at = joiner - 1
    while at > 0 and _extends(text[at]) and text[at] != _JOINER:
        at -= 1
    return at >= 0 and _is_pictograph(text[at])


# GB6 to GB8; S is a syllable without, D one with a trailing consonant (LV, LVT)
_SYLLABLES = frozenset(zip("LLLLVVSSDT", "LVSDVTVTTT", strict=True))


def _is_one_syllable(before: str, after: str) -> bool:
    """Whether two letters belong to one Korean syllable: leading consonants, vowels and trailing
    consonants in this order.
    """
    return (_jamo(before), _jamo(after)) in _SYLLABLES


def _jamo(character: str) -> str:
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "S" if (code - 0xAC00) % 28 == 0 else "D"
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "L"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "V"
    return "T" if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB else ""
