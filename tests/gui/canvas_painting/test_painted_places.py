"""The canvas shows what the PDF holds: the same glyphs of the same faces at the same places, pixel
for pixel.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from paint_reading import Reading
from painted import Recorder, Written, drawn_by_poppler, ink_apart, pillow, screen
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from fonts.catalogue import Catalogue
from fonts.face import Face

NEAR = 0.01
"""Points."""

DPI = 144
TEXT = (120, 300, 720, 480)
"""A box of five lines of running text, pixels."""


def embedded_faces(pdf: Reading, number: int, folder: Path) -> dict[str, Face]:
    """The fonts of a page as they are embedded, by resource name."""
    found: dict[str, Face] = {}
    for name, font in pdf.fonts(number).items():
        path = folder / f"{str(font.BaseFont)[1:]}.ttf"
        if not path.exists():
            path.write_bytes(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())
        found[name] = Face(str(font.BaseFont)[1:].partition("+")[2], path)
    return found


def test_every_glyph_is_the_one_in_the_pdf(
    written: Written, page_painter: PagePainter, catalogue: Catalogue, tmp_path: Path
) -> None:
    pdf = Reading(written.pdf)
    compared: set[tuple[str, int, str, int]] = set()
    for page in written.edition.pages:
        recorder = Recorder()
        page_painter.draw_glyphs(page, recorder)
        drawn, embedded = pdf.drawn(page.number), embedded_faces(pdf, page.number, tmp_path)
        assert len(recorder.placed) == len(drawn)
        for ours, theirs in zip(recorder.placed, drawn, strict=True):
            assert abs(ours.x - theirs.x) < NEAR
            assert abs(page.height - ours.y - theirs.y) < NEAR
            assert abs(ours.size - theirs.size) < 0.001
            assert embedded[theirs.font].key == catalogue.postscript_name(ours.face)
            pair = (theirs.font, theirs.code, ours.face, ours.glyph)
            if pair not in compared:
                compared.add(pair)
                assert embedded[theirs.font].outline(theirs.code) == catalogue.face(
                    ours.face
                ).outline(ours.glyph)
    assert len(compared) > 300


def test_every_glyph_has_the_colour_it_has_in_the_pdf(
    written: Written, page_painter: PagePainter
) -> None:
    pdf = Reading(written.pdf)
    for page in written.edition.pages:
        recorder = Recorder()
        page_painter.draw_glyphs(page, recorder)
        for ours, theirs in zip(recorder.placed, pdf.drawn(page.number), strict=True):
            colour = theirs.colour if len(theirs.colour) == 3 else theirs.colour * 3
            assert colour == pytest.approx(ours.rgb, abs=0.001)


def test_text_looks_like_the_pdf(
    written: Written, page_painter: PagePainter, tmp_path: Path
) -> None:
    """Exact in an image, a little off on the screen, where glyphs stand on quarters of a pixel."""
    page = next(page for page in written.edition.pages[1:] if not page.pictures)
    truth = drawn_by_poppler(written.pdf, page.number, DPI, 24, TEXT, tmp_path, grey=True)
    image = ink_apart(pillow(page_painter.page_image(page, DPI)).crop(TEXT), truth)
    canvas = ink_apart(pillow(screen(page_painter, page, None, DPI / 72)).crop(TEXT), truth)
    print(
        f"{written.name} page {page.number}: image {image:.2%}, screen {canvas:.2%} of the ink elsewhere"
    )
    assert image < 0.05
    assert canvas < 0.12


def test_the_front_page_looks_like_the_pdf(
    written: Written, page_painter: PagePainter, tmp_path: Path
) -> None:
    """Large type, rules and leaders in their colours."""
    page = written.edition.pages[0]
    whole = (0, 0, int(page.width * DPI / 72), int(page.height * DPI / 72))
    truth = drawn_by_poppler(written.pdf, page.number, DPI, 8, whole, tmp_path)
    image = pillow(page_painter.page_image(page, DPI)).crop(whole)
    print(f"{written.name}: {ink_apart(image, truth):.2%} of the ink elsewhere")
    assert all(
        ink_apart(ours, theirs) < 0.07
        for ours, theirs in zip(image.split(), truth.split(), strict=True)
    )


def test_photos_look_like_the_pdf(
    written: Written, page_painter: PagePainter, read_at_once: PictureStore, tmp_path: Path
) -> None:
    """After a little blur, which forgives different ways of scaling down."""
    for page in [page for page in written.edition.pages if page.pictures]:
        ours = pillow(page_painter.page_image(page, 72, read_at_once))
        for picture in page.pictures:
            edges = (picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
            box = tuple(map(round, edges))
            truth = drawn_by_poppler(written.pdf, page.number, 72, 8, box, tmp_path)
            apart = max(
                ImageStat.Stat(
                    ImageChops.difference(ours.crop(box).reduce(3), truth.reduce(3))
                ).mean
            )
            print(f"{Path(picture.path).name}: {apart:.2f} of 255 apart")
            assert apart < 4, picture.path


def test_print_is_made_of_outlines(
    written: Written, page_painter: PagePainter, tmp_path: Path
) -> None:
    """Nothing in it is made of pixels, and it looks like the PDF."""
    page = next(page for page in written.edition.pages[1:] if not page.pictures)
    writer = QPdfWriter(str(tmp_path / "print.pdf"))
    writer.setPageSize(
        QPageSize(
            QSizeF(page.width, page.height),
            QPageSize.Unit.Point,
            "",
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(writer.logicalDpiX() / 72, writer.logicalDpiY() / 72)
    page_painter.paint(painter, page)
    painter.end()
    printed = (tmp_path / "print.pdf").read_bytes()
    with pikepdf.open(tmp_path / "print.pdf") as pdf:
        assert not any(
            kind.get("/Subtype") == "/Image"
            for kind in pdf.objects
            if isinstance(kind, pikepdf.Stream)
        )
        assert not any(
            kind.get("/Type") == "/Font"
            for kind in pdf.objects
            if isinstance(kind, pikepdf.Dictionary)
        )
    ours, theirs = (
        drawn_by_poppler(data, number, DPI, 24, TEXT, tmp_path, grey=True)
        for data, number in ((printed, 1), (written.pdf, page.number))
    )
    assert ink_apart(ours, theirs) < 0.06


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_screen_of_another_density_shows_the_same_pixels(
    written: Written, page_painter: PagePainter, ratio: float
) -> None:
    page = written.edition.pages[0]
    assert screen(page_painter, page, None, 1.2, ratio) == screen(
        page_painter, page, None, 1.2 * ratio
    )
