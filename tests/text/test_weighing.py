"""The whole paragraph weighed: how far gaps open, last lines, line ends, and what gives way at what
cost (typography.md §1.7, §2; issue 16.6).
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import Composer, is_too_short
from hard_paragraphs import HARD

from layouts.text.breaking import break_lines
from layouts.text.costs import (
    LAST_ONE_COST,
    LAST_TWO_COST,
    LOOSE_COST,
    gap_cost,
    last_cost,
    squeeze_cost,
)
from layouts.text.justify import adjust
from layouts.text.line_room import Broken, content_width, shrinkable, stretchable
from layouts.text.prepare import Prepared

MEASURES = (34, 20, 16, 14)
MARKS = "。，、；：！？”’）》"


def set_lines(composer: Composer, text: str, measure: int) -> tuple[Prepared, list[Broken]]:
    prepared = composer.prepare(text, hyphenate=measure < 22)
    return prepared, break_lines(prepared, lambda k: measure - (0.0 if k else 2.0))


# -- what must hold of every paragraph -------------------------------------------------------------


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("text", HARD)
def test_no_gap_opens_wider_than_0_08_em_and_what_it_does_not_fill_is_said_to_be_ragged(
    composer: Composer, text: str, measure: int
) -> None:
    prepared, lines = set_lines(composer, text, measure)
    for line in lines[:-1]:
        gap, changes, ragged = adjust(prepared, line)
        assert gap <= 0.08 + 1e-9
        filled = line.content + sum(change for _, change in changes)
        filled += gap * stretchable(prepared, line.start, line.end)
        assert ragged == (filled < line.width - 1e-6)
        assert not ragged or is_too_short(prepared.string[line.start : line.end], line, 0.08)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("text", HARD)
def test_no_last_line_has_one_character(composer: Composer, text: str, measure: int) -> None:
    prepared, lines = set_lines(composer, text, measure)
    assert len(lines) == 1 or len(prepared.string[lines[-1].start :].rstrip(MARKS)) > 1


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("text", HARD)
def test_no_three_lines_in_a_row_end_with_the_same_character(
    composer: Composer, text: str, measure: int
) -> None:
    prepared, lines = set_lines(composer, text, measure)
    ends = [
        "-" if line.hyphen else prepared.string[line.start : line.end].rstrip()[-1]
        for line in lines
    ]
    assert not any(a == b == c for a, b, c in zip(ends, ends[1:], ends[2:], strict=False))


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("text", HARD)
def test_no_loose_line_stands_beside_a_tight_one(
    composer: Composer, text: str, measure: int
) -> None:
    prepared, lines = set_lines(composer, text, measure)
    looks = [_look(prepared, line) for line in lines]
    assert {"loose", "tight"} not in [{a, b} for a, b in pairwise(looks)]


def _look(prepared: Prepared, line: Broken) -> str:
    """Loose from 0.05 em a gap, tight from three quarters of what its marks can give."""
    over = line.content - line.width
    if over > 1e-6:
        room = shrinkable(prepared, line.start, line.end)
        return "tight" if over > 0.75 * room else ""
    return "loose" if adjust(prepared, line).gap > 0.05 else ""


# -- when it is weighed ----------------------------------------------------------------------------


def test_lines_that_are_all_exact_stay(composer: Composer) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃"
    assert composer.lines(text, 10) == [text[k : k + 10] for k in range(0, len(text), 10)]


LITTLE_LOOSE = (
    "再细化预案，确保人员、物资、措施三到位；要加强值班值守，遇到险情第一时间报告、第一时间处置，"
    "切实保障人民群众生命财产安全。"
)
"""At 20 em, line by line, the third line is an em short over 18 gaps. With one character more in the
first, whose marks give it room, the second and the third are exact."""


def test_a_line_a_little_loose_calls_for_weighing(composer: Composer) -> None:
    """A gap of 0.056 em, which nobody calls a blemish, need not be."""
    prepared = composer.prepare(LITTLE_LOOSE)
    rough, weighed = (
        [adjust(prepared, line).gap for line in break_lines(prepared, lambda _: 20.0, rough=rough)]
        for rough in (True, False)
    )
    assert max(rough) == pytest.approx(1 / 18)
    assert max(weighed) == 0.0


def test_line_ends_that_would_be_alike_are_moved(composer: Composer) -> None:
    """Thirty times the same ten characters at 20 em: each line would be exact and end with 十."""
    text = "一二三四五六七八九十" * 6 + "甲乙丙"
    ends = [line[-1] for line in composer.lines(text, 20)]
    assert not any(a == b == c for a, b, c in zip(ends, ends[1:], ends[2:], strict=False))


# -- what costs what -------------------------------------------------------------------------------


def test_what_gives_way_later_costs_more(composer: Composer) -> None:
    """typography.md §2: pauses one and a half times as much as brackets, stops three times."""
    costs = [
        squeeze_cost(composer.prepare(f"国国{mark}国国国国"), 0, 7, 0.3)[0] for mark in "），。"
    ]
    assert costs[1] == pytest.approx(1.5 * costs[0])
    assert costs[2] == pytest.approx(3.0 * costs[0])


def test_what_marks_cannot_give_costs_no_end(composer: Composer) -> None:
    prepared = composer.prepare("国国，国国国国")
    assert squeeze_cost(prepared, 0, 7, 0.5)[0] == pytest.approx(90.0)
    assert squeeze_cost(prepared, 0, 7, 0.51)[0] == float("inf")


def test_the_cost_of_gaps_grows_with_their_cube_and_leaps_where_the_line_is_left_short(
    composer: Composer,
) -> None:
    """typography.md §2: 100 (e/0.1)³ for e em a gap, below 0.05 em linear."""
    prepared = composer.prepare("国" * 11)
    assert gap_cost(prepared, 0, 11, 0.25) == pytest.approx(LOOSE_COST / 2)
    assert gap_cost(prepared, 0, 11, 0.5) == pytest.approx(LOOSE_COST)
    assert gap_cost(prepared, 0, 11, 0.8) == pytest.approx(51.2)
    short, shorter = (gap_cost(prepared, 0, 11, need) for need in (0.84, 1.6))
    assert LAST_TWO_COST > short > 51.2
    assert shorter > LAST_TWO_COST


@pytest.mark.parametrize(
    ("end", "cost"),
    [("甲", LAST_ONE_COST), ("甲。”", LAST_ONE_COST), ("甲乙。’”", LAST_TWO_COST), ("甲乙丙", 0.0)],
)
def test_marks_that_close_a_last_line_are_no_characters_of_it(
    composer: Composer, end: str, cost: float
) -> None:
    """CLREQ 3.2.7."""
    letters = composer.prepare("国国国国" + end).letters
    assert last_cost(letters, 4, len(letters)) == cost


def test_a_line_cast_longer_says_how_far_it_may_open(composer: Composer) -> None:
    for text in HARD:
        prepared = composer.prepare(text)
        lines = break_lines(prepared, lambda _: 20.0)
        longer = break_lines(prepared, lambda _: 20.0, more=1)
        if len(longer) > len(lines):
            for line in longer[:-1]:
                assert line.opened >= 0.12
                assert not adjust(prepared, line).ragged
                assert content_width(prepared, line.start, line.end) == line.content
            return
    pytest.fail("no paragraph that takes a line more")
