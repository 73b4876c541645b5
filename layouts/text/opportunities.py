"""Where a line may end: UAX #14 by ICU, then what Chinese setting forbids or opens beyond it."""

from __future__ import annotations

import re

from icu4py.breakers import LineBreaker

from layouts.house.text_style import Prohibition
from layouts.text import classes as c
from layouts.text.units import ALLOWED, FORBIDDEN, HYPHEN, SOFT, addresses, bind, bind_all

__all__ = ["ALLOWED", "FORBIDDEN", "HYPHEN", "SOFT", "add_hyphens", "break_map", "unicode_breaks"]

START_FORBIDDEN: dict[Prohibition, str] = {
    Prohibition.NONE: "",
    Prohibition.BASIC: "CTEPDKM",
    Prohibition.GB: "CTEPDKMX",
    Prohibition.STRICT: "CTEPDKMXAI",
}
"""The classes that may not start a line, by level (CLREQ 3.1.6)."""

END_FORBIDDEN: dict[Prohibition, str] = {
    Prohibition.NONE: "",
    Prohibition.BASIC: "OQF",
    Prohibition.GB: "OQFX",
    Prohibition.STRICT: "OQFX",
}
"""The classes that may not end a line, by level."""

LONG_WORD = re.compile("(?<![A-Za-z/.@])[A-Za-z]{6,}(?![A-Za-z/.@])")
"""Words worth hyphenating; never parts of addresses."""
# —— …… ？！ are each one mark to a reader
_HALF = re.compile("[\ud800-\udfff]")
_MARK_RUNS = re.compile("A{2,}|I{2,}|E{2,}")


# as CSS `line-break: strict`: no small kana and no ー starts a line, as ICU's `normal` lets it
_LOCALE = "zh@lb=strict"


def unicode_breaks(string: str, tailoring: str = _LOCALE) -> list[int]:
    """The break offsets of UAX #14 in code points, end of text included.

    `tailoring` is an ICU locale; "root" switches tailoring off.
    """
    ends = [end for _, end in LineBreaker(_characters(string), tailoring).segments()]
    if string and max(string) > "\uffff":
        return _code_points(string, ends)
    return ends


def _characters(string: str) -> str:
    """A string as ICU takes it: one half of a pair, which is no character, as the sign for that."""
    try:
        string.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", string)
    return string


def _code_points(string: str, ends: list[int]) -> list[int]:
    """ICU counts UTF-16 units; a name with a character beyond the BMP would break in the wrong
    place.
    """
    index: dict[int, int] = {}
    unit = 0
    for k, char in enumerate(string):
        index[unit] = k
        unit += 2 if char > "\uffff" else 1
    index[unit] = len(string)
    return [index[end] for end in ends]


def break_map(string: str, letters: str, level: Prohibition, units: bool = True) -> bytearray:
    """One byte per boundary 0 … len(string): FORBIDDEN, ALLOWED or SOFT. The ends are 0 and
    ALLOWED.

    `letters` are the resolved classes. Levels as CLREQ 3.1.6 has them; units after GB/T 15834 and
    JLREQ.
    """
    size = len(string)
    allowed = bytearray(size + 1)
    # at a tenth of the time of max()
    if len(string.encode("utf-16-le", "surrogatepass")) > 2 * size:
        for end in unicode_breaks(string):
            allowed[end] = ALLOWED
    else:
        for _, end in LineBreaker(_characters(string), _LOCALE).segments():
            allowed[end] = ALLOWED
    if c.NUMERAL in letters or c.LETTER in letters:
        for match in _OPENABLE.finditer(letters):
            allowed[match.end()] = ALLOWED
    # before the units: an address may break after its slashes, which end no line elsewhere
    allowed = _forbid_edges(letters.encode("latin-1"), allowed, level)
    if "AA" in letters or "II" in letters or "EE" in letters:
        for match in _MARK_RUNS.finditer(letters):
            bind(allowed, match)
    bind_all(string, letters, allowed, units)
    allowed[0] = FORBIDDEN
    allowed[size] = ALLOWED
    return allowed


def add_hyphens(string: str, allowed: bytearray) -> list[int]:
    """Mark where Latin words of six letters or more may be hyphenated; those places come back."""
    from pyphen import Pyphen

    # so many letters stay before and after a hyphen, as TeX has it for English
    dictionary = Pyphen(lang="en_GB", left=2, right=3)
    found: list[int] = []
    whole = list(addresses(string))
    for word in LONG_WORD.finditer(string):
        if any(start <= word.start() < end for start, end in whole):
            continue
        for place in dictionary.positions(word[0]):
            k = word.start() + place
            # where a line may end as it is, no hyphen is needed
            if not allowed[k]:
                allowed[k] = HYPHEN
                found.append(k)
    return found


_OPENABLE = re.compile("[CLN](?:(?<=C)(?=[LN])|(?<=[LN])(?=O))")
"""UAX #14 keeps a quote and a Latin letter together, since it cannot know that the quote is
Chinese.
"""


def _mask(forbidden: str) -> bytes:
    """A byte table: 0 for the class letters given, 255 for all others."""
    return bytes(0 if chr(k) in forbidden else 255 for k in range(256))


_START_MASKS = {level: _mask(letters) for level, letters in START_FORBIDDEN.items()}
_END_MASKS = {level: _mask(letters) for level, letters in END_FORBIDDEN.items()}
_MARKS_MASK = bytes(ALLOWED if chr(k) in "HOCTEPMDAIYZF" else 0 for k in range(256))


def _forbid_edges(letters: bytes, allowed: bytearray, level: Prohibition) -> bytearray:
    """Clear breaks before letters that may not start a line and after those that may not end one,
    all at once by bit masks.
    """
    size = len(allowed)
    bits = int.from_bytes(allowed, "little")
    if level is Prohibition.NONE:
        # between any two full-width characters a line may end
        full = letters.translate(_MARKS_MASK)
        bits |= int.from_bytes(full, "little") & (int.from_bytes(full, "little") << 8)
    # byte k is the boundary before character k: what may not end a line is masked a byte later
    bits &= int.from_bytes(letters.translate(_START_MASKS[level]) + b"\xff", "little")
    bits &= int.from_bytes(b"\xff" + letters.translate(_END_MASKS[level]), "little")
    return bytearray(bits.to_bytes(size, "little"))
