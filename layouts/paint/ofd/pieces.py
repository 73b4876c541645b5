"""A run of glyphs as pieces that every reader of OFD sets alike: each has characters beside its
glyphs (GB/T 33190-2016 11.3 and 11.4).

Where a glyph stands for one character of the Basic Multilingual Plane a whole run is one piece.
All else, ligatures, selectors, marks, characters that programs count as two, stands by itself:
readers do not agree on how the places of characters and of glyphs are counted then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.page.item import GlyphRun
from layouts.paint.ofd.markup import sound
from layouts.paint.usage import spans

LAST_OF_PLANE = "\uffff"


class GlyphPiece(NamedTuple):
    """Glyphs that show `text` between them, and where the pen stands before each and after the
    last; points of the page.
    """

    text: str
    glyphs: str
    xs: Sequence[float]
    end: float


def pieces(run: GlyphRun, xs: Sequence[float], end: float) -> list[GlyphPiece]:
    """The pieces of a run, from left to right; `xs` and `end` are those of `GlyphPiece`."""
    if _is_plain(run):
        return [GlyphPiece(run.text, run.glyphs, xs, end)]
    made: list[GlyphPiece] = []
    joins = False
    for span in spans(run):
        text = sound(span.text)
        after = xs[span.end] if span.end < len(xs) else end
        one = GlyphPiece(text, run.glyphs[span.start : span.end], xs[span.start : span.end], after)
        plain = len(text) == len(one.glyphs) and text <= LAST_OF_PLANE
        if plain and joins:
            made[-1] = _joined(made[-1], one)
        else:
            made.append(one)
            # what a piece begins with may be trimmed as blank, and all that follows would move up
            joins = plain and not text.isspace()
    return made


def _is_plain(run: GlyphRun) -> bool:
    text = run.text
    return (
        len(text) == len(run.glyphs)
        and (run.clusters is None or run.clusters == tuple(range(len(text) + 1)))
        and not text[:1].isspace()
        and max(text, default="") <= LAST_OF_PLANE
        and sound(text) == text
    )


def _joined(first: GlyphPiece, other: GlyphPiece) -> GlyphPiece:
    return GlyphPiece(
        first.text + other.text, first.glyphs + other.glyphs, [*first.xs, *other.xs], other.end
    )
