"""Combining marks over and under their base, where a face has the glyphs and does not say how they join.

HarfBuzz attaches a mark by the anchors of the face. Tinos has none for Latin letters, Song none for Hanzi: the mark then stands wherever
its own design puts it, over the next letter as often as not. What HarfBuzz does for a face without any anchors (hb-ot-shape-fallback.cc)
is done here: the mark is centred on the base and stacked clear of what is there already.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fonts.face import Face, Ink, Shaped

ABOVE, BELOW = 230, 220
"""Canonical combining classes of marks over and under the base (Unicode 16, 4.3). Marks of other classes stand where they are drawn."""

CLEAR = 1 / 16
"""Between base and mark, and mark and mark, em."""

ASTRAY = 0.1
"""How far a mark that is not moved may reach out of its base's width, em: further out it would stand over a neighbour."""


def attach(face: Face, cluster: str, shaped: Sequence[Shaped]) -> list[Shaped] | None:
    """The glyphs of a base and its marks, one a character or fewer, with the marks in their places; None where one cannot be placed."""
    base = shaped[0]
    box = face.ink(base.glyph)
    placed = [base]
    pen = base.advance
    for glyph, mark in zip(shaped[1:], _marks(cluster, len(shaped) - 1), strict=True):
        ink = face.ink(glyph.glyph)
        kind = unicodedata.combining(mark)
        if glyph.dx or glyph.dy:
            moved = glyph
        elif kind in (ABOVE, BELOW):
            moved = _stacked(glyph, ink, box, pen, above=kind == ABOVE)
        elif pen + ink.left < -ASTRAY or pen + ink.right > base.advance + ASTRAY:
            return None
        else:
            moved = glyph
        placed.append(moved)
        if kind in (ABOVE, BELOW):
            box = box._replace(bottom=min(box.bottom, ink.bottom + moved.dy), top=max(box.top, ink.top + moved.dy))
        pen += glyph.advance
    return placed


def _marks(cluster: str, count: int) -> str:
    """The marks that the glyphs after the base show, in canonical order; where there are more, the first went into the base's glyph."""
    marks = sorted((char for char in cluster[1:] if unicodedata.category(char) in ("Mn", "Me")), key=unicodedata.combining)
    return "".join(marks[len(marks) - count :]).rjust(count, "\0")


def _stacked(glyph: Shaped, ink: Ink, box: Ink, pen: float, *, above: bool) -> Shaped:
    """A mark centred on the base, and out of the way of what stands over or under it."""
    dx = (box.left + box.right - ink.left - ink.right) / 2 - pen
    dy = max(0.0, box.top + CLEAR - ink.bottom) if above else min(0.0, box.bottom - CLEAR - ink.top)
    return glyph._replace(dx=dx, dy=dy)
