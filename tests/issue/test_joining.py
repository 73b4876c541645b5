"""Backspace at the start of a text and Delete at its end."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    TURN,
    article,
    at,
    h,
    issue,
    lines,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    table,
)

from layouts.issue.edits import join_with_next, join_with_previous
from layouts.issue.parts import CAPTION
from layouts.issue.places import Place


def back(before, place):
    after = join_with_previous(before, place)
    return lines(after.issue), after[1:]


def forward(before, place):
    after = join_with_next(before, place)
    return lines(after.issue), after[1:]


def test_a_paragraph_joins_the_one_before():
    assert back(one(p("甲"), p("乙")), at(1)) == (["# 题", "甲乙"], (at(0), 1))
    assert forward(one(p("甲"), p("乙")), at(0)) == (["# 题", "甲乙"], (at(0), 1))


def test_photos_between_stand_beside_the_joined_paragraph():
    before = one(p("甲"), photo(), p("乙"))
    assert back(before, at(2)) == forward(before, at(0)) == (["# 题", "!a.jpg", "甲乙"], (at(1), 1))


def test_an_empty_paragraph_goes_and_the_photo_behind_it_stays_with_the_next():
    before = one(p("甲"), p(), photo(), p("乙"))
    assert back(before, at(1)) == (["# 题", "甲", "!a.jpg", "乙"], (at(0), 1))
    assert back(before, at(3)) == (["# 题", "甲", "!a.jpg", "乙"], (at(2), 0))


def test_a_subheading_becomes_a_paragraph_first():
    before = one(p("甲"), h("乙"))
    once = join_with_previous(before, at(1))
    assert (lines(once.issue), once[1:]) == (["# 题", "甲", "乙"], (at(1), 0))
    assert back(once.issue, at(1)) == (["# 题", "甲乙"], (at(0), 1))


def test_an_empty_paragraph_before_a_subheading_goes_first():
    assert back(one(p(), h("乙")), at(1)) == (["# 题", "= 乙"], (at(0), 0))
    assert forward(one(p(), h("乙")), at(0)) == (["# 题", "= 乙"], (at(0), 0))


def test_a_paragraph_joins_the_subheading_before():
    assert back(one(h("甲"), p("乙")), at(1)) == (["# 题", "= 甲乙"], (at(0), 1))


def test_a_page_break_between_goes():
    before = one(p("甲"), TURN, p("乙"))
    assert back(before, at(2)) == (["# 题", "甲", "乙"], (at(1), 0))
    assert forward(before, at(0)) == (["# 题", "甲", "乙"], (at(0), 1))


def test_the_first_paragraph_joins_the_title_without_its_bold():
    before = one(photo(), p("⟦甲⟧⟨乙⟩"), p("丙"))
    assert (
        back(before, at(1)) == forward(before, HEAD) == (["# 题甲⟨乙⟩", "!a.jpg", "丙"], (HEAD, 1))
    )


def test_a_run_in_article_has_no_title_to_join():
    before = issue(section(run_in("开放。", "五月。")))
    assert join_with_previous(before, at(0)) == (before, at(0), 0)
    assert join_with_next(before, HEAD).issue is before


def test_a_byline_becomes_a_paragraph_and_then_joins():
    before = one(p("甲"), byline="乙")
    once = join_with_previous(before, FOOT)
    assert (lines(once.issue), once[1:]) == (["# 题", "甲", "乙"], (at(1), 0))
    assert back(once.issue, at(1)) == (["# 题", "甲乙"], (at(0), 1))


def test_an_empty_paragraph_before_a_byline_goes_first():
    assert back(one(p("甲"), p(), byline="乙"), FOOT) == (["# 题", "甲", "@ 乙"], (FOOT, 0))
    assert forward(one(p("甲"), p(), byline="乙"), at(1)) == (["# 题", "甲", "@ 乙"], (FOOT, 0))


def test_text_does_not_join_a_byline():
    before = one(p("甲"), byline="乙")
    assert join_with_next(before, at(0)) == (before, at(0), 1)


def test_the_first_paragraph_of_a_note_leaves_it():
    assert back(one(p("甲"), note("乙", "丙")), at(1, 0)) == (
        ["# 题", "甲", "乙", ">丙"],
        (at(1), 0),
    )
    assert back(one(p("甲"), note("乙")), at(1, 0)) == (["# 题", "甲", "乙"], (at(1), 0))


def test_paragraphs_of_a_note_join():
    before = one(note("甲", "乙"))
    assert back(before, at(0, 1)) == forward(before, at(0, 0)) == (["# 题", ">甲乙"], (at(0, 0), 1))


@pytest.mark.parametrize(
    "beside", [note("甲", "乙"), table(("甲",), ("乙",))], ids=["note", "table"]
)
def test_text_beside_a_note_or_table_stays_and_an_empty_paragraph_goes(beside):
    full, empty = one(beside, p("丙"), beside), one(beside, p(), photo(), beside)
    assert join_with_previous(full, at(1)) == (full, at(1), 0)
    assert join_with_next(full, at(1)) == (full, at(1), 1)
    assert join_with_previous(empty, at(1))[1:] == (at(0, 1), 1)
    assert join_with_next(empty, at(1))[1:] == (at(2, 0), 0)
    assert len(lines(join_with_next(empty, at(1)).issue)) == 4


def test_the_caret_goes_from_an_empty_paragraph_to_the_end_or_caption_of_a_table():
    whole = table(("甲", "乙"), caption="表", notes=("注释",))
    before = one(whole, p(), whole)
    assert join_with_previous(before, at(1)) == (one(whole, whole), at(0, 2), 2)
    assert join_with_next(before, at(1)) == (one(whole, whole), at(1, CAPTION), 0)


def test_an_empty_paragraph_behind_a_note_goes():
    assert forward(one(note("甲"), p(), p("乙")), at(0, 0)) == (
        ["# 题", ">甲", "乙"],
        (at(0, 0), 1),
    )


def test_articles_do_not_join():
    before = issue(section(article(p("甲")), article(p("乙"))))
    assert join_with_previous(before, Place(0, 1, -1)).issue is before
    assert join_with_next(before, at(0)) == (before, at(0), 1)


def test_cells_captions_and_section_names_do_not_join():
    before = one(p("甲"), table(("乙", "丙")), photo("a", "图"), p("丁"))
    for place in (at(1, 0), at(1, 1), at(2), Place(0)):
        assert join_with_previous(before, place) == (before, place, 0)
        assert join_with_next(before, place).issue is before


def test_a_title_without_text_below_stays():
    before = one(title="题", byline="甲")
    assert join_with_next(before, HEAD) == (before, HEAD, 1)
