from __future__ import annotations

import io
from pathlib import Path

import pytest
import uharfbuzz as hb
from debian import NOTO_SERIF, UMING, wants
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from making import SAMPLE, collection, squares, variable, written

from fonts.face import Face
from fonts.library import opening, sfnt
from fonts.library.known import FaceError, FaceFile
from fonts.library.library import FaceLibrary
from fonts.subset import subset


def library(folder: Path, cache: Path | None = None) -> FaceLibrary:
    return FaceLibrary((folder,), cache, system=False)


def face_of(file: FaceFile) -> Face:
    return Face("foreign", Path(file.path), data=file.data)


@wants(UMING, NOTO_SERIF)
@pytest.mark.parametrize("name", ["AR PL UMing CN", "AR PL UMing TW", "Noto Serif CJK SC"])
def test_a_face_of_a_collection_draws_as_it_does_there(name):
    faces = FaceLibrary()
    known = faces.find(name)
    alone = face_of(faces.open(known))
    there = Face("there", Path(known.path), known.index)
    for char in "永国酬爱郁灵鹰袋，。":
        glyph = there.glyph(char)
        assert alone.glyph(char) == glyph != 0
        assert alone.outline(glyph) == there.outline(glyph)
        assert alone.advance(glyph) == there.advance(glyph)


@pytest.mark.parametrize("cff2", [False, True])
def test_a_variable_face_is_instanced_at_the_weight_asked(tmp_path, cff2):
    """Its outlines are those that HarfBuzz draws with the axis set there, but for rounding."""
    path = written(variable(cff2=cff2), tmp_path / "variable.ttf")
    faces = library(tmp_path)
    face = face_of(faces.open(faces.faces[0], 550))
    varied = Face("varied", path)
    varied.font.set_variations({"wght": 550})
    assert not face.hb_face.axis_infos
    for char in SAMPLE:
        glyph = varied.glyph(char)
        assert face.glyph(char) == glyph
        drawn, wanted = face.outline(glyph), varied.outline(glyph)
        assert [verb for verb, _ in drawn] == [verb for verb, _ in wanted]
        for (_, is_at), (_, should_be) in zip(drawn, wanted, strict=True):
            assert is_at == pytest.approx(should_be, abs=0.001)


@pytest.mark.parametrize("cff2", [False, True])
def test_fonttools_makes_the_same_instance(tmp_path, cff2):
    """A second maker: contours of each character by fontTools' instancer."""
    written(variable("永a", cff2=cff2), tmp_path / "variable.ttf")
    faces = library(tmp_path)
    ours = TTFont(io.BytesIO(faces.open(faces.faces[0], 600).data))
    theirs = instantiateVariableFont(TTFont(tmp_path / "variable.ttf"), {"wght": 600})
    for char in "永a":
        one, other = RecordingPen(), RecordingPen()
        ours.getGlyphSet()[ours.getBestCmap()[ord(char)]].draw(one)
        theirs.getGlyphSet()[theirs.getBestCmap()[ord(char)]].draw(other)
        assert len(one.value) == len(other.value)
        for (verb, points), (other_verb, other_points) in zip(one.value, other.value, strict=True):
            assert verb == other_verb
            for point, other_point in zip(points, other_points, strict=True):
                assert point == pytest.approx(other_point, abs=1.01)


@pytest.mark.parametrize(("asked", "given"), [(None, 400), (100, 400), (550, 550), (900, 700)])
def test_a_weight_off_the_axis_is_taken_at_its_end(tmp_path, asked, given):
    written(variable(), tmp_path / "variable.ttf")
    faces = library(tmp_path)
    assert faces.open(faces.faces[0], asked).weight == given


@pytest.mark.parametrize("still", [False, True], ids=["variable", "without axes"])
def test_cff2_becomes_cff_that_can_be_embedded(tmp_path, still):
    font = variable(cff2=True)
    if still:
        font = instantiateVariableFont(font, {"wght": 500})
        assert "CFF2" in font
    written(font, tmp_path / "face.otf")
    faces = library(tmp_path)
    face = face_of(faces.open(faces.faces[0], 500))
    cut = subset(face, [face.glyph(char) for char in "永国"])
    assert face.is_cff
    assert cut.is_cff
    assert len(cut.glyphs) == 3


def test_an_instance_is_kept_and_the_same_bytes_each_time(tmp_path, monkeypatch):
    written(variable(), tmp_path / "faces" / "variable.ttf")
    cache = tmp_path / "cache"
    faces = library(tmp_path / "faces", cache)
    first = faces.open(faces.faces[0], 550)
    assert library(tmp_path / "faces").open(faces.faces[0], 550) == first
    monkeypatch.setattr(opening, "instance", lambda *_: pytest.fail("made anew"))
    assert faces.open(faces.faces[0], 550) == first


def test_a_kept_instance_that_was_damaged_is_made_anew(tmp_path):
    written(variable(), tmp_path / "faces" / "variable.ttf")
    faces = library(tmp_path / "faces", tmp_path / "cache")
    first = faces.open(faces.faces[0], 550)
    (kept,) = (tmp_path / "cache" / "instances").iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole[:100] + b"x" + whole[101:]):
        kept.write_bytes(damaged)
        assert faces.open(faces.faces[0], 550) == first
        assert kept.read_bytes() == whole


def test_the_oldest_instances_go_when_there_are_too_many(tmp_path, monkeypatch):
    written(variable(), tmp_path / "faces" / "variable.ttf")
    faces = library(tmp_path / "faces", tmp_path / "cache")
    size = len(faces.open(faces.faces[0], 401).data)
    monkeypatch.setattr(opening, "MOST_KEPT", 3 * size + 200)
    for weight in (450, 500, 550, 600):
        faces.open(faces.faces[0], weight)
    kept = {path.name.rpartition("-")[2] for path in (tmp_path / "cache" / "instances").iterdir()}
    assert len(kept) <= 3
    assert "401" not in kept


def test_a_file_cut_short_while_it_is_used_hurts_nobody(tmp_path):
    """Mapped, it would end the program with SIGBUS."""
    path = written(squares(), tmp_path / "face.ttf")
    faces = library(tmp_path)
    face = face_of(faces.open(faces.faces[0]))
    with path.open("r+b") as file:
        file.truncate(0)
    assert face.outline(face.glyph("永"))
    assert subset(face, [face.glyph("永")]).data


def test_a_share_that_goes_away_is_an_error_with_a_reason(tmp_path):
    path = written(squares(), tmp_path / "face.ttf")
    faces = library(tmp_path)
    known = faces.faces[0]
    path.unlink()
    with pytest.raises(FaceError, match="gone"):
        faces.open(known)


def test_a_file_that_is_another_meanwhile_is_an_error(tmp_path):
    path = collection([squares(), squares(postscript="Second")], tmp_path / "face.ttc")
    faces = library(tmp_path)
    known = faces.find("Second")
    collection([squares(), squares(postscript="Another", weight=900)], path)
    with pytest.raises(FaceError, match="gone"):
        faces.open(known)
    path.write_bytes(b"no font any more")
    with pytest.raises(FaceError, match="gone"):
        faces.open(known)


def test_a_face_larger_than_we_read_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sfnt, "MOST_FACE", 1000)
    written(squares("".join(map(chr, range(0x4E00, 0x4F00)))), tmp_path / "face.ttf")
    faces = library(tmp_path)
    with pytest.raises(FaceError, match="too-large"):
        faces.open(faces.faces[0])


def test_bitmaps_and_signatures_stay_behind(tmp_path):
    font = squares()
    for tag in ("EBDT", "DSIG"):
        font[tag] = _raw(tag, bytes(5000))
    path = written(font, tmp_path / "face.ttf")
    faces = library(tmp_path)
    data = faces.open(faces.faces[0]).data
    assert len(data) < path.stat().st_size - 9000
    assert hb.Face(hb.Blob(data)).glyph_count == 3


def _raw(tag: str, data: bytes) -> object:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    table = DefaultTable(tag)
    table.data = data
    return table
