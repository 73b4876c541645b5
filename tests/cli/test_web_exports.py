"""`export -o x.html`, and one page an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import ROOT, answered

Write = Callable[..., Path]
SAMPLE = ROOT / "resources" / "sample" / "issue.md"


def test_the_sample_becomes_one_page(tmp_path: Path) -> None:
    output = tmp_path / "issue.html"
    assert answered("export", SAMPLE, "-o", output).code == 0
    text = output.read_text("utf8")
    assert text.startswith("<!doctype html>")
    assert text.count("<img ") == 4
    assert [path.name for path in tmp_path.iterdir()] == ["issue.html"]


def test_one_page_an_article_fills_a_folder(tmp_path: Path) -> None:
    for _ in range(2):
        done = answered("export", SAMPLE, "-o", tmp_path / "web", "--one-page-an-article")
        assert done.code == 0
    names = {path.name for path in (tmp_path / "web").iterdir()}
    assert {"index.html", "style.css", "pictures", "article-01.html"} <= names


def test_a_name_with_the_ending_of_a_page_names_its_folder(tmp_path: Path) -> None:
    output = tmp_path / "web.html"
    assert answered("export", SAMPLE, "-o", output, "--one-page-an-article").code == 0
    assert (tmp_path / "web" / "index.html").is_file()


def test_a_photo_that_cannot_be_read_refuses_the_page(manuscript: Write) -> None:
    path = manuscript("## 【要闻】\n\n### 题\n\n![图](gone.jpg)\n\n文。\n")
    done = answered("export", path, "-o", path.with_name("x.html"))
    assert done.code == 2
    assert "gone.jpg" in done.err
    assert not path.with_name("x.html").exists()


def test_another_layout_gives_another_look(tmp_path: Path) -> None:
    pages = []
    for layout in ("jianbao-a4", "tongxun-a5"):
        output = tmp_path / f"{layout}.html"
        assert answered("export", SAMPLE, "-o", output, "--layout", layout).code == 0
        pages.append(output.read_text("utf8"))
    assert pages[0] != pages[1]


@pytest.mark.parametrize(
    "option", [("--preset", "print"), ("--draft",), ("--cover", "only"), ("--fit", "whole")]
)
def test_what_is_about_pages_of_paper_is_refused(tmp_path: Path, option: tuple[str, ...]) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / "x.html", *option)
    assert done.code == 2
    assert "--one-page-an-article" in done.err
    assert list(tmp_path.iterdir()) == []
