"""Glyphs and characters of an OFD: where they stand, what they show, what readers find."""

from __future__ import annotations

from pathlib import Path

import ofdkit
import pytest
from composing import compose_manuscript
from fontTools.pens.recordingPen import DecomposingRecordingPen
from ofd_reading import OfdReading, faults
from paint_editions import OneFace, edition, line, page, run
from paint_reading import Reading

from fonts.catalogue import Catalogue
from layouts.errors import ExportError
from layouts.page.item import BLACK, GlyphRun, Ink
from layouts.page.page import Edition
from layouts.paint.ofd.writing import write_ofd
from layouts.paint.pdf import write_pdf

MM = 25.4 / 72
NEAR = 0.01
"""Millimetres that a glyph may stand off its place in the PDF."""

FACES = Catalogue()
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")


def one_line(*runs: GlyphRun) -> Edition:
    return edition(page(line(*runs)))


def read(*runs: GlyphRun) -> OfdReading:
    data = write_ofd(one_line(*runs), FACES)
    assert faults(data) == []
    return OfdReading(data)


def with_clusters(text: str, glyphs: str, clusters: tuple[int, ...], key: str = "song") -> GlyphRun:
    made = run(FACES.face(key), glyphs)
    return made._replace(text=text, clusters=clusters)


# -- places ----------------------------------------------------------------------------------------


def assert_stands_as_in_pdf(composed: Edition) -> None:
    """Every glyph at its place, size and number of objects as pikepdf reads them off our PDF."""
    ofd, pdf = OfdReading(write_ofd(composed, FACES)), Reading(write_pdf(composed, FACES))
    for number, one in enumerate(composed.pages, start=1):
        ours, theirs = ofd.glyphs(number), pdf.drawn(number)
        assert len(ours) == len(theirs)
        for glyph, drawn in zip(ours, theirs, strict=True):
            assert abs(glyph.x - drawn.x * MM) < NEAR
            assert abs(glyph.y - (one.height - drawn.y) * MM) < NEAR
            assert abs(glyph.size - drawn.size * MM) < 0.001


def test_kerns_tracking_and_faces_stand_as_in_the_pdf() -> None:
    song, latin = FACES.face("song"), FACES.face("latin")
    assert_stands_as_in_pdf(
        one_line(
            run(song, "一，二（三", 20, kerns=((0, 3.0), (2, -7.0), (2, 1.5), (4, -7.0))),
            run(latin, "The quick brown fox, 1234567890", 90, size=13.75),
            run(song, "甲乙" * 12, 20, y=90, size=10.5, tracking=0.123456),
        )
    )


def composed_of(text: str, folder: Path) -> Edition:
    (folder / "issue.md").write_text(text, "utf8")
    return compose_manuscript(folder / "issue.md", FACES)[0]


def test_a_composed_issue_stands_as_in_the_pdf(tmp_path: Path) -> None:
    text = "## 【要闻】\n\n### 一个题目\n\n" + "2025年10月，联盟“十二座”书房（湖畔）开放了。" * 30
    assert_stands_as_in_pdf(composed_of(text, tmp_path))


def test_the_boundary_holds_all_ink() -> None:
    # readers cut off what is outside (GB/T 33190 8.5): Å reaches high, j low and to the left
    face = FACES.face("latin-italic")
    reading = read(run(face, "jÅgf"))
    text = reading.objects("TextObject")[0]
    left, top, width, height = (float(part) / MM for part in text.get("Boundary").split())
    inks = [face.ink(face.glyph(char)) for char in "jÅgf"]
    assert left <= 20 + inks[0].left * 14
    assert top <= 50 - max(ink.top for ink in inks) * 14
    assert top + height >= 50 - min(ink.bottom for ink in inks) * 14
    pens = 20 + sum(face.advance(face.glyph(char)) for char in "jÅg") * 14
    assert left + width >= pens + inks[3].right * 14


# -- faces -----------------------------------------------------------------------------------------


def contours(font, name: str) -> list[object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value


@pytest.mark.parametrize("key", ["song", "latin"])
def test_the_embedded_face_draws_the_glyphs_and_knows_the_characters(key: str) -> None:
    from fontTools.ttLib import TTFont

    text = "澜汀A市" if key == "song" else "Aé fi"
    face = FACES.face(key)
    reading = read(run(face, text))
    glyphs = reading.glyphs()
    small, whole = reading.font(glyphs[0].font), TTFont(face.path)
    assert {"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"} <= {*small.keys()}
    for char, glyph in zip(text, glyphs, strict=True):
        ours = small.getGlyphOrder()[glyph.glyph]
        theirs = whole.getBestCmap()[ord(char)]
        assert small.getBestCmap()[ord(char)] == ours
        assert small["hmtx"][ours] == whole["hmtx"][theirs]
        assert contours(small, ours) == contours(whole, theirs)


def test_what_stands_in_is_named() -> None:
    songs, bold = run(FACES.face("song"), "宋"), run(FACES.face("hei-bold"), "黑")
    reading = read(songs, bold, run(FACES.face("latin-italic"), "x"))
    fonts = [font.attrib for font in reading.part("Doc_0/PublicRes.xml").iter("{*}Font")]
    assert [font["FamilyName"] for font in fonts] == ["宋体", "黑体", "Times New Roman"]
    assert [font.get("Bold") for font in fonts] == [None, "true", None]
    assert [font.get("Italic") for font in fonts] == [None, None, "true"]


@pytest.mark.skipif(not NOTO.is_file(), reason="no Noto Serif CJK here")
def test_a_postscript_face_is_embedded_as_a_font_file() -> None:
    faces = OneFace(NOTO, "NotoSerifCJKsc-Regular", 2)
    reading = OfdReading(write_ofd(one_line(run(faces.face("face"), "澜汀")), faces))
    glyph = reading.glyphs()[0]
    assert reading.resources[glyph.font].endswith(".otf")
    font = reading.font(glyph.font)
    assert font.getBestCmap()[ord("澜")] == font.getGlyphOrder()[glyph.glyph]


def test_a_character_in_no_face_is_refused() -> None:
    with pytest.raises(ExportError, match="第 1 页"):
        write_ofd(one_line(run(FACES.face("latin"), "汀")), FACES)


# -- characters ------------------------------------------------------------------------------------


def pieces(reading: OfdReading) -> list[str]:
    return [code.text for code in reading.objects("TextCode")]


def test_a_run_of_a_glyph_a_character_is_one_object() -> None:
    assert pieces(read(run(FACES.face("song"), "澜汀市2023年"))) == ["澜汀市2023年"]


def test_a_glyph_of_several_characters_stands_alone_with_them_spread_over_it() -> None:
    reading = read(with_clusters("甲fi乙", "甲一乙", (0, 1, 3, 4)))
    assert pieces(reading) == ["甲", "fi", "乙"]
    alone = reading.objects("TextObject")[1]
    assert (alone[1].get("CodeCount"), alone[1].get("GlyphCount")) == ("2", "1")
    assert float(alone[2].get("DeltaX")) == pytest.approx(7 * MM, abs=0.002)


def test_a_character_with_a_selector_and_one_beyond_the_bmp_stand_alone() -> None:
    selected = with_clusters("甲辻\U000e0100乙", "甲辻乙", (0, 1, 3, 4))
    assert pieces(read(selected)) == ["甲", "辻\U000e0100", "乙"]
    assert pieces(read(run(FACES.face("kai"), "姓𠮷名"))) == ["姓", "𠮷", "名"]


def test_leading_blanks_stand_alone() -> None:
    # who trims a text would else set all that follows too far to the left
    reading = read(run(FACES.face("song"), " 甲 乙 "))
    assert pieces(reading) == [" ", "甲 乙 "]


def test_a_glyph_without_a_character_is_drawn_as_a_path() -> None:
    # two glyphs show one character together: the second has none to stand beside it
    reading = read(with_clusters("甲乙", "甲一乙", (0, 1, 1, 2)))
    assert pieces(reading) == ["甲", "乙"]
    assert len(reading.objects("PathObject")) == 1
    box = reading.objects("PathObject")[0].get("Boundary")
    left, _, width, height = map(float, box.split())
    assert 34 * MM < left + width / 2 < 48 * MM
    assert width > 3 * height


def test_the_colour_of_each_run_is_kept() -> None:
    red = Ink("red", (0.8, 0.1, 0.1), spot=True)
    reading = read(run(FACES.face("song"), "红", ink=red), run(FACES.face("song"), "黑", ink=BLACK))
    colours = [one[0].get("Value") for one in reading.objects("TextObject")]
    assert colours == ["204 26 26", "0 0 0"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<b>&]]>", "<b>&]]>"),
        ("甲\u202e乙\u2066", "甲乙"),
        ("甲\x00\x0b\ufffe乙", "甲\ufffd\ufffd\ufffd乙"),
        ("甲\ud800乙", "甲\ufffd乙"),
    ],
)
def test_no_text_is_markup_or_breaks_the_xml(text: str, read_as: str) -> None:
    seen = "".join(char for char in text if char.isprintable() and char != "\ufffe")
    shown = [char if char in seen else "一" for char in text]
    made = run(FACES.face("song"), "".join(shown))._replace(text=text)
    assert "".join(pieces(read(made))) == read_as


def test_another_reader_finds_every_character_once(tmp_path: Path) -> None:
    text = "## 【要闻】\n\n### 题目\n\n姓𠮷，office “引”2025年，A<b>&amp;。\n\n　　第二段。\n"
    composed = composed_of(text, tmp_path)
    (tmp_path / "issue.ofd").write_bytes(write_ofd(composed, FACES))
    with ofdkit.open(str(tmp_path / "issue.ofd")) as document:
        found = document.text()
    set_text = "".join(one.text for page_ in composed.pages for one in page_.lines)
    assert sorted("".join(found.split())) == sorted("".join(set_text.split()))
    assert "office" in found
