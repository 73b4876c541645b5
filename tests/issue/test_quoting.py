"""Words set out as a pull quote, and what keys do in one."""

from __future__ import annotations

import pytest
from composing import NOWHERE
from marked_text import article, issue_of, text_of

from layouts.issue import edits
from layouts.issue.article import Paragraph, PullQuote, Subheading
from layouts.issue.count import article_count
from layouts.issue.edits.edited import NEW
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, TITLE, Place
from layouts.issue.text import MarkKind, Text

FIRST = Place(0, 0, 0)
SECOND = Place(0, 0, 1)


def issue() -> Issue:
    return issue_of(
        article("先修补破损，再扫描入库。", "图像经{bold|两次}核对。", byline=Text("保管科")),
        article("另一篇。"),
    )


def blocks(of: Issue) -> tuple[object, ...]:
    return of.sections[0].articles[0].blocks


def test_marked_words_are_said_again_below_their_paragraph():
    edited = edits.pull_quote(issue(), (FIRST, 2), (FIRST, 5))
    first, quote, second = blocks(edited.issue)
    assert (first, second) == blocks(issue())
    assert isinstance(quote, PullQuote)
    assert quote.text.string == "补破损"
    assert (edited.place, edited.offset) == (SECOND, 3)


def test_words_of_two_paragraphs_become_one_below_the_second():
    edited = edits.pull_quote(issue(), (SECOND, 5), (FIRST, 6))
    assert [type(block) for block in blocks(edited.issue)] == [Paragraph, Paragraph, PullQuote]
    assert blocks(edited.issue)[2].text.string == "再扫描入库。图像经两次"


def test_they_keep_their_looks_and_leave_notes_and_comments_behind():
    given = issue_of(article("甲{note=注。|乙}{bold|丙}{comment=问。|丁}"))
    quote = blocks(edits.pull_quote(given, (FIRST, 0), (FIRST, 4)).issue)[1]
    assert quote.text.string == "甲乙丙丁"
    assert [mark.kind for mark in quote.text.marks] == [MarkKind.BOLD]


@pytest.mark.parametrize(("block", "index"), [(TITLE, 0), (0, 1), (1, 2), (BYLINE, 2)])
def test_a_caret_begins_an_empty_one_below(block, index):
    edited = edits.pull_quote(issue(), (Place(0, 0, block), 0), (Place(0, 0, block), 0))
    assert blocks(edited.issue)[index] == PullQuote(Text(""), NEW)
    assert edited.place == Place(0, 0, index)


def test_words_of_two_articles_are_none():
    with pytest.raises(LookupError):
        edits.pull_quote(issue(), (FIRST, 0), (Place(0, 1, 0), 1))


def quoted() -> Issue:
    return issue_of(article(PullQuote(text_of("乙{bold|丙}"), NOWHERE, "b7"), "丁"))


def test_enter_at_its_end_begins_a_paragraph():
    edited = edits.split_paragraph(quoted(), FIRST, 2)
    assert [type(block) for block in blocks(edited.issue)] == [PullQuote, Paragraph, Paragraph]
    assert (edited.place, edited.offset) == (SECOND, 0)


def test_backspace_at_its_start_makes_it_text():
    edited = edits.join_with_previous(quoted(), FIRST)
    first = blocks(edited.issue)[0]
    assert first == Paragraph(text_of("乙{bold|丙}"), first.source, "b7")


@pytest.mark.parametrize(
    "act",
    [lambda of: edits.join_with_previous(of, SECOND), lambda of: edits.join_with_next(of, FIRST)],
)
def test_no_paragraph_becomes_part_of_it(act):
    assert act(quoted()).issue == quoted()


def test_what_is_marked_from_one_into_text_goes_and_each_keeps_its_rest():
    edited = edits.delete_range(
        issue_of(article(PullQuote(text_of("乙丙"), NOWHERE), "丁戊")), (FIRST, 1), (SECOND, 1)
    )
    assert [(type(block), block.text.string) for block in blocks(edited.issue)] == [
        (PullQuote, "乙"),
        (Paragraph, "戊"),
    ]


def test_a_quote_deleted_whole_together_with_the_start_of_the_next_paragraph_leaves_none():
    edited = edits.delete_range(
        issue_of(article("甲", PullQuote(text_of("乙丙"), NOWHERE), "丁戊")),
        (SECOND, 0),
        (Place(0, 0, 2), 1),
    )
    assert [(type(block), block.text.string) for block in blocks(edited.issue)] == [
        (Paragraph, "甲"),
        (Paragraph, "戊"),
    ]
    assert (edited.place, edited.offset) == (SECOND, 0)


def test_one_whose_start_is_deleted_with_all_of_the_paragraph_above_stays_one():
    edited = edits.delete_range(
        issue_of(article("甲", PullQuote(text_of("乙丙"), NOWHERE))), (FIRST, 0), (SECOND, 1)
    )
    assert [(type(block), block.text.string) for block in blocks(edited.issue)] == [
        (PullQuote, "丙")
    ]


def test_a_level_makes_it_a_heading_and_body_text_plain():
    assert isinstance(blocks(edits.set_level(quoted(), FIRST, 2).issue)[0], Subheading)
    assert blocks(edits.set_level(quoted(), FIRST, None).issue)[0].text == text_of("乙{bold|丙}")


def test_begun_at_a_caption_it_stands_below_the_paragraph_of_the_photo():
    photo = Photo("a.jpg", "图题", NOWHERE)
    edited = edits.pull_quote(
        issue_of(article("甲。", photo, "乙。", "丙。")), (Place(0, 0, 1), 0), (Place(0, 0, 1), 2)
    )
    assert [type(block) for block in blocks(edited.issue)] == [
        Paragraph,
        Photo,
        Paragraph,
        PullQuote,
        Paragraph,
    ]


def test_it_is_not_counted():
    assert article_count(quoted().sections[0].articles[0]) == article_count(article("丁"))


def test_it_is_copied_as_a_quotation():
    assert (
        edits.html(quoted(), (FIRST, 0), (SECOND, 1))
        == "<blockquote><p>乙<b>丙</b></p></blockquote>\n<p>丁</p>"
    )
