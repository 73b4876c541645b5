"""Packages of somebody else's add readers, writers, layouts and checks by entry points, and
whatever is wrong with one is a sentence.
"""

from __future__ import annotations

import pytest

MANUSCRIPT = """---
publication: 河湾简报
issue: 7
date: 2026-05-20
layout: {layout}
---

## 【要闻】

### 新馆开放

五月起每周开放六天。

【供稿：总馆 林一】
"""


@pytest.fixture
def manuscript(tmp_path):
    def make(layout: str = "jianbao-a4") -> str:
        (tmp_path / "issue.md").write_text(MANUSCRIPT.format(layout=layout), "utf8")
        return "issue.md"

    return make


def test_a_reader_opens_files_of_its_ending(run, tmp_path):
    (tmp_path / "week.notes").write_text("河湾一周\n五月起每周开放六天。", "utf8")
    run("-m", "banxin", "export", "week.notes", "-o", "week.json")
    assert "五月起每周开放六天。" in (tmp_path / "week.json").read_text("utf8")
    assert (
        run(
            "-c", "import banxin; print(banxin.read('week.notes').issue.masthead.publication)"
        ).strip()
        == "河湾一周"
    )


def test_a_writer_writes_files_of_its_ending(run, tmp_path, manuscript):
    run("-m", "banxin", "export", manuscript(), "-o", "issue.lines")
    assert "五月起每周开放六天。" in (tmp_path / "issue.lines").read_text("utf8")


def test_a_layout_can_be_named(run, tmp_path, manuscript):
    run("-m", "banxin", "export", manuscript("narrow"), "-o", "issue.pdf")
    run("-m", "banxin", "convert", manuscript("narrow"), "-o", "issue.banxin")
    run("-m", "banxin", "export", "issue.banxin", "-o", "again.pdf")
    assert (tmp_path / "issue.pdf").stat().st_size > 1000
    assert (tmp_path / "again.pdf").stat().st_size > 1000


def test_a_check_finds_beside_ours(run, manuscript):
    assert "too short" in run("-m", "banxin", "check", manuscript(), "--today", "2026-05-20")


@pytest.mark.parametrize(
    ("layout", "names"),
    [
        ("broken", ("broken", "banxin.layouts", "NOT_THERE")),
        ("nowhere", ("nowhere", "jianbao-a4", "narrow")),
    ],
)
def test_what_cannot_be_loaded_is_a_sentence(run, manuscript, layout, names):
    said = run("-m", "banxin", "export", manuscript(layout), "-o", "x.pdf", code=2)
    assert all(name in said for name in names), said
    assert "Traceback" not in said


def test_an_extension_that_fails_is_named(run, tmp_path):
    (tmp_path / "week.notes").write_bytes(b"\xff\xfe\xff")
    said = run("-m", "banxin", "export", "week.notes", "-o", "week.pdf", code=2)
    assert "notes" in said
    assert "banxin.readers" in said
    assert "Traceback" not in said


def test_an_export_of_what_we_ship_scans_no_packages(run, manuscript):
    script = """
import sys, banxin
from importlib import metadata
metadata.entry_points = lambda **_: sys.exit("scanned")
banxin.write_pdf(banxin.compose(banxin.read("issue.md").issue), "x.pdf")
print("not scanned")
"""
    manuscript()
    assert run("-c", script).strip() == "not scanned"
