"""Where the pen stands: the one truth of glyph positions, for every painter, the listing and the tests."""

from __future__ import annotations

from fonts.face import Face
from layouts.page.item import GlyphRun


def pen_positions(run: GlyphRun, face: Face) -> list[float]:
    """The x of each glyph of a run in points, summed from the run's origin; `face` is the face that `run.face` names."""
    kerns = iter((*run.kerns, (-1, 0.0)))
    next_kern, dx = next(kerns)
    x = run.x
    positions: list[float] = []
    for k, glyph in enumerate(run.glyphs):
        while next_kern == k:
            x += dx
            next_kern, dx = next(kerns)
        positions.append(x)
        x += face.advance(ord(glyph)) * run.size + run.tracking
    return positions
