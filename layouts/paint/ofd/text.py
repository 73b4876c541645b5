"""Lines as text objects: characters with their places, and beside them the glyphs of the embedded
face, so that a reader that ignores it is right too (GB/T 33190-2016 11).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from layouts.page.item import GlyphRun, Line
from layouts.page.pen import pen_positions
from layouts.paint.ofd.markup import SIZE_PLACES, Element, Ids, length, lengths, mm, put
from layouts.paint.ofd.paths import Points, colour, put_area
from layouts.paint.ofd.pieces import GlyphPiece, pieces
from layouts.pdf.syntax import number
from layouts.units import POINTS_PER_MM

if TYPE_CHECKING:
    from layouts.paint.ofd.fonts import OfdFont


def put_line(layer: Element, line: Line, fonts: Mapping[str, OfdFont], ids: Ids) -> None:
    """The runs of a line."""
    for run in line.runs:
        font = fonts[run.face]
        xs = pen_positions(run, font.face)
        end = xs[-1] + font.face.advance(ord(run.glyphs[-1])) * run.size
        for piece in pieces(run, xs, end):
            _put_piece(layer, piece, run, font, ids)


def _put_piece(layer: Element, piece: GlyphPiece, run: GlyphRun, font: OfdFont, ids: Ids) -> None:
    """A piece as text, and as outlines the glyphs for which it has no character."""
    told = len(piece.text)
    if told:
        _put_text(layer, piece, run, font, ids)
    for glyph, x in zip(piece.glyphs[told:], piece.xs[told:], strict=True):
        put_area(layer, _contours(font, ord(glyph), x, run), run.ink, ids)


def _put_text(layer: Element, piece: GlyphPiece, run: GlyphRun, font: OfdFont, ids: Ids) -> None:
    """Text whose glyphs are no more than its characters."""
    xs = _places(piece)
    left, top = mm(xs[0] - font.left * run.size), mm(run.y - font.ascent * run.size)
    right, foot = mm(piece.end + font.right * run.size), mm(run.y + font.descent * run.size)
    made = put(
        layer,
        "TextObject",
        ID=ids.new(),
        Boundary=lengths(left, top, right - left, foot - top),
        Font=font.id,
        Size=number(run.size / POINTS_PER_MM, SIZE_PLACES),
    )
    put(made, "FillColor", Value=colour(run.ink))
    glyphs = [font.numbers[ord(glyph)] for glyph in piece.glyphs[: len(xs)]]
    turned = put(
        made,
        "CGTransform",
        CodePosition="0",
        CodeCount=str(len(xs)),
        GlyphCount=str(len(glyphs)),
    )
    put(turned, "Glyphs", " ".join(map(str, glyphs)))
    at = [mm(x) for x in xs]
    # differences of rounded places: however long a line is, nothing adds up
    steps = " ".join(length(after - before) for before, after in pairwise(at))
    put(
        made,
        "TextCode",
        piece.text,
        X=length(at[0] - left),
        Y=length(mm(run.y) - top),
        **({"DeltaX": steps} if steps else {}),
    )


def _places(piece: GlyphPiece) -> list[float]:
    """Where each character of a piece stands: with its glyph; those that share the last one part
    its width among them.
    """
    count, glyphs = len(piece.text), len(piece.glyphs)
    xs = [*piece.xs[:count]]
    more = count - len(xs)
    width = (piece.end - xs[-1]) / (more + 1)
    return xs + [piece.xs[glyphs - 1] + width * k for k in range(1, more + 1)]


def _contours(
    font: OfdFont, glyph: int, x: float, run: GlyphRun
) -> list[tuple[Points, tuple[Points, ...]]]:
    """The outlines of a glyph on the page."""
    outlines: list[tuple[Points, tuple[Points, ...]]] = []
    for verb, values in font.face.outline(glyph):
        at = tuple(
            run.y - value * run.size if k % 2 else x + value * run.size
            for k, value in enumerate(values)
        )
        if verb == "M":
            outlines.append((at, ()))
        elif at:
            start, steps = outlines[-1]
            outlines[-1] = start, (*steps, at)
    return outlines
