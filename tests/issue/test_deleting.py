"""Deleting from one caret to another: text goes, photos and articles stay."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    TURN,
    A,
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

from layouts.issue.edits import delete_range
from layouts.issue.places import TITLE, Place


def deleted(before, start, end):
    after = delete_range(before, start, end)
    return lines(after.issue)[1:], (after.place, after.offset)


def test_characters_of_one_paragraph_go():
    assert deleted(one(p("甲乙丙丁")), (at(0), 1), (at(0), 3)) == (["甲丁"], (at(0), 1))


def test_the_ends_may_be_given_in_either_order():
    assert deleted(one(p("甲乙丙丁")), (at(0), 3), (at(0), 1)) == (["甲丁"], (at(0), 1))


def test_offsets_beyond_a_text_mean_its_ends():
    assert deleted(one(p("甲乙")), (at(0), -4), (at(0), 99)) == ([""], (at(0), 0))


def test_emphasis_beside_what_went_stays():
    assert deleted(one(p("⟦甲乙⟧丙⟨丁戊⟩")), (at(0), 1), (at(0), 4)) == (["⟦甲⟧⟨戊⟩"], (at(0), 1))


def test_two_paragraphs_become_one():
    assert deleted(one(p("甲乙"), p("丙"), p("丁⟦戊⟧")), (at(0), 1), (at(2), 1)) == (
        ["甲⟦戊⟧"],
        (at(0), 1),
    )


def test_a_subheading_takes_in_the_rest_of_a_paragraph():
    assert deleted(one(h("一、甲"), p("乙丙")), (at(0), 2), (at(1), 1)) == (
        ["= 一、丙"],
        (at(0), 2),
    )


def test_where_nothing_is_left_of_the_first_the_second_stays_what_it_is():
    assert deleted(one(p("甲"), h("乙丙", 2)), (at(0), 0), (at(1), 1)) == (["== 丙"], (at(0), 0))


def test_a_photo_between_stands_beside_the_joined_paragraph_and_the_caret_moves_with_it():
    before = one(photo("a"), p("甲乙"), photo("b"), p("丙"), photo("c"), p("丁戊"))
    assert deleted(before, (at(1), 1), (at(5), 1)) == (["!a", "!b", "!c", "甲戊"], (at(3), 1))


def test_a_photo_whose_paragraph_goes_whole_stands_beside_the_next():
    before = one(p("甲乙"), photo(), p("丙"), p("丁"))
    assert deleted(before, (at(0), 1), (at(2), 1)) == (["甲", "!a.jpg", "丁"], (at(0), 1))


def test_page_breaks_notes_and_tables_between_go():
    before = one(p("甲乙"), TURN, note("丙"), table(("丁",), ("戊",)), p("己庚"))
    assert deleted(before, (at(0), 1), (at(4), 1)) == (["甲庚"], (at(0), 1))


def test_a_note_keeps_its_rest_to_itself():
    assert deleted(one(p("甲乙"), note("丙", "丁戊")), (at(0), 1), (at(1, 1), 1)) == (
        ["甲", ">戊"],
        (at(0), 1),
    )
    assert deleted(one(note("丙丁", "戊"), p("甲乙")), (at(0, 0), 1), (at(1), 1)) == (
        [">丙", "乙"],
        (at(0, 0), 1),
    )


def test_paragraphs_of_one_note_become_one():
    assert deleted(one(note("甲乙", "丙", "丁戊")), (at(0, 0), 1), (at(0, 2), 1)) == (
        [">甲戊"],
        (at(0, 0), 1),
    )


def test_a_note_deleted_to_its_end_is_gone():
    assert deleted(one(p("甲乙"), note("丙"), p("丁")), (at(0), 1), (at(1), 1)) == (
        ["甲", "丁"],
        (at(0), 1),
    )


def test_cells_are_emptied_and_stay():
    before = one(table(("甲", "乙"), ("丙丁", "戊")), p("己庚"))
    assert deleted(before, (at(0, 1), 0), (at(0, 2), 1)) == (["||||", "己庚"], (at(0, 0), 0))
    assert deleted(before, (at(0, 3), 1), (at(0, 1), 0)) == (
        ["|甲||丙丁|", "己庚"],
        (at(0, 1), 0),
    )
    assert deleted(before, (at(0, 2), 1), (at(1), 1)) == (["|甲|乙|丙|", "庚"], (at(0, 2), 1))


def test_a_title_does_not_take_in_text():
    after = delete_range(one(p("甲乙"), p("丙"), title="题目"), (HEAD, 1), (at(0), 1))
    assert lines(after.issue) == ["# 题", "乙", "丙"]
    assert after[1:] == (HEAD, 1)


def test_a_byline_keeps_its_rest_and_an_empty_one_is_none():
    before = one(p("甲乙"), byline="供稿：丙")
    assert deleted(before, (at(0), 1), (FOOT, 3))[0] == ["甲", "@ 丙"]
    assert deleted(before, (at(0), 1), (FOOT, 4))[0] == ["甲"]


def test_deleting_all_of_an_article_leaves_an_empty_paragraph_and_its_photos():
    before = one(p("甲"), photo(), p("乙"), byline="丙")
    after = delete_range(before, (HEAD, 0), (FOOT, 1))
    assert lines(after.issue) == ["# ", "!a.jpg", ""]
    assert after[1:] == (HEAD, 0)


def test_over_articles_only_text_goes():
    before = issue(
        section(
            article(p("甲乙"), photo("a"), p("丙"), byline="丁"),
            article(p("戊"), photo("b"), title="题二"),
        ),
        section(article(photo("c"), p("己庚"), title="题三")),
    )
    after = delete_range(before, (at(0), 1), (Place(1, 0, 1), 1))
    assert lines(after.issue) == ["# 题", "甲", "!a"]
    assert lines(after.issue, Place(0, 1)) == ["# ", "!b", ""]
    assert lines(after.issue, Place(1, 0)) == ["# ", "!c", "庚"]
    assert after[1:] == (at(0), 1)


def test_over_articles_what_ends_in_a_title_leaves_the_text_below():
    before = issue(section(article(p("甲乙")), article(photo(), p("丙"), title="题二")))
    after = delete_range(before, (at(0), 1), (Place(0, 1, TITLE), 1))
    assert lines(after.issue) == ["# 题", "甲"]
    assert lines(after.issue, Place(0, 1)) == ["# 二", "!a.jpg", "丙"]


def test_the_title_of_a_run_in_article_follows_what_is_left_of_its_lead():
    before = issue(section(run_in("服务厅恢复开放。", "自五月起。")))
    after = delete_range(before, (at(0), 2), (at(0), 5))
    assert lines(after.issue) == ["# 恢复开放", "⟦▲ 恢复开放。⟧自五月起。"]


def test_captions_and_section_names_are_not_deleted_from_outside():
    before = issue(section(article(p("甲"), photo("a", "图说"), p("乙"))))
    after = delete_range(before, (Place(0), 1), (at(2), 1)).issue
    assert after.sections[0].name == "栏目"
    assert after.sections[0].articles[0].blocks[0].caption.string == "图说"


def test_untouched_articles_and_blocks_stay_the_same_objects():
    before = issue(
        section(article(p("甲"), p("乙丙"), note("丁")), article()), section(article(p("戊")))
    )
    after = delete_range(before, (at(1), 0), (at(1), 1)).issue
    assert after.sections[1] is before.sections[1]
    assert after.sections[0].articles[1] is before.sections[0].articles[1]
    assert [
        new is old
        for new, old in zip(
            after.sections[0].articles[0].blocks, before.sections[0].articles[0].blocks, strict=True
        )
    ] == [
        True,
        False,
        True,
    ]


def test_deleting_nothing_gives_the_same_issue():
    before = one(p("甲"), p("乙"))
    assert delete_range(before, (at(0), 1), (at(0), 1)).issue is before


@pytest.mark.parametrize(
    "place",
    [Place(1, 0, 0), Place(0, 1, 0), at(1), at(-4), Place(-1, 0, 0), Place(0, -1, 0), at(0, 1), A],
)
def test_a_place_that_does_not_exist_is_an_error(place):
    with pytest.raises(LookupError):
        delete_range(one(p("甲")), (at(0), 0), (place, 0))
