"""`export -o x.png`, `.jpg`, `.tif`, `.webp`: pages as pictures."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from running import ROOT, answered

Write = Callable[..., Path]
SAMPLE = ROOT / "resources" / "sample" / "issue.md"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_pages_are_numbered_behind_the_name(tmp_path: Path) -> None:
    assert answered("export", SAMPLE, "-o", tmp_path / "期.png", "--pages", "1-2").code == 0
    assert names(tmp_path) == ["期-01.png", "期-02.png"]
    with Image.open(tmp_path / "期-01.png") as image:
        assert (image.mode, image.size) == ("RGB", (1240, 1754))  # A4 at 150 ppi


def test_a_single_picture_has_the_name_itself(tmp_path: Path) -> None:
    output = tmp_path / "a.jpeg"
    done = answered(
        "export", SAMPLE, "-o", output, "--pages", "3", "--ppi", "72", "--quality", "70"
    )
    assert done.code == 0
    with Image.open(output) as image:
        assert (image.format, image.size) == ("JPEG", (595, 842))
    assert names(tmp_path) == ["a.jpeg"]


def test_a_tiff_is_for_print(tmp_path: Path) -> None:
    assert answered("export", SAMPLE, "-o", tmp_path / "a.tif", "--pages", "4").code == 0
    with Image.open(tmp_path / "a.tif") as image:
        assert (image.mode, image.size, image.info["dpi"]) == ("CMYK", (2480, 3508), (300, 300))


def test_the_long_picture_is_one_file_or_numbered_slices(tmp_path: Path) -> None:
    assert answered("export", SAMPLE, "-o", tmp_path / "a.jpg", "--long").code == 0
    assert names(tmp_path) == ["a.jpg"]
    with Image.open(tmp_path / "a.jpg") as image:
        whole = image.size
    assert whole[0] == 1080
    done = answered("export", SAMPLE, "-o", tmp_path / "b.jpg", "--long", "--slice-height", "3000")
    assert done.code == 0
    heights = []
    for path in sorted(tmp_path.glob("b-*.jpg")):
        with Image.open(path) as image:
            heights.append(image.height)
    assert len(heights) > 1
    assert max(heights) <= 3000
    assert sum(heights) == whole[1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("a.png", "--pages", "9-"), "本期共"),
        (("a.png", "--quality", "80"), "--quality"),
        (("a.png", "--ppi", "9"), "--ppi"),
        (("a.png", "--slice-height", "900"), "--long"),
        (("a.png", "--preset", "print"), "TIFF"),
        (("a.png", "--cover", "only"), "PDF"),
        (("a.jpg", "--long", "--pages", "1"), "--pages"),
        (("a.tif", "--long"), "--long"),
        (("a.tif", "--preset", "screen"), "screen"),
        (("a.pdf", "--spreads"), "--spreads"),
        (("a.html", "--ppi", "100"), "--ppi"),
    ],
)
def test_what_contradicts_itself_is_said_and_nothing_is_written(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    done = answered("export", SAMPLE, "-o", tmp_path / options[0], *options[1:])
    assert done.code == 2
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert names(tmp_path) == []


def test_a_damaged_photo_is_named_with_its_line(manuscript: Write, tmp_path: Path) -> None:
    good = (SAMPLE.parent / "photos").glob("*.jpg")
    (tmp_path / "bad.jpg").write_bytes(next(good).read_bytes()[:3000])
    path = manuscript("---\nname: 报\n---\n## 【要闻】\n\n### 题\n\n![图](bad.jpg)\n\n文。\n")
    for ending in ("png", "tif"):
        done = answered("export", path, "-o", tmp_path / f"x.{ending}")
        assert done.code == 2
        assert "bad.jpg" in done.err
    assert not [*tmp_path.glob("x*"), *tmp_path.glob(".*")]


def test_a_folder_that_is_gone_and_a_name_that_cannot_be_are_said(tmp_path: Path) -> None:
    for output in (tmp_path / "gone" / "a.png", tmp_path / f"{'长' * 200}.png"):
        done = answered("export", SAMPLE, "-o", output, "--pages", "1", "--ppi", "36")
        assert done.code == 2
        assert len(done.err.strip().splitlines()) == 1
    assert names(tmp_path) == []


def test_a_disk_that_fills_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-01.png").write_bytes(b"before")
    synced: list[int] = []

    def fill(number: int) -> None:
        synced.append(number)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fill)
    done = answered("export", SAMPLE, "-o", tmp_path / "a.png", "--pages", "1-3", "--ppi", "36")
    assert done.code == 2
    assert "a-02.png" in done.err
    assert names(tmp_path) == ["a-01.png"]
    assert (tmp_path / "a-01.png").read_bytes() == b"before"
