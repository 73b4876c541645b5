"""What is said about an article beside its title: set, changed and taken away."""

from __future__ import annotations

import datetime

import pytest
from edited_issues import A, article, issue, p, section

from layouts.issue.edits import set_date, set_origin, set_subtitle
from layouts.issue.places import article_at
from layouts.issue.text import Mark, MarkKind, Text

DAY = datetime.date(2025, 8, 30)


@pytest.fixture
def one():
    return issue(section(article(p("文"))))


def test_a_subtitle_is_set_and_taken_away(one):
    edited = set_subtitle(one, A, "副题")
    assert article_at(edited.issue, A).subtitle == Text("副题")
    assert edited.place == A
    assert set_subtitle(edited.issue, A, "").issue == one
    assert set_subtitle(edited.issue, A, None).issue == one


def test_what_stays_of_a_subtitle_keeps_its_marks(one):
    marked = set_subtitle(one, A, Text("副题", (Mark(0, 2, MarkKind.KAI),))).issue
    assert article_at(set_subtitle(marked, A, "副题目").issue, A).subtitle.marks[0].start == 0


def test_day_and_origin_are_set_and_taken_away(one):
    edited = set_origin(set_date(one, A, DAY).issue, A, "澜汀\n日报").issue
    assert (article_at(edited, A).date, article_at(edited, A).origin) == (DAY, "澜汀日报")
    assert set_origin(set_date(edited, A, None).issue, A, "").issue == one


def test_what_changes_nothing_gives_back_the_same_issue(one):
    assert set_subtitle(one, A, "").issue is one
    assert set_date(one, A, None).issue is one
    assert set_origin(one, A, "").issue is one
