"""Fitting an issue: the ladder of typography.md §2, least total change first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.errors import FittingError
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.article_goals import article_goals
from layouts.fitting.fitted import Fitted, IssueEnd
from layouts.fitting.goals import PagesGoal, extent_of, page_goals
from layouts.fitting.grounds import Ground, brought_by, grounds
from layouts.fitting.ladder import Attempt, climb, rank
from layouts.fitting.layer import without_fitting
from layouts.fitting.listing import changes_in
from layouts.fitting.possible import Possible, possibles
from layouts.fitting.saying import is_answered, outcome, rows_away
from layouts.fitting.suggesting import suggestions
from layouts.fitting.trial import Trial, Trials
from layouts.house.load import frame_of
from layouts.issue.fitting import NO_FITTING
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.places import articles
from layouts.messages.fitting import ARTICLE_GONE, NOTHING_TO_FIT

GOALS_TRIED = 3
"""How many ways to an aim are tried before the leading is changed: a page more, a page fewer."""


def fit(
    issue: Issue,
    aim: Aim,
    catalogue: Catalogue,
    stale: Callable[[], bool] | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Fitted:
    """Fit an issue to an aim.

    It begins with the issue without its layer, so that a fitted issue comes out as it was. What
    has no id gets one. `stale` is asked now and then and ends the work by Superseded
    (`layouts.compose`); `told` hears how far it is, of how much at most. FittingError where the aim
    is of an article that is not there, LayoutError where the issue has no layout.
    """
    bare = with_ids(without_fitting(issue))
    trials = Trials(bare, catalogue, stale, told)
    search = _Search(trials, trials.lay(NO_FITTING))
    if search.base.is_empty and not aim.article:
        return _of_nothing(bare, aim, search.base)
    attempt = search.of_article(aim) if aim.article else search.of_pages(aim)
    is_close = attempt.is_met or attempt.goal.is_close(attempt.trial)
    is_reached = is_close and is_answered(aim, attempt.trial)
    fitting = attempt.trial.fitting
    if fitting != NO_FITTING:
        bare = replace(bare, fitting=replace(fitting, aim=str(aim)))
    changes = changes_in(bare, {name: one.page for one in attempt.chosen for name in one.all_ids})
    rows = 0 if is_reached else rows_away(aim, attempt)
    said = outcome(aim, search.base, attempt.trial, len(changes), rows)
    return Fitted(
        bare,
        aim,
        is_reached,
        changes,
        IssueEnd(search.base.pages, search.base.fill),
        IssueEnd(attempt.trial.pages, attempt.trial.fill),
        rows,
        said.zh,
        said.en,
        () if is_reached else suggestions(bare, attempt),
    )


def _of_nothing(issue: Issue, aim: Aim, base: Trial) -> Fitted:
    """An issue without text: its pages may be as many as they are to be, nothing can change."""
    is_reached = aim.kind is not AimKind.WHOLE and is_answered(aim, base)
    end = IssueEnd(base.pages, base.fill)
    return Fitted(issue, aim, is_reached, (), end, end, 0, *NOTHING_TO_FIT())


class _Search:
    """The search for the least change: `base` is the issue as it stands by itself."""

    def __init__(self, trials: Trials, base: Trial) -> None:
        self.trials = trials
        self.base = base
        self._laid: list[tuple[Trial, list[Possible]]] = []

    def of_pages(self, aim: Aim) -> Attempt:
        """The issue with as many pages as are aimed at; else the nearest."""
        tried: list[Attempt] = []
        for ground, known in self._grounds(aim):
            for goal in self._goals(aim, ground, known):
                tried.append(climb(self.trials, ground, goal, known))
                if tried[-1].is_met:
                    return tried[-1]
        return min(tried, key=rank)

    def _grounds(self, aim: Aim) -> Iterator[tuple[Trial, list[Possible]]]:
        """The issue as it is, then in other leadings, then in other sizes, with what can be changed
        in each. What changes alike all over an article shows more than a leading, so it comes after
        those that are likely to do.
        """
        base, known = self._ground(self.base)
        single = [one for one in known if not one.ids]
        yield base, single
        others = grounds(frame_of(self.trials.issue), base, aim, single)
        likely = [ground for ground in others if ground.is_likely]
        yield from self._other_grounds(likely)
        if len(single) < len(known) and self.trials.may_begin:
            yield base, known
        if not likely and self.trials.may_begin:
            yield from self._other_grounds(others)

    def _other_grounds(self, others: Sequence[Ground]) -> Iterator[tuple[Trial, list[Possible]]]:
        for ground in others:
            trial = self.trials.lay(ground.fitting)
            # what filled its column might not go into a narrower one
            if ground.is_of(trial) and trial.findings <= self.base.findings:
                yield self._ground(trial)
            if not self.trials.may_begin:
                break

    def _goals(self, aim: Aim, ground: Trial, known: Sequence[Possible]) -> list[PagesGoal]:
        """The goals that changes may reach; one in any case."""
        fill, brought = self.base.layout.fit.fill, brought_by(known)
        goals = page_goals(aim, extent_of(ground), ground.pages, fill)[:GOALS_TRIED]
        return [goal for goal in goals if brought.reach(goal.needs(ground))] or goals[:1]

    def _ground(self, trial: Trial) -> tuple[Trial, list[Possible]]:
        self._laid.append((trial, possibles(self.trials.issue, trial)))
        return self._laid[-1]

    def of_article(self, aim: Aim) -> Attempt:
        """The rows of one article, or the pages it stands on; nothing of the whole issue."""
        numbers = [article.id for _, article in articles(self.trials.issue)]
        if aim.article not in numbers:
            raise FittingError(*ARTICLE_GONE(article=aim.article))
        number = numbers.index(aim.article)
        base, known = self._ground(self.base)
        tried: list[Attempt] = []
        for goal in article_goals(aim, base, number):
            tried.append(climb(self.trials, base, goal, known))
            if tried[-1].is_met:
                break
        return min(tried, key=rank)
