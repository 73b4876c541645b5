"""A page begun at the caret, and taken away again."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    TURN,
    UNDER,
    A,
    article,
    at,
    h,
    issue,
    issues,
    lines,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    table,
    text_places,
)
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.issue import edits
from layouts.issue.article import Note
from layouts.issue.blocks import previous_in_flow
from layouts.issue.ids import with_ids
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, article_at, text_at


def broken(start, place, offset):
    """What the first article holds after Ctrl+Enter, and where the caret is."""
    edited = edits.break_page(start, place, offset)
    return lines(edited.issue)[1:], (edited.place, edited.offset)


@pytest.mark.parametrize(
    ("blocks", "place", "offset", "after", "caret"),
    [
        # inside, at the start, at the end of a paragraph
        ((p("甲乙"), p("丙")), at(0), 1, ["甲", "---", "乙", "丙"], at(2)),
        ((p("甲"), p("乙丙")), at(1), 0, ["甲", "---", "乙丙"], at(2)),
        ((p("甲乙"), p("丙")), at(0), 2, ["甲乙", "---", "丙"], at(2)),
        # behind the last one there is room to go on
        ((p("甲乙"),), at(0), 2, ["甲乙", "---", ""], at(2)),
        ((p("甲乙"), photo()), at(0), 2, ["甲乙", "---", "", "!a.jpg"], at(2)),
        # photos stay beside the paragraph after them
        ((p("甲"), photo(), p("乙")), at(2), 0, ["甲", "---", "!a.jpg", "乙"], at(3)),
        ((p("甲"), photo(), p("乙")), at(0), 1, ["甲", "---", "!a.jpg", "乙"], at(3)),
        ((photo(), p("甲乙")), at(1), 1, ["!a.jpg", "甲", "---", "乙"], at(3)),
        # a sub-heading keeps what it is above the break
        ((h("一、甲乙"), p("丙")), at(0), 3, ["= 一、甲", "---", "乙", "丙"], at(2)),
        ((p("甲"), h("一、乙")), at(1), 0, ["甲", "---", "= 一、乙"], at(2)),
        # two notes of one
        ((note("甲乙", "丙"),), at(0), 1, [">甲", "---", ">乙>丙"], at(2)),
        ((note("甲", "乙"),), at(0, 1), 0, [">甲", "---", ">乙"], at(2)),
        ((note("甲", "乙"), p("丙")), at(0, 1), 1, [">甲>乙", "---", "丙"], at(2)),
        ((p("甲"), note("乙")), at(1), 0, ["甲", "---", ">乙"], at(2)),
        # none is added where one stands
        ((p("甲"), TURN, p("乙")), at(2), 0, ["甲", "---", "乙"], at(2)),
        ((p("甲"), TURN, p("乙")), at(0), 1, ["甲", "---", "乙"], at(2)),
        ((p("甲"), TURN, photo(), p("乙")), at(3), 0, ["甲", "---", "!a.jpg", "乙"], at(3)),
    ],
)
def test_the_text_goes_on_on_a_new_page(blocks, place, offset, after, caret):
    assert broken(one(*blocks), place, offset) == (after, (caret, 0))


def test_what_is_not_parted_goes_to_the_new_page_whole():
    start = one(p("甲"), photo("a.jpg", "图说"), table(("乙", "丙"), caption="题"))
    assert broken(start, at(2, 1), 1) == (["甲", "---", "!a.jpg", "|题|乙|丙"], (at(3, 1), 1))
    assert broken(start, at(1), 1) == (["甲", "---", "!a.jpg", "|题|乙|丙"], (at(2), 1))
    assert broken(one(p("甲"), byline="乙丙"), FOOT, 1) == (["甲", "---", "@ 乙丙"], (FOOT, 1))


def test_behind_a_table_caption_the_caret_stands_in_it():
    start = one(p("甲"), table(("乙",), caption="题"))
    assert broken(start, at(0), 1)[1] == (at(2, -1), 0)


@pytest.mark.parametrize("place", [HEAD, UNDER])
def test_in_a_title_the_article_begins_on_a_new_page_and_backspace_takes_that_back(place):
    start = one(p("甲"), title="题目", subtitle="副题")
    edited = edits.break_page(start, place, 1)
    assert article_at(edited.issue, A).break_before
    assert (edited.place, edited.offset) == (place, 1)
    assert edits.join_with_previous(edited.issue, HEAD).issue == start


def test_a_lead_is_parted_as_by_a_new_paragraph():
    start = issue(section(run_in("甲。", "乙丙")))
    edited = edits.break_page(start, at(0), 4)
    assert lines(edited.issue)[1:] == ["⟦▲ 甲。⟧", "---", "乙丙"]


def test_of_a_note_parted_behind_nothing_the_half_with_the_words_keeps_the_id():
    before = with_ids(one(note("", "按语")))
    whole = article_at(before, A).blocks[0]
    after = edits.break_page(before, at(0)._replace(part=1), 0).issue
    first, _, second = article_at(after, A).blocks
    assert [text.string for text in second.paragraphs] == ["按语"]
    assert (first.id, second.id) == ("", whole.id)


def test_a_section_name_stays():
    start = issue(section(article(p("甲"))))
    assert edits.break_page(start, Place(0), 1).issue is start


@settings(max_examples=examples(200), deadline=None)
@given(issues, st.data())
def test_backspace_and_delete_take_it_away_again(start, data):
    start = with_ids(start)
    places = [
        place
        for place in text_places(start)
        if place.article is not None and place.block not in (TITLE, SUBTITLE, BYLINE)
    ]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    offset = data.draw(st.integers(0, len(text_at(start, place).string)))
    edited = edits.break_page(start, place, offset)
    if edited.issue is start or not _joins(edited.issue, edited.place):
        return
    back = edits.join_with_previous(edited.issue, edited.place).issue
    # the halves are two still: joined by one press more
    assert len(article_at(back, place).blocks) == len(article_at(edited.issue, place).blocks) - 1
    assert "---" in lines(edited.issue, place.of_article)
    assert lines(back, place.of_article).count("---") == (
        lines(edited.issue, place.of_article).count("---") - 1
    )


def _joins(of, place):
    """Whether Backspace at the start of a text may do anything."""
    blocks = article_at(of, place).blocks
    block = blocks[place.block]
    stands_first = place.part == 0 and previous_in_flow(blocks, place.block) >= 0
    return block.trait.joins and (stands_first or isinstance(block, Note))
