"""Combining marks over and under their base, where a face has the glyphs and does not say how they
join.

HarfBuzz attaches a mark by the anchors of the face. Tinos has none for Latin letters, Song none for
Hanzi: the mark then stands wherever its own design puts it, over the next letter as often as not.
What HarfBuzz does for a face without any anchors (hb-ot-shape-fallback.cc) is done here: the mark
is centred on the base and stacked clear of what is there already.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fonts.face import BlackBox, Face, Shaped
from layouts.text.classes import is_ignorable

ABOVE, BELOW = 230, 220
"""Canonical combining classes of marks over and under the base (Unicode 16, 4.3).

Marks of other classes stand where they are drawn.
"""

CLEAR = 1 / 16
"""Between base and mark, and mark and mark, em."""

ASTRAY = 0.1
"""How far a mark that is not moved may reach out of its base's width, em: further out it would
stand over a neighbour.
"""


def attach(face: Face, cluster: str, shaped: Sequence[Shaped]) -> list[tuple[int, Shaped]] | None:
    """The glyphs of a base and its marks, the marks in their places, each with the index in the
    cluster of the character it tells.

    There are no more glyphs than characters. None where a mark cannot be placed.
    """
    base = shaped[0]
    box = face.ink(base.glyph)
    placed = [(0, base)]
    pen = base.advance
    # until a mark had to be moved: what the face says of the next ones goes by where that one was
    by_the_face = True
    drawn = _drawn(face, cluster, shaped[1:])
    told = _told(cluster, drawn)
    for glyph, k in zip(shaped[1:], drawn, strict=True):
        ink = face.ink(glyph.glyph)
        kind = unicodedata.combining(cluster[k])
        # an offset means that HarfBuzz knew where it joins its base
        if by_the_face and (glyph.dx or glyph.dy):
            moved = glyph
        elif kind in (ABOVE, BELOW):
            moved = _stacked(glyph, ink, box, pen, above=kind == ABOVE)
            by_the_face = False
        # inside the width of its base it may stand as drawn (a stroke through a letter)
        elif pen + ink.left < -ASTRAY or pen + ink.right > base.advance + ASTRAY:
            return None
        else:
            moved = glyph
        placed.append((told[k], moved))
        # what comes next on that side has to clear this mark as well
        if kind in (ABOVE, BELOW):
            box = box._replace(
                bottom=min(box.bottom, ink.bottom + moved.dy), top=max(box.top, ink.top + moved.dy)
            )
        pen += glyph.advance
    return placed


def _marks(cluster: str) -> list[int]:
    return [
        k
        for k, char in enumerate(cluster)
        if k and unicodedata.category(char) in ("Mn", "Me") and not is_ignorable(char)
    ]


def _drawn(face: Face, cluster: str, glyphs: Sequence[Shaped]) -> list[int]:
    """The marks that the glyphs after the base draw: those of a cluster in canonical order, some of
    which may be in the base's glyph.

    Which those are the others' own glyphs tell: of A with a line under it and an acute the acute is
    in the base's, though it comes last.
    """
    count = len(glyphs)
    marks = sorted(_marks(cluster), key=lambda k: unicodedata.combining(cluster[k]))
    if len(marks) <= count:
        return marks if len(marks) == count else list(range(1, count + 1))
    # from the last glyph back, each by the last mark left that the face draws so
    rest, found = marks.copy(), list[int]()
    for glyph in reversed(glyphs):  # of two alike the first is in the base's glyph
        while rest and face.glyph(cluster[rest[-1]]) != glyph.glyph:
            rest.pop()
        if not rest:  # a form of its own beside others
            return marks[len(marks) - count :]
        found.append(rest.pop())
    return found[::-1]


def _told(cluster: str, drawn: Sequence[int]) -> dict[int, int]:
    """The character that the glyph of each drawn mark tells: that mark, unless one behind it in the
    text is in the base's glyph.

    What the base's glyph has must follow it: a text is read glyph by glyph, and has to come out
    whole and in order.
    """
    marks = _marks(cluster)
    last = marks[len(marks) - len(drawn) :] if len(marks) > len(drawn) else sorted(drawn)
    return dict(zip(sorted(drawn), last, strict=True))


def _stacked(glyph: Shaped, ink: BlackBox, box: BlackBox, pen: float, *, above: bool) -> Shaped:
    """A mark centred on the base, and out of the way of what stands over or under it."""
    dx = (box.left + box.right - ink.left - ink.right) / 2 - pen
    dy = max(0.0, box.top + CLEAR - ink.bottom) if above else min(0.0, box.bottom - CLEAR - ink.top)
    return glyph._replace(dx=dx, dy=dy)
