"""Paragraphs become an editor's note and come back with their words."""

from __future__ import annotations

import pytest
from edited_issues import at, h, lines, note, one, p, photo

from layouts.issue.edits import clear_note, set_note
from layouts.issue.places import TITLE, Place


def test_paragraphs_become_one_note():
    edited = set_note(one(p("甲"), p("乙"), p("丙")), (at(0), 1), (at(1), 1))
    assert lines(edited.issue)[1:] == lines(one(note("甲", "乙"), p("丙")))[1:]
    assert (edited.place, edited.offset) == (at(0, 0), 1)


def test_a_sub_heading_and_a_note_join_it():
    edited = set_note(one(h("一、"), note("乙")), (at(0), 0), (at(1, 0), 0))
    assert lines(edited.issue)[1:] == lines(one(note("一、", "乙")))[1:]


def test_a_photo_among_them_parts_it():
    edited = set_note(one(p("甲"), photo(), p("乙")), (at(0), 0), (at(2), 0))
    assert lines(edited.issue)[1:] == lines(one(note("甲"), photo(), note("乙")))[1:]


def test_without_a_paragraph_an_empty_one_stands_below_the_title():
    edited = set_note(one(photo()), (Place(0, 0, TITLE), 0), (Place(0, 0, TITLE), 0))
    assert edited.place == at(0, 0)
    assert lines(edited.issue)[1:] == lines(one(note(""), photo()))[1:]


def test_all_of_it_comes_back():
    edited = clear_note(one(p("甲"), note("乙", "丙"), p("丁")), at(1, 1), 1)
    assert lines(edited.issue)[1:] == lines(one(p("甲"), p("乙"), p("丙"), p("丁")))[1:]
    assert (edited.place, edited.offset) == (at(2), 1)


def test_what_is_no_note_is_refused():
    with pytest.raises(LookupError):
        clear_note(one(p("甲")), at(0), 0)
