"""Punctuation classes: one letter per character, so that rules about neighbours are regular expressions over a string of letters.

The table is CLREQ 3.1 and GB/T 15834-2011 5.1, in machine form `punctuation-classes.tsv` of the external suites.
"""

from __future__ import annotations

import unicodedata

OPEN, CLOSE, STOP, EXCLAIM, PAUSE = "O", "C", "T", "E", "P"
MIDDOT, CONNECT, SLASH, DASH, ELLIPSIS, DOUBLE = "M", "K", "X", "A", "I", "D"
IDEOGRAPH, LETTER, NUMERAL, SPACE, WIDE_SPACE = "H", "L", "N", "S", "Z"
LATIN_SIGN, WIDE_SIGN, POSTFIX, PREFIX, VARIATION = "W", "Y", "R", "Q", "V"
OPEN_QUOTE, CLOSE_QUOTE = "o", "c"
WIDE_PREFIX = "F"
CONTROL = "G"
GLUE = "B"

LATIN = "LNWRQX"
"""Classes that the Latin face sets unless a rule says otherwise; no gap opens inside a run of them."""

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
    POSTFIX: "%‰℃°′″",
    PREFIX: "$¥№£€#",
    WIDE_PREFIX: "＃￥＄",
    CONTROL: "\u200b\u200c\u200d\ufeff\u2060\u00ad",
}

_BY_CHAR = {char: letter for letter, members in _MEMBERS.items() for char in members}


def _is_ideograph(code: int) -> bool:
    """CSS Text 4's ideographs for autospace: Han, and U+3041–30FF, U+31C0–31FF but punctuation."""
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x3FFFF
        or 0xF900 <= code <= 0xFAFF
        or 0x2E80 <= code <= 0x2FDF
        or 0x3041 <= code <= 0x30FF
        or 0x31C0 <= code <= 0x31FF
        or code in (0x3005, 0x3007, 0x303B)
    )


def classify(char: str) -> str:
    """The class letter of one character. Quotes come out as `o` and `c`: which width they take depends on their neighbours."""
    if char in _BY_CHAR:
        return _BY_CHAR[char]
    code = ord(char)
    category = unicodedata.category(char)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return VARIATION
    if _is_ideograph(code) and not category.startswith("P"):
        return IDEOGRAPH
    wide = unicodedata.east_asian_width(char) in "FW"
    if category == "Nd" and not wide:
        return NUMERAL
    if category[0] in "LM" and not wide:
        return LETTER
    if code < 0x250 or 0x2000 <= code <= 0x206F:
        return LATIN_SIGN
    return WIDE_SIGN


class ClassTable(dict[int, str]):
    """A translation table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = classify(chr(code))
        return letter
