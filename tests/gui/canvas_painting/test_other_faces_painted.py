"""The canvas shows pages in faces that are not ours as the PDF has them: the same glyphs at the same
places, and the same ink.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from other_faces import KINDS, composed, layout_in, source, variable_faces, wanted
from paint_reading import Reading
from painted import Recorder, drawn_by_poppler, ink_apart, pillow, screen

from desktop.canvas.painter import PagePainter
from fonts.catalogue import Catalogue
from layouts.paint.pdf import write_pdf

NEAR = 0.01
"""Points."""

DPI = 144
TEXT = (120, 300, 720, 480)
"""A box of five lines of running text, pixels."""


@pytest.mark.parametrize("name", KINDS)
def test_a_page_looks_like_the_pdf_glyph_by_glyph(
    qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kind = wanted(name)
    path = source("sample", None)
    variable_faces(tmp_path, "".join(sorted(set(path.read_text("utf8")) - set("\n\r\t"))))
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    catalogue = Catalogue()
    edition = composed(path, layout_in(kind, tmp_path), catalogue)
    pdf, painter = write_pdf(edition, catalogue), PagePainter(catalogue)
    page = edition.pages[1]
    recorder = Recorder()
    painter.draw_glyphs(page, recorder)
    drawn = Reading(pdf).drawn(page.number)
    assert {one.face for one in recorder.placed} >= {kind.key}
    for ours, theirs in zip(recorder.placed, drawn, strict=True):
        assert abs(ours.x - theirs.x) < NEAR
        assert abs(page.height - ours.y - theirs.y) < NEAR
        assert abs(ours.size - theirs.size) < 0.001
    truth = drawn_by_poppler(pdf, page.number, DPI, 24, TEXT, tmp_path, grey=True)
    image = ink_apart(pillow(painter.page_image(page, DPI)).crop(TEXT), truth)
    canvas = ink_apart(pillow(screen(painter, page, None, DPI / 72)).crop(TEXT), truth)
    print(f"{name}: image {image:.2%}, screen {canvas:.2%} of the ink elsewhere")
    assert image < 0.05
    assert canvas < 0.15
