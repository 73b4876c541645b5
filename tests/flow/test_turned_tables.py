"""Tables on pages of their own that are turned by a quarter (横排转页)."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.house.layout import Grid
from layouts.issue.article import Section, Table
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPlace
from layouts.issue.sound_floats import sound_table
from layouts.issue.text import Text
from layouts.page.hit import HitKind, Rect, band, hit
from layouts.page.item import PAGE_NUMBER, Line
from layouts.page.page import Page
from layouts.page.turning import all_lines, box_on_paper, off_paper, on_paper, upright_of
from layouts.paint.listing import listing
from layouts.paint.pdf import write_pdf
from layouts.preflight.fixes import fix
from layouts.preflight.page import inspect_page

TWO, THREE, ONE = "neikan-a4-2col", "neikan-a4-3col", "jianbao-a4"
MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def wide(rows: int, **looks: object) -> Table:
    """A table of a year's months, turned unless it is said otherwise."""
    header = tuple(map(Text, ("馆", *(f"{month}月" for month in MONTHS))))
    body = [tuple(map(Text, (f"第{k}馆", *(f"{k}{m:02}" for m in range(12))))) for k in range(rows)]
    looks.setdefault("turned", True)
    table = Table(header, tuple(body), ("auto",) * 13, NOWHERE)
    return replace(table, **looks)


def turned_pages(laid: Laid) -> list[Page]:
    return [page for page in laid.pages if page.turned]


def cells(page: Page, role: str = "table") -> list[Line]:
    return [line for line in page.lines if line.role == role]


def on_its_paper(page: Page, line: Line) -> tuple[float, float, float, float]:
    return tuple(box_on_paper(page, band(line)))


def type_area(grid: Grid) -> tuple[float, float, float, float]:
    right, foot = grid.left + grid.area_width, grid.top + grid.area_height
    return grid.left, grid.top, right, foot


@pytest.mark.parametrize("layout", [ONE, TWO, THREE])
def test_it_has_a_page_of_its_own_inside_the_type_area(press: Press, layout: str) -> None:
    laid = press.set(prose(600), wide(8), prose(1500), layout=layout)
    (page,) = turned_pages(laid)
    assert {line.role for line in page.lines} == {"table"}
    left, top, right, foot = type_area(laid.grid)
    for line in page.lines:
        x0, y0, x1, y1 = on_its_paper(page, line)
        assert left - 0.01 <= x0 < x1 <= right + 0.01
        assert top - 0.01 <= y0 < y1 <= foot + 0.01
    rules = [rule.x1 - rule.x0 for rule in page.rules]
    assert max(rules) == pytest.approx(laid.grid.area_height)


def test_its_head_is_at_the_left_and_its_lines_run_up(press: Press) -> None:
    """顶左底右, on left and right pages alike."""
    laid = press.set(prose(300), wide(90), prose(1500), layout=TWO)
    pages = turned_pages(laid)
    assert len({page.number % 2 for page in pages}) == 2
    for page in pages:
        head, *_, last = cells(page)
        first_column = [line for line in cells(page) if line.part % 13 == 0]
        assert on_paper(page, head.x, head.y)[0] < on_paper(page, last.x, last.y)[0]
        beside = next(line for line in cells(page) if line.part == first_column[0].part + 1)
        assert on_paper(page, beside.x, beside.y)[1] < on_paper(page, head.x, head.y)[1]


def test_page_number_and_running_head_keep_upright(press: Press) -> None:
    laid = press.set(prose(300), wide(8), prose(6000), layout=TWO)
    (page,) = turned_pages(laid)
    other = next(one for one in laid.pages if not one.turned and one.number == page.number + 2)
    own = [line for line in upright_of(page).lines if line.role == PAGE_NUMBER]
    usual = [line for line in other.lines if line.role == PAGE_NUMBER]
    assert [(line.y, line.x + line.width) for line in own] == [
        (line.y, line.x + line.width) for line in usual
    ]
    assert [line.text for line in own] == [str(page.number)]
    assert not any(line.role == PAGE_NUMBER for line in page.lines)


def test_what_follows_goes_on_before_it(press: Press) -> None:
    laid = press.set(prose(200), wide(8), prose(6000), layout=TWO)
    (page,) = turned_pages(laid)
    before = laid.pages[page.number - 2]
    grid = laid.grid
    for k in range(grid.columns):
        edges = grid.column_left(k) - 1, grid.column_left(k) + grid.column_width
        column = [
            line.y for line in before.lines if line.role == "body" and edges[0] < line.x < edges[1]
        ]
        assert max(column) == pytest.approx(grid.baseline(grid.rows - 1))


def test_a_long_one_goes_on_with_header_and_caption_and_ends_with_its_notes(press: Press) -> None:
    table = wide(
        90,
        caption=Text("表1　各馆"),
        notes=(Text("注：截至年底"),),
        data_source=Text("资料来源：统计局"),
    )
    laid = press.set(prose(200), table, prose(300), layout=TWO)
    pages = turned_pages(laid)
    assert len(pages) > 2
    numbers = [page.number for page in pages]
    assert numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    captions = [
        "".join(
            line.text for line in page.lines if line.role in {"table-caption", "table-continued"}
        )
        for page in pages
    ]
    assert captions == ["表1　各馆", *["续表1　各馆"] * (len(pages) - 1)]
    assert all(cells(page)[0].text == "馆" for page in pages)
    notes = [[line.text for line in cells(page, "table-note")] for page in pages]
    assert notes == [[]] * (len(pages) - 1) + [["注：截至年底", "资料来源：统计局"]]
    names = [line.text for page in pages for line in cells(page) if line.text.startswith("第")]
    assert names == [f"第{k}馆" for k in range(90)]


def test_one_that_is_turned_has_no_other_place() -> None:
    sound = sound_table(wide(2, place=PhotoPlace.FOOT, across=2))
    assert (sound.turned, sound.place, sound.across) == (True, PhotoPlace.TEXT, 1)


def test_points_of_the_paper_lead_to_its_cells_and_back(press: Press) -> None:
    laid = press.set(prose(200), wide(8), layout=TWO)
    (page,) = turned_pages(laid)
    for k, line in enumerate(page.lines):
        at = on_paper(page, line.x + line.width / 2, line.y - line.size / 3)
        assert 0 < at[0] < page.width
        assert 0 < at[1] < page.height
        found = hit(page, *off_paper(page, *at))
        assert (found.target, found.line) == (HitKind.LINE, k)


def test_the_file_turns_it_by_one_matrix(press: Press) -> None:
    laid = press.set(prose(200), wide(8), layout=TWO)
    (page,) = turned_pages(laid)
    data = write_pdf(laid.edition, press.catalogue)
    with pikepdf.open(io.BytesIO(data)) as file:
        content = pikepdf.parse_content_stream(file.pages[page.number - 1])
    matrices = [[float(n) for n in operands] for operands, name in content if str(name) == "cm"]
    # ISO 32000-1 8.3.3: by 90° counter-clockwise, moved right by the page's width
    assert matrices == [[0, 1, -1, 0, pytest.approx(page.width, abs=0.01), 0]]


def test_the_listing_tells_of_the_turn(press: Press) -> None:
    laid = press.set(prose(200), wide(8), layout=TWO)
    pages = json.loads(json.dumps(listing(laid.edition, press.catalogue)))["pages"]
    (told,) = [page for page in pages if "matrix" in page]
    a, b, c, d, e, f = told["matrix"]
    line = next(line for line in told["lines"] if line["text"] == "第0馆")
    x, y = a * line["x"] + c * line["y"] + e, b * line["x"] + d * line["y"] + f
    (page,) = turned_pages(laid)
    assert (x, y) == pytest.approx(on_paper(page, line["x"], line["y"]), abs=0.01)
    assert [line["text"] for line in told["upright"]] == [
        line.text for line in all_lines(page) if line.role != "table"
    ]


def test_a_finding_offers_to_turn_one_whose_columns_do_not_fit(press: Press) -> None:
    header = tuple(Text(f"指标项目{k}") for k in range(24))
    body = (tuple(Text(str(1_000_000 + k)) for k in range(24)),)
    table = Table(header, body, ("auto",) * 24, NOWHERE)
    article = press.article("前文。", table)
    laid = press.pages(article, layout=ONE)
    (offered,) = [found for found in laid.edition.findings if found.code == "table-too-wide"]
    issue = Issue(Masthead(), (Section("", (article,), NOWHERE),), press.folder, NOWHERE)
    mended = fix(issue, replace(offered, place=(0, 0, 1, 0)))
    turned = mended.sections[0].articles[0].blocks[1]
    assert isinstance(turned, Table)
    assert turned.turned
    assert turned_pages(press.pages(press.article("前文。", turned), layout=ONE))


def test_what_is_wrong_with_its_running_head_is_said_of_its_page(press: Press) -> None:
    laid = press.set(prose(200), wide(8), layout=TWO)
    (page,) = turned_pages(laid)
    upright = upright_of(page)
    head = next(line for line in upright.lines if line.role == PAGE_NUMBER)
    near = head._replace(y=page.height - 3.0)
    page = replace(page, upright=replace(upright, lines=[near]))
    (found,) = inspect_page(page, laid.grid, None, last=False)
    assert (found.code, found.page) == ("text-near-trim", page.number)
    # its ink is a figure at the left of the line, above the foot of the paper
    left, top, right, bottom = box_on_paper(page, Rect(*found.box))
    assert left == pytest.approx(near.x)
    assert left < right < left + 2 * near.size
    assert near.y - near.size <= top < near.y <= bottom <= page.height + 0.01
