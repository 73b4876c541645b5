"""Headings of sections belong to what follows them: second-look.md, Pages 4."""

from __future__ import annotations

import itertools

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.house.finding import stock_layouts
from layouts.issue.article import Article, ArticleKind, Section
from layouts.page.item import Line

CONTEXTS = ("headline", "long headline", "run-in", "brief")
LONG = "一年来全市十二座书房接待读者四十一万人次的做法与几点体会"


def article(press: Press, context: str) -> Article:
    if context == "run-in":
        return press.article(prose(90), title="导语", kind=ArticleKind.RUN_IN)
    title = {"headline": "第一篇", "long headline": LONG, "brief": ""}[context]
    return press.article(prose(90), title=title)


def followed(laid: Laid) -> list[tuple[Line, Line]]:
    """Each section's name, and the line under it."""
    read = [line for line in laid.lines() if line.article is not None or line.role == "section"]
    return [(one, two) for one, two in itertools.pairwise(read) if one.role == "section"]


def column(laid: Laid, line: Line) -> int:
    step = laid.grid.column_width + laid.grid.gutter
    return int((line.x - laid.grid.left + laid.grid.gutter / 2) // step)


def lines_above(laid: Laid, line: Line) -> list[Line]:
    """The lines above one in its column."""
    (page,) = [page for page in laid.pages if line in page.lines]
    return [
        other
        for other in page.lines
        if other.article is not None
        and other.y < line.y
        and column(laid, other) == column(laid, line)
    ]


def every_place(press: Press, layout: str) -> Laid:
    """Sections of all kinds after texts of many lengths: at heads of columns and inside them."""
    sections = [
        Section(
            f"栏目{size}",
            (article(press, context), press.article(prose(size), title="又一篇")),
            NOWHERE,
        )
        for context, size in zip(itertools.cycle(CONTEXTS), range(60, 1500, 70), strict=False)
    ]
    return press.issue(*sections, layout=layout)


@pytest.mark.parametrize("layout", stock_layouts())
def test_a_section_is_as_far_from_what_follows_wherever_it_stands(
    press: Press, layout: str
) -> None:
    laid = every_place(press, layout)
    pairs = followed(laid)
    assert {bool(lines_above(laid, name)) for name, _ in pairs} == {True, False}
    apart = [below.y - name.y for name, below in pairs]
    assert max(apart) - min(apart) < 1.0
    # nearer than to what is above: about a row and a half, and what it is dressed with
    assert 1.3 * laid.grid.leading < apart[0] < 1.8 * laid.grid.leading


@pytest.mark.parametrize("layout", stock_layouts())
def test_a_section_has_two_rows_above_it(press: Press, layout: str) -> None:
    laid = every_place(press, layout)
    for name, _ in followed(laid):
        if above := lines_above(laid, name):
            apart = name.y - max(line.y for line in above)
            assert 1.85 * laid.grid.leading <= apart <= 2.9 * laid.grid.leading


@pytest.mark.parametrize("layout", stock_layouts())
def test_text_under_a_section_stands_on_the_grid(press: Press, layout: str) -> None:
    laid = every_place(press, layout)
    for line in laid.lines("body"):
        row = (line.y - laid.grid.top - laid.grid.ascent) / laid.grid.leading
        assert row == pytest.approx(round(row), abs=1e-6)
