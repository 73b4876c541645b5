"""Goals: an aim as numbers of rows, which a trial has too many or too few of."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct

from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.possible import Possible
from layouts.fitting.trial import Trial
from layouts.geometry import EPSILON

Needs = Mapping[int, int]
"""Rows that are missing (+) or over (−), by the part of an issue they are of."""

FARTHEST = 40
"""No run of pages is thought of with so many pages more or less."""


class Goal(Protocol):
    """What is to be reached, in parts that can be changed each by itself."""

    def needs(self, trial: Trial) -> Needs:
        """The rows that are missing or over, as far as they can be told; only what is not 0."""
        ...

    def part(self, possible: Possible) -> int | None:
        """The part that a change counts for, None for none."""
        ...

    def is_met(self, trial: Trial) -> bool:
        """Whether it is reached."""
        ...

    def is_close(self, trial: Trial) -> bool:
        """Whether it is reached but for what may be let go: how full the last page is."""
        ...

    def away(self, trial: Trial) -> int:
        """How far a trial is from it, in rows: of two, the nearer is the better."""
        ...


class PagesGoal(Struct, frozen=True):
    """So many pages for each run between forced breaks, `total` in all; the last filled at least
    to `fill`. `is_exact` where the number of pages counts more than how full the last is; else any
    number will do that has its last page filled.
    """

    pages: tuple[int, ...]
    total: int
    fill: float
    is_exact: bool

    def needs(self, trial: Trial) -> Needs:
        """As `Goal` says, by run."""
        if self.is_met(trial):
            return {}
        # rows alone may not tell: columns end level, or a photo found no place
        return self.needed(extent_of(trial)) or {
            _last(self.pages): -1 if trial.pages > self.total else 1
        }

    def needed(self, extent: Extents) -> dict[int, int]:
        """The rows that are missing or over, as far as an extent tells."""
        last = _last(self.pages)
        found: dict[int, int] = {}
        for run, count in enumerate(self.pages):
            bounds = _bounds(count, self.fill if run == last else None, extent)
            if count and (need := bounds.away(extent.rows[run])):
                found[run] = need
        return found

    def part(self, possible: Possible) -> int | None:
        """The run it stands in."""
        return possible.run

    def is_met(self, trial: Trial) -> bool:
        """As `Goal` says."""
        is_full = trial.fill >= self.fill - EPSILON
        return is_full and (trial.pages == self.total or not self.is_exact)

    def is_close(self, trial: Trial) -> bool:
        """As `Goal` says."""
        return self.is_exact and trial.pages == self.total and not trial.is_alone

    def away(self, trial: Trial) -> int:
        """As `Goal` says: where any number of pages will do, what the last page lacks. Few rows
        over on a page of their own end worse than a few missing.
        """
        if self.is_exact:
            return total_need(self, trial)
        return max(0, math.ceil((self.fill - trial.fill) * trial.capacity - EPSILON))


class Extents(NamedTuple):
    """The rows of each run of pages, those of a page, and those of the last page that the colophon
    takes; `front` are the pages before the first.
    """

    rows: tuple[int, ...]
    capacity: int
    tail: int
    front: int

    def pages(self, run: int) -> int:
        """The pages that a run takes by its rows."""
        return math.ceil(self.rows[run] / self.capacity)


def extent_of(trial: Trial) -> Extents:
    """As a trial came out."""
    rows = tuple(map(trial.rows_of, range(len(trial.runs))))
    return Extents(rows, trial.capacity, trial.tail, trial.front)


class _RowBounds(NamedTuple):
    """The fewest and the most rows that a run may take."""

    least: int
    most: int

    def away(self, rows: int) -> int:
        """How many are missing (+) or over (−)."""
        return max(0, self.least - rows) + min(0, self.most - rows)


def _last(pages: Sequence[int]) -> int:
    """The run that has the last page."""
    return max((run for run, count in enumerate(pages) if count), default=0)


def _bounds(pages: int, fill: float | None, extent: Extents) -> _RowBounds:
    """For a run of so many pages; for the last one with what is to be filled of its last page."""
    before = (pages - 1) * extent.capacity
    if fill is None:
        return _RowBounds(before + 1, before + extent.capacity)
    least = max(1, math.ceil(fill * extent.capacity - EPSILON) - extent.tail)
    return _RowBounds(before + least, before + max(least, extent.capacity - extent.tail))


class _Pages(NamedTuple):
    """Pages for the runs so far, and the rows that must change for them."""

    rows: int
    pages: tuple[int, ...]


def pages_goal(extent: Extents, total: int, fill: float, *, is_exact: bool) -> PagesGoal | None:
    """The goal of `total` pages for which the fewest rows must change; None where breaks that stand
    in the issue leave none.
    """
    wanted = total - extent.front
    usual = [extent.pages(run) for run in range(len(extent.rows))]
    last, away = _last(usual), wanted - sum(usual)
    ways = {0: _Pages(0, ())}
    for run, pages in enumerate(usual):
        following: dict[int, _Pages] = {}
        for count in _counts(pages, away):
            bounds = _bounds(count, fill if run == last else None, extent)
            rows = abs(bounds.away(extent.rows[run])) if count else 0
            for so_far, way in ways.items():
                reached, cost = so_far + count, way.rows + rows
                known = following.get(reached)
                if reached <= wanted and (known is None or cost < known.rows):
                    following[reached] = _Pages(cost, (*way.pages, count))
        ways = following
    found = ways.get(wanted)
    return None if found is None else PagesGoal(found.pages, total, fill, is_exact)


def _counts(pages: int, away: int) -> range:
    """The pages that a run may have."""
    if not pages:
        return range(1)
    far = min(FARTHEST, abs(away)) + 1
    return range(max(1, pages - far), pages + far + 1)


def page_goals(aim: Aim, extent: Extents, pages: int, fill: float) -> list[PagesGoal]:
    """The ways to an aim of pages for an issue of about so many, those first for which the fewest
    rows must change. Where breaks that stand in the issue leave none, the nearest number of pages
    that they leave.
    """
    is_exact = aim.kind is not AimKind.WHOLE
    totals = _totals(aim, pages)
    found = [pages_goal(extent, total, fill, is_exact=is_exact) for total in totals]
    if not any(found):
        nearer = range(min(totals), pages + 1)
        found = [pages_goal(extent, total, fill, is_exact=is_exact) for total in nearer]
    ways = [goal for goal in found if goal is not None]
    if not ways:
        # nothing in it has rows: the pages are those of the masthead
        ways = [PagesGoal((0,) * len(extent.rows), extent.front, fill, is_exact)]
    return sorted(ways, key=lambda goal: (_cost(goal, extent), goal.total))


def _cost(goal: PagesGoal, extent: Extents) -> int:
    return sum(map(abs, goal.needed(extent).values()))


def _totals(aim: Aim, pages: int) -> list[int]:
    """The numbers of pages that answer an aim, near those there are."""
    number = aim.number
    if aim.kind is AimKind.PAGES:
        return [number]
    if aim.kind is AimKind.MULTIPLE:
        below = pages // number * number
        return [total for total in (below, below + number) if total]
    return [total for total in (pages, pages - 1, pages + 1) if total]


def total_need(goal: Goal, trial: Trial) -> int:
    """How many rows must change in all."""
    return sum(map(abs, goal.needs(trial).values()))
