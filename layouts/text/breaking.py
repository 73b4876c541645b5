"""Paragraphs to lines: greedy first, and the whole paragraph weighed at once where greedy leaves a
blemish.

The algorithm. A `Prepared` paragraph says where lines may end and how wide everything is. Greedy
takes line after line: of the ends that its slot allows (those that fit once marks give way, and the
fullest that fits as it is) the one that costs least, `layouts.text.costs` says how much. Five
paragraphs in six come out without a line that is loose, tight, torn, or nearly empty at the end,
and are done. The others are weighed whole, as Knuth and Plass do (Software: Practice and Experience
11, 1981): the costs of all their lines are added up, and the cheapest way through wins. Since a
slot's width may depend on which line it is (text beside a photo), partial paragraphs are kept by
their number of lines, the `BEAM` cheapest of each; where a cheap end is found and all that go on
cost more already, the search is over.

Widths are pulled: for each line the caller's `measure(k)` says how wide slot k is, so text flows
round photos without a second pass. The `office` style (优先推入) does no weighing: it does what
office programs do, `_pull_in_first`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace as copied

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.costs import (
    BREAK_COSTS,
    LOOSE_COST,
    OVERFULL_COST,
    TIGHT_COST,
    gap_cost,
    last_cost,
    squeeze_cost,
)
from layouts.text.line_room import Broken, BrokenIn, content_width, next_start, shrinkable
from layouts.text.opportunities import ALLOWED, HYPHEN
from layouts.text.prepare import Prepared

Measure = Callable[[int], float]
"""The width in em of line k, counted from 0, first-line indent already taken off."""

PULL_IN_BELOW = 20.0
"""Slots narrower than this (em) pull text in before they open gaps, also where a break is allowed:
the print of 2023 does beside photos.
"""

MOST_GIVEN = 4.0
"""Em that the marks of a line can give at most, far from what they really do: no end further beyond
the slot is looked at.
"""

BEAM = 5
"""How many partial paragraphs of the same number of lines are carried on. Of 194 paragraphs of two
printed issues, beside photos and without, 5 find the cheapest breaks of all, 3 miss those of four
by little, and 1 leaves eight with a last line of one character or a gap that shows.
"""


def break_lines(
    prepared: Prepared, measure: Measure, rough: bool = False, more: int = 0
) -> list[Broken]:
    """Break a paragraph into lines; into so many `more` (−: fewer) than by itself, where that shows
    no more than in others.

    Every character lands on exactly one line; an empty paragraph is one empty line.

    Whatever `measure` says, each line takes a character at least: there are never more lines than
    characters. What the editor ended (U+2028) is on no line. With `rough` a blemish is let pass:
    for lines that are only counted.
    """
    if c.NEWLINE in prepared.letters:
        lines: list[Broken] = []
        for start, part in stretches(prepared):
            done = len(lines)
            lines += [
                shifted(line, start)
                # bound now: slots are counted from the paragraph's start, not the part's
                for line in _broken(part, lambda k, done=done: measure(done + k), rough)
            ]
        return lines
    lines = _broken(prepared, measure, rough)
    if not more:
        return lines
    # loaded where an issue is fitted to pages
    from layouts.text.copyfit import recast

    cast = recast(prepared, measure, lines, more)
    return lines if cast is None else cast.lines


KEPT = 3
"""Ways of slots that a paragraph remembers how it was broken in."""


def break_again(prepared: Prepared, measure: Measure, more: int = 0) -> list[Broken]:
    """What `break_lines` gives, without the work where it was broken in the same slots before: text
    beside photos is flowed again whenever something moves.
    """
    for kept in prepared.broken:
        if kept.more == more and all(measure(k) == width for k, width in enumerate(kept.widths)):
            return kept.lines
    widths: list[float] = []

    def asked(k: int) -> float:
        if k == len(widths):
            widths.append(measure(k))
        return widths[k]

    lines = break_lines(prepared, asked, more=more)
    prepared.broken[:] = [BrokenIn(widths, more, lines), *prepared.broken[: KEPT - 1]]
    return lines


def stretches(prepared: Prepared) -> Iterator[tuple[int, Prepared]]:
    """The parts of a text between the lines that the editor ended, each as a text of its own, and
    where it starts.
    """
    letters = prepared.letters
    start = 0
    while start <= len(letters):
        end = letters.find(c.NEWLINE, start)
        end = end if end >= 0 else len(letters)
        yield start, part_of(prepared, start, end)
        start = end + 1


def shifted(line: Broken, by: int) -> Broken:
    """A line of a part of a text, its characters counted in the whole."""
    return Broken(line.start + by, line.end + by, line.width, line.content, line.last, line.hyphen)


def part_of(prepared: Prepared, start: int, end: int) -> Prepared:
    """What breaking asks of the characters `start` up to `end`; where the part ends a line may."""
    breaks = prepared.breaks[start : end + 1]
    # as at the ends of a text, whatever the whole has there
    breaks[0], breaks[-1] = 0, ALLOWED
    marks = [(k - start, step, blank) for k, step, blank in prepared.marks if start <= k < end]
    most = prepared.punctuation.squeeze
    return copied(
        prepared,
        string=prepared.string[start:end],
        letters=prepared.letters[start:end],
        glyphs=prepared.glyphs[start:end],
        places=prepared.places[start : end + 1],
        gaps=[k - start for k in prepared.gaps if start <= k < end],
        breaks=breaks,
        rigid=[k - start for k in prepared.rigid if start < k < end],
        end_trims={k - start: trim for k, trim in prepared.end_trims.items() if start < k <= end},
        start_trims={
            k - start: trim for k, trim in prepared.start_trims.items() if start <= k < end
        },
        marks=marks,
        mark_sums=[*accumulate((min(most, blank) for _, _, blank in marks), initial=0.0)],
    )


def _broken(prepared: Prepared, measure: Measure, rough: bool) -> list[Broken]:
    if not prepared.string:
        return [Broken(0, 0, measure(0), 0.0, last=True)]
    if not prepared.punctuation.total_fit:
        return _greedy(prepared, measure, _pull_in_first)[0]
    lines, blemished = _greedy(prepared, measure, _cheapest)
    return (
        (_total_fit(prepared, measure) or lines)
        if blemished and len(lines) > 1 and not rough
        else lines
    )


def _greedy(
    prepared: Prepared,
    measure: Measure,
    choose: Callable[[Prepared, int, float], tuple[float, int]],
) -> tuple[list[Broken], bool]:
    """Line after line the best on its own, and whether one of them is loose, tight, torn, or a
    nearly empty last one.
    """
    lines: list[Broken] = []
    start, size = next_start(prepared, 0), len(prepared.string)
    blemished = False
    while start < size:
        width = measure(len(lines))
        cost, end = choose(prepared, start, width)
        following = next_start(prepared, end)
        line = Broken(
            start,
            end,
            width,
            content_width(prepared, start, end),
            following == size,
            prepared.breaks[end] == HYPHEN,
        )
        lines.append(line)
        # most lines cost less than either bound: only of the others is asked which one holds
        if cost > _FAULTLESS:
            blemished = blemished or _blemish(line, cost)
        start = following
    return lines, blemished


_FAULTLESS = min(LOOSE_COST, TIGHT_COST)


def _blemish(line: Broken, cost: float) -> bool:
    if line.content > line.width + EPSILON:
        return cost > TIGHT_COST
    return cost > LOOSE_COST


def _line(prepared: Prepared, start: int, end: int, width: float) -> Broken:
    last = next_start(prepared, end) == len(prepared.string)
    return Broken(
        start, end, width, content_width(prepared, start, end), last, prepared.breaks[end] == HYPHEN
    )


def _cheapest(prepared: Prepared, start: int, width: float) -> tuple[float, int]:
    """The cost and end of the best line from `start`: marks give way or gaps open, whichever shows
    less.
    """
    places = prepared.places
    edge = places[start] + prepared.start_trims.get(start, 0.0) + width
    natural = bisect_right(places, edge + EPSILON, start + 1) - 1
    # filled to the edge once what falls away at its end is off
    exact = places[natural] - prepared.end_trims.get(natural, 0.0) >= edge - EPSILON
    if exact and prepared.breaks[natural] == ALLOWED and start < natural < len(prepared.string):
        return 0.0, natural  # as most lines of plain Hanzi: nothing can be better
    return min(ends_of(prepared, start, width, 1))


def _pull_in_first(prepared: Prepared, start: int, width: float) -> tuple[float, int]:
    """What office programs do (优先推入): the natural break if it is allowed, else marks are
    squeezed, else text is pushed out.
    """
    natural = _fullest(prepared, start, width)
    over = _overrunning(prepared, start, width, natural)
    # fits once what falls away at the line end is off
    if over and content_width(prepared, start, over[0]) <= width + EPSILON:
        return 0.0, over[0]
    full = prepared.breaks[natural] and (
        width >= PULL_IN_BELOW or content_width(prepared, start, natural) >= width - EPSILON
    )
    # in a narrow slot an open line shows more than a squeezed one
    if full or not over:
        return 0.0, _fitting(prepared, start, natural, 1)[0]
    return 0.0, over[0]


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
    return found or [_cut(prepared, start, natural)]


def ends_of(prepared: Prepared, start: int, width: float, back: int) -> list[tuple[float, int]]:
    """The lines that may start at `start` as (cost, end): those that fit when marks give way, the
    fullest that fits, `back` − 1 shorter.

    The innermost loop of composition: what `content_width` and `shrinkable` say is worked out here
    once per start.
    """
    places, breaks, end_trims, letters = (
        prepared.places,
        prepared.breaks,
        prepared.end_trims,
        prepared.letters,
    )
    # a line that ends at `last` or beyond is the paragraph's last
    size, last = (len(letters), len(letters.rstrip(c.SPACE)))
    edge = places[start] + prepared.start_trims.get(start, 0.0) + width  # where the line must end
    natural = bisect_right(places, edge + EPSILON, start + 1) - 1
    found: list[tuple[float, int]] = []
    for end in range(natural + 1, size + 1):
        over = places[end] - edge
        if over > MOST_GIVEN:
            break
        if breaks[end]:
            over -= end_trims.get(end, 0.0)
            # the end of the paragraph tears nothing, and its last line may be short
            cost = BREAK_COSTS[breaks[end]] if end < last else last_cost(letters, start, end)
            if over > EPSILON:
                room = shrinkable(prepared, start, end)
                # further on it lacks more with every character than the marks among them can give
                if over > room + EPSILON:
                    break
                cost += squeeze_cost(over, room)
            elif over < -EPSILON and end < last:
                # what falls away at its end leaves it short after all
                cost += gap_cost(prepared, start, end, -over)
            found.append((cost, end))
    for end in range(natural, start, -1):
        if breaks[end]:
            over = places[end] - end_trims.get(end, 0.0) - edge
            if over > EPSILON:  # the hyphen no longer fits
                continue
            cost = BREAK_COSTS[breaks[end]] if end < last else last_cost(letters, start, end)
            if over < -EPSILON and end < last:
                cost += gap_cost(prepared, start, end, -over)
            found.append((cost, end))
            back -= 1
            if not back:
                break
    return found or [(OVERFULL_COST, _cut(prepared, start, natural))]


def _cut(prepared: Prepared, start: int, natural: int) -> int:
    """Where a line ends that no break allows: few issues have one."""
    from layouts.text.emergency import cut

    return cut(prepared, start, natural)


Chain: TypeAlias = "tuple[int, Chain] | None"
"""The ends of lines from the last to the first, sharing what partial paragraphs have in common."""


class _Partial(Struct, frozen=True):
    """A paragraph broken up to some character: what it cost, and the ends of its lines as a
    chain.
    """

    cost: float
    ends: Chain


def _total_fit(prepared: Prepared, measure: Measure) -> list[Broken]:
    """The cheapest way to break the whole paragraph, line by line, keeping the best partial
    solutions of each line count.
    """
    size = len(prepared.string)
    layer: dict[int, _Partial] = {next_start(prepared, 0): _Partial(0.0, None)}
    best: _Partial | None = None
    widths: list[float] = []
    while layer:
        width = measure(len(widths))
        widths.append(width)
        following: dict[int, _Partial] = {}
        for start, partial in layer.items():
            spent, ends = partial.cost, partial.ends
            # the fullest that fits and one shorter: what comes after may need the character more
            for cost, end in ends_of(prepared, start, width, 2):
                goes_on = next_start(prepared, end)
                total = spent + cost
                if goes_on >= size:
                    if best is None or total < best.cost:
                        best = _Partial(total, (end, ends))
                # two ways to one place: only the cheaper can be part of the cheapest
                elif goes_on not in following or total < following[goes_on].cost:
                    following[goes_on] = _Partial(total, (end, ends))
        kept = sorted(following.items(), key=_by_cost)[:BEAM]
        # costs are never negative, so none of these can end cheaper
        if best is not None and all(partial.cost >= best.cost for _, partial in kept):
            break
        layer = dict(kept)
    return unrolled(prepared, best.ends, widths) if best else []


def _by_cost(entry: tuple[int, _Partial]) -> float:
    return entry[1].cost


def unrolled(prepared: Prepared, chain: Chain, widths: list[float]) -> list[Broken]:
    """The lines whose ends a chain has, in slots of such widths (em)."""
    ends: list[int] = []
    while chain is not None:
        end, chain = chain
        ends.append(end)
    ends.reverse()
    start = next_start(prepared, 0)
    lines: list[Broken] = []
    # more slots may have been asked for than the cheapest way has lines
    for end, width in zip(ends, widths, strict=False):
        lines.append(_line(prepared, start, end, width))
        start = next_start(prepared, end)
    return lines
