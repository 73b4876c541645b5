"""Which characters the bytes of an RTF are: by the code page of the file and the charset of the
font they are set in.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from layouts.importing.symbols import symbol

DEFAULT = "cp1252"

_OF_CHARSET = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp437",
}
r"""`\fcharset` (RTF 1.9.1, "Font Table"), each the code page that Windows has for it."""

_SYMBOLS = 2
_ANSI, _DEFAULT_CHARSET = 0, 1

_WIDE_PAGES = {936: "gb18030", 932: "cp932", 949: "cp949", 950: "cp950", 54936: "gb18030"}
_WIDE = frozenset(_WIDE_PAGES.values())
_HIGH = re.compile(rb"([\x80-\xff]+)")


class RtfFont(Struct):
    """A font of the table: its charset and name, and a code page of its own where it has one."""

    charset: int = _DEFAULT_CHARSET
    name: str = ""
    codec: str = ""


def codec_of_page(number: int) -> str:
    """Python's codec for a code page of Windows; that of Western Europe for an unknown one."""
    name = _WIDE_PAGES.get(number) or {65001: "utf-8", 10000: "mac-roman"}.get(
        number, f"cp{number}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return DEFAULT


def decoded(data: bytes, font: RtfFont, page: str) -> str:
    """Bytes as characters; what is none becomes U+FFFD."""
    if font.charset == _SYMBOLS:
        return "".join(symbol(font.name, chr(0xF000 + byte)) for byte in data if byte >= 0x20)
    if data.isascii():
        return data.decode("ascii")
    if font.codec or font.charset != _ANSI:
        return data.decode(font.codec or _OF_CHARSET.get(font.charset, page), "replace")
    if page not in _WIDE:
        return data.decode(page, "replace")
    return "".join(_western(piece, page) for piece in _HIGH.split(data))


def _western(piece: bytes, page: str) -> str:
    """Bytes in a font of Western Europe, which programs that know the page of the file only set on
    Chinese too: those that stand in pairs are Hanzi.
    """
    return piece.decode(DEFAULT if len(piece) % 2 else page, "replace")
