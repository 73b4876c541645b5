"""What is selected and found, as the page flow counts it: by the numbers of runs and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.selection import Selection, SelectionKind
from layouts.errors import Finding
from layouts.issue.issue import Issue
from layouts.issue.places import article_number
from layouts.page.measures import COLOPHON, FRONT

NO_ARTICLE = -9
"""In place of an article's number: the blank of a page."""

_FIXED = {FRONT: SelectionKind.MASTHEAD, COLOPHON: SelectionKind.COLOPHON}

IN_ARTICLES = {SelectionKind.ARTICLE, SelectionKind.PHOTO, SelectionKind.TEXT}
"""What stands in articles, whose runs it marks."""


def selected_runs(issue: Issue | None, selection: Selection) -> frozenset[int]:
    """The numbers of the runs that show what is selected: articles and fixed parts."""
    if selection.kind in {SelectionKind.MASTHEAD, SelectionKind.CONTENTS}:
        return frozenset({FRONT})
    if selection.kind is SelectionKind.COLOPHON:
        return frozenset({COLOPHON})
    if issue is None or selection.kind not in IN_ARTICLES:
        return frozenset()
    places = [place for place in selection.places if place.article is not None]
    return frozenset(article_number(issue, place) for place in places)


def fixed_part(run: int) -> Selection:
    """The selection of the fixed part that a run shows; of nothing where it shows none."""
    return Selection(_FIXED.get(run, SelectionKind.NOTHING))


def findings_by_page(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Findings that are on a page, by its number from 0."""
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.page is not None:
            found.setdefault(finding.page - 1, []).append(finding)
    return found


def neighbour(first: Mapping[int, int], selected: frozenset[int], by: int) -> int | None:
    """The article before (−1) or after (1) those selected, the first where none is; `first` are the
    pages that articles begin on. None at either end.
    """
    known = sorted(number for number in first if number >= 0)
    chosen = [number for number in selected if number in known]
    if not known:
        return None
    number = (min(chosen) if by < 0 else max(chosen)) + by if chosen else known[0]
    return number if number in known else None
