"""Fonts of three glyphs, to plant text that is told and not printed: .notdef, a blank and a square,
as TrueType or CFF.
"""

from __future__ import annotations

import io

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name

LACKED, BLANK, SQUARE = b"<0000>", b"<0001>", b"<0002>"
"""Codes in the order of the glyphs, as they are written in a content stream."""

TURNED_ROUND = bytes((0, 0, 0, 2, 0, 1))
"""A CIDToGIDMap that has blank and square change places."""

_GLYPHS = [".notdef", "space", "square"]

_CMAP = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
HONEST = _CMAP + b"2 beginbfchar <0001> <0020> <0002> <25A0> endbfchar"


def telling(code: bytes, text: str, *, as_range: bool = False) -> bytes:
    """A ToUnicode map in which a code shows a text."""
    shown = b"<" + text.encode("utf-16-be").hex().encode() + b">"
    if as_range:
        return _CMAP + b"1 beginbfrange " + code + code + shown + b" endbfrange"
    return _CMAP + b"1 beginbfchar " + code + shown + b" endbfchar"


def embed(
    pdf: pikepdf.Pdf, to_unicode: bytes = HONEST, *, cff: bool = False, mapped: bytes = b""
) -> Dictionary:
    """A composite font over such a program; `mapped` is a CIDToGIDMap, two bytes a code."""
    file = (
        {"FontFile3": pdf.make_stream(_cff(), Subtype=Name.CIDFontType0C)}
        if cff
        else {"FontFile2": pdf.make_stream(_true_type())}
    )
    called = Name("/ABCDEF+Square")
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=called, Flags=4, **file)
    kind = Name.CIDFontType0 if cff else Name.CIDFontType2
    descendant = Dictionary(
        Type=Name.Font, Subtype=kind, BaseFont=called, FontDescriptor=pdf.make_indirect(descriptor)
    )
    if mapped:
        descendant.CIDToGIDMap = pdf.make_stream(mapped)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=called,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode),
        )
    )


def _square(pen: TTGlyphPen | T2CharStringPen) -> None:
    pen.moveTo((0, 0))
    for corner in ((0, 700), (700, 700), (700, 0)):
        pen.lineTo(corner)
    pen.closePath()


def _begun(*, is_ttf: bool) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=is_ttf)
    builder.setupGlyphOrder(_GLYPHS)
    builder.setupCharacterMap({0x20: "space", 0x25A0: "square"})
    return builder


def _true_type() -> bytes:
    builder = _begun(is_ttf=True)
    pens = {glyph: TTGlyphPen(None) for glyph in _GLYPHS}
    _square(pens[".notdef"])
    _square(pens["square"])
    builder.setupGlyf({glyph: pen.glyph() for glyph, pen in pens.items()})
    builder.setupHorizontalMetrics(dict.fromkeys(_GLYPHS, (1000, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _cff() -> bytes:
    builder = _begun(is_ttf=False)
    pens = {glyph: T2CharStringPen(1000 if glyph != "space" else 400, None) for glyph in _GLYPHS}
    _square(pens[".notdef"])
    _square(pens["square"])
    builder.setupCFF(
        "Square",
        {},
        {glyph: pen.getCharString() for glyph, pen in pens.items()},
        {"defaultWidthX": 1000},
    )
    return builder.font["CFF "].compile(builder.font)
