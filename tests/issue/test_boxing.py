"""Boxes made of paragraphs and taken back, and what keys do in one."""

from __future__ import annotations

import pytest
from composing import NOWHERE
from marked_text import article, issue_of, text_of

from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind, Note, Paragraph, PullQuote, Subheading
from layouts.issue.count import article_count
from layouts.issue.issue import Issue
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.issue.sidebar import BoxKind, Sidebar

FIRST, SECOND, THIRD = (Place(0, 0, k) for k in range(3))


def blocks(of: Issue) -> tuple[object, ...]:
    return of.sections[0].articles[0].blocks


def of_blocks(*given: object) -> Issue:
    return issue_of(article(*given))


def boxed(*texts: str, **fields: object) -> Sidebar:
    return Sidebar(tuple(map(text_of, texts)), NOWHERE, **fields)


def strings(box: object) -> list[str]:
    return [text.string for text in box.paragraphs]


def test_marked_paragraphs_become_one_box_and_a_sub_heading_its_title():
    given = of_blocks(Subheading(text_of("三项"), 1, NOWHERE, "b1"), "甲。", "乙。", "丙。")
    edited = edits.set_box(given, (FIRST, 1), (SECOND, 1), BoxKind.SUMMARY)
    box, *rest = blocks(edited.issue)
    assert isinstance(box, Sidebar)
    assert (box.kind, box.titled, strings(box), box.id) == (
        BoxKind.SUMMARY,
        True,
        ["三项", "甲。"],
        "b1",
    )
    assert [type(block) for block in rest] == [Paragraph, Paragraph]
    assert (edited.place, edited.offset) == (FIRST, 1)


def test_paragraphs_without_a_sub_heading_have_no_title():
    edited = edits.set_box(of_blocks("甲。", "乙。", "丙。"), (FIRST, 0), (SECOND, 1))
    assert not blocks(edited.issue)[0].titled


def test_a_caret_puts_an_empty_one_beside_its_paragraph():
    edited = edits.set_box(of_blocks("甲。", "乙。"), (SECOND, 1), (SECOND, 1))
    assert [type(block) for block in blocks(edited.issue)] == [Paragraph, Sidebar, Paragraph]
    assert strings(blocks(edited.issue)[1]) == ["", ""]
    assert (edited.place, edited.offset) == (SECOND, 0)


def test_an_empty_one_leaves_the_lead_of_a_run_in_article_first():
    lead = Paragraph(text_of("{bold|▲导语。}正文"), NOWHERE)
    given = issue_of(Article(ArticleKind.RUN_IN, text_of("导语"), (lead,), NOWHERE))
    edited = edits.set_box(given, (FIRST, 3), (FIRST, 3))
    assert [type(block) for block in blocks(edited.issue)] == [Paragraph, Sidebar]


def test_taken_back_its_title_is_a_sub_heading():
    given = of_blocks("甲。", boxed("题", "乙。", id="b7"), "丙。")
    edited = edits.clear_box(given, SECOND._replace(part=1), 1)
    assert [(type(block), block.text.string) for block in blocks(edited.issue)] == [
        (Paragraph, "甲。"),
        (Subheading, "题"),
        (Paragraph, "乙。"),
        (Paragraph, "丙。"),
    ]
    assert blocks(edited.issue)[1].id == "b7"
    assert (edited.place, edited.offset) == (THIRD, 1)


def test_made_and_taken_back_it_says_the_same():
    given = of_blocks("甲。", "乙。", "丙。")
    made = edits.set_box(given, (FIRST, 0), (SECOND, 1)).issue
    back = edits.clear_box(made, FIRST, 0).issue
    assert [block.text for block in blocks(back)] == [block.text for block in blocks(given)]


def test_backspace_at_its_start_takes_the_title_first_then_the_paragraph():
    given = of_blocks("甲。", boxed("题", "乙。"), "丙。")
    once = edits.join_with_previous(given, SECOND).issue
    assert not blocks(once)[1].titled
    twice = edits.join_with_previous(once, SECOND).issue
    assert [type(block) for block in blocks(twice)] == [Paragraph, Paragraph, Sidebar, Paragraph]
    assert strings(blocks(twice)[2]) == ["乙。"]


def test_enter_in_its_title_begins_a_paragraph_of_the_box():
    edited = edits.split_paragraph(of_blocks(boxed("题目", "乙。"), "丙。"), FIRST, 1)
    assert strings(blocks(edited.issue)[0]) == ["题", "目", "乙。"]
    assert edited.place.part == 1


def test_what_is_deleted_with_the_title_leaves_a_box_without_one():
    given = of_blocks("甲甲。", boxed("题", "乙乙。", "丁。"), "丙。")
    left = edits.delete_range(given, (FIRST, 1), (SECOND._replace(part=1), 1)).issue
    box = blocks(left)[1]
    assert (box.titled, strings(box)) == (False, ["乙。", "丁。"])


def test_a_title_is_switched_on_and_off():
    given = of_blocks(boxed("题", "乙。"), "丙。")
    off = edits.set_titled(given, FIRST, False).issue
    assert (blocks(off)[0].titled, strings(blocks(off)[0])) == (False, ["题", "乙。"])
    assert blocks(edits.set_titled(off, FIRST, True).issue) == blocks(given)


@pytest.mark.parametrize(("asked", "width"), [(1.0, 4.0), (1e9, 200.0), (float("nan"), 4.0)])
def test_a_width_that_cannot_be_becomes_the_nearest(asked: float, width: float):
    edited = edits.resize_float(of_blocks(boxed("题", "乙。"), "丙。"), FIRST, asked)
    assert blocks(edited.issue)[0].width == width


def test_it_moves_before_another_paragraph_and_keeps_what_it_says():
    given = of_blocks(boxed("题", "乙。"), "甲。", "丙。")
    edited = edits.move_float(given, FIRST, Place(0, 0), 2, 3, Side.LEFT)
    assert [type(block) for block in blocks(edited.issue)] == [Paragraph, Sidebar, Paragraph]
    box = blocks(edited.issue)[1]
    assert (box.line, box.side, strings(box)) == (3, Side.LEFT, ["题", "乙。"])
    assert edited.place == SECOND


def test_a_pull_quote_stands_between_columns_and_a_box_does_not():
    quote = PullQuote(text_of("三天"), NOWHERE)
    given = of_blocks(quote, boxed("题", "乙。"), "甲。")
    assert blocks(edits.set_float_side(given, FIRST, Side.NONE, between=True).issue)[0].between
    again = edits.set_float_side(given, SECOND, Side.LEFT, between=True).issue
    assert blocks(again)[1].side is Side.LEFT


def test_its_characters_are_counted():
    assert article_count(article("甲甲", boxed("题", "乙乙"))) == 2 + 1 + 2 + article_count(
        article()
    )


def test_notes_become_boxes_and_boxes_notes():
    given = of_blocks(Note((text_of("甲。"), text_of("乙。")), NOWHERE), "丙。")
    made = edits.set_box(given, (FIRST, 0), (FIRST._replace(part=1), 1)).issue
    assert isinstance(blocks(made)[0], Sidebar)
    back = edits.set_note(made, (FIRST, 0), (FIRST._replace(part=1), 1)).issue
    assert isinstance(blocks(back)[0], Note)
