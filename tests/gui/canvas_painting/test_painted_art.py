"""Art of the layout on the canvas: the pixels of the PDF, in the colours of a proof, mended where it
changes.
"""

from __future__ import annotations

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with, scan
from msgspec.structs import replace
from painted import drawn_by_poppler, pillow, screen
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QRectF

from desktop.canvas.changes import changed_areas
from desktop.canvas.painter import PagePainter
from desktop.canvas.proofing import ProofMode, page_proof
from layouts.paint.pdf import write_pdf

GROUND = EMBLEM | {"x": "-20mm", "y": "-20mm", "height": "110mm", "behind": True, "alt": ""}


def tables(tmp_path):
    return {
        "instead": [NAME],
        "left": [EMBLEM],
        "behind": [GROUND],
        "scan": [NAME | {"file": scan(tmp_path, "scan.png"), "height": "24mm"}],
        "bilevel": [NAME | {"file": scan(tmp_path, "scan.tif", "1"), "height": "24mm"}],
    }


@pytest.mark.parametrize("kind", ["instead", "left", "behind", "scan", "bilevel"])
def test_the_canvas_shows_what_the_pdf_has(
    catalogue, page_painter, read_at_once, tmp_path, kind
) -> None:
    edition, _ = composed(issue_with(tmp_path, *tables(tmp_path)[kind]), catalogue)
    page = edition.pages[0]
    box = (0, 0, round(page.width), round(page.height / 2))
    shown = pillow(screen(page_painter, page, read_at_once)).crop(box)
    written = drawn_by_poppler(write_pdf(edition, catalogue), 1, 72, 4, box, tmp_path)
    difference = ImageChops.difference(shown, written.convert("RGB"))
    # averaged over the whole half page: a step where edges are smoothed in two ways
    assert max(ImageStat.Stat(difference).mean) < 1.5
    off = sum(difference.convert("L").histogram()[64:])
    assert off <= 0.003 * box[2] * box[3]


def test_art_that_changes_is_painted_anew(catalogue, tmp_path) -> None:
    edition, _ = composed(issue_with(tmp_path, EMBLEM), catalogue)
    page = edition.pages[0]
    (shape,) = page.shapes
    (area,) = changed_areas(page, replace(page, shapes=[]), catalogue)
    assert area == QRectF(shape.x, shape.y, shape.width, shape.height)
    assert (
        changed_areas(page, replace(page, shapes=[shape._replace(alt="别的话")]), catalogue) == []
    )


@pytest.mark.parametrize("kind", ["instead", "scan"])
def test_a_proof_shows_art_in_the_colours_of_print(catalogue, read_at_once, tmp_path, kind) -> None:
    edition, _ = composed(issue_with(tmp_path, *tables(tmp_path)[kind]), catalogue)
    page = edition.pages[0]
    painter = PagePainter(catalogue)

    def reddest() -> tuple[int, int, int]:
        image = pillow(screen(painter, page, read_at_once))
        (item,) = [*page.shapes, *page.pictures]
        part = image.crop(
            (round(item.x), round(item.y), round(item.x + item.width), round(item.y + item.height))
        )
        return min((colour for _, colour in part.getcolors(1 << 20)), key=lambda colour: colour[1])

    assert reddest() == pytest.approx((200, 22, 29), abs=3)
    painter.proof = page_proof(ProofMode.PRINT)
    proofed = reddest()
    assert proofed != pytest.approx((200, 22, 29), abs=3)
    painter.proof = page_proof(ProofMode.BLACK)
    assert min(reddest()) > 200  # M100 Y100 leaves nothing on the black plate
