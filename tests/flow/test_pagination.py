"""Pages: widows and orphans, kept headings and by-lines, tables, page breaks, balanced columns, the
grid.
"""

from __future__ import annotations

import itertools
from collections import defaultdict

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts import parallel
from layouts.flow import sharing
from layouts.issue.article import ArticleKind, PageBreak, Section, Table
from layouts.issue.text import Text

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")
BREAK = PageBreak(NOWHERE)


def columns_of(laid: Laid) -> list[list[tuple[int, object]]]:
    """The flowing lines of every column in reading order, as (row, line), column by column."""
    grid = laid.grid
    out: list[list[tuple[int, object]]] = []
    for page in laid.pages:
        for column in range(grid.columns):
            left = grid.column_left(column)
            found = [
                line
                for line in page.lines
                if line.role in audit.FLOWING and left - 1 <= line.x < left + grid.column_width
            ]
            out.append([(laid.row(line), line) for line in found])
    return [column for column in out if column]


def rows_per_column(laid: Laid, paragraph: int) -> list[int]:
    """How many rows of a paragraph stand in each column it touches."""
    counts: dict[int, set[int]] = defaultdict(set)
    for k, column in enumerate(columns_of(laid)):
        for row, line in column:
            if line.role == "body" and line.paragraph == paragraph:  # type: ignore[attr-defined]
                counts[k].add(row)
    return [len(rows) for _, rows in sorted(counts.items())]


# -- widows and orphans: CLREQ 孤行 ------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("filler", range(1, 34))
def test_a_paragraph_leaves_no_single_line_at_the_foot_or_the_top_of_a_column(
    press: Press, layout: str, filler: int
) -> None:
    measure = 30 if layout == "jianbao-a4" else 20
    blocks = [prose(8)] * filler + [
        prose(measure * 5 - 8),
        prose(measure * 3 - 8),
        prose(measure * 4 - 8),
    ]
    laid = press.set(*blocks, layout=layout, **({"balance": False} if "2col" in layout else {}))
    for paragraph in (filler, filler + 1, filler + 2):
        rows = rows_per_column(laid, paragraph)
        assert len(rows) == 1 or min(rows) >= 2, rows


@pytest.mark.parametrize("filler", range(14, 34))
@pytest.mark.parametrize("line", [0, 2])
def test_a_paragraph_beside_a_photo_leaves_no_single_line_either(
    press: Press, filler: int, line: int
) -> None:
    laid = press.set(
        *[prose(8)] * filler, press.photo(40, 30, width=12.0, line=line), prose(220), prose(90)
    )
    rows = rows_per_column(laid, filler + 1)
    assert len(rows) == 1 or min(rows) >= 2, rows


@pytest.mark.parametrize("filler", range(10, 34))
def test_a_page_is_full_but_for_the_line_a_widow_needs(press: Press, filler: int) -> None:
    laid = press.set(*[prose(8)] * filler, prose(900))
    assert max(laid.row(line) for line in laid.lines("body", page=1)) >= laid.grid.rows - 2


# -- headings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("filler", range(8, 36))
def test_a_headline_is_never_last_in_a_column(press: Press, layout: str, filler: int) -> None:
    first = press.article(*[prose(8)] * filler, title="第一篇")
    second = press.article(
        prose(400), title="把防汛防台工作摆在突出位置切实保障安全", byline="【供稿：办公室】"
    )
    laid = press.pages(first, second, layout=layout)
    for column in columns_of(laid):
        assert column[-1][1].role not in ("headline", "section")  # type: ignore[attr-defined]
        roles = [line.role for _, line in column]  # type: ignore[attr-defined]
        if "headline" in roles[-3:]:
            assert roles[-2:] == ["body", "body"]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("filler", range(14, 36))
def test_a_sub_heading_is_never_last_on_a_page(press: Press, level: int, filler: int) -> None:
    laid = press.set(*[prose(8)] * filler, f"{'#' * level}一、提高认识", prose(200))
    for column in columns_of(laid):
        roles = [line.role for _, line in column]  # type: ignore[attr-defined]
        assert not roles[-1].startswith("subheading")
        assert not any(role.startswith("subheading") for role in roles[-2:]), (
            f"one line of text under a sub-heading: {roles[-4:]}"
        )


@pytest.mark.parametrize("filler", range(6, 34))
def test_section_headline_and_sub_heading_stay_together_with_two_lines_of_text(
    press: Press, filler: int
) -> None:
    first = Section("要闻", (press.article(*[prose(8)] * filler, title="第一篇"),), NOWHERE)
    second = Section("动态", (press.article("#一、提高认识", prose(400), title="第二篇"),), NOWHERE)
    laid = press.issue(first, second)
    pages = {
        laid.page_of("【动态】", "section"),
        laid.page_of("第二篇", "headline"),
        laid.page_of("提高认识", "subheading-1"),
    }
    page = laid.page_of("提高认识", "subheading-1")
    body = [line for line in laid.lines("body", page=page) if line.article == 1]
    assert len(pages) == 1
    assert len(body) >= 2


def test_two_titles_do_not_stand_without_text_between_them(press: Press) -> None:
    laid = press.pages(
        press.article(prose(40), title="第一篇"), press.article(prose(40), title="第二篇")
    )
    a, b = laid.lines("headline")
    assert laid.lines("body")[0].y > a.y
    assert b.y > laid.lines("body")[-2].y or len(laid.lines("body")) > 2


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "title", ["短题", "把防汛防台工作摆在突出位置切实保障人民群众生命财产安全", prose(60)]
)
def test_text_under_a_headline_is_on_the_grid_and_clear_of_it(
    press: Press, layout: str, title: str
) -> None:
    """Headings take whole rows, so that constant leading goes on below."""
    laid = press.pages(
        press.article(prose(300), title=title),
        press.article(prose(300), title=title),
        layout=layout,
    )
    assert audit.off_grid(laid.edition, laid.layout) == []
    for column in columns_of(laid):
        lines = [line for _, line in column]
        for before, after in itertools.pairwise(lines):
            if before.role == "headline" or after.role == "headline":  # type: ignore[attr-defined]
                # type: ignore[attr-defined]
                assert after.y - 0.88 * after.size >= before.y + 0.12 * before.size - 1e-6


# -- by-lines --------------------------------------------------------------------------------------


@pytest.mark.parametrize("filler", range(14, 36))
@pytest.mark.parametrize("size", [20, 50, 110, 200])
def test_a_by_line_stays_with_the_end_of_its_article(press: Press, filler: int, size: int) -> None:
    laid = press.pages(
        press.article(*[prose(8)] * filler, prose(size), byline="【供稿：区府办公室 张三】")
    )
    (byline,) = laid.lines("byline")
    page = laid.page_of("供稿", "byline")
    above = [line for line in laid.lines("body", page=page) if line.y < byline.y]
    assert above, "the by-line stands alone at the top of a page"
    assert laid.row(byline) == laid.row(above[-1]) + 1


def test_a_by_line_of_several_lines_stays_inside_the_measure(press: Press) -> None:
    names = "、".join(["张三丰", "李四光", "王五", "赵六", "欧阳修", "司马相如"] * 3)
    for layout in LAYOUTS:
        laid = press.pages(press.article(prose(50), byline=f"【供稿：{names}】"), layout=layout)
        assert len(laid.lines("byline")) > 1
        assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []


# -- tables ----------------------------------------------------------------------------------------


def table(rows: int, cell: str = "内容") -> Table:
    header = (Text("序号"), Text("项目"), Text("说明"))
    return Table(
        header,
        tuple((Text(f"甲{k}"), Text(f"乙{k}"), Text(f"{cell}{k}")) for k in range(rows)),
        ("left",) * 3,
        NOWHERE,
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("rows", [1, 30, 60, 120])
def test_a_table_goes_on_over_columns_with_its_header_and_no_row_twice(
    press: Press, layout: str, rows: int
) -> None:
    laid = press.set(prose(300), table(rows), prose(100), layout=layout)
    cells = [line.text for line in laid.lines("table")]
    assert [cell for cell in cells if cell.startswith("甲")] == [f"甲{k}" for k in range(rows)]
    assert [cell for cell in cells if cell.startswith("内容")] == [f"内容{k}" for k in range(rows)]
    parts = len(
        {
            (page.number, round(line.x))
            for page in laid.pages
            for line in page.lines
            if line.text.startswith("甲")
        }
    )
    assert cells.count("项目") == parts


@pytest.mark.parametrize("rows", [30, 60])
def test_the_cells_of_a_row_stand_on_one_page_and_baseline(press: Press, rows: int) -> None:
    laid = press.set(prose(300), table(rows))
    for k in range(rows):
        found = {
            (page.number, round(line.y, 3))
            for page in laid.pages
            for line in page.lines
            if line.text in (f"甲{k}", f"乙{k}", f"内容{k}")
        }
        assert len(found) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", range(0, 1000, 100))
def test_a_table_stays_above_the_foot_of_the_type_area(
    press: Press, layout: str, size: int
) -> None:
    laid = press.set(prose(size), table(25, prose(30)), prose(60), layout=layout)
    foot = laid.grid.top + laid.grid.area_height
    assert max(line.y for line in laid.lines("table", "body")) <= foot
    assert max(rule.y0 for page in laid.pages for rule in page.rules) <= foot + laid.grid.leading


def test_text_goes_on_under_a_table_on_the_grid_and_clear_of_it(press: Press) -> None:
    laid = press.set(prose(100), table(5), prose(100))
    bottom = max(
        rule.y0
        for rule in laid.pages[0].rules
        if rule.x0 == pytest.approx(laid.grid.left) and rule.y0 > laid.layout.masthead.height
    )
    after = laid.lines("body")[-1]
    assert (
        laid.lines("body")[-4].y - 0.88 * after.size > bottom
        or after.y - 0.88 * after.size > bottom
    )
    assert audit.off_grid(laid.edition, laid.layout) == []


def test_a_row_with_fewer_cells_than_the_header_is_filled_up(press: Press) -> None:
    short = Table((Text("甲"), Text("乙")), ((Text("丙"),),), ("left", "left"), NOWHERE)
    assert [line.text for line in press.set(short).lines("table")] == ["甲", "乙", "丙", ""]


# -- page breaks -----------------------------------------------------------------------------------


def test_what_follows_a_page_break_starts_on_a_new_page(press: Press) -> None:
    laid = press.set("上一页", BREAK, "下一页")
    assert laid.page_of("下一页") == laid.page_of("上一页") + 1
    assert laid.row(laid.lines("body")[1]) == 0


def test_two_page_breaks_leave_no_empty_page(press: Press) -> None:
    laid = press.set("上一页", BREAK, BREAK, "下一页")
    assert laid.page_of("下一页") == laid.page_of("上一页") + 1


def test_a_page_break_at_the_very_end_adds_no_page(press: Press) -> None:
    assert len(press.set("只有一页", BREAK).pages) == 1


def test_a_page_break_goes_to_a_new_page_not_to_the_next_column(press: Press) -> None:
    laid = press.set("上一页", BREAK, "下一页", layout="neikan-a4-2col")
    assert laid.page_of("下一页") == laid.page_of("上一页") + 1
    assert laid.lines("body")[1].x == pytest.approx(laid.grid.left + 2 * laid.grid.size)


@pytest.mark.parametrize("width", [10.0, 14.0])
def test_a_page_break_after_a_photo_leaves_the_photo_on_its_page(
    press: Press, width: float
) -> None:
    laid = press.set(press.photo(30, 60, width=width), "上一页", BREAK, "下一页")
    assert [len(page.pictures) for page in laid.pages] == [1, 0]
    assert laid.page_of("下一页") == 2


# -- columns ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", range(200, 3000, 240))
def test_the_columns_of_the_last_page_end_level(press: Press, size: int) -> None:
    """CLREQ: columns of the last page are balanced, the shortfall at the end of the last column."""
    laid = press.set(*[prose(size // 4)] * 4, layout="neikan-a4-2col")
    last = laid.pages[-1]
    grid = laid.grid
    middle = grid.column_left(1) - 1
    left = [laid.row(line) for line in last.lines if line.role == "body" and line.x < middle]
    right = [laid.row(line) for line in last.lines if line.role == "body" and line.x >= middle]
    assert 0 <= max(left) - max(right, default=-1) <= 3, (max(left), max(right, default=None))


@pytest.mark.parametrize("size", [400, 1500, 4000])
def test_columns_are_read_left_then_right(press: Press, size: int) -> None:
    laid = press.set(prose(size), layout="neikan-a4-2col")
    assert "".join(line.text for line in laid.lines("body")) == prose(size)
    for page in laid.pages:
        places = [
            (line.x > laid.grid.column_left(1) - 1, line.y)
            for line in page.lines
            if line.role == "body"
        ]
        assert places == sorted(places)


def test_balancing_adds_no_page(press: Press) -> None:
    for size in range(300, 6000, 700):
        even = press.set(*[prose(size // 3)] * 3, layout="neikan-a4-2col")
        plain = press.set(*[prose(size // 3)] * 3, layout="neikan-a4-2col", balance=False)
        assert len(even.pages) == len(plain.pages)


@pytest.mark.parametrize("size", [300, 700, 1100])
def test_two_processes_balance_the_columns_that_one_does(
    press: Press, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long issue is shared out over processes at its page breaks; the page before one is no last
    page.
    """
    first = Section("要闻", (press.article(prose(size), title="第一篇"),), NOWHERE)
    second = Section(
        "动态", (press.article(prose(size), title="第二篇"),), NOWHERE, break_before=True
    )
    alone = press.issue(first, second, layout="neikan-a4-2col")
    monkeypatch.setattr(sharing, "SHARED_FROM", 0)
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    shared_out = press.issue(first, second, layout="neikan-a4-2col", gather=sharing.side_by_side)
    assert [laid_line.text for laid_line in shared_out.lines()] == [
        laid_line.text for laid_line in alone.lines()
    ]
    assert [(line.x, line.y) for line in shared_out.lines()] == [
        (line.x, line.y) for line in alone.lines()
    ]


# -- the grid --------------------------------------------------------------------------------------


@pytest.mark.parametrize("measure", range(20, 39, 3))
def test_every_body_line_stands_on_the_grid_and_fills_its_measure(
    press: Press, measure: int
) -> None:
    laid = press.pages(
        press.article(
            prose(700), "#一、提高认识", prose(500), title="第一篇", byline="【供稿：办公室】"
        ),
        measure=measure,
    )
    assert audit.off_grid(laid.edition, laid.layout) == []
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []
    assert {round(line.width / laid.grid.size, 6) for line in laid.lines("body")} <= {
        measure,
        measure - 2,
    }


def test_baselines_of_neighbouring_columns_are_level(press: Press) -> None:
    laid = press.pages(
        press.article(prose(900), title="第一篇"),
        press.article(prose(900), title=prose(40)),
        layout="neikan-a4-2col",
    )
    assert audit.off_grid(laid.edition, laid.layout) == []


def test_run_in_articles_and_briefs_begin_with_their_text(press: Press) -> None:
    run_in = press.article(
        "⟦区委召开会议。⟧" + prose(50), title="区委召开会议", kind=ArticleKind.RUN_IN
    )
    laid = press.pages(run_in, press.article("1.第一条", "2.第二条"))
    assert laid.lines("headline") == []
    assert {run.face for run in laid.lines("body")[0].runs} >= {"song-bold"}


# -- empty paragraphs ------------------------------------------------------------------------------


def test_an_empty_paragraph_is_a_blank_row(press: Press) -> None:
    laid = press.set("甲段。", "", "乙段。")
    above, blank, below = laid.lines("body")
    assert (above.text, blank.text, below.text) == ("甲段。", "", "乙段。")
    assert [laid.row(line) - laid.row(above) for line in (blank, below)] == [1, 2]


def test_an_empty_paragraph_beside_a_photo_is_a_blank_row_too(press: Press) -> None:
    laid = press.set(press.photo(300, 300, width=10.0), "", "乙段。")
    blank, below = laid.lines("body")
    assert laid.row(below) - laid.row(blank) == 1


@pytest.mark.parametrize("layout", [*LAYOUTS, "gongwen-a4"])
@pytest.mark.parametrize("entries", range(4, 30))
def test_no_section_begins_under_the_contents_with_its_headline_on_the_next_page(
    press: Press, layout: str, entries: int
) -> None:
    """However little the list of contents leaves of the front page."""
    beside = press.photo(300, 300, width=10.0)
    first = press.article(beside, prose(200), title="要闻一则")
    articles = [press.article(prose(20), title=f"其余{k}") for k in range(entries)]
    laid = press.pages(first, *articles, section="【要闻】", layout=layout, contents=True)
    assert laid.page_of("要闻", "section") == laid.page_of("要闻一则", "headline")
