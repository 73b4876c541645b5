"""Paragraphs to lines: greedy first, and the whole paragraph weighed at once where greedy leaves a
blemish.

Widths are pulled: for each line the caller's `measure(k)` says how wide slot k is, so text flows
round photos without a second pass.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from math import inf
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace as copied

from layouts.text import classes as c
from layouts.text.opportunities import ALLOWED, HYPHEN, SOFT
from layouts.text.prepare import Prepared

Measure = Callable[[int], float]
"""The width in em of line k, counted from 0, first-line indent already taken off."""

EPSILON = 1e-6
LOOSE = 0.08
"""A line whose gaps open wider than this (em) calls for the whole paragraph to be weighed."""

TIGHT = 0.75
"""So does one that uses up more than this part of what its marks can give."""

WORD_SPACE_MOST = 0.5
"""How wide a space between Latin words may grow in all, em: no other gap opens it further
(typography.md 1.7).
"""

WIDEST_GAP = 0.25
"""No line is spread wider than this (em a gap): it is set ragged (typography.md 1.7)."""

RAGGED_COST, RAGGED_EM_COST = 4000.0, 500.0
"""A ragged line shows more than the widest gap does, and the more the shorter it is: two em that
are missing are as bad as a last line of one character."""

SOFT_COST, HYPHEN_COST = 200.0, 80.0
LAST_ONE_COST, LAST_TWO_COST = 5000.0, 300.0
OVERFULL_COST = 1e6

PULL_IN_BELOW = 20.0
"""Slots narrower than this (em) pull text in before they open gaps, also where a break is allowed:
the print of 2023 does beside photos.
"""


class Broken(Struct, frozen=True):
    """One line: characters `start` to `end` in a slot of `width`, `content` em wide before
    adjustment.

    The last line of a paragraph is not adjusted unless it is too wide.
    """

    start: int
    end: int
    width: float
    content: float
    last: bool
    hyphen: bool = False


def content_width(prepared: Prepared, start: int, end: int) -> float:
    """The natural width of characters `start` to `end` as a line, em: what falls away at its edges
    left out.
    """
    if end <= start:
        return 0.0
    places = prepared.places
    return (
        places[end]
        - places[start]
        - prepared.end_trims.get(end, 0.0)
        - prepared.start_trims.get(start, 0.0)
    )


def stretchable(prepared: Prepared, start: int, end: int) -> int:
    """How many boundaries inside the line may open."""
    letters, rigid = prepared.letters, prepared.rigid
    while end > start and letters[end - 1] == c.SPACE:
        end -= 1
    return max(0, end - start - 1 - bisect_left(rigid, end) + bisect_right(rigid, start))


def shrinkable(prepared: Prepared, start: int, end: int) -> float:
    """How much marks and gaps inside a line can give up in all, em.

    The marks at its edges give theirs anyway.
    """
    first, last = inner_marks(prepared, start, end)
    return prepared.mark_sums[last] - prepared.mark_sums[first] + gap_slack(prepared, start, end)


def inner_marks(prepared: Prepared, start: int, end: int) -> tuple[int, int]:
    """The range in `marks` of those strictly inside a line."""
    marks = prepared.marks
    first = bisect_left(marks, (start + 1, 0, 0.0))
    return first, bisect_left(marks, (end - 1, 0, 0.0), first)


def gap_slack(prepared: Prepared, start: int, end: int) -> float:
    """How much the Han–Latin gaps inside the line can shrink, em."""
    rule = prepared.punctuation
    if rule.autospace_min >= rule.autospace:
        return 0.0
    first, last = inner_gaps(prepared, start, end)
    return (last - first) * (rule.autospace - rule.autospace_min)


def inner_gaps(prepared: Prepared, start: int, end: int) -> tuple[int, int]:
    """The range in `gaps` of those inside a line: the one after its last character has fallen
    away.
    """
    return bisect_left(prepared.gaps, start), bisect_left(prepared.gaps, end - 1)


def word_spaces(prepared: Prepared, start: int, end: int) -> list[tuple[int, float]]:
    """The spaces between Latin words inside a line, which open before all else, each with how much
    it may grow, em.
    """
    letters = prepared.letters
    if letters.find(c.SPACE, start + 1, end - 1) < 0:
        return []
    spaces = (k for k in range(start + 1, end - 1) if letters[k] == c.SPACE)
    places = prepared.places
    return [
        (k, max(0.0, WORD_SPACE_MOST - (places[k + 1] - places[k])))
        for k in spaces
        if c.letter_before(letters, k) in c.LATIN and letters[k + 1] in c.LATIN
    ]


def even_gap(prepared: Prepared, start: int, end: int, need: float) -> float:
    """How wide every other gap must open to widen a line by `need`, once word spaces and Han–Latin
    gaps have opened to their most, em.

    Infinite where there is no other gap.
    """
    rule = prepared.punctuation
    first, last = inner_gaps(prepared, start, end)
    spaces = word_spaces(prepared, start, end)
    room = sum(most for _, most in spaces) + (last - first) * (rule.autospace_max - rule.autospace)
    if need <= room + EPSILON:
        return 0.0
    others = stretchable(prepared, start, end) - len(opening(prepared, spaces))
    return (need - room) / others if others else inf


def opening(prepared: Prepared, spaces: list[tuple[int, float]]) -> list[int]:
    """Those word spaces whose end is a boundary that opens with all others."""
    return [k for k, _ in spaces if stretchable(prepared, k, k + 2)]


def next_start(prepared: Prepared, end: int) -> int:
    """Where the next line starts: typed spaces at a break vanish."""
    letters = prepared.letters
    size = len(letters)
    while end < size and letters[end] == c.SPACE:
        end += 1
    return end


def break_lines(prepared: Prepared, measure: Measure, rough: bool = False) -> list[Broken]:
    """Break a paragraph into lines.

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
                for line in _broken(part, lambda k, done=done: measure(done + k), rough)
            ]
        return lines
    return _broken(prepared, measure, rough)


def stretches(prepared: Prepared) -> Iterator[tuple[int, Prepared]]:
    """The parts of a text between the lines that the editor ended, each as a text of its own, and
    where it starts.
    """
    letters = prepared.letters
    start = 0
    while start <= len(letters):
        end = letters.find(c.NEWLINE, start)
        end = end if end >= 0 else len(letters)
        yield start, _part(prepared, start, end)
        start = end + 1


def shifted(line: Broken, by: int) -> Broken:
    """A line of a part of a text, its characters counted in the whole."""
    return Broken(line.start + by, line.end + by, line.width, line.content, line.last, line.hyphen)


def _part(prepared: Prepared, start: int, end: int) -> Prepared:
    """What breaking asks of the characters `start` up to `end`; where the part ends a line may."""
    breaks = prepared.breaks[start : end + 1]
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
        if cost > _FAULTLESS:
            blemished = blemished or _blemish(line, cost)
        start = following
    return lines, blemished


_FAULTLESS = min(250.0 * LOOSE, 60.0 * TIGHT**2)


def _blemish(line: Broken, cost: float) -> bool:
    if line.content > line.width + EPSILON:
        return cost > 60.0 * TIGHT**2
    return cost > 250.0 * LOOSE


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
    exact = places[natural] - prepared.end_trims.get(natural, 0.0) >= edge - EPSILON
    if exact and prepared.breaks[natural] == ALLOWED and start < natural < len(prepared.string):
        return 0.0, natural  # as most lines of plain Hanzi: nothing can be better
    return min(_ends(prepared, start, width, 1))


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
    reach = places[start] + width + 4.0
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


def _ends(prepared: Prepared, start: int, width: float, back: int) -> list[tuple[float, int]]:
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
        if over > 4.0:
            break
        if breaks[end]:
            over -= end_trims.get(end, 0.0)
            cost = _BREAK_COSTS[breaks[end]] if end < last else _last_cost(letters, start, end)
            if over > EPSILON:
                room = shrinkable(prepared, start, end)
                if over > room + EPSILON:
                    break
                cost += 60.0 * (over / room) ** 2
            elif over < -EPSILON and end < last:
                cost += _gap_cost(prepared, start, end, -over)
            found.append((cost, end))
    for end in range(natural, start, -1):
        if breaks[end]:
            over = places[end] - end_trims.get(end, 0.0) - edge
            if over > EPSILON:  # the hyphen no longer fits
                continue
            cost = _BREAK_COSTS[breaks[end]] if end < last else _last_cost(letters, start, end)
            if over < -EPSILON and end < last:
                cost += _gap_cost(prepared, start, end, -over)
            found.append((cost, end))
            back -= 1
            if not back:
                break
    return found or [(OVERFULL_COST, _cut(prepared, start, natural))]


def _cut(prepared: Prepared, start: int, natural: int) -> int:
    """Where a line ends that no break allows: few issues have one."""
    from layouts.text.emergency import cut

    return cut(prepared, start, natural)


def _gap_cost(prepared: Prepared, start: int, end: int, need: float) -> float:
    """How bad a line looks whose gaps open: by the cube of the gap; nearly exact lines are kept,
    hence linear there (typography §2).
    """
    count = stretchable(prepared, start, end)
    gap = need / count if count else need
    if gap <= 0.05:
        return 250.0 * gap
    if gap <= WIDEST_GAP + EPSILON:
        return 100.0 * (gap / 0.1) ** 3
    if even_gap(prepared, start, end, need) <= WIDEST_GAP + EPSILON:
        return min(RAGGED_COST, 100.0 * (gap / 0.1) ** 3)
    return RAGGED_COST + RAGGED_EM_COST * need


def _last_cost(letters: str, start: int, end: int) -> float:
    """What a last line costs, however it is filled: one of one or two characters (孤字, CLREQ
    3.2.7).
    """
    left = end - start - (letters[end - 1] in "CTEP")
    if start == 0 or left > 2:
        return 0.0
    return LAST_ONE_COST if left <= 1 else LAST_TWO_COST


_BREAK_COSTS = {ALLOWED: 0.0, SOFT: SOFT_COST, HYPHEN: HYPHEN_COST, 0: OVERFULL_COST}
"""What ending a line at such a break costs, however it is filled: a torn unit."""


BEAM = 5
"""How many partial paragraphs of the same number of lines are carried on."""


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
            for cost, end in _ends(prepared, start, width, 2):
                goes_on = next_start(prepared, end)
                total = spent + cost
                if goes_on >= size:
                    if best is None or total < best.cost:
                        best = _Partial(total, (end, ends))
                elif goes_on not in following or total < following[goes_on].cost:
                    following[goes_on] = _Partial(total, (end, ends))
        kept = sorted(following.items(), key=_by_cost)[:BEAM]
        if best is not None and all(partial.cost >= best.cost for _, partial in kept):
            break
        layer = dict(kept)
    return _unrolled(prepared, best, widths) if best else []


def _by_cost(entry: tuple[int, _Partial]) -> float:
    return entry[1].cost


def _unrolled(prepared: Prepared, best: _Partial, widths: list[float]) -> list[Broken]:
    ends: list[int] = []
    chain = best.ends
    while chain is not None:
        end, chain = chain
        ends.append(end)
    ends.reverse()
    start = next_start(prepared, 0)
    lines: list[Broken] = []
    for end, width in zip(ends, widths, strict=False):
        lines.append(_line(prepared, start, end, width))
        start = next_start(prepared, end)
    return lines
