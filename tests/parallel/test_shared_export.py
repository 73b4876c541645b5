"""An export by several processes writes what one alone writes, and whatever goes wrong beside us is
made good here.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from layouts import parallel, shared_export
from layouts.cli import OK, exporting
from layouts.errors import ExportError, PhotoError
from layouts.flow import sharing
from layouts.paint import binder

pytestmark = pytest.mark.skipif(
    parallel.cores() < 2,
    reason="this machine has one core, or its system cannot fork: all work is done in one process",
)

FRONT = """---
publication: 试刊
issue: 7
total: 21
date: 2026-11-20
issuer: 编辑部
distribution: "报：区委办公室"
layout: {layout}
---
"""
PART = """
## 【要闻{part}】

### 第{part}篇稿件的题目要写得长一些才会占到两行去，还带着“引号”

![照片](photo.png)

12 月 22 日，全区大会在会议中心召开，会议强调要坚持“稳中求进”，抓好落实/推进 Wi-Fi 6 与 GB/T 15834—2011，一／二。

▲ **{part} 号** 表格如下⼀一：

| 单位 | 数 |
|---|---:|
| 甲 | {part} |

【供稿：办公室 张三】
"""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(params=["jianbao-a4", "neikan-a4-2col"])
def issue(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An issue of six parts, each on a page of its own, shared out however short."""
    monkeypatch.setattr(sharing, "SHARED_FROM", 0)
    Image.effect_noise((400, 300), 50).save(tmp_path / "photo.png")
    path = tmp_path / "issue.md"
    path.write_text(
        FRONT.format(layout=request.param)
        + "\n---\n".join(PART.format(part=part) for part in range(1, 7)),
        "utf8",
    )
    yield path
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # nothing is left running


def exported(issue: Path, name: str) -> bytes:
    assert exporting.export(issue, issue.with_name(name)) == OK
    return issue.with_name(name).read_bytes()


def alone(issue: Path) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "cores", lambda: 1)
        return exported(issue, "alone.pdf")


def refuse_to_work_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(exporting, "_pdf_alone")


@pytest.mark.parametrize("count", [2, 3, 7])
def test_any_number_of_processes_writes_the_same_bytes(
    issue: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = alone(issue)
    monkeypatch.setattr(parallel, "cores", lambda: count)
    refuse_to_work_alone(monkeypatch)
    assert exported(issue, "together.pdf") == expected


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (binder, "bind_for"),
        (shared_export, "_compose"),
        (shared_export, "_told"),
        (shared_export, "deflated_contents"),
    ],
    ids=["binder", "composer before it tells", "composer that tells", "painting composer"],
)
def test_a_process_that_dies_is_stood_in_for(
    issue: Path, module: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, home, kept = alone(issue), os.getpid(), getattr(module, name)

    def fragile(*arguments: object) -> object:
        if os.getpid() != home:
            die()
        return kept(*arguments)

    monkeypatch.setattr(module, name, fragile)
    assert exported(issue, "together.pdf") == expected


def test_a_binder_that_dies_over_a_photo_is_stood_in_for(
    issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = alone(issue)
    monkeypatch.setattr(binder, "embedded", lambda _: die())
    assert exported(issue, "together.pdf") == expected


def test_findings_are_reported_once_though_the_work_is_done_twice(
    issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = issue.read_text("utf8")
    # longer than its line, and not so long that it could not be read
    times = 6 if "layout: jianbao-a4" in text else 7
    issue.write_text(
        text.replace("issuer: 编辑部", "issuer: " + "很长的发文单位名称" * times), "utf8"
    )
    alone(issue)
    expected = capsys.readouterr().err
    assert "line-squeezed" not in expected
    assert expected.count("warning") == 1

    def fall_silent(*_: object) -> None:
        raise parallel.GoneError

    monkeypatch.setattr(shared_export.SharedExport, "write", fall_silent)
    exported(issue, "together.pdf")
    assert capsys.readouterr().err == expected


def test_an_output_that_cannot_be_written_is_told_by_its_sentence(issue: Path) -> None:
    def refusal(export: Callable[[Path, Path], int]) -> str:
        with pytest.raises(ExportError) as caught:
            export(issue, issue.with_name("no folder") / "issue.pdf")
        return str(caught.value)

    together = refusal(exporting.export)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "cores", lambda: 1)
        assert refusal(exporting.export) == together


def test_a_damaged_photo_is_named_with_its_line(issue: Path) -> None:
    photo = issue.with_name("photo.png")
    data = photo.read_bytes()
    # its header is well, its pixels are not
    photo.write_bytes(data[:2000] + bytes(500) + data[2500:])
    with pytest.raises(PhotoError, match=r"issue\.md:\d+: .*photo\.png"):
        exporting.export(issue, issue.with_name("issue.pdf"))
    assert not issue.with_name("issue.pdf").exists()
