"""Which number comes next, by the numbers that are taken."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from layouts.publication.days import next_date
from layouts.publication.entries import NumberKey, TakenNumber
from layouts.publication.publication import Counting, NumberingRule

BEHIND_ALL = NumberKey(9999, 999_999)


class KnownNumbers(NamedTuple):
    """What is taken, and what tells who took it."""

    keys: Collection[NumberKey]
    totals: Collection[int]
    entry: Callable[[NumberKey], TakenNumber | None]


class NextIssue(NamedTuple):
    """What the next issue would be called; `last` is the one before it, None where there is
    none.
    """

    key: NumberKey
    total: int | None
    date: datetime.date
    last: TakenNumber | None

    @property
    def number(self) -> int:
        """Its number (期号)."""
        return self.key.number


def next_issue(
    rule: NumberingRule, known: KnownNumbers, day: datetime.date, *, supplement: bool = False
) -> NextIssue:
    """What an issue made on a `day` would be, on the date when one is due; a 增刊 is so at once."""
    if supplement:
        return issue_of(rule, known, day, supplement=True)
    newest = last_before(known, BEHIND_ALL)
    date = next_date(rule, newest.date if newest else rule.before.date, day)
    return issue_of(rule, known, date, supplement=False)


def issue_of(
    rule: NumberingRule, known: KnownNumbers, date: datetime.date, *, supplement: bool
) -> NextIssue:
    """What an issue of a `date` would be."""
    key = key_of(rule, 0, date, supplement=supplement)
    key = key._replace(number=_free(rule, known, key))
    return NextIssue(key, total_of(rule, known, key), date, last_before(known, key))


def key_of(rule: NumberingRule, number: int, date: datetime.date, *, supplement: bool) -> NumberKey:
    """A number as the rule counts it on a date."""
    count = rule.supplements if supplement else rule.count
    return NumberKey(date.year if count is Counting.YEAR else 0, number, supplement)


def is_before_counting(rule: NumberingRule, key: NumberKey) -> bool:
    """Whether a number is of an issue made before the folder counted."""
    date = rule.before.date
    earlier_year = date is not None and 0 < key.year < date.year
    return not key.supplement and (earlier_year or key.number <= _floor(rule, key))


def _free(rule: NumberingRule, known: KnownNumbers, wanted: NumberKey) -> int:
    """The lowest number free in its year: one given back is taken again, so that none is missing
    in the end.
    """
    number = _floor(rule, wanted) + 1
    while wanted._replace(number=number) in known.keys:
        number += 1
    return number


def _floor(rule: NumberingRule, wanted: NumberKey) -> int:
    """The number up to which issues were counted before the folder counted."""
    before = rule.before
    if wanted.supplement or before.number is None:
        return 0
    same_year = before.date is not None and before.date.year == wanted.year
    return before.number if same_year or not wanted.year else 0


def last_before(known: KnownNumbers, key: NumberKey) -> TakenNumber | None:
    """The issue that comes before a number in its sequence, as far as that can be read."""
    for earlier in _earlier(known, key):
        entry = known.entry(earlier)
        if entry is not None and entry.wrong is None:
            return entry
    return None


def _earlier(known: KnownNumbers, key: NumberKey) -> Iterator[NumberKey]:
    """The numbers of its sequence before one, the last first; they are sorted where that one does
    not answer, for a preflight asks at every key.
    """
    before = [other for other in known.keys if other.supplement == key.supplement and other < key]
    if before:
        yield max(before)
        yield from sorted(before, reverse=True)[1:]


def total_of(rule: NumberingRule, known: KnownNumbers, key: NumberKey) -> int | None:
    """The total after that of the issue before; each whose file does not say its total counts as
    one. None where none is counted.
    """
    if not rule.total or key.supplement:
        return None
    total = rule.before.total or 0
    unsaid = 0
    for earlier in _earlier(known, key):
        entry = known.entry(earlier)
        if entry is not None and entry.total is not None:
            total = entry.total
            break
        unsaid += 1
    total += unsaid + 1
    while total in known.totals:
        total += 1
    return total
