"""Headings and fixed parts stand where the layout's numbers say: worked out here from
docs/layout-format.md, not from what was printed.
"""

from __future__ import annotations

import datetime
import itertools
import math
import random
import tomllib
from typing import Any

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.compose import compose
from layouts.house.build import build
from layouts.house.load import FACES, STOCK
from layouts.issue.article import Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.page.item import Line

STOCKS = ("jianbao-a4", "neikan-a4-2col")
FULL = Colophon(
    "区委、区政府",
    "各部委办局",
    "各镇街道",
    "张三",
    "59530000",
    300,
    "本系统各单位",
    "区印刷厂",
    datetime.date(2026, 11, 30),
)
SIZES = {"五号": 10.5, "小五": 9.0, "三号": 15.75, "四号": 13.75, "小四": 12.0}
"""Points of 字号, as docs/layout-format.md has them."""

EXACT = 0.01
MM = 72 / 25.4


def document(seed: str) -> dict[str, Any]:
    """The TOML of a stock layout, or of one with the spaces and sizes of its headings, contents and
    colophon drawn anew; undressed either way (`test_dressed_pages.py` has ornaments and grounds).
    """
    drawn = tomllib.loads(
        (STOCK / f"{seed if seed in STOCKS else STOCKS[0]}.toml").read_text("utf8")
    )
    for dress in ("ornaments", "running_head", "note"):
        drawn.pop(dress, None)
    for dress in ("columns", "mark", "ground", "padding", "rule", "open_up"):
        drawn["contents"].pop(dress, None)
    drawn["body"].pop("column_rule", None)
    if seed in STOCKS:
        return drawn
    dice = random.Random(seed)
    drawn["grid"] |= {
        "size": f"{dice.randint(9, 16)}pt",
        "leading": dice.choice((1.3, 1.5, 1.75, 2)),
    }
    for role in ("section", "headline"):
        drawn["styles"][role] |= {
            "size": f"{dice.randint(14, 24)}pt",
            "leading": dice.choice((1.2, 1.4)),
            "before": f"{dice.randint(0, 30)}pt",
            "after": f"{dice.randint(0, 20)}pt",
        }
    for role in ("contents-title", "contents-section", "contents-entry"):
        drawn["styles"][role] |= {
            "before": f"{dice.randint(0, 9)}pt",
            "after": f"{dice.randint(0, 9)}pt",
        }
    drawn["body"]["article_gap"] = dice.choice(("0pt", "1row", "2rows", "30pt"))
    drawn["masthead"]["height"] = f"{dice.randint(110, 130)}mm"
    drawn["page_number"]["drop"] = f"{dice.randint(15, 35)}pt"
    drawn["photo"]["caption_gap"] = f"{dice.randint(0, 12)}pt"
    drawn["contents"]["entry_indent"] = dice.choice((0, 1, 2.5))
    return drawn


LAYOUTS = (*STOCKS, "drawn-1", "drawn-2", "drawn-3", "drawn-4", "drawn-5", "drawn-6")


class Numbers:
    """A layout document's lengths in points."""

    def __init__(self, written: dict[str, Any]) -> None:
        self.written = written
        self.em = self.points(written["grid"]["size"])
        self.row = written["grid"]["leading"] * self.em
        self.top = self.points(written["page"]["top"])
        room = (
            self.points(written["page"]["height"]) - self.top - self.points(written["page"]["foot"])
        )
        self.rows = int((room - self.em + 0.01) // self.row) + 1
        self.foot = self.top + self.rows * self.row - (self.row - self.em)

    def points(self, length: object) -> float:
        text = str(length)
        if text in SIZES:
            return SIZES[text]
        for unit, size in (
            ("mm", MM),
            ("pt", 1.0),
            ("rows", getattr(self, "row", 0.0)),
            ("row", getattr(self, "row", 0.0)),
            ("em", 0.0),
        ):
            if text.endswith(unit):
                return float(text.removesuffix(unit)) * (size or self.em)
        return float(text)

    def size(self, role: str) -> float:
        return self.points(self.written["styles"][role].get("size", "1em"))

    def leading(self, role: str) -> float:
        ratio = self.written["styles"][role].get("leading")
        return self.row if ratio is None else ratio * self.size(role)

    def space(self, role: str, side: str) -> float:
        return self.points(self.written["styles"][role].get(side, 0))

    def heading_rows(self, role: str, lines: int, at_top: bool) -> int:
        """`before` + its lines × its leading + `after`, up to whole rows; its last line needs its
        characters, and three tenths of the gap.
        """
        before = 0.0 if at_top else self.space(role, "before")
        block = (
            before + (lines - 1) * self.leading(role) + self.size(role) + self.space(role, "after")
        )
        return max(1, math.ceil((block + 0.7 * (self.row - self.em)) / self.row - 1e-9))

    def row_of(self, line: Line) -> float:
        return (line.y - self.top - 0.88 * self.em) / self.row


def laid_out(
    press: Press,
    seed: str,
    *sections: Section,
    contents: bool = False,
    colophon: Colophon | None = None,
) -> tuple[Laid, Numbers]:
    written = document(seed)
    layout = build(seed, written, FACES)
    head = Masthead("澜汀简报", 3, 12, datetime.date(2025, 8, 31), "编辑部")
    issue = Issue(head, sections, press.folder, NOWHERE, colophon or Colophon(), seed, contents)
    return Laid(compose(issue, layout, press.catalogue), layout), Numbers(written)


def two_articles(press: Press, seed: str) -> tuple[Laid, Numbers]:
    articles = (
        press.article(prose(60), title="第一篇"),
        press.article(prose(60), title="第二篇的标题长得要折成两行才排得下，所以写这么多字"),
    )
    return laid_out(press, seed, Section("要闻", articles, NOWHERE))


def first_row(numbers: Numbers) -> int:
    """The first row under the masthead, a fifth of a row clear of it."""
    masthead = numbers.points(numbers.written["masthead"]["height"])
    return max(0, math.ceil((masthead - numbers.top + 0.2 * numbers.row) / numbers.row - 1e-9))


def first_baseline(numbers: Numbers, role: str, row: float, lines: int, at_top: bool) -> float:
    """In its rows a heading stands as its spaces ask; one that drops the space above stands right
    at the top.
    """
    rows = numbers.heading_rows(role, lines, at_top)
    before, after = numbers.space(role, "before"), numbers.space(role, "after")
    free = max(
        0.0,
        rows * numbers.row
        - (numbers.row - numbers.em)
        - (lines - 1) * numbers.leading(role)
        - numbers.size(role),
    )
    share = before / (before + after) if before + after else 0.5
    dropped = at_top and rows < numbers.heading_rows(role, lines, at_top=False)
    return (
        numbers.top
        + row * numbers.row
        + (0.0 if dropped else free * share)
        + 0.88 * numbers.size(role)
    )


@pytest.mark.parametrize("seed", LAYOUTS)
def test_a_headline_under_a_section_takes_its_rows_without_the_space_above(
    press: Press, seed: str
) -> None:
    laid, numbers = two_articles(press, seed)
    start = first_row(numbers)
    (section,), headline, body = (
        laid.lines("section"),
        laid.lines("headline")[0],
        laid.lines("body")[0],
    )
    text = numbers.row_of(body)
    below = text - numbers.heading_rows("headline", 1, at_top=True)
    assert text == pytest.approx(round(text), abs=1e-3)
    assert headline.y == pytest.approx(
        first_baseline(numbers, "headline", below, 1, at_top=True), abs=EXACT
    )
    # the section's name stands in the rows above the headline, and as near to it as everywhere
    top = section.y - 0.88 * section.size
    assert top >= numbers.top + start * numbers.row - EXACT
    assert 0 < headline.y - section.y <= 1.5 * numbers.row + EXACT


@pytest.mark.parametrize("seed", LAYOUTS)
def test_a_headline_under_text_takes_the_gap_between_articles_and_its_rows_with_both_spaces(
    press: Press, seed: str
) -> None:
    laid, numbers = two_articles(press, seed)
    last = [line for line in laid.lines("body", page=1) if line.article == 0][-1]
    title = [line for line in laid.lines("headline") if line.article == 1]
    text = next(line for line in laid.lines("body") if line.article == 1)
    if any(
        line.x > laid.grid.column_left(0) + laid.grid.column_width for line in (last, *title, text)
    ):
        pytest.skip("balanced into the next column")
    gap = round(numbers.points(numbers.written["body"].get("article_gap", 0)) / numbers.row)
    start = numbers.row_of(last) + 1 + gap
    assert title[0].y == pytest.approx(
        first_baseline(numbers, "headline", start, len(title), at_top=False), abs=EXACT
    )
    assert numbers.row_of(text) == pytest.approx(
        start + numbers.heading_rows("headline", len(title), at_top=False), abs=1e-3
    )
    for above, below in itertools.pairwise(title):
        assert below.y - above.y == pytest.approx(numbers.leading("headline"), abs=EXACT)


@pytest.mark.parametrize("left", [0, 1, 3])
def test_under_a_masthead_that_leaves_under_four_rows_the_text_begins_on_the_next_page(
    press: Press, left: int
) -> None:
    written = document(STOCKS[0])
    numbers = Numbers(written)
    written["masthead"]["height"] = (
        f"{numbers.top + (numbers.rows - left - 0.5) * numbers.row:.3f}pt"
    )
    layout = build("tall", written, FACES)
    sections = (Section("", (press.article(prose(60), title="第一篇"),), NOWHERE),)
    issue = Issue(Masthead("澜汀简报"), sections, press.folder, NOWHERE, contents=False)
    laid = Laid(compose(issue, layout, press.catalogue), layout)
    assert {
        page.number for page in laid.pages for line in page.lines if line.article is not None
    } == {2}


@pytest.mark.parametrize("seed", LAYOUTS)
def test_a_section_stands_as_far_above_text_as_above_a_headline(press: Press, seed: str) -> None:
    briefs, _ = laid_out(press, seed, Section("简讯", (press.article(prose(60)),), NOWHERE))
    titled, _ = two_articles(press, seed)
    apart = [
        laid.lines(role)[0].y - laid.lines("section")[0].y
        for laid, role in ((briefs, "body"), (titled, "headline"))
    ]
    assert apart[0] == pytest.approx(apart[1], abs=0.5)


@pytest.mark.parametrize("seed", LAYOUTS)
def test_lines_and_rules_of_the_masthead_stand_at_their_heights(press: Press, seed: str) -> None:
    laid, numbers = two_articles(press, seed)
    written = numbers.written["masthead"]
    known = {round(numbers.points(line["baseline"]), 2) for line in written["lines"]}
    lines = laid.lines("masthead")
    assert {round(line.y, 2) for line in lines} <= known
    name = next(line for line in written["lines"] if "{publication}" in line["template"])
    assert next(line.y for line in lines if "澜汀简报" in line.text) == pytest.approx(
        numbers.points(name["baseline"]), abs=EXACT
    )
    rules = sorted(round(rule.y0, 2) for rule in laid.pages[0].rules)
    assert rules == sorted(round(numbers.points(rule["y"]), 2) for rule in written["rules"])


@pytest.mark.parametrize("seed", LAYOUTS)
def test_the_list_of_contents_is_set_line_under_line_with_its_spaces(
    press: Press, seed: str
) -> None:
    articles = tuple(press.article(prose(40), title=title) for title in ("第一篇", "第二篇"))
    laid, numbers = laid_out(press, seed, Section("要闻", articles, NOWHERE), contents=True)
    y = numbers.points(numbers.written["masthead"]["height"])
    lines = [
        line
        for line in laid.lines(page=1)
        if line.role in ("contents-title", "contents-section", "contents-entry")
    ]
    assert [line.role for line in lines] == [
        "contents-title",
        "contents-section",
        "contents-entry",
        "contents-entry",
    ]
    for line in lines:
        size, leading = numbers.size(line.role), numbers.leading(line.role)
        y += numbers.space(line.role, "before")
        assert line.y == pytest.approx(y + (leading - size) / 2 + 0.88 * size, abs=EXACT)
        y += leading + numbers.space(line.role, "after")
    indent = numbers.written["contents"]["entry_indent"] * numbers.size("contents-entry")
    assert lines[-1].x == pytest.approx(laid.grid.left + indent, abs=EXACT)


@pytest.mark.parametrize("seed", LAYOUTS)
def test_the_colophon_ends_at_the_foot_of_the_type_area(press: Press, seed: str) -> None:
    laid, numbers = laid_out(
        press, seed, Section("要闻", (press.article(prose(60)),), NOWHERE), colophon=FULL
    )
    written = numbers.written["colophon"]
    step = numbers.points(written["leading"])
    top = numbers.foot - written["rows"] * step
    lines = {round(line.y, 2) for line in laid.lines("colophon")}
    assert lines == {round(top + line["baseline"] * step, 2) for line in written["lines"]}
    heights = {round(top + rule["y"] * step, 2) for rule in written["rules"]}
    assert heights <= {round(rule.y0, 2) for rule in laid.pages[-1].rules}


@pytest.mark.parametrize("seed", LAYOUTS)
def test_page_numbers_stand_their_drop_below_the_type_area(press: Press, seed: str) -> None:
    laid, numbers = laid_out(press, seed, Section("要闻", (press.article(prose(3500)),), NOWHERE))
    drop = numbers.points(numbers.written["page_number"]["drop"])
    assert laid.lines("page-number")
    assert {round(line.y, 2) for line in laid.lines("page-number")} == {
        round(numbers.foot + drop, 2)
    }


@pytest.mark.parametrize("seed", LAYOUTS)
def test_the_lines_of_a_caption_follow_their_photo_by_the_gap_and_each_other_by_their_leading(
    press: Press, seed: str
) -> None:
    photo = press.photo(40, 30, width=9.0, caption="图为各镇街道防汛防台工作现场会的会场")
    laid, numbers = laid_out(
        press, seed, Section("要闻", (press.article(photo, prose(300)),), NOWHERE)
    )
    (picture,) = laid.pages[0].pictures
    gap = numbers.points(numbers.written["photo"]["caption_gap"])
    first = picture.y + picture.height + gap + 0.88 * numbers.size("caption")
    captions = laid.lines("caption")
    assert len(captions) > 1
    for k, line in enumerate(captions):
        assert line.y == pytest.approx(first + k * numbers.leading("caption"), abs=EXACT)


@pytest.mark.parametrize("seed", STOCKS)
def test_a_letterspaced_line_is_centred_by_its_ink_not_by_the_space_after_its_last_letter(
    press: Press, seed: str
) -> None:
    laid, numbers = laid_out(
        press,
        seed,
        Section("要闻", (press.article(prose(40), title="第一篇"),), NOWHERE),
        contents=True,
    )
    (title,) = laid.lines("contents-title")
    glyphs = audit.glyphs_of(title, press.catalogue)
    size, tracking = (
        numbers.size("contents-title"),
        numbers.written["styles"]["contents-title"]["tracking"],
    )
    left, right = laid.grid.left, laid.grid.left + laid.grid.area_width
    for before, after in itertools.pairwise(glyphs):
        assert after.pen - before.pen == pytest.approx((1 + tracking) * size, abs=EXACT)
    if numbers.written["styles"]["contents-title"]["align"] == "center":
        assert (glyphs[0].pen + glyphs[-1].pen + size) / 2 == pytest.approx(
            (left + right) / 2, abs=EXACT
        )
    else:
        assert glyphs[0].pen == pytest.approx(left, abs=EXACT)
