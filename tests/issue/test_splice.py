"""Texts cut and put together keep what they carry."""

from __future__ import annotations

from layouts.issue.splice import concat, cut, join, marked, marks_at, splice, trim
from layouts.issue.text import Mark, MarkKind, Text


def test_stretches_move_with_a_joined_text():
    bold = Mark(0, 1, MarkKind.BOLD)
    assert join(Text("甲", (bold,)), Text("乙", (bold,))) == Text(
        "甲乙", (Mark(0, 2, MarkKind.BOLD),)
    )
    assert join(Text("one", (bold,)), Text("two", (bold,))) == Text(
        "one two", (bold, Mark(4, 5, MarkKind.BOLD))
    )


def test_a_cut_keeps_what_its_part_carries():
    text = Text("甲乙丙丁", (Mark(1, 3, MarkKind.KAI),))
    assert cut(text, 2, 4) == Text("丙丁", (Mark(0, 1, MarkKind.KAI),))
    assert cut(text, 3, 4) == Text("丁")


def test_a_text_between_two_halves_parts_their_stretch():
    text = Text("甲乙", (Mark(0, 2, MarkKind.BOLD),))
    assert splice(text, 1, 1, Text("丙")) == Text(
        "甲丙乙", (Mark(0, 1, MarkKind.BOLD), Mark(2, 3, MarkKind.BOLD))
    )


def test_taking_out_what_stands_between_two_stretches_makes_them_one():
    text = Text("甲丙乙", (Mark(0, 1, MarkKind.BOLD), Mark(2, 3, MarkKind.BOLD)))
    assert splice(text, 1, 2) == Text("甲乙", (Mark(0, 2, MarkKind.BOLD),))


def test_stretches_of_two_emphases_that_meet_stay_two():
    bold, kai = Text("甲", (Mark(0, 1, MarkKind.BOLD),)), Text("乙", (Mark(0, 1, MarkKind.KAI),))
    assert concat(bold, kai).marks == (Mark(0, 1, MarkKind.BOLD), Mark(1, 2, MarkKind.KAI))


def test_a_new_emphasis_takes_the_place_of_the_old_one():
    text = Text("甲乙丙", (Mark(0, 3, MarkKind.KAI),))
    apart = marked(text, 1, 2, MarkKind.BOLD)
    assert [marks_at(apart, index)[0].kind for index in range(3)] == [
        MarkKind.KAI,
        MarkKind.BOLD,
        MarkKind.KAI,
    ]


def test_trimming_moves_the_stretches():
    assert trim(Text("　甲 ", (Mark(0, 3, MarkKind.BOLD),))) == Text(
        "甲", (Mark(0, 1, MarkKind.BOLD),)
    )


def test_a_note_or_a_comment_leaves_what_else_is_marked():
    text = marked(Text("甲乙"), 0, 2, MarkKind.BOLD)
    noted = marked(text, 0, 1, MarkKind.NOTE, "注")
    assert noted.marks == (Mark(0, 1, MarkKind.NOTE, "注"), Mark(0, 2, MarkKind.BOLD))
    assert marked(noted, 0, 1, MarkKind.NOTE, "又注").marks == (
        Mark(0, 1, MarkKind.NOTE, "注"),
        Mark(0, 1, MarkKind.NOTE, "又注"),
        Mark(0, 2, MarkKind.BOLD),
    )


def test_a_cut_keeps_its_marks_in_their_order():
    text = Text("甲乙丙", (Mark(0, 2, MarkKind.DOTS), Mark(0, 3, MarkKind.BOLD)))
    assert cut(text, 0, 1).marks == (Mark(0, 1, MarkKind.BOLD), Mark(0, 1, MarkKind.DOTS))
