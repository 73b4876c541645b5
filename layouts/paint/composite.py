"""Composite fonts: one face becomes a Type0 font over an embedded subset (ISO 32000-1 9.7), codes
being the subset's glyph ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from fonts.face import Face
from fonts.subset import Subset, subset
from layouts.errors import ExportError
from layouts.messages.pdf import FACE_NOT_CUT
from layouts.page.faces import Faces
from layouts.paint.codes import FontCodes, codes_of
from layouts.paint.tounicode import to_unicode
from layouts.paint.usage import Usage
from layouts.patterns import later
from layouts.pdf.syntax import array, deflate, dictionary, name, number, text_string

if TYPE_CHECKING:
    from layouts.pdf.document import Document

DEFAULT_WIDTH = "1000"
WIDTH_PLACES = 4
_SYMBOLIC, _ITALIC, _FIXED = 4, 64, 1
"""Font flags (ISO 32000-1 table 123)."""

_CHARACTERS = dictionary(
    {"Registry": text_string("Adobe"), "Ordering": text_string("Identity"), "Supplement": "0"}
)


class CompositeFont(FontCodes, frozen=True):
    """A face packed for a PDF.

    `program` and `to_unicode` are deflated; `length` is that of the program before, `widths` the W
    array, `measures` the descriptor's.
    """

    tagged: str
    is_cff: bool
    program: bytes
    length: int
    to_unicode: bytes
    widths: str
    measures: Mapping[str, str]


def pack_fonts(faces: Faces, usages: Mapping[str, Usage]) -> dict[str, CompositeFont]:
    """Subset and compress every face used; the fonts by face key."""
    return {
        key: _pack(f"F{count}", faces.face(key), faces.postscript_name(key), usage)
        for count, (key, usage) in enumerate(usages.items(), start=1)
    }


def add_fonts(document: Document, fonts: Iterable[CompositeFont]) -> dict[str, str]:
    """Embed fonts; their references by resource name."""
    return {font.name: _add(document, font) for font in fonts}


def _pack(resource: str, face: Face, postscript_name: str, usage: Usage) -> CompositeFont:
    try:
        cut = subset(face, usage.shown)
    except ValueError as error:
        raise ExportError(*FACE_NOT_CUT(name=postscript_name)) from error
    return CompositeFont(
        name=resource,
        codes=codes_of(cut.glyphs, usage),
        usage=usage,
        tagged=_named(face, cut, postscript_name),
        is_cff=cut.is_cff,
        program=deflate(cut.data),
        length=len(cut.data),
        to_unicode=deflate(
            to_unicode({cut.glyphs[glyph]: text for glyph, text in usage.shown.items() if text})
        ),
        widths=_widths(face, cut, usage.shown),
        measures=_measured(face) if face.is_foreign else _measures(face),
    )


def _named(face: Face, cut: Subset, postscript_name: str) -> str:
    """What the font is called in the file: the tag says that it is a subset, which a face that is
    embedded whole is none of.

    Names of others may hold whatever their makers typed: letters, figures and a few signs of ASCII
    stay.
    """
    called = _ODD().sub("", postscript_name)[:LONGEST_NAME] if face.is_foreign else postscript_name
    return (called or "Face") if face.whole else f"{_tag(cut.data)}+{called or 'Face'}"


_ODD = later("[^A-Za-z0-9._-]")
LONGEST_NAME = 63
"""Characters of a PostScript name (OpenType name ID 6)."""


def _tag(data: bytes) -> str:
    """Six capital letters that differ between subsets (ISO 32000-1 9.6.4)."""
    letters = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    return "".join(chr(ord("A") + letters // 26**place % 26) for place in range(6))


def _widths(face: Face, cut: Subset, glyphs: Iterable[int]) -> str:
    """The W array: `first [w w w]` for every row of neighbouring codes that are not of the default
    width.
    """
    rows: list[tuple[int, list[str]]] = []
    for code, glyph in sorted((cut.glyphs[glyph], glyph) for glyph in glyphs):
        width = number(face.advance(glyph) * 1000, WIDTH_PLACES)
        if width == DEFAULT_WIDTH:
            continue
        # not right behind the code before it: a row of its own
        if not rows or rows[-1][0] + len(rows[-1][1]) != code:
            rows.append((code, []))
        rows[-1][1].append(width)
    return array(f"{first} {array(row)}" for first, row in rows)


def _measures(face: Face) -> dict[str, str]:
    """What a FontDescriptor says of a face, out of its tables head, OS/2 and post (OpenType 1.9),
    in 1/1000 em.
    """
    head, os2, post = face.table("head"), face.table("OS/2"), face.table("post")
    # a fixed-point number of 16 and 16 bits
    angle = _signed(post, 4, 4) / 65536
    ascent, descent = _signed(os2, 68), _signed(os2, 70)
    # Version 2 of OS/2 brought the height of capitals; older fonts have theirs near the ascender.
    capitals = _signed(os2, 88) if _signed(os2, 0) >= 2 else ascent
    # symbolic: glyphs outside the standard Latin set
    flags = _SYMBOLIC | (_ITALIC if angle else 0) | (_FIXED if _signed(post, 12, 4) else 0)
    return {
        "Flags": str(flags),
        # xMin, yMin, xMax, yMax
        "FontBBox": array(_thousandths(face, _signed(head, at)) for at in (36, 38, 40, 42)),
        "ItalicAngle": number(angle),
        "Ascent": _thousandths(face, ascent),
        "Descent": _thousandths(face, descent),
        "CapHeight": _thousandths(face, capitals),
        "StemV": number(_stem(_signed(os2, 4)), 0),
    }


def _measured(face: Face) -> dict[str, str]:
    """The same of a face of others, measured where its tables say nothing or nonsense."""
    # loaded for such faces alone
    from fonts.measuring import capitals, reach

    os2, post = face.table("OS/2"), face.table("post")
    angle = _signed(post, 4, 4) / 65536
    if abs(angle) > MOST_SLANT:
        angle = 0.0
    head = face.table("head")
    box = [_signed(head, at) for at in (36, 38, 40, 42)]
    if box[0] >= box[2] or box[1] >= box[3]:
        box = [-face.upem, -face.upem, 2 * face.upem, 2 * face.upem]
    ascent, descent = reach(face)
    weight = _signed(os2, 4)
    return {
        "Flags": str(_SYMBOLIC | (_ITALIC if angle else 0)),
        "FontBBox": array(_thousandths(face, side) for side in box),
        "ItalicAngle": number(angle),
        "Ascent": number(ascent * 1000, 0),
        "Descent": number(descent * 1000, 0),
        "CapHeight": number(capitals(face) * 1000, 0),
        "StemV": number(_stem(weight if 100 <= weight <= 1000 else 400), 0),
    }


MOST_SLANT = 45.0
"""Degrees: no italic leans further."""


def _stem(weight: int) -> float:
    """The width of upright stems guessed from the weight class, as PDF writers do: no OpenType
    table holds it.
    """
    return 50 + (weight / 65) ** 2


def _signed(table: bytes, offset: int, size: int = 2) -> int:
    return int.from_bytes(table[offset : offset + size], "big", signed=True)


def _thousandths(face: Face, units: int) -> str:
    return number(units * 1000 / face.upem, 0)


def _add(document: Document, font: CompositeFont) -> str:
    return document.add(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            # over a CIDFontType0 the name of the CMap is joined on (ISO 32000-1 table 121)
            "BaseFont": name(f"{font.tagged}-Identity-H" if font.is_cff else font.tagged),
            "Encoding": "/Identity-H",
            "DescendantFonts": array([_add_cid_font(document, font)]),
            "ToUnicode": document.deflated({}, font.to_unicode),
        }
    )


def _add_cid_font(document: Document, font: CompositeFont) -> str:
    return document.add(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if font.is_cff else "/CIDFontType2",
            "BaseFont": name(font.tagged),
            "CIDSystemInfo": _CHARACTERS,
            "FontDescriptor": _add_descriptor(document, font),
            "DW": DEFAULT_WIDTH,
            "W": font.widths,
            # codes are glyph ids in both: a CFF table is cut so that its CIDs are (`fonts.subset`)
            **({} if font.is_cff else {"CIDToGIDMap": "/Identity"}),
        }
    )


def _add_descriptor(document: Document, font: CompositeFont) -> str:
    if font.is_cff:
        file = {"FontFile3": document.deflated({"Subtype": "/CIDFontType0C"}, font.program)}
    else:
        file = {"FontFile2": document.deflated({"Length1": str(font.length)}, font.program)}
    return document.add(
        {"Type": "/FontDescriptor", "FontName": name(font.tagged), **font.measures, **file}
    )
