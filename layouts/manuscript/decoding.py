"""Bytes to text in whichever encoding they read most like Chinese.

A byte order mark is believed. Without one UTF-8 is tried, which nothing else is by chance, then HZ,
which is ASCII and brackets its Chinese; of all others that can be read the likeliest is taken. A
file may be cut in the middle of its last character, and a few bytes may be damaged.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from layouts.manuscript.likeness import PLAUSIBLE, likeness_to_chinese
from layouts.patterns import later

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),  # U+FEFF
)
_BIG5: Final = ("cp950", "big5hkscs")
"""Big5 as Windows writes it, and with the characters of Hong Kong; others lack signs of both."""

_HKSCS_SIGNS: Final = str.maketrans("∼､•", "～﹑‧")
"""Signs that Python's table of the Hong Kong set reads otherwise than everybody's Windows does."""

_GUESSED: Final = ("gb18030", *_BIG5, "utf-16-le", "utf-16-be")
_LOST: Final = "\ufffd"

_CHANCE: Final = 24
"""Bytes that may be UTF-8 by chance: three Hanzi of UTF-16 can be ASCII letters, two of GB 18030
Hebrew ones."""

_SAMPLE: Final = 60_000
"""Bytes of a file by which its encoding is found."""

_LEAST_SURE: Final = 20
"""One damaged character in so many of those beyond ASCII is bearable; in the wrong encoding there
are more."""

_UTF8_DAMAGE: Final = 10
"""The same for UTF-8, whose form alone tells it."""

_PENALTY: Final = 5.0
"""By how much a damaged character makes an encoding less likely than a rare one would."""

# ~{, Hanzi of two bytes each, ~}; or four of them at least, where the end was lost
_HZ: Final = re.compile(rb"~\{(?:[!-}][!-~])+?(?:~\}|(?:[!-}][!-~]){3})")
_LINE_END = later("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """The text of a file and what it was encoded in (`utf-8`, `gb18030`, `big5`, `hz`,
    `utf-16-le` …).

    `damaged` are the lines, from 1, with bytes that are no characters; U+FFFD stands for them.
    `cut` says that the file ends in the middle of a character, which is left out.
    """

    text: str
    encoding: str
    damaged: tuple[int, ...] = ()
    cut: bool = False


def decode_bytes(data: bytes) -> Decoded | None:
    """The text of a file; None where it is none, or in no encoding that we know."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data[len(mark) :])
    # no text in UTF-8 has one, nearly every text in UTF-16 does
    if b"\0" not in data:
        found = _decode_as("utf-8", data)
        if found.damaged:
            return found if _is_slight(found.text, _UTF8_DAMAGE) else _likeliest(data)
        odd = len(data) < _CHANCE and _likeness(found.text) <= 0
        return (_likeliest(data) if odd else _hz(data)) or found
    return _utf32(data) or _likeliest(data)


def _decode_as(encoding: str, data: bytes) -> Decoded:
    text, cut = _decode_but_end(encoding, data)
    if encoding == "big5hkscs":
        text = text.translate(_HKSCS_SIGNS)
    name = "big5" if encoding in _BIG5 else encoding
    return Decoded(text, name, tuple(_damaged_lines(text, data)), cut)


def _decode_but_end(encoding: str, data: bytes) -> tuple[str, bool]:
    """Text without a character that the end of the file cuts, and whether it does."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data)
    # bytes that wait for the rest of their character
    pending = decoder.getstate()[0]
    return text, bool(pending)


def _damaged_lines(text: str, data: bytes) -> Iterator[int]:
    """The lines of a text with characters that its bytes do not have: U+FFFD may stand there as
    one that an earlier conversion left.
    """
    if _LOST not in text or _LOST.encode() in data:
        return
    for number, line in enumerate(_LINE_END().split(text), 1):
        if _LOST in line:
            yield number


def _is_slight(text: str, bearable: int) -> bool:
    damaged = text.count(_LOST)
    # of those that are read well
    return damaged * bearable <= _beyond_ascii(text) - damaged


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _hz(data: bytes) -> Decoded | None:
    if not data.isascii() or not _HZ.search(data):
        return None
    found = _decode_as("hz", data)
    return found if _likeness(found.text) > PLAUSIBLE else None


def _utf32(data: bytes) -> Decoded | None:
    for encoding in ("utf-32-le", "utf-32-be"):
        found = _decode_as(encoding, data)
        if not found.damaged and _likeness(found.text) > PLAUSIBLE:
            return found
    return None


def _likeliest(data: bytes) -> Decoded | None:
    sample = data[:_SAMPLE]
    scores = {encoding: _likeness(_decode_but_end(encoding, sample)[0]) for encoding in _GUESSED}
    if b"\0" in data:
        # not tried yet, see `decode_bytes`
        scores["utf-8"] = _likeness(_decode_but_end("utf-8", sample)[0])
    best = max(scores, key=scores.__getitem__)
    if scores[best] <= PLAUSIBLE:
        return None
    found = _decode_as(best, data)
    return found if _is_slight(found.text, _LEAST_SURE) else None


def _likeness(text: str) -> float:
    """Likeness to Chinese, less what is damaged."""
    damaged = text.count(_LOST)
    if not damaged:
        return likeness_to_chinese(text)
    return likeness_to_chinese(text) - _PENALTY * damaged / _beyond_ascii(text)
