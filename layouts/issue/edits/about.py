"""What is said about an article beside its title and by-line: its subtitle, and when and where it
came out first.
"""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import article_of, with_article
from layouts.issue.edits.typed import one_line, retyped
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text


def set_subtitle(issue: Issue, place: Place, subtitle: str | Text | None) -> Edited:
    """Give an article another subtitle (副题), none for None or nothing."""
    article = article_of(issue, place)
    new = retyped(article.subtitle or NO_TEXT, subtitle) if subtitle is not None else NO_TEXT
    new = new if new.string else None
    return Edited(
        issue
        if new == article.subtitle
        else with_article(issue, place, replace(article, subtitle=new)),
        place.of_article,
    )


def set_date(issue: Issue, place: Place, date: datetime.date | None) -> Edited:
    """Say on what day an article came out first, None where nobody does."""
    article = article_of(issue, place)
    return Edited(
        issue if date == article.date else with_article(issue, place, replace(article, date=date)),
        place.of_article,
    )


def set_origin(issue: Issue, place: Place, origin: str) -> Edited:
    """Say where an article came out first (来源), nothing where nobody does."""
    article, new = article_of(issue, place), one_line(origin)
    return Edited(
        issue
        if new == article.origin
        else with_article(issue, place, replace(article, origin=new)),
        place.of_article,
    )
