"""Lines beside photos: spread by 0.12 em a gap at most (second-look.md, Pages 6)."""

from __future__ import annotations

import pytest
from composing import CLREQ, OFFICE, Composer, is_too_short
from msgspec.structs import replace

from layouts.text.beside import beside_photo
from layouts.text.breaking import break_lines
from layouts.text.justify import NO_ADJUSTMENT, adjust

PROSE = (
    "首周的统计显示，21时以后在馆读者平均214人，其中备考学生占58%，下班后来看书的职工占27%，"
    "其余多是陪孩子的家长。为了让夜读的人走得安心，总馆在两处路口增设了路灯，保安在闭馆前15分钟沿湖边"
    "步道巡查一遍；自修区备有薄毯和热水，可凭借书证取用。"
)


@pytest.mark.parametrize("measure", range(6, 22))
def test_no_gap_of_a_line_opens_wider_than_an_eighth_of_an_em(
    composer: Composer, measure: int
) -> None:
    prepared = beside_photo(composer.prepare(PROSE))
    for line in break_lines(prepared, lambda _: float(measure)):
        assert adjust(prepared, line).gap <= 0.12 + 1e-9


@pytest.mark.parametrize("measure", range(6, 22))
def test_every_character_stands_on_one_line(composer: Composer, measure: int) -> None:
    prepared = beside_photo(composer.prepare(PROSE))
    lines = break_lines(prepared, lambda _: float(measure))
    assert "".join(prepared.string[line.start : line.end] for line in lines) == prepared.string


def test_a_number_parts_from_what_it_counts_before_a_line_is_spread(composer: Composer) -> None:
    prepared = composer.prepare("国国国国国国320个国国国国国国国国")
    whole, parted = (
        [text.string[line.start : line.end] for line in break_lines(text, lambda _: 8.0)]
        for text in (prepared, beside_photo(prepared))
    )
    assert whole[0] == "国国国国国国"
    assert parted[0] == "国国国国国国320"


def test_figures_are_never_parted(composer: Composer) -> None:
    prepared = beside_photo(composer.prepare("国国国国国国2024年国国国国国国国国"))
    lines = break_lines(prepared, lambda _: 7.0)
    assert any("2024" in prepared.string[line.start : line.end] for line in lines)


def test_a_line_that_nothing_can_fill_is_left_short(composer: Composer) -> None:
    prepared = beside_photo(composer.prepare("国国国国国ABCDEFGHIJKL国国国国国国国国"))
    first = break_lines(prepared, lambda _: 6.5)[0]
    assert adjust(prepared, first).ragged


@pytest.mark.parametrize("half_ems", range(9, 30))
def test_no_line_is_left_short_that_0_12_em_a_gap_fills(composer: Composer, half_ems: int) -> None:
    prepared = beside_photo(composer.prepare(PROSE))
    lines = break_lines(prepared, lambda _: half_ems / 2)
    short = [line for line in lines[:-1] if adjust(prepared, line).ragged]
    assert all(is_too_short(prepared.string[one.start : one.end], one, 0.12) for one in short)


def test_office_spreads_as_office_programs_do(composer: Composer) -> None:
    prepared = composer.prepare(PROSE, punctuation=OFFICE)
    assert beside_photo(prepared) is prepared
    assert CLREQ.total_fit


def test_a_line_of_nothing_gives_nothing_however_narrow_its_slot(composer: Composer) -> None:
    """As an article without a title has it in a list of contents narrower than its figures."""
    (line,) = break_lines(composer.prepare(""), lambda _: 1.0)
    assert adjust(composer.prepare(""), replace(line, width=-1.0)) == NO_ADJUSTMENT
