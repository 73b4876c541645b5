"""Two versions of one manuscript: the newest is taken, the other offered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from arriving import codes, imported, of, text, titles, write

from layouts.importing.choosing import with_version
from layouts.importing.versions import version_of

OTHER = """图书馆举办冬季讲座

昨日，二百名读者到场，听作家谈怎样写自己的家乡，现场提问一个接一个。

讲座共分四场，月底结束，门票免费，凭身份证到总服务台领取，领完为止。

（供稿：区图书馆 李四）
"""


@pytest.mark.parametrize(
    "name",
    [
        "读书角（终稿）", "读书角(2)", "读书角 改", "读书角-修改稿", "读书角_v2", "读书角20260312",
        "读书角 3.12", "读书角3月12日", "读书角 - 副本 (2)", "读书角终稿-改2", "读书角 二稿", "读书角初稿",
    ],
)  # fmt: skip
def test_what_is_added_to_a_name_is_told_from_it(name: str) -> None:
    assert version_of(name).name == "读书角"


@pytest.mark.parametrize(
    "name", ["国企改革", "书香校园2023", "简讯1", "终稿", "第3期", "01 读书角"]
)
def test_a_name_by_itself_keeps_what_belongs_to_it(name: str) -> None:
    assert version_of(name).name == name


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("读书角", "读书角（终稿）"),
        ("读书角初稿", "读书角"),
        ("读书角", "读书角(2)"),
        ("读书角(2)", "读书角(10)"),
        ("读书角v1", "读书角v2"),
        ("读书角改", "读书角定稿"),
        ("读书角20260312", "读书角20260401"),
        ("读书角9月1日", "读书角10月1日"),
        ("读书角一稿", "读书角二稿"),
        ("读书角终稿", "读书角终稿2"),
    ],
)
def test_the_newer_version_is_taken_and_the_older_offered(
    tmp_path: Path, older: str, newer: str
) -> None:
    write(tmp_path / "in" / f"{older}.txt", text("文化馆开放读书角", 3))
    write(tmp_path / "in" / f"{newer}.txt", text("文化馆开放新读书角", 3))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新读书角"]
    passed = of(result, f"{older}.txt")
    assert passed.instead == tmp_path / "in" / f"{newer}.txt"
    assert codes(passed) == {"version-passed-over"}
    assert passed.articles, "it is at hand"


def test_the_editor_may_take_the_other_version(tmp_path: Path) -> None:
    older = write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    newer = write(tmp_path / "in" / "读书角（终稿）.txt", text("文化馆开放新读书角"))
    result = with_version(imported(tmp_path / "in", store=tmp_path / "store"), older)
    assert titles(result) == ["文化馆开放读书角"]
    assert titles(with_version(result, newer)) == ["文化馆开放新读书角"]


def test_of_names_alike_the_later_written_is_taken(tmp_path: Path) -> None:
    older = write(tmp_path / "a" / "读书角.txt", text("文化馆开放读书角"))
    newer = write(tmp_path / "b" / "读书角.txt", text("文化馆开放新读书角"))
    os.utime(older, (1_000_000_000, 1_000_000_000))
    os.utime(newer, (1_100_000_000, 1_100_000_000))
    result = imported(tmp_path / "b", tmp_path / "a", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新读书角"]


def test_names_alike_with_other_texts_are_two_manuscripts(tmp_path: Path) -> None:
    write(tmp_path / "in" / "简讯(1).txt", text("文化馆开放读书角"))
    write(tmp_path / "in" / "简讯(2).txt", OTHER)
    assert len(titles(imported(tmp_path / "in", store=tmp_path / "store"))) == 2


def test_texts_alike_under_other_names_both_come_in_and_are_told(tmp_path: Path) -> None:
    write(tmp_path / "in" / "甲社区.txt", text("文化馆开放读书角"))
    write(tmp_path / "in" / "乙社区.txt", text("文化馆开放读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert len(titles(result)) == 2
    assert "text-twice" in codes(result.sources[0]) | codes(result.sources[1])
