"""Sections added, named, moved, merged and taken out."""

from __future__ import annotations

import pytest
from edited_issues import article, issue, section

from layouts.issue.edits import (
    add_section,
    merge_section,
    move_section,
    remove_section,
    rename_section,
)
from layouts.issue.places import Place

ISSUE = issue(*(section(article(title=name), name=name) for name in "甲乙丙"))


def names(of):
    return "".join(found.name for found in of.sections)


def test_a_new_section_stands_at_the_end_or_at_an_index():
    assert names(add_section(ISSUE, "新").issue) == "甲乙丙新"
    after = add_section(ISSUE, "新", 1)
    assert (names(after.issue), after.place) == ("甲新乙丙", Place(1))


def test_a_section_is_renamed():
    after = rename_section(ISSUE, Place(1, 0), "丁")
    assert (names(after.issue), after.place) == ("甲丁丙", Place(1))
    assert after.issue.sections[1].articles is ISSUE.sections[1].articles
    assert rename_section(ISSUE, Place(1), "乙").issue is ISSUE


def test_a_section_goes_with_its_articles():
    assert (
        names(remove_section(ISSUE, Place(2)).issue),
        remove_section(ISSUE, Place(2)).place,
    ) == ("甲乙", Place(1))
    assert remove_section(issue(section()), Place(0)).place is None


@pytest.mark.parametrize(
    ("start", "to", "outcome", "place"),
    [(0, 3, "乙丙甲", 2), (2, 0, "丙甲乙", 0), (0, 2, "乙甲丙", 1)],
)
def test_a_section_moves(start, to, outcome, place):
    after = move_section(ISSUE, Place(start), to)
    assert (names(after.issue), after.place) == (outcome, Place(place))


@pytest.mark.parametrize("to", [1, 2])
def test_a_section_moved_to_where_it_stands_gives_the_same_issue(to):
    assert move_section(ISSUE, Place(1), to) == (ISSUE, Place(1))
    assert move_section(ISSUE, Place(1), to).issue is ISSUE


def test_a_section_merges_into_the_one_before():
    after = merge_section(ISSUE, Place(1))
    assert (names(after.issue), after.place) == ("甲丙", Place(0))
    assert [found.title.string for found in after.issue.sections[0].articles] == ["甲", "乙"]
    assert after.issue.sections[1] is ISSUE.sections[2]


def test_articles_merged_into_a_later_section_stand_before_its_own():
    after = merge_section(ISSUE, Place(0), Place(2))
    assert (names(after.issue), after.place) == ("乙丙", Place(1))
    assert [found.title.string for found in after.issue.sections[1].articles] == ["甲", "丙"]


def test_the_first_section_has_none_before_it_to_merge_into():
    with pytest.raises(LookupError):
        merge_section(ISSUE, Place(0))


def test_a_section_that_does_not_exist_is_an_error():
    for edit in (
        lambda: add_section(ISSUE, "新", 4),
        lambda: rename_section(ISSUE, Place(3), ""),
        lambda: remove_section(ISSUE, Place(-1)),
        lambda: move_section(ISSUE, Place(0), 4),
        lambda: move_section(ISSUE, Place(3), 0),
        lambda: merge_section(ISSUE, Place(0), Place(3)),
    ):
        with pytest.raises(LookupError):
            edit()
