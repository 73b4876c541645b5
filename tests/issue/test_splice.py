"""Texts cut and put together keep what they carry."""

from __future__ import annotations

from layouts.issue.splice import concat, cut, emphasis_of, join, set_apart, splice, trim
from layouts.issue.text import Emphasis, Stretch, Text


def test_stretches_move_with_a_joined_text():
    bold = Stretch(0, 1, Emphasis.BOLD)
    assert join(Text("甲", (bold,)), Text("乙", (bold,))) == Text("甲乙", (Stretch(0, 2, Emphasis.BOLD),))
    assert join(Text("one", (bold,)), Text("two", (bold,))) == Text("one two", (bold, Stretch(4, 5, Emphasis.BOLD)))


def test_a_cut_keeps_what_its_part_carries():
    text = Text("甲乙丙丁", (Stretch(1, 3, Emphasis.KAI),))
    assert cut(text, 2, 4) == Text("丙丁", (Stretch(0, 1, Emphasis.KAI),))
    assert cut(text, 3, 4) == Text("丁")


def test_a_text_between_two_halves_parts_their_stretch():
    text = Text("甲乙", (Stretch(0, 2, Emphasis.BOLD),))
    assert splice(text, 1, 1, Text("丙")) == Text("甲丙乙", (Stretch(0, 1, Emphasis.BOLD), Stretch(2, 3, Emphasis.BOLD)))


def test_taking_out_what_stands_between_two_stretches_makes_them_one():
    text = Text("甲丙乙", (Stretch(0, 1, Emphasis.BOLD), Stretch(2, 3, Emphasis.BOLD)))
    assert splice(text, 1, 2) == Text("甲乙", (Stretch(0, 2, Emphasis.BOLD),))


def test_stretches_of_two_emphases_that_meet_stay_two():
    bold, kai = Text("甲", (Stretch(0, 1, Emphasis.BOLD),)), Text("乙", (Stretch(0, 1, Emphasis.KAI),))
    assert concat(bold, kai).stretches == (Stretch(0, 1, Emphasis.BOLD), Stretch(1, 2, Emphasis.KAI))


def test_a_new_emphasis_takes_the_place_of_the_old_one():
    text = Text("甲乙丙", (Stretch(0, 3, Emphasis.KAI),))
    apart = set_apart(text, 1, 2, Emphasis.BOLD)
    assert [emphasis_of(apart, index) for index in range(3)] == [Emphasis.KAI, Emphasis.BOLD, Emphasis.KAI]


def test_trimming_moves_the_stretches():
    assert trim(Text("　甲 ", (Stretch(0, 3, Emphasis.BOLD),))) == Text("甲", (Stretch(0, 1, Emphasis.BOLD),))
