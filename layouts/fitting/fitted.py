"""What came of fitting."""

from __future__ import annotations

from msgspec import Struct

from layouts.fitting.aim import Aim
from layouts.fitting.change import FitChange, FitSuggestion
from layouts.issue.issue import Issue


class IssueEnd(Struct, frozen=True):
    """How an issue ends: its pages, and how much of the last one is filled (0 to 1), the colophon
    counted.
    """

    pages: int
    fill: float


class Fitted(Struct, frozen=True):
    """An issue with its layer `Issue.fitting`, and what that changed.

    `rows` are those that are missing (+) or over (−) where the aim is not `reached`, 0 where it is;
    the issue is then the nearest. `zh` and `en` say the outcome in a sentence. `suggestions` are
    for a person, the smallest edits first.
    """

    issue: Issue
    aim: Aim
    is_reached: bool
    changes: tuple[FitChange, ...]
    before: IssueEnd
    after: IssueEnd
    rows: int
    zh: str
    en: str
    suggestions: tuple[FitSuggestion, ...] = ()
