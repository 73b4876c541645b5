"""Where the caret may stand, and what a double click selects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from layouts.issue.edits import is_stop, next_stop, previous_stop, word_at

FAMILY = "👨\u200d👩\u200d👧"


def stops(text):
    found = [0]
    while found[-1] < len(text):
        found.append(next_stop(text, found[-1]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙", [0, 1, 2]),
        ("𬭁甲", [0, 1, 2]),
        ("e\u0301a", [0, 2, 3]),
        ("葛\U000e0101城", [0, 2, 3]),
        (FAMILY + "甲", [0, 5, 6]),
        ("👍🏽甲", [0, 2, 3]),
        ("🇨🇳🇫🇷", [0, 2, 4]),
        ("1️⃣2", [0, 3, 4]),
        ("\r\n甲", [0, 2, 3]),
        ("각각", [0, 1, 2]),
        ("\u1100\u1161\u11a8", [0, 3]),
        ("", [0]),
    ],
)
def test_the_caret_stands_between_what_a_reader_takes_for_one_character(text, expected):
    assert stops(text) == expected


@given(st.text("甲e\u0301\u200d👨👩🏽🇨🇳️⃣1각\u1100\u1161\u11a8\r\n葛\U000e0101नि", max_size=12))
def test_the_caret_stands_where_icu_says(text):
    pieces = [str(piece) for piece in CharacterBreaker(text, "zh")]
    expected = [0]
    for piece in pieces:
        expected.append(expected[-1] + len(piece))
    assert stops(text) == expected


@given(st.text("甲e\u0301\u200d👨👩🏽🇨🇳각\u1100\u1161\u11a8", max_size=12))
def test_backwards_the_caret_stands_at_the_same_places(text):
    found = [len(text)]
    while found[-1] > 0:
        found.append(previous_stop(text, found[-1]))
    assert found[::-1] == stops(text)
    assert all(is_stop(text, stop) for stop in found)


def test_offsets_beyond_a_text_come_back_into_it():
    assert next_stop("甲", 9) == 1
    assert previous_stop("甲", -3) == 0
    assert previous_stop("甲", 9) == 0


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("季望舒赴App公司", 1, "季望舒赴"),
        ("季望舒赴App公司", 4, "App"),
        ("增长3.14%，", 3, "3.14%"),
        ("共1,024人", 2, "1,024"),
        ("it's well-known", 1, "it's"),
        ("it's well-known", 6, "well-known"),
        ("甲——乙", 2, "——"),
        ("甲，。", 1, "，"),
        ("甲  乙", 1, "  "),
        ("甲乙", 2, "甲乙"),
        ("甲乙", 99, "甲乙"),
        ("𬭁甲", 0, "𬭁甲"),
        ("2025年", 0, "2025"),
        ("", 0, ""),
    ],
)
def test_a_double_click_selects_a_word(text, offset, word):
    start, end = word_at(text, offset)
    assert text[start:end] == word


def test_a_dictionary_cuts_runs_of_hanzi():
    start, end = word_at(
        "区领导赴App公司调研", 8, lambda text: ["区", "领导", "赴", "App", "公司", "调研"]
    )
    assert (start, end) == (7, 9)


def test_where_the_dictionary_falls_short_one_character_is_selected():
    assert word_at("甲乙", 1, lambda text: ["甲"]) == (1, 2)


@given(st.text("甲乙aB1.,，。—— ’'e\u0301", max_size=12), st.integers(-2, 15))
def test_a_word_is_never_empty_in_a_text_that_is_not(text, offset):
    start, end = word_at(text, offset)
    assert 0 <= start <= end <= len(text)
    assert start < end or not text
