from __future__ import annotations

import pytest
from debian import GB2312_SONG, wants
from making import chinese, squares, written

from fonts.library.permission import foundry, permission
from fonts.library.reading import read_faces


@pytest.mark.parametrize(
    ("flags", "embeds", "whole"),
    [
        (0x0000, True, False),
        (0x0004, True, False),
        (0x0008, True, False),
        (0x0002, False, False),
        (0x0100, True, True),
        (0x0104, True, True),
        (0x0102, False, False),
        (0x0200, False, False),
        (0x0204, False, False),
        # OpenType, fsType: of several usages the least restrictive counts
        (0x0006, True, False),
    ],
)
def test_the_flag_decides(tmp_path, flags, embeds, whole):
    face = read_faces(str(written(squares(fs_type=flags), tmp_path / "face.ttf")))[0]
    allowed = permission(face)
    assert (allowed.embeds, allowed.whole_only) == (embeds, whole)


def test_a_face_that_says_nothing_is_not_embedded(tmp_path):
    font = squares()
    del font["OS/2"]
    face = read_faces(str(written(font, tmp_path / "face.ttf")))[0]
    assert permission(face) == (False, False, "unreadable")


@pytest.mark.parametrize(
    ("family", "vendor", "name"),
    [
        ("方正小标宋_GBK", "TEST", "方正"),
        ("汉仪大宋简", "TEST", "汉仪"),
        ("华文中宋", "TEST", "华文"),
        ("无名", "FZ", "方正"),
        ("思源宋体", "ADBO", None),
    ],
)
def test_foundries_whose_faces_want_a_licence_are_known(tmp_path, family, vendor, name):
    font = squares(names=chinese((1, family)), vendor=vendor)
    assert foundry(read_faces(str(written(font, tmp_path / "face.ttf")))[0]) == name


@wants(GB2312_SONG)
def test_a_free_chinese_face_wants_none():
    assert foundry(read_faces(str(GB2312_SONG))[0]) is None
