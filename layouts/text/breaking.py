"""Paragraphs to lines: greedy first, and the whole paragraph weighed at once where greedy leaves a blemish.

Widths are pulled: for each line the caller's `measure(k)` says how wide slot k is, so text flows round photos without a second pass.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from layouts.text import classes as c
from layouts.text.opportunities import ALLOWED, FORBIDDEN, HYPHEN, SOFT
from layouts.text.prepare import Prepared

Measure = Callable[[int], float]
"""The width in em of line k, counted from 0, first-line indent already taken off."""

EPSILON = 1e-6
LOOSE = 0.055
"""A line whose gaps open wider than this (em) calls for the whole paragraph to be weighed."""

WIDEST_GAP = 0.5
SOFT_COST, HYPHEN_COST = 200.0, 80.0
LAST_ONE_COST, LAST_TWO_COST = 5000.0, 300.0
OVERFULL_COST = 1e6


class Broken(NamedTuple):
    """One line: characters `start` to `end` in a slot of `width`, `content` em wide before adjustment, `excess` what it must shed (< 0: gain).

    The last line of a paragraph is not adjusted unless it is too wide; then `excess` is positive.
    """

    start: int
    end: int
    width: float
    content: float
    last: bool
    hyphen: bool = False


def line_end_trim(prepared: Prepared, start: int, end: int) -> float:
    """What falls away after the last character of a line: its gap, a space, or the empty half of a mark (GB/T 15834 5.1.10)."""
    letter = prepared.letters[end - 1]
    if letter in "CTEP":
        return max(0.0, prepared.widths[end - 1] - max(0.5, prepared.punctuation.line_end))
    if letter == c.SPACE and end - 1 > start:
        return prepared.places[end] - prepared.places[end - 1] + line_end_trim(prepared, start, end - 1)
    return prepared.places[end] - prepared.places[end - 1] - prepared.widths[end - 1]


def line_start_trim(prepared: Prepared, start: int) -> float:
    """What falls away before the first character: the empty half of an opening mark (CLREQ 3.1.6.1)."""
    if prepared.letters[start] == c.OPEN and prepared.punctuation.line_start:
        return max(0.0, prepared.widths[start] - 0.5)
    return 0.0


def content_width(prepared: Prepared, start: int, end: int) -> float:
    """The natural width of characters `start` to `end` as a line, em."""
    places = prepared.places
    return places[end] - places[start] - line_end_trim(prepared, start, end) - line_start_trim(prepared, start)


def stretchable(prepared: Prepared, start: int, end: int) -> int:
    """How many boundaries inside the line may open."""
    rigid = prepared.rigid
    inside = bisect_left(rigid, end) - bisect_right(rigid, start)
    return max(0, end - start - 1 - inside - (prepared.letters[end - 1] == c.SPACE))


def shrinkable(prepared: Prepared, start: int, end: int, width: float) -> float:
    """How much marks and gaps inside a line for a slot of `width` can give up in all, em. The marks at its edges have given theirs already."""
    slack = prepared.slack
    most = mark_gives(prepared, width)
    marks = slack[bisect_left(slack, (start + 1, 0, 0.0)) : bisect_left(slack, (end - 1, 0, 0.0))]
    return sum([min(blank, most) for _, _, blank in marks]) + gap_slack(prepared, start, end)


def mark_gives(prepared: Prepared, width: float) -> float:
    """The most that one mark gives up, em: in a narrow slot of the office style its whole blank half."""
    rule = prepared.punctuation
    return rule.squeeze if rule.total_fit or width >= NARROW else 0.5


def gap_slack(prepared: Prepared, start: int, end: int) -> float:
    """How much the Han–Latin gaps inside the line can shrink, em."""
    rule = prepared.punctuation
    if rule.autospace_min >= rule.autospace:
        return 0.0
    return (bisect_left(prepared.gaps, end - 1) - bisect_left(prepared.gaps, start)) * (rule.autospace - rule.autospace_min)


def next_start(prepared: Prepared, end: int) -> int:
    """Where the next line starts: typed spaces at a break vanish."""
    letters = prepared.letters
    size = len(letters)
    while end < size and letters[end] == c.SPACE:
        end += 1
    return end


def break_lines(prepared: Prepared, measure: Measure) -> list[Broken]:
    """Break a paragraph into lines. Every character lands on exactly one line; an empty paragraph has none."""
    if not prepared.string:
        return []
    lines = _greedy(prepared, measure)
    if prepared.punctuation.total_fit and len(lines) > 1 and _blemished(prepared, lines):
        better = _total_fit(prepared, measure)
        if better and _total(prepared, better) < _total(prepared, lines):
            return better
    return lines


def _greedy(prepared: Prepared, measure: Measure) -> list[Broken]:
    lines: list[Broken] = []
    start, size = next_start(prepared, 0), len(prepared.string)
    choose = _cheapest if prepared.punctuation.total_fit else _pull_in_first
    while start < size:
        line = choose(prepared, start, measure(len(lines)))
        lines.append(line)
        start = next_start(prepared, line.end)
    return lines


def _cheapest(prepared: Prepared, start: int, width: float) -> Broken:
    candidates = _candidates(prepared, start, width)
    if len(candidates) == 1:
        return candidates[0]
    return min(candidates, key=lambda line: line_cost(prepared, line))


NARROW = 20.0
"""Slots narrower than this (em) pull text in before they open gaps, also where a break is allowed: the print of 2023 does beside photos."""


def _pull_in_first(prepared: Prepared, start: int, width: float) -> Broken:
    """What office programs do (优先推入): the natural break if it is allowed, else marks are squeezed, else text is pushed out."""
    natural = _fullest(prepared, start, width)
    over = _overrunning(prepared, start, width, natural)
    if over and over[0].content <= width + EPSILON:  # fits once what falls away at the line end is off
        return over[0]
    full = prepared.breaks[natural] and (width >= NARROW or _line(prepared, start, natural, width).content >= width - EPSILON)
    if full or not over:
        return _fitting(prepared, start, width, natural, 1)[0]
    return over[0]


def _fullest(prepared: Prepared, start: int, width: float) -> int:
    """The last boundary that the slot holds, breaks or no."""
    limit = prepared.places[start] + line_start_trim(prepared, start) + width + EPSILON
    return bisect_right(prepared.places, limit, start + 1, len(prepared.places)) - 1


def _line(prepared: Prepared, start: int, end: int, width: float) -> Broken:
    last = next_start(prepared, end) == len(prepared.string)
    return Broken(start, end, width, content_width(prepared, start, end), last, prepared.breaks[end] == HYPHEN)


def _candidates(prepared: Prepared, start: int, width: float, back: int = 1) -> list[Broken]:
    """The lines that may start at `start`: those that fit when marks give way, the fullest that fits, and `back` − 1 shorter ones."""
    natural = _fullest(prepared, start, width)
    over = _overrunning(prepared, start, width, natural)
    return over + _fitting(prepared, start, width, natural, back)


def _overrunning(prepared: Prepared, start: int, width: float, natural: int) -> list[Broken]:
    """Lines past the natural break: trims at their end, or squeezed marks, may bring them in."""
    places, breaks = prepared.places, prepared.breaks
    reach = places[start] + width + 4.0
    found: list[Broken] = []
    for end in range(natural + 1, len(places)):
        if places[end] > reach:
            break
        if breaks[end]:
            line = _line(prepared, start, end, width)
            over = line.content - width
            if over > EPSILON and over > shrinkable(prepared, start, end, width) + EPSILON:
                break
            found.append(line)
    return found


def _fitting(prepared: Prepared, start: int, width: float, natural: int, count: int) -> list[Broken]:
    found: list[Broken] = []
    breaks = prepared.breaks
    for end in range(natural, start, -1):
        if breaks[end]:
            found.append(_line(prepared, start, end, width))
            if len(found) == count:
                break
    return found or [_emergency(prepared, start, max(natural, start + 1), width)]


def _emergency(prepared: Prepared, start: int, end: int, width: float) -> Broken:
    """No break is allowed in reach (a long web address): cut where the slot is full, never inside a glyph."""
    while end > start + 1 and end < len(prepared.glyphs) and prepared.glyphs[end] == "\0":
        end -= 1
    return Broken(start, end, width, content_width(prepared, start, end), end == len(prepared.string))


def line_cost(prepared: Prepared, line: Broken) -> float:
    """How bad a line looks: 0 exact, squeezed by the square of what is used up, stretched by the cube of its gaps (typography §2)."""
    cost = _edge_cost(prepared, line)
    over = line.content - line.width
    if abs(over) <= EPSILON:
        return cost
    if over > 0:
        room = shrinkable(prepared, line.start, line.end, line.width)
        return cost + (60.0 * (over / room) ** 2 if room + EPSILON >= over else OVERFULL_COST)
    if line.last:
        return cost
    gap = -over / max(1, stretchable(prepared, line.start, line.end))
    if gap <= 0.05:
        return cost + 250.0 * gap
    return cost + 100.0 * (gap / 0.1) ** 3 + (OVERFULL_COST if gap > WIDEST_GAP else 0.0)


def _edge_cost(prepared: Prepared, line: Broken) -> float:
    if line.last:
        left = line.end - line.start
        marks = prepared.letters[line.end - 1] in "CTEP"
        if line.start and left - marks <= 1:
            return LAST_ONE_COST
        return LAST_TWO_COST if line.start and left - marks <= 2 else 0.0
    kind = prepared.breaks[line.end]
    if kind == ALLOWED:
        return 0.0
    return {SOFT: SOFT_COST, HYPHEN: HYPHEN_COST, FORBIDDEN: OVERFULL_COST}[kind]


def _total(prepared: Prepared, lines: list[Broken]) -> float:
    return sum(line_cost(prepared, line) for line in lines)


def _blemished(prepared: Prepared, lines: list[Broken]) -> bool:
    """Whether a line is loose, torn inside a unit, or the last one nearly empty."""
    return any(line_cost(prepared, line) > 250.0 * LOOSE for line in lines)


BEAM = 12
"""How many partial paragraphs of the same number of lines are carried on."""


def _total_fit(prepared: Prepared, measure: Measure) -> list[Broken]:
    """The cheapest way to break the whole paragraph, line by line, keeping the best partial solutions of each line count."""
    size = len(prepared.string)
    layer: dict[int, tuple[float, list[Broken]]] = {next_start(prepared, 0): (0.0, [])}
    best: tuple[float, list[Broken]] | None = None
    number = 0
    while layer:
        width = measure(number)
        following: dict[int, tuple[float, list[Broken]]] = {}
        for start, (spent, lines) in layer.items():
            for line in _candidates(prepared, start, width, back=3):
                cost = spent + line_cost(prepared, line)
                goes_on = next_start(prepared, line.end)
                if goes_on >= size:
                    if best is None or cost < best[0]:
                        best = (cost, [*lines, line])
                elif goes_on not in following or cost < following[goes_on][0]:
                    following[goes_on] = (cost, [*lines, line])
        layer = dict(sorted(following.items(), key=lambda entry: entry[1][0])[:BEAM])
        number += 1
        if best is not None and all(cost >= best[0] for cost, _ in layer.values()):
            break
    return best[1] if best else []

