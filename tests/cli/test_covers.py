"""`export --cover`: the cover with the rest, apart, alone or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from running import answered

from layouts.compose import photos_of
from layouts.manuscript import read_manuscript

Write = Callable[..., Path]

COVERED = """---
publication: 河湾简报
issue: 7
layout: neikan-a4-2col
cover: {photo: photo.png, alt: 夜色, headlines: [老地图扫描]}
---

## 【工作动态】

### 老地图扫描

五月上旬，档案馆完成首批老地图的扫描。

【供稿：保管科 林一】
"""


@pytest.fixture
def covered(manuscript: Write) -> Path:
    path = manuscript(COVERED)
    Image.new("RGB", (1800, 1200), (90, 120, 150)).save(path.parent / "photo.png")
    return path


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("preset", [(), ("--preset", "screen")])
@pytest.mark.parametrize(
    ("way", "count", "apart"), [("with", 3, 0), ("apart", 1, 2), ("only", 2, 0), ("none", 1, 0)]
)
def test_the_cover_goes_where_it_is_wanted(
    covered: Path, way: str, count: int, apart: int, preset: tuple[str, ...]
) -> None:
    output = covered.with_name("out.pdf")
    assert answered("export", covered, "-o", output, "--cover", way, *preset).code == 0
    assert pages(output) == count
    other = covered.with_name("out-cover.pdf")
    assert (pages(other) if other.exists() else 0) == apart


def test_its_pages_have_names_and_the_first_behind_it_is_number_one(covered: Path) -> None:
    output = covered.with_name("out.pdf")
    answered("export", covered, "-o", output)
    with pikepdf.open(output) as pdf:
        assert [page.label for page in pdf.pages] == ["封面", "封二", "1"]


@pytest.mark.parametrize("way", ["apart", "only"])
def test_an_issue_without_one_is_told(manuscript: Write, way: str) -> None:
    path = manuscript()
    ran = answered("export", path, "-o", path.with_name("out.pdf"), "--cover", way)
    assert ran.code != 0
    assert "封面" in ran.err
    assert not path.with_name("out.pdf").exists()


@pytest.mark.parametrize(
    ("written", "path", "headlines"),
    [
        ("true", None, ()),
        ("photos/a.jpg", "photos/a.jpg", ()),
        ("{图片: 'photos\\a.jpg', 标题: [甲, 乙]}", "photos/a.jpg", ("甲", "乙")),
        ("{headlines: 只有一条}", None, ("只有一条",)),
    ],
)
def test_the_ways_to_write_a_cover(
    manuscript: Write, written: str, path: str | None, headlines: tuple[str, ...]
) -> None:
    issue, findings = read_manuscript(manuscript(f"---\ncover: {written}\n---\n\n### 题\n\n文。\n"))
    assert issue.cover is not None
    assert issue.cover.headlines == headlines
    assert (issue.cover.photo.path if issue.cover.photo else None) == path
    assert [photo.path for photo in photos_of(issue)] == ([path] if path else [])
    assert not [finding for finding in findings if finding.code == "photo-attribute"]


def test_no_cover_is_none(manuscript: Write) -> None:
    for written in ("false", "否", ""):
        text = f"---\npublication: 刊\ncover: {written}\n---\n\n### 题\n\n文。\n"
        assert read_manuscript(manuscript(text))[0].cover is None


def test_an_attribute_that_photos_do_not_have_is_told(manuscript: Write) -> None:
    text = "---\ncover: {photo: a.jpg, crop: all, tilt: 3}\n---\n\n### 题\n\n文。\n"
    issue, findings = read_manuscript(manuscript(text))
    assert issue.cover is not None
    told = [finding for finding in findings if finding.code == "photo-attribute"]
    assert len(told) == 2
    assert {finding.source.line for finding in told if finding.source} == {2}
