"""Where columns end level (各栏齐平), as the layout has it."""

from __future__ import annotations

import itertools

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.house.load import load_layout
from layouts.issue.article import Article, Section

LAYOUT = "neikan-a4-3col"


def article(press: Press, title: str, paragraphs: int) -> Article:
    return press.article(*(prose(70) for _ in range(paragraphs)), title=title)


def laid(press: Press, balance: object, *sections: Section) -> Laid:
    house = load_layout(LAYOUT, design={"body.balance": balance})
    return press.issue(*sections, layout=LAYOUT, house=house)


def three_sections(press: Press, *, breaks: bool = False) -> list[Section]:
    counter = itertools.count()
    return [
        Section(
            f"栏目{s}",
            tuple(article(press, f"第{next(counter)}篇", 7 + a) for a in range(2)),
            NOWHERE,
            breaks and s > 0,
        )
        for s in range(3)
    ]


def reach(laid: Laid, page: int, articles: range) -> list[int]:
    """The last row that each column has of some articles on a page, 0 where nothing."""
    grid = laid.grid
    feet = [0] * grid.columns
    step = grid.column_width + grid.gutter
    for line in laid.lines("body", page=page):
        if line.article in articles:
            column = int((line.x - grid.left + grid.gutter / 2) // step)
            feet[column] = max(feet[column], laid.row(line) + 1)
    return feet


def is_level(feet: list[int]) -> bool:
    # a paragraph keeps two lines together; a heading of two rows what follows it
    return max(feet) - min(feet) <= 4


def test_true_and_false_mean_what_they_did() -> None:
    on, off = (load_layout(LAYOUT, design={"body.balance": flag}) for flag in (True, False))
    assert on.balance == "issue"
    assert off.balance == "never"


def test_columns_end_level_where_sections_end(press: Press) -> None:
    found = laid(press, "sections", *three_sections(press))
    for s in range(3):
        feet = reach(found, found.page_of(f"第{2 * s + 1}篇", "headline"), range(2 * s, 2 * s + 2))
        assert is_level(feet), feet
    # each begins under all of the one before it
    for s in (1, 2):
        page = found.page_of(f"栏目{s}", "section")
        (name,) = [line for line in found.lines("section", page=page) if f"栏目{s}" in line.text]
        above = [line for line in found.lines("body", page=page) if (line.article or 0) < 2 * s]
        assert all(line.y < name.y for line in above)


def test_columns_end_level_where_articles_end(press: Press) -> None:
    found = laid(press, "articles", *three_sections(press))
    for number in range(6):
        title = f"第{number}篇"
        page = found.page_of(title, "headline")
        (line,) = [one for one in found.lines("headline", page=page) if title in one.text]
        earlier = [one for one in found.lines("body", page=page) if (one.article or 0) < number]
        assert all(one.y < line.y for one in earlier)


@pytest.mark.parametrize(("balance", "level"), [("pages", True), ("issue", False)])
def test_a_page_that_a_section_leaves_before_it_is_full_ends_level(
    press: Press, balance: str, level: bool
) -> None:
    found = laid(press, balance, *three_sections(press, breaks=True))
    for s in range(2):
        articles = range(2 * s, 2 * s + 2)
        page = max(p.number for p in found.pages if any(reach(found, p.number, articles)))
        assert is_level(reach(found, page, articles)) == level


def test_briefs_stand_in_columns_as_they_do(press: Press) -> None:
    briefs = [replace(press.article(prose(70))) for _ in range(12)]
    one, other = (
        laid(press, choice, Section("简讯", tuple(briefs), NOWHERE))
        for choice in ("articles", "issue")
    )
    assert one.edition.pages == other.edition.pages
