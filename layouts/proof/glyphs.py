"""Which codes of an embedded font print nothing: its outlines held against what its ToUnicode map
says they show.

Composite fonts with two-byte codes (Identity-H) over TrueType or CFF programs are looked into, as
newsletters have them; of others nothing is said. The programs are read here only so far as to tell
an outline from none.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from itertools import pairwise
from typing import cast

import pikepdf
from msgspec import Struct

from layouts.proof.objects import get, items, name
from layouts.written import unpacked

NOTDEF = 0
"""The glyph that stands for characters a font lacks; printed, it is a box at best (ISO 32000-1
9.7.6.3).
"""

_CODES = 65536
"""Codes of two bytes: what a map names beyond that is an attack."""

_LONGEST = 1024
"""Digits of the text of one code: 512 bytes (ISO 32000-1 9.10.3)."""

_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*(?:<([0-9A-Fa-f]*)>|"
    rb"\[((?:\s*<[0-9A-Fa-f]*>)*)\s*\])"
)

_ENDCHAR = 14
_CHARSTRINGS = 17
"""Operators of CFF: of charstrings, and of the Top DICT (Adobe technical notes 5177 and 5176)."""


class FontGlyphs(Struct, frozen=True):
    """`inked` are the codes that print something; `claimed` says of others what visible text they
    are said to show.
    """

    inked: frozenset[int]
    claimed: Mapping[int, str]


def codes(data: bytes) -> tuple[int, ...]:
    """The codes of a shown string, two bytes each."""
    return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])


def font_glyphs(font: object) -> FontGlyphs | None:
    """What a font's codes print; None where it is of a kind that is not looked into, or broken."""
    descendants = items(get(font, "/DescendantFonts"))
    if name(get(font, "/Encoding")) != "Identity-H" or len(descendants) != 1:
        return None
    outlines = _outlines(get(descendants[0], "/FontDescriptor"))
    if not outlines:
        return None
    glyphs = {glyph for glyph, inked in enumerate(outlines) if inked and glyph != NOTDEF}
    chosen = get(descendants[0], "/CIDToGIDMap")
    if isinstance(chosen, pikepdf.Stream):
        inked = frozenset(
            code
            for code, glyph in enumerate(codes(unpacked(chosen)[: 2 * _CODES]))
            if glyph in glyphs
        )
    else:
        inked = frozenset(glyphs)
    return FontGlyphs(inked, _claims(unpacked(get(font, "/ToUnicode")), inked))


def is_visible(text: str) -> bool:
    """Whether a text holds something that a reader would miss: letters, marks, figures, signs;
    characters not known here count too.
    """
    return any(
        not char.isspace() and char.isprintable() and not _UNSEEN.match(char) for char in text
    )


_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Printable to Python and yet nothing to see (Unicode: Default_Ignorable_Code_Point; the empty
Braille cell).
"""


# -- ToUnicode -------------------------------------------------------------------------------------


def _claims(data: bytes, inked: frozenset[int]) -> dict[int, str]:
    """The visible texts that a CMap gives to codes without ink (Adobe technical note 5411)."""
    told: dict[bytes, bytes] = {}
    for part in data.split(b"endbf")[:-1]:
        _, _, body = part.rpartition(b"beginbf")
        if body.startswith(b"char"):
            tokens = cast("list[bytes]", _HEX.findall(body.upper()))
            told.update(zip(tokens[::2], tokens[1::2], strict=False))
        else:
            _add_ranges(body, told)
    blank = told.keys() - {b"%04X" % code for code in inked}
    shown = {int(code, 16): _text(told[code]) for code in sorted(blank) if len(code) == 4}
    return {code: text for code, text in shown.items() if is_visible(text)}


def _add_ranges(body: bytes, told: dict[bytes, bytes]) -> None:
    """The entries of bfrange: a first text whose last unit counts up, or a list of texts."""
    room = _CODES - len(told)
    for low, high, text, listed in cast(
        "list[tuple[bytes, bytes, bytes, bytes]]", _RANGE.findall(body)
    ):
        first, last = int(low, 16), min(int(high, 16), int(low, 16) + room)
        named = [b"%04X" % code for code in range(first, last + 1)]
        if listed:
            told.update(zip(named, cast("list[bytes]", _HEX.findall(listed)), strict=False))
        elif 4 <= len(text) <= _LONGEST:
            start = int(text[-4:], 16)
            told.update(
                (code, text[:-4] + b"%04X" % (start + k & 0xFFFF)) for k, code in enumerate(named)
            )
        room -= len(named)
        if room <= 0:
            return


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii").ljust(len(digits) + len(digits) % 2, "0")).decode(
        "utf-16-be", "replace"
    )


# -- font programs ---------------------------------------------------------------------------------


def _outlines(descriptor: object) -> list[bool]:
    """Whether each glyph has an outline; empty where the program cannot be read."""
    true_type, compact = get(descriptor, "/FontFile2"), get(descriptor, "/FontFile3")
    try:
        if isinstance(true_type, pikepdf.Stream):
            return _true_type(unpacked(true_type))
        if (
            isinstance(compact, pikepdf.Stream)
            and name(get(compact, "/Subtype")) == "CIDFontType0C"
        ):
            return _cff(unpacked(compact))
    except (struct.error, IndexError):
        pass
    return []


def _true_type(data: bytes) -> list[bool]:
    """A glyph has an outline where its entry of `loca` is not empty (OpenType 1.9, loca)."""
    where: dict[bytes, tuple[int, int]] = {}
    for k in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * k)
        where[tag] = (offset, length)
    if b"loca" not in where or b"head" not in where:
        return []
    (is_long,) = struct.unpack_from(">h", data, where[b"head"][0] + 50)
    size, kind = (4, "L") if is_long else (2, "H")
    offset, length = where[b"loca"]
    places = struct.unpack_from(f">{min(length, len(data)) // size}{kind}", data, offset)
    return [first != last for first, last in pairwise(places)]


def _cff(data: bytes) -> list[bool]:
    """A glyph has none where its charstring ends before it draws (Adobe technical note 5177)."""
    _, names_end = _index(data, data[2])
    top, _ = _index(data, names_end)
    charstrings, _ = _index(data, _operand(top[0], _CHARSTRINGS))
    return [not _draws_nothing(charstring) for charstring in charstrings]


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The objects of an INDEX, and where it ends (Adobe technical note 5176, 5)."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    size = data[at + 2]
    start = at + 3
    offsets = [
        int.from_bytes(data[start + k * size : start + (k + 1) * size], "big")
        for k in range(count + 1)
    ]
    base = start + (count + 1) * size - 1
    return [data[base + first : base + last] for first, last in pairwise(offsets)], base + offsets[
        -1
    ]


def _operand(dictionary: bytes, wanted: int) -> int:
    """The whole number before an operator of a DICT; IndexError where there is none (Adobe
    technical note 5176, 4).
    """
    at = value = 0
    while True:
        byte = dictionary[at]
        if byte == wanted:
            return value
        if byte == 30:  # a real number: two digits a byte, up to one that holds the end mark 15
            at += 1
            while dictionary[at] & 15 != 15:
                at += 1
            at += 1
        elif byte <= 21:
            at += 2 if byte == 12 else 1
        else:
            value, at = _number(dictionary, at)


def _draws_nothing(charstring: bytes) -> bool:
    """Whether nothing but numbers (a width) stands before the end."""
    at = 0
    while at < len(charstring) and (charstring[at] >= 32 or charstring[at] == 28):
        at = _number(charstring, at)[1]
    return charstring[at : at + 1] in (b"", bytes((_ENDCHAR,)))


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of a DICT or charstring, and where the next thing starts.

    Of fractions only the length counts.
    """
    byte = data[at]
    if 32 <= byte <= 246:
        return byte - 139, at + 1
    if byte in (28, 29, 255):
        size = 2 if byte == 28 else 4
        return int.from_bytes(data[at + 1 : at + 1 + size], "big", signed=True), at + 1 + size
    sign = 1 if byte <= 250 else -1
    return sign * ((byte - (247 if sign > 0 else 251)) * 256 + data[at + 1] + 108), at + 2
