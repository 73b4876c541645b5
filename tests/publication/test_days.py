"""When the next issue is due, by the calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.publication import Appears, NumberingRule
from layouts.publication.days import next_date


def day(text):
    return datetime.date.fromisoformat(text) if text else None


# 2026-11-30 is a Monday, 2028 a leap year
CASES = [
    ({"appears": Appears.WEEKLY, "weekday": 5}, "", "2026-11-30", "2026-12-04"),
    ({"appears": Appears.WEEKLY, "weekday": 1}, "", "2026-11-30", "2026-11-30"),
    ({"appears": Appears.WEEKLY, "weekday": 1}, "2026-11-30", "2026-11-30", "2026-12-07"),
    ({"appears": Appears.WEEKLY, "weekday": 5}, "2026-10-02", "2026-11-30", "2026-12-04"),
    ({"appears": Appears.WEEKLY, "weekday": 4}, "2026-12-28", "2026-12-28", "2026-12-31"),
    ({"appears": Appears.EVERY_DAYS, "days": 10}, "2026-11-25", "2026-11-30", "2026-12-05"),
    ({"appears": Appears.EVERY_DAYS, "days": 10}, "2026-11-20", "2026-11-30", "2026-11-30"),
    ({"appears": Appears.EVERY_DAYS, "days": 10}, "2026-10-01", "2026-11-30", "2026-11-30"),
    ({"appears": Appears.EVERY_DAYS, "days": 10}, "", "2026-11-30", "2026-11-30"),
    ({"appears": Appears.MONTHLY, "month_days": (15,)}, "", "2026-11-30", "2026-12-15"),
    ({"appears": Appears.MONTHLY, "month_days": (10, 20, 31)}, "", "2026-11-21", "2026-11-30"),
    ({"appears": Appears.MONTHLY, "month_days": (31,)}, "", "2028-02-01", "2028-02-29"),
    ({"appears": Appears.MONTHLY, "month_days": (1,)}, "2026-12-01", "2026-12-01", "2027-01-01"),
    (
        {"appears": Appears.MONTHLY, "month_days": (30, 31)},
        "2026-11-30",
        "2026-11-30",
        "2026-12-30",
    ),
    ({"appears": Appears.IRREGULAR}, "2026-11-25", "2026-11-30", "2026-11-30"),
]


@pytest.mark.parametrize(("rule", "last", "today", "due"), CASES)
def test_the_next_issue_is_due(rule, last, today, due):
    assert next_date(NumberingRule(**rule), day(last), day(today)) == day(due)


rules = st.builds(
    NumberingRule,
    appears=st.sampled_from(Appears),
    weekday=st.integers(1, 7),
    days=st.integers(1, 366),
    month_days=st.sets(st.integers(1, 31), min_size=1).map(sorted).map(tuple),
)


@given(rules, st.none() | st.dates(), st.dates())
def test_any_rule_gives_a_day_that_is_not_past_and_after_the_last(rule, last, today):
    due = next_date(rule, last, today)
    assert due >= today or due == datetime.date.max
    if last is not None and rule.appears is not Appears.IRREGULAR and last < datetime.date.max:
        assert due > last or due == datetime.date.max
