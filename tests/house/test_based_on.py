"""Layouts that are based on others: what they say over them, and what they cannot."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from layouts.documents import layout_source, read_document, save_document
from layouts.errors import LayoutError, Source
from layouts.house.load import layout_of, load_layout, stock_layouts
from layouts.house.whole import whole_text
from layouts.house.written import written_layout
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead

OURS = 'based_on = "jianbao-a4"\n\n[page]\ntop = "33mm"\n\n[styles.headline]\nsize = "20pt"\n'


def put(folder: Path, **files: str) -> None:
    """Layout files by their stems."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf8")


def refused(folder: Path, name: str = "ours.toml") -> LayoutError:
    with pytest.raises(LayoutError) as caught:
        load_layout(name, folder=folder)
    return caught.value


def test_what_a_layout_does_not_say_its_base_says(tmp_path):
    put(tmp_path, ours=OURS)
    layout, stock = load_layout("ours.toml", folder=tmp_path), load_layout("jianbao-a4")
    assert layout.grid.top == pytest.approx(33 * 72 / 25.4)
    assert layout.styles["headline"].size == 20
    assert layout.styles["headline"].face == stock.styles["headline"].face
    assert layout.masthead == stock.masthead
    assert layout.name == "ours"


def test_arrays_are_replaced_whole(tmp_path):
    line = '[[masthead.lines]]\ntemplate = "{publication}"\nstyle = "name"\nalign = "left"\nbaseline = "60mm"\n'
    put(tmp_path, ours=f'based_on = "jianbao-a4"\n{line}')
    assert len(load_layout("ours.toml", folder=tmp_path).masthead.lines) == 1


def test_a_base_may_be_a_file_beside_and_have_one_too(tmp_path):
    put(tmp_path, ours='based_on = "theirs.toml"\n[page]\nfoot = "30mm"', theirs=OURS)
    layout = load_layout("ours.toml", folder=tmp_path)
    assert layout.styles["headline"].size == 20
    assert layout.grid.top == pytest.approx(33 * 72 / 25.4)


def test_a_circle_is_refused_at_the_line_that_closes_it(tmp_path):
    put(
        tmp_path,
        ours='title_zh = "甲"\nbased_on = "a.toml"',
        a='based_on = "b.toml"',
        b='# here\n\nbased_on = "ours.toml"',
    )
    error = refused(tmp_path)
    assert error.zh == "版式绕回到了自己：based_on 写的 ours.toml 又以这个版式为基础"
    assert error.source == Source(str(tmp_path / "b.toml"), 3)


def test_a_layout_is_not_based_on_itself(tmp_path):
    put(tmp_path, ours='based_on = "ours.toml"')
    assert "绕回到了自己" in refused(tmp_path).zh


def test_a_circle_by_another_name_is_one(tmp_path):
    put(tmp_path, ours='based_on = "link.toml"')
    (tmp_path / "link.toml").symlink_to(tmp_path / "ours.toml")
    assert "绕回到了自己" in refused(tmp_path).zh


def test_towers_are_refused(tmp_path):
    put(tmp_path, **{f"t{k}": f'based_on = "t{k + 1}.toml"' for k in range(20)}, t20=OURS)
    assert "超过了 8 层" in refused(tmp_path, "t0.toml").zh


@pytest.mark.parametrize(
    ("based_on", "said"),
    [
        ('"nowhere"', "没有名为 nowhere 的版式"),
        ('"nowhere.toml"', "找不到版式文件 nowhere.toml"),
        ('"../x.toml"', "在稿件所在文件夹之外"),
        ("3", "based_on 应为"),
        ('["jianbao-a4"]', "based_on 应为"),
        ('""', "没有名为"),
    ],
)
def test_a_base_that_is_none_is_one_sentence_with_its_line(tmp_path, based_on, said):
    put(tmp_path, ours=f"# 我们的\nbased_on = {based_on}")
    error = refused(tmp_path)
    assert said in error.zh.replace('"', "")
    assert error.source == Source(str(tmp_path / "ours.toml"), 2)


def test_a_fault_is_told_in_the_file_that_has_it(tmp_path):
    put(tmp_path, ours='based_on = "base.toml"\n[page]\ntop = "3m"', base=OURS)
    assert refused(tmp_path).source == Source(str(tmp_path / "ours.toml"), 3)
    put(tmp_path, ours='based_on = "base.toml"\n[page]\ntop = "30mm"', base=f"{OURS}ink = 'pink'\n")
    error = refused(tmp_path)
    assert error.source == Source(str(tmp_path / "base.toml"), 8)
    assert "styles.headline.ink" in error.zh


@pytest.mark.parametrize("name", stock_layouts())
def test_the_whole_text_says_the_same_and_stands_on_nothing(tmp_path, name):
    lines = (
        '[[masthead.lines]]\ntemplate = "甲"\nstyle = "lead"\nalign = "left"\nbaseline = "60mm"\n'
    )
    put(
        tmp_path,
        ours=f'based_on = "{name}"\n[styles.lead]\nface = "kai"\n[inks]\nred = {{ rgb = "#AA0000" }}\n'
        f'[open]\nleading = {{ min = 1.2 }}\n[punctuation.styles.x]\nhang = true\n{lines}',
    )  # fmt: skip
    written = written_layout("ours.toml", tmp_path)
    text = whole_text(written)
    assert tomllib.loads(text) == {**written.document, "made_from": name}
    (tmp_path / "alone").mkdir()
    put(tmp_path / "alone", ours=text)
    alone = load_layout("ours.toml", folder=tmp_path / "alone")
    assert replace(alone, folder="") == replace(
        load_layout("ours.toml", folder=tmp_path), folder=""
    )
    comments = {line for line in written.files[-1].text.split("\n") if line.startswith("#")}
    # those among the lines of the masthead go with them
    assert len(comments - set(text.split("\n"))) <= 3 < len(comments)


def test_what_a_layout_is_based_on_goes_where_the_manuscript_goes(tmp_path):
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    put(tmp_path / "here", ours='based_on = "theirs.toml"\n[page]\nfoot = "30mm"', theirs=OURS)
    section = Section("要闻", (), Source("x"))
    issue = Issue(Masthead(), (section,), tmp_path / "here", Source("x"), layout="ours.toml")
    save_document(issue, tmp_path / "there" / "issue.md", tmp_path)
    (tmp_path / "here/theirs.toml").unlink()
    assert layout_of(read_document(tmp_path / "there/issue.md", tmp_path).issue).grid.top == (
        pytest.approx(33 * 72 / 25.4)
    )
    # and into a package as one that stands on nothing
    save_document(
        replace(issue, folder=tmp_path / "there"), tmp_path / "issue.banxin", tmp_path / "cache"
    )
    opened = read_document(tmp_path / "issue.banxin", tmp_path / "cache").issue
    assert [path.name for path in (tmp_path / "cache").glob("*.toml")] == ["ours.toml"]
    assert layout_of(opened).styles["headline"].size == 20


def test_a_layout_that_stands_alone_stays_as_it_is_written(tmp_path):
    text = written_layout("jianbao-a4").files[0].text.replace("\n", "\r\n")
    (tmp_path / "ours.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    issue = Issue(Masthead(), (), tmp_path, Source("x"), layout="ours.toml")
    assert layout_source(issue) == (tmp_path / "ours.toml").read_bytes()
    put(tmp_path, ours=OURS)
    assert b"based_on" not in layout_source(issue)
    assert tomllib.loads(layout_source(issue).decode())["page"]["top"] == "33mm"
    assert layout_source(replace(issue, layout="gone.toml")) == b""
