"""Columns of numbers stand under each other by their points, headers over them as they stand."""

from __future__ import annotations

import re

import pytest
from composing import NOWHERE
from laying import Laid, Press

from fonts.catalogue import Catalogue
from layouts.issue.article import CellSpan, Table
from layouts.issue.text import Text
from layouts.page.item import Line
from layouts.page.stops import character_edges

PLAIN = ("5%", "110.25%", "-3.2%", "—", "1,152.5%", "+12%")


def column(*numbers: str, alignment: str = "auto", head: str = "增减率") -> Table:
    return Table(
        (Text("馆"), Text(head)),
        tuple((Text("柳渡分馆"), Text(number)) for number in numbers),
        ("auto", alignment),
        NOWHERE,
    )


def numbers_of(laid: Laid) -> list[Line]:
    return [line for line in laid.lines("table") if line.part > 1 and line.part % 2]


def point(line: Line, catalogue: Catalogue) -> float:
    """Where the units of a number end: before its point, or what stands behind it."""
    units = re.match(r"[-+]?[0-9,]+", line.text)
    assert units is not None
    return character_edges(line, catalogue.face)[units.end() - 1][1]


def middle(line: Line, catalogue: Catalogue) -> float:
    edges = character_edges(line, catalogue.face)
    return (edges[0][0] + edges[-1][1]) / 2


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("alignment", ["auto", "center", "right"])
def test_numbers_stand_under_each_other_by_their_points(
    press: Press, catalogue: Catalogue, layout: str, alignment: str
) -> None:
    laid = press.set(column(*PLAIN, alignment=alignment), layout=layout)
    lefts = [*map(laid.grid.column_left, range(laid.grid.columns))]
    points = {
        round(point(line, catalogue) - max(left for left in lefts if left <= line.x), 3)
        for line in numbers_of(laid)
        if line.text != "—"
    }
    assert len(points) == 1


def test_a_sign_for_no_number_stands_in_the_middle_of_the_numbers(
    press: Press, catalogue: Catalogue
) -> None:
    laid = press.set(column("12.25", "—", "97.50"))
    first, sign, _ = (middle(line, catalogue) for line in numbers_of(laid))
    assert sign == pytest.approx(first, abs=0.1)


def test_a_header_stands_over_the_middle_of_numbers_that_nobody_aligned(
    press: Press, catalogue: Catalogue
) -> None:
    laid = press.set(column("12.25", "97.50"))
    head = next(line for line in laid.lines("table") if line.part == 1)
    assert middle(head, catalogue) == pytest.approx(middle(numbers_of(laid)[0], catalogue), abs=0.1)


@pytest.mark.parametrize("alignment", ["left", "right"])
def test_a_header_is_flush_with_the_texts_of_its_column(
    press: Press, catalogue: Catalogue, alignment: str
) -> None:
    laid = press.set(column("有", "没有", alignment=alignment))
    edge = 0 if alignment == "left" else -1
    head = next(line for line in laid.lines("table") if line.part == 1)
    texts = [head, *numbers_of(laid)]
    edges = {round(character_edges(line, catalogue.face)[edge][edge], 2) for line in texts}
    assert len(edges) == 1


def test_a_column_with_a_word_among_its_numbers_is_one_of_words(
    press: Press, catalogue: Catalogue
) -> None:
    laid = press.set(column("12.5", "3", "不详"))
    starts = {round(character_edges(line, catalogue.face)[0][0], 2) for line in numbers_of(laid)}
    assert len(starts) == 1


def test_a_merged_cell_is_none_of_its_columns_numbers(press: Press, catalogue: Catalogue) -> None:
    table = Table(
        (Text("馆"), Text("人次")),
        (
            (Text("小计：各分馆之和"), Text("")),
            (Text("柳渡"), Text("1.25")),
            (Text("仓前"), Text("8")),
        ),
        ("auto", "auto"),
        NOWHERE,
        spans=(CellSpan(1, 0, 1, 2),),
    )
    numbers = [line for line in press.set(table).lines("table") if line.text in ("1.25", "8")]
    assert len({round(point(line, catalogue), 3) for line in numbers}) == 1
