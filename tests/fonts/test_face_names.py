from __future__ import annotations

from pathlib import Path

import pytest
from making import MAC, WINDOWS, Name, squares, written

from fonts.library.known import KnownFace
from fonts.library.reading import read_faces

FAMILY, FULL = 1, 4
SIMPLIFIED, TRADITIONAL, HONG_KONG, ENGLISH, JAPANESE = 0x0804, 0x0404, 0x0C04, 0x0409, 0x0411
GB_SCRIPT, BIG5_SCRIPT, ROMAN_SCRIPT = 25, 2, 0


def face_with(folder: Path, *names: Name) -> KnownFace:
    return read_faces(str(written(squares(names=names), folder / "face.ttf")))[0]


@pytest.mark.parametrize(
    ("record", "language", "family"),
    [
        ((FAMILY, "方正小标宋_GBK", WINDOWS, 1, SIMPLIFIED), "zh-Hans", "方正小标宋_GBK"),
        ((FAMILY, "文鼎中楷", WINDOWS, 1, TRADITIONAL), "zh-Hant", "文鼎中楷"),
        ((FAMILY, "文鼎中楷", WINDOWS, 1, HONG_KONG), "zh-Hant", "文鼎中楷"),
        ((FAMILY, "ヒラギノ明朝", WINDOWS, 1, JAPANESE), "ja", "ヒラギノ明朝"),
        ((FAMILY, "仿宋_GB2312".encode("gbk"), WINDOWS, 3, SIMPLIFIED), "zh-Hans", "仿宋_GB2312"),
        ((FAMILY, "細明體".encode("big5"), WINDOWS, 4, TRADITIONAL), "zh-Hant", "細明體"),
        ((FAMILY, b"\0A\0B" + "宋".encode("gbk"), WINDOWS, 3, SIMPLIFIED), "zh-Hans", "AB宋"),
        ((FAMILY, "华文仿宋".encode("gbk"), MAC, GB_SCRIPT, 33), "zh-Hans", "华文仿宋"),
        ((FAMILY, "華康楷書".encode("big5"), MAC, BIG5_SCRIPT, 19), "zh-Hant", "華康楷書"),
        ((FAMILY, "方正书宋_GBK".encode("gbk"), MAC, ROMAN_SCRIPT, 33), "zh-Hans", "方正书宋_GBK"),
        ((FAMILY, "汉仪大宋简".encode("gbk"), MAC, ROMAN_SCRIPT, 0), "zh-Hans", "汉仪大宋简"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_name_is_read_in_its_encoding_whatever_platform_it_is_filed_under(
    tmp_path, record, language, family
):
    assert face_with(tmp_path, record).families[language] == family


def test_mac_roman_stays_mac_roman(tmp_path):
    face = face_with(tmp_path, (FULL, "Café ©".encode("mac_roman"), MAC, ROMAN_SCRIPT, 12))
    assert "Café ©" in face.full_names.values()


def test_the_typographic_family_goes_before_the_one_of_four_styles_and_both_are_found(tmp_path):
    face = face_with(
        tmp_path,
        (FAMILY, "思源宋体 Heavy", WINDOWS, 1, SIMPLIFIED),
        (16, "思源宋体", WINDOWS, 1, SIMPLIFIED),
    )
    assert face.chinese == "思源宋体"
    assert "思源宋体 Heavy" in face.names


def test_windows_is_believed_before_mac(tmp_path):
    face = face_with(
        tmp_path,
        (FAMILY, "旧名".encode("gbk"), MAC, GB_SCRIPT, 33),
        (FAMILY, "新名", WINDOWS, 1, SIMPLIFIED),
    )
    assert face.chinese == "新名"


def test_a_face_without_names_goes_by_its_file(tmp_path):
    font = squares()
    font["name"].names.clear()
    face = read_faces(str(written(font, tmp_path / "LOST.TTF")))[0]
    assert (face.postscript, face.name) == ("LOST-0", "LOST-0")


def test_control_characters_in_a_name_are_left_out(tmp_path):
    record = (FAMILY, "宋\u0007体\u202e", WINDOWS, 1, SIMPLIFIED)
    assert face_with(tmp_path, record).chinese == "宋体"
