"""Options of `export` that do not go together: one sentence in both languages, code 2, nothing
written, and what the call reads stays as it was.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from running import SMALL, answered


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A small issue with a photo beside it, and a password."""
    Image.new("RGB", (600, 400), (180, 40, 60)).save(tmp_path / "湖.png")
    (tmp_path / "word.txt").write_text("一二三四\n", "utf8")
    path = tmp_path / "a.md"
    path.write_text(f"{SMALL}\n![湖](湖.png)\n", "utf8")
    return path


def refused(issue: Path, output: str, *options: str) -> str:
    """What is said of a call; all that lies beside the issue is as before."""
    before = {path.name: path.read_bytes() for path in issue.parent.iterdir()}
    done = answered("export", issue, "-o", issue.parent / output, *options)
    assert done.code == 2
    assert {path.name: path.read_bytes() for path in issue.parent.iterdir()} == before
    lines = [line for line in done.err.splitlines() if " / " in line]
    assert len(lines) == 1
    return lines[0]


@pytest.mark.parametrize("option", ["--ppi", "--quality", "--most-kb", "--slice-height"])
def test_a_nought_is_asked_for_too(issue: Path, option: str) -> None:
    assert option in refused(issue, "o.pdf", option, "0")


@pytest.mark.parametrize("height", ["-10", "0", "1", "399"])
def test_a_long_picture_is_not_cut_into_crumbs(issue: Path, height: str) -> None:
    assert "400" in refused(issue, "o.png", "--long", "--slice-height", height)


@pytest.mark.parametrize("most", ["-5", "0"])
def test_a_picture_has_a_kilobyte_at_least(issue: Path, most: str) -> None:
    assert "--most-kb" in refused(issue, "o.jpg", "--most-kb", most)


@pytest.mark.parametrize("name", ["o.pdf", "o.PNG", "o.ofd", "o.docx", "o.json", "o.html"])
def test_an_article_for_wechat_is_a_folder(issue: Path, name: str) -> None:
    assert name in refused(issue, name, "--wechat")


@pytest.mark.parametrize("name", ["o.pdf", "o.jpg", "o.docx"])
def test_one_page_an_article_is_a_folder(issue: Path, name: str) -> None:
    assert name in refused(issue, name, "--one-page-an-article")


def test_a_tiff_has_no_password(issue: Path) -> None:
    word = str(issue.parent / "word.txt")
    said = refused(issue, "o.tif", "--preset", "print", "--password-file", word)
    assert "--password-file" in said


@pytest.mark.parametrize("name", ["o.png", "o.html", "o.docx"])
def test_a_preset_without_a_name_is_none_of_ours(issue: Path, name: str) -> None:
    assert "--preset" in refused(issue, name, "--preset", "")


@pytest.mark.parametrize("report", ["a.md", "o.json", "./a.md"])
def test_a_report_takes_no_place_of_the_issue_or_the_output(issue: Path, report: str) -> None:
    path = f"{issue.parent}/{report}"
    assert "--fit-report" in refused(issue, "o.json", "--fit", "whole", "--fit-report", path)


@pytest.mark.parametrize("options", [("--long",), ("--pages", "1")])
def test_a_picture_takes_no_place_of_a_photo_of_the_issue(
    issue: Path, options: tuple[str, ...]
) -> None:
    assert "湖.png" in refused(issue, "湖.png", *options)
