"""Masthead, colophon, settings, and the numbers of the next issue."""

from __future__ import annotations

import datetime

import pytest
from edited_issues import HERE, one
from msgspec.structs import replace

from layouts.issue.edits import (
    next_numbers,
    set_colophon_field,
    set_contents,
    set_masthead_field,
    set_setting,
)
from layouts.issue.issue import Masthead

ISSUE = one()


def test_a_field_of_the_masthead_is_set():
    after = set_masthead_field(ISSUE, "number", 15).issue
    assert after.masthead.number == 15
    assert after.sections is ISSUE.sections
    assert set_masthead_field(ISSUE, "date", None).issue.masthead.date is None
    assert set_masthead_field(ISSUE, "number", 14).issue is ISSUE


def test_a_field_of_the_colophon_is_set():
    assert set_colophon_field(ISSUE, "copies", 80).issue.colophon.copies == 80
    assert set_colophon_field(ISSUE, "editor", "张三").issue is ISSUE


def test_line_breaks_do_not_get_into_a_field():
    assert set_masthead_field(ISSUE, "issuer", "甲办\n乙办").issue.masthead.issuer == "甲办乙办"


def test_an_unknown_field_is_an_error_and_so_is_a_value_of_another_type():
    with pytest.raises(LookupError):
        set_masthead_field(ISSUE, "copies", 1)
    with pytest.raises(TypeError, match="number"):
        set_masthead_field(ISSUE, "number", "十五")
    with pytest.raises(TypeError):
        set_colophon_field(ISSUE, "editor", None)


def test_contents_are_set():
    assert not set_contents(ISSUE, shown=False).issue.contents
    assert set_contents(ISSUE, shown=True).issue is ISSUE


def test_a_setting_is_set_and_given_back_to_the_layout():
    once = set_setting(ISSUE, "measure", 34).issue
    assert once.settings == {"measure": 34}
    assert set_setting(once, "measure", 34).issue is once
    assert set_setting(once, "measure", None).issue.settings == {}
    assert set_setting(ISSUE, "measure", None).issue is ISSUE


def test_a_setting_changed_no_longer_comes_from_a_line_of_the_manuscript():
    before = replace(
        ISSUE,
        settings={"measure": 30, "punctuation": "office"},
        setting_sources={"measure": HERE, "punctuation": HERE},
    )
    assert set_setting(before, "measure", 34).issue.setting_sources == {"punctuation": HERE}


@pytest.mark.parametrize(
    ("last", "today", "numbers"),
    [
        (
            Masthead(number=14, total=850, date=datetime.date(2025, 8, 31)),
            datetime.date(2025, 9, 15),
            (15, 851),
        ),
        (
            Masthead(number=24, total=860, date=datetime.date(2025, 12, 31)),
            datetime.date(2026, 1, 9),
            (1, 861),
        ),
        (
            Masthead(number=24, date=datetime.date(2025, 12, 31)),
            datetime.date(2025, 12, 31),
            (25, None),
        ),
        (Masthead(number=3, total=7), datetime.date(2026, 1, 9), (4, 8)),
        (Masthead(), datetime.date(2026, 1, 9), (1, None)),
    ],
    ids=["same year", "new year", "no total", "no date", "nothing known"],
)
def test_the_next_issue_is_numbered(last, today, numbers):
    assert next_numbers(last, today) == numbers


def test_a_design_holds_plain_values_as_files_do():
    from pathlib import Path

    from layouts.errors import Source
    from layouts.house.art import Located
    from layouts.issue import edits
    from layouts.issue.issue import Issue, Masthead

    issue = Issue(Masthead(), (), Path(), Source(""))
    rows = [{"file": Located("art/a.png", Path("/anywhere")), "y": 24.0}]
    edited = edits.set_design(issue, "masthead.art", rows).issue
    assert edited.design["masthead.art"] == [{"file": "art/a.png", "y": 24.0}]
    assert type(edited.design["masthead.art"][0]["file"]) is str
