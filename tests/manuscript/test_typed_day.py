"""Days as editors type them into a field."""

from __future__ import annotations

import datetime

import pytest

from layouts.manuscript.typed_day import typed_day

LAST_OF_JANUARY = datetime.date(2026, 1, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2026-1-31", "2026-01-31", "2026/1/31", "2026.1.31", "2026 1 31", "20260131", "2026年1月31日", "2026 年 1 月 31 日",
        "2026年1月31号", "２０２６－１－３１", "二〇二六年一月三十一日", "二零二六年一月三十一日", "二0二六年一月三十一日", "二Ｏ二六年1月31日",
        "31 Jan 2026", "31 January 2026", "January 31, 2026", "jan. 31 2026", "  2026-1-31 ",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_day_is_read(text):
    assert typed_day(text, 1999) == LAST_OF_JANUARY


@pytest.mark.parametrize(
    "text", ["1/31", "1-31", "1.31", "1月31日", "1月31号", "一月三十一日", "31 Jan"]
)
def test_a_day_without_its_year_is_of_the_year_at_hand(text):
    assert typed_day(text, 2026) == LAST_OF_JANUARY


@pytest.mark.parametrize(
    "text",
    ["", " ", "2", "20", "2026", "2026-", "2026-1", "2026-1-", "202601", "2026013", "明天", "31", "2026-1-31x"],
)  # fmt: skip
def test_what_is_no_day_yet_is_none(text):
    assert typed_day(text, 2026) is None


@pytest.mark.parametrize(
    "text", ["2026-2-30", "20260231", "2026-13-1", "2/30", "0-5", "二〇二六年十三月一日"]
)
def test_what_the_calendar_does_not_have_is_none(text):
    assert typed_day(text, 2026) is None


@pytest.mark.parametrize("text", ["26-1-31", "0202-1-31", "0026-01-31", "260131", "1-31-26"])
def test_no_year_is_guessed_at(text):
    assert typed_day(text, 2026) is None


def test_the_last_of_february_is_a_day_in_leap_years_alone():
    assert typed_day("2/29", 2028) == datetime.date(2028, 2, 29)
    assert typed_day("2/29", 2026) is None
