"""Headlines across columns (跨栏): what stands above ends level, the text goes on below in reading
order.
"""

from __future__ import annotations

import datetime

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPlace
from layouts.page.item import Line
from layouts.preflight.check import inspect

LAYOUT = "neikan-a4-3col"


def article(press: Press, title: str, size: int, across: int | None = None) -> Article:
    paragraphs = [prose(110) for _ in range(max(1, size // 110))]
    return replace(press.article(*paragraphs, title=title), across=across)


def laid(press: Press, *articles: Article, **options: object) -> Laid:
    return press.pages(*articles, layout=LAYOUT, **options)


def headline(laid: Laid, title: str) -> Line:
    (line,) = [line for line in laid.lines("headline") if title in line.text]
    return line


def column(laid: Laid, line: Line) -> int:
    step = laid.grid.column_width + laid.grid.gutter
    return int((line.x - laid.grid.left + laid.grid.gutter / 2) // step)


def text_of(laid: Laid, number: int, page: int) -> list[Line]:
    return [line for line in laid.lines("body", page=page) if line.article == number]


def feet(laid: Laid, lines: list[Line]) -> list[int]:
    """The last row of each column that lines stand in."""
    columns = sorted({column(laid, line) for line in lines})
    return [max(laid.row(line) for line in lines if column(laid, line) == k) for k in columns]


def test_columns_above_a_headline_end_level_and_above_it(press: Press) -> None:
    found = laid(press, article(press, "甲", 1100), article(press, "乙", 1100, 3))
    title = headline(found, "乙")
    above = text_of(found, 0, 1)
    assert max(line.y for line in above) < title.y - title.size
    ends = feet(found, above)
    assert len(ends) == 3
    # the shortfall stands at the end of the last column (CLREQ), two lines of a paragraph kept
    assert max(ends) - min(ends[:-1]) <= 1
    assert ends[-1] <= max(ends)


def test_text_below_a_headline_goes_through_its_columns_in_order(press: Press) -> None:
    found = laid(press, article(press, "甲", 1100), article(press, "乙", 1100, 3))
    title = headline(found, "乙")
    below = text_of(found, 1, 1)
    assert [column(found, line) for line in below] == sorted(column(found, line) for line in below)
    tops = [min(found.row(line) for line in below if column(found, line) == k) for k in range(3)]
    assert len(set(tops)) == 1
    assert min(line.y for line in below) > title.y


def test_a_headline_is_as_wide_as_its_columns(press: Press) -> None:
    long = "一年来全市十二座书房接待读者四十一万人次的做法"
    found = laid(press, article(press, long, 300, 3))
    lines = found.lines("headline")
    assert len(lines) == 1
    assert lines[0].width == pytest.approx(found.grid.area_width)


def test_a_column_beside_a_headline_begins_level_with_it(press: Press) -> None:
    found = laid(press, article(press, "甲", 800), article(press, "乙", 2000, 2))
    title = headline(found, "乙")
    below = text_of(found, 1, 1)
    tops = [min(line.y for line in below if column(found, line) == k) for k in range(3)]
    assert tops[0] == pytest.approx(tops[1])
    assert tops[2] < title.y + title.size
    assert tops[2] < tops[0]


def test_bands_stand_one_under_the_other(press: Press) -> None:
    titles = "甲乙丙"
    found = laid(press, *(article(press, title, 330, 0) for title in titles))
    at = [headline(found, title).y for title in titles]
    assert at == sorted(at)
    for number, (top, foot) in enumerate(zip(at, [*at[1:], 10_000.0], strict=True)):
        lines = text_of(found, number, 1)
        assert {column(found, line) for line in lines} == {0, 1, 2}
        assert all(top < line.y < foot for line in lines)


def test_no_character_is_lost_and_pages_read_in_the_order_of_the_issue(press: Press) -> None:
    """paged.js #208: text stood twice, or not at all, where a page ended."""
    articles = [
        article(press, f"第{k}篇", 300 + 370 * k, (None, 0, 2, None)[k % 4]) for k in range(9)
    ]
    found = laid(press, *articles)
    numbers = [line.article for line in found.lines("headline", "body")]
    assert numbers == sorted(numbers, key=lambda number: number or 0)
    for number, one in enumerate(articles):
        drawn = "".join(line.text for line in found.lines("body") if line.article == number)
        assert drawn == "".join(block.text.string for block in one.blocks)


def test_a_headline_without_room_for_text_under_it_begins_the_next_page(press: Press) -> None:
    for size in range(4200, 5400, 110):
        found = laid(press, article(press, "甲", size), article(press, "乙", 1200, 3))
        page = found.page_of("乙", "headline")
        under = [line for line in text_of(found, 1, page) if line.y > headline(found, "乙").y]
        assert {column(found, line) for line in under} == {0, 1, 2}
        assert len(under) >= 12


def test_photos_at_the_foot_stay_there_under_a_band(press: Press) -> None:
    photo = press.photo(400, 200, place=PhotoPlace.FOOT, across=3)
    first = press.article(photo, *(prose(110) for _ in range(5)), title="甲")
    found = laid(press, first, article(press, "乙", 300, 3))
    (picture,) = found.pages[0].pictures
    assert max(line.y for line in found.lines("body", "headline", page=1)) < picture.y


def test_a_list_of_contents_in_a_column_leaves_the_first_columns_to_the_headline(
    press: Press,
) -> None:
    found = laid(press, article(press, "甲", 1500, 3), article(press, "乙", 600), contents=True)
    entries = [line for line in found.lines() if line.role == "contents-entry"]
    assert {column(found, line) for line in entries} == {2}
    title = headline(found, "甲")
    assert title.width == pytest.approx(found.grid.span(2))
    assert min(line.y for line in entries) < text_of(found, 0, 1)[0].y


def test_a_layout_may_stand_all_headlines_across_columns(press: Press) -> None:
    house = load_layout(LAYOUT, {}, design={"body.across": 0})
    own = article(press, "乙", 600, 1)
    found = press.pages(article(press, "甲", 600), own, layout=LAYOUT, house=house)
    assert headline(found, "甲").width == pytest.approx(found.grid.area_width)
    assert headline(found, "乙").width == pytest.approx(found.grid.column_width)


def test_rules_between_columns_keep_out_of_headlines_across_them(press: Press) -> None:
    found = laid(
        press, article(press, "甲", 900), article(press, "乙", 900, 2), article(press, "丙", 900, 0)
    )
    for title in ("乙", "丙"):
        line = headline(found, title)
        page = found.pages[found.page_of(title, "headline") - 1]
        upright = [rule for rule in page.rules if rule.x0 == rule.x1]
        assert len(upright) >= 2
        for rule in upright:
            inside = line.x < rule.x0 < line.x + line.width
            assert not (inside and rule.y0 < line.y and rule.y1 > line.y - line.size / 2)


def test_on_one_column_a_headline_stands_as_it_does(press: Press) -> None:
    one = press.issue(Section("", (article(press, "甲", 600, 3),), NOWHERE))
    other = press.issue(Section("", (article(press, "甲", 600),), NOWHERE))
    assert one.edition.pages == other.edition.pages


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT, PhotoPlace.PAGE])
def test_a_photo_that_stands_apart_is_reached_with_a_headline_across(
    press: Press, place: PhotoPlace
) -> None:
    photo = press.photo(400, 300, place=place, across=2, caption="现场")
    made = press.article(photo, *(prose(110) for _ in range(9)), title="甲")
    found = laid(press, article(press, "乙", 500), replace(made, across=0))
    assert [picture.alt for page in found.pages for picture in page.pictures] == ["现场"]


def test_a_column_rule_keeps_out_of_a_section_wider_than_its_headline(press: Press) -> None:
    two = Section("甲", (article(press, "甲", 330),), NOWHERE, columns=2)
    three = Section("乙", (article(press, "乙", 900, 2),), NOWHERE)
    found = press.issue(two, three, layout=LAYOUT)
    (name,) = [line for line in found.lines("section") if "乙" in line.text]
    page = found.pages[found.page_of("乙", "section") - 1]
    upright = [rule for rule in page.rules if rule.x0 == rule.x1 and rule.y1 > name.y]
    assert len(upright) >= 2
    assert all(rule.y0 > name.y for rule in upright)


def test_preflight_finds_the_text_under_a_headline_across_columns(press: Press) -> None:
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31))
    two = Section("乙", (article(press, "乙", 900, 0),), NOWHERE, columns=2)
    one = Section("甲", (article(press, "甲", 600),), NOWHERE)
    issue = Issue(head, (one, two), press.folder, NOWHERE)
    layout = load_layout(LAYOUT)
    findings = inspect(issue, layout, compose(issue, layout, press.catalogue), press.catalogue)
    assert "heading-last" not in [finding.code for finding in findings]
