"""Where the pen stands: the one truth of glyph positions, for every painter, the listing and the
tests.
"""

from __future__ import annotations

from itertools import accumulate

from fonts.face import Face
from layouts.page.item import GlyphRun


def pen_positions(run: GlyphRun, face: Face) -> list[float]:
    """The x of each glyph of a run in points, summed from the run's origin; `face` is the face that
    `run.face` names.
    """
    size, tracking = run.size, run.tracking
    steps = [advance * size + tracking for advance in face.advances(run.glyphs)]
    positions: list[float] = []
    x, at = run.x, 0
    for k, dx in run.kerns:
        stretch = accumulate(steps[at:k], initial=x)
        positions += stretch
        # the sum ends with where glyph k would stand without its kern
        x, at = positions.pop() + dx, k
    positions += accumulate(steps[at:], initial=x)
    positions.pop()  # where the next glyph would stand
    return positions
