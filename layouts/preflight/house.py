"""What an issue has against the word lists of its house."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layouts.errors import Finding
from layouts.importing.wording import HouseWords, Looked, Slip, differing, looked_over
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_at, articles, text_at
from layouts.preflight.codes import BY_CODE, found
from layouts.preflight.wording import AROUND, source_of

Look = Callable[[Article, HouseWords], Looked]
"""Looks an article over, or knows what was found in it before."""


def wording_findings(
    issue: Issue, house: HouseWords, look: Look = looked_over
) -> Iterator[Finding]:
    """Near misses of names, offices and their order, forbidden and wrong words, and what the issue
    writes in two ways.
    """
    looked = [(place, look(article, house)) for place, article in articles(issue)]
    for place, (slips, _) in looked:
        for slip in slips:
            yield _finding(issue, slip._replace(place=_moved(slip.place, place)))
    used = (
        one._replace(place=_moved(one.place, place))
        for place, (_, forms) in looked
        for one in forms
    )
    for slip in differing(used):
        yield _finding(issue, slip)


def _moved(place: Place, article: Place) -> Place:
    return Place(article.section, article.article, place.block, place.part)


def _finding(issue: Issue, slip: Slip) -> Finding:
    string = text_at(issue, slip.place).string
    typed = string[slip.start : slip.end]
    return found(
        slip.code,
        BY_CODE[slip.code].levels[0],
        *slip.said,
        string[max(0, slip.start - AROUND) : slip.end + AROUND],
        source=source_of(article_at(issue, slip.place), slip.place),
        place=slip.place,
        span=(slip.start, slip.end),
        fix=f"put:{typed}:{slip.preferred}" if slip.preferred else "",
    )
