"""Files whose small objects are packed into streams: every reader finds each of them again."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from paint_reading import tool

from layouts.pdf.document import Document
from layouts.pdf.packing import TOGETHER


def written(pages: int, version: tuple[int, int] = (1, 7)) -> bytes:
    """So many pages, each with a dictionary of its own and one that says its number."""
    document = Document("题", "编辑部", "zh-CN", version=version)
    for number in range(pages):
        own = document.add({"Number": str(number)})
        content = document.stream({}, b"0 0 9 9 re f")
        document.page(
            {"MediaBox": "[0 0 90 90]"}, content, document.add({}), more={"PieceInfo": own}
        )
    return document.finish()


SIZES = [0, 1, TOGETHER // 3 - 2, TOGETHER // 3, TOGETHER, 3 * TOGETHER + 1, 3000]


@pytest.mark.parametrize("pages", SIZES)
def test_every_object_is_found_again(pages: int) -> None:
    with pikepdf.open(io.BytesIO(written(pages)), attempt_recovery=False) as pdf:
        assert [int(page.PieceInfo.Number) for page in pdf.pages] == list(range(pages))
        assert {page.Contents.read_bytes() for page in pdf.pages} <= {b"0 0 9 9 re f"}
        assert str(pdf.docinfo.Title) == "题"
        assert len(pdf.trailer.ID) == 2
        assert not pdf.get_warnings()


@pytest.mark.parametrize("pages", [1, 70, 700])
def test_other_programs_have_nothing_to_say_of_it(pages: int, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(written(pages))
    done = subprocess.run(
        [tool("qpdf"), "--check", "x.pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = subprocess.run(
        [tool("pdfinfo"), "x.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert told.stderr == ""
    assert f"Pages:           {pages}\n" in told.stdout


def test_what_is_older_than_object_streams_has_none_and_says_the_same() -> None:
    old, new = written(9, (1, 4)), written(9, (1, 5))
    assert b"/ObjStm" not in old
    assert b"\nxref\n" in old
    assert b"/ObjStm" in new
    assert b"\nxref\n" not in new
    assert len(new) < len(old)
    for data in (old, new):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert [int(page.PieceInfo.Number) for page in pdf.pages] == list(range(9))


def test_the_same_objects_give_the_same_bytes_and_others_another_identity() -> None:
    assert written(70) == written(70)
    identities = {
        bytes(pikepdf.open(io.BytesIO(written(pages))).trailer.ID[0]) for pages in range(5)
    }
    assert len(identities) == 5
