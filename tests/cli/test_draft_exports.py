"""`export --draft`: written whatever was found, dated by the clock or SOURCE_DATE_EPOCH."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from running import answered, banxin, pdf_text

from layouts.cli import OK, WRONG_USE, main

ISSUE = """---
刊名: 试刊
---

# 【动态】

## 一篇

一段文字👍。

![图](gone.jpg)
"""


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    path = tmp_path / "issue.md"
    path.write_text(ISSUE, "utf8")
    return path


def test_what_stops_an_export_does_not_stop_a_draft(issue: Path, tmp_path: Path) -> None:
    refused = answered("export", issue, "-o", tmp_path / "a.pdf")
    assert (refused.code, (tmp_path / "a.pdf").exists()) == (WRONG_USE, False)
    drafted = answered("export", issue, "-o", tmp_path / "b.pdf", "--draft")
    assert drafted.code == OK
    assert "gone.jpg" in drafted.err
    assert "gone.jpg" in pdf_text(tmp_path / "b.pdf")


def test_the_time_of_a_draft_can_be_pinned(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 2026-11-29 17:30 UTC
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795973400")
    for name in ("a.pdf", "b.pdf"):
        assert banxin("export", issue, "-o", tmp_path / name, "--draft", "--notes").code == OK
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert "校样2026-11-2917:30" in pdf_text(tmp_path / "a.pdf")


def test_a_draft_is_dated_by_the_clock_it_is_given(issue: Path, tmp_path: Path) -> None:
    def now() -> datetime.datetime:
        return datetime.datetime(2027, 1, 2, 3, 4, tzinfo=datetime.UTC)

    assert main(["export", str(issue), "-o", str(tmp_path / "a.pdf"), "--draft"], now=now) == OK
    assert "校样2027-01-0203:04" in pdf_text(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("output", "more"),
    [
        ("a.pdf", ("--draft", "--preset", "print")),
        ("a.pdf", ("--draft", "--set", "ppi=300")),
        ("a.pdf", ("--notes",)),
        ("a.json", ("--draft",)),
    ],
)
def test_what_does_not_go_together_is_one_sentence(
    issue: Path, tmp_path: Path, output: str, more: tuple[str, ...]
) -> None:
    ran = answered("export", issue, "-o", tmp_path / output, *more)
    assert (ran.code, ran.err.count("\n"), (tmp_path / output).exists()) == (WRONG_USE, 1, False)
    assert " / " in ran.err
