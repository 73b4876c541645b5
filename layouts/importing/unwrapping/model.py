"""Which line ends are ends of paragraphs: the most probable reading of all lines together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf, log
from typing import Final, NamedTuple

from layouts.importing.unwrapping import costs
from layouts.importing.unwrapping.marks import LineEnd
from layouts.importing.unwrapping.traits import LineTrait

FREE: Final = 0.0
"""In place of a measure: lines that were not wrapped, each a paragraph."""

ROUNDS: Final = 5
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


class Reading(NamedTuple):
    """For each line whether a paragraph ends after it, and its measure."""

    ends: list[bool]
    measures: list[float]


def read_lines(traits: Sequence[LineTrait], measures: Sequence[float]) -> Reading:
    """The most probable reading of lines that are wrapped to some of these measures."""
    habits = _first_habits(traits)
    reading = _most_probable(traits, measures, habits)
    for _ in range(ROUNDS):
        habits = _learnt(traits, reading)
        better = _most_probable(traits, measures, habits)
        if better.ends == reading.ends:
            return better
        reading = better
    return reading


# --- the habits of a text -------------------------------------------------------------------------

_USUAL: Final = 0.5
"""Share of all lines from which on a gap or indent says nothing before anything is learnt."""

_RARE_GAP: Final = 3.0
"""What a gap or indent that is not usual speaks for a paragraph at first."""


def _kinds(traits: Sequence[LineTrait]) -> Iterable[tuple[int, tuple[str, int]]]:
    return ((k, (trait.gap, trait.indent)) for k, trait in enumerate(traits))


def _first_habits(traits: Sequence[LineTrait]) -> Habits:
    counts: Counter[str | int] = Counter()
    for trait in traits[1:]:
        counts[trait.gap] += 1
        counts[trait.indent] += 1
    plain = {"gap0", 0}
    turns = min((kind for kind in counts if str(kind).startswith("turn")), key=str, default="turn0")
    usual = {kind for kind, count in counts.items() if count > _USUAL * len(traits)} | {turns}
    next_costs: dict[str | int, float] = {
        kind: 0.0 if kind in plain or kind in usual else _RARE_GAP for kind in counts
    }
    return Habits(dict.fromkeys(counts, 0.0), next_costs)


def _learnt(traits: Sequence[LineTrait], reading: Reading) -> Habits:
    first: Counter[str | int] = Counter()
    going_on: Counter[str | int] = Counter()
    hidden = full = 0
    for k in range(1, len(traits)):
        counts = first if reading.ends[k - 1] else going_on
        counts[traits[k].gap] += 1
        counts[traits[k].indent] += 1
        if reading.ends[k - 1] and not reading.ends[k] and not traits[k].indent:
            shorter = reading.measures[k] - traits[k].width
            hidden += 1.0 < shorter < 2.5 + traits[k].tolerance
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


# --- the widths of lines --------------------------------------------------------------------------


@lru_cache(1 << 16)
def full_cost(width: float, measure: float, unit: float, tolerance: float, mark: bool) -> float:
    """What it costs that a line of this width goes on in this measure, before a word `unit` wide."""
    short = measure - width
    free = max(unit - 0.5, 0.5)
    off = max(-short - (costs.HANGING if mark else 0.0), short - free) - tolerance
    if off > 0:
        return min(costs.OFF_MEASURE + costs.OFF_MEASURE_EM * off, costs.MOST_OFF)
    if abs(short) <= 0.25:
        return costs.FULL_LINE if free <= 0.5 else costs.FULL_LINE_BEFORE_WORD
    if -costs.HANGING <= short < 0 and mark:
        return costs.FULL_LINE + costs.HANGING_COST
    return costs.FULL_LINE_BEFORE_WORD + log(max(2 * (free + tolerance), 1.0))


@lru_cache(1 << 14)
def last_cost(width: float, measure: float, tolerance: float) -> float:
    """What it costs that a paragraph's last line is so wide: it has any width up to the measure."""
    off = width - measure - costs.HANGING - tolerance
    beyond = costs.OFF_MEASURE + costs.OFF_MEASURE_EM * off if off > 0 else 0.0
    return min(log(costs.LAST_WIDTH * measure) + beyond, costs.MOST_OFF)


# --- the search -----------------------------------------------------------------------------------


class _Costs(NamedTuple):
    """What a line costs apart from its width: as a first one, as one that goes on; at the end of a
    paragraph of one line, of several; within one."""

    first: float
    next: float
    single: float
    last: float
    inner: float


def _line_costs(trait: LineTrait, habits: Habits) -> _Costs:
    single, last = costs.SINGLE_END[trait.end], costs.LAST_END[trait.end]
    if trait.end is LineEnd.OTHER and not trait.has_clauses:
        single, last = costs.HEADING_END, costs.HEADING_LAST
    if trait.bracketed:
        single = costs.BRACKETED_END
    broken = trait.parted + (costs.OPEN_BRACKET if trait.open else 0.0)
    first, following = habits.first, habits.next
    return _Costs(
        costs.FIRST_START[trait.start]
        + first.get(trait.gap, 0.0)
        + first.get(trait.indent, 0.0)
        + costs.share_cost(habits.breaks),
        costs.NEXT_START[trait.start]
        + following.get(trait.gap, 0.0)
        + following.get(trait.indent, 0.0)
        + costs.share_cost(1 - habits.breaks),
        single + broken,
        last + broken,
        costs.INNER_END[trait.end],
    )


class _SearchStep(NamedTuple):
    """How the best readings up to a line came about, a value for each measure: whether the line
    that ends a paragraph is its first, the same of one that goes on, and from which measures."""

    end_is_first: list[bool]
    inner_is_first: list[bool]
    from_end: list[int]
    from_inner: list[int]


def _most_probable(traits: Sequence[LineTrait], measures: Sequence[float], habits: Habits) -> Reading:
    """Viterbi over lines; a state is a measure, and whether a paragraph ends after the line."""
    all_measures = [FREE, *measures]
    ended = [0.0] * len(all_measures)
    inner = [inf] * len(all_measures)
    steps: list[_SearchStep] = []
    known: dict[tuple[object, ...], _Costs] = {}
    for trait in traits:
        key = (trait.start, trait.end, trait.has_clauses, trait.bracketed, trait.gap, trait.indent, trait.open, trait.parted)
        line = known.get(key)
        if line is None:
            line = known[key] = _line_costs(trait, habits)
        widths = [_width_costs(trait, measure, habits.hidden) for measure in all_measures]
        ended, inner, step = _advance(ended, inner, line, widths)
        steps.append(step)
    return _trace(steps, ended, all_measures)


def _width_costs(
    trait: LineTrait, measure: float, hidden: float
) -> tuple[float, float, float]:
    """What a line's width costs in a measure: as a last line, a first one that goes on, another."""
    if measure == FREE:
        return costs.FREE_LINE, inf, inf
    last = last_cost(trait.width, measure, trait.tolerance)
    unit = trait.following
    if unit == inf:
        return last, inf, inf
    full = full_cost(trait.width, measure, unit, trait.tolerance, trait.ends_with_mark)
    full += trait.unmarked
    first = full
    if not trait.indent:
        shorter = full_cost(
            trait.width, measure - costs.HIDDEN_INDENT, unit, trait.tolerance, trait.ends_with_mark
        )
        first = min(
            full + costs.share_cost(1 - hidden),
            shorter + trait.unmarked + costs.share_cost(hidden),
        )
    return last, first, full


def _advance(
    ended: list[float],
    inner: list[float],
    line: _Costs,
    widths: Sequence[tuple[float, float, float]],
) -> tuple[list[float], list[float], _SearchStep]:
    best_end, best_inner = min(ended), min(inner)
    end_at, inner_at = ended.index(best_end), inner.index(best_inner)
    best_end += costs.NEW_MEASURE_AT_START
    best_inner += costs.NEW_MEASURE_WITHIN
    new_ended: list[float] = []
    new_inner: list[float] = []
    step = _SearchStep([], [], [], [])
    for k, (last, first_full, full) in enumerate(widths):
        stays, continues = ended[k] <= best_end, inner[k] <= best_inner
        first = (ended[k] if stays else best_end) + line.first
        following = (inner[k] if continues else best_inner) + line.next
        step.from_end.append(k if stays else end_at)
        step.from_inner.append(k if continues else inner_at)
        single, several = first + last + line.single, following + last + line.last
        step.end_is_first.append(single <= several)
        new_ended.append(min(single, several))
        single, several = first + first_full, following + full
        step.inner_is_first.append(single <= several)
        new_inner.append(min(single, several) + line.inner)
    return new_ended, new_inner, step


def _trace(steps: Sequence[_SearchStep], ended: Sequence[float], measures: Sequence[float]) -> Reading:
    ends = [False] * len(steps)
    found = [FREE] * len(steps)
    state, end = ended.index(min(ended)), True
    for k in range(len(steps) - 1, -1, -1):
        step = steps[k]
        ends[k], found[k] = end, measures[state]
        is_first = (step.end_is_first if end else step.inner_is_first)[state]
        state = (step.from_end if is_first else step.from_inner)[state]
        end = is_first
    return Reading(ends, found)
