"""The faces that we ship: names, permission, coverage, and full-width marks of Chinese text."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
FACES: dict[str, dict[str, Any]] = tomllib.loads((FONTS / "faces.toml").read_text(encoding="utf-8"))
CJK = [key for key, entry in FACES.items() if "family_zh" in entry]
BOLD = {"song-bold", "hei-bold", "latin-bold"}

MARKS = "\u201c\u201d\u2018\u2019\u2014\u2026"
OPENING, CLOSING = "\u201c\u2018（《【〈「", "\u201d\u2019）》】〉」、。，"
RESERVED = ("LXGW", "霞鹜", "Klee", "Noto", "Source", "Zhuque", "朱雀")
ACKNOWLEDGEMENTS = {0, 10, 13, 14}  # copyright, description, licence, address of the licence
OUR_SYMBOLS = "※№→∞│▲●★①㈠"  # FangSong leaves them to Song Regular


@cache
def opened(key: str) -> TTFont:
    return TTFont(FONTS / "faces" / FACES[key]["file"], lazy=True)


@cache
def cmap(key: str) -> dict[int, str]:
    return opened(key).getBestCmap()


@cache
def shaper(key: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / "faces" / FACES[key]["file"]))))


def shape(key: str, text: str, *, vertical: bool = False) -> list[tuple[int, int, int, int]]:
    """Advance along the line and ink (left, right) from the pen, per glyph in 1/1000 em, with the
    glyph's id first.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "zh-Hans"
    buffer.direction = "ttb" if vertical else "ltr"
    font = shaper(key)
    hb.shape(font, buffer)
    glyphs = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        ink = font.get_glyph_extents(info.codepoint)
        advance = -place.y_advance if vertical else place.x_advance
        glyphs.append((info.codepoint, advance, ink.x_bearing, ink.x_bearing + ink.width))
    return glyphs


def standard_hanzi() -> set[int]:
    lines = (FONTS / "faces" / "charset.txt").read_text(encoding="utf-8").splitlines()
    return {ord(character) for line in lines if not line.startswith("#") for character in line}


def test_the_list_holds_the_8105_standard_characters() -> None:
    assert len(standard_hanzi()) == 8105


@pytest.mark.parametrize("key", FACES)
def test_the_file_is_the_one_in_the_catalogue(key: str) -> None:
    data = (FONTS / "faces" / FACES[key]["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == FACES[key]["sha256"]


@pytest.mark.parametrize("key", FACES)
def test_the_licence_lies_beside_the_face(key: str) -> None:
    text = (FONTS / "faces" / FACES[key]["licence"]).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Copyright" in text


@pytest.mark.parametrize("key", FACES)
def test_a_face_may_be_embedded(key: str) -> None:
    assert opened(key)["OS/2"].fsType == 0


@pytest.mark.parametrize("key", FACES)
def test_names_and_weight_are_those_of_the_catalogue(key: str) -> None:
    font, entry = opened(key), FACES[key]
    names = font["name"]
    assert names.getDebugName(6) == entry["postscript"] == entry["file"].removesuffix(".ttf")
    assert (names.getDebugName(16) or names.getDebugName(1)) == entry["family"]
    assert (names.getDebugName(17) or names.getDebugName(2)) == entry["style"]
    assert font["OS/2"].usWeightClass == entry["weight"]


@pytest.mark.parametrize("key", CJK)
def test_a_face_has_a_chinese_family_name(key: str) -> None:
    names = opened(key)["name"]
    record = names.getName(16, 3, 1, 0x804) or names.getName(1, 3, 1, 0x804)
    assert record.toUnicode() == FACES[key]["family_zh"]


def test_postscript_names_are_unique() -> None:
    assert len({entry["postscript"] for entry in FACES.values()}) == len(FACES)


@pytest.mark.parametrize("key", CJK)
def test_no_reserved_name_is_left_but_in_acknowledgements(key: str) -> None:
    names = [
        str(record) for record in opened(key)["name"].names if record.nameID not in ACKNOWLEDGEMENTS
    ]
    assert not [name for name in names if any(word in name for word in RESERVED)]


@pytest.mark.parametrize("key", CJK)
def test_copyright_and_licence_stay_in_the_font(key: str) -> None:
    names = opened(key)["name"]
    assert names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("key", FACES)
def test_style_bits_agree(key: str) -> None:
    selection, mac_style = opened(key)["OS/2"].fsSelection, opened(key)["head"].macStyle
    assert bool(selection & 1 << 5) == bool(mac_style & 1) == (key in BOLD)
    assert bool(selection & 1) == bool(mac_style & 2) == (key == "latin-italic")


@pytest.mark.parametrize("key", CJK)
def test_every_standard_character_is_there(key: str) -> None:
    assert not standard_hanzi() - cmap(key).keys()


@pytest.mark.parametrize("key", CJK)
def test_name_characters_are_there(key: str) -> None:
    assert not set(map(ord, "䶮㛃𫖯㭎")) - cmap(key).keys()


def test_kai_has_the_name_character_that_song_lacks() -> None:
    assert ord("𠮷") in cmap("kai")
    assert ord("𠮷") not in cmap("song")


def test_song_regular_has_every_character_of_the_other_noto_faces() -> None:
    for key in ("song-bold", "song-black"):
        assert not cmap(key).keys() - cmap("song").keys()


def test_fangsong_leaves_symbols_to_song_regular() -> None:
    symbols = set(map(ord, OUR_SYMBOLS))
    assert not symbols & cmap("fangsong").keys()
    assert symbols <= cmap("song").keys()


@pytest.mark.parametrize("key", CJK)
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_one_em_wide(key: str, mark: str) -> None:
    font = opened(key)
    assert font["hmtx"][cmap(key)[ord(mark)]][0] == font["head"].unitsPerEm == 1000
    assert [advance for _, advance, _, _ in shape(key, f"中{mark}文")] == [1000, 1000, 1000]


@pytest.mark.parametrize("key", CJK)
def test_opening_marks_sit_right_and_closing_marks_left(key: str) -> None:
    for mark in OPENING:
        assert shape(key, mark)[0][2] >= 480, mark
    for mark in CLOSING:
        assert shape(key, mark)[0][3] <= 520, mark


@pytest.mark.parametrize("key", CJK)
@pytest.mark.parametrize("text", ["——", "中——文"])
def test_two_dashes_are_two_em_without_a_gap(key: str, text: str) -> None:
    glyphs = [
        glyph
        for glyph in shape(key, text)
        if glyph[0] not in {shape(key, "中")[0][0], shape(key, "文")[0][0]}
    ]
    assert sum(advance for _, advance, _, _ in glyphs) == 2000
    if len(glyphs) == 2:
        assert glyphs[0][3] > 1000 + glyphs[1][2]


@pytest.mark.parametrize("key", CJK)
def test_marks_change_their_form_in_vertical_text(key: str) -> None:
    for mark in MARKS:
        ((upright, _, _, _),), ((turned, advance, _, _),) = (
            shape(key, mark),
            shape(key, mark, vertical=True),
        )
        assert turned != upright, mark
        assert advance == 1000, mark


@pytest.mark.parametrize("key", CJK)
def test_the_em_box_is_the_same_in_every_face(key: str) -> None:
    metrics = opened(key)["OS/2"]
    assert (metrics.sTypoAscender, metrics.sTypoDescender) == (880, -120)


@pytest.mark.parametrize("key", CJK)
def test_the_shift_brings_hanzi_level_with_song(key: str) -> None:
    assert FACES[key]["centre"] + FACES[key]["shift"] == FACES["song"]["centre"]


@pytest.mark.parametrize("key", CJK)
def test_hints_are_dropped(key: str) -> None:
    assert not {"fpgm", "prep", "cvt ", "DSIG", "STAT"} & set(opened(key).keys())
