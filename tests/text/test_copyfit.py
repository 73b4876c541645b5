"""A paragraph in a line more or fewer: only where that shows no more than in others."""

from __future__ import annotations

import random

import pytest
from composing import CLREQ, OFFICE, Composer

from layouts.text.breaking import break_lines
from layouts.text.copyfit import LEAST_LAST, MOST_OPEN, recast
from layouts.text.line_room import content_width, even_gap, shrinkable

CLAUSES = (
    "区国资委召开半年度工作会议",
    "有关部门负责同志参加",
    "会议指出",
    "要全面加强安全生产责任落实",
    "持续推进重点项目建设",
    "进一步优化营商环境",
    "“十五五”规划编制",
    "做好2026年各项准备",
)


def prose(seed: int, clauses: int) -> str:
    dice = random.Random(seed)
    return "，".join(dice.choices(CLAUSES, k=clauses)) + "。"


@pytest.fixture(scope="module")
def composer(typesetter):
    return Composer(typesetter)


def casts(composer, punctuation=CLREQ, measure=30.0):
    """Some paragraphs with their lines, and what they are in one fewer and one more."""
    for seed in range(60):
        prepared = composer.prepare(prose(seed, 6 + seed % 17), punctuation)
        lines = break_lines(prepared, lambda _: measure)
        for more in (-1, 1):
            cast = recast(prepared, lambda _: measure, lines, more)
            if cast is not None:
                yield prepared, lines, more, cast.lines


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE], ids=["clreq", "office"])
def test_it_has_as_many_lines_as_were_wanted(composer, punctuation) -> None:
    found = dict.fromkeys((-1, 1), 0)
    for _, before, more, after in casts(composer, punctuation):
        assert len(after) == len(before) + more
        found[more] += 1
    assert min(found.values()) > 3


def test_every_character_stands_on_one_line(composer) -> None:
    for prepared, _, _, lines in casts(composer):
        assert "".join(prepared.string[line.start : line.end] for line in lines) == prepared.string
        assert [line.last for line in lines] == [*[False] * (len(lines) - 1), True]


def test_no_line_is_too_wide_or_opened_too_far(composer) -> None:
    for prepared, before, _, lines in casts(composer):
        most = max([MOST_OPEN, *(opened(prepared, line) for line in before[:-1])])
        for line in lines:
            over = content_width(prepared, line.start, line.end) - line.width
            assert over <= shrinkable(prepared, line.start, line.end) + 1e-6
        assert all(opened(prepared, line) <= most + 1e-6 for line in lines[:-1])


def opened(prepared, line) -> float:
    need = line.width - content_width(prepared, line.start, line.end)
    return even_gap(prepared, line.start, line.end, need) if need > 1e-6 else 0.0


def test_no_line_begins_or_ends_with_what_may_not(composer) -> None:
    for prepared, _, _, lines in casts(composer):
        for line in lines[:-1]:
            assert prepared.breaks[line.end]
            assert prepared.string[line.end] not in "，。”"
            assert prepared.string[line.end - 1] != "“"


def test_the_last_line_has_three_characters(composer) -> None:
    for prepared, _, _, lines in casts(composer):
        last = prepared.string[lines[-1].start : lines[-1].end]
        assert len(last.rstrip("。")) >= LEAST_LAST - 1


def test_what_cannot_be_set_so_is_told(composer) -> None:
    """A line's worth of characters cannot be squeezed into the others, nor a line be made of
    nothing.
    """
    prepared = composer.prepare("一二三四五六七八九十甲乙" * 5)
    lines = break_lines(prepared, lambda _: 20.0)
    assert [line.end - line.start for line in lines] == [20, 20, 20]
    assert recast(prepared, lambda _: 20.0, lines, -1) is None
    one = break_lines(prepared, lambda _: 60.0)
    assert recast(prepared, lambda _: 60.0, one, -1) is None
    assert recast(prepared, lambda _: 60.0, one, 1) is None


def test_a_last_line_of_a_few_characters_is_drawn_in(composer) -> None:
    """Four lines whose marks give way take the character and the stop that were left over."""
    text = "会议指出，有关部门，负责同志，参加会议，" * 4 + "各项准备做好了。"
    prepared = composer.prepare(text)
    for measure in range(20, 34):
        lines = break_lines(prepared, lambda _, measure=measure: float(measure))
        cast = recast(prepared, lambda _, measure=measure: float(measure), lines, -1)
        if cast is not None:
            assert lines[-1].end - lines[-1].start <= 6
            return
    pytest.fail("no measure at which it can be shorter")


def test_lines_asked_for_are_broken_so_or_as_ever(composer) -> None:
    for seed in range(20):
        prepared = composer.prepare(prose(seed, 12))
        usual = break_lines(prepared, lambda _: 30.0)
        for more in (-2, -1, 1, 2):
            lines = break_lines(prepared, lambda _: 30.0, more=more)
            assert len(lines) in (len(usual), len(usual) + more)
            assert len(lines) != len(usual) or lines == usual
