"""A paragraph in so many lines: one or two fewer or more than it takes by itself, where that shows
no more than in others.

Fitting to pages asks for it (typography.md §2). What is weighed is the same as in `breaking`, by
the same costs, but only ways of the wanted number of lines: what the paragraph gives or takes is
spread over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec.structs import replace as copied

from layouts.geometry import EPSILON
from layouts.text.costs import (
    LAST_TWO_COST,
    RAGGED_COST,
    gap_cost,
    squeeze_cost,
)
from layouts.text.line_ends import line_ends
from layouts.text.line_room import (
    Broken,
    content_width,
    even_gap,
    next_start,
    shrinkable,
    stretchable,
)
from layouts.text.opportunities import ALLOWED, HYPHEN
from layouts.text.prepare import Prepared
from layouts.text.weighing import Chain, Measure, unrolled

MOST_OPEN = 0.12
"""Em a gap: no line that was tighter is opened further for a line more."""

LEAST_LAST = 4
"""Em that a line more is to have at least: three characters and a mark (CLREQ 3.2.7, 孤字)."""

NEAR = 2.0
"""Em that the ends of lines may have counted for."""

WINDOW = 3.0
"""Em from where a line would end if all gave or took alike: ways further off are not followed."""

LEAST_LINES = 2
"""What has one line could only become two of half the measure."""

WHOLE = (ALLOWED, HYPHEN)
"""Breaks that tear nothing; where a line ends inside a unit by itself, it may not where it is set
otherwise.
"""

BACK = 4
"""How many ends of a line are tried, from the fullest that fits down."""


class _PartialCast(NamedTuple):
    """A paragraph set up to some character: what it cost, the ends of its lines."""

    cost: float
    ends: Chain


class Recast(NamedTuple):
    """A paragraph in a wanted number of lines, and what that costs (`layouts.text.costs`)."""

    cost: float
    lines: list[Broken]


class _CastAims(NamedTuple):
    """What the lines of a paragraph are to be: so wide, ending about there (em), their gaps opened
    no further than that.
    """

    widths: list[float]
    aims: list[float]
    most: float


def recast(
    prepared: Prepared, measure: Measure, natural: Sequence[Broken], more: int
) -> Recast | None:
    """The paragraph in so many lines more (−: fewer) than it has by itself, `natural`; None where
    that breaks a rule, or would show.
    """
    count = len(natural) + more
    if not more or count < 1 or len(natural) < LEAST_LINES:
        return None
    widths = [measure(k) for k in range(count)]
    most = max(MOST_OPEN, *(_gap(prepared, line) for line in natural[:-1]))
    if not _is_near(prepared, widths, natural, more, most):
        return None
    # its lines may open further than by itself
    eased = copied(prepared, widest=max(prepared.widest, most))
    wanted = _CastAims(widths, _aims(prepared, widths, more), most)
    layer: dict[int, _PartialCast] = {next_start(prepared, 0): _PartialCast(0.0, None)}
    for k in range(count):
        layer = _following(eased, layer, wanted, k)
    best = min(layer.values(), key=_by_cost, default=None)
    if best is None:
        return None
    lines = unrolled(prepared, best.ends, measure)
    return Recast(best.cost, [copied(line, opened=most) for line in lines])


def _is_near(
    prepared: Prepared, widths: Sequence[float], natural: Sequence[Broken], more: int, most: float
) -> bool:
    """Whether all lines together could give or take so much: most paragraphs are far from it."""
    text = prepared.places[-1] - prepared.places[next_start(prepared, 0)]
    ranges = [(line.start, line.end) for line in natural]
    if more < 0:
        # marks at the ends of lines keep half their width
        ends = sum(prepared.end_trims.get(end, 0.0) for _, end in ranges)
        given = sum(shrinkable(prepared, start, end) for start, end in ranges)
        return text - ends - given <= sum(widths) + NEAR
    taken = most * sum(stretchable(prepared, start, end) for start, end in ranges)
    return text + taken >= sum(widths[:-1]) + LEAST_LAST - NEAR


def cost_of(prepared: Prepared, lines: Sequence[Broken]) -> float:
    """What the lines of a paragraph cost as they are, but for its last."""
    total = 0.0
    for line in lines[:-1]:
        over = line.content - line.width
        if over > EPSILON:
            total += squeeze_cost(prepared, line.start, line.end, over)[0]
        elif over < -EPSILON:
            total += gap_cost(prepared, line.start, line.end, -over)
    return total


def _by_cost(way: _PartialCast) -> float:
    return way.cost


def _following(
    prepared: Prepared, layer: dict[int, _PartialCast], wanted: _CastAims, k: int
) -> dict[int, _PartialCast]:
    """The cheapest ways to set line k behind those before, by where the next begins."""
    size, is_last = len(prepared.string), k == len(wanted.widths) - 1
    found: dict[int, _PartialCast] = {}
    for start, way in layer.items():
        for cost, end in _ends(prepared, start, wanted, k):
            goes_on = next_start(prepared, end)
            if (goes_on >= size) is not is_last:
                continue
            known = found.get(goes_on)
            if known is None or way.cost + cost < known.cost:
                found[goes_on] = _PartialCast(way.cost + cost, (end, way.ends))
    return found


def _ends(prepared: Prepared, start: int, wanted: _CastAims, k: int) -> Iterator[tuple[float, int]]:
    """The ends line k may have that tear nothing and open no gap too far; of the last line that
    which leaves it long enough.
    """
    width, is_last = wanted.widths[k], k == len(wanted.widths) - 1
    for cost, end, _ in line_ends(prepared, start, width, BACK):
        if is_last:
            # what a last line costs is that it is short
            if cost < LAST_TWO_COST:
                yield cost, end
        elif (
            prepared.breaks[end] in WHOLE
            and cost < RAGGED_COST
            and abs(prepared.places[end] - wanted.aims[k]) <= WINDOW
            and _opened(prepared, start, end, width) <= wanted.most + EPSILON
        ):
            yield cost, end


def _gap(prepared: Prepared, line: Broken) -> float:
    """How far the gaps of a line open, em; a ragged one has none that do."""
    gap = _opened(prepared, line.start, line.end, line.width)
    return gap if gap <= prepared.widest else 0.0


def _opened(prepared: Prepared, start: int, end: int, width: float) -> float:
    need = width - content_width(prepared, start, end)
    return even_gap(prepared, start, end, need) if need > EPSILON else 0.0


def _aims(prepared: Prepared, widths: Sequence[float], more: int) -> list[float]:
    """Where each line ends, em, if all give or take alike."""
    first, last = prepared.places[next_start(prepared, 0)], prepared.places[-1]
    reached = list(accumulate(widths))
    # a line more has as few characters as it may; fewer lines are all full
    text, room = (
        (last - first - LEAST_LAST, reached[-2]) if more > 0 else (last - first, reached[-1])
    )
    return [first + text * at / room for at in reached]
