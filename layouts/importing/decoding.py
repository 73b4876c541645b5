"""The text of a file that comes in, and what was noticed about its bytes.

Findings: `text-cut` (warning), `text-damaged` (warning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from layouts.errors import Finding, ManuscriptError, Source
from layouts.manuscript.decoding import Decoded, decode_bytes
from layouts.manuscript.encoding import kind_of, read_bytes
from layouts.messages.text_files import (
    FILE_WITHOUT_TEXT,
    NOT_TEXT,
    TEXT_CUT,
    TEXT_DAMAGED,
    UNKNOWN_ENCODING,
)

TEXT_CUT_CODE: Final = "text-cut"
TEXT_DAMAGED_CODE: Final = "text-damaged"

FORM_FEED: Final = "\f"

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x1c\x1d\x1e\x85\u2028\u2029]")
"""Every kind of line end: Word's own line break is U+000B, IBM's U+0085, Unicode's the last two."""

_FORM_FEED_WITHIN: Final = re.compile(f"(?<=[^{FORM_FEED}])(?={FORM_FEED})")


class ReceivedText(NamedTuple):
    """A file's text, its encoding's name and what was noticed about its bytes."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def read_text(path: Path) -> ReceivedText:
    """The text of a file, in whichever encoding it reads most like Chinese.

    ManuscriptError where there is none: no file, too large, empty, no text, in no known encoding.
    """
    return received_text(read_bytes(path), str(path))


def received_text(data: bytes, file: str) -> ReceivedText:
    """The text that bytes are. ManuscriptError where they are none."""
    source = Source(file)
    if kind := kind_of(data):
        raise ManuscriptError(*NOT_TEXT(kind=kind), source)
    decoded = decode_bytes(data)
    if decoded is None:
        raise ManuscriptError(*UNKNOWN_ENCODING(), source)
    if not decoded.text.strip("\0\ufeff \t\r\n\u3000"):
        raise ManuscriptError(*FILE_WITHOUT_TEXT(), source)
    return ReceivedText(decoded.text, decoded.encoding, tuple(_noticed(decoded, file)))


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends; one that begins with a form feed begins a page."""
    lines = _LINE_END.split(text)
    if FORM_FEED not in text:
        return lines
    return [part for line in lines for part in _FORM_FEED_WITHIN.split(line)]


def _noticed(decoded: Decoded, file: str) -> Iterator[Finding]:
    if decoded.damaged:
        sentence = TEXT_DAMAGED(count=len(decoded.damaged))
        source = Source(file, decoded.damaged[0])
        yield Finding("warning", TEXT_DAMAGED_CODE, *sentence, source)
    if decoded.cut:
        source = Source(file, len(split_lines(decoded.text)))
        yield Finding("warning", TEXT_CUT_CODE, *TEXT_CUT(), source)
