"""The whole paragraph weighed at once, as Knuth and Plass do (Software: Practice and Experience 11,
1981): the costs of all its lines are added up, and the cheapest way through wins.

Since a slot's width may depend on which line it is (text beside a photo), partial paragraphs are
kept by their number of lines, the cheapest few of each. None is carried on that costs as much
already as the cheapest whole paragraph known; the first of these is what `breaking` found line by
line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from layouts.text import classes as c
from layouts.text.costs import ALIKE_COST, UNEVEN_COST
from layouts.text.line_ends import EVEN, EndsAt
from layouts.text.line_room import Broken, content_width, next_start
from layouts.text.opportunities import HYPHEN
from layouts.text.prepare import Prepared

Measure = Callable[[int], float]
"""The width in em of line k, counted from 0, first-line indent already taken off."""

Chain: TypeAlias = "tuple[int, Chain] | None"
"""The ends of lines from the last to the first, sharing what partial paragraphs have in common."""

Partial: TypeAlias = tuple[float, int, Chain]
"""A paragraph broken up to some character: what it cost, how its last line looks, and the ends of
its lines. Hundreds are made for a paragraph, so it is a plain tuple.
"""


class Breadth(Struct, frozen=True):
    """How much of what is possible is looked at: of the partial paragraphs of the same number of
    lines the `beam` cheapest, if they cost no more than `margin` above the cheapest; for each line
    the fullest that fits and `back` − 1 shorter.
    """

    beam: int
    margin: float
    back: int


NARROW, WIDE = Breadth(3, 60.0, 2), Breadth(5, 1e9, 3)
"""Most paragraphs find their best way in the narrow breadth; the wide one is for those that have a
blemish left."""

BLEMISH = 300.0
"""What a paragraph costs that has a blemish: a last line of two characters, a torn date."""


def lighter(prepared: Prepared, measure: Measure, ends_at: EndsAt, cost: float) -> Chain:
    """The ends of the lines of a paragraph broken so that it costs less than `cost`; None where
    there is no such way.
    """
    best = _search(prepared, measure, ends_at, cost, NARROW)
    if (best[0] if best else cost) >= BLEMISH:
        best = _search(prepared, measure, ends_at, best[0] if best else cost, WIDE) or best
    return best[2] if best else None


def _search(
    prepared: Prepared, measure: Measure, ends_at: EndsAt, bound: float, breadth: Breadth
) -> Partial | None:
    """The cheapest way to break the whole paragraph, line by line, if it costs less than
    `bound`.
    """
    string = prepared.string
    size = len(string)
    spaced = c.SPACE in prepared.letters
    back = breadth.back
    layer: dict[int, Partial] = {next_start(prepared, 0): (0.0, EVEN, None)}
    best: Partial | None = None
    number = 0
    while layer:
        width = measure(number)
        number += 1
        following: dict[int, Partial] = {}
        for start, (spent, before, ends) in layer.items():
            char = string[ends[0] - 1] if ends else ""
            # what comes after may need the character more than the fullest line
            for cost, end, look in ends_at(start, width, back):
                total = spent + cost
                if total >= bound:
                    continue
                if look and look + before == 0:
                    total += UNEVEN_COST
                if string[end - 1] == char == end_of_both(prepared, ends):
                    total += ALIKE_COST
                goes_on = next_start(prepared, end) if spaced else end
                if goes_on >= size:
                    if total < bound:
                        bound = total
                        best = total, look, (end, ends)
                # two ways to one place: only the cheaper can be part of the cheapest
                elif goes_on not in following or total < following[goes_on][0]:
                    following[goes_on] = total, look, (end, ends)
        layer = _cheapest(following, bound, breadth)
    return best


def _cheapest(partials: dict[int, Partial], bound: float, breadth: Breadth) -> dict[int, Partial]:
    """Those that are worth going on with: costs are never negative, so what costs the bound already
    can end no cheaper.
    """
    # most text, where few ends are possible at all
    if len(partials) < 2:
        return {start: entry for start, entry in partials.items() if entry[0] < bound}
    most = min(bound, min(partials.values())[0] + breadth.margin)
    kept = [entry for entry in partials.items() if entry[1][0] < most]
    if len(kept) > breadth.beam:
        kept.sort(key=_by_cost)
        del kept[breadth.beam :]
    return dict(kept)


def _by_cost(entry: tuple[int, Partial]) -> float:
    return entry[1][0]


def end_of_both(prepared: Prepared, ends: Chain) -> str:
    """The character that both of the last two lines end with, a third time in a row it would be
    seen; empty where they end otherwise.
    """
    if ends is None or ends[1] is None:
        return ""
    string, last, before = prepared.string, ends[0], ends[1][0]
    char = string[last - 1]
    return char if char == string[before - 1] and char != " " else ""


def unrolled(prepared: Prepared, chain: Chain, measure: Measure) -> list[Broken]:
    """The lines whose ends a chain has."""
    ends: list[int] = []
    while chain is not None:
        end, chain = chain
        ends.append(end)
    ends.reverse()
    start, size = next_start(prepared, 0), len(prepared.string)
    lines: list[Broken] = []
    for number, end in enumerate(ends):
        following = next_start(prepared, end)
        content = content_width(prepared, start, end)
        hyphen = prepared.breaks[end] == HYPHEN
        lines.append(Broken(start, end, measure(number), content, following == size, hyphen))
        start = following
    return lines
