"""Fitting beside the window: what a thread makes for the dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.tasks import CancelledError, Progress
from fonts.catalogue import Catalogue
from layouts.compose import Superseded, compose
from layouts.fitting.aim import Aim
from layouts.fitting.change import FitChange
from layouts.fitting.ending import ending_of
from layouts.fitting.fit import fit
from layouts.fitting.fitted import Fitted, IssueEnd
from layouts.fitting.layer import accepted, without_fitting
from layouts.fitting.listing import changes_in
from layouts.house.load import layout_of
from layouts.issue.issue import Issue
from layouts.issue.places import articles
from layouts.page.page import Edition


class FittingTrial(NamedTuple):
    """What came of fitting an issue, and its pages before and after.

    `issue` is the one that was fitted, `bare` the one whose pages stand before; `kept` are changes
    of its layer that stay whatever is taken now: those of the other articles, where one is fitted.
    `aim` is what the layer says it is for: an issue that was fitted to pages stays so.
    """

    issue: Issue
    bare: Issue
    fitted: Fitted
    kept: tuple[FitChange, ...]
    aim: str
    before: Edition
    after: Edition


class PartlyFitted(NamedTuple):
    """The issue with the changes that are ticked, and its pages."""

    issue: Issue
    edition: Edition

    @property
    def end(self) -> IssueEnd:
        """How it ends."""
        return ending_of(self.edition, layout_of(self.issue))


def tried(issue: Issue, aim: Aim, progress: Progress) -> FittingTrial:
    """Fit an issue; BanxinError where that cannot be done at all."""
    catalogue = Catalogue()
    try:
        fitted = fit(issue, aim, catalogue, stale=lambda: progress.is_cancelled, told=progress.step)
    except Superseded as error:
        raise CancelledError from error
    kept = of_others(issue, aim.article) if aim.article else ()
    bare = issue if aim.article else without_fitting(issue)
    for_aim = (issue.fitting.aim if kept else "") or str(aim)
    whole = accepted(fitted.issue, merged(kept, fitted.changes), for_aim)
    before = composed(bare, catalogue, progress)
    after = composed(whole, catalogue, progress)
    return FittingTrial(issue, bare, fitted, kept, for_aim, before, after)


def of_others(issue: Issue, article: str) -> tuple[FitChange, ...]:
    """The changes of an issue's layer that are none of one article, called by its id."""
    own = next((place for place, found in articles(issue) if found.id == article), None)
    return tuple(
        change
        for change in changes_in(issue)
        if change.place is None or own is None or change.place.of_article != own
    )


def partly(trial: FittingTrial, chosen: Sequence[FitChange], progress: Progress) -> PartlyFitted:
    """The issue with some of the changes alone."""
    issue = with_changes(trial, chosen)
    return PartlyFitted(issue, composed(issue, Catalogue(), progress))


def with_changes(trial: FittingTrial, chosen: Sequence[FitChange]) -> Issue:
    """What is taken when these changes are."""
    return accepted(trial.fitted.issue, merged(trial.kept, chosen), trial.aim)


def merged(kept: Sequence[FitChange], chosen: Sequence[FitChange]) -> list[FitChange]:
    """Changes of before and new ones, which stand for those of the same."""
    new = {(change.rung, change.id) for change in chosen}
    return [*(change for change in kept if (change.rung, change.id) not in new), *chosen]


def composed(issue: Issue, catalogue: Catalogue, progress: Progress) -> Edition:
    """The pages of an issue in its own layout."""
    progress.check()
    return compose(issue, layout_of(issue), catalogue)
