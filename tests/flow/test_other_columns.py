"""Sections in other columns than the layout's (栏数)."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.composer import Composer
from layouts.errors import LayoutError
from layouts.flow.heading_place import LINE_GAP_KEPT
from layouts.flow.other_columns import NARROWEST, in_columns
from layouts.house.layout import Layout
from layouts.house.load import load_layout, stock_layouts
from layouts.issue.article import Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPlace
from layouts.page.item import Line

LAYOUT = "neikan-a4-3col"


def section(press: Press, name: str, columns: int, *sizes: int) -> Section:
    articles = tuple(
        press.article(*(prose(90) for _ in range(size)), title=f"{name}之{k}")
        for k, size in enumerate(sizes)
    )
    return Section(name, articles, NOWHERE, columns=columns)


def texts(laid: Laid, page: int, articles: range) -> list[Line]:
    return [line for line in laid.lines("body", page=page) if line.article in articles]


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("name", stock_layouts())
def test_columns_have_whole_characters_and_keep_to_the_type_area(name: str, columns: int) -> None:
    whole = load_layout(name).grid
    grid = in_columns(whole, columns)
    assert grid.measure == int(grid.measure)
    assert grid.columns <= columns
    assert grid.measure >= NARROWEST
    assert grid.left >= whole.left
    right = grid.column_left(grid.columns - 1) + grid.column_width
    assert right <= whole.left + whole.area_width + 0.001
    if grid.columns > 1:
        assert right == pytest.approx(whole.left + whole.area_width)
        assert grid.gutter >= whole.gutter - 0.001


@pytest.mark.parametrize("layout", stock_layouts())
def test_text_beside_its_first_headline_keeps_clear_of_the_sections_name(
    press: Press, layout: str
) -> None:
    found = press.issue(section(press, "甲", 0, 2), section(press, "乙", 2, 4), layout=layout)
    grid = found.grid
    (name,) = [line for line in found.lines("section") if "乙" in line.text]
    page = next(page for page in found.pages if name in page.lines)
    (headline,) = [line for line in page.lines if line.role == "headline" and line.y > name.y]
    beside = [line for line in page.lines if line.role == "body" and line.x > headline.x + 9]
    top = min(line.y for line in beside if line.y > name.y) - grid.ascent
    # what the name is dressed with, and its own foot
    feet = [rule.y0 + rule.width / 2 for rule in page.rules if name.y - 30 < rule.y0 < top]
    feet += [box.y + box.height for box in page.boxes if name.y - 30 < box.y < name.y]
    foot = max([name.y + 0.12 * name.size, *feet])
    assert top - foot >= LINE_GAP_KEPT * (grid.leading - grid.size)


def test_a_section_in_two_columns_stands_under_one_in_three(press: Press) -> None:
    found = press.issue(section(press, "甲", 0, 6), section(press, "乙", 2, 6), layout=LAYOUT)
    above, below = texts(found, 1, range(1)), texts(found, 1, range(1, 2))
    assert max(line.y for line in above) < min(line.y for line in below)
    assert len({line.x for line in below if line.width == max(one.width for one in below)}) == 2
    assert max(line.width for line in below) > max(line.width for line in above)
    (name,) = [line for line in found.lines("section") if "乙" in line.text]
    assert name.width > found.grid.span(2)


def test_the_section_after_it_has_the_layouts_columns_again(press: Press) -> None:
    sections = [section(press, "甲", 2, 4), section(press, "乙", 0, 4)]
    found = press.issue(*sections, layout=LAYOUT)
    widths = {round(line.width, 3) for line in found.lines("body") if line.article == 1}
    assert max(widths) == pytest.approx(found.grid.column_width)


def test_a_layout_says_how_many_columns_sections_of_a_name_have(press: Press) -> None:
    """As if the section said so; one that does has its own, and no other is touched."""
    house = replace(load_layout(LAYOUT), section_columns={"乙": 2, "丙": 2, "甲": 3})

    def lines(found: Laid) -> list[tuple[float, float, str]]:
        return [(line.x, line.y, line.text) for line in found.lines()]

    def laid(house: Layout, *columns: int) -> Laid:
        sections = zip("甲乙丙", columns, strict=True)
        return press.issue(*(section(press, *one, 3) for one in sections), house=house)

    assert lines(laid(house, 0, 0, 1)) == lines(laid(load_layout(LAYOUT), 0, 2, 1))


def test_the_names_stand_in_the_layouts_file(tmp_path: Path) -> None:
    path = tmp_path / "小报.toml"
    path.write_text('based_on = "neikan-a4-3col"\n[columns]\n"文苑" = 2\n', "utf-8")
    assert load_layout(path.name, folder=tmp_path).section_columns == {"文苑": 2}
    path.write_text('based_on = "neikan-a4-3col"\n[columns]\n"文苑" = 9\n', "utf-8")
    with pytest.raises(LayoutError, match="文苑"):
        load_layout(path.name, folder=tmp_path)


def test_text_reads_in_order_through_sections_of_many_columns(press: Press) -> None:
    counts = (0, 2, 1, 4, 6, 3, 0, 2)
    sections = [section(press, f"第{k}栏", n, 5, 9) for k, n in enumerate(counts)]
    found = press.issue(*sections, layout=LAYOUT)
    numbers = [line.article or 0 for line in found.lines("headline", "body")]
    assert numbers == sorted(numbers)
    for number, one in enumerate(one for part in sections for one in part.articles):
        drawn = "".join(line.text for line in found.lines("body") if line.article == number)
        assert drawn == "".join(block.text.string for block in one.blocks)


def test_a_photo_at_the_foot_of_three_columns_keeps_two_clear(press: Press) -> None:
    photo = press.photo(400, 300, place=PhotoPlace.FOOT)
    first = press.article(photo, *(prose(90) for _ in range(5)), title="甲")
    sections = [Section("甲", (first,), NOWHERE), section(press, "乙", 2, 12)]
    found = press.issue(*sections, layout=LAYOUT)
    (picture,) = found.pages[0].pictures
    assert all(line.y < picture.y for line in texts(found, 1, range(1, 2)))


def test_acts_come_to_the_pages_of_composing_from_nothing(press: Press) -> None:
    layout = load_layout(LAYOUT)
    composer, luck = Composer(press.catalogue), random.Random(20261201)
    made = [section(press, f"第{k}栏", 0, 4, 7) for k in range(5)]
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31))
    issue = Issue(head, tuple(made), press.folder, NOWHERE)
    for _ in range(25):
        k = luck.randrange(len(made))
        made[k] = replace(
            made[k], columns=luck.choice((0, 0, 1, 2, 4)), break_before=luck.random() < 0.3
        )
        issue = replace(issue, sections=tuple(made))
        again, whole = composer.compose(issue, layout), compose(issue, layout, press.catalogue)
        assert again.pages == whole.pages


def test_a_column_rule_begins_below_the_ground_of_its_section(press: Press) -> None:
    briefs = tuple(press.article(prose(90)) for _ in range(6))
    two = Section("乙", briefs, NOWHERE, columns=2)
    found = press.issue(section(press, "甲", 0, 6), two, layout=LAYOUT)
    page = found.pages[0]
    (name,) = [line for line in found.lines("section") if "乙" in line.text]
    (ground,) = [box for box in page.boxes if box.y < name.y < box.y + box.height]
    (rule,) = [rule for rule in page.rules if rule.x0 == rule.x1 and rule.y1 > name.y]
    first = min(line.y for line in texts(found, 1, range(1, 7)))
    assert ground.y + ground.height < rule.y0 < first
