"""Up the ladder for one goal: the fewest changes of the lowest rungs that reach it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.fitting.change import Rung
from layouts.fitting.goals import Goal, total_need
from layouts.fitting.possible import RUNGS, Possible, idle_paragraphs
from layouts.fitting.trial import Trial, Trials
from layouts.issue.fitting import Fitting

ROUNDS = 24
"""How often rows are counted again after some were changed: what pages leave blank at their feet
takes some of them up, and a photo that finds no room any more gives many at once.
"""

SAME_LEAPS = 4
"""How many single changes are left out because each led past the goal as far as the one before did:
then it is none of them, but a photo that finds room at once whatever gives it.
"""

PRUNED = 12
"""Trials that look for changes which turned out not to be needed."""


class Attempt(Struct, frozen=True):
    """What was tried: the changes, how the issue came out, and whether the goal is met; `left` rows
    are missing or over in all.
    """

    goal: Goal
    chosen: tuple[Possible, ...]
    trial: Trial
    is_met: bool
    left: int


def climb(trials: Trials, ground: Trial, goal: Goal, possibles: Sequence[Possible]) -> Attempt:
    """Change as little as the goal takes, of an issue as `ground` has it.

    First what shows least. Where that leads past the goal, as a photo does that finds room on
    another page or none any more, the rest is brought, or given back, by what stands furthest back,
    behind which least moves: from short of the goal, and from past it, where the photo stands where
    it does no more and what is before it counts no longer.
    """
    edges = _up(trials, ground, goal, possibles, ())
    best = min(edges, key=rank)
    if not best.is_met and best.left <= FAR * len(possibles):
        late = sorted(possibles, key=lambda one: (-one.page, RUNGS[one.rung], one.cost))
        starts = [edge.chosen for edge in sorted(edges, key=rank)]
        for chosen in (*starts, *([()] if all(starts) else [])):
            if best.is_met or not trials.may_begin:
                break
            best = min(best, *_up(trials, ground, goal, late, chosen), key=rank)
    return _without_idle(trials, _pruned(trials, best) if best.is_met and best.chosen else best)


def _without_idle(trials: Trials, attempt: Attempt) -> Attempt:
    """Without changes of paragraphs that turned out to do nothing: they would be told, and might
    do something once the text is edited.
    """
    idle = idle_paragraphs(trials.issue, attempt.trial)
    if not idle:
        return attempt
    fewer = tuple(one for one in attempt.chosen if one.rung is not Rung.LINES or one.id not in idle)
    trial = trials.lay(layer(attempt.trial.fitting, fewer))
    without = _attempt(attempt.goal, fewer, trial)
    return min(without, attempt, key=rank)


FAR = 0.5
"""Where more rows are left than so much of all possible changes, another order brings nothing."""


def _up(
    trials: Trials,
    ground: Trial,
    goal: Goal,
    possibles: Sequence[Possible],
    begun: tuple[Possible, ...],
) -> list[Attempt]:
    """The nearest to the goal that changes in this order come, over those it is `begun` with, which
    may be taken back; and where some lead past it, the nearest on its other side.
    """
    made = {(one.rung, one.id): one for one in begun}
    # what is made is no more to be made, but can be unmade
    free = [
        replace(one, amount=-one.amount) if one == known else one
        for one in possibles
        if (known := made.get((one.rung, one.id))) is None or one == known
    ]
    trial = trials.lay(layer(ground.fitting, begun)) if begun else ground
    found = {_side(goal, trial): _attempt(goal, begun, trial)}
    parts: dict[int, _PartChanges] = {}
    for _ in range(ROUNDS):
        if goal.is_met(trial) or not trials.has_time:
            break
        moved = [
            parts.setdefault(part, _part(goal, part, free, need)).move(need)
            for part, need in goal.needs(trial).items()
        ]
        if not any(moved):
            break
        chosen = _together(begun, (one for part in parts.values() for one in part.chosen))
        trial = trials.lay(layer(ground.fitting, chosen))
        attempt, side = _attempt(goal, chosen, trial), _side(goal, trial)
        found[side] = min(found.get(side, attempt), attempt, key=rank)
    return list(found.values())


def _side(goal: Goal, trial: Trial) -> int:
    """On which side of its goal a trial came out: with rows missing (1), over (−1), or met (0)."""
    rows = sum(goal.needs(trial).values())
    return (rows > 0) - (rows < 0)


def _together(begun: Iterable[Possible], moved: Iterable[Possible]) -> tuple[Possible, ...]:
    """The changes that are made where some are taken back."""
    made = {(one.rung, one.id): one for one in begun}
    for one in moved:
        key = one.rung, one.id
        if key in made:
            del made[key]
        else:
            made[key] = one
    return tuple(made.values())


def _attempt(goal: Goal, chosen: tuple[Possible, ...], trial: Trial) -> Attempt:
    is_met = goal.is_met(trial)
    return Attempt(goal, chosen, trial, is_met, 0 if is_met else total_need(goal, trial))


def rank(attempt: Attempt) -> tuple[bool, bool, bool, int, int]:
    """What orders attempts, the best first."""
    is_close = attempt.goal.is_close(attempt.trial)
    alone = attempt.trial.is_alone
    away = attempt.goal.away(attempt.trial)
    return not attempt.is_met, not is_close, alone, away, len(attempt.chosen)


class _PartChanges(Struct):
    """The changes of one part, all in one direction: the first `count` of them are made.

    `under` of them were not enough, `over` too many where that is known; `need` and `excess` are
    the rows that were away then. `leaps` single changes in a row led past the goal alike.
    """

    possibles: list[Possible]
    is_more: bool
    count: int = 0
    under: int = 0
    over: int | None = None
    step: int = 0
    need: int = 0
    excess: int = 0
    leap: tuple[int, int] = (0, 0)
    leaps: int = 0

    @property
    def chosen(self) -> list[Possible]:
        """Those that are made."""
        return self.possibles[: self.count]

    def move(self, need: int) -> bool:
        """Make more of them, or fewer; whether anything is left to."""
        before = len(self.possibles), self.count
        if (need > 0) is self.is_more:
            self.under = self.count
            # where those made last brought nothing, twice as many
            is_stuck = self.step and abs(need) >= abs(self.need)
            self.step = max(abs(need), 2 * self.step if is_stuck else 0)
            self.need = need
        else:
            self.over, self.excess = self.count, need
        self._next()
        return (len(self.possibles), self.count) != before

    def _next(self) -> None:
        if self.over is None:
            self.count = min(len(self.possibles), self.under + self.step)
        elif self.over - self.under > 1:
            self.count = (self.under + self.over) // 2
        elif self.over > self.under and self._may_leap():
            # this one alone leads past the goal: without it
            del self.possibles[self.under]
            self.over, self.step = None, 1
            self.count = min(len(self.possibles), self.under + 1)

    def _may_leap(self) -> bool:
        """Whether it may be another change that leads past the goal, and not all of them."""
        leap = self.need, self.excess
        self.leaps = self.leaps + 1 if leap == self.leap else 1
        self.leap = leap
        return self.leaps < SAME_LEAPS


def _part(goal: Goal, part: int, possibles: Sequence[Possible], need: int) -> _PartChanges:
    is_more = need > 0
    own = [one for one in possibles if goal.part(one) == part and one.is_more is is_more]
    return _PartChanges(own, is_more)


def _pruned(trials: Trials, attempt: Attempt) -> Attempt:
    """Without changes that are not needed: those of the highest rungs are given up first."""
    chosen = sorted(attempt.chosen, key=lambda one: (RUNGS[one.rung], one.cost), reverse=True)
    size, at = max(1, len(chosen) // 2), 0
    for _ in range(PRUNED):
        fewer = (*chosen[:at], *chosen[at + size :])
        trial = trials.lay(layer(attempt.trial.fitting, fewer))
        if attempt.goal.is_met(trial):
            attempt = _attempt(attempt.goal, fewer, trial)
            chosen = list(fewer)
        else:
            at += size
        if not trials.has_time or (at >= len(chosen) and size == 1):
            break
        if at >= len(chosen):
            size, at = size // 2, 0
    return attempt


def layer(ground: Fitting, chosen: Sequence[Possible]) -> Fitting:
    """The layer that some changes make, over the leading and size of another."""
    amounts = {
        rung: {
            name: one.amount
            for one in sorted(chosen, key=_by_id)
            if one.rung is rung
            for name in one.all_ids
        }
        for rung in (Rung.LINES, Rung.PHOTOS, Rung.GAPS, Rung.HEADINGS)
    }
    return Fitting(
        "",
        amounts[Rung.LINES],
        amounts[Rung.PHOTOS],
        amounts[Rung.GAPS],
        amounts[Rung.HEADINGS],
        ground.leading,
        ground.size,
    )


def _by_id(one: Possible) -> str:
    return one.id
