"""Sub-headings that their style parts from the text above and below, and run-in articles (▲): their
sign, and what parts them.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import NOWHERE
from laying import Press, prose

from layouts.house.load import load_layout
from layouts.issue.article import ArticleKind, PullQuote
from layouts.issue.photo import Side
from layouts.issue.text import Text
from layouts.text.run_in import SCALE

STOCK = (
    "jianbao-a4", "jianbao-16k", "kuaixun-a4", "neikan-a4-2col", "neikan-a4-3col", "tongxun-a5",
)  # fmt: skip


@pytest.mark.parametrize("layout", STOCK)
def test_first_level_headings_are_set_in_bold_hei_with_half_a_row_above(layout: str) -> None:
    """Second-look.md, Pages 9: never paler than the third level's bold Song."""
    design = load_layout(layout)
    style = design.styles["subheading-1"]
    assert style.face == "hei-bold"
    assert style.before == pytest.approx(design.grid.leading / 2)


def test_half_a_row_stands_above_and_below_and_the_text_stays_on_the_grid(press: Press) -> None:
    laid = press.pages(press.article(prose(90), "#一、提高认识", prose(90), title="第一篇"))
    (heading,) = laid.lines("subheading-1")
    before = [line.y for line in laid.lines("body") if line.y < heading.y]
    after = [line.y for line in laid.lines("body") if line.y > heading.y]
    leading = laid.grid.leading
    assert heading.y - before[-1] == pytest.approx(1.5 * leading)
    assert after[0] - heading.y == pytest.approx(1.5 * leading)


def test_right_under_a_headline_it_wants_none(press: Press) -> None:
    laid = press.pages(press.article("#一、提高认识", prose(90), title="第一篇"))
    (heading,), first = laid.lines("subheading-1"), laid.lines("body")[0]
    assert first.y - heading.y == pytest.approx(laid.grid.leading)


def test_nor_at_the_head_of_a_column(press: Press) -> None:
    rows = press.pages(press.article("短", title="第一篇")).grid.rows
    for count in range(1, rows + 4):
        blocks = [prose(20) for _ in range(count)]
        laid = press.pages(press.article(*blocks, "#一、提高认识", prose(90), title="第一篇"))
        (heading,) = laid.lines("subheading-1")
        row = (heading.y - laid.grid.top - laid.grid.ascent) / laid.grid.leading
        if row < 1:
            assert row == pytest.approx(0.0)
            return
    pytest.fail("the heading never stood at the head of a column")


@pytest.mark.parametrize("layout", ["jianbao-a4", "jianbao-16k", "kuaixun-a4", "tongxun-a5"])
def test_beside_a_pull_quote_it_stands_as_far_from_the_text_as_elsewhere(
    press: Press, layout: str
) -> None:
    quote = PullQuote(Text("最快一次，三天。" * 2), NOWHERE, side=Side.LEFT, width=6.0)
    beside = 0
    for filling in range(20, 80, 15):
        blocks = [prose(60), quote, prose(filling), "#一、小", prose(300)]
        laid = press.pages(press.article(*blocks, title="第一篇"), layout=layout)
        lines, leading = laid.lines("body", "subheading-1"), laid.grid.leading
        at = next(k for k, line in enumerate(lines) if line.role == "subheading-1")
        before, heading, after = lines[at - 1 : at + 2]
        assert heading.y - before.y == pytest.approx(1.5 * leading)
        assert after.y - heading.y == pytest.approx(1.5 * leading)
        beside += after.x > laid.grid.left + 6.0 * laid.grid.size
    assert beside


@pytest.mark.parametrize("layout", ["jianbao-a4", "gongwen-a4", "kuaixun-a4", "tongxun-a5"])
@pytest.mark.parametrize("beside", ["quote", "photo"])
def test_a_sub_heading_begins_as_far_left_as_the_text_under_it(
    press: Press, layout: str, beside: str
) -> None:
    """Beside the last row of a quote or photo at the left it would head text that stands below."""
    stood = set[bool]()
    for filling in range(10, 260, 10):
        quote = PullQuote(Text("最快一次，三天。" * 2), NOWHERE, side=Side.LEFT, width=8.0)
        float_ = quote if beside == "quote" else press.photo(side=Side.LEFT, width=8.0)
        blocks = [prose(60), float_, prose(filling), "#一、小", prose(300)]
        laid = press.pages(press.article(*blocks, title="第一篇"), layout=layout)
        lines = laid.lines("body", "subheading-1")
        at = next(k for k, line in enumerate(lines) if line.role == "subheading-1")
        heading, after = lines[at : at + 2]
        assert heading.x == pytest.approx(after.x, abs=3 * laid.grid.size)
        stood.add(after.x > laid.grid.left + 8 * laid.grid.size)
    assert stood == {True, False}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("一、组织聚力，推动学习教育稳步开局", ["稳步", "开局"]),
        ("四、整治发力，确保问题整改标本兼治", ["标本兼治"]),
        ("三、查摆用力，保障短板弱项精准聚焦", ["精准", "聚焦"]),
    ],
)
def test_in_a_narrow_column_it_is_broken_between_words(
    press: Press, title: str, words: list[str]
) -> None:
    laid = press.pages(
        press.article(prose(60), f"#{title}", prose(90), title="第一篇"), layout="neikan-a4-3col"
    )
    lines = [line.text for line in laid.lines("subheading-1")]
    assert len(lines) == 2
    assert "".join(lines) == title
    assert all(any(word in line for line in lines) for word in words)
    assert min(map(len, lines)) >= 6


def test_the_second_level_stands_row_by_row(press: Press) -> None:
    laid = press.pages(press.article(prose(90), "##（一）加强领导", prose(90), title="第一篇"))
    (heading,) = laid.lines("subheading-2")
    row = (heading.y - laid.grid.top - laid.grid.ascent) / laid.grid.leading
    assert row == pytest.approx(round(row))


def test_the_sign_of_a_run_in_article_is_smaller_than_its_words_and_in_their_middle(
    press: Press,
) -> None:
    """Second-look.md, Pages 9: ▲ at 0.7 em."""
    laid = press.pages(press.article("▲ 总馆延长夜间开放时间。" + prose(60), title="第一篇"))
    first = laid.lines("body")[0]
    sign, words = first.runs[0], first.runs[1]
    assert sign.text == "▲"
    assert SCALE == 0.7
    assert sign.size == pytest.approx(0.7 * words.size)
    ink = press.catalogue.face(sign.face).ink(ord(sign.glyphs))
    middle = words.y - (sign.y - sign.size * (ink.top + ink.bottom) / 2)
    assert middle == pytest.approx(0.36 * words.size, abs=0.06 * words.size)


def test_a_row_parts_run_in_articles_but_not_the_first_from_its_section(press: Press) -> None:
    items = [
        press.article(f"**第{k}条导语。**" + prose(60), kind=ArticleKind.RUN_IN) for k in range(3)
    ]
    laid = press.pages(*items, section="要闻")
    first = [line for line in laid.lines("body") if "条导语" in line.text]
    last = [[line for line in laid.lines("body") if line.article == k][-1] for k in range(3)]
    leading = laid.grid.leading
    assert len(first) == 3
    for before, line in zip(last, first[1:], strict=False):
        assert line.y - before.y == pytest.approx(2 * leading)
    (name,) = laid.lines("section")
    assert first[0].y - name.y < 3 * leading


def test_in_a_layout_that_says_nothing_of_it_none_does(press: Press) -> None:
    items = [
        press.article(f"**第{k}条导语。**" + prose(60), kind=ArticleKind.RUN_IN) for k in range(2)
    ]
    laid = press.pages(*items, layout="gongwen-a4")
    ys = [line.y for line in laid.lines("body")]
    assert {round(b - a, 3) for a, b in pairwise(ys)} == {round(laid.grid.leading, 3)}
