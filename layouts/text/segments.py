"""A stretch of one face shaped whole by HarfBuzz: Latin words, runs of dashes and ellipses,
characters with their marks and selectors, and what another face lends.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from fonts.face import Face, Shaped
from layouts.text import classes as c
from layouts.text.marks import attach
from layouts.text.sorts import NO_GLYPH, ONE_EM, Sort, Sorts, joined

TWO_EM_DASH = "⸺"
"""Always two em (CLREQ 3.1)."""


class Segment(Struct, frozen=True):
    """Shaped characters of one face: a glyph and an advance (em) per character, and those glyphs
    that stand off their pen place.

    `rises` are marks that stand higher (em) than they are drawn. `lacking` are the characters
    [start, end) that the face cannot draw.
    """

    glyphs: str
    widths: tuple[float, ...]
    naturals: tuple[float, ...]
    shifts: tuple[tuple[int, float], ...]
    rises: tuple[tuple[int, float], ...]
    lacking: tuple[tuple[int, int], ...]


def shaped_segment(face: Face, part: str) -> Segment:
    """Shape a whole segment; what the face cannot draw leaves NO_GLYPH and is mended by the
    caller.
    """
    glyphs = [NO_GLYPH] * len(part)
    widths = [0.0] * len(part)
    naturals = [0.0] * len(part)
    shifts: list[tuple[int, float]] = []
    rises: list[tuple[int, float]] = []
    lacking: list[tuple[int, int]] = []
    plain = True
    for start, end, group in _clusters(face.shape(part), len(part)):
        drawn = _drawn(face, part[start:end], group)
        if drawn is None:
            lacking.append((start, end))
            continue
        for offset, shaped in drawn:
            k = start + offset
            glyphs[k] = chr(shaped.glyph)
            widths[k] = shaped.advance
            naturals[k] = face.advance(shaped.glyph)
            shift = shaped.dx
            if part[k] == TWO_EM_DASH:
                widths[k] = 2.0
                shift = (2.0 - naturals[k]) / 2
            plain = plain and naturals[k] == widths[k]
            if shift:
                shifts.append((k, shift))
            if shaped.dy:
                rises.append((k, shaped.dy))
    return Segment(
        "".join(glyphs),
        tuple(widths),
        () if plain else tuple(naturals),
        tuple(shifts),
        tuple(rises),
        tuple(lacking),
    )


def _clusters(shaped: list[Shaped], size: int) -> Iterator[tuple[int, int, list[Shaped]]]:
    """What HarfBuzz keeps together: characters [start, end) and the glyphs that show them."""
    first = 0
    for last in range(1, len(shaped) + 1):
        if last == len(shaped) or shaped[last].cluster != shaped[first].cluster:
            yield (
                shaped[first].cluster,
                shaped[last].cluster if last < len(shaped) else size,
                shaped[first:last],
            )
            first = last


def _drawn(face: Face, part: str, group: list[Shaped]) -> list[tuple[int, Shaped]] | None:
    """The glyphs of a character with its marks, each with the index of what it shows; None where
    the face lacks some of it.
    """
    if not all(shaped.glyph for shaped in group):
        return [] if all(map(c.is_ignorable, part)) else None
    if len(group) == 1:
        return [(0, group[0])]
    # drawn in parts: right only where there is a glyph of the whole as well
    if len(group) > len(part):
        whole = face.glyph(part) if len(part) == 1 else 0
        return (
            [(0, Shaped(whole, group[0].cluster, face.advance(whole), 0.0, 0.0))] if whole else None
        )
    return attach(face, part, group)


# -- faces of others -------------------------------------------------------------------------------


def fitted_segment(face: Face, part: str, sorts: Sorts, *, latin: bool) -> Segment:
    """The same for a face of others, fitted to the grid; what it has only for the other script is
    lacking, so that a face that has it lends it.
    """
    if latin:
        return _without_full_width(shaped_segment(face, part), face, part)
    if c.classify(part[0]) in (c.DASH, c.ELLIPSIS):
        return _unit(face, part, sorts)
    if len(part) == 1:
        sort = sorts[part]
        return _of_sorts([sort]) if sort.glyph or c.is_ignorable(part) else _lacking(part)
    return _on_the_grid(shaped_segment(face, part), part)


def _unit(face: Face, part: str, sorts: Sorts) -> Segment:
    """A run of dashes or ellipses: one glyph for all of them where the face has that, else one
    each, dashes joined.
    """
    shaped = face.shape(part)
    whole = len(shaped) < len(part) and all(glyph.glyph for glyph in shaped)
    if whole and sum(glyph.advance for glyph in shaped) == len(part):
        return shaped_segment(face, part)
    if any(c.classify(char) not in (c.DASH, c.ELLIPSIS) or char == TWO_EM_DASH for char in part):
        return _lacking(part)
    found = joined(sorts, face, part)
    return _lacking(part) if found is None else _of_sorts(found)


def _without_full_width(segment: Segment, face: Face, part: str) -> Segment:
    """A Latin segment without the letters and marks that the face has only as wide as Hanzi
    (\u201c, é, × of a face of GB 2312).
    """
    wide = [
        k
        for k, glyph in enumerate(segment.glyphs)
        if glyph != NO_GLYPH
        and face.advance(ord(glyph)) == 1.0
        and unicodedata.east_asian_width(part[k]) == "A"
    ]
    if not wide:
        return segment
    glyphs, widths = list(segment.glyphs), list(segment.widths)
    for k in wide:
        glyphs[k], widths[k] = NO_GLYPH, 0.0
    lacking = sorted({*segment.lacking, *((k, k + 1) for k in wide)})
    return replace(segment, glyphs="".join(glyphs), widths=tuple(widths), lacking=tuple(lacking))


def _on_the_grid(segment: Segment, part: str) -> Segment:
    """A character with its marks, in the middle of the one em that it takes."""
    free = 1.0 - segment.widths[0]
    if segment.lacking or not free or c.classify(part[0]) not in ONE_EM:
        return segment
    moved = dict(segment.shifts)
    return replace(
        segment,
        widths=(1.0, *segment.widths[1:]),
        naturals=segment.naturals or segment.widths,
        shifts=tuple((k, moved.get(k, 0.0) + free / 2) for k in range(len(part))),
    )


def _of_sorts(sorts: Sequence[Sort]) -> Segment:
    odd = any(sort.is_odd for sort in sorts)
    return Segment(
        "".join(chr(sort.glyph) for sort in sorts),
        tuple(sort.width for sort in sorts),
        tuple(sort.natural for sort in sorts) if odd else (),
        tuple((k, sort.shift) for k, sort in enumerate(sorts) if sort.shift),
        (),
        (),
    )


def _lacking(part: str) -> Segment:
    size = len(part)
    return Segment(NO_GLYPH * size, (0.0,) * size, (), (), (), ((0, size),))
