"""Punctuation classes: one letter per character, so that rules about neighbours are regular
expressions over a string of letters.

The table is CLREQ 3.1 and GB/T 15834-2011 5.1, in machine form `punctuation-classes.tsv` of the
external suites.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import Final

OPEN, CLOSE, STOP, EXCLAIM, PAUSE = "O", "C", "T", "E", "P"
MIDDOT, CONNECT, SLASH, DASH, ELLIPSIS, DOUBLE = "M", "K", "X", "A", "I", "D"
IDEOGRAPH, LETTER, NUMERAL, SPACE, WIDE_SPACE = "H", "L", "N", "S", "Z"
LATIN_SIGN, WIDE_SIGN, POSTFIX, PREFIX, VARIATION = "W", "Y", "R", "Q", "V"
# lower case while undecided: `resolve_quotes` makes them O and C, or W where they are Latin
OPEN_QUOTE, CLOSE_QUOTE = "o", "c"
WIDE_PREFIX = "F"
CONTROL = "G"
GLUE = "B"
NEWLINE = "J"
"""A line that the editor ended (U+2028): like a space at the end of a line it is on none."""

EXTENDING = VARIATION + CONTROL
"""Classes that stand for nothing of their own beside neighbours: a mark, selector or joiner belongs
to the character before it.
"""

LATIN = "LNWRQX"
"""Classes that the Latin face sets unless a rule says otherwise; no gap opens inside a run of
them.
"""

CLOSING_MARKS = CLOSE + STOP + EXCLAIM + PAUSE
"""Classes of the marks that may close a sentence or a part of one."""

FULL_MARKS = "OCTEPDZM"
"""Full-width marks: typed spaces beside them are dissolved."""

OPENING = "《〈（【〖〔［｛「『〘〝｟“‘"
CLOSING = "》〉）】〗〕］｝」』〙〟｠”’"
"""The marks that come in pairs, quotes last, each at the place of its partner."""

_MEMBERS: dict[str, str] = {
    OPEN: OPENING[:-2],
    CLOSE: CLOSING[:-2],
    STOP: "。．",
    EXCLAIM: "！？",
    PAUSE: "，、；：",
    MIDDOT: "·‧・",
    CONNECT: "–‐～〜－",
    SLASH: "/／",
    DASH: "—⸺",
    ELLIPSIS: "…⋯‥",
    DOUBLE: "‼⁇⁈⁉",
    OPEN_QUOTE: OPENING[-2:],
    CLOSE_QUOTE: CLOSING[-2:],
    WIDE_SPACE: "\u3000",
    SPACE: " \t\u2002\u2003\u2009\n",
    GLUE: "\u00a0",
    NEWLINE: "\u2028",
    POSTFIX: "%‰℃°′″",
    PREFIX: "$¥№£€#",
    WIDE_PREFIX: "＃￥＄",
}

_BY_CHAR = {char: letter for letter, members in _MEMBERS.items() for char in members}

_SELECTORS = ((0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
"""Variation selectors, the Mongolian ones first (Unicode 16, PropList: Variation_Selector)."""

_SKIN_TONES = (0x1F3FB, 0x1F3FF)
"""Emoji modifiers: they extend the emoji before them (UAX #29, GB9)."""

_IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Characters that show nothing by nature (Unicode 16, DerivedCoreProperties:
Default_Ignorable_Code_Point).
"""

_FIRST_IGNORABLE = [first for first, _ in _IGNORABLE]
"""Where each of those ranges begins: one is looked up, since every character of a text is asked
about.
"""


def is_selector(char: str) -> bool:
    """Whether a character chooses a form of the one before it."""
    return _within(ord(char), _SELECTORS)


def is_ignorable(char: str) -> bool:
    """Whether a character shows nothing by nature, so that no face need have it."""
    code = ord(char)
    k = bisect_right(_FIRST_IGNORABLE, code)
    return k > 0 and code <= _IGNORABLE[k - 1][1]


def is_visible(char: str) -> bool:
    """Whether a reader would miss a character that was not printed: no space, no control, nothing
    that shows nothing by nature.
    """
    return not char.isspace() and unicodedata.category(char) != "Cc" and not is_ignorable(char)


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _is_ideograph(code: int) -> bool:
    """CSS Text 4's ideographs for autospace: Han, and U+3041–30FF, U+31C0–31FF but punctuation."""
    return (
        0x4E00 <= code <= 0x9FFF  # CJK Unified Ideographs
        or 0x3400 <= code <= 0x4DBF  # Extension A
        or 0x20000 <= code <= 0x3FFFF  # planes 2 and 3, which hold nothing else
        or 0xF900 <= code <= 0xFAFF  # compatibility ideographs
        or 0x2E80 <= code <= 0x2FDF  # radicals
        or 0x3041 <= code <= 0x30FF  # kana
        or 0x31C0 <= code <= 0x31FF  # strokes, more kana
        or code in (0x3005, 0x3007, 0x303B)  # 々 〇 〻
    )


def classify(char: str) -> str:
    """The class letter of one character.

    Quotes come out as `o` and `c`: which width they take depends on their neighbours.
    """
    if char in _BY_CHAR:
        return _BY_CHAR[char]
    code = ord(char)
    category = unicodedata.category(char)
    # asked before `is_ignorable`, which says yes to selectors as well
    if category in ("Mn", "Me") or _within(code, (*_SELECTORS, _SKIN_TONES)):
        return VARIATION
    if is_ignorable(char):
        return CONTROL
    # ゠ stands among the kana and is a mark
    if _is_ideograph(code) and not category.startswith("P"):
        return IDEOGRAPH
    wide = unicodedata.east_asian_width(char) in "FW"
    if category == "Nd" and not wide:
        return NUMERAL
    if category[0] in "LM" and not wide:
        return LETTER
    # Basic Latin to Latin Extended-B and General Punctuation: ± and † are signs of the Latin face,
    # → and ★ of the Chinese one
    if code < 0x250 or 0x2000 <= code <= 0x206F:
        return LATIN_SIGN
    return WIDE_SIGN


def seen_through(letters: str) -> tuple[str, list[int]]:
    """The letters of what stands for itself, without marks, selectors and joiners, and the index of
    each.
    """
    kept = [k for k, letter in enumerate(letters) if letter not in EXTENDING]
    return "".join(letters[k] for k in kept), kept


def letter_before(letters: str, k: int) -> str:
    """The letter of the character before index k, its marks and selectors seen through; empty where
    there is none.
    """
    return (
        # the empty slice before index 0 is "in" any string: it goes the long way and comes out
        # empty too
        letters[:k].rstrip(EXTENDING)[-1:]
        if letters[k - 1 : k] in EXTENDING
        else letters[k - 1 : k]
    )


def end_of(letters: str, k: int) -> int:
    """Where character k ends, with the marks, selectors and joiners that belong to it."""
    end = k + 1
    while end < len(letters) and letters[end] in EXTENDING:
        end += 1
    return end


class ClassTable(dict[int, str]):
    """A translation table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = 0x4E00 <= code <= 0x9FFF  # nearly all are: of these nothing more need be asked
        letter = self[code] = IDEOGRAPH if plain else classify(chr(code))
        return letter


CLASSES: Final = ClassTable()
"""The one table for all texts: what one has taught it no other asks again."""
