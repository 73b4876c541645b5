"""The layer that fitting lays over an issue: made of changes, taken on in part, taken off."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from layouts.fitting.change import FitChange, Rung
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Issue


def accepted(issue: Issue, changes: Iterable[FitChange], aim: str = "") -> Issue:
    """The issue with these changes as its layer and nothing else in it: some of those that `fit`
    found, or all. The same issue comes back where its layer is that already.
    """
    fitting = layer_of(changes, aim or issue.fitting.aim)
    return issue if fitting == issue.fitting else replace(issue, fitting=fitting)


def without_fitting(issue: Issue) -> Issue:
    """The issue as its editors wrote it; the same one where it has no layer."""
    return issue if issue.fitting == NO_FITTING else replace(issue, fitting=NO_FITTING)


def layer_of(changes: Iterable[FitChange], aim: str) -> Fitting:
    """The layer that some changes make; none where there are none."""
    found = sorted(changes, key=lambda change: change.id)
    amounts = {
        rung: {change.id: int(change.amount) for change in found if change.rung is rung}
        for rung in (Rung.LINES, Rung.PHOTOS, Rung.GAPS, Rung.HEADINGS)
    }
    whole = {change.rung: change.amount for change in found}
    fitting = Fitting(
        "",
        amounts[Rung.LINES],
        amounts[Rung.PHOTOS],
        amounts[Rung.GAPS],
        amounts[Rung.HEADINGS],
        whole.get(Rung.LEADING, 1.0),
        whole.get(Rung.SIZE, 0.0),
    )
    return NO_FITTING if fitting.is_empty else replace(fitting, aim=aim)
