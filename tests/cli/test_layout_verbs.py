"""The verb layout, and an export in another layout than the issue's."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from running import SMALL, answered

from layouts.house.load import stock_layouts

OURS = 'based_on = "jianbao-a4"\ntitle_zh = "我们的简报"\n\n[page]\ntop = "33mm"\n'


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name))


@pytest.fixture
def ours(tmp_path) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(OURS, "utf8")
    return path


def test_check_tells_every_fault_with_its_line(tmp_path, ours):
    assert answered("layout", "check", ours).code == 0
    ours.write_text(f'{OURS}foot = "x"\n[styles.headline]\nink = "blau"\nsise = 3\n', "utf8")
    ran = answered("layout", "check", ours)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"{ours}:{n}" for n in (6, 8, 9)]
    assert "是不是 size" in lines[2]
    found = json.loads(answered("layout", "check", ours, "--json").out)
    assert [one["level"] for one in found["findings"]] == ["error"] * 3


def test_check_tells_which_faces_are_not_here(tmp_path, ours):
    ours.write_text(f'{OURS}[styles.headline]\nface = ["没有的字体", "song-black"]\n', "utf8")
    ran = answered("layout", "check", ours)
    assert ran.code == 0
    assert "没有的字体" in ran.out
    assert ran.out.startswith("warning: ")


def test_a_face_beside_the_layout_is_here(tmp_path, ours, monkeypatch):
    monkeypatch.delenv("BANXIN_FACES")
    ours.write_text(f'{OURS}[styles.headline]\nface = ["Banxin Kai", "song-black"]\n', "utf8")
    face = Path(__file__).parents[2] / "fonts/faces/BanxinKai-Regular.ttf"
    (tmp_path / "kai.ttf").write_bytes(face.read_bytes())
    assert "Banxin Kai" not in answered("layout", "check", ours).out


def test_a_layout_is_packed_checked_taken_in_listed_and_removed(tmp_path, ours):
    package = tmp_path / "ours.banxin-layout"
    assert answered("layout", "pack", ours, "-o", package).code == 0
    with zipfile.ZipFile(package) as found:
        assert found.namelist() == ["mimetype", "layout.toml"]
        assert 'made_from = "jianbao-a4"' in found.read("layout.toml").decode()
    assert answered("layout", "check", package).code == 0
    assert "taken in: 我的" in answered("layout", "install", package, "--name", "我的").out
    again = answered("layout", "install", package, "--name", "我的")
    assert (again.code, "已经有" in again.err) == (2, True)
    assert answered("layout", "install", package, "--name", "我的", "--replace").code == 0
    listed = answered("layout", "list").out
    assert [line.split()[0] for line in listed.splitlines()] == [*stock_layouts(), "我的"]
    assert "我们的简报" in listed
    assert answered("layout", "remove", "我的").code == 0
    assert answered("layout", "remove", "我的").code == 2


def test_check_reads_the_pictures_of_files_and_packages_alike(tmp_path, ours):
    ours.write_text(f'{OURS}\n[[masthead.art]]\nfile = "logo.svg"\ny = "40mm"\nheight = "9mm"\n')
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>刊</text></svg>'
    (tmp_path / "logo.svg").write_text(svg, "utf8")
    package = tmp_path / "ours.banxin-layout"
    assert answered("layout", "pack", ours, "-o", package).code == 0
    for file in (ours, package):
        said = answered("layout", "check", file).out
        assert said.startswith("warning: ")
        assert "logo.svg 第 1 行有文字" in said


def test_the_grid_of_the_official_layout_is_that_of_the_standard_and_turns(tmp_path):
    """GB/T 9704-2012 5.2: 22 rows of 28 characters of 三号 on 156 × 225 mm."""
    text = answered("layout", "grid", "gongwen-a4").out
    assert "每行 28 字 × 22 行，字号 三号" in text
    turned = answered("layout", "grid", "gongwen-a4", "--rows", "20").out
    assert "每行 28 字 × 20 行，字号 三号" in turned
    held = answered("layout", "grid", "gongwen-a4", "--size", "四号", "--hold", "counts").out
    assert "每行 28 字 × 22 行，字号 四号" in held
    assert "三号" in answered("layout", "grid", "gongwen-a4", "--size", "14pt").out
    ran = answered("layout", "grid", "gongwen-a4", "--measure", "60", "--hold", "type")
    assert (ran.code, "左右边距会是" in ran.err) == (2, True)
    assert answered("layout", "grid", "gongwen-a4", "--size", "big").code == 2


def test_packing_again_gives_the_same_bytes(tmp_path, ours):
    one, other = tmp_path / "a.banxin-layout", tmp_path / "b.banxin-layout"
    answered("layout", "pack", ours, "-o", one)
    answered("layout", "pack", one, "-o", other)
    assert one.read_bytes() == other.read_bytes()


def test_show_tells_values_and_what_is_otherwise(tmp_path, ours):
    text = answered("layout", "show", ours).out
    assert '  page.top = "33mm"  ← "30mm"' in text
    assert "  grid.columns = 1" in text  # by default
    shown = json.loads(answered("layout", "show", ours, "--json").out)
    assert shown["based_on"] == "jianbao-a4"
    assert {one["place"] for one in shown["differences"]} == {"title_zh", "page.top"}
    assert shown["values"]["page.foot"] == "28mm"
    assert answered("layout", "show", "jianbao-a4").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check", "nowhere"), 2, "没有名为"),
        (("check", "nowhere.toml"), 2, "找不到版式文件"),
        (("check", "nowhere.banxin-layout"), 2, "文件不存在"),
        (("pack", "jianbao-a4", "-o", "x.zip"), 2, "应以 .banxin-layout 结尾"),
        (("pack", "jianbao-a4", "-o", "x.banxin-layout", "--preview", "nowhere.png"), 2, "读不出"),
        (("install", "nowhere.banxin-layout"), 2, "文件不存在"),
        (("remove", "jianbao-a4"), 2, "自己的版式里没有"),
        (("show", "nowhere"), 2, "没有名为"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path, monkeypatch, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    ran = answered("layout", *arguments)
    assert ran.code == code
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert not list(tmp_path.glob("x.*"))


def test_an_export_in_another_layout_leaves_out_what_that_does_not_take(tmp_path):
    path, out = tmp_path / "issue.md", tmp_path / "o.pdf"
    design = "measure: 34\nsize: 15pt\ndesign:\n  page.top: 31mm\n"
    path.write_text(SMALL.replace("---\n", f"---\n{design}", 1), "utf8")
    ran = answered("export", path, "-o", out, "--layout", "neikan-a4-2col")
    assert ran.code == 0
    notices = [line for line in ran.err.splitlines() if line.startswith("notice")]
    assert any("不让改" in line and "measure" in line and "size" in line for line in notices)
    assert any("page.top" in line for line in notices)
    assert answered("export", path, "-o", tmp_path / "own.pdf").code == 0
    assert out.read_bytes() != (tmp_path / "own.pdf").read_bytes()


def test_an_export_in_a_layout_file_is_what_an_issue_that_names_it_gives(tmp_path, ours):
    path = tmp_path / "there" / "issue.md"
    path.parent.mkdir()
    path.write_text(SMALL, "utf8")
    answered("layout", "pack", ours, "-o", tmp_path / "ours.banxin-layout")
    for n, name in enumerate(("ours.toml", "ours.banxin-layout")):
        ran = answered("export", path, "-o", tmp_path / f"{n}.pdf", "--layout", tmp_path / name)
        assert (ran.code, ran.err) == (0, "")
    beside = tmp_path / "issue.md"
    beside.write_text(SMALL.replace("layout: jianbao-a4", "layout: ours.toml"), "utf8")
    answered("export", beside, "-o", tmp_path / "2.pdf")
    assert len({(tmp_path / f"{n}.pdf").read_bytes() for n in range(3)}) == 1
    answered("export", path, "-o", tmp_path / "stock.pdf")
    assert (tmp_path / "stock.pdf").read_bytes() != (tmp_path / "0.pdf").read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "# " + "x" * 10_000_000,
        'title_zh = "' + "字" * 3_000_000 + '"',
        "[a]\n" * 40_000,
        "a = " + "[" * 50_000,
        "a = " + "{ b = " * 20_000,
        "\0" * 100_000,
        "a" + ".a" * 60_000 + " = 1",
    ],
    ids=["comment", "title", "tables", "arrays", "inline", "zeros", "dots"],
)
def test_a_hostile_file_is_one_sentence(tmp_path, text):
    path = tmp_path / "big.toml"
    path.write_text(text, "utf8")
    for verb in (
        ("check", path),
        ("show", path),
        ("pack", path, "-o", tmp_path / "x.banxin-layout"),
    ):
        ran = answered("layout", *verb)
        assert ran.code == 2
        assert len(ran.err.strip().splitlines()) == 1
        assert str(path) in ran.err


def test_a_circle_is_one_sentence_for_every_verb(tmp_path):
    (tmp_path / "a.toml").write_text('based_on = "b.toml"', "utf8")
    (tmp_path / "b.toml").write_text('based_on = "a.toml"', "utf8")
    path = tmp_path / "issue.md"
    path.write_text(SMALL.replace("layout: jianbao-a4", "layout: a.toml"), "utf8")
    for call in (
        ("layout", "check", tmp_path / "a.toml"),
        ("layout", "show", tmp_path / "a.toml"),
        ("layout", "pack", tmp_path / "a.toml", "-o", tmp_path / "x.banxin-layout"),
        ("export", path, "-o", tmp_path / "o.pdf"),
        ("check", path),
        ("export", path, "-o", tmp_path / "o.pdf", "--layout", tmp_path / "b.toml"),
    ):
        ran = answered(*call)
        assert ran.code == 2, call
        assert "绕回到了自己" in ran.err, call
