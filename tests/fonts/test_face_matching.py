from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from debian import NOTO_SERIF, NOTO_SERIF_BOLD, UMING, wants
from making import OURS as OUR_FOLDER
from making import chinese, squares, variable, written

from fonts.library.aliases import OURS, role_of
from fonts.library.library import FaceLibrary

FONTS_MD = {
    "小标宋": ["FZXBSK--GBK1-0", "FZXBSJW--GB1-0", "FZDXBS--GBK1-0", "STZhongsong"],
    "大标宋": ["FZDBSK--GBK1-0"],
    "仿宋": ["FangSong_GB2312", "FangSong", "FZFSK--GBK1-0", "STFangsong"],
    "楷体": ["KaiTi_GB2312", "KaiTi", "FZKTK--GBK1-0", "STKaiti"],
    "宋体": ["SimSun", "FZSSK--GBK1-0", "STSong", "Songti SC"],
    "黑体": ["SimHei", "FZHTK--GBK1-0", "STHeiti", "PingFang SC"],
}
"""The aliases of the design, by role."""


def library(folder: Path) -> FaceLibrary:
    return FaceLibrary((folder,), system=False)


def put(folder: Path, postscript: str, family: str, *names, **settings) -> None:
    font = squares(postscript=postscript, family=family, names=chinese(*names), **settings)
    written(font, folder / f"{postscript}.ttf")


@pytest.mark.parametrize(
    "asked",
    [
        "FZXBSK--GBK1-0",
        "FZXiaoBiaoSong-B05",
        "方正小标宋_GBK",
        "方正小标宋_GBK 常规",
        "ｆｚｘｂｓｋ--gbk1-0",
    ],
)
def test_a_face_is_found_by_each_of_its_names_however_written(tmp_path, asked):
    put(
        tmp_path,
        "FZXBSK--GBK1-0",
        "FZXiaoBiaoSong-B05",
        (1, "方正小标宋_GBK"),
        (4, "方正小标宋_GBK 常规"),
    )
    assert library(tmp_path).find(asked).postscript == "FZXBSK--GBK1-0"


def test_a_postscript_name_goes_before_a_family(tmp_path):
    put(tmp_path, "AAA", "Song")
    put(tmp_path, "Song", "Other")
    assert library(tmp_path).find("Song").postscript == "Song"


def test_of_a_family_the_weight_asked_for_is_found(tmp_path):
    for weight in (300, 400, 700):
        put(tmp_path, f"Song-{weight}", "Song", weight=weight)
    put(tmp_path, "Song-Italic", "Song", italic=True)
    faces = library(tmp_path)
    assert [faces.find("Song", weight).weight for weight in (None, 200, 900)] == [400, 300, 700]
    assert faces.find("Song", italic=True).postscript == "Song-Italic"


def test_what_is_not_there_is_not_found(tmp_path):
    assert library(tmp_path).find("方正小标宋_GBK") is None


def test_a_face_of_the_house_goes_before_another_of_its_name(tmp_path):
    house, other = tmp_path / "house", tmp_path / "beside"
    put(house, "Song", "Song", weight=300)
    put(other, "Song", "Song", weight=700)
    assert FaceLibrary((house, other), system=False).find("Song").weight == 300


@pytest.mark.parametrize(
    ("role", "name"),
    [(role, name) for role, names in FONTS_MD.items() for name in names],
)
def test_each_name_of_the_design_has_its_role(role, name):
    assert role_of(name) == role


def test_each_role_has_a_face_of_ours():
    listing = tomllib.loads((OUR_FOLDER.parent / "faces.toml").read_text("utf8"))
    assert set(OURS.values()) <= set(listing)


def test_a_missing_face_is_stood_in_for_by_one_of_its_role(tmp_path):
    put(tmp_path, "STZhongsong", "STZhongsong")
    put(tmp_path, "SimHei", "SimHei")
    assert library(tmp_path).stand_in("方正小标宋_GBK").postscript == "STZhongsong"


def test_nothing_stands_in_for_a_face_whose_role_nobody_knows(tmp_path):
    put(tmp_path, "SimHei", "SimHei")
    assert library(tmp_path).stand_in("Nobody's Face") is None


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (("FangSong_GB2312", "仿宋_GB2312"), ("FangSong", "仿宋")),
        (("FangSong_GB2312", "仿宋_GB2312"), ("FZFSK--GBK1-0", "方正仿宋_GBK")),
        (("KaiTi_GB2312", "楷体_GB2312"), ("KaiTi", "楷体")),
        (("FZXBSJW--GB1-0", "方正小标宋简体"), ("FZXBSK--GBK1-0", "方正小标宋_GBK")),
    ],
)
def test_what_a_gb2312_face_lacks_comes_from_its_gbk_sibling(tmp_path, narrow, wide):
    put(tmp_path, *narrow, chars="永国")
    put(tmp_path, *wide, chars="永国镕喆")
    faces = library(tmp_path)
    assert faces.sibling(faces.find(narrow[0])).postscript == wide[0]
    assert faces.sibling(faces.find(wide[0])) is None


def test_bold_is_a_bolder_face_of_the_family(tmp_path):
    for weight in (400, 500, 700, 900):
        put(tmp_path, f"Song-{weight}", "Song", weight=weight)
    put(tmp_path, "Kai", "Kai")
    faces = library(tmp_path)
    assert faces.bolder(faces.find("Song")).weight == 700
    assert faces.bolder(faces.find("Song-900")) is None
    assert faces.bolder(faces.find("Kai")) is None


def test_a_variable_face_is_its_own_bold(tmp_path):
    written(variable(), tmp_path / "variable.ttf")
    faces = library(tmp_path)
    assert faces.bolder(faces.faces[0]) is faces.faces[0]


@wants(NOTO_SERIF, NOTO_SERIF_BOLD, UMING)
def test_installed_faces_are_found_without_qt():
    faces = FaceLibrary()
    assert faces.find("Noto Serif CJK SC").postscript == "NotoSerifCJKsc-Regular"
    assert faces.bolder(faces.find("Noto Serif CJK SC")).postscript == "NotoSerifCJKsc-Bold"
    assert faces.find("AR PL UMing CN").index == 0
