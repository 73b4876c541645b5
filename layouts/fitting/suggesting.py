"""The last rung: edits that a person could make, the smallest first."""

from __future__ import annotations

import math
from collections.abc import Iterator

from layouts.fitting.change import FitSuggestion, Rung
from layouts.fitting.ladder import Attempt
from layouts.fitting.possible import Possible, paragraphs
from layouts.issue.issue import Issue
from layouts.messages.fitting import ADD_CHARACTERS, CUT_CHARACTERS

MOST_SUGGESTED = 30
"""Edits that anybody reads through."""

MOST_CHARACTERS = 12
"""Characters that an editor would cut or add for a row."""

SECOND = 2
"""Characters that a line more has at least: one alone would be pulled in again."""


def suggestions(issue: Issue, attempt: Attempt) -> tuple[FitSuggestion, ...]:
    """For the rows that are still missing or over: paragraphs of which a few characters less save a
    row, or a few more bring one; twice as many as are needed, if there are, to choose from.
    """
    needs = dict(attempt.goal.needs(attempt.trial))
    found: list[FitSuggestion] = []
    for one in sorted(_edits(issue, attempt), key=lambda one: (abs(one.amount), one.page)):
        part = attempt.goal.part(one)
        need = needs.get(part, 0) if part is not None else 0
        if not need or one.is_more is (need < 0):
            continue
        told = ADD_CHARACTERS if one.is_more else CUT_CHARACTERS
        said = told(text=one.text, count=abs(one.amount))
        rows = 1 if one.is_more else -1
        found.append(FitSuggestion(one.place, one.page, one.amount, rows, said.zh, said.en))
    return tuple(found[: min(MOST_SUGGESTED, 2 * sum(map(abs, needs.values())))])


def _edits(issue: Issue, attempt: Attempt) -> Iterator[Possible]:
    """Characters to add to paragraphs (+), or to cut (−), for a row each."""
    for paragraph in paragraphs(issue, attempt.trial):
        last = paragraph.lines[-1]
        cut = last.end - last.start
        free = math.ceil(last.width - last.content)
        amounts = (-cut, free + SECOND) if len(paragraph.lines) > 1 else (free + SECOND,)
        for amount in amounts:
            if 0 < abs(amount) <= MOST_CHARACTERS:
                yield paragraph.possible(Rung.LINES, amount, 0.0)
