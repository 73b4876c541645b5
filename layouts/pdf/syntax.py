"""PDF values as text: numbers, names, strings, dictionaries (ISO 32000-1 7.3).

All of it is ASCII.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from layouts.sound_text import unsound

PLACES = 5
"""Decimals of a number at most. A viewer keeps about five (ISO 32000-1 annex C.2)."""

COMPRESSION = 3
"""zlib's level: 6 takes two fifths longer and saves 3 in 100 of what is deflated (measured on 120
pages of text and their fonts).
"""

_REGULAR = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_.,")
_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})


def deflate(data: bytes) -> bytes:
    """Data as a stream with the filter FlateDecode holds it."""
    return zlib.compress(data, COMPRESSION)


def number(value: float, places: int = PLACES) -> str:
    """A number with at most `places` decimals, trimmed, never with an exponent."""
    text = f"{value:.{places}f}"
    if places:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> str:
    """A name; bytes that are not regular characters are written as #xx (ISO 32000-1 7.3.5)."""
    return "/" + "".join(
        chr(byte) if byte in _REGULAR else f"#{byte:02X}" for byte in text.encode()
    )


def array(values: Iterable[str]) -> str:
    """An array of values that are written already."""
    return f"[{' '.join(values)}]"


def rectangle(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle by two opposite corners."""
    return array(map(number, (x0, y0, x1, y1)))


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary to stand inside another value."""
    return f"<<{' '.join(f'/{key} {value}' for key, value in entries.items())}>>"


def text_string(text: str) -> str:
    """Text for people: as it is where it is ASCII, else UTF-16BE behind its byte order mark (ISO
    32000-1 7.9.2).

    No control goes in, for U+001B would begin a language code (7.9.2.2), and nothing that would
    turn round what a reader shows beside it.
    """
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.translate(unsound()).encode('utf-16-be').hex().upper()}>"


def byte_pair(code: int) -> str:
    """A two-byte code as it stands in a literal string, each byte as the Latin-1 character of its
    value.

    Beside brackets and backslash, a carriage return must be escaped: readers take a bare one for a
    line feed (ISO 32000-1 7.3.4.2).
    """
    return code.to_bytes(2, "big").decode("latin-1").translate(_ESCAPES)
