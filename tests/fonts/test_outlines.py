"""Outlines and grey values of glyphs: those of the font file, as fontTools reads it."""

from __future__ import annotations

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from fonts.catalogue import Catalogue
from fonts.raster import GlyphRaster, padded

TEXT = "澜汀书讯，。“——”Ag8fi"
VERBS = {"M": "moveTo", "L": "lineTo", "Q": "qCurveTo", "C": "curveTo", "Z": "closePath"}


@pytest.mark.parametrize("key", ["song", "song-black", "hei-bold", "kai", "fangsong", "latin"])
def test_outlines_fill_the_area_that_the_file_says(catalogue: Catalogue, key: str) -> None:
    face = catalogue.face(key)
    font = TTFont(face.path)
    glyphs = font.getGlyphSet()
    for char in TEXT:
        if not (glyph := face.glyph(char)):
            continue
        theirs, ours = AreaPen(glyphs), AreaPen(glyphs)
        glyphs[font.getGlyphName(glyph)].draw(theirs)
        for verb, at in face.outline(glyph):
            points = [
                (x * face.upem, y * face.upem) for x, y in zip(at[::2], at[1::2], strict=True)
            ]
            getattr(ours, VERBS[verb])(*points)
        assert ours.value == pytest.approx(theirs.value, rel=1e-6), char


def test_contours_begin_with_a_move_and_end_closed(catalogue: Catalogue) -> None:
    face = catalogue.face("song")
    commands = face.outline(face.glyph("国"))
    font = TTFont(face.path)
    recorded = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(face.glyph("国"))].draw(recorded)
    contours = sum(verb == "moveTo" for verb, _ in recorded.value)
    verbs = [verb for verb, _ in commands]
    assert verbs[0] == "M"
    assert verbs[-1] == "Z"
    assert verbs.count("M") == verbs.count("Z") == contours


def test_a_blank_has_no_outline(catalogue: Catalogue) -> None:
    face = catalogue.face("latin")
    assert face.outline(face.glyph(" ")) == []
    assert not any(face.ink(face.glyph(" ")))


def test_the_bounds_of_a_face_hold_its_ink(catalogue: Catalogue) -> None:
    for key in catalogue.keys:
        face = catalogue.face(key)
        for char in TEXT:
            ink = face.ink(face.glyph(char))
            assert face.bounds.left <= ink.left <= ink.right <= face.bounds.right
            assert face.bounds.bottom <= ink.bottom <= ink.top <= face.bounds.top


def test_grey_values_add_up_to_the_area(catalogue: Catalogue) -> None:
    face, em = catalogue.face("song"), 20.0
    font = TTFont(face.path)
    for char in "国资一永":
        area = AreaPen(font.getGlyphSet())
        font.getGlyphSet()[font.getGlyphName(face.glyph(char))].draw(area)
        pixels = GlyphRaster().coverage(face, face.glyph(char), em, (2.25, 20.5), (25, 26))
        assert len(pixels) == padded(25) * 26
        # Contours that overlap count twice in AreaPen and once in grey values, of which each is
        # rounded.
        assert sum(pixels) / 255 == pytest.approx(abs(area.value) * (em / face.upem) ** 2, rel=0.03)


def test_rows_run_from_the_top(catalogue: Catalogue) -> None:
    face = catalogue.face("song")
    pixels = GlyphRaster().coverage(face, face.glyph("。"), 40.0, (0.0, 40.0), (40, 48))
    rows = [sum(pixels[y * 40 : y * 40 + 40]) for y in range(48)]
    assert not any(rows[:24])
    assert any(rows[32:44])


def test_a_glyph_looks_the_same_whatever_was_drawn_before_it(catalogue: Catalogue) -> None:
    face, raster = catalogue.face("song"), GlyphRaster()
    first = raster.coverage(face, face.glyph("国"), 18.0, (2.25, 18.0), (24, 24))
    raster.coverage(face, face.glyph("资"), 30.0, (0.0, 30.0), (32, 40))
    assert raster.coverage(face, face.glyph("国"), 18.0, (2.25, 18.0), (24, 24)) == first
