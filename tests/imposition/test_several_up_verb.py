"""`python main.py impose --up`: several pages on a side, or one sentence."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pikepdf
import pytest
from booklets import MM, numbered, pdf_of
from test_impose_verb import impose


def laid(path: Path) -> tuple[int, list[int]]:
    """How many sides a file has, and the width and height of the first in mm."""
    with pikepdf.open(path) as pdf:
        box = [round(float(edge) / MM) for edge in pdf.pages[0].mediabox]
        return len(pdf.pages), box[2:]


@pytest.mark.parametrize(
    ("arguments", "sides", "size"),
    [
        (["--up", "4", "--paper", "A4"], 3, [210, 297]),
        (["--up", "9", "--paper", "A4"], 2, [210, 297]),
        (["--up", "8"], 2, [420, 297]),
        (["--arrange", "sequence"], 6, [420, 297]),
        (["--arrange", "stack", "--duplex"], 6, [420, 297]),
        (["--arrange", "repeat", "--paper", "SRA3", "--marks"], 11, [450, 320]),
        (["--arrange", "sequence", "--up", "1", "--gutter", "5"], 11, [420, 297]),
    ],
)
def test_sheets_are_written(
    arguments: list[str], sides: int, size: list[int], tmp_path: Path
) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(11))
    assert impose(tmp_path / "issue.pdf", "-o", tmp_path / "o.pdf", *arguments) == (0, "")
    assert laid(tmp_path / "o.pdf") == (sides, size)


def refused(folder: Path, *arguments: str) -> str:
    """The one sentence in both languages; nothing was written."""
    code, said = impose(folder / "issue.pdf", "-o", folder / "o.pdf", *arguments)
    assert (code, said.count("\n")) == (2, 1)
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", said)
    assert not (folder / "o.pdf").exists()
    return said


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--up", "0"], "0 pages"),
        (["--up", "-1"], "-1 pages"),
        (["--up", "100"], "100 pages"),
        (["--arrange", "repeat", "--up", "0"], "0 pages"),
        (["--arrange", "reduced"], "--up 4"),
        (["--up", "4", "--signature", "16"], "--signature"),
        (["--up", "4", "--creep", "1"], "--creep"),
        (["--up", "4", "--thickness", "0.1"], "--thickness"),
        (["--up", "4", "--blanks-last"], "--blanks-last"),
        (["--up", "4", "--marks"], "--marks"),
        (["--up", "4", "--gutter", "5"], "--gutter"),
        (["--gutter", "5"], "--gutter"),
        (["--duplex"], "--duplex"),
        (["--arrange", "repeat", "--gutter", "-2"], "-2"),
        (["--up", "4", "--paper", "A9"], "A9"),
        (["--up", "4", "--paper", "10x10"], "10x10"),
        (["--arrange", "repeat", "--up", "3"], "3 times"),
        (["--arrange", "sequence", "--paper", "100x200"], "does not fit"),
    ],
)
def test_what_does_not_go_gets_one_sentence(
    arguments: list[str], names: str, tmp_path: Path
) -> None:
    (tmp_path / "issue.pdf").write_bytes(numbered(4))
    assert names in refused(tmp_path, *arguments)


@pytest.mark.parametrize("content", [b"", b"no PDF", numbered(4)[:-300]])
def test_what_is_no_pdf_names_the_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(content)
    assert "issue.pdf" in refused(tmp_path, "--up", "4")


# -- the input stays -------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [[], ["--up", "4"], ["--arrange", "repeat"]])
@pytest.mark.parametrize("way", ["same", "dots", "symbolic", "hard"])
def test_the_input_is_not_written_over(way: str, how: list[str], tmp_path: Path) -> None:
    source, output = tmp_path / "issue.pdf", tmp_path / "other.pdf"
    data = pdf_of([b""] * 4)
    source.write_bytes(data)
    match way:
        case "same":
            output = source
        case "dots":
            output = tmp_path / "." / ".." / tmp_path.name / "issue.pdf"
        case "symbolic":
            output.symlink_to(source)
        case _:
            os.link(source, output)
    code, said = impose(source, "-o", output, *how)
    assert (code, said.count("\n")) == (2, 1)
    assert "would be lost" in said
    assert "会盖掉它" in said
    assert source.read_bytes() == data
