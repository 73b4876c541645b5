"""Where a line may end, and what each of these ends costs: the innermost loop of composition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TypeAlias

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.costs import (
    BREAK_COSTS,
    LOOSE_COST,
    OVERFULL_COST,
    gap_cost,
    last_cost,
    squeezed,
)
from layouts.text.line_room import gap_slack, inner_marks, last_of
from layouts.text.prepare import Prepared

LineEnd: TypeAlias = tuple[float, int, int]
"""What a line costs that ends here, the end, and how the line looks: LOOSE, EVEN or TIGHT. A plain
tuple, since as many are made as breaking looks at.
"""

LOOSE, EVEN, TIGHT = 1, 0, -1

EndsAt: TypeAlias = Callable[[int, float, int], list[LineEnd]]
"""The ends of lines that start at a character, in a slot of such a width (em); so many of them from
the fullest that fits down.
"""

MOST_GIVEN = 4.0
"""Em that the marks of a line can give at most, far from what they really do: no end further beyond
the slot is looked at.
"""


def line_ends(prepared: Prepared, start: int, width: float, back: int) -> list[LineEnd]:
    """The ends of lines that start at `start`: those that fit when marks give way, the fullest that
    fits, `back` − 1 shorter.
    """
    return _ends(prepared, start, width, back, _last_start(prepared))


def ends_once(prepared: Prepared) -> EndsAt:
    """The same for a paragraph that is looked at again and again: worked out once for each start,
    width and `back`.
    """
    known: dict[tuple[int, float, int], list[LineEnd]] = {}
    last = _last_start(prepared)

    def ends_at(start: int, width: float, back: int) -> list[LineEnd]:
        key = start, width, back
        found = known.get(key)
        if found is None:
            fewer = known.get((start, width, back - 1))
            if fewer is None:
                found = _ends(prepared, start, width, back, last)
            else:
                found = _with_shorter(prepared, start, width, last, fewer)
            known[key] = found
        return found

    return ends_at


def _last_start(prepared: Prepared) -> int:
    """A line that ends there or beyond is the paragraph's last."""
    return len(prepared.letters.rstrip(c.SPACE))


def _ends(prepared: Prepared, start: int, width: float, back: int, last: int) -> list[LineEnd]:
    places = prepared.places
    # where the line must end, and the last boundary that the slot holds, breaks or no
    edge = places[start] + prepared.start_trims.get(start, 0.0) + width
    natural = bisect_right(places, edge + EPSILON, start + 1) - 1
    found: list[LineEnd] = []
    _add_fuller(prepared, start, edge, natural, last, found)
    _add_fitting(prepared, start, edge, natural, last, back, found)
    return found or [(OVERFULL_COST, cut(prepared, start, natural), EVEN)]


def _with_shorter(
    prepared: Prepared, start: int, width: float, last: int, fewer: list[LineEnd]
) -> list[LineEnd]:
    """These ends of lines, and one shorter than all of them."""
    places = prepared.places
    edge = places[start] + prepared.start_trims.get(start, 0.0) + width
    natural = bisect_right(places, edge + EPSILON, start + 1) - 1
    found = fewer.copy()
    # they end with the shortest; where the slot holds none, it is looked for again in vain
    _add_fitting(prepared, start, edge, min(natural, found[-1][1] - 1), last, 1, found)
    return found


# What `content_width` says is worked out in both, from what is known once for each start.


def _add_fuller(
    prepared: Prepared, start: int, edge: float, natural: int, last: int, found: list[LineEnd]
) -> None:
    """Ends past the natural one: trims at the line's end, or squeezed marks, bring these lines
    in.
    """
    places, breaks, end_trims = prepared.places, prepared.breaks, prepared.end_trims
    marks, sums, gaps = prepared.marks, prepared.mark_sums, prepared.gaps
    first = inside = -1
    for end in range(natural + 1, len(places)):
        over = places[end] - edge
        if over > MOST_GIVEN:
            break
        kind = breaks[end]
        if not kind:
            continue
        over -= end_trims.get(end, 0.0)
        # the end of the paragraph tears nothing, and its last line may be short
        cost = BREAK_COSTS[kind] if end < last else last_cost(prepared.letters, start, end)
        look = EVEN
        if over > EPSILON:
            # its marks are looked for once, those of longer lines are counted on from there
            if first < 0:
                first, inside = inner_marks(prepared, start, end)
            else:
                seen = last_of(prepared.letters, end)
                while inside < len(marks) and marks[inside][0] < seen:
                    inside += 1
            slack = gap_slack(prepared, start, end) if gaps else 0.0
            room = sums[inside] - sums[first] + slack
            # further on it lacks more with every character than the marks among them can give
            if over > room + EPSILON:
                break
            given, tight = squeezed(prepared, first, inside, slack, room, over)
            cost += given
            if tight:
                look = TIGHT
        elif over < -EPSILON and end < last:
            # what falls away at its end leaves it short after all
            opened = gap_cost(prepared, start, end, -over)
            cost += opened
            if opened > LOOSE_COST:
                look = LOOSE
        found.append((cost, end, look))


def _add_fitting(
    prepared: Prepared,
    start: int,
    edge: float,
    natural: int,
    last: int,
    count: int,
    found: list[LineEnd],
) -> None:
    """The last `count` ends that the slot holds."""
    places, breaks, end_trims = prepared.places, prepared.breaks, prepared.end_trims
    for end in range(natural, start, -1):
        kind = breaks[end]
        if not kind:
            continue
        short = edge - places[end] + end_trims.get(end, 0.0)
        if short < -EPSILON:  # the hyphen no longer fits
            continue
        cost = BREAK_COSTS[kind] if end < last else last_cost(prepared.letters, start, end)
        look = EVEN
        if short > EPSILON and end < last:
            opened = gap_cost(prepared, start, end, short)
            cost += opened
            if opened > LOOSE_COST:
                look = LOOSE
        found.append((cost, end, look))
        count -= 1
        if not count:
            break


def cut(prepared: Prepared, start: int, natural: int) -> int:
    """Where a line ends that no break allows: few issues have one."""
    from layouts.text.emergency import cut as cut_anywhere

    return cut_anywhere(prepared, start, natural)
