"""Pull quotes broken by their phrases (词意完整): a phrase that has room on a line is not parted."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.text.headline import break_headline
from layouts.text.phrases import WholeParts, phrases

THREE = "夜里十点闭馆，灯却留着一盏，照着回家的路。"


def lines(text: str, measure: float, max_lines: int = 6) -> list[str]:
    # a mark at the end of a line takes half an em (GB/T 15834 5.1.10)
    trims = {place + 1: 0.5 for place, mark in enumerate(text) if mark in "，；。！？：”"}
    steps = [1.0] * len(text)
    return [
        text[start:end]
        for start, end in break_headline(text, steps, measure, max_lines, trims, WholeParts.PHRASES)
    ]


@pytest.mark.parametrize("measure", [6.5, 7.0, 9.0, 12.0])
def test_phrases_that_have_room_have_a_line_each(measure: float) -> None:
    assert lines(THREE, measure) == ["夜里十点闭馆，", "灯却留着一盏，", "照着回家的路。"]


def test_two_phrases_share_a_line_where_that_needs_no_more_lines() -> None:
    assert "，照着" in "".join(lines(THREE, 16.0))
    assert len(lines(THREE, 16.0)) == 2


def test_a_phrase_wider_than_the_measure_is_parted_between_words() -> None:
    first, second, *rest = lines("最慢的一次修志用了十九年，最快的也用了五年。", 9.0)
    assert (first, second) == ("最慢的一次", "修志用了十九年，")
    assert rest == ["最快的也用了五年。"]


def test_no_line_ends_with_a_word_that_waits_where_another_end_is_near() -> None:
    assert not lines("走在下面的孩子们换了三代。", 8.0)[0].endswith("的")


def test_a_phrase_ends_with_the_mark_that_closes_its_quotation() -> None:
    said = "他说：“书签是我替他夹的。”说完又笑了"
    assert [said[start:end] for start, end in phrases(said)] == [
        "他说：",
        "“书签是我替他夹的。”",
        "说完又笑了",
    ]


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(st.sampled_from([*"天地人和的了，。；、：“”（）", "图书馆", "2026年"]), max_size=40)
)
def test_phrases_are_the_whole_text_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(text[start:end] for start, end in phrases(text)) == text
    assert "".join(lines(text, 9.0)) == text
