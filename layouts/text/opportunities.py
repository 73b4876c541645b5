"""Where a line may end: UAX #14 by ICU, then what Chinese setting forbids or opens beyond it."""

from __future__ import annotations

import re

from icu4py.breakers import LineBreaker

from layouts.house.layout import Prohibition
from layouts.text import classes as c

FORBIDDEN, ALLOWED, SOFT, HYPHEN = 0, 1, 2, 3
"""What stands in a break map at index i: may a line end before character i. SOFT tears a unit better kept, HYPHEN adds a hyphen."""

_START_FORBIDDEN: dict[Prohibition, str] = {
    Prohibition.NONE: "",
    Prohibition.BASIC: "CTEPDKM",
    Prohibition.GB: "CTEPDKMX",
    Prohibition.STRICT: "CTEPDKMXAI",
}
_END_FORBIDDEN: dict[Prohibition, str] = {
    Prohibition.NONE: "",
    Prohibition.BASIC: "OQF",
    Prohibition.GB: "OQFX",
    Prohibition.STRICT: "OQFX",
}

_MEASURE_WORDS = (
    "万亿|亿元|万元|万人|公里|千米|千克|公斤|小时|分钟|平方米|公顷"
    "|[年月日时分秒号期次人名项个万亿元度岁位家户件条台套辆座所栋张份届批场类种倍里米吨斤天周页]"
)
_DIGITS = re.compile("[0-9０-９]+")
_NUMBER_TAIL = re.compile(rf"(?:[0-9０-９,.:．，]*[0-9０-９])?(?:[%％‰℃°′″]|{_MEASURE_WORDS})?")
_DOCUMENT = re.compile(r"[〔［\[][0-9]{4}[〕］\]][0-9]*号?")
_STANDARD = re.compile(r"[A-Za-z]+/[A-Za-z]+ ?[0-9]*(?:[—–-][0-9]+)?|/")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.-]+(?:/[\w.%-]+){2,}", re.ASCII)
LONG_WORD = re.compile("(?<![A-Za-z/.@])[A-Za-z]{6,}(?![A-Za-z/.@])")
"""Words worth hyphenating; never parts of addresses."""
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、]|[(（][0-9]{1,2}[)）]|[①-⑳]|[▲●■◆★]) ?."
)
_MARK_RUNS = re.compile("A{2,}|I{2,}|E{2,}")


_LOCALE = "zh@lb=strict"


def unicode_breaks(string: str, tailoring: str = _LOCALE) -> list[int]:
    """The break offsets of UAX #14 in code points, end of text included. `tailoring` is an ICU locale; "root" switches tailoring off."""
    ends = [end for _, end in LineBreaker(string, tailoring).segments()]
    if string and max(string) > "\uffff":
        return _code_points(string, ends)
    return ends


def _code_points(string: str, ends: list[int]) -> list[int]:
    """ICU counts UTF-16 units; a name with a character beyond the BMP would break in the wrong place."""
    index: dict[int, int] = {}
    unit = 0
    for k, char in enumerate(string):
        index[unit] = k
        unit += 2 if char > "\uffff" else 1
    index[unit] = len(string)
    return [index[end] for end in ends]


def break_map(string: str, letters: str, level: Prohibition, units: bool = True) -> bytearray:
    """One byte per boundary 0 … len(string): FORBIDDEN, ALLOWED or SOFT. The ends are 0 and ALLOWED.

    `letters` are the resolved classes. Levels as CLREQ 3.1.6 has them; units after GB/T 15834 and JLREQ.
    """
    size = len(string)
    allowed = bytearray(size + 1)
    if len(string.encode("utf-16-le", "surrogatepass")) > 2 * size:  # at a tenth of the time of max()
        for end in unicode_breaks(string):
            allowed[end] = ALLOWED
    else:
        for _, end in LineBreaker(string, _LOCALE).segments():
            allowed[end] = ALLOWED
    if c.NUMERAL in letters or c.LETTER in letters:
        for match in _OPENABLE.finditer(letters):
            allowed[match.end()] = ALLOWED
    unfiltered = bytes(allowed)
    allowed = _forbid_edges(letters.encode("latin-1"), allowed, level)
    if "AA" in letters or "II" in letters or "EE" in letters:
        for match in _MARK_RUNS.finditer(letters):
            _bind(allowed, match)
    if units:
        _bind_units(string, allowed)
    if "/" in string:
        for match in _ADDRESS.finditer(string):  # a web address breaks where UAX #14 lets it, whatever slashes do elsewhere
            allowed[match.start() + 1 : match.end()] = unfiltered[match.start() + 1 : match.end()]
    allowed[0] = FORBIDDEN
    allowed[size] = ALLOWED
    return allowed


def add_hyphens(string: str, allowed: bytearray) -> list[int]:
    """Mark where Latin words of six letters or more may be hyphenated; those places come back."""
    from pyphen import Pyphen

    dictionary = Pyphen(lang="en_GB", left=2, right=3)
    found: list[int] = []
    for word in LONG_WORD.finditer(string):
        for place in dictionary.positions(word[0]):
            k = word.start() + place
            if not allowed[k]:
                allowed[k] = HYPHEN
                found.append(k)
    return found


_OPENABLE = re.compile("C(?=[LN])|[LN](?=O)")
"""UAX #14 keeps a quote and a Latin letter together, since it cannot know that the quote is Chinese."""


def _mask(forbidden: str) -> bytes:
    """A byte table: 0 for the class letters given, 255 for all others."""
    return bytes(0 if chr(k) in forbidden else 255 for k in range(256))


_START_MASKS = {level: _mask(letters) for level, letters in _START_FORBIDDEN.items()}
_END_MASKS = {level: _mask(letters) for level, letters in _END_FORBIDDEN.items()}
_MARKS_MASK = bytes(ALLOWED if chr(k) in "HOCTEPMDAIYZF" else 0 for k in range(256))


def _forbid_edges(letters: bytes, allowed: bytearray, level: Prohibition) -> bytearray:
    """Clear breaks before letters that may not start a line and after those that may not end one, all at once by bit masks."""
    size = len(allowed)
    bits = int.from_bytes(allowed, "little")
    if level is Prohibition.NONE:
        full = letters.translate(_MARKS_MASK)
        bits |= int.from_bytes(full, "little") & (int.from_bytes(full, "little") << 8)
    bits &= int.from_bytes(letters.translate(_START_MASKS[level]) + b"\xff", "little")
    bits &= int.from_bytes(b"\xff" + letters.translate(_END_MASKS[level]), "little")
    return bytearray(bits.to_bytes(size, "little"))


def _bind_units(string: str, allowed: bytearray) -> None:
    """Keep numbers with their units, dates, document numbers, and labels on one line (GB/T 15834, JLREQ)."""
    for match in _DIGITS.finditer(string):
        _bind_number(string, match.start(), match.end(), allowed)
    if "/" in string:
        for match in _STANDARD.finditer(string):
            _bind(allowed, match)
    if label := _LABEL.match(string):
        _bind(allowed, label)


def _bind_number(string: str, start: int, end: int, allowed: bytearray) -> None:
    """Keep a number with its sign, decimals and unit; of dates the parts are whole and the joints soft."""
    tail = _NUMBER_TAIL.match(string, end)
    end = tail.end() if tail else end
    if start and string[start - 1] in "第-+±~¥￥$№":
        start -= 1
    elif start and string[start - 1] in "〔［[" and (document := _DOCUMENT.match(string, start - 1)):
        start, end = document.span()
    if string[end - 1] in "年月" and end < len(string) and string[end].isdigit() and allowed[end]:
        allowed[end] = SOFT
    allowed[start + 1 : end] = bytes(end - start - 1)


def _bind(allowed: bytearray, match: re.Match[str]) -> None:
    start, end = match.span()
    allowed[start + 1 : end] = bytes(end - start - 1)
