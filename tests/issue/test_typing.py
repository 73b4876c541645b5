"""Typing, pasting and Enter at the caret."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    A,
    article,
    at,
    brief,
    h,
    issue,
    lines,
    marked,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    shown,
    table,
)
from msgspec.structs import replace

from layouts.issue.article import Paragraph
from layouts.issue.edits import insert_text, paste_text, set_level, set_text, split_paragraph
from layouts.issue.places import TITLE, Place, text_at
from layouts.issue.text import Comment, Mark, MarkKind, Text


def typed(before, place, offset, string):
    after = insert_text(before, place, offset, string)
    return shown(text_at(after.issue, after.place)), after.offset


def test_typed_characters_stand_at_the_caret_and_the_caret_behind_them():
    assert typed(one(p("甲丁")), at(0), 1, "乙丙") == ("甲乙丙丁", 3)


@pytest.mark.parametrize(
    ("offset", "outcome"),
    [(0, "⟦丙甲⟧乙"), (1, "⟦甲丙⟧乙"), (2, "⟦甲⟧乙丙")],
    ids=["at the start", "behind bold", "behind plain"],
)
def test_typed_characters_take_the_emphasis_of_the_one_before_and_at_the_start_of_the_one_after(
    offset, outcome
):
    assert typed(one(p("⟦甲⟧乙")), at(0), offset, "丙")[0] == outcome


@pytest.mark.parametrize(
    "kind",
    [
        MarkKind.BOLD,
        MarkKind.KAI,
        MarkKind.DOTS,
        MarkKind.UNDERLINE,
        MarkKind.SUPERSCRIPT,
        MarkKind.SUBSCRIPT,
    ],
)
def test_what_is_a_look_goes_on_behind_its_last_character(kind):
    before = one(Paragraph(Text("甲乙丙", (Mark(1, 2, kind),)), p().source))
    assert text_at(insert_text(before, at(0), 2, "丁").issue, at(0)).marks == (Mark(1, 3, kind),)
    assert text_at(insert_text(before, at(0), 1, "丁").issue, at(0)).marks == (Mark(2, 3, kind),)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (MarkKind.LINK, "https://a.example"),
        (MarkKind.RUBY, "yǐ"),
        (MarkKind.NOTE, "注"),
        (MarkKind.COMMENT, Comment("林一", "", "核对")),
    ],
)
def test_what_is_said_of_words_is_not_said_of_what_is_typed_behind_or_before_them_but_of_what_is_typed_inside(
    kind, value
):
    before = one(Paragraph(Text("甲乙丙", (Mark(0, 2, kind, value),)), p().source))
    for offset, span in ((0, (1, 3)), (1, (0, 3)), (2, (0, 2))):
        assert text_at(insert_text(before, at(0), offset, "丁").issue, at(0)).marks == (
            Mark(*span, kind, value),
        )


def test_a_text_is_typed_into_whatever_stands_at_a_place():
    before = one(p(), h("甲"), note("乙", "丙"), table(("丁",), ("戊",)), photo("a", "图"))
    for place, text in (
        (HEAD, "题"),
        (at(1), "甲"),
        (at(2, 1), "丙"),
        (at(3, 1), "戊"),
        (at(4), "图"),
    ):
        assert typed(before, place, 1, "说") == (f"{text}说", 2)
    assert insert_text(before, Place(0), 2, "一").issue.sections[0].name == "栏目一"


def test_typing_where_no_byline_was_makes_one():
    assert lines(insert_text(one(p("甲")), FOOT, 0, "乙").issue)[-1] == "@ 乙"


def test_a_short_row_of_a_table_gets_the_cells_it_lacked():
    before = one(table(("甲", "乙", "丙"), ("丁",)))
    assert lines(insert_text(before, at(0, 5), 0, "己").issue)[1] == "|甲|乙|丙|丁||己"


def test_line_breaks_and_controls_do_not_get_into_a_text():
    assert typed(one(p()), at(0), 0, "甲\n乙\x00\tone\r\ntwo\x0b")[0] == "甲乙 one two"


def test_a_single_space_is_typed_as_it_is():
    assert typed(one(p("a")), at(0), 1, " ") == ("a ", 2)


def test_halves_of_a_surrogate_pair_become_the_character_and_a_lone_one_nothing():
    assert typed(one(p()), at(0), 0, "\ud862\udf07\ud862")[0] == "𨬇"


def test_typing_in_the_lead_of_a_run_in_article_changes_its_title():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    assert lines(insert_text(before, at(0), 5, "恢复").issue) == [
        "# 服务厅恢复开放",
        "⟦▲ 服务厅恢复开放。⟧自五月起。",
    ]


def test_typing_behind_the_lead_leaves_the_title():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    after = insert_text(before, at(0), 10, "每周").issue
    assert lines(after) == ["# 服务厅开放", "⟦▲ 服务厅开放。⟧自五每周月起。"]
    assert after.sections[0].articles[0].title is before.sections[0].articles[0].title


def test_the_title_of_a_run_in_article_is_typed_in_its_lead():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    after = insert_text(before, HEAD, 3, "恢复")
    assert lines(after.issue)[0] == "# 服务厅恢复开放"
    assert after[1:] == (at(0), 7)


def test_a_run_in_article_without_a_paragraph_gets_one_for_its_lead():
    before = issue(section(replace(run_in(""), blocks=(note("甲"),))))
    assert lines(insert_text(before, HEAD, 0, "题").issue) == ["# 题", "⟦▲ 题。⟧", ">甲"]


def test_a_brief_has_no_title_to_type_in():
    with pytest.raises(LookupError):
        insert_text(issue(section(brief(p("甲")))), HEAD, 0, "题")


def test_typing_nothing_gives_the_same_issue():
    before = one(p("甲"))
    assert insert_text(before, at(0), 0, "").issue is before
    assert set_text(before, at(0), "甲").issue is before


def test_a_text_set_whole_keeps_the_emphasis_of_what_stays():
    before = one(p("⟦甲乙⟧丙⟨丁⟩"))
    assert lines(set_text(before, at(0), "甲乙戊丁").issue)[1] == "⟦甲乙戊⟧⟨丁⟩"
    assert lines(set_text(before, at(0), marked("⟨甲⟩")).issue)[1] == "⟨甲⟩"


def test_a_title_set_whole_is_the_lead_of_a_run_in_article():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    assert lines(set_text(before, HEAD, "查档改期").issue) == [
        "# 查档改期",
        "⟦▲ 查档改期。⟧自五月起。",
    ]


# Pasting


def test_pasted_lines_become_paragraphs():
    after = paste_text(one(photo(), p("甲丁")), at(1), 1, "一\n\n　　二\r\n三")
    assert lines(after.issue)[1:] == ["!a.jpg", "甲一", "二", "三丁"]
    assert after[1:] == (at(3), 1)


def test_one_pasted_line_is_typed_and_its_line_end_dropped():
    assert lines(paste_text(one(p("甲丁")), at(0), 1, "乙 丙\n").issue)[1:] == ["甲乙 丙丁"]


def test_the_first_pasted_line_takes_the_emphasis_around_it():
    assert lines(paste_text(one(p("⟦甲乙⟧")), at(0), 1, "一\n二").issue)[1:] == ["⟦甲一⟧", "二⟦乙⟧"]


def test_lines_pasted_into_a_title_become_one():
    assert lines(paste_text(one(p("甲")), HEAD, 1, "一\n二").issue)[:2] == ["# 题一二", "甲"]


def test_lines_pasted_into_a_note_become_its_paragraphs():
    after = paste_text(one(note("甲乙", "丙")), at(0, 0), 1, "一\n二")
    assert lines(after.issue)[1:] == [">甲一>二乙>丙"]
    assert after[1:] == (at(0, 1), 1)


def test_lines_pasted_behind_a_subheading_are_plain_paragraphs():
    assert lines(paste_text(one(h("一、")), at(0), 2, "甲\n乙").issue)[1:] == ["= 一、甲", "乙"]


def test_lines_pasted_before_a_subheading_leave_it_alone():
    after = paste_text(one(h("一、甲")), at(0), 0, "乙\n丙")
    assert lines(after.issue)[1:] == ["乙", "丙", "= 一、甲"]
    assert after[1:] == (at(1), 1)


# Enter


def split(before, place, offset):
    after = split_paragraph(before, place, offset)
    return lines(after.issue), after[1:]


def test_enter_makes_two_paragraphs_and_photos_stay_with_the_first():
    assert split(one(photo(), p("甲⟦乙丙⟧"), p("丁")), at(1), 2) == (
        ["# 题", "!a.jpg", "甲⟦乙⟧", "⟦丙⟧", "丁"],
        (at(2), 0),
    )


def test_both_halves_come_from_the_line_of_the_manuscript_that_the_whole_came_from():
    halves = split_paragraph(one(p("甲乙")), at(0), 1).issue.sections[0].articles[0].blocks
    assert halves[0].source == halves[1].source == p().source


def test_enter_in_a_title_begins_the_text_with_the_rest():
    assert split(one(photo(), p("甲"), title="题目说"), HEAD, 2) == (
        ["# 题目", "说", "!a.jpg", "甲"],
        (at(0), 0),
    )


def test_enter_behind_a_subheading_begins_a_plain_paragraph():
    assert split(one(h("一、甲"), p("乙")), at(0), 3) == (
        ["# 题", "= 一、甲", "", "乙"],
        (at(1), 0),
    )


def test_enter_in_a_subheading_makes_the_rest_a_plain_paragraph():
    assert split(one(h("一、甲乙")), at(0), 3) == (["# 题", "= 一、甲", "乙"], (at(1), 0))


def test_enter_before_a_subheading_puts_an_empty_paragraph_there():
    assert split(one(h("一、甲")), at(0), 0) == (["# 题", "", "= 一、甲"], (at(1), 0))


def test_enter_in_a_byline_puts_a_paragraph_before_it():
    assert split(one(p("甲"), byline="乙"), FOOT, 1) == (["# 题", "甲", "", "@ 乙"], (at(1), 0))


def test_enter_in_a_note_makes_two_paragraphs_of_it():
    assert split(one(note("甲乙")), at(0, 0), 1) == (["# 题", ">甲>乙"], (at(0, 1), 0))


def test_a_second_enter_at_its_end_leaves_a_note():
    assert split(one(note("甲", ""), p("乙")), at(0, 1), 0) == (
        ["# 题", ">甲", "", "乙"],
        (at(1), 0),
    )


def test_cells_captions_and_section_names_are_not_split():
    before = one(table(("甲",)), photo("a", "图说"))
    for place in (at(0), at(1), Place(0)):
        assert split_paragraph(before, place, 1) == (before, place, 1)


def test_enter_in_a_lead_shortens_the_title():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    assert split(before, at(0), 5)[0] == ["# 服务厅", "⟦▲ 服务厅⟧", "⟦开放。⟧自五月起。"]


def test_enter_before_a_lead_leaves_the_title():
    before = issue(section(run_in("服务厅开放。", "自五月起。")))
    assert split(before, at(0), 0)[0] == ["# 服务厅开放", "", "⟦▲ 服务厅开放。⟧自五月起。"]


# Levels


def test_a_paragraph_becomes_a_subheading_without_bold_and_a_paragraph_again():
    before = one(photo(), p("⟦一、甲⟧⟨乙⟩"))
    after = set_level(before, at(1), 2)
    assert lines(after.issue)[1:] == ["!a.jpg", "== 一、甲⟨乙⟩"]
    assert after.place == at(1)
    assert lines(set_level(after.issue, at(1), None).issue)[1:] == ["!a.jpg", "一、甲⟨乙⟩"]


def test_a_lead_does_not_become_a_subheading():
    before = issue(section(run_in("服务厅开放。", "自五月起。", p("甲"))))
    assert set_level(before, at(0), 1).issue is before
    assert lines(set_level(before, at(1), 1).issue)[-1] == "= 甲"


def test_only_levels_one_to_four_of_text_are_known():
    before = one(p("甲"), note("乙"))
    with pytest.raises(ValueError, match="from 1 to 4"):
        set_level(before, at(0), 5)
    with pytest.raises(LookupError):
        set_level(before, at(1), 1)


@pytest.mark.parametrize("place", [Place(1), Place(0, 1, TITLE), at(1), at(0, 1), A, Place(-1)])
def test_a_place_without_text_is_an_error(place):
    before = issue(section(article(p("甲"))))
    for edit in (
        lambda: insert_text(before, place, 0, "乙"),
        lambda: split_paragraph(before, place, 0),
        lambda: set_text(before, place, ""),
    ):
        with pytest.raises(LookupError):
            edit()
