"""Faces made for tests with fontTools: small ones of squares, with whatever names, flags and axes a
test is about, and variable ones out of two of ours.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from fontTools import varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._n_a_m_e import makeName

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "fonts" / "faces"

WINDOWS, MAC = 3, 1
SAMPLE = "永国酬爱郁灵鹰袋，。“”—1a"

Name = tuple[int, str | bytes, int, int, int]
"""Name id, text, platform, encoding and language, as the table has them."""


def squares(
    chars: str = "永国",
    *,
    family: str = "Squares",
    postscript: str = "Squares",
    names: Iterable[Name] = (),
    weight: int = 400,
    italic: bool = False,
    fs_type: int = 0,
    vendor: str = "TEST",
    cff: bool = False,
) -> TTFont:
    """A face whose characters are all the same square."""
    order = [".notdef", *(f"u{ord(char):X}" for char in chars)]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(char): f"u{ord(char):X}" for char in chars})
    if cff:
        builder.setupCFF(postscript, {}, {name: _charstring() for name in order}, {})
    else:
        builder.setupGlyf({name: _square() for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": postscript})
    for name_id, text, platform, encoding, language in names:
        builder.font["name"].names.append(makeName(text, name_id, platform, encoding, language))
    builder.setupOS2(usWeightClass=weight, fsType=fs_type, achVendID=vendor)
    builder.setupPost()
    if italic:
        builder.font["head"].macStyle |= 2
    return builder.font


def written(font: TTFont, path: Path) -> Path:
    """The file of a face."""
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def collection(fonts: list[TTFont], path: Path) -> Path:
    """The file of several."""
    whole = TTCollection()
    whole.fonts = fonts
    whole.save(path)
    return path


def chinese(*texts: tuple[int, str]) -> list[Name]:
    """Names as Windows has them in Chinese."""
    return [(name_id, text, WINDOWS, 1, 0x0804) for name_id, text in texts]


def variable(chars: str = SAMPLE, *, cff2: bool = False) -> TTFont:
    """A face with an axis of weight from 400 to 700, out of Song Regular and Bold."""
    return TTFont(io.BytesIO(_variable(chars, cff2)))


@cache
def _variable(chars: str, cff2: bool) -> bytes:
    document = DesignSpaceDocument()
    axis = AxisDescriptor()
    axis.tag, axis.name = "wght", "Weight"
    axis.minimum, axis.default, axis.maximum = 400, 400, 700
    document.addAxis(axis)
    for name, weight in (("BanxinSong-Regular.ttf", 400), ("BanxinSong-Bold.ttf", 700)):
        source = SourceDescriptor()
        master = cut(OURS / name, chars)
        source.font = _postscript_outlines(master) if cff2 else master
        source.location = {"Weight": weight}
        source.familyName, source.styleName = "Variable", str(weight)
        document.addSource(source)
    font, _, _ = varLib.build(document)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def nested() -> TTFont:
    """A face of composites: each of forty characters is two of the one before it."""
    font = squares("".join(map(chr, range(0x4E00, 0x4E28))) + "永国酬")
    # else fontTools would add up all two to the fortieth of their points
    font.recalcBBoxes = False
    glyphs = font["glyf"]
    order = font.getGlyphOrder()
    for before, name in pairwise(order[1:]):
        pen = TTGlyphPen(dict.fromkeys(order))
        for shift in (0, 10):
            pen.addComponent(before, (1, 0, 0, 1, shift, 0))
        glyphs[name] = pen.glyph()
        for edge, at in (("xMin", 100), ("yMin", 0), ("xMax", 900), ("yMax", 800)):
            setattr(glyphs[name], edge, at)
    return font


def cut(path: Path, chars: str, features: Iterable[str] = ()) -> TTFont:
    """A face of a file with these characters alone."""
    font = TTFont(path)
    left = [] if features else ["vhea", "vmtx", "GPOS", "GSUB", "GDEF", "BASE"]
    options = Options(
        layout_features=list(features),
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=[*Options._drop_tables_default, *left],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=chars)
    subsetter.subset(font)
    return _reread(font)


def _postscript_outlines(font: TTFont) -> TTFont:
    """The same with each quadratic curve as a cubic one, so that two masters stay alike."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    charstrings = {}
    for name in order:
        pen = T2CharStringPen(glyphs[name].width, None)
        glyphs[name].draw(pen)
        charstrings[name] = pen.getCharString(optimize=False)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(font.getBestCmap())
    builder.setupCFF("Variable", {}, charstrings, {})
    builder.setupHorizontalMetrics({name: font["hmtx"][name] for name in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {"familyName": "Variable", "styleName": "Regular", "psName": "Variable-Regular"}
    )
    builder.setupOS2(fsType=0)
    builder.setupPost()
    return _reread(builder.font)


def _reread(font: TTFont) -> TTFont:
    out = io.BytesIO()
    font.save(out)
    out.seek(0)
    return TTFont(out)


def _square() -> object:
    pen = TTGlyphPen(None)
    _draw(pen)
    return pen.glyph()


def _charstring() -> object:
    pen = T2CharStringPen(1000, None)
    _draw(pen)
    return pen.getCharString()


def _draw(pen: TTGlyphPen | T2CharStringPen) -> None:
    pen.moveTo((100, 0))
    for point in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(point)
    pen.closePath()


def swollen(path: Path, size: int) -> None:
    """Make the outlines of a file as long as `size`, most of them a hole."""
    data = bytearray(path.read_bytes())
    entry = next(at for at in range(12, len(data), 16) if data[at : at + 4] == b"glyf")
    offset, length = (int.from_bytes(data[at : at + 4], "big") for at in (entry + 8, entry + 12))
    moved = data[offset : offset + length]
    start = len(data)
    data[entry + 8 : entry + 16] = start.to_bytes(4, "big") + size.to_bytes(4, "big")
    path.write_bytes(data + moved)
    with path.open("r+b") as file:
        file.truncate(start + size)
