"""What marks leave on a set line: strokes and dots under its characters, where it leads, and what
its source does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from fonts.face import Face
from layouts.issue.text import Mark, MarkKind
from layouts.page.item import Ink, Line, Put, Rule, Target
from layouts.text import classes as c
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

EM_FOOT: Final = 0.12
"""The foot of a Hanzi's em box under the baseline, em: its ink ends a hair above it."""

EM_MIDDLE: Final = 0.5 - EM_FOOT
"""The middle of that box over the baseline, em: a line through Hanzi stands there."""

LATIN_MIDDLE: Final = 0.3
"""The same of Latin letters, em: between the middles of x and of capitals and figures."""

CLEARANCE: Final = 0.06
"""Em between that foot and a line under it, whatever distance a face has for its Latin letters."""

DOT: Final = 0.13
DOT_DEPTH: Final = 0.181
"""The diameter of an emphasis dot, and how far its middle stands under the baseline, em (GB/T 15834
4.12, CLREQ 3.3.2): under the ink of Hanzi, and over the tone marks of readings in the next line
where there is room for marks on both sides.
"""

UNDER_LINE, UNDER_OTHERS = 0.19, 0.29
"""How much lower dots stand under a single line, and under one that is none, em."""

_LATIN: Final = c.LATIN + c.SPACE
"""Classes of characters that are no Hanzi and no wide marks."""

HAIR: Final = 0.01
"""Half the length of the stroke whose round ends are a dot, points: a viewer may leave out one
without any.
"""


def with_marks(line: Line, prepared: Prepared, broken: Broken) -> Line:
    """A line with what was put into it and where it leads."""
    start, end = broken.start, broken.end
    puts = (
        put._replace(start=max(put.start, start) - start, end=min(put.end, end) - start)
        for put in prepared.puts
    )
    targets = (
        Target(max(mark.start, start) - start, min(mark.end, end) - start, str(mark.value))
        for mark in prepared.links
    )
    return line._replace(
        puts=tuple(filter(_is_there, puts)), targets=tuple(filter(_is_there, targets))
    )


def _is_there(part: Put | Target) -> bool:
    return part.start < part.end


def drawn_under(
    line: Line, prepared: Prepared, broken: Broken, face: Callable[[str], Face]
) -> Iterator[Rule]:
    """The strokes and dots under a line, from where its glyphs stand; `face` opens a face by its
    key.
    """
    from layouts.page.stops import character_edges  # loaded for marks only: most issues have none

    edges: list[tuple[float, float]] | None = None
    for mark in prepared.drawn:
        first, last = max(mark.start, broken.start), min(mark.end, broken.end)
        if first >= last:
            continue
        edges = edges or _inside(line, _of_line(line, character_edges(line, face)))
        here = range(first - broken.start, last - broken.start)
        yield from DRAWN[mark.kind](line, prepared, mark, broken.start, here, edges, face)


def _of_line(line: Line, edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The edges of the characters that stand on the line: those above it left out."""
    from layouts.page.stops import above_words

    above = above_words(line)
    return [edge for k, edge in enumerate(edges) if k not in above] if above else edges


def _inside(line: Line, edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The edges of a line's characters, the blank halves left out that marks gave to their
    neighbours or to the ends of the line.
    """
    end = line.x + line.width
    # a character ends where the next begins, though its own em is wider
    following = [*(left for left, _ in edges[1:]), end]
    return [
        (max(left, line.x), max(left, min(right, after, end)))
        for (left, right), after in zip(edges, following, strict=True)
    ]


_Edges = list[tuple[float, float]]


def _underlined(
    line: Line,
    prepared: Prepared,
    mark: Mark,
    at: int,
    here: range,
    edges: _Edges,
    face: Callable[[str], Face],
) -> Iterator[Rule]:
    """A line under some characters, from the first one's left to the last one's right: no gap
    before or after is crossed.
    """
    here = _without_space(here, prepared, at)
    if not here:
        return
    position, thickness = face(prepared.style.face).underline
    width = thickness * line.size
    y = line.y + max(position, EM_FOOT + CLEARANCE + thickness / 2) * line.size
    stroke = Rule(edges[here[0]][0], y, edges[here[-1]][1], y, width, _ink(line, prepared))
    if not mark.value:
        yield stroke
        return
    # loaded with the first line that is no single one
    from layouts.flow.underlines import UNDERLINES

    yield from UNDERLINES[str(mark.value)](stroke, line.size)


def _without_space(here: range, prepared: Prepared, at: int) -> range:
    """Characters without the space at the end of a line: it is on no stroke."""
    while here and prepared.letters[at + here[-1]] == c.SPACE:
        here = here[:-1]
    return here


def _struck(
    line: Line,
    prepared: Prepared,
    mark: Mark,
    at: int,
    here: range,
    edges: _Edges,
    face: Callable[[str], Face],
) -> Iterator[Rule]:
    """A line through some characters: through the middle of the em box where a Hanzi or a mark is
    among them, else through that of Latin letters and figures.
    """
    del mark
    here = _without_space(here, prepared, at)
    if not here:
        return
    of_latin = all(prepared.letters[at + k] in _LATIN for k in here)
    y = line.y - (LATIN_MIDDLE if of_latin else EM_MIDDLE) * line.size
    width = face(prepared.style.face).underline[1] * line.size
    yield Rule(edges[here[0]][0], y, edges[here[-1]][1], y, width, _ink(line, prepared))


def _dotted(
    line: Line,
    prepared: Prepared,
    mark: Mark,
    at: int,
    here: range,
    edges: _Edges,
    face: Callable[[str], Face],
) -> Iterator[Rule]:
    """A dot under the middle of each Hanzi, none under marks, figures and what was put in or is
    small.
    """
    del mark, face
    small = {k for item in prepared.items if item.scale != 1.0 for k in range(item.start, item.end)}
    small.update(k for put in prepared.puts for k in range(put.start, put.end))
    lined = [other for other in prepared.drawn if other.kind is MarkKind.UNDERLINE]
    for k in here:
        if prepared.letters[at + k] != c.IDEOGRAPH or at + k in small:
            continue
        under = (other.value for other in lined if other.start <= at + k < other.end)
        lower = max((UNDER_OTHERS if said else UNDER_LINE for said in under), default=0.0)
        x, y = sum(edges[k]) / 2, line.y + (DOT_DEPTH + lower) * line.size
        yield Rule(x - HAIR, y, x + HAIR, y, DOT * line.size, _ink(line, prepared), (), True)


DRAWN = {
    MarkKind.UNDERLINE: _underlined,
    MarkKind.STRIKE: _struck,
    MarkKind.DOTS: _dotted,
}
"""What is drawn under characters, or through them, by the kind of their mark."""


def _ink(line: Line, prepared: Prepared) -> Ink:
    return line.runs[0].ink if line.runs else prepared.style.ink
