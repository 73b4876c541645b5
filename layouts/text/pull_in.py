"""Lines as office programs break them (优先推入): what fits is taken, marks are squeezed to pull in
what does not, else text is pushed out.
"""

from __future__ import annotations

from bisect import bisect_right

from layouts.geometry import EPSILON
from layouts.text.line_ends import EVEN, MOST_GIVEN, LineEnd, cut
from layouts.text.line_room import content_width, shrinkable
from layouts.text.prepare import Prepared

PULL_IN_BELOW = 20.0
"""Slots narrower than this (em) pull text in before they open gaps, also where a break is allowed:
the print of 2023 does beside photos.
"""


def pull_in_first(prepared: Prepared, start: int, width: float) -> LineEnd:
    """What office programs do (优先推入): the natural break if it is allowed, else marks are
    squeezed, else text is pushed out.
    """
    natural = _fullest(prepared, start, width)
    over = _overrunning(prepared, start, width, natural)
    # fits once what falls away at the line end is off
    if over and content_width(prepared, start, over[0]) <= width + EPSILON:
        return 0.0, over[0], EVEN
    full = prepared.breaks[natural] and (
        width >= PULL_IN_BELOW or content_width(prepared, start, natural) >= width - EPSILON
    )
    # in a narrow slot an open line shows more than a squeezed one
    if full or not over:
        return 0.0, _fitting(prepared, start, natural, 1)[0], EVEN
    return 0.0, over[0], EVEN


def _fullest(prepared: Prepared, start: int, width: float) -> int:
    """The last boundary that the slot holds, breaks or no."""
    places = prepared.places
    limit = places[start] + prepared.start_trims.get(start, 0.0) + width + EPSILON
    return bisect_right(places, limit, start + 1) - 1


def _overrunning(prepared: Prepared, start: int, width: float, natural: int) -> list[int]:
    """Ends past the natural break: trims at the line's end, or squeezed marks, bring these lines
    in.
    """
    places, breaks = prepared.places, prepared.breaks
    reach = places[start] + width + MOST_GIVEN
    found: list[int] = []
    for end in range(natural + 1, len(places)):
        if places[end] > reach:
            break
        if breaks[end]:
            over = content_width(prepared, start, end) - width
            if over > EPSILON and over > shrinkable(prepared, start, end) + EPSILON:
                break
            found.append(end)
    return found


def _fitting(prepared: Prepared, start: int, natural: int, count: int) -> list[int]:
    """The last `count` ends that the slot holds; where no break is allowed in reach the line is cut
    where it is full.
    """
    breaks = prepared.breaks
    found: list[int] = []
    for end in range(natural, start, -1):
        if breaks[end]:
            found.append(end)
            if len(found) == count:
                break
    return found or [cut(prepared, start, natural)]
