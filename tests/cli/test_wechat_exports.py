"""`export -o FOLDER --wechat`."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import ROOT, answered

from layouts.wechat.allowed import losses

SAMPLE = ROOT / "resources" / "sample" / "issue.md"


def body(folder: Path) -> str:
    page = (folder / "article.html").read_text("utf8")
    return page.partition("<body")[2].partition(">\n")[2].partition("\n</body>")[0]


def test_the_sample_becomes_a_folder_with_pictures_and_covers(tmp_path: Path) -> None:
    for _ in range(2):
        done = answered("export", SAMPLE, "-o", tmp_path / "out", "--wechat")
        assert done.code == 0
    assert "4 张" in done.err
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"article.html", "pictures", "cover-900x383.jpg", "cover-500x500.jpg"}
    assert len(list((tmp_path / "out" / "pictures").iterdir())) == 4
    assert losses(body(tmp_path / "out")) == []


def test_one_article_alone(tmp_path: Path) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "out", "--wechat", "--article", "2")
    assert done.code == 0
    assert "古籍修复室" in body(tmp_path / "out")
    assert "联盟完成" not in body(tmp_path / "out")


def test_an_article_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "out", "--wechat", "--article", "99")
    assert done.code == 2
    assert "没有第 99 篇" in done.err
    assert list(tmp_path.iterdir()) == []


def test_article_needs_wechat(tmp_path: Path) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "x.pdf", "--article", "1")
    assert done.code == 2
    assert "--wechat" in done.err


@pytest.mark.parametrize(
    "option",
    [
        ("--preset", "print"),
        ("--draft",),
        ("--cover", "only"),
        ("--fit", "whole"),
        ("--one-page-an-article",),
    ],
)
def test_what_is_about_pages_is_refused(tmp_path: Path, option: tuple[str, ...]) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "out", "--wechat", *option)
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []
