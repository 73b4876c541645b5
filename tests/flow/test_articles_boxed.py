"""Articles in a frame of their own (加框)."""

from __future__ import annotations

import datetime
import random

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.composer import Composer
from layouts.house.load import load_layout
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue, Masthead
from layouts.page.item import Rule

LAYOUT = "neikan-a4-3col"
THICK = 1.5
"""pt of the frame, which no other rule has here."""


def article(press: Press, title: str, paragraphs: int, *, boxed: bool = False) -> Article:
    made = press.article(*(prose(90) for _ in range(paragraphs)), title=title)
    return replace(made, boxed=boxed)


def laid(press: Press, *articles: Article, layout: str = LAYOUT) -> Laid:
    house = load_layout(layout, design={"boxed.rule": f"{THICK}pt"})
    return press.pages(*articles, layout=layout, house=house)


def frame_of(laid: Laid, page: int) -> list[Rule]:
    return [rule for rule in laid.pages[page - 1].rules if rule.width == THICK]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col", "neikan-a4-3col", "tongxun-a5"])
def test_a_frame_stands_round_its_article_and_nothing_else(press: Press, layout: str) -> None:
    found = laid(
        press,
        article(press, "甲", 1),
        article(press, "乙", 2, boxed=True),
        article(press, "丙", 1),
        layout=layout,
    )
    page = found.page_of("乙", "headline")
    rules = frame_of(found, page)
    assert len(rules) == 4
    left, right = min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)
    top, foot = min(rule.y0 for rule in rules), max(rule.y1 for rule in rules)
    for line in found.lines("headline", "body", page=page):
        inside = top < line.y - line.size / 2 < foot
        assert inside == (line.article == 1)
        if inside:
            assert line.x > left + 0.9 * found.grid.size
            assert line.x + line.width < right - 0.9 * found.grid.size


def test_columns_in_a_frame_are_level_and_whole_characters_wide(press: Press) -> None:
    found = laid(press, article(press, "甲", 9, boxed=True))
    lines = [line for line in found.lines("body") if line.article == 0]
    widest = max(line.width for line in lines)
    feet: dict[float, float] = {}
    # but for the first lines of paragraphs, which are indented
    for line in lines:
        if line.width == widest:
            feet[line.x] = max(feet.get(line.x, 0.0), line.y)
    assert len(feet) == found.grid.columns
    assert max(feet.values()) - min(feet.values()) <= 4 * found.grid.leading
    measure = widest / found.grid.size
    assert measure == pytest.approx(round(measure))


@pytest.mark.parametrize("paragraphs", [2, 3, 4])
def test_a_short_article_in_a_frame_is_level_under_another(press: Press, paragraphs: int) -> None:
    """Where no frame goes over the page it needs no eight rows."""
    found = laid(press, article(press, "甲", 3), article(press, "乙", paragraphs, boxed=True))
    lines = [line for line in found.lines("body") if line.article == 1]
    feet: dict[int, float] = {}
    for line in lines:
        column = round((line.x - found.grid.left) // (found.grid.column_width + 1))
        feet[column] = max(feet.get(column, 0.0), line.y)
    assert len(feet) == found.grid.columns
    # the shortfall stands in the last column (CLREQ), two lines on either side of a paragraph
    assert max(feet.values()) - min(feet.values()) <= 3 * found.grid.leading


def test_a_frame_over_two_pages_is_open_between_them(press: Press) -> None:
    found = laid(press, article(press, "甲", 60, boxed=True))
    ends = max(page.number for page in found.pages if frame_of(found, page.number))
    assert ends > 1
    first, last = frame_of(found, 1), frame_of(found, ends)
    level = [[rule for rule in rules if rule.y0 == rule.y1] for rules in (first, last)]
    assert [len(rules) for rules in level] == [1, 1]
    assert level[0][0].y0 < min(line.y for line in found.lines("headline", page=1))
    assert level[1][0].y0 > max(line.y for line in found.lines("body", page=ends))


def test_column_rules_stay_inside_the_frame(press: Press) -> None:
    found = laid(press, article(press, "甲", 9, boxed=True))
    rules = frame_of(found, 1)
    top, foot = min(rule.y0 for rule in rules), max(rule.y1 for rule in rules)
    upright = [rule for rule in found.pages[0].rules if rule.x0 == rule.x1 and rule.width != THICK]
    assert upright
    assert all(top < rule.y0 and rule.y1 < foot for rule in upright)


def test_baselines_in_a_frame_stand_on_the_grid(press: Press) -> None:
    found = laid(press, article(press, "甲", 3), article(press, "乙", 6, boxed=True))
    for line in found.lines("body"):
        assert line.y == pytest.approx(found.grid.baseline(found.row(line)))


def test_acts_come_to_the_pages_of_composing_from_nothing(press: Press) -> None:
    layout = load_layout(LAYOUT)
    composer, luck = Composer(press.catalogue), random.Random(20261202)
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31))
    made = [article(press, f"第{k}篇", 3 + 2 * k) for k in range(8)]
    for _ in range(30):
        k = luck.randrange(len(made))
        made[k] = replace(
            made[k], boxed=luck.random() < 0.5, across=luck.choice((None, None, 0, 1, 2))
        )
        sections = [Section(f"栏{s}", tuple(made[2 * s : 2 * s + 2]), NOWHERE) for s in range(4)]
        issue = Issue(head, tuple(sections), press.folder, NOWHERE)
        again, whole = composer.compose(issue, layout), compose(issue, layout, press.catalogue)
        assert again.pages == whole.pages
