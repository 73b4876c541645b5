"""A part of a drawn line: the same glyphs in the same places, for marks that begin or end inside a
line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from fonts.face import Face
from layouts.page.item import GlyphRun, Line, Parted
from layouts.page.pen import pen_positions


def part_of(line: Line, start: int, end: int | None, face: Callable[[str], Face]) -> Line:
    """Characters `start` up to `end` of a line's text, the glyphs that show them; `face` opens a
    face by its key.
    """
    if start == 0 and end is None:
        return line
    stop = len(line.text) if end is None else end
    text = line.text[start:stop]
    runs = tuple(_cut(line.runs, start, None if end is None else stop, face))
    return line._replace(
        runs=runs,
        text=text,
        parted=line.parted and _still_parted(line.parted, start, stop, len(line.text)),
    )


def _still_parted(parted: Parted, start: int, stop: int, size: int) -> Parted | None:
    """What of parted words is left in characters `start` up to `stop` of a line of `size`."""
    told = max(0, min(parted.told, stop) - start)
    begun = stop == size and start <= size - parted.letters
    return (
        Parted(told, parted.letters if begun else 0, parted.word if begun else "")
        if told or (begun and parted.word)
        else None
    )


def _cut(
    runs: tuple[GlyphRun, ...], start: int, end: int | None, face: Callable[[str], Face]
) -> Iterator[GlyphRun]:
    at = 0
    for run in runs:
        size = len(run.text)
        low, high = max(0, start - at), size if end is None else min(size, end - at)
        at += size
        if low < high:
            cut = run if (low, high) == (0, size) else _part(run, low, high, face(run.face))
            if cut.glyphs:
                yield cut


def _part(run: GlyphRun, start: int, end: int, face: Face) -> GlyphRun:
    """Characters of a run. A glyph that shows several goes with the first of them."""
    bounds = run.clusters if run.clusters is not None else range(len(run.glyphs) + 1)
    first, last = bisect_left(bounds, start), bisect_left(bounds, end)
    # what was asked for is shown by a glyph that belongs to what stands before
    if first == last:
        return run._replace(glyphs="", text="", kerns=(), clusters=None)
    clusters = (
        None
        if run.clusters is None
        else tuple(bound - bounds[first] for bound in run.clusters[first : last + 1])
    )
    # The kerns before the first glyph are in its place already.
    kerns = tuple((k - first, dx) for k, dx in run.kerns if (first < k < last) or (first == 0 == k))
    x = pen_positions(run, face)[first] if first else run.x
    return run._replace(
        x=x,
        glyphs=run.glyphs[first:last],
        text=run.text[bounds[first] : bounds[last]],
        kerns=kerns,
        clusters=clusters,
    )
