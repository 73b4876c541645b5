"""When the next issue appears."""

from __future__ import annotations

import datetime
from calendar import monthrange

from layouts.publication.publication import Appears, NumberingRule

ONE = datetime.timedelta(days=1)


def next_date(
    numbering: NumberingRule, last: datetime.date | None, day: datetime.date
) -> datetime.date:
    """The date that the next issue is offered: the first regular one not before `day` and after the
    `last` issue's; `day` itself where it appears irregularly.

    Every few days are counted from the last issue.
    """
    first = day if last is None else max(day, _after(last))
    match numbering.appears:
        case Appears.WEEKLY:
            return _plus(first, (numbering.weekday - first.isoweekday()) % 7)
        case Appears.EVERY_DAYS if last is not None:
            return _plus(first, -(first - last).days % numbering.days)
        case Appears.MONTHLY:
            return _of_month(numbering.month_days, first)
        case _:
            return day


def _of_month(days: tuple[int, ...], first: datetime.date) -> datetime.date:
    """The first of these days of a month that is not before a date."""
    year, month = first.year, first.month
    for _ in range(2):
        length = monthrange(year, month)[1]
        for day in days:
            date = datetime.date(year, month, min(day, length))
            if date >= first:
                return date
        if (year, month) == (datetime.MAXYEAR, 12):
            return first
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return first


def _after(day: datetime.date) -> datetime.date:
    return _plus(day, 1)


def _plus(day: datetime.date, days: int) -> datetime.date:
    """A day some days later; the last of all days where the calendar ends."""
    left = datetime.date.max - day
    return day + min(left, days * ONE)
