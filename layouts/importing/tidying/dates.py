"""Dates that have a space here and none there: `12 月 22日` gets none at all.

`12 月 22 日`, with all its spaces, is the way some houses write and stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

_DATE = later(
    r"(?<!\d)(?:\d{4} *年 *\d{1,2} *月(?: *\d{1,2} *[日号])?"
    r"|\d{1,2} *月 *\d{1,2} *[日号](?: *[至到—–~-]{1,2} *\d{1,2} *(?:月 *\d{1,2} *)?[日号])?"
    r"|\d{1,2} *[时点] *\d{1,2} *分)"
)
"""A day and a time may have a space between them, so each is looked at by itself."""

_GAP = later(r"(?<=\d) *(?=[年月日号时点分])|(?<=[年月时点至到—–~-]) *(?=\d)")


def mixed_dates(passage: TidyPassage) -> Iterator[Mending]:
    """Dates and times whose spaces differ."""
    if not any(sign in passage.string for sign in "月日时点"):
        return
    for match in _DATE().finditer(passage.string):
        gaps = set(_GAP().findall(match[0]))
        if len(gaps) > 1 and not passage.is_guarded(*match.span()):
            mended = match[0].replace(" ", "") if "" in gaps else _GAP().sub(" ", match[0])
            yield Mending(match.start(), match.end(), mended)
