"""The areas of an article with something across columns: no area covers what is of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.geometry import Interval
from layouts.house.layout import Grid
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section, Table
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.page.hit import Rect, article_boxes, articles_of, band
from layouts.page.page import Page

LAYOUT = "neikan-a4-3col"
PROSE = (
    "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施到位。" * 3
)


def table() -> Table:
    """A table that one column is too narrow for: it goes across all of them."""
    return Table(
        tuple(Text(name) for name in ("成员馆", *"一二三四五六七八")),
        (tuple(Text(cell) for cell in ("柳渡分馆", *["13715"] * 8)),) * 4,
        ("auto",) * 9,
        NOWHERE,
    )


def article(title: str, *blocks: Block | str, across: int | None = None) -> Article:
    made = tuple(
        Paragraph(Text(block), NOWHERE) if isinstance(block, str) else block for block in blocks
    )
    return Article(ArticleKind.HEADLINE, Text(title), made, NOWHERE, across=across)


def first_page(catalogue: Catalogue, folder: Path, *articles: Article) -> tuple[Page, Grid]:
    section = Section("", articles, NOWHERE)
    issue = Issue(Masthead("简报", 1), (section,), folder, NOWHERE, layout=LAYOUT, contents=False)
    house = load_layout(LAYOUT)
    return compose(issue, house, catalogue).pages[0], house.grid


def columns_of(grid: Grid) -> tuple[Interval, ...]:
    lefts = [grid.column_left(k) for k in range(grid.columns)]
    return tuple(Interval(left, left + grid.column_width) for left in lefts)


def covers(box: Rect, other: Rect) -> bool:
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width > 1 and height > 1


@pytest.mark.parametrize(
    "articles",
    [
        (article("甲", PROSE, table(), PROSE), article("乙", *[PROSE] * 4)),
        (article("甲", *[PROSE] * 3), article("乙", *[PROSE] * 6, across=2), article("丙", PROSE)),
        (article("甲", *[PROSE] * 5, table()), article("乙", *[PROSE] * 5)),
    ],
)
def test_an_article_s_areas_hold_all_of_it_and_nothing_of_others(
    catalogue: Catalogue, tmp_path: Path, articles: tuple[Article, ...]
) -> None:
    page, grid = first_page(catalogue, tmp_path.resolve(), *articles)
    columns = columns_of(grid)
    for number in articles_of(page):
        boxes = article_boxes(page, number, columns)
        for line in page.lines:
            if line.article == number:
                assert any(box.holds(line.x, line.y) for box in boxes)
            elif line.article is not None:
                assert not any(covers(box, band(line)) for box in boxes)


def test_a_table_across_columns_has_one_area_as_wide_as_it_is(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    made = article("甲", PROSE, table(), PROSE)
    page, grid = first_page(catalogue, tmp_path.resolve(), made)
    cells = [band(line) for line in page.lines if line.role == "table"]
    top, bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
    holding = [
        box
        for box in article_boxes(page, 0, columns_of(grid))
        if box.top <= top + 1 and box.bottom >= bottom - 1 and box.width > grid.column_width + 1
    ]
    assert len(holding) == 1
    assert holding[0].top == pytest.approx(top)
    assert holding[0].bottom == pytest.approx(bottom)
