"""Options of `export` that do not go together: one sentence in both languages, code 2, nothing
written, and what the call reads stays as it was.
"""

from __future__ import annotations

import json
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


@pytest.mark.parametrize(
    "option", ["--pages", "--layout", "--preset", "--article", "--fit", "--fit-report", "--set"]
)
@pytest.mark.parametrize("nothing", ["", " ", "\u3000"])
def test_an_option_with_nothing_behind_it_is_not_left_out(
    issue: Path, option: str, nothing: str
) -> None:
    assert f"{option} 后面没有写内容" in refused(issue, "o.pdf", option, nothing)


def test_an_option_with_nothing_behind_its_sign_is_not_left_out(issue: Path) -> None:
    assert "--pages 后面没有写内容" in refused(issue, "o.pdf", "--pages=")


def test_a_report_of_fitting_takes_no_photo_s_place(issue: Path) -> None:
    photo = str(issue.parent / "湖.png")
    before = Path(photo).read_bytes()
    done = answered(
        "export", issue, "-o", issue.with_name("o.pdf"), "--fit", "1", "--fit-report", photo
    )
    assert done.code == 2
    assert "湖.png" in done.err.splitlines()[-1]
    assert Path(photo).read_bytes() == before


STEERS = "\x1b[31m\x07\x9b\x7f\u202e\u2066\u200f"


@pytest.mark.parametrize(
    "call",
    [
        ("export", f"a{STEERS}.md", "-o", "o.pdf"),
        ("export", "a.md", "-o", f"o{STEERS}.fax"),
        ("export", "a.md", "-o", "o.pdf", f"--fast{STEERS}"),
        ("check", f"a{STEERS}.md"),
        ("deliver", "a.md", "-o", "set", "--set", f"fax{STEERS}"),
        ("check", "a.md", "--today", STEERS),
    ],
)
def test_what_is_said_of_a_call_steers_no_terminal(
    issue: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(issue.parent)
    done = answered(*call)
    assert done.code == 2
    assert not set(STEERS) - set("[31m") & set(done.err + done.out)
    assert "\\u001b[31m\\u0007\\u009b\\u007f\\u202e\\u2066\\u200f" in done.err


def test_what_a_manuscript_says_steers_no_terminal_in_findings(issue: Path) -> None:
    name = "b\x1b[2J\u202e\n.md"
    path = issue.with_name(name)
    path.write_text(SMALL.replace("12 月", "![图](没有\u202d.png)\n\n12 月"), "utf8")
    for options in ((), ("--json",)):
        done = answered("check", path, *options)
        assert done.code == 1
        assert not {"\x1b", "\u202e", "\u202d"} & set(done.out + done.err)
        assert "b\\u001b[2J" in done.out
    assert name in json.loads(done.out)["findings"][0]["source"]
