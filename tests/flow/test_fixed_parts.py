"""Masthead, contents, colophon and page numbers: fields, places, and what is left out where an
issue is silent.
"""

from __future__ import annotations

import datetime
from itertools import pairwise

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.house.load import STOCK, layout_file, load_layout
from layouts.issue.article import Section
from layouts.issue.issue import Colophon, Issue, Masthead

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")
STOCK_LAYOUTS = sorted(path.stem for path in STOCK.glob("*.toml"))
FULL = Colophon("区委、区政府", "各部委办局", "各镇街道", "张三", "59530000", 300)


def many(press: Press, count: int, size: int = 200) -> Section:
    articles = tuple(
        press.article(prose(size), title=f"第{k}篇稿件的标题写得不长不短")
        for k in range(1, count + 1)
    )
    return Section("要闻", articles, NOWHERE)


# -- contents --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [1, 7, 25, 60, 120])
def test_every_title_stands_on_the_page_the_contents_name(
    press: Press, layout: str, count: int
) -> None:
    laid = press.issue(many(press, count), contents=True, layout=layout)
    printed = audit.contents_numbers(laid.edition, laid.layout.contents.bullet)
    assert printed == audit.titles(laid.edition)
    assert len(printed) == count


@pytest.mark.parametrize("layout", LAYOUTS)
def test_contents_that_need_two_pages_go_on_at_the_top_of_the_second(
    press: Press, layout: str
) -> None:
    laid = press.issue(many(press, 70), contents=True, layout=layout)
    pages = [page.number for page, _ in audit.lines_of(laid.edition, "contents-entry")]
    assert {1, 2} <= set(pages)
    foot = laid.grid.top + laid.grid.area_height
    for _, line in audit.lines_of(
        laid.edition, "contents-entry", "contents-number", "contents-section"
    ):
        assert laid.grid.top <= line.y <= foot + 1e-6


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", range(8, 40))
def test_no_title_or_two_of_the_contents_stand_alone_on_a_page(
    press: Press, layout: str, count: int
) -> None:
    laid = press.issue(many(press, count, 20), contents=True, layout=layout)
    lines = list(audit.lines_of(laid.edition, "contents-entry"))
    second = [line for page, line in lines if page.number == 2]
    assert len(second) not in {1, 2}
    baselines = [line.y for page, line in lines if page.number == 1]
    size = lines[0][1].size
    for upper, lower in pairwise(sorted(set(baselines))):
        assert lower - upper >= 1.4 * size - 1e-6


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", range(1, 50, 4))
def test_contents_and_body_never_meet(press: Press, layout: str, count: int) -> None:
    laid = press.issue(many(press, count), contents=True, layout=layout)
    for page in laid.pages:
        entries = [line.y for line in page.lines if line.role.startswith("contents")]
        body = [line.y - 0.88 * line.size for line in page.lines if line.role in audit.FLOWING]
        assert not entries or not body or max(entries) < min(body)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_section_without_articles_is_not_printed(press: Press, layout: str) -> None:
    """A heading over nothing and an entry that leads there would be errors on paper; the editor is
    warned while reading.
    """
    one, other = many(press, 1), replace(many(press, 1), name="动态")
    empty = Section("空栏目", (), NOWHERE, break_before=True)
    laid = press.issue(one, empty, other, empty, contents=True, layout=layout)
    bare = press.issue(one, other, contents=True, layout=layout)
    for role in ("contents-section", "section"):
        printed = [line.text for line in laid.lines(role)]
        assert len(printed) == 2
        assert printed == [line.text for line in bare.lines(role)]
    assert len(laid.pages) == len(bare.pages)
    assert [mark.title for mark in laid.edition.bookmarks if "空" in mark.title] == []
    assert audit.contents_numbers(laid.edition, laid.layout.contents.bullet) == audit.titles(
        laid.edition
    )


def test_a_contents_entry_leads_to_its_article(press: Press) -> None:
    laid = press.issue(many(press, 12), contents=True)
    anchors = {anchor.name: page.number for page in laid.pages for anchor in page.anchors}
    links = [
        link for page in laid.pages for link in page.links if link.target.startswith("article")
    ]
    assert [anchors[link.target] for link in links] == [
        number for _, number in audit.contents_numbers(laid.edition)
    ]


def test_page_numbers_of_the_contents_stand_flush_right_under_each_other(press: Press) -> None:
    laid = press.issue(many(press, 40), contents=True)
    right = laid.grid.left + laid.grid.area_width
    for _, line in audit.lines_of(laid.edition, "contents-number"):
        last = audit.glyphs_of(line, press.catalogue)[-1]
        assert last.pen + press.catalogue.face(last.face).advance(
            last.glyph
        ) * last.size == pytest.approx(right, abs=0.01)


def test_leaders_stand_between_title_and_number(press: Press) -> None:
    laid = press.issue(many(press, 9), contents=True)
    page = laid.pages[0]
    leaders = [rule for rule in page.rules if rule.dash]
    assert len(leaders) == 9
    for rule, line, number in zip(
        leaders, laid.lines("contents-entry"), laid.lines("contents-number"), strict=True
    ):
        title, figures = (
            audit.glyphs_of(line, press.catalogue),
            audit.glyphs_of(number, press.catalogue),
        )
        assert title[-1].right < rule.x0 < rule.x1 < figures[0].left
        assert number.y == pytest.approx(line.y)


def test_a_long_title_in_the_contents_breaks_and_has_its_number_on_its_last_line(
    press: Press,
) -> None:
    article = press.article(prose(100), title=prose(75))
    laid = press.pages(article, contents=True)
    entries, (number,) = laid.lines("contents-entry"), laid.lines("contents-number")
    assert len(entries) > 1
    assert number.y == pytest.approx(entries[-1].y)
    assert "".join(line.text for line in entries) == prose(75)


@pytest.mark.parametrize("layout", STOCK_LAYOUTS)
@pytest.mark.parametrize("count", [1, 4, 12])
def test_lines_of_one_title_stand_closer_than_titles_do(
    press: Press, layout: str, count: int
) -> None:
    """What is turned over belongs to the line above it: it would read as an entry of its own."""
    long = "关于进一步优化完善本年度区管企业经营业绩考核工作方案并做好组织实施的意见"
    articles = [press.article(prose(60), title=long) for _ in range(count)]
    laid = press.pages(*articles, section="要闻", contents=True, layout=layout)
    entries = laid.lines("contents-entry", page=1)
    size = entries[0].size
    pairs = [(one, other) for one, other in pairwise(entries) if other.y > one.y]
    turned = [other.y - one.y for one, other in pairs if not one.text.endswith("意见")]
    between = [other.y - one.y for one, other in pairs if one.text.endswith("意见")]
    assert turned == pytest.approx([1.4 * size] * len(turned))
    assert turned or max(line.width for line in entries) > len(long) * size
    assert all(step > 1.45 * size for step in between)


def test_an_issue_may_go_without_contents(press: Press) -> None:
    laid = press.issue(many(press, 3), contents=False)
    assert laid.lines("contents-title", "contents-entry") == []
    assert laid.page_of("第1篇", "headline") == 1


def test_a_section_without_titles_is_itself_an_entry(press: Press) -> None:
    briefs = Section("简讯", (press.article("1.第一条", "2.第二条"),), NOWHERE)
    laid = press.issue(many(press, 2), briefs, contents=True)
    assert audit.contents_numbers(laid.edition)[-1] == (
        "【简讯】",
        laid.page_of("【简讯】", "section"),
    )


# -- masthead --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_masthead_says_name_number_issuer_and_date_once(press: Press, layout: str) -> None:
    laid = press.set(prose(2000), layout=layout)
    text = "".join(line.text for line in laid.lines("masthead", page=1))
    for field in ("澜汀简报", "第3期", "总第12期", "编辑部", "2025年8月31日"):
        assert text.count(field) == 1
    assert [line for page in laid.pages[1:] for line in page.lines if line.role == "masthead"] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_of_the_body_stands_in_the_masthead(press: Press, layout: str) -> None:
    laid = press.set(prose(2000), layout=layout)
    assert (
        min(line.y - 0.88 * line.size for line in laid.lines("body", page=1))
        >= laid.layout.masthead.height - 1e-6
    )


@pytest.mark.parametrize("layout", ["kuaixun-a4", "neikan-a4-2col"])
def test_a_long_number_keeps_clear_of_the_edges_of_its_ground(press: Press, layout: str) -> None:
    head = Masthead("澜汀简报", 12, 1200, datetime.date(2025, 8, 31), "编辑部", series="试刊增刊")
    house = load_layout(layout)
    article = press.article(prose(90))
    issue = Issue(head, (Section("", (article,), NOWHERE),), press.folder, NOWHERE, layout=layout)
    (page, *_) = compose(issue, house, press.catalogue).pages
    (line,) = [line for line in page.lines if "第12期" in line.text and line.role == "masthead"]
    inks = [
        (glyph.left, glyph.right)
        for glyph in audit.glyphs_of(line, press.catalogue)
        if not glyph.blank
    ]
    left, right = min(x for x, _ in inks), max(x for _, x in inks)
    (ground,) = [
        box
        for box in page.boxes
        if box.x < left < box.x + box.width < house.grid.width
        and box.y < line.y < box.y + box.height
        and box.width < house.grid.width / 2
    ]
    assert left - ground.x >= 7
    assert ground.x + ground.width - right >= 7


# -- colophon --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_colophon_stands_at_the_foot_of_the_last_page(press: Press, layout: str) -> None:
    laid = press.set(prose(2500), colophon=FULL, layout=layout)
    assert {page.number for page, _ in audit.lines_of(laid.edition, "colophon")} == {
        len(laid.pages)
    }
    foot = laid.grid.top + laid.grid.area_height
    last = max(
        *(rule.y0 for rule in laid.pages[-1].rules), *(line.y for line in laid.lines("colophon"))
    )
    assert last == pytest.approx(foot, abs=laid.grid.size)
    assert last <= foot + 1e-6


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", range(100, 1500, 60))
def test_the_colophon_never_meets_the_text(press: Press, layout: str, size: int) -> None:
    laid = press.set(prose(size), colophon=FULL, layout=layout)
    last = laid.pages[-1]
    top = min(
        *(line.y - 0.88 * line.size for line in last.lines if line.role == "colophon"),
        *(rule.y0 for rule in last.rules if rule.y0 > 400),
    )
    assert all(
        line.y + 0.12 * line.size <= top for line in last.lines if line.role in audit.FLOWING
    )


def test_a_colophon_that_finds_no_room_gets_a_page_of_its_own(press: Press) -> None:
    found = {
        len(press.set(prose(size), colophon=FULL).pages) - len(press.set(prose(size)).pages)
        for size in range(300, 700, 30)
    }
    assert found == {0, 1}


def test_an_issue_without_distribution_has_no_colophon(press: Press) -> None:
    assert press.set(prose(100)).lines("colophon") == []


def test_fields_that_are_not_given_leave_no_label(press: Press) -> None:
    laid = press.set(prose(100), colophon=Colophon(send_to="各部门"))
    text = "".join(line.text for line in laid.lines("colophon"))
    assert "送：各部门" in text
    assert not any(label in text for label in ("报：", "发：", "编辑：", "电话：", "共印"))


@pytest.mark.parametrize("layout", STOCK_LAYOUTS)
@pytest.mark.parametrize(
    "given",
    [Colophon(editor="林一", copies=120), Colophon(send_to="各部门"), Colophon(copies=120), FULL],
)
def test_no_two_rules_of_it_have_nothing_between_them(
    press: Press, layout: str, given: Colophon
) -> None:
    laid = press.set(prose(100), colophon=given, layout=layout)
    last = laid.pages[-1]
    lines = sorted(line.y for line in last.lines if line.role == "colophon")
    rules = sorted({rule.y0 for rule in last.rules if rule.y0 > lines[0] - 3 * laid.grid.leading})
    assert rules
    for above, under in pairwise(rules):
        assert any(above < y < under for y in lines)
    # and the words stand as far under the one above them as they do where all is filled
    design = laid.layout.colophon
    baselines, edges = [line.baseline for line in design.lines], [rule.y for rule in design.rules]
    own = {min(y for y in baselines if y > edge) - edge for edge in edges if edge < max(baselines)}
    assert min(abs((lines[0] - rules[0]) / design.leading - far) for far in own) < 0.03


def test_a_long_distribution_stays_inside_the_type_area(press: Press) -> None:
    everyone = (
        "、".join(f"{name}镇" for name in ("安亭", "马陆", "南翔", "江桥", "华亭", "外冈", "徐行"))
        * 3
    )
    laid = press.set(prose(100), colophon=Colophon(send_to=everyone))
    right = laid.grid.left + laid.grid.area_width
    for line in laid.lines("colophon"):
        assert all(
            glyph.blank or glyph.right <= right + 0.5
            for glyph in audit.glyphs_of(line, press.catalogue)
        )


# -- page numbers ----------------------------------------------------------------------------------


def test_page_numbers_stand_outside_and_not_on_page_one(press: Press) -> None:
    laid = press.set(prose(5000))
    left, right = laid.grid.left, laid.grid.left + laid.grid.area_width
    numbers = list(audit.lines_of(laid.edition, "page-number"))
    assert [page.number for page, _ in numbers] == list(range(2, len(laid.pages) + 1))
    for page, line in numbers:
        glyphs = audit.glyphs_of(line, press.catalogue)
        assert (
            line.text == f"— {page.number} —".replace(" ", "") or line.text == f"— {page.number} —"
        )
        if page.number % 2:
            assert glyphs[-1].pen + glyphs[-1].size == pytest.approx(right, abs=0.01)
        else:
            assert glyphs[0].pen == pytest.approx(left, abs=0.01)
        assert line.y > laid.grid.top + laid.grid.area_height


def test_of_pages_printed_on_one_side_all_numbers_stand_at_the_right(press: Press) -> None:
    stock = layout_file("jianbao-a4").read_text(encoding="utf-8")
    stapled = stock.replace("[page]", "[page]\nsingle_sided = true", 1)
    (press.folder / "stapled.toml").write_text(stapled, encoding="utf-8")
    layout = load_layout("stapled.toml", folder=press.folder)
    assert layout.single_sided
    assert not load_layout("jianbao-a4").single_sided
    section = Section("", (press.article(prose(5000)),), NOWHERE)
    issue = Issue(Masthead("简报"), (section,), press.folder, NOWHERE, layout="stapled.toml")
    laid = compose(issue, layout, press.catalogue)
    right = layout.grid.left + layout.grid.area_width
    numbers = list(audit.lines_of(laid, "page-number"))
    assert len(numbers) > 2
    for _, line in numbers:
        last = audit.glyphs_of(line, press.catalogue)[-1]
        assert last.pen + last.size == pytest.approx(right, abs=0.01)


def test_numbers_in_the_middle_stand_there_on_every_page(press: Press) -> None:
    stock = layout_file("neikan-a4-2col").read_text(encoding="utf-8")
    centred = stock.replace('position = "outside"', 'position = "center"', 1)
    (press.folder / "centred.toml").write_text(centred, encoding="utf-8")
    layout = load_layout("centred.toml", folder=press.folder)
    section = Section("", (press.article(prose(6000)),), NOWHERE)
    issue = Issue(Masthead("简报"), (section,), press.folder, NOWHERE, layout="centred.toml")
    laid = Laid(compose(issue, layout, press.catalogue), layout)
    numbers = list(audit.lines_of(laid.edition, "page-number"))
    assert [line.text for _, line in numbers] == [str(k) for k in range(1, len(laid.pages) + 1)]
    for _, line in numbers:
        glyphs = audit.glyphs_of(line, press.catalogue)
        centre = (glyphs[0].left + glyphs[-1].right) / 2
        assert centre == pytest.approx(laid.grid.width / 2, abs=0.6)


def test_pages_are_numbered_from_one_without_a_gap(press: Press) -> None:
    laid = press.issue(many(press, 30), contents=True)
    assert [page.number for page in laid.pages] == list(range(1, len(laid.pages) + 1))
