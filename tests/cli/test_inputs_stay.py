"""No verb writes over a file that it reads, by whatever name that is given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from layouts.cli import main
from layouts.inputs import is_one_file

ISSUE = "---\ntitle: 简报\n---\n\n# 一\n\n正文。\n"


def linked(path: Path, way: str) -> Path:
    """Another name for a file."""
    other = path.with_name(f"other{path.suffix}")
    match way:
        case "same":
            return path
        case "symbolic":
            other.symlink_to(path)
        case _:
            os.link(path, other)
    return other


@pytest.mark.parametrize("way", ["same", "symbolic", "hard"])
@pytest.mark.parametrize("verb", ["convert", "export"])
def test_an_issue_is_not_written_over(
    verb: str, way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # whatever a manuscript is called, it is one
    path = tmp_path / ("issue.md" if verb == "convert" else "issue.html")
    path.write_text(ISSUE, "utf8")
    assert main([verb, str(path), "-o", str(linked(path, way))]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert path.read_text("utf8") == ISSUE


def test_a_password_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "issue.md").write_text(ISSUE, "utf8")
    secret = tmp_path / "secret.pdf"
    secret.write_text("word", "utf8")
    call = ["export", str(tmp_path / "issue.md"), "--preset", "screen", "-o", str(secret)]
    assert main([*call, "--password-file", str(secret)]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert secret.read_text("utf8") == "word"


@pytest.mark.parametrize("way", ["same", "symbolic", "hard"])
def test_a_fit_report_takes_no_issues_place(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "issue.md"
    path.write_text(ISSUE, "utf8")
    report = linked(path, way)
    call = ["export", str(path), "-o", str(tmp_path / "o.pdf"), "--fit", "whole"]
    assert main([*call, "--fit-report", str(report)]) == 2
    assert "take the place" in capsys.readouterr().err
    assert path.read_text("utf8") == ISSUE


@pytest.mark.parametrize("way", ["same", "symbolic", "hard"])
def test_the_other_issue_of_a_comparison_stays(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, changed = tmp_path / "issue.md", tmp_path / "changed.md"
    path.write_text(ISSUE, "utf8")
    changed.write_text(ISSUE.replace("正文", "改文"), "utf8")
    kept = changed.read_bytes()
    assert main(["compare", str(path), str(changed), "-o", str(linked(changed, way))]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert changed.read_bytes() == kept


def test_a_comparison_may_write_the_issue_itself(tmp_path: Path) -> None:
    path, changed = tmp_path / "issue.md", tmp_path / "changed.md"
    path.write_text(ISSUE, "utf8")
    changed.write_text(ISSUE.replace("正文", "改文"), "utf8")
    assert main(["compare", str(path), str(changed), "-o", str(path)]) == 1
    assert "改文" in path.read_text("utf8")


@pytest.mark.parametrize("way", ["same", "symbolic", "hard"])
def test_a_layout_package_is_not_packed_over_itself(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.banxin-layout"
    assert main(["layout", "pack", "jianbao-a4", "-o", str(path)]) == 0
    kept = path.read_bytes()
    assert main(["layout", "pack", str(path), "-o", str(linked(path, way))]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert path.read_bytes() == kept


def test_a_disk_that_knows_no_capitals_is_asked_and_not_the_name(tmp_path: Path) -> None:
    """Where `A.PDF` and `a.pdf` are one file the disk says so; here they are two."""
    for name in ("a.pdf", "A.PDF"):
        (tmp_path / name).write_bytes(b"x")
    is_one = (tmp_path / "a.pdf").samefile(tmp_path / "A.PDF")
    assert is_one_file(tmp_path / "a.pdf", tmp_path / "A.PDF") == is_one
