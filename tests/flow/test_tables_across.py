"""Tables that go across columns: too wide ones by themselves, others where they say so; at the head
or foot of a page, over several pages in their order.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.issue.article import Table
from layouts.issue.photo import PhotoPlace
from layouts.issue.text import Text
from layouts.page.item import Line

TWO, THREE = "neikan-a4-2col", "neikan-a4-3col"


def table(*rows: tuple[str, ...]) -> Table:
    header, *body = (tuple(map(Text, row)) for row in rows)
    return Table(header, tuple(body), ("auto",) * len(header), NOWHERE)


WIDE = table(
    ("镇、街道", "小区（个）", "管网（公里）", "隐患（处）", "已整治（处）", "整治率", "备注"),
    ("城关街道", "14", "102.3", "517", "468", "90.5%", "含市直机关宿舍3处，由机关事务管理局牵头"),
    ("溪口街道", "11", "78.9", "366", "281", "76.8%", "—"),
)
SMALL = table(("馆", "人次"), ("总馆", "21.6"), ("柳渡分馆", "9.4"))


def lines_of(laid: Laid) -> list[tuple[int, Line]]:
    return [
        (page.number, line) for page in laid.pages for line in page.lines if line.role == "table"
    ]


def width(laid: Laid) -> float:
    lines = [line for _, line in lines_of(laid)]
    return max(line.x + line.width for line in lines) - min(line.x for line in lines)


@pytest.mark.parametrize("layout", [TWO, THREE])
def test_a_table_too_wide_for_its_column_goes_across_two(press: Press, layout: str) -> None:
    laid = press.set(prose(400), WIDE, prose(900), layout=layout)
    assert laid.grid.span(2) - 20 < width(laid) <= laid.grid.span(2)
    texts = [line.text for _, line in lines_of(laid)]
    assert "城关街道" in texts
    head = [line.text for _, line in lines_of(laid) if line.part == 2]
    assert head in (["管网（公里）"], ["管网", "（公里）"])
    assert not laid.edition.findings


def test_one_that_its_column_holds_stays_in_the_text(press: Press) -> None:
    laid = press.set(prose(400), SMALL, prose(900), layout=TWO)
    assert width(laid) < laid.grid.column_width


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("across", [2, 0])
def test_a_table_stands_where_it_says(press: Press, place: PhotoPlace, across: int) -> None:
    said = replace(SMALL, place=place, across=across, caption=Text("表 1　各馆"))
    laid = press.set(prose(1200), said, prose(1500), layout=THREE)
    grid = laid.grid
    (number,) = {page for page, _ in lines_of(laid)}
    page = laid.pages[number - 1]
    expected = grid.span(across or grid.columns)
    widths = {round(rule.x1 - rule.x0, 3) for rule in page.rules}
    assert round(expected, 3) in widths
    own = [line for line in page.lines if line.role.startswith("table")]
    text = [
        line
        for line in page.lines
        if line.role == "body" and own[0].x - 1 < line.x < grid.left + expected
    ]
    if place is PhotoPlace.TOP:
        assert max(line.y for line in own) < min(line.y for line in text)
    else:
        assert min(line.y for line in own) > max(line.y for line in text)
        foot = max(
            rule.y0 for rule in page.rules if round(rule.x1 - rule.x0, 3) == round(expected, 3)
        )
        assert foot == pytest.approx(grid.top + grid.area_height, abs=0.5)


@pytest.mark.parametrize("layout", [TWO, THREE])
def test_rules_between_columns_do_not_go_through_it(press: Press, layout: str) -> None:
    said = replace(SMALL, place=PhotoPlace.FOOT, across=0)
    laid = press.set(prose(1200), said, prose(2500), layout=layout)
    for page in laid.pages:
        top = min((line.y for line in page.lines if line.role == "table"), default=None)
        for rule in page.rules:
            if top is not None and rule.x0 == rule.x1:
                assert rule.y1 < top


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("layout", [TWO, THREE])
def test_rules_between_its_columns_are_as_high_as_the_text_beside_them(
    press: Press, layout: str, place: PhotoPlace
) -> None:
    said = replace(SMALL, place=place, across=2)
    laid = press.set(prose(1200), said, prose(4500), layout=layout)
    grid = laid.grid
    page = next(page for page in laid.pages if any(line.role == "table" for line in page.lines))
    left = min(line.x for line in page.lines if line.role == "table") - grid.size
    inside = left, left + grid.span(2)
    text = [line for line in page.lines if line.role == "body" and inside[0] < line.x < inside[1]]
    rules = [rule for rule in page.rules if rule.x0 == rule.x1 and inside[0] < rule.x0 < inside[1]]
    (rule,) = [rule for rule in rules if rule.x0 < inside[1] - grid.gutter]
    assert rule.y0 == pytest.approx(min(line.y for line in text) - grid.ascent, abs=0.2)
    assert rule.y1 == pytest.approx(max(line.y for line in text) - grid.ascent + grid.size, abs=0.2)


@pytest.mark.parametrize("layout", [TWO, THREE])
def test_a_long_one_goes_on_over_pages_in_its_order(press: Press, layout: str) -> None:
    rows = tuple((f"第{k}镇", *(text.string for text in WIDE.rows[1][1:])) for k in range(150))
    header = tuple(text.string for text in WIDE.header)
    long = replace(table(header, *rows), caption=Text("表 2　各镇"))
    laid = press.set(prose(700), long, prose(3000), layout=layout)
    first = [line.text for _, line in lines_of(laid) if line.text.startswith("第")]
    assert first == [f"第{k}镇" for k in range(150)]
    pages = {page for page, _ in lines_of(laid)}
    assert len(pages) > 2
    heads = [page for page, line in lines_of(laid) if line.text == "整治率"]
    assert heads == sorted(pages)
    assert len(laid.lines("table-continued")) == len(pages) - 1
    whole = "".join(line.text for line in laid.lines("body"))
    assert whole == prose(700) + prose(3000)


@pytest.mark.parametrize("layout", ["jianbao-a4", TWO])
def test_a_table_that_no_page_holds_says_so(press: Press, layout: str) -> None:
    words = tuple("internationalisation" for _ in range(9))
    assert press.set(table(words, words), layout=layout).codes() == ["table-too-wide"]
    assert press.set(WIDE, layout=layout).codes() == []


def test_it_stands_where_sub_headings_follow_a_headline_across_columns(press: Press) -> None:
    article = press.article("#一、各镇", WIDE, prose(900), title="各镇整治过半")
    laid = press.pages(replace(article, across=0), layout=TWO)
    first = [line.text for _, line in lines_of(laid) if line.part == 7]
    assert first == ["城关街道"]


def test_one_that_names_no_place_stands_at_the_foot_of_its_paragraphs_page(press: Press) -> None:
    before = prose(500)
    laid = press.set(before, replace(SMALL, across=0), prose(2500), layout=TWO)
    (number,) = {page for page, _ in lines_of(laid)}
    page = laid.pages[number - 1]
    texts = [line.y for line in page.lines if line.role == "body"]
    assert any(line.text in before for line in page.lines if line.role == "body")
    assert min(line.y for line in page.lines if line.role == "table") > max(texts)


def test_where_that_foot_is_taken_it_stands_at_the_head_of_the_next_page(press: Press) -> None:
    across = replace(SMALL, across=0)
    laid = press.set(prose(500), across, prose(100), across, prose(2500), layout=TWO)
    first, second = sorted({page for page, _ in lines_of(laid)})
    assert second == first + 1
    page = laid.pages[second - 1]
    texts = [line.y for line in page.lines if line.role == "body"]
    assert max(line.y for line in page.lines if line.role == "table") < min(texts)


@pytest.mark.parametrize("layout", [TWO, THREE])
@pytest.mark.parametrize("filling", [300, 900, 1500, 2100])
def test_no_table_stands_before_one_that_comes_first(
    press: Press, layout: str, filling: int
) -> None:
    tall = replace(WIDE, rows=WIDE.rows * 12, caption=Text("表 1　甲"))
    low = replace(WIDE, caption=Text("表 2　乙"))
    laid = press.set(prose(filling), tall, prose(200), low, prose(200), layout=layout)
    captions = [line.text.replace(" ", "") for line in laid.lines("table-caption")]
    assert captions == ["表1　甲", "表2　乙"]
