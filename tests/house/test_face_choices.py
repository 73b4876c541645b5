"""The faces of a style in a layout file: one name, or several in order of preference."""

import tomllib

import pytest

from layouts.house.build import build
from layouts.house.load import FACES, STOCK
from layouts.house.read import Fault
from layouts.house.text_style import Style

DOCUMENT = tomllib.loads((STOCK / "jianbao-a4.toml").read_text("utf8"))


def headline(**settings: object) -> Style:
    styles = DOCUMENT["styles"]
    left_out = {"bold", *settings}
    mine = {key: value for key, value in styles["headline"].items() if key not in left_out}
    document = {**DOCUMENT, "styles": {**styles, "headline": {**mine, **settings}}}
    return build("ours", document, FACES).styles["headline"]


def test_one_of_ours_stays_the_name_it_is():
    assert headline(face="hei").face == "hei"
    assert headline(face=["hei"]).face == "hei"


def test_several_become_one_key_in_their_order():
    style = headline(face=["方正小标宋_GBK", "FZXBSK--GBK1-0", "song-bold"])
    assert style.face == "方正小标宋_GBK|FZXBSK--GBK1-0|song-bold"


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("FZXBSK--GBK1-0", "song-bold"),
        ("方正大标宋简体", "song-black"),
        ("fangsong_gb2312", "fangsong"),
        ("仿宋_GB2312", "fangsong"),
        ("汉仪楷体简", "kai"),
        ("SimSun", "song"),
        ("微软雅黑", "hei"),
        ("Microsoft YaHei@700", "hei"),
    ],
)
def test_a_lone_name_of_others_has_ours_of_its_kind_behind_it(name: str, ours: str):
    assert headline(face=name).face == f"{name}|{ours}"
    assert headline(face=["某某体", name]).face == f"某某体|{name}|{ours}"


def test_latin_may_be_chosen_likewise():
    assert headline(latin="Times New Roman").latin == "Times New Roman|latin"
    assert headline(latin=["My Roman", "latin"]).latin == "My Roman|latin"


def test_bold_that_is_not_given_is_that_of_the_family_else_one_of_its_kind():
    style = headline(face="方正仿宋_GBK", latin="Times New Roman")
    assert style.bold == "方正仿宋_GBK@bold|song-bold"
    assert style.bold_latin == "Times New Roman@bold|latin-bold"
    assert headline(face=["某某黑@300", "hei"]).bold == "某某黑@bold|hei-bold"
    assert headline(face="hei").bold == "song-bold", "with faces of ours as ever"


@pytest.mark.parametrize(
    ("face", "said"),
    [
        ("某某体", "behind a face of others stands one of ours"),
        (["某某体"], "behind a face of others stands one of ours"),
        (["song", "某某体"], "song is a face of ours, which is always there"),
        ([], "an array of names"),
        (["某|某", "song"], "an array of names"),
        (["", "song"], "an array of names"),
        ([3, "song"], "an array of names"),
        (["某" * 81, "song"], "an array of names"),
        (["一"] * 8 + ["song"], "an array of names"),
        (7, "an array of names"),
    ],
)
def test_what_is_no_choice_of_faces_is_refused(face: object, said: str):
    with pytest.raises(Fault) as caught:
        headline(face=face)
    assert said in caught.value.wording.en
    assert caught.value.place == ("styles", "headline", "face")


def test_reading_a_layout_opens_no_font():
    import subprocess
    import sys

    code = (
        "import sys; from layouts.house.load import load_layout; load_layout('jianbao-a4');"
        "print([name for name in ('uharfbuzz', 'fontTools', 'fonts.library') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
