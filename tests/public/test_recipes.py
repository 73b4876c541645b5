"""The programs of docs/recipes.md, run; and what goes wrong in functions of one's own."""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

import pytest

from layouts import public
from layouts.errors import BanxinError, Finding
from layouts.issue.article import Paragraph, Table
from layouts.preflight import check

PAGE = Path(__file__).parents[2] / "docs/recipes.md"
RECIPES = dict(
    re.findall(r"## ([^\n]+)\n.*?```python\n(.*?)```", PAGE.read_text("utf8"), re.DOTALL)
)
HEAD = "---\npublication: 河湾简报\nissue: 7\ndate: 2026-05-20\nlayout: jianbao-a4\n---\n\n## 【要闻】\n\n"
LONG = "河湾区图书馆新馆开放暨读书月活动正式启动仪式举行"
ISSUE = f"{HEAD}### {LONG}\n\n五月起开放。\n\n### 短讯\n\n又一篇。\n"
WEATHER = f"{HEAD}### 天气\n\n本周：\n\n::weather 周一 晴 26，周二 雨 19\n\n完。\n"


@pytest.fixture
def cook(tmp_path, monkeypatch, capsys):
    """Runs a recipe in a folder of its own; what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "banxin", public)
    (tmp_path / "issue.md").write_text(ISSUE, "utf8")
    (tmp_path / "weather.md").write_text(WEATHER, "utf8")

    def run(name):
        exec(compile(RECIPES[name], name, "exec"), {})
        return capsys.readouterr().out

    return run


def test_there_are_five():
    assert len(RECIPES) == 5


def test_an_issue_out_of_a_database(cook, tmp_path):
    base = sqlite3.connect("stories.db")
    base.execute("CREATE TABLE story (issue, section, place, title, body, author)")
    row = (7, "要闻", 1, "新馆开放", "五月起开放。\n\n每周六天。", "林一")
    base.execute("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?)", row)
    base.commit()
    base.close()
    cook("An issue from a database")
    assert (tmp_path / "issue-7.pdf").read_bytes().startswith(b"%PDF")


def test_an_archive_in_a_new_layout(cook, tmp_path):
    for folder in ("archive", "anew"):
        (tmp_path / folder).mkdir()
    for number in (1, 2):
        (tmp_path / f"archive/{number}.md").write_text(ISSUE, "utf8")
    (tmp_path / "archive/3.md").write_bytes(b"")
    said = cook("An archive in a new layout")
    assert sorted(path.name for path in (tmp_path / "anew").iterdir()) == ["1.pdf", "2.pdf"]
    assert "3.md" in said


def test_every_article_for_wechat(cook, tmp_path):
    cook("Every article for WeChat")
    pages = sorted(tmp_path.glob("wechat/*/article.html"))
    assert [page.parent.name for page in pages] == [f"01 {LONG}", "02 短讯"]
    assert "又一篇。" in pages[1].read_text("utf8")
    assert "五月起开放" not in pages[1].read_text("utf8")


def test_a_rule_of_ones_own(cook):
    said = [line for line in cook("A preflight rule of one's own").splitlines() if "phone" in line]
    assert len(said) == 1
    assert said[0].startswith("issue.md:10 标题有 24 字")


def test_a_block_of_ones_own(cook, tmp_path):
    cook("A block of one's own")
    assert (tmp_path / "weather.pdf").read_bytes().startswith(b"%PDF")
    made = public.expand(
        public.read("weather.md").issue, {"weather": lambda words: f"| 日 |\n|---|\n| {words} |"}
    )
    first, table, last = made.issue.sections[0].articles[0].blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(table, Table)
    assert table.source.line == 14
    assert made.findings == ()


def failing(issue, edition):
    yield from ()
    raise KeyError("nothing")


def of_no_findings(issue, edition):
    return ["a word"]


@pytest.mark.parametrize(
    ("rule", "names"), [(failing, ("failing", "KeyError")), (of_no_findings, ("Finding", "str"))]
)
def test_a_rule_that_fails_is_a_sentence_with_its_name(cook, rule, names):
    composed = public.compose(public.read("issue.md").issue)
    with pytest.raises(BanxinError) as caught:
        public.check(composed, rules=[rule])
    assert all(name in caught.value.en and name in caught.value.zh for name in names)


def test_a_check_of_an_extension_that_fails_while_it_yields_is_a_sentence(cook, monkeypatch):
    monkeypatch.setattr(check, "extension_names", lambda group: ("theirs",))
    monkeypatch.setattr(check, "extension", lambda group, name: failing)
    composed = public.compose(public.read("issue.md").issue)
    with pytest.raises(BanxinError) as caught:
        public.check(composed)
    assert "theirs" in caught.value.en


def test_a_rule_that_finds_nothing_may_give_nothing(cook):
    composed = public.compose(public.read("issue.md").issue)
    ours = public.check(composed)
    assert public.check(composed, rules=[lambda issue, edition: None]) == ours
    more = Finding("notice", "x", "一", "one")
    assert public.check(composed, rules=[lambda issue, edition: [more]]) == [*ours, more]


@pytest.mark.parametrize(
    ("makers", "says"),
    [
        ({}, "::weather"),
        ({"snow": str}, "snow"),
        ({"weather": lambda words: 1 / 0}, "ZeroDivisionError"),
        ({"weather": lambda words: 7}, "int"),
        ({"weather": lambda words: "### 另一篇\n\n文字"}, "::weather"),
    ],
    ids=["none", "another", "fails", "no text", "an article"],
)
def test_a_block_that_cannot_be_made_is_a_sentence_with_its_place(cook, makers, says):
    with pytest.raises(BanxinError) as caught:
        public.expand(public.read("weather.md").issue, makers)
    assert says in caught.value.en
    assert str(caught.value.source).endswith("weather.md:14")


def test_an_article_that_is_not_there_is_refused(cook):
    with pytest.raises(BanxinError):
        public.write_wechat(public.read("issue.md").issue, "w", article=9)
