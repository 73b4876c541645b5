from __future__ import annotations

import pytest
from debian import GB2312_SONG, NOTO_SERIF, UMING, ZENHEI, wants
from making import collection, squares, variable, written

from fonts.face import Face
from fonts.library.known import Axis, FaceError
from fonts.library.library import FaceLibrary
from fonts.library.reading import read_faces


@wants(UMING)
def test_a_collection_gives_each_face_with_its_index():
    found = [(face.index, face.postscript) for face in read_faces(str(UMING))]
    assert found == [(0, "UMingCN"), (1, "UMingHK"), (2, "UMingTW"), (3, "UMingTWMBE")]


@wants(NOTO_SERIF)
def test_a_collection_of_cff_faces_is_read():
    faces = read_faces(str(NOTO_SERIF))
    assert {face.outlines for face in faces} == {"CFF"}
    assert "NotoSerifCJKsc-Regular" in {face.postscript for face in faces}


@wants(GB2312_SONG)
def test_a_face_of_gb_2312_has_its_6763_hanzi():
    (face,) = read_faces(str(GB2312_SONG))
    assert (face.hanzi, face.fs_type, face.chinese) == (6763, 4, "文鼎ＰＬ简报宋")


@wants(ZENHEI)
def test_names_of_all_languages_are_told():
    face = read_faces(str(ZENHEI))[0]
    assert dict(face.families) == {
        "zh-Hans": "文泉驿正黑",
        "zh-Hant": "文泉驛正黑",
        "en": "WenQuanYi Zen Hei",
    }


def test_hanzi_outside_the_first_plane_count_and_marks_do_not(tmp_path):
    path = written(squares("永𠮷〇，a"), tmp_path / "face.ttf")
    assert read_faces(str(path))[0].hanzi == 3


@pytest.mark.parametrize(
    ("said", "weight"), [(4, 400), (7, 700), (0, 400), (250, 250), (9999, 400)]
)
def test_weights_out_of_range_are_put_right(tmp_path, said, weight):
    path = written(squares(weight=said), tmp_path / "face.ttf")
    assert read_faces(str(path))[0].weight == weight


def test_vendor_and_copyright_are_told(tmp_path):
    names = [(0, "© 2020 某某字库", 3, 1, 0x0804), (8, "某某字库", 3, 1, 0x0804)]
    face = read_faces(str(written(squares(names=names, vendor="MMZK"), tmp_path / "face.ttf")))[0]
    assert (face.vendor, face.maker, face.copyright) == ("MMZK", "某某字库", "© 2020 某某字库")


@pytest.mark.parametrize(("cff2", "outlines"), [(False, "glyf"), (True, "CFF2")])
def test_a_variable_face_tells_its_axis(tmp_path, cff2, outlines):
    (face,) = read_faces(str(written(variable(cff2=cff2), tmp_path / "face.ttf")))
    assert (face.outlines, face.axis) == (outlines, Axis(400, 400, 700))


def test_cff_outlines_are_known(tmp_path):
    assert read_faces(str(written(squares(cff=True), tmp_path / "f.otf")))[0].outlines == "CFF"


def test_a_collection_that_shares_its_characters_counts_them_for_each_face(tmp_path):
    path = collection([squares(), squares(family="Other", postscript="Other")], tmp_path / "c.ttc")
    assert [face.hanzi for face in read_faces(str(path))] == [2, 2]


def test_a_face_without_outlines_is_none(tmp_path):
    font = squares()
    del font["glyf"], font["loca"]
    with pytest.raises(FaceError, match="no-outlines"):
        read_faces(str(written(font, tmp_path / "face.ttf")))


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"<html>", b"ttcf\0\1\0\0\xff\xff\xff\xff"])
def test_what_is_no_font_is_said_to_be_none(tmp_path, data):
    path = tmp_path / "face.ttf"
    path.write_bytes(data)
    with pytest.raises(FaceError, match=r"no-font|damaged"):
        read_faces(str(path))


@pytest.mark.parametrize("length", [40, 400])
def test_a_face_cut_short_is_damaged(tmp_path, length):
    """As a copy to the share that broke off is, and not one without outlines."""
    path = written(squares(), tmp_path / "face.ttf")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(FaceError, match="damaged"):
        read_faces(str(path))


def test_a_collection_cut_short_among_its_faces_is_damaged(tmp_path):
    path = tmp_path / "c.ttc"
    path.write_bytes(b"ttcf\0\1\0\0\0\0\0\4" + bytes(6))
    with pytest.raises(FaceError, match="damaged"):
        read_faces(str(path))


def test_a_table_whose_name_is_no_name_is_not_there(tmp_path):
    path = written(squares(), tmp_path / "face.ttf")
    path.write_bytes(path.read_bytes().replace(b"post", b"\xff\x80os", 1))
    (face,) = read_faces(str(path))
    data = FaceLibrary((tmp_path,), system=False).open(face).data
    assert all(tag.isascii() for tag in Face("face", path, data=data).hb_face.table_tags)
