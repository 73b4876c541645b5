"""The caption of a table and its notes are texts like its cells: typed in, marked, found, counted,
copied.
"""

from __future__ import annotations

import pytest
from edited_issues import at, one, p, table

from layouts.issue import edits
from layouts.issue.article import Paragraph
from layouts.issue.count import article_count
from layouts.issue.parts import CAPTION
from layouts.issue.places import text_at, texts_of
from layouts.issue.text import MarkKind, Text

OVER, FIRST, SECOND = at(1, CAPTION), at(1, 4), at(1, 5)
"""The caption of the table, and its notes after its four cells."""


def tabled(caption="船次", notes=("另有加班。", "票价不变。")):
    return one(
        p("前文"), table(("甲", "乙"), ("丙", "丁"), caption=caption, notes=notes), p("后文")
    )


def the_table(of):
    return of.sections[0].articles[0].blocks[1]


def test_they_are_read_before_and_after_the_cells_which_keep_their_numbers():
    texts = [
        (place.part, text.string)
        for place, text in texts_of(tabled().sections[0].articles[0], at(0))
        if place.block == 1
    ]
    assert texts == [
        (-1, "船次"),
        (0, "甲"),
        (1, "乙"),
        (2, "丙"),
        (3, "丁"),
        (4, "另有加班。"),
        (5, "票价不变。"),
    ]


def test_words_typed_in_them_stand_there():
    assert the_table(edits.insert_text(tabled(), OVER, 2, "表").issue).caption == Text("船次表")
    assert the_table(edits.insert_text(tabled(), SECOND, 2, "均").issue).notes[1] == Text(
        "票价均不变。"
    )
    assert the_table(edits.insert_text(tabled(), at(1, 3), 0, "新").issue).rows[0][1] == Text(
        "新丁"
    )


def test_a_table_without_a_caption_can_be_given_one_and_an_emptied_one_is_none():
    assert the_table(edits.insert_text(tabled(caption=None), OVER, 0, "表").issue).caption == Text(
        "表"
    )
    assert the_table(edits.delete_range(tabled(), (OVER, 0), (OVER, 2)).issue).caption is None


def test_backspace_in_an_emptied_note_takes_it_out_and_nothing_else():
    emptied = edits.delete_range(tabled(), (FIRST, 0), (FIRST, 5)).issue
    gone = edits.join_with_previous(emptied, FIRST)
    assert the_table(gone.issue).notes == (Text("票价不变。"),)
    assert (gone.place, gone.offset) == (at(1, 3), 1)
    for place in (OVER, at(1, 0), at(1, 3), SECOND):
        assert edits.join_with_previous(tabled(), place).issue == tabled()


def test_there_is_no_note_after_the_last():
    with pytest.raises(LookupError):
        edits.insert_text(tabled(), at(1, 6), 0, "注")


def test_marks_are_set_in_them():
    marked = edits.toggle_mark(tabled(), (OVER, 0), (OVER, 2), MarkKind.UNDERLINE)
    assert [mark[:3] for mark in text_at(marked.issue, OVER).marks] == [(0, 2, MarkKind.UNDERLINE)]


def test_their_words_are_found_in_reading_order_and_replaced():
    start = tabled(caption="甲船", notes=("甲乙",))
    assert [match.place.part for match in edits.find(start, "甲")] == [CAPTION, 0, 4]
    changed = the_table(edits.replace_all(start, "甲", "子").issue)
    assert (changed.caption, changed.header[0], changed.notes) == (
        Text("子船"),
        Text("子"),
        (Text("子乙"),),
    )


def test_they_are_counted():
    bare, full = (
        article_count(of.sections[0].articles[0])
        for of in (tabled(caption=None, notes=()), tabled())
    )
    assert full - bare == 2 + 5 + 5


def test_from_the_caption_into_the_cells_only_what_lies_between_is_deleted():
    cut = the_table(edits.delete_range(tabled(), (OVER, 1), (at(1, 1), 0)).issue)
    assert (cut.caption, cut.header, cut.notes[0]) == (
        Text("船"),
        (Text(""), Text("乙")),
        Text("另有加班。"),
    )


def test_a_whole_table_is_copied_with_them_and_some_rows_with_what_is_marked():
    whole = edits.copied(tabled(), (at(0), 0), (at(2), 1))[1]
    assert (whole.caption, whole.notes) == (Text("船次"), (Text("另有加班。"), Text("票价不变。")))
    (some,) = edits.copied(tabled(), (at(1, 2), 0), (FIRST, 2))
    assert (some.caption, some.header, some.notes) == (
        None,
        (Text("丙"), Text("丁")),
        (Text("另有"),),
    )


def test_notes_marked_without_a_row_are_copied_as_paragraphs():
    pieces = edits.copied(tabled(), (FIRST, 0), (at(2), 1))
    assert [type(piece) for piece in pieces] == [Paragraph] * 3
    assert edits.plain_text(tabled(), (FIRST, 0), (SECOND, 2)) == "另有加班。\n票价"


def test_in_plain_text_caption_and_notes_have_lines_of_their_own():
    assert (
        edits.plain_text(tabled(), (OVER, 0), (SECOND, 5))
        == "船次\n甲\t乙\n丙\t丁\n另有加班。\n票价不变。"
    )
