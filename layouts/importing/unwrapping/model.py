"""Which line ends are ends of paragraphs: the most probable reading of all lines together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf, log
from typing import Final, NamedTuple

from layouts.importing.unwrapping import costs
from layouts.importing.unwrapping.marks import LineEnd
from layouts.importing.unwrapping.traits import LineShape, LineTrait, Signs

FREE: Final = 0.0
"""In place of a measure: lines that were not wrapped, each a paragraph."""

ROUNDS: Final = 3
"""Times that habits are learnt from the reading before; nearly every text is settled after two."""


class Habits(NamedTuple):
    """What a text does at line ends, learnt from itself: costs of what stands above a line that
    begins a paragraph, and above one that goes on. `breaks` is the share of line ends that are
    paragraph ends, `hidden` the share of first lines shorter by a lost indent.
    """

    first: dict[str | int, float]
    next: dict[str | int, float]
    breaks: float = 0.3
    hidden: float = 0.3


class LineReading(NamedTuple):
    """For each line whether a paragraph ends after it, and its measure; and the habits that the
    reading was made with.
    """

    ends: list[bool]
    measures: list[float]
    habits: Habits


def read_lines(
    traits: Sequence[LineTrait], measures: Sequence[float], habits: Habits | None = None
) -> LineReading:
    """The most probable reading of lines that are wrapped to some of these measures.

    `habits` are those of the same text above, from which learning begins.
    """
    reading = _most_probable(traits, measures, habits or _first_habits(traits))
    for _ in range(ROUNDS):
        better = _most_probable(traits, measures, _learnt(traits, reading))
        if better.ends == reading.ends:
            return better
        reading = better
    return reading


# --- the habits of a text -------------------------------------------------------------------------

_USUAL: Final = 0.5
"""Share of all lines from which on a gap or indent says nothing before anything is learnt."""

_RARE_GAP: Final = 3.0
"""What a gap or indent that is not usual speaks for a paragraph at first."""


def _first_habits(traits: Sequence[LineTrait]) -> Habits:
    counts: Counter[str | int] = Counter()
    for _, signs in traits[1:]:
        counts[signs.gap] += 1
        counts[signs.indent] += 1
    plain = {"gap0", 0}
    turns = min((kind for kind in counts if str(kind).startswith("turn")), key=str, default="turn0")
    usual = {kind for kind, count in counts.items() if count > _USUAL * len(traits)} | {turns}
    next_costs: dict[str | int, float] = {
        kind: 0.0 if kind in plain or kind in usual else _RARE_GAP for kind in counts
    }
    return Habits(dict.fromkeys(counts, 0.0), next_costs)


def _learnt(traits: Sequence[LineTrait], reading: LineReading) -> Habits:
    first: Counter[str | int] = Counter()
    going_on: Counter[str | int] = Counter()
    hidden = full = 0
    for k in range(1, len(traits)):
        shape, signs = traits[k]
        counts = first if reading.ends[k - 1] else going_on
        counts[signs.gap] += 1
        counts[signs.indent] += 1
        if reading.ends[k - 1] and not reading.ends[k] and not shape.indented:
            shorter = reading.measures[k] - shape.width
            hidden += 1.0 < shorter < 2.5 + shape.tolerance
            full += shorter <= 1.0
    ends = sum(reading.ends[:-1])
    first_costs, next_costs = _habit_costs(first, going_on, ends, len(traits) - 1 - ends)
    return Habits(
        first_costs,
        next_costs,
        breaks=(ends + 1) / (len(traits) + 1),
        hidden=(hidden + 0.3) / (hidden + full + 1),
    )


def _habit_costs(
    first: Counter[str | int], going_on: Counter[str | int], ends: int, others: int
) -> tuple[dict[str | int, float], dict[str | int, float]]:
    """Costs of each kind above first lines and others, at most `STRONGEST_HABIT` apart."""
    kinds = set(first) | set(going_on)
    doubt = costs.HABIT_DOUBT
    first_costs: dict[str | int, float] = {}
    next_costs: dict[str | int, float] = {}
    for kind in kinds:
        in_first = (first[kind] + doubt) / (ends + doubt * 2)
        in_others = (going_on[kind] + doubt) / (others + doubt * 2)
        says = log(in_first / in_others)
        says = min(max(says, -costs.STRONGEST_HABIT), costs.STRONGEST_HABIT)
        first_costs[kind], next_costs[kind] = max(-says, 0.0), max(says, 0.0)
    return first_costs, next_costs


# --- what lines cost ------------------------------------------------------------------------------


class _WidthCosts(NamedTuple):
    """What a line's width costs in a measure: as a paragraph's last line, as a first one that goes
    on, as another that goes on.
    """

    last: float
    first: float
    full: float


class _LineCosts(NamedTuple):
    """What a line costs apart from its width: as a first one, as one that goes on; at the end of a
    paragraph of one line, of several; within one.
    """

    first: float
    next: float
    single: float
    last: float
    inner: float


def full_cost(shape: LineShape, measure: float) -> float:
    """What it costs that a line goes on in this measure."""
    short = measure - shape.width
    free = max(shape.following - 0.5, 0.5)
    hanging = costs.HANGING if shape.ends_with_mark else 0.0
    off = max(-short - hanging, short - free) - shape.tolerance
    if off > 0:
        return min(costs.OFF_MEASURE + costs.OFF_MEASURE_EM * off, costs.MOST_OFF)
    if abs(short) <= 0.25:
        return costs.FULL_LINE if free <= 0.5 else costs.FULL_LINE_BEFORE_WORD
    if -hanging <= short < 0:
        return costs.FULL_LINE + costs.HANGING_COST
    return costs.FULL_LINE_BEFORE_WORD + log(max(2 * (free + shape.tolerance), 1.0))


def last_cost(shape: LineShape, measure: float) -> float:
    """What it costs that a paragraph's last line is so wide: it has any width up to the measure."""
    off = shape.width - measure - costs.HANGING - shape.tolerance
    beyond = costs.OFF_MEASURE + costs.OFF_MEASURE_EM * off if off > 0 else 0.0
    return min(log(costs.LAST_WIDTH * measure) + beyond, costs.MOST_OFF)


def _width_costs(shape: LineShape, measure: float, hidden: float) -> _WidthCosts:
    if measure == FREE:
        return _WidthCosts(costs.FREE_LINE, inf, inf)
    last = last_cost(shape, measure)
    if shape.following == inf:
        return _WidthCosts(last, inf, inf)
    full = first = full_cost(shape, measure)
    if not shape.indented:
        shorter = full_cost(shape, measure - costs.HIDDEN_INDENT)
        first = min(full + costs.share_cost(1 - hidden), shorter + costs.share_cost(hidden))
    return _WidthCosts(last, first + shape.unmarked, full + shape.unmarked)


def _line_costs(signs: Signs, habits: Habits) -> _LineCosts:
    single, last = costs.SINGLE_END[signs.end], costs.LAST_END[signs.end]
    if signs.end is LineEnd.OTHER and not signs.has_clauses:
        single, last = costs.HEADING_END, costs.HEADING_LAST
    if signs.bracketed:
        single = costs.BRACKETED_END
    broken = signs.parted + (costs.OPEN_BRACKET if signs.open else 0.0)
    alone = costs.STANDS_ALONE if signs.alone else 0.0
    first, following = habits.first, habits.next
    return _LineCosts(
        costs.FIRST_START[signs.start]
        + first.get(signs.gap, 0.0)
        + first.get(signs.indent, 0.0)
        + costs.share_cost(habits.breaks),
        costs.NEXT_START[signs.start]
        + following.get(signs.gap, 0.0)
        + following.get(signs.indent, 0.0)
        + costs.share_cost(1 - habits.breaks)
        + alone,
        single + broken,
        last + broken,
        costs.INNER_END[signs.end] + alone,
    )


# --- the search -----------------------------------------------------------------------------------

_END_IS_FIRST, _INNER_IS_FIRST, _OTHER_END, _OTHER_INNER = 1, 2, 4, 8
"""How the best reading that ends a paragraph with a line came about: the line is its first; and
where a line within one is its first; the paragraph before had another measure; the line before."""


class _SearchStep(NamedTuple):
    """How the best readings up to a line came about: flags for each measure, and the measures whose
    readings were best before.
    """

    flags: list[int]
    best_end: int
    best_inner: int


def _most_probable(
    traits: Sequence[LineTrait], measures: Sequence[float], habits: Habits
) -> LineReading:
    """Viterbi over lines; a state is a measure, and whether a paragraph ends after the line."""
    all_measures = [FREE, *measures]
    width_costs: dict[LineShape, list[_WidthCosts]] = {}
    line_costs: dict[Signs, _LineCosts] = {}
    ended = [0.0] * len(all_measures)
    inner = [inf] * len(all_measures)
    steps: list[_SearchStep] = []
    for shape, signs in traits:
        widths = width_costs.get(shape)
        if widths is None:
            widths = [_width_costs(shape, measure, habits.hidden) for measure in all_measures]
            width_costs[shape] = widths
        line = line_costs.get(signs)
        if line is None:
            line = line_costs[signs] = _line_costs(signs, habits)
        ended, inner, step = _advance(ended, inner, line, widths)
        steps.append(step)
    ends, found = _trace(steps, ended, all_measures)
    return LineReading(ends, found, habits)


def _advance(
    ended: list[float], inner: list[float], line: _LineCosts, widths: Sequence[_WidthCosts]
) -> tuple[list[float], list[float], _SearchStep]:
    best_end, best_inner = min(ended), min(inner)
    step = _SearchStep([], ended.index(best_end), inner.index(best_inner))
    best_end += costs.NEW_MEASURE_AT_START
    best_inner += costs.NEW_MEASURE_WITHIN
    first_cost, next_cost, single_cost, several_cost, inner_cost = line
    new_ended: list[float] = []
    new_inner: list[float] = []
    for end, going_on, (last, first_full, full) in zip(ended, inner, widths, strict=True):
        flags = 0
        if end > best_end:
            end, flags = best_end, _OTHER_END  # noqa: PLW2901, the state that it comes from
        if going_on > best_inner:
            going_on = best_inner  # noqa: PLW2901
            flags |= _OTHER_INNER
        first, following = end + first_cost, going_on + next_cost
        single, several = first + single_cost, following + several_cost
        if single <= several:
            several = single
            flags |= _END_IS_FIRST
        new_ended.append(several + last)
        first, following = first + first_full, following + full
        if first <= following:
            following = first
            flags |= _INNER_IS_FIRST
        new_inner.append(following + inner_cost)
        step.flags.append(flags)
    return new_ended, new_inner, step


def _trace(
    steps: Sequence[_SearchStep], ended: Sequence[float], measures: Sequence[float]
) -> tuple[list[bool], list[float]]:
    ends = [False] * len(steps)
    found = [FREE] * len(steps)
    state, end = ended.index(min(ended)), True
    for k in range(len(steps) - 1, -1, -1):
        flags, best_end, best_inner = steps[k]
        ends[k], found[k] = end, measures[state]
        is_first = bool(flags[state] & (_END_IS_FIRST if end else _INNER_IS_FIRST))
        if is_first and flags[state] & _OTHER_END:
            state = best_end
        elif not is_first and flags[state] & _OTHER_INNER:
            state = best_inner
        end = is_first
    return ends, found
