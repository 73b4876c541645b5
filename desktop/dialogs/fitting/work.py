"""Fitting beside the window: what a thread makes for the dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.tasks import CancelledError, Progress
from fonts.catalogue import Catalogue
from layouts.compose import Superseded, compose
from layouts.fitting.aim import Aim
from layouts.fitting.change import FitChange
from layouts.fitting.fit import fit
from layouts.fitting.fitted import Fitted
from layouts.fitting.layer import accepted, without_fitting
from layouts.house.load import layout_of
from layouts.issue.issue import Issue
from layouts.page.page import Edition


class FittingTrial(NamedTuple):
    """What came of fitting an issue, and its pages before and after. `issue` is the one that was
    fitted, `bare` the one whose pages stand before.
    """

    issue: Issue
    bare: Issue
    fitted: Fitted
    before: Edition
    after: Edition


class PartlyFitted(NamedTuple):
    """The issue with the changes that are ticked, and its pages."""

    issue: Issue
    edition: Edition


def tried(issue: Issue, aim: Aim, progress: Progress) -> FittingTrial:
    """Fit an issue; BanxinError where that cannot be done at all."""
    catalogue = Catalogue()
    try:
        fitted = fit(issue, aim, catalogue, stale=lambda: progress.is_cancelled)
    except Superseded as error:
        raise CancelledError from error
    # of one article is asked what stands on the pages; else it begins without its layer
    bare = issue if aim.article else without_fitting(issue)
    before = composed(bare, catalogue, progress)
    return FittingTrial(issue, bare, fitted, before, composed(fitted.issue, catalogue, progress))


def partly(trial: FittingTrial, chosen: Sequence[FitChange], progress: Progress) -> PartlyFitted:
    """The issue with some of the changes alone."""
    issue = with_changes(trial, chosen)
    return PartlyFitted(issue, composed(issue, Catalogue(), progress))


def with_changes(trial: FittingTrial, chosen: Sequence[FitChange]) -> Issue:
    """What is taken when these changes are: the whole of it, or the issue with them alone."""
    fitted = trial.fitted
    if len(chosen) == len(fitted.changes):
        return fitted.issue
    return accepted(fitted.issue, chosen, str(fitted.aim))


def composed(issue: Issue, catalogue: Catalogue, progress: Progress) -> Edition:
    """The pages of an issue in its own layout."""
    progress.check()
    return compose(issue, layout_of(issue), catalogue)
