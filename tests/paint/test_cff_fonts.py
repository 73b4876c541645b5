"""Fonts with PostScript outlines are embedded as such: a bare CFF table whose CIDs are its glyph
ids.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from paint_editions import HEIGHT, OneFace, edition, line, page, run
from paint_reading import Reading, pixels, text_of, tool, unicode_map

from layouts.page.pen import pen_positions
from layouts.paint.pdf import write_pdf

NOTO = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SIMPLIFIED = 2
"""The index of the SC face in Debian's collection."""


def bar(width: int, height: int) -> object:
    pen = T2CharStringPen(width, None)
    pen.moveTo((50, 0))
    pen.lineTo((50, height))
    pen.lineTo((width - 50, height))
    pen.lineTo((width - 50, 0))
    pen.closePath()
    return pen.getCharString()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> OneFace:
    """An OpenType font of four glyphs, whose bars are 700, 800 and 900 high."""
    glyphs = {
        ".notdef": bar(500, 100),
        "yi": bar(1000, 700),
        "er": bar(1000, 800),
        "A": bar(612, 900),
    }
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord("一"): "yi", ord("二"): "er", ord("A"): "A", 0x20BB7: "yi"})
    builder.setupCFF("Tiny-Regular", {"FullName": "Tiny"}, glyphs, {})
    builder.setupHorizontalMetrics(
        {".notdef": (500, 50), "yi": (1000, 50), "er": (1000, 50), "A": (612, 50)}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    path = tmp_path_factory.mktemp("fonts") / "tiny.otf"
    builder.save(path)
    return OneFace(path, "Tiny-Regular")


def program(reading: Reading) -> CFFFontSet:
    stream = reading.fonts()["/F1"].DescendantFonts[0].FontDescriptor.FontFile3
    assert stream.Subtype == "/CIDFontType0C"
    cff = CFFFontSet()
    cff.decompile(io.BytesIO(stream.read_bytes()), TTFont())
    return cff


def outline(cff: CFFFontSet, code: int) -> list[object]:
    pen = RecordingPen()
    top = cff[0]
    top.CharStrings[top.charset[code]].draw(pen)
    return pen.value


def test_it_is_a_cid_font_of_type_0c(tiny: OneFace) -> None:
    reading = Reading(write_pdf(edition(page(line(run(tiny.face("face"), "二A")))), tiny))
    font = reading.fonts()["/F1"]
    assert font.DescendantFonts[0].Subtype == "/CIDFontType0"
    assert str(font.BaseFont) == f"{font.DescendantFonts[0].BaseFont}-Identity-H"
    assert "/CIDToGIDMap" not in font.DescendantFonts[0]
    assert program(reading).keys()


def test_codes_lead_to_the_right_outlines(tiny: OneFace) -> None:
    reading = Reading(write_pdf(edition(page(line(run(tiny.face("face"), "二A")))), tiny))
    cff = program(reading)
    heights = [
        max(y for _, points in outline(cff, glyph.code) for _, y in points)
        for glyph in reading.drawn()
    ]
    assert heights == [800, 900]


def test_its_glyphs_stand_where_they_should(tiny: OneFace) -> None:
    face = tiny.face("face")
    one = run(face, "A一A二", 33.3, tracking=0.7, kerns=((2, -4.0),))
    reading = Reading(write_pdf(edition(page(line(one))), tiny))
    assert [glyph.x for glyph in reading.drawn()] == pytest.approx(
        pen_positions(one, face), abs=0.005
    )


def test_two_characters_of_one_glyph_are_both_read(tiny: OneFace, tmp_path: Path) -> None:
    data = write_pdf(edition(page(line(run(tiny.face("face"), "一𠮷")))), tiny)
    assert text_of(data, tmp_path) == "一𠮷"


def test_it_is_drawn(tiny: OneFace, tmp_path: Path) -> None:
    image = pixels(
        write_pdf(edition(page(line(run(tiny.face("face"), "一", 20, 100, 100)))), tiny), tmp_path
    )
    assert image.getpixel((70, 60)) == (0, 0, 0)
    assert image.getpixel((70, 25)) == (255, 255, 255)
    assert image.height == HEIGHT


def test_a_face_of_a_collection_is_embedded(tmp_path: Path) -> None:
    if not NOTO.exists():
        pytest.skip("Debian's fonts-noto-cjk is not installed")
    noto = OneFace(NOTO, "NotoSerifCJKsc-Regular", SIMPLIFIED)
    text = "澜汀市简报，𠮷一二"
    data = write_pdf(edition(page(line(run(noto.face("face"), text)))), noto)
    reading = Reading(data)
    assert set(unicode_map(reading.fonts()["/F1"]).values()) == set(text)
    cff = program(reading)
    original = TTFont(NOTO, fontNumber=SIMPLIFIED)["CFF "].cff
    for char, glyph in zip(text, reading.drawn(), strict=True):
        assert outline(cff, glyph.code) == outline(original, noto.face("face").glyph(char))
    assert text_of(data, tmp_path) == text
    (tmp_path / "noto.pdf").write_bytes(data)
    listed = subprocess.run(
        [tool("pdffonts"), "noto.pdf"], cwd=tmp_path, capture_output=True, check=True, text=True
    ).stdout
    assert "CID Type 0C" in listed
    assert "yes yes yes" in listed
