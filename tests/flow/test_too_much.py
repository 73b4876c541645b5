"""More than fits: nothing leaves its page, nothing is lost, and what had to give way is said."""

from __future__ import annotations

import pickle

import audit
import pytest
from composing import NOWHERE
from laying import Press, prose

from layouts.errors import Source
from layouts.issue.article import Paragraph, Section, Table
from layouts.issue.issue import Colophon
from layouts.issue.photo import Side
from layouts.issue.places import Place
from layouts.issue.text import Text
from layouts.paint.pdf import write_pdf

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_row_taller_than_a_column_goes_on_in_the_next(press: Press, layout: str) -> None:
    cell = prose(2500)
    laid = press.set(
        Table((Text("甲"), Text("乙")), ((Text(cell), Text("数")),), ("left", "left"), NOWHERE),
        layout=layout,
    )
    foot = laid.grid.top + laid.grid.area_height
    assert max(line.y for line in laid.lines("table")) <= foot
    assert (
        "".join(line.text for line in laid.lines("table") if len(line.text) > 1)
        .replace("甲", "")
        .replace("乙", "")
        == cell
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_tall_photo_with_a_long_caption_stays_on_its_page(press: Press, layout: str) -> None:
    laid = press.set(
        press.photo(30, 60, width=30.0, side=Side.RIGHT, caption=prose(360)),
        prose(40),
        layout=layout,
    )
    foot = laid.grid.top + laid.grid.area_height
    assert max(line.y for line in laid.lines("caption")) <= foot
    assert "".join(line.text for line in laid.lines("caption")) == prose(360)
    assert audit.off_page(laid.edition, laid.layout) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_long_list_of_recipients_takes_further_rows_at_full_size(
    press: Press, layout: str
) -> None:
    units = "、".join(f"第{k}单位" for k in range(60))
    laid = press.set(prose(30), layout=layout, colophon=Colophon(report_to=units, editor="林一"))
    lines = laid.lines("colophon")
    assert {line.size for line in lines} == {laid.layout.styles["colophon"].size}
    assert units in "".join(line.text for line in lines)
    assert len({round(line.y, 3) for line in lines}) > 2


def test_issuer_and_date_never_run_into_each_other(press: Press) -> None:
    laid = press.issue(Section("", (press.article(prose(30)),), NOWHERE))
    name = "很长的主办单位名称" * 5
    long = press.issue(
        Section("", (press.article(prose(30)),), NOWHERE),
        colophon=Colophon(editor=name, copies=100),
    )
    for edition in (laid.edition, long.edition):
        assert audit.overlaps(edition, press.catalogue) == []
    assert "line-squeezed" not in laid.codes()


def test_a_character_in_no_font_is_reported_once_with_its_line_and_page(press: Press) -> None:
    laid = press.pages(press.article(prose(30), title="标题😀"), contents=True)
    (finding,) = [finding for finding in laid.edition.findings if finding.code == "glyph-missing"]
    assert finding.source == Source(NOWHERE.file, NOWHERE.line)
    assert finding.page is not None


def test_a_character_in_no_font_is_found_where_it_was_typed_in_the_window(press: Press) -> None:
    made = Source("", 0)
    first = press.article(Paragraph(Text(prose(900)), made), title="甲")
    table = Table((Text("栏"),), ((Text("有😀字"),),), ("left",), made)
    second = press.article(Paragraph(Text(prose(600)), made), table, title="乙")
    laid = press.pages(first, second)
    (finding,) = [finding for finding in laid.edition.findings if finding.code == "glyph-missing"]
    assert finding.place == Place(0, 1, 1, 1)
    assert finding.span == (1, 2)
    (page,) = [page for page in laid.edition.pages for line in page.lines if "😀" in line.text]
    assert page.number > 1
    assert finding.page in (None, page.number)


def test_a_table_of_too_many_columns_is_said(press: Press) -> None:
    laid = press.set(Table(tuple(Text(f"栏{k}") for k in range(30)), (), ("left",) * 30, NOWHERE))
    assert "table-too-wide" in laid.codes()


def test_an_edition_from_another_process_prints_the_same_bytes(press: Press) -> None:
    laid = press.pages(press.article(prose(300), title="一个标题"), contents=True, section="栏目")
    again = pickle.loads(pickle.dumps(laid.edition))
    assert write_pdf(again, press.catalogue) == write_pdf(laid.edition, press.catalogue)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_caption_taller_than_the_page_is_an_error_that_names_its_photo(
    press: Press, layout: str
) -> None:
    photo = press.photo(width=12.0, caption=prose(10_000))
    laid = press.set(photo, prose(40), layout=layout)
    (finding,) = [finding for finding in laid.edition.findings if finding.code == "overset"]
    assert (finding.level, finding.source) == ("error", photo.source)
    assert prose(12) in finding.zh


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_taller_than_the_page_is_an_error(press: Press, layout: str) -> None:
    laid = press.pages(press.article(prose(40), title=prose(3000)), layout=layout)
    assert "overset" in laid.codes()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_that_goes_on_over_pages_is_no_error(press: Press, layout: str) -> None:
    laid = press.set(
        prose(4000),
        Table(
            (Text("甲"), Text("乙")), ((Text(prose(2500)), Text("数")),), ("left", "left"), NOWHERE
        ),
        layout=layout,
    )
    assert laid.codes() == []
