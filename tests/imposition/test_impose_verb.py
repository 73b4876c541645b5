"""`python main.py impose`: a file in, a booklet out, or one sentence."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from booklets import half, numbered

MAIN = Path(__file__).parents[2] / "main.py"


def impose(*arguments: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(MAIN), "impose", *map(str, arguments)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.decode("utf8")


def test_a_booklet_is_written(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(11))
    code, said = impose(
        tmp_path / "issue.pdf", "-o", tmp_path / "booklet.pdf", "--thickness", "0.1"
    )
    assert code == 0
    assert said.startswith("notice: 共 11 页，补了 1 页空白")
    assert "1 blank page was added before the last" in said
    with pikepdf.open(tmp_path / "booklet.pdf") as booklet:
        assert len(booklet.pages) == 6


def test_where_pages_fold_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(12))
    assert impose(tmp_path / "issue.pdf", "-o", tmp_path / "booklet.pdf") == (0, "")


def test_the_colophon_need_not_stay_outside(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(5))
    kept, last = tmp_path / "kept.pdf", tmp_path / "last.pdf"
    assert "before the last" in impose(tmp_path / "issue.pdf", "-o", kept)[1]
    assert "after the last" in impose(tmp_path / "issue.pdf", "-o", last, "--blanks-last")[1]
    assert half(kept, 1, left=True) == ["p005"] * 4
    assert half(last, 1, left=True) == []


def test_the_sheet_can_be_larger_and_marked(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(4))
    assert (
        impose(
            tmp_path / "issue.pdf",
            "-o",
            tmp_path / "booklet.pdf",
            "--paper",
            "SRA3",
            "--marks",
            "--creep",
            "0.5",
        )[0]
        == 0
    )
    with pikepdf.open(tmp_path / "booklet.pdf") as booklet:
        assert [round(float(edge) * 25.4 / 72) for edge in booklet.pages[0].mediabox] == [
            0,
            0,
            450,
            320,
        ]


@pytest.mark.parametrize(
    ("content", "arguments", "names"),
    [
        (None, [], "issue.pdf"),
        (b"no PDF at all", [], "issue.pdf"),
        (numbered(4)[:-300], [], "issue.pdf"),
        (numbered(4), ["--paper", "A9"], "A9"),
        (numbered(4), ["--paper", "A4"], "issue.pdf"),
        (numbered(4), ["--thickness", "-1"], "-1"),
        (numbered(4), ["--creep", "nan"], "nan"),
    ],
)
def test_bad_input_gets_one_sentence_and_writes_nothing(
    content: bytes | None, arguments: list[str], names: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "issue.pdf").write_bytes(content)
    code, said = impose(tmp_path / "issue.pdf", "-o", tmp_path / "booklet.pdf", *arguments)
    assert code == 2
    assert len(said.splitlines()) == 1
    assert names in said
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", said)
    assert not (tmp_path / "booklet.pdf").exists()


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("issue.md", (), ".pdf"),
        ("o.docx", ("--signature", "16"), ".pdf"),
        ("o.pdf", ("--creep", "0.8", "--thickness", "0.1"), "--creep"),
    ],
)
def test_a_booklet_takes_the_place_of_no_other_file_and_has_one_creep(
    tmp_path: Path, name: str, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(4))
    (tmp_path / "issue.md").write_text("稿件", "utf8")
    code, err = impose(tmp_path / "issue.pdf", "-o", tmp_path / name, *options)
    assert (code, err.count("\n")) == (2, 1)
    assert said in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["issue.md", "issue.pdf"]
    assert (tmp_path / "issue.md").read_text("utf8") == "稿件"
