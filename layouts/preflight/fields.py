"""The fields of masthead and colophon: empty ones, the number, the date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from layouts.errors import Finding, Source
from layouts.house.layout import Layout
from layouts.house.template import fields_of, parse
from layouts.issue.edits.fields import Numbers
from layouts.issue.edits.find import COLOPHON_FIELDS, MASTHEAD_FIELDS
from layouts.issue.issue import Issue
from layouts.issue.masthead import MASTHEAD
from layouts.messages.message import Sentence
from layouts.messages.preflight_fields import (
    COPIES_MISSING,
    DATE_AHEAD,
    DATE_PAST,
    MASTHEAD_FIELD_EMPTY,
    NUMBER_ABOVE_TOTAL,
    NUMBER_NOT_NEXT,
    OF_TOTAL,
)
from layouts.preflight.codes import found
from layouts.preflight.internal import REQUIRED, is_internal
from layouts.preflight.wording import of_string

FAR = 60
"""Days between the date of an issue and today."""

_REQUIRED = {field.name: field.zh for field in MASTHEAD if field.needed}
"""What a masthead must have filled in where its layout shows it.

Secrecy, copy number and the total are a house's own choice.
"""

_KEYS = {field.name: field.words[0] for field in MASTHEAD}
"""What manuscripts call the fields."""


def inspect_fields(
    issue: Issue, layout: Layout, today: datetime.date | None, last: Numbers | None
) -> Iterator[Finding]:
    """Check masthead and colophon; what internal material must say is looked at elsewhere.

    `today` None: the date is not asked; `last`: the numbers of the issue before, where they are
    known.
    """
    yield from _empty(issue, layout)
    yield from _number(issue, last)
    yield from _date(issue, today)
    yield from _colophon(issue, layout)
    for name in MASTHEAD_FIELDS:
        yield from of_string(getattr(issue.masthead, name), f"masthead.{name}")
    for name in COLOPHON_FIELDS:
        yield from of_string(getattr(issue.colophon, name), f"colophon.{name}")


def _empty(issue: Issue, layout: Layout) -> Iterator[Finding]:
    shown = {
        piece.text
        for line in layout.masthead.lines
        for piece in parse(line.template)
        if piece.is_field
    }
    for name, word in _REQUIRED.items():
        asked = is_internal(issue) and name in REQUIRED
        if name in shown and not asked and getattr(issue.masthead, name) in ("", None):
            yield found(
                "masthead-empty",
                "warning",
                *MASTHEAD_FIELD_EMPTY(field=Sentence(word, name)),
                name,
                source=_source(issue, name),
                page=1,
                field=f"masthead.{name}",
            )


def _number(issue: Issue, last: Numbers | None) -> Iterator[Finding]:
    number, total = issue.masthead.number, issue.masthead.total
    if number is None:
        return
    place = {"source": _source(issue, "number"), "page": 1, "field": "masthead.number"}
    if total is not None and total < number:
        yield found(
            "number-order",
            "warning",
            *NUMBER_ABOVE_TOTAL(number=number, total=total),
            f"{number}/{total}",
            **place,  # pyright: ignore[reportArgumentType]
        )
        return
    if last is None or last.number is None:
        return
    following = Numbers(last.number + 1, None if last.total is None else last.total + 1)
    right_number = number in (following.number, 1)  # a new year begins with 1
    right_total = total is None or following.total is None or total == following.total
    if not right_number or not right_total:
        said = NUMBER_NOT_NEXT(
            last=last.number, last_total=_total(last.total), number=number, total=_total(total)
        )
        wanted = following.number if not right_number else number
        counted = total is not None and following.total is not None
        fix = f"number:{wanted}:{following.total if counted else ''}"
        yield found("number-not-next", "warning", *said, f"{number}/{total}", fix=fix, **place)  # pyright: ignore[reportArgumentType]


def _total(total: int | None) -> Sentence:
    return Sentence("", "") if total is None else OF_TOTAL(total=total)


def _date(issue: Issue, today: datetime.date | None) -> Iterator[Finding]:
    date = issue.masthead.date
    if date is None or today is None or abs((date - today).days) <= FAR:
        return
    days = (date - today).days
    message = DATE_AHEAD if days > 0 else DATE_PAST
    fix, source = f"date:{today.isoformat()}", _source(issue, "date")
    yield found(
        "date-far",
        "warning",
        *message(date=date.isoformat(), days=abs(days)),
        date.isoformat(),
        source=source,
        page=1,
        field="masthead.date",
        fix=fix,
    )


def _colophon(issue: Issue, layout: Layout) -> Iterator[Finding]:
    foot = issue.colophon
    shown = {name for line in layout.colophon.lines for name in fields_of(line.template)}
    if (
        "copies" in shown
        and not is_internal(issue)
        and foot.copies is None
        and (foot.report_to or foot.send_to or foot.distribute_to)
    ):
        yield found(
            "colophon-incomplete",
            "warning",
            *COPIES_MISSING(),
            "copies",
            source=_source(issue, "copies"),
            field="colophon.copies",
        )


def _source(issue: Issue, name: str) -> Source:
    return issue.setting_sources.get(_KEYS.get(name, name), issue.source)
