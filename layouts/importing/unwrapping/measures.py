"""The measures (行宽) a text may be wrapped to: those that many of its lines would just fill.

A line that goes on says in which interval its measure lies: it is as wide as the line, and the
first word of the next did not fit. Each line votes for its interval, in steps of half an em, and
two neighbours that agree vote again: last lines and headings agree by chance only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layouts.importing.unwrapping.costs import HANGING, HIDDEN_INDENT
from layouts.importing.unwrapping.marks import LineEnd, LineStart
from layouts.importing.unwrapping.traits import LineTrait, Signs

NARROWEST: Final = 8.0
"""Em of the narrowest run beside a photo that is looked for."""

WIDEST: Final = 65.0
"""Em of the widest: a landscape page, or mail of 120 columns."""

MOST: Final = 6
"""Measures of one stretch of text; each costs time."""

_PAIR: Final = 2.0
"""Votes of two neighbours that agree."""

_PAIRS_NEEDED: Final = 1.6
"""Votes of neighbours that a measure needs: three lines of a run, most of them within sentences."""

_SINGLES_NEEDED: Final = 2.0
"""Votes that a measure needs whose lines do not stand together: of paragraphs of two lines."""

_ALONE: Final = 1.0
"""Votes that a text of two or three lines needs: one that surely goes on."""

_TOGETHER: Final = 1.8
"""The same where Latin letters leave the measure vague: two that surely go on."""

_GOING_ON: Final = 0.5
"""Share of a measure's lines that end within a sentence: of verse and lists none does, of wrapped
text four in five."""

_PROSE: Final = 0.25
"""Share of its lines with a mark inside: lists of names have none, text one in 15 characters."""

_CERTAINTY: Final = {
    LineEnd.OTHER: 1.0,
    LineEnd.COMMA: 0.9,
    LineEnd.STOP: 0.15,
    LineEnd.CLOSE: 0.15,
    LineEnd.COLON: 0.1,
    LineEnd.SEMICOLON: 0.2,
    LineEnd.OPEN: 0.5,
}
_WITHOUT_MARK: Final = 0.6
"""How far a line is believed to go on that has no mark inside: it may be a heading."""

_BEFORE_LABEL: Final = 0.2


class _Vote(NamedTuple):
    """Half em from `low` to `high` that a line's measure has, and how surely the line goes on."""

    low: int
    high: int
    weight: float
    tolerance: float
    signs: Signs


class FoundMeasures(NamedTuple):
    """The measures that lines of a text have, the most frequent first; none where it is not
    wrapped. `votes` is how many speak for the first.
    """

    measures: list[float]
    votes: float


def find_measures(traits: Sequence[LineTrait]) -> FoundMeasures:
    """The measures that lines of a text have."""
    votes = [_vote(one, after) for one, after in pairwise(traits)]
    found: list[float] = []
    left: list[_Vote | None] = [vote if vote.weight > 0 else None for vote in votes]
    most = 0.0
    while len(found) < MOST:
        measure, score = _best(left, first=not found)
        if measure is None:
            break
        most = most or score
        if _is_prose(vote for vote in left if vote and _has(vote, measure)):
            found.append(measure / 2)
        left = _unexplained(left, measure)
    return FoundMeasures(found, most if found else 0.0)


def _vote(line: LineTrait, after: LineTrait) -> _Vote:
    shape, signs = line
    low = shape.width - (HANGING if shape.ends_with_mark else 0.0)
    high = shape.width + max(shape.following - 0.5, 0.0)
    weight = _CERTAINTY[signs.end]
    if not signs.has_clauses:
        weight *= _WITHOUT_MARK
    if after.signs.start is LineStart.LABEL or after.shape.indented:
        weight *= _BEFORE_LABEL
    if high < NARROWEST or low > WIDEST or signs.alone:
        weight = 0.0
    return _Vote(round(low * 2), round(high * 2), weight, shape.tolerance * 2, signs)


def _best(votes: Sequence[_Vote | None], first: bool) -> tuple[int | None, float]:
    """The measure with most votes, in half em, and how many; None where these are too few."""
    singles, pairs = _count(votes)
    if not singles:
        return None, 0.0
    best = max(singles, key=lambda half: (singles[half] + _PAIR * pairs[half], -half))
    voters = sum(vote.weight for vote in votes if vote and _nearly_has(vote, best))
    alone = first and (singles[best] >= _ALONE or voters >= _TOGETHER)
    enough = alone or pairs[best] >= _PAIRS_NEEDED or singles[best] >= _SINGLES_NEEDED
    return (best if enough else None), singles[best] + _PAIR * pairs[best]


def _count(
    votes: Sequence[_Vote | None],
) -> tuple[defaultdict[int, float], defaultdict[int, float]]:
    """For each half em the votes of lines, which share theirs over their interval, and those of
    neighbours that agree.
    """
    singles: defaultdict[int, float] = defaultdict(float)
    pairs: defaultdict[int, float] = defaultdict(float)
    above: _Vote | None = None
    for vote in votes:
        if vote:
            share = vote.weight / (vote.high - vote.low + 1)
            for half in range(vote.low, vote.high + 1):
                singles[half] += share
        if vote and above:
            both = min(above.weight, vote.weight)
            for half in range(max(above.low, vote.low), min(above.high, vote.high) + 1):
                pairs[half] += both
        above = vote
    return singles, pairs


def _is_prose(votes: Iterator[_Vote]) -> bool:
    lines = [vote.signs for vote in votes]
    going_on = sum(line.end in (LineEnd.OTHER, LineEnd.COMMA) for line in lines)
    inside = sum(line.end is LineEnd.OTHER for line in lines)
    clauses = sum(line.has_clauses for line in lines)
    return inside >= _GOING_ON * len(lines) and going_on > 0 and clauses >= _PROSE * len(lines)


def _unexplained(votes: Sequence[_Vote | None], measure: int) -> list[_Vote | None]:
    """The votes that are left when a measure is found: not those for it, nor those of first lines
    that are shorter by a lost indent, which stand one by one.
    """
    hidden = measure - round(HIDDEN_INDENT * 2)
    left = [None if vote and _has(vote, measure) else vote for vote in votes]
    shorter = [vote is not None and _has(vote, hidden) for vote in left]
    around = [False, *shorter, False]
    return [
        None if shorter[k] and not (around[k] or around[k + 2]) else vote
        for k, vote in enumerate(left)
    ]


def _has(vote: _Vote, measure: int) -> bool:
    return vote.low <= measure <= vote.high


def _nearly_has(vote: _Vote, measure: int) -> bool:
    return vote.low - vote.tolerance <= measure <= vote.high + vote.tolerance
