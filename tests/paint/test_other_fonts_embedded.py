"""Fonts that are not ours in a PDF: whole where their maker wants it so, whatever their tables say."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from ofd_reading import OfdReading, faults
from paint_editions import edition, line, page, run
from paint_reading import Reading, program, text_of, unicode_map

from fonts.catalogue import Catalogue
from layouts.page.item import GlyphRun
from layouts.paint.ofd.writing import write_ofd
from layouts.paint.pdf import write_pdf

HANZI = "永国酬爱郁灵鹰袋一二三四五六七八九十"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def made(chars: str = HANZI, **how) -> TTFont:
    sys.path.insert(0, str(Path(__file__).parents[1] / "fonts"))
    from making import squares

    return squares(chars, family="Theirs", postscript=how.pop("postscript", "Theirs"), **how)


class Embedded(NamedTuple):
    """The PDF of a line, read back."""

    data: bytes
    reading: Reading

    @property
    def font(self) -> pikepdf.Object:
        (found,) = self.reading.fonts().values()
        return found

    @property
    def descriptor(self) -> pikepdf.Object:
        return self.font.DescendantFonts[0].FontDescriptor


def written(font: TTFont, house: Path, text: str = "永国") -> Embedded:
    """A line in a face."""
    font.save(house / "theirs.ttf")
    catalogue = Catalogue()
    face = catalogue.face("Theirs|song")
    assert face.is_foreign
    data = write_pdf(edition(page(line(run(face, text)))), catalogue)
    return Embedded(data, Reading(data))


def test_a_subset_is_tagged_and_holds_what_is_used(house: Path):
    found = written(made(), house)
    assert str(found.font.BaseFont)[7:] == "+Theirs"
    assert program(found.font)["maxp"].numGlyphs == 3


@pytest.mark.parametrize("cff", [False, True])
def test_one_that_may_not_be_subset_is_embedded_whole_and_says_no_other(house: Path, cff: bool):
    found = written(made(fs_type=0x0100, cff=cff), house)
    assert "+" not in str(found.font.BaseFont)
    if cff:
        from io import BytesIO

        from fontTools.cffLib import CFFFontSet

        table = CFFFontSet()
        table.decompile(BytesIO(found.descriptor.FontFile3.read_bytes()), None)
        count = len(table[0].CharStrings)
    else:
        count = program(found.font)["maxp"].numGlyphs
    assert count == len(HANZI) + 1
    assert text_of(found.data, house) == "永国"


def test_postscript_outlines_named_by_glyph_are_read_by_number(house: Path):
    found = written(made(cff=True), house)
    assert text_of(found.data, house) == "永国"
    assert found.font.DescendantFonts[0].Subtype == "/CIDFontType0"


@pytest.mark.parametrize("tables", [("OS/2",), ("post",), ("OS/2", "post")])
def test_tables_that_are_not_there_are_measured(house: Path, tables: tuple[str, ...]):
    """Without OS/2 nothing says that a face may be embedded: one that has it is embedded, and what
    its descriptor needs of the others is measured.
    """
    font = made()
    for table in tables:
        if table != "OS/2":
            del font[table]
        else:
            font["OS/2"].version = 0
            font["OS/2"].sTypoAscender = font["OS/2"].sTypoDescender = 0
            font["OS/2"].usWeightClass = 0
    found = written(font, house)
    descriptor = found.descriptor
    assert 300 <= int(descriptor.Ascent) <= 2000
    assert -1500 <= int(descriptor.Descent) < 0
    assert 50 <= int(descriptor.StemV) <= 300
    assert int(descriptor.CapHeight) > 0


def test_a_name_of_odd_characters_is_written_in_plain_ones(house: Path):
    found = written(made(postscript="Theirs (1) [x]/%永"), house)
    assert str(found.font.BaseFont)[7:] == "+Theirs1x"


def test_a_glyph_of_two_characters_is_read_as_each_where_it_stands(house: Path):
    font = made(HANZI + "见")
    for table in font["cmap"].tables:
        table.cmap[0x2EC5] = table.cmap[ord("见")]
    found = written(font, house, "见永\u2ec5")
    assert set(unicode_map(found.font).values()) == {"见", "永"}
    assert text_of(found.data, house) == "见永\u2ec5"


def test_widths_are_those_of_the_face(house: Path):
    font = made()
    for name in font.getGlyphOrder()[1:3]:
        font["hmtx"][name] = (875, 100)
    found = written(font, house, "永国一")
    xs = [round(glyph.x, 3) for glyph in found.reading.drawn()]
    assert [round(b - a, 2) for a, b in pairwise(xs)] == [12.25, 12.25]


def test_a_file_that_went_away_in_the_meantime_is_still_printed_from(house: Path):
    made().save(house / "theirs.ttf")
    catalogue = Catalogue()
    face = catalogue.face("Theirs|song")
    glyphs: GlyphRun = run(face, HANZI)
    assert not catalogue.is_gone(face.key)
    (house / "theirs.ttf").unlink()
    assert catalogue.is_gone(face.key)
    assert text_of(write_pdf(edition(page(line(glyphs))), catalogue), house) == HANZI


def test_outlines_of_a_cff2_face_need_no_deeper_stack_than_readers_have(house: Path):
    """Adobe technical note 5177, appendix B: 48 numbers. Those of HarfBuzz's instances took up to
    86, and poppler left the glyphs blank.
    """
    from io import BytesIO

    from fontTools.cffLib import CFFFontSet

    sys.path.insert(0, str(Path(__file__).parents[1] / "fonts"))
    from making import variable

    text = "迎道员永国"
    variable(text, cff2=True).save(house / "v.otf")
    catalogue = Catalogue()
    assert catalogue.library is not None
    name = catalogue.library.faces[0].postscript
    face = catalogue.face(f"{name}@600|song")
    data = write_pdf(edition(page(line(run(face, text)))), catalogue)
    reading = Reading(data)
    (font,) = reading.fonts().values()
    table = CFFFontSet()
    table.decompile(BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()), None)
    charstrings = table[0].CharStrings
    assert len(charstrings) == len(text) + 1
    for glyph in charstrings.keys():  # noqa: SIM118
        charstrings[glyph].decompile()
        depth = 0
        for token in charstrings[glyph].program:
            depth = depth + 1 if isinstance(token, int | float) else 0
            assert depth <= 48
    assert text_of(data, house) == text


# -- in an OFD -------------------------------------------------------------------------------------


@pytest.mark.parametrize("cff", [False, True])
@pytest.mark.parametrize(("fs_type", "glyphs"), [(0, 3), (0x0100, len(HANZI) + 1)])
def test_an_ofd_has_it_as_a_font_file_whole_where_its_maker_wants(
    house: Path, cff: bool, fs_type: int, glyphs: int
):
    made(fs_type=fs_type, cff=cff).save(house / "theirs.ttf")
    catalogue = Catalogue()
    face = catalogue.face("Theirs|song")
    data = write_ofd(edition(page(line(run(face, "永国")))), catalogue)
    assert faults(data) == []
    reading = OfdReading(data)
    font = reading.font(reading.glyphs()[0].font)
    assert font["maxp"].numGlyphs == glyphs
    names = [font.getGlyphOrder()[glyph.glyph] for glyph in reading.glyphs()]
    assert names == [font.getBestCmap()[ord(char)] for char in "永国"]


def test_outlines_of_a_cff2_face_in_an_ofd_need_no_deeper_stack(house: Path):
    sys.path.insert(0, str(Path(__file__).parents[1] / "fonts"))
    from making import variable

    text = "迎道员永国"
    variable(text, cff2=True).save(house / "v.otf")
    catalogue = Catalogue()
    assert catalogue.library is not None
    face = catalogue.face(f"{catalogue.library.faces[0].postscript}@600|song")
    reading = OfdReading(write_ofd(edition(page(line(run(face, text)))), catalogue))
    font = reading.font(reading.glyphs()[0].font)
    assert font["head"].unitsPerEm == 1000
    charstrings = font["CFF "].cff[0].CharStrings
    for glyph, char in zip(reading.glyphs(), text, strict=True):
        assert font.getBestCmap()[ord(char)] == font.getGlyphOrder()[glyph.glyph]
        drawn = charstrings[font.getGlyphOrder()[glyph.glyph]]
        drawn.decompile()
        depth = 0
        for token in drawn.program:
            depth = depth + 1 if isinstance(token, int | float) else 0
            assert depth <= 48
