"""Rules (分隔线): between the articles of a section where the layout says so, and where a writer puts
one.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE, with_changes
from laying import Laid, Press, prose

from layouts.house.load import load_layout
from layouts.issue.article import Divider, Section
from layouts.page.item import Rule

RULED = with_changes(load_layout("jianbao-a4", {}), article_rule=1.25)


def rules(laid: Laid) -> list[Rule]:
    """The rules a third of the column long, in its middle."""
    length = 0.3 * laid.grid.column_width
    return [
        rule
        for page in laid.pages
        for rule in page.rules
        if rule.x1 - rule.x0 == pytest.approx(length)
    ]


def test_a_writers_rule_stands_in_the_middle_of_a_row_of_its_own(press: Press) -> None:
    laid = press.set("甲", Divider(NOWHERE), "乙")
    first, second = laid.lines("body")
    (rule,) = rules(laid)
    assert laid.row(second) - laid.row(first) == 2
    grid = laid.grid
    assert rule.y0 == pytest.approx(grid.row_top(laid.row(first) + 1) + grid.size / 2)
    middle = grid.left + grid.column_width / 2
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(middle)


def test_articles_of_a_section_are_parted_by_a_rule_where_the_layout_has_one(press: Press) -> None:
    articles = [press.article(prose(60), title=title) for title in ("甲", "乙", "丙")]
    sections = [Section(name, (*articles,), NOWHERE) for name in ("一栏", "二栏")]
    laid = press.issue(*sections, house=RULED)
    assert [rule.width for rule in rules(laid)] == [1.25] * 4
    assert rules(press.issue(*sections)) == []


def test_none_stands_at_the_head_of_a_page_or_at_its_foot(press: Press) -> None:
    rows = press.set("甲").grid.rows
    for count in range(rows - 14, rows + 3):
        above = press.article(*("一行话。" for _ in range(count)), title="甲")
        laid = press.pages(above, press.article(prose(200), title="乙"), house=RULED)
        for page in laid.pages:
            bodies = [line.y for line in page.lines if line.role in ("body", "headline")]
            for rule in page.rules:
                if rule.width == 1.25 and rule.x1 - rule.x0 < laid.grid.column_width / 2:
                    assert min(bodies) < rule.y0 < max(bodies)
