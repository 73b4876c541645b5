"""A manuscript file to text: UTF-8, UTF-16 and GB 18030 are recognised, anything else is refused
with a sentence.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from layouts.errors import ManuscriptError, Source
from layouts.inputs import read_input, why
from layouts.messages.manuscript import (
    A_PDF,
    A_PICTURE,
    AN_RTF,
    CHARACTERS_DAMAGED,
    ENCODING_UNKNOWN,
    MANUSCRIPT_EMPTY,
    MANUSCRIPT_MISSING,
    MANUSCRIPT_UNREADABLE,
    NOT_MARKDOWN,
    OLD_WORD_OR_EXCEL,
    WORD_OR_ARCHIVE,
)

SIZE_LIMIT = 20_000_000
"""Bytes we are willing to read: about 7,000 pages of text. Anything larger is not a manuscript."""

_SAMPLE = 20_000
_PLAUSIBLE = 0.8
"""Likeness that Chinese text has at least: traditional characters 0.95, but Big5 taken for GB 18030
0.6, UTF-16 for GB 18030 0.4.
"""

_OUTSIDE_GB2312 = 0.9
"""What a Hanzi counts that GB 2312 does not have: text in the wrong encoding is full of them."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    # U+FEFF
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"PK\x03\x04", WORD_OR_ARCHIVE),
    (b"\xd0\xcf\x11\xe0", OLD_WORD_OR_EXCEL),
    (b"%PDF", A_PDF),
    (b"{\\rtf", AN_RTF),
    (b"\xff\xd8\xff", A_PICTURE),
    (b"\x89PNG", A_PICTURE),
)
# Patterns, not compiled: only files that are not UTF-8 need them.
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x9f]"
_CHINESE = (
    "[\u2010-\u206f\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef\U00020000-\U0003ffff]+"
)
_BEYOND_ASCII = "[^\x00-\x7f\ufffd]+"


def read_bytes(path: Path) -> bytes:
    """The bytes of a manuscript, or a ManuscriptError where there are none to be had.

    A file over `SIZE_LIMIT` is not read at all.
    """
    source = Source(str(path))
    try:
        data = read_input(path, SIZE_LIMIT)
    except FileNotFoundError:
        raise ManuscriptError(*MANUSCRIPT_MISSING(), source) from None
    except OSError as error:
        reason = why(error)
        raise ManuscriptError(*MANUSCRIPT_UNREADABLE(why=reason), source) from error
    if not data.strip():
        raise ManuscriptError(*MANUSCRIPT_EMPTY(), source)
    return data


def decode(data: bytes, file: str) -> str:
    """The text of a manuscript.

    Byte order marks are believed; without one UTF-8 is tried first, then what reads most like
    Chinese.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data[len(mark) :], file)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ManuscriptError(*NOT_MARKDOWN(kind=kind()), Source(file))
    # no text in UTF-8 has one, nearly every text in UTF-16 does
    if b"\0" not in data:
        try:
            return data.decode()
        except UnicodeDecodeError:
            _refuse_damaged_utf8(data, file)
    return _most_plausible(data, file)


def _decode_as(encoding: str, data: bytes, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise _damaged(encoding.upper(), Source(file, line)) from None


def _damaged(encoding: str, source: Source) -> ManuscriptError:
    return ManuscriptError(*CHARACTERS_DAMAGED(encoding=encoding), source)


def _refuse_damaged_utf8(data: bytes, file: str) -> None:
    """Raise where a file is UTF-8 but for a few bytes: read as GB 18030 it would print as mojibake
    (锟斤拷).
    """
    text = data.decode(errors="replace")
    damaged = text.count("\ufffd")
    # a tenth at most of what is not ASCII: in another encoding most of it would be
    if damaged * 10 <= sum(map(len, re.findall(_BEYOND_ASCII, text))):
        raise _damaged("UTF-8", Source(file, text.count("\n", 0, text.index("\ufffd")) + 1))


def _most_plausible(data: bytes, file: str) -> str:
    best, text = _PLAUSIBLE, ""
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        try:
            candidate = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _likeness_to_chinese(candidate[:_SAMPLE])
        if score > best:
            best, text = score, candidate
    if not text:
        raise ManuscriptError(*ENCODING_UNKNOWN(), Source(file))
    return text


def _likeness_to_chinese(text: str) -> float:
    """Share of Hanzi and Chinese marks among the characters beyond ASCII; 0 for text that is full
    of control characters.
    """
    # one in twenty; a few come into real manuscripts
    if len(re.findall(_CONTROLS, text)) * 20 > len(text):
        return 0.0
    foreign = "".join(re.findall(_BEYOND_ASCII, text))
    if not foreign:
        return 1.0
    # two bytes each: so many characters GB 2312 has
    common = len(foreign.encode("gb2312", "ignore")) / 2
    chinese = max(common, sum(map(len, re.findall(_CHINESE, foreign))))
    return (common + (chinese - common) * _OUTSIDE_GB2312) / len(foreign)
