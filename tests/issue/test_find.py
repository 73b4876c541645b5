"""Finding and replacing all over an issue."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
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

from layouts.issue.article import Paragraph
from layouts.issue.edits import find, replace_all, replace_match
from layouts.issue.edits.find import Match, shown_at
from layouts.issue.places import Place, text_at
from layouts.issue.text import Mark, MarkKind, Text

EVERYWHERE = issue(
    section(
        article(
            p("张三"),
            h("张三"),
            note("甲", "张三"),
            table(("甲", "乙"), ("丙", "张三")),
            photo("a", "张三"),
            title="张三",
            byline="张三",
        ),
        name="张三",
    )
)


def test_words_are_found_wherever_they_can_stand_in_reading_order():
    found = [(match.place, match.field) for match in find(EVERYWHERE, "张三")]
    assert found == [
        (Place(0), ""),
        *((place, "") for place in (HEAD, at(0), at(1), at(2, 1), at(3, 3), at(4), FOOT)),
        (None, "editor"),
    ]


def test_the_masthead_is_searched():
    assert find(EVERYWHERE, "简") == [Match(None, 0, 1, "publication")]


def test_matches_do_not_overlap():
    assert find(one(p("甲甲甲甲甲")), "甲甲") == [Match(at(0), 0, 2), Match(at(0), 2, 4)]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({}, 3),
        ({"match_case": True}, 2),
        ({"match_width": True}, 2),
        ({"match_case": True, "match_width": True}, 1),
    ],
)
def test_case_and_width_count_only_where_asked_for(options, count):
    assert len(find(one(p("App app Ａｐｐ")), "App", **options)) == count


def test_offsets_hold_where_small_letters_are_longer_than_capitals():
    assert find(one(p("İİ甲")), "甲") == [Match(at(0), 2, 3)]


def test_nothing_is_found_nowhere():
    assert find(EVERYWHERE, "") == []


def test_the_title_of_a_run_in_article_is_found_in_its_lead_alone():
    before = issue(section(run_in("张三来访。", "甲。")))
    assert find(before, "张三来访") == [Match(at(0), 2, 6)]
    assert lines(replace_all(before, "张三", "李四").issue) == ["# 李四来访", "⟦▲ 李四来访。⟧甲。"]


def noted(string, *notes):
    """A paragraph whose first characters carry notes, each one character more than the one
    before.
    """
    return Paragraph(
        Text(
            string,
            tuple(Mark(0, k, MarkKind.NOTE, words) for k, words in enumerate(notes, start=1)),
        ),
        p().source,
    )


def test_the_words_of_notes_are_searched_behind_the_text_they_stand_in():
    before = one(noted("张三来访", "即张三。", "张三，张三。"), p("张三"))
    found = find(before, "张三")[:-1]  # the last is the editor's name in the colophon
    assert found == [
        Match(at(0), 0, 2),
        Match(at(0), 1, 3, note=0),
        Match(at(0), 0, 2, note=1),
        Match(at(0), 3, 5, note=1),
        Match(at(1), 0, 2),
    ]
    assert [shown_at(before, match) for match in found] == [(0, 2), (0, 1), (0, 2), (0, 2), (0, 2)]


def test_the_words_of_notes_are_replaced_and_a_note_without_any_is_none():
    before = one(noted("张三来访", "张三", "即张三，张三。"))
    changed = text_at(replace_all(before, "张三", "李四四").issue, at(0))
    assert changed == noted("李四四来访", "李四四", "即李四四，李四四。").text._replace(
        marks=changed.marks
    )
    assert [mark.value for mark in changed.marks] == ["李四四", "即李四四，李四四。"]
    gone = replace_match(before, Match(at(0), 0, 2, note=0), "").issue
    assert [mark.value for mark in text_at(gone, at(0)).marks] == ["即张三，张三。"]


def test_one_match_is_replaced_and_takes_the_emphasis_of_its_first_character():
    before = one(p("⟦甲⟧乙丙"))
    after = replace_match(before, Match(at(0), 0, 2), "丁戊己")
    assert (lines(after.issue)[1], after.place) == ("⟦丁戊己⟧丙", at(0))


def test_a_match_in_the_masthead_is_replaced():
    (match,) = find(EVERYWHERE, "办公室")
    assert replace_match(EVERYWHERE, match, "编辑部").issue.masthead.issuer == "编辑部"


def test_everything_is_replaced_in_one_edit():
    after = replace_all(EVERYWHERE, "张三", "张三丰")
    assert after.times == 9
    assert len(find(after.issue, "张三丰")) == 9
    assert find(after.issue, "丰丰") == []


def test_a_byline_replaced_by_nothing_is_none():
    assert lines(replace_all(one(byline="甲甲"), "甲", "").issue) == ["# 题"]


def test_replacing_words_by_themselves_or_what_is_not_there_gives_the_same_issue():
    assert replace_all(EVERYWHERE, "张三", "张三").issue is EVERYWHERE
    assert replace_all(EVERYWHERE, "李四", "") == (EVERYWHERE, None, 0)


def test_what_holds_no_match_stays_the_same_object():
    before = issue(section(article(p("甲"), p("乙"))), section(article(p("丙"))))
    after = replace_all(before, "乙", "丁").issue
    assert after.sections[1] is before.sections[1]
    assert after.sections[0].articles[0].blocks[0] is before.sections[0].articles[0].blocks[0]
