"""Which face a key of several names comes to, and who stands in where it lacks something."""

from __future__ import annotations

from pathlib import Path

import pytest
from debian import GB2312_SONG, UMING, wants
from making import chinese, squares, variable, written

from fonts.catalogue import Catalogue
from fonts.choosing import PassedOver

HANZI = "永国酬爱郁灵鹰袋"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of faces, and a cache of the test's own."""
    folder = tmp_path / "faces"
    folder.mkdir()
    monkeypatch.setenv("BANXIN_FACES", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def put(house: Path, name: str, chars: str = HANZI, **how) -> None:
    written(
        squares(chars, family=name, postscript=how.pop("ps", name), **how), house / f"{name}.ttf"
    )


def test_the_first_name_that_there_is_wins(house: Path):
    put(house, "Second")
    put(house, "Third")
    catalogue = Catalogue()
    face = catalogue.face("First|Second|Third|song")
    assert face.key == "Second"
    assert catalogue.choice("First|Second|Third|song").passed == (PassedOver("First", "missing"),)
    assert catalogue.face("Second") is face, "a key that came out finds the same face"


def test_ours_stands_in_where_there_is_none(house: Path):
    catalogue = Catalogue()
    assert catalogue.face("Some Face|kai") is catalogue.face("kai")
    assert catalogue.choice("Some Face|kai").face == "kai"


def test_a_face_that_may_not_be_embedded_is_passed_over(house: Path):
    put(house, "Closed", fs_type=0x0002)
    put(house, "Bitmaps", fs_type=0x0200)
    choice = Catalogue().choice("Closed|Bitmaps|song")
    assert choice.face == "song"
    assert [one.why for one in choice.passed] == ["forbidden", "forbidden"]


def test_a_face_without_hanzi_sets_no_chinese_but_latin(house: Path):
    put(house, "Letters", "ABCabc")
    catalogue = Catalogue()
    assert catalogue.choice("Letters|song").passed == (PassedOver("Letters", "no-hanzi"),)
    assert catalogue.face("Letters|latin").key == "Letters"


def test_the_bold_of_a_face_is_its_family_s_else_one_of_its_kind_and_never_a_finding(house: Path):
    put(house, "Plain")
    written(squares(HANZI, family="Family", postscript="Family-Regular"), house / "r.ttf")
    bold = squares(HANZI, family="Family", postscript="Family-Bold", weight=700)
    written(bold, house / "b.ttf")
    catalogue = Catalogue()
    assert catalogue.face("Family@bold|song-bold").key == "Family-Bold"
    choice = catalogue.choice("Plain@bold|hei-bold")
    assert (choice.face, choice.passed) == ("hei-bold", ())


def test_a_variable_face_is_instanced_at_the_weight_that_is_asked(house: Path):
    written(variable(), house / "v.ttf")
    catalogue = Catalogue()
    name = next(iter(catalogue.library.faces)).postscript
    light, heavy = catalogue.face(f"{name}@400|song"), catalogue.face(f"{name}@bold|song-bold")
    assert light.key != heavy.key
    assert light.outline(light.glyph("国")) == catalogue.face("song").outline(
        catalogue.face("song").glyph("国")
    )
    assert heavy.ink(heavy.glyph("国")).left == pytest.approx(
        catalogue.face("song-bold").ink(catalogue.face("song-bold").glyph("国")).left, abs=0.002
    )


def test_a_character_that_a_gb2312_face_lacks_comes_from_its_gbk_sibling_first(house: Path):
    put(house, "FangSong_GB2312", "永国")
    put(house, "FangSong", "永国镕")
    catalogue = Catalogue()
    key = "FangSong_GB2312|fangsong"
    assert catalogue.face(key).key == "FangSong_GB2312"
    asked = [face.key for face in catalogue.candidates(key)][:4]
    assert asked == ["FangSong_GB2312", "FangSong", "fangsong", "song"]
    found = catalogue.covering(key, "镕")
    assert found is not None
    assert found.key == "FangSong"


def test_the_faces_named_behind_are_asked_before_ours_and_each_once(house: Path):
    for name in ("One", "Two"):
        put(house, name)
    keys = [face.key for face in Catalogue().candidates("One|Two|hei")]
    assert keys[:4] == ["One", "Two", "hei", "song"]
    assert len(keys) == len(set(keys))


def test_rare_faces_of_the_machine_come_last(house: Path):
    put(house, "HanaMinB", "\U00030000永")
    found = Catalogue().covering("song", "\U00030000")
    assert found is not None
    assert found.key == "HanaMinB"


def test_a_private_character_belongs_to_the_face_that_was_named_alone(house: Path):
    put(house, "Owner", HANZI + "\ue123")
    put(house, "HanaMinA", HANZI + "\ue123")
    catalogue = Catalogue()
    owner = catalogue.covering("Owner|song", "\ue123")
    assert owner is not None
    assert owner.key == "Owner"
    assert catalogue.covering("song", "\ue123") is None
    assert catalogue.covering("Missing|song", "\ue123") is None


def test_a_blank_for_a_hanzi_is_none(house: Path):
    font = squares(HANZI, family="Blanks", postscript="Blanks")
    font["glyf"]["u9E70"] = font["glyf"]["u9E70"].__class__()
    written(font, house / "blanks.ttf")
    face = Catalogue().face("Blanks|song")
    assert face.covers("永国")
    assert not face.covers("鹰")


def test_two_faces_of_one_name_have_keys_of_their_own(house: Path):
    put(house, "Twin")
    written(squares(HANZI + "镕", family="Other", postscript="Twin"), house / "z-other.ttf")
    catalogue = Catalogue()
    first, second = catalogue.face("Twin|song"), catalogue.face("Other|song")
    assert first.key == "Twin"
    assert second.key.startswith("Twin#")
    assert second.covers("镕")
    assert not first.covers("镕")
    assert Catalogue().face(second.key).covers("镕"), "found by its key in another process as well"


def test_another_process_finds_the_faces_where_this_one_did(house: Path):
    put(house, "Here")
    here, there = Catalogue(), Catalogue()
    face = here.face("Here|song")
    there.adopt(here.places([face.key, "song"]))
    assert there.face(face.key).path == face.path
    assert there.face(face.key).shift == face.shift
    assert there.postscript_name(face.key) == "Here"
    assert here.places(["song", "hei"]) == []


def test_a_face_with_the_bar_of_keys_in_its_names_can_be_asked_for(house: Path):
    named = chinese((1, "怪名体|竖\n二"))
    written(squares(HANZI, family="A|B", postscript="A|B", names=named), house / "odd.ttf")
    catalogue = Catalogue()
    for name in ("AB", "怪名体竖二"):
        face = catalogue.face(f"{name}|song")
        assert face.key == "AB"
        assert catalogue.face(face.key) is face
        assert catalogue.called(face.key)[0] == "怪名体竖二"


def test_faces_beside_a_layout_go_before_those_of_the_house(house: Path, tmp_path: Path):
    put(house, "Same", HANZI)
    beside = tmp_path / "layout"
    beside.mkdir()
    put(beside, "Same", HANZI + "镕")
    catalogue = Catalogue()
    assert not catalogue.face("Same|song").covers("镕")
    catalogue.look_in(beside)
    assert catalogue.face("Same|song").covers("镕")
    catalogue.look_in(None)
    assert not catalogue.face("Same|song").covers("镕"), "another layout finds none of its faces"


def test_nothing_is_looked_for_where_only_our_faces_are_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("BANXIN_FACES")
    catalogue = Catalogue()
    for key in catalogue.keys:
        catalogue.face(key)
    next(catalogue.candidates("song"))
    assert catalogue._others is None


def test_with_none_asked_for_there_are_no_faces_but_ours(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BANXIN_FACES", "none")
    catalogue = Catalogue()
    assert catalogue.choice("SimSun|song").passed == (PassedOver("SimSun", "missing"),)
    assert [face.key for face in catalogue.candidates("song")] == ["song", "kai", "latin"]


@wants(UMING, GB2312_SONG)
def test_hanzi_of_any_face_stand_level_with_ours(house: Path):
    """The middle of their ink, over the same 500 characters that the build measures."""
    from fonts.measuring import ink_centre, sample

    catalogue = Catalogue()
    song = ink_centre(catalogue.face("song"), sample())
    for name in ("AR PL UMing CN", "AR PL UKai CN", "AR PL SungtiL GB", "WenQuanYi Zen Hei"):
        face = catalogue.face(f"{name}|song")
        if not catalogue.is_ours(face.key):
            assert ink_centre(face, sample()) + face.shift == pytest.approx(song, abs=0.0006)


def test_what_was_measured_is_kept(house: Path, monkeypatch: pytest.MonkeyPatch):
    put(house, "Kept")
    shift = Catalogue().face("Kept|song").shift
    assert shift != 0
    monkeypatch.setattr("fonts.levels.level", lambda *_: pytest.fail("measured twice"))
    assert Catalogue().face("Kept|song").shift == shift
