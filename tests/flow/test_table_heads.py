"""What heads a table and what goes over several of its rows: it stands where a reader looks for it,
and rules, grounds and repetitions follow.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.house.layout import Layout, TableRules
from layouts.house.load import load_layout
from layouts.house.text_style import Align
from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.text import Text

BY_AREA = (
    ("片区", "成员馆", "读者", ""),
    ("", "", "成人", "少儿"),
    ("城东", "总馆", "21.6", "18.35"),
    ("", "柳渡分馆", "9.4", "7.7"),
    ("", "石桥分馆", "8.8", "8.125"),
    ("城西", "仓前分馆", "6.1", "4"),
)
SPANS = (CellSpan(0, 0, 2, 1), CellSpan(0, 1, 2, 1), CellSpan(0, 2, 1, 2), CellSpan(2, 0, 3, 1))


def table(*rows: tuple[str, ...], spans: tuple[CellSpan, ...] = (), heads: int = 1) -> Table:
    header, *body = (tuple(map(Text, row)) for row in rows)
    return Table(
        header, tuple(body), ("auto",) * len(header), NOWHERE, spans=spans, header_rows=heads
    )


def areas() -> Table:
    return table(*BY_AREA, spans=SPANS, heads=2)


def y_of(laid: Laid, text: str) -> float:
    return next(line.y for line in laid.lines("table") if line.text == text)


def in_layout(**design: object) -> Layout:
    layout = load_layout("jianbao-a4")
    return replace(layout, table=replace(layout.table, **design))


def test_a_cell_over_rows_stands_in_their_middle(press: Press) -> None:
    laid = press.set(areas())
    assert y_of(laid, "城东") == pytest.approx(y_of(laid, "柳渡分馆"))
    first, second = y_of(laid, "读者"), y_of(laid, "成人")
    assert y_of(laid, "片区") == pytest.approx((first + second) / 2)


def test_rows_grow_for_a_cell_over_them_that_is_taller(press: Press) -> None:
    rows = (("片区", "馆"), (prose(200), "总馆"), ("", "柳渡"), ("又", "仓前"))
    narrow = replace(table(*rows, spans=(CellSpan(1, 0, 2, 1),)), widths=(6.0, None))
    laid = press.set(narrow)
    long = [line for line in laid.lines("table") if line.part == 2]
    below = next(line for line in laid.lines("table") if line.text == "又")
    assert "".join(line.text for line in long) == prose(200)
    if below.y > long[0].y:  # on the same page
        assert below.y - long[-1].y >= long[0].size


@pytest.mark.parametrize("filling", range(0, 700, 70))
def test_rows_under_one_cell_stand_in_one_column(press: Press, filling: int) -> None:
    laid = press.set(prose(600 + filling), areas(), layout="neikan-a4-2col")
    pages = [
        (page.number, line.x // laid.grid.column_width)
        for page in laid.pages
        for line in page.lines
        if line.text in ("总馆", "柳渡分馆", "石桥分馆")
    ]
    assert len(pages) == 3
    assert len(set(pages)) == 1


def test_rows_under_one_cell_that_no_column_holds_are_parted(press: Press) -> None:
    rows = (("片区", "馆"), *(("城东" if k == 0 else "", f"第{k}馆") for k in range(150)))
    laid = press.set(table(*rows, spans=(CellSpan(1, 0, 150, 1),)))
    printed = [line.text for line in laid.lines("table") if line.text.startswith("第")]
    assert printed == [f"第{k}馆" for k in range(150)]
    assert [line.text for line in laid.lines("table")].count("城东") == 1


def test_all_rows_of_a_header_are_repeated(press: Press) -> None:
    rows = (*BY_AREA[:2], *(("东", f"第{k}馆", "1", "2") for k in range(90)))
    laid = press.set(table(*rows, spans=SPANS[:3], heads=2))
    for page in laid.pages:
        texts = [line.text for line in page.lines if line.role == "table"]
        if texts:
            assert texts[:5] == ["片区", "成员馆", "读者", "成人", "少儿"]
    assert len(laid.pages) > 2


@pytest.mark.parametrize(
    ("caption", "again"), [("表 3　各馆", "续表3　各馆"), ("各馆", "续表　各馆")]
)
def test_where_a_table_goes_on_its_caption_says_so(press: Press, caption: str, again: str) -> None:
    rows = (("馆", "人次"), *((f"第{k}馆", "1") for k in range(90)))
    laid = press.set(replace(table(*rows), caption=Text(caption)))
    assert [line.text.replace(" ", "") for line in laid.lines("table-caption")] == [
        caption.replace(" ", "")
    ]
    later = laid.lines("table-continued")
    assert {line.text.replace(" ", "") for line in later} == {again}
    assert (
        len(later)
        == sum(any(line.text == "人次" for line in page.lines) for page in laid.pages) - 1
    )
    assert {line.article for line in later} == {None}  # nothing of the manuscript's


def test_a_table_without_a_caption_goes_on_without_words(press: Press) -> None:
    rows = (("馆", "人次"), *((f"第{k}馆", "1") for k in range(90)))
    assert press.set(table(*rows)).lines("table-continued") == []


def test_where_figures_are_from_stands_below_the_notes(press: Press) -> None:
    laid = press.set(
        replace(areas(), notes=(Text("注：年底数。"),), data_source=Text("资料来源：馆办。"))
    )
    note, source = laid.lines("table-note")
    assert (note.text, source.text) == ("注：年底数。", "资料来源：馆办。")
    assert note.y < source.y
    assert note.x == source.x


def test_a_rule_stands_under_what_heads_several_columns(press: Press) -> None:
    laid = press.set(areas())
    heads = {text: y_of(laid, text) for text in ("读者", "成人")}
    between = [rule for rule in laid.pages[0].rules if heads["读者"] < rule.y0 < heads["成人"] - 8]
    assert len(between) == 1
    assert between[0].x0 > laid.grid.left + laid.grid.column_width / 4


def test_three_lines_are_three(press: Press) -> None:
    laid = press.set(table(("馆", "人次"), ("总馆", "1"), ("柳渡", "2")))
    rules = [rule for rule in laid.pages[0].rules if rule.y0 > y_of(laid, "馆") - 20]
    assert len([rule for rule in rules if rule.y0 == rule.y1]) >= 3
    assert not [rule for rule in rules if rule.x0 == rule.x1]


@pytest.mark.parametrize(("style", "sides"), [(TableRules.OPEN, 0), (TableRules.GRID, 2)])
def test_rules_of_a_grid_do_not_go_through_merged_cells(
    press: Press, style: TableRules, sides: int
) -> None:
    laid = press.set(areas(), house=in_layout(rules=style))
    page = laid.pages[0]
    upright = [rule for rule in page.rules if rule.x0 == rule.x1 and rule.y1 > y_of(laid, "片区")]
    edges = (laid.grid.left, laid.grid.left + laid.grid.column_width)
    assert sum(rule.x0 in map(pytest.approx, edges) for rule in upright) == sides
    area = next(line for line in laid.lines("table") if line.text == "城东")
    crossing = [
        rule
        for rule in page.rules
        if rule.y0 == rule.y1
        and rule.x0 < area.x + 1 < rule.x1
        and y_of(laid, "总馆") < rule.y0 < y_of(laid, "石桥分馆") - 4
    ]
    assert crossing == []


def test_every_second_row_has_a_ground_and_rows_under_one_cell_have_one(press: Press) -> None:
    rows = (*BY_AREA, ("城南", "松坪分馆", "1", "2"))
    striped = replace(table(*rows, spans=SPANS, heads=2), zebra=True)
    laid = press.set(striped)
    (ground,) = [box for box in laid.pages[0].boxes if box.y > y_of(laid, "成人")]
    assert ground.y < y_of(laid, "仓前分馆") < ground.y + ground.height
    assert laid.pages[0].boxes != press.set(replace(striped, zebra=False)).pages[0].boxes
    asked = press.set(replace(striped, zebra=None), house=in_layout(zebra=True))
    assert [box.y for box in asked.pages[0].boxes] == [box.y for box in laid.pages[0].boxes]


def test_a_cell_stands_as_it_is_told_not_as_its_column(press: Press) -> None:
    rows = (("馆", "说明"), ("总馆", "甲"), ("柳渡", "乙"))
    own = replace(table(*rows), own_alignments=(CellAlignment(1, 1, "right"),))
    laid = press.set(own)
    told, other = (
        next(line for line in laid.lines("table") if line.text == text) for text in "甲乙"
    )
    assert told.runs[0].x > other.runs[0].x + 20
    assert told.x + told.width == pytest.approx(told.runs[0].x + told.size, abs=0.1)


@pytest.mark.parametrize("short", ["left", "center"])
def test_columns_of_short_texts_stand_as_the_layout_has_them(press: Press, short: str) -> None:
    laid = press.set(
        table(("馆", "可否"), ("总馆", "可"), ("柳渡", "否")), house=in_layout(short=Align(short))
    )
    line = next(line for line in laid.lines("table") if line.text == "可")
    middle = line.runs[0].x + line.size / 2
    assert (middle == pytest.approx(line.x + line.width / 2, abs=0.5)) == (short == "center")
