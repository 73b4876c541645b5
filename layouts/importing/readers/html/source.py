"""The characters of a page: its bytes decoded, pictures inside it lifted out, the piece that a
clipboard means found.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from layouts.errors import ManuscriptError, Source
from layouts.importing.readers.html.pictures import DATA
from layouts.manuscript.decoding import decode_bytes
from layouts.messages.web_files import (
    WEB_EMPTY,
    WEB_TOO_LARGE,
    WEB_TOO_MANY_TAGS,
    WEB_UNKNOWN_ENCODING,
)

MOST_BYTES = 100_000_000
"""A page with the pictures inside it: forty photos of a phone, made smaller."""

MOST_TEXT = 5_000_000
"""Bytes without the pictures: ten times what Word writes for twenty pages."""

MOST_TAGS = 80_000
"""Tags of a page; an article of WeChat has 3,000, a paper of fifty pages by Word 30,000."""

_HEAD = 8192
"""Bytes at the beginning that are searched for the encoding; HTML 13.2.3.2 asks for 1,024."""

_ENOUGH = 8
"""Characters beyond ASCII that are UTF-8 by no accident."""

_LOST, _MOST_LOST = "\ufffd", 0.25
"""What stands for bytes that are no characters, and its share of those beyond ASCII at most: with
more of them the encoding is another.
"""

_DATA = re.compile(
    rb"data:image/[a-zA-Z0-9.+-]{1,40}(?:;[a-zA-Z0-9=.-]{1,40}){0,4},[^\"'<>)]{200,}"
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,30})|encoding=[\"']([\w-]+)")
_CLIPBOARD = re.compile(rb"Version:\d[^<]{0,2000}?StartHTML:", re.IGNORECASE)
_FRAGMENT = re.compile(rb"(Start|End)Fragment:(\d{1,10})", re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEGIN, _END = b"<!--StartFragment-->", b"<!--EndFragment-->"

_NAMES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
}
"""Encodings that are larger than what they are called in pages."""


class PageSource(NamedTuple):
    """The characters of a page, its encoding, the data lifted out of it, and whether it came by a
    clipboard.
    """

    html: str
    encoding: str
    data: tuple[bytes, ...]
    is_piece: bool


def page_source(written: str | bytes, file: str) -> PageSource:
    """A page to be parsed. ManuscriptError where it is too large, empty, or in no encoding."""
    if isinstance(written, str):
        data, encoding = written.encode("utf-8", "replace"), ""
    else:
        data, encoding = _in_utf8(written, file), ""
    if len(data) > MOST_BYTES:
        raise _refused(WEB_TOO_LARGE(most=MOST_BYTES // 1_000_000), file)
    is_piece = bool(_CLIPBOARD.match(data))
    if is_piece:
        data = _fragment(data)
    lifted: list[bytes] = []
    data = _DATA.sub(lambda found: _lift(found[0], lifted), data)
    _check(data, file)
    if isinstance(written, str) or is_piece:
        html = data.decode("utf-8", "replace")
    else:
        html, encoding = _decoded(data, file)
    html = html.replace("\0", "").removeprefix("\ufeff")
    return PageSource(html, encoding, tuple(lifted), is_piece or "<!--StartFragment-->" in html)


def _refused(sentence: tuple[str, str], file: str) -> ManuscriptError:
    return ManuscriptError(*sentence, Source(file))


def _in_utf8(data: bytes, file: str) -> bytes:
    """Bytes whose markup can be seen: what begins with a mark of UTF-16 or 32 in UTF-8."""
    for mark, encoding in _BYTE_ORDER_MARKS[1:]:
        if data.startswith(mark):
            if len(data) > MOST_TEXT * 2:
                raise _refused(WEB_TOO_LARGE(most=MOST_TEXT // 1_000_000), file)
            return codecs.BOM_UTF8 + data[len(mark) :].decode(encoding, "replace").encode()
    if data[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if data[0] else "utf-16-be"
        return codecs.BOM_UTF8 + data[: MOST_TEXT * 2].decode(encoding, "replace").encode()
    return data


def _lift(written: bytes, lifted: list[bytes]) -> bytes:
    lifted.append(written)
    return f"{DATA}{len(lifted) - 1}".encode()


def _check(data: bytes, file: str) -> None:
    if len(data) > MOST_TEXT:
        raise _refused(WEB_TOO_LARGE(most=MOST_TEXT // 1_000_000), file)
    if data.count(b"<") > MOST_TAGS:
        raise _refused(WEB_TOO_MANY_TAGS(most=f"{MOST_TAGS:,}"), file)
    if not data.strip():
        raise _refused(WEB_EMPTY(), file)


def _fragment(data: bytes) -> bytes:
    """The page of a clipboard of Windows without its header, which counts bytes; the piece that
    was copied stands between two remarks.
    """
    places = {found[1].lower(): int(found[2]) for found in _FRAGMENT.finditer(data[:2000])}
    start, end = places.get(b"start", -1), places.get(b"end", -1)
    page = data.find(b"<")
    if page < 0:
        return b""
    if _BEGIN not in data and page <= start < end <= len(data):
        return data[page:start] + _BEGIN + data[start:end] + _END + data[end:]
    return data[page:]


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """The characters of a page and the encoding they were in.

    A mark at the beginning is believed. Much that calls itself gb2312 is UTF-8 by now: what is
    good UTF-8 with more than a few characters beyond ASCII is that.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), "utf-8"
    if (text := _strictly(data, "utf-8")) is not None and (
        text.isascii() or sum(not character.isascii() for character in text) >= _ENOUGH
    ):
        return text, "utf-8"
    declared = _declared(data)
    if declared and (text := _strictly(data, declared)) is not None:
        return text, declared
    if (found := decode_bytes(data)) is not None:
        return found.text, found.encoding
    declared = declared or "utf-8"
    text = data.decode(declared, "replace")
    if text.count(_LOST) > _MOST_LOST * sum(not character.isascii() for character in text):
        raise _refused(WEB_UNKNOWN_ENCODING(), file)
    return text, declared


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:_HEAD])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    name = _NAMES.get(name, name)
    try:
        "".encode(name)  # LookupError too for what is no encoding of text
    except LookupError:
        return ""
    return codecs.lookup(name).name


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
