"""Subsets hold the glyphs asked for, unchanged, and little else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from fonts.catalogue import Catalogue
from fonts.face import Face
from fonts.subset import PDF_TABLES, Subset, subset

NOTO = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")


@pytest.fixture(scope="module")
def song() -> Face:
    return Catalogue().face("song")


def cut(face: Face, text: str) -> Subset:
    return subset(face, [face.glyph(char) for char in text])


def test_glyphs_keep_their_outlines_and_advances(song: Face) -> None:
    taken = cut(song, "澜汀（A，")
    small, whole = TTFont(io.BytesIO(taken.data)), TTFont(song.path)
    for old, new in taken.glyphs.items():
        ours, theirs = small.getGlyphOrder()[new], whole.getGlyphOrder()[old]
        assert small["hmtx"][ours] == whole["hmtx"][theirs]
        assert (
            small["glyf"][ours].getCoordinates(small["glyf"])[0]
            == whole["glyf"][theirs].getCoordinates(whole["glyf"])[0]
        )


def test_new_numbers_run_from_notdef_without_a_gap(song: Face) -> None:
    taken = cut(song, "澜汀市")
    assert taken.glyphs[0] == 0
    assert sorted(taken.glyphs.values()) == list(range(4))


def test_parts_of_composite_glyphs_come_along() -> None:
    face = Catalogue().face("latin")
    taken = cut(face, "é")
    small = TTFont(io.BytesIO(taken.data))
    assert small["glyf"][small.getGlyphOrder()[taken.glyphs[face.glyph("é")]]].isComposite()
    assert len(taken.glyphs) == 4


def test_only_tables_that_a_viewer_reads_are_kept(song: Face) -> None:
    tables = {str(tag) for tag in TTFont(io.BytesIO(cut(song, "嘉").data)).reader.tables}
    assert tables <= PDF_TABLES
    assert "glyf" in tables


def test_substitutions_drag_nothing_in(song: Face) -> None:
    # Every one of these has a vertical form, a half-width form and more.
    assert len(cut(song, "，。、：（）").glyphs) == 7


def test_the_same_glyphs_give_the_same_bytes(song: Face) -> None:
    assert cut(song, "澜汀市").data == cut(Face("again", song.path), "市汀澜").data


def test_hints_are_left_behind() -> None:
    taken = cut(Catalogue().face("latin"), "ABC")
    font = TTFont(io.BytesIO(taken.data))
    assert all(
        not font["glyf"][name].program.getBytecode()
        for name in font.getGlyphOrder()
        if hasattr(font["glyf"][name], "program")
    )


def test_postscript_outlines_give_a_bare_cff_table() -> None:
    if not NOTO.exists():
        pytest.skip("Debian's fonts-noto-cjk is not installed")
    face = Face("noto", NOTO, index=2)
    taken = cut(face, "澜汀")
    assert taken.is_cff
    assert taken.data[:1] == b"\1"
    assert len(taken.data) < 10_000
