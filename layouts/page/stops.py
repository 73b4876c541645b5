"""Carets in one line: where each place between two characters stands, and the way back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from fonts.face import Face
from layouts.page.item import SOFT_HYPHEN, GlyphRun, Line

BLANK, WIDE_BLANK = 0.25, 0.5
"""What a typed space that ends a line takes where a caret passes it, em: after Latin and after
Hanzi; it has no glyph.
"""

Faces = Callable[[str], Face]
"""The face of a key."""


class Stops(NamedTuple):
    """Where a caret may stand in a line, left to right: offsets in the source text and their x in
    points.
    """

    offsets: tuple[int, ...]
    xs: tuple[float, ...]

    def x_of(self, offset: int) -> float:
        """The x of an offset; of the nearest stop where a caret may not stand there."""
        # behind the last stop stand spaces that the line's end dissolved
        at = min(bisect_left(self.offsets, offset), len(self.xs) - 1)
        return self.xs[at]

    def offset_at(self, x: float) -> int:
        """The offset of the stop nearest to x."""
        at = bisect_left(self.xs, x)
        # the stop before it is nearer, or the only one
        if at and (at == len(self.xs) or x - self.xs[at - 1] < self.xs[at] - x):
            at -= 1
        return self.offsets[at]


def line_stops(line: Line, faces: Faces) -> Stops:
    """The caret stops of a drawn line, its start and end included.

    Halfway between neighbours where the line is opened or squeezed.
    """
    edges = character_edges(line, faces)
    offsets = source_offsets(line)
    if not edges:
        return Stops((line.start,), (line.x,))
    put = put_in(line)
    # behind what begins the line and is not of the source
    at = next((k for k in range(len(edges)) if k not in put), len(edges))
    # nothing but what was put in: the caret stands behind it
    if at == len(edges):
        return Stops((offsets[-1],), (max(edges[-1][1], line.x),))
    x = edges[at][0] if not at else (edges[at - 1][1] + edges[at][0]) / 2
    keep, xs = [offsets[at]], [max(x, line.x)]
    for k in range(at + 1, len(edges)):
        x = (edges[k - 1][1] + edges[k][0]) / 2
        if not _clings(line.text[k]) and k not in put:
            keep.append(offsets[k])
            # never back: squeezed marks overlap the em of their neighbours
            xs.append(max(x, xs[-1]))
    keep.append(offsets[-1])
    xs.append(max(edges[-1][1], xs[-1]))
    return Stops(tuple(keep), tuple(xs))


def put_in(line: Line) -> frozenset[int]:
    """The characters of a line's text that its source does not have."""
    return (
        frozenset(k for put in line.puts for k in range(put.start, put.end)) if line.puts else _NONE
    )


_NONE: frozenset[int] = frozenset()


def above_words(line: Line) -> frozenset[int]:
    """The characters of a line's text that stand above others: readings."""
    return (
        frozenset(k for put in line.puts if put.over for k in range(put.start, put.end))
        if line.puts
        else _NONE
    )


def source_offsets(line: Line) -> list[int]:
    """The source offset of every character of a line, and after them that of its end.

    What was put in stands where its words end.
    """
    if not line.gone and not line.puts:
        return list(range(line.start, line.start + len(line.text) + 1))
    gone, put = set(line.gone), put_in(line)
    found: list[int] = []
    offset = line.start
    for k in range(len(line.text)):
        if k in put:
            found.append(offset)
            continue
        # spaces dissolved before this character
        while offset in gone:
            offset += 1
        found.append(offset)
        offset += 1
    return [*found, offset]


def line_end(line: Line) -> int:
    """The source offset after a line's last character."""
    end = line.start + len(line.text) + len(line.gone)
    return end - sum(put.end - put.start for put in line.puts) if line.puts else end


def _clings(char: str) -> bool:
    """Whether no caret may stand before a character: combining marks, variation selectors,
    joiners.
    """
    # nearly all characters of a line are below U+0300 or Hanzi: categories are asked of few
    return char > "\u02ff" and unicodedata.category(char) in {"Mn", "Me", "Cf"}


def character_edges(line: Line, faces: Faces) -> list[tuple[float, float]]:
    """Left and right edge of every character of a line's text; what stands above words is where
    they end, and takes nothing.
    """
    text = line.text
    found: list[tuple[float, float] | None] = [None] * len(text)
    done = 0
    for run in line.runs:
        # drawn, but no character of the line
        if run.text == SOFT_HYPHEN:
            continue
        # runs follow each other in the text, but for characters that have no run (spaces at its
        # end)
        at = text.find(run.text, done)
        if at < 0:
            continue
        _run_edges(run, faces(run.face), found, at)
        done = at + len(run.text)
    pen = line.runs[0].x if line.runs else line.x
    edges: list[tuple[float, float]] = []
    above = above_words(line)
    for k, (char, edge) in enumerate(zip(text, found, strict=True)):
        # a mark stands over its base, wherever its own pen was
        if k in above:
            edges.append((pen, pen))
        elif edge is not None and _clings(char):
            pen = max(pen, edge[1])
            edges.append((pen, pen))
        elif edge is not None:
            edges.append(edge)
        else:
            width = BLANK * line.size if char.isspace() else 0.0
            # a space at the line's end, never out of its slot
            edges.append((pen, min(pen + width, max(pen, line.x + line.width))))
        pen = edges[-1][1]
    return edges


def _run_edges(run: GlyphRun, face: Face, found: list[tuple[float, float] | None], at: int) -> None:
    """The edges of a run's characters: the pen before and after each glyph (see
    `layouts.page.pen`); a ligature is cut evenly.
    """
    kerns = dict(run.kerns)
    clusters = run.clusters
    x = run.x
    for k, glyph in enumerate(run.glyphs):
        if k in kerns:
            x += kerns[k]
        width = face.advance(ord(glyph)) * run.size
        if clusters is None:
            found[at + k] = (x, x + width)
        else:
            first, last = clusters[k], clusters[k + 1]
            step = width / max(1, last - first)
            for n in range(first, last):
                found[at + n] = (x + (n - first) * step, x + (n - first + 1) * step)
        x += width + run.tracking


def blank(text: str) -> float:
    """How far behind a text that ends in spaces the next character will stand, em: as if it were
    one like the last.

    Several spaces are one, and beside full-width marks they are none (see `layouts.text.spacing`).
    """
    last = text.rstrip()[-1:]
    if not last or unicodedata.east_asian_width(last) not in "WF":
        # no wide characters to Unicode, but full-width marks where Chinese is set
        return 0.0 if last and last in "“”‘’—…·" else BLANK
    return 0.0 if unicodedata.category(last).startswith("P") else WIDE_BLANK
