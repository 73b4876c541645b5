"""What is read out of the PDF is what was set, character for character."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from paint_editions import edition, line, page, run, shaped
from paint_reading import Reading, text_of, unicode_map

from fonts.catalogue import Catalogue
from fonts.face import Face
from layouts.errors import ExportError
from layouts.page.item import BLACK, GlyphRun
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.paint.usage import GlyphSpan, spans, usage_of


def one_line(*runs: GlyphRun) -> Edition:
    return edition(page(line(*runs)))


def shown(data: bytes, name: str = "/F1") -> set[str]:
    reading = Reading(data)
    return set(unicode_map(reading.fonts()[name]).values())


def content(data: bytes) -> bytes:
    return Reading(data).content()


def with_clusters(face: Face, text: str, glyphs: str, clusters: tuple[int, ...]) -> GlyphRun:
    return GlyphRun(
        face.key,
        14.0,
        20.0,
        50.0,
        "".join(chr(face.glyph(char)) for char in glyphs),
        0.0,
        (),
        text,
        BLACK,
        clusters,
    )


def test_every_character_is_mapped(faces: Catalogue, tmp_path: Path) -> None:
    text = "澜汀市2023年，（简报）"
    data = write_pdf(one_line(run(faces.face("song"), text)), faces)
    assert shown(data) == set(text)
    assert text_of(data, tmp_path) == text


def test_a_character_beyond_the_bmp_is_a_surrogate_pair(faces: Catalogue, tmp_path: Path) -> None:
    data = write_pdf(one_line(run(faces.face("kai"), "姓𠮷名")), faces)
    reading = Reading(data)
    assert b"<D842DFB7>" in reading.fonts()["/F1"].ToUnicode.read_bytes()
    assert text_of(data, tmp_path) == "姓𠮷名"


def test_a_ligature_shows_several_characters(faces: Catalogue, tmp_path: Path) -> None:
    ligature = shaped(faces.face("song"), "fi")
    assert len(ligature.glyphs) == 1
    data = write_pdf(one_line(ligature), faces)
    assert shown(data) == {"fi"}
    assert text_of(data, tmp_path) == "fi"


def test_the_two_em_dash_shows_two_characters(faces: Catalogue, tmp_path: Path) -> None:
    dash = shaped(faces.face("song"), "甲——乙")
    assert len(dash.glyphs) == 3
    assert text_of(write_pdf(one_line(dash), faces), tmp_path) == "甲——乙"


def test_a_glyph_of_two_characters_keeps_the_first_and_carries_the_other(
    faces: Catalogue, tmp_path: Path
) -> None:
    face = faces.face("song")
    # One glyph, shown once as the Hanzi and once as the radical of the same form.
    glyph = chr(face.glyph("一"))
    runs = (run(face, "一", 20), GlyphRun("song", 14.0, 60.0, 50.0, glyph, 0.0, (), "⼀"))
    data = write_pdf(one_line(*runs), faces)
    assert shown(data) == {"一"}
    assert content(data).count(b"ActualText") == 1
    assert b"<FEFF2F00>" in content(data)
    assert text_of(data, tmp_path).replace(" ", "") == "一⼀"


def test_a_hanzi_that_comes_first_with_a_selector_is_called_by_itself(
    faces: Catalogue, tmp_path: Path
) -> None:
    """A reader that passes over ActualText then finds the Hanzi wherever it stands."""
    song = faces.face("song")
    with_selector = with_clusters(song, "葛\U000e0100", "葛", (0, 2))
    for runs in ((with_selector, run(song, "葛")), (run(song, "葛"), with_selector)):
        data = write_pdf(one_line(*runs), faces)
        assert shown(data) == {"葛"}
        assert text_of(data, tmp_path).replace("\n", "").replace(" ", "") in (
            "葛\U000e0100葛",
            "葛葛\U000e0100",
        )


def test_only_the_doubtful_glyph_of_a_run_is_spelled_out(faces: Catalogue, tmp_path: Path) -> None:
    face = faces.face("song")
    odd = run(face, "甲一乙", 20, y=80, kerns=((1, -1.0), (2, 2.0)))._replace(text="甲⼀乙")
    data = write_pdf(edition(page(line(run(face, "一")), line(odd))), faces)
    assert content(data).count(b"ActualText") == 1
    assert text_of(data, tmp_path) == "一\n甲⼀乙"


def test_a_hyphen_that_is_not_in_the_text_is_not_read(faces: Catalogue, tmp_path: Path) -> None:
    data = write_pdf(
        one_line(with_clusters(faces.face("latin"), "com", "com-", (0, 1, 2, 3, 3))), faces
    )
    assert text_of(data, tmp_path) == "com"


def test_a_glyph_of_a_cluster_keeps_its_own_text_elsewhere(
    faces: Catalogue, tmp_path: Path
) -> None:
    latin = faces.face("latin")
    runs = (with_clusters(latin, "e", "en", (0, 1, 1)), run(latin, "en", 100))
    assert text_of(write_pdf(one_line(*runs), faces), tmp_path) == "e en"


def test_an_unknown_glyph_whose_number_is_its_character_is_not_overlooked() -> None:
    alike = GlyphRun("song", 14.0, 0.0, 0.0, "一", 0.0, (), "一")
    assert usage_of(one_line(alike))["song"].shown == {ord("一"): "一"}


def test_spans_join_glyphs_that_show_one_text() -> None:
    bare = GlyphRun("song", 14.0, 0.0, 0.0, "abcd", 0.0, (), "xyz", BLACK, (0, 1, 1, 2, 3))
    assert spans(bare) == [GlyphSpan(0, 2, "x"), GlyphSpan(2, 3, "y"), GlyphSpan(3, 4, "z")]
    assert spans(bare._replace(clusters=(0, 0, 1, 2, 3))) == [
        GlyphSpan(0, 1, ""),
        GlyphSpan(1, 2, "x"),
        GlyphSpan(2, 3, "y"),
        GlyphSpan(3, 4, "z"),
    ]


@pytest.mark.parametrize("clusters", [None, (0, 1, 2), (0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 9)])
def test_glyphs_that_do_not_fit_their_text_are_an_error(clusters: tuple[int, ...] | None) -> None:
    with pytest.raises(ValueError, match="glyphs"):
        spans(GlyphRun("song", 14.0, 0.0, 0.0, "abcd", 0.0, (), "xyz", BLACK, clusters))


def test_a_missing_glyph_stops_the_export(faces: Catalogue) -> None:
    with pytest.raises(ExportError, match=r"第 1 页.*page 1"):
        write_pdf(one_line(run(faces.face("song"), "甲\U0010fffd")), faces)


def test_the_fonts_are_embedded_subsets_and_no_others(faces: Catalogue) -> None:
    pdf = Reading(
        write_pdf(one_line(run(faces.face("song"), "甲"), run(faces.face("latin"), "A", 60)), faces)
    )
    for font in pdf.fonts().values():
        tag, _, name = str(font.BaseFont).removeprefix("/").partition("+")
        assert len(tag) == 6
        assert tag.isalpha()
        assert tag.isupper()
        assert name in {"BanxinSong-Regular", "Tinos-Regular"}
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert b"Helvetica" not in b"".join(
        obj.unparse() for obj in pdf.pdf.objects if isinstance(obj, pikepdf.Dictionary)
    )


def test_the_descriptor_tells_the_measures_of_the_face(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(one_line(run(faces.face("latin-italic"), "A")), faces))
    descriptor = pdf.fonts()["/F1"].DescendantFonts[0].FontDescriptor
    assert int(descriptor.Flags) & 4
    assert int(descriptor.Flags) & 64
    assert float(descriptor.ItalicAngle) < 0
    assert 600 < int(descriptor.Ascent) < 1000
    assert -300 < int(descriptor.Descent) < 0
    assert 600 < int(descriptor.CapHeight) < 700


def test_the_descriptor_of_a_chinese_face_tells_its_em_box(faces: Catalogue) -> None:
    reading = Reading(write_pdf(one_line(run(faces.face("song"), "甲")), faces))
    descriptor = reading.fonts()["/F1"].DescendantFonts[0].FontDescriptor
    assert (int(descriptor.Ascent), int(descriptor.Descent)) == (880, -120)
    assert int(descriptor.StemV) in range(60, 120)
