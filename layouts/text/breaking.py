"""Paragraphs to lines: line by line first, and the whole paragraph weighed where a line is worse
than it need be.

The algorithm. A `Prepared` paragraph says where lines may end and how wide everything is. Line
after line is taken: of the ends that its slot allows (`line_ends`: those that fit once marks give
way, and the fullest that fits as it is) the one that costs least, `costs` says how much. A
paragraph whose lines are all exact, or nearly, is done: no way of breaking it looks better. Any
other is weighed whole (`weighing`), and what is found replaces the first lines if it costs less.

Widths are pulled: for each line the caller's `measure(k)` says how wide slot k is, so text flows
round photos without a second pass. The `office` style (优先推入) does no weighing: it does what
office programs do, `pull_in`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from msgspec.structs import replace as copied

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.costs import ALIKE_COST, LOOSE_COST, SMALL_GAP_COST, UNEVEN_COST
from layouts.text.line_ends import EVEN, EndsAt, LineEnd, ends_once
from layouts.text.line_room import Broken, BrokenIn, next_start
from layouts.text.opportunities import ALLOWED
from layouts.text.prepare import Prepared
from layouts.text.weighing import NARROW, Chain, Measure, end_of_both, lighter, unrolled

GOOD_ENOUGH = 8.0
"""What a line may cost that nobody would touch: its gaps open by a thirtieth of an em."""


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
    return copied(line, start=line.start + by, end=line.end + by)


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
        # loaded by the layouts that ask for it
        from layouts.text.pull_in import pull_in_first

        return unrolled(
            prepared, _line_by_line(prepared, measure, partial(pull_in_first, prepared))[0], measure
        )
    ends_at = ends_once(prepared)
    ends, cost, worst = _line_by_line(prepared, measure, partial(_cheapest, prepared, ends_at))
    # one line can be broken no better
    if worst > GOOD_ENOUGH and not rough and ends and ends[1]:
        ends = lighter(prepared, measure, ends_at, cost) or ends
    return unrolled(prepared, ends, measure)


def _line_by_line(
    prepared: Prepared,
    measure: Measure,
    choose: Callable[[int, float], LineEnd],
) -> tuple[Chain, float, float]:
    """Line after line the best on its own: their ends, what they cost together, and what the worst
    of them costs.
    """
    string, spaced = prepared.string, c.SPACE in prepared.letters
    start, size = next_start(prepared, 0), len(string)
    spent = worst = 0.0
    before = EVEN
    number = 0
    ends: Chain = None
    while start < size:
        cost, end, look = choose(start, measure(number))
        number += 1
        if look and look + before == 0:
            cost += UNEVEN_COST
        if string[end - 1] == end_of_both(prepared, ends):
            cost += ALIKE_COST
        before, ends = look, (end, ends)
        if cost:
            spent += cost
            worst = max(worst, cost)
        start = next_start(prepared, end) if spaced else end
    return ends, spent, worst


def _cheapest(prepared: Prepared, ends_at: EndsAt, start: int, width: float) -> LineEnd:
    """The cost and end of the best line from `start`: marks give way or gaps open, whichever shows
    less.
    """
    places = prepared.places
    edge = places[start] + prepared.start_trims.get(start, 0.0) + width
    natural = bisect_right(places, edge + EPSILON, start + 1) - 1
    # filled to the edge once what falls away at its end is off
    exact = places[natural] - prepared.end_trims.get(natural, 0.0) >= edge - EPSILON
    if exact and prepared.breaks[natural] == ALLOWED and start < natural < len(prepared.string):
        return 0.0, natural, EVEN  # as most lines of plain Hanzi: nothing can be better
    found = ends_at(start, width, 1)
    best, shortest = min(found), found[-1][1]
    # how wide the gaps of any that is shorter would open, at least
    gap = (edge - places[shortest - 1]) / (shortest - start)
    if best[0] < min(LOOSE_COST, SMALL_GAP_COST * gap):
        return best
    return min(ends_at(start, width, NARROW.back))
