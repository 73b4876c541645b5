"""Tables: how columns share the measure, where parts begin, and cells and headers that no column
holds.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.issue.article import CellSpan, Section, Table
from layouts.issue.text import Text

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table(
        tuple(map(Text, header)),
        tuple(tuple(map(Text, row)) for row in rows),
        ("left",) * len(header),
        NOWHERE,
    )


def cell_lines(laid: Laid, part: int) -> list[str]:
    return [line.text for line in laid.lines("table") if line.part == part]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_and_figures_stay_on_one_line_beside_a_column_of_sentences(
    press: Press, layout: str
) -> None:
    laid = press.set(
        table(
            ("单位", "数量", "说明"), ("柳渡分馆", "13715", prose(90)), ("仓前分馆", "8", prose(60))
        ),
        layout=layout,
    )
    assert cell_lines(laid, 3) == ["柳渡分馆"]
    assert cell_lines(laid, 4) == ["13715"]
    assert len(cell_lines(laid, 5)) > 1


def test_headers_in_two_lines_leave_more_to_the_sentences_below(press: Press) -> None:
    header = ("镇、街道", "已整治小区（个）", "已整治管网（公里）", "备注")
    laid = press.set(table(header, ("城关街道", "14", "102.3", prose(60))), layout="tongxun-a5")
    assert cell_lines(laid, 1) == ["已整治小区", "（个）"]
    assert len(cell_lines(laid, 7)) <= 4


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_columns_of_sentences_share_evenly_what_the_names_leave(
    press: Press, layout: str
) -> None:
    laid = press.set(
        table(("单位", "问题", "办法"), ("柳渡分馆", prose(90), prose(200))), layout=layout
    )
    widths = {line.part: line.width for line in laid.lines("table")}
    assert widths[4] == pytest.approx(widths[5], abs=1.0)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "words", [("á" * 190,), ("W" * 300, "x" * 300), ("　" * 60, "á" * 190, "\u202e逆")]
)
def test_a_word_wider_than_its_table_is_cut_and_every_column_keeps_three_characters(
    press: Press, layout: str, words: tuple[str, ...]
) -> None:
    laid = press.set(table((*words, "数"), (*("字" for _ in words), "1")), layout=layout)
    grid = laid.grid
    for line in laid.lines("table"):  # across all columns, where one is too narrow
        assert line.width >= 3 * line.size - 1e-6
        assert grid.left - 1e-6 <= line.x
        assert line.x + line.width <= grid.left + grid.area_width + 1e-6
    for part, word in enumerate(words):
        assert "".join(cell_lines(laid, part)).replace("　", "") == word.replace("　", "")


def test_where_columns_have_no_room_for_their_padding_cells_still_stand_inside_their_columns(
    press: Press,
) -> None:
    laid = press.set(table(tuple(f"栏{k}" for k in range(30)), tuple("字" for _ in range(30))))
    column = laid.grid.column_width / 30
    for line in laid.lines("table"):
        left = laid.grid.left + (line.part % 30) * column
        assert left - 1e-6 <= line.x
        assert line.x + line.width <= left + column + 1e-6


@pytest.mark.parametrize("rows", [60, 130])
def test_the_parts_of_a_table_stand_level_with_the_text_of_their_neighbours(
    press: Press, rows: int
) -> None:
    """The rule above a part at the head of a column stands where characters of a first row have
    their top.
    """
    laid = press.set(
        prose(300),
        table(("甲", "乙"), *((f"{k}", "丙") for k in range(rows))),
        prose(300),
        layout="neikan-a4-2col",
    )
    grid = laid.grid
    for page in laid.pages[1:]:
        for head in (line for line in page.lines if line.text == "甲"):
            above = max(
                rule.y0 for rule in page.rules if rule.y0 < head.y and rule.x0 <= head.x <= rule.x1
            )
            assert above == pytest.approx(grid.top, abs=1e-6)
    assert (
        len(
            {
                round(line.y, 3)
                for page in laid.pages[1:]
                for line in page.lines
                if line.text == "甲"
            }
        )
        <= 1
    )
    assert sum(line.text == "甲" for line in laid.lines("table")) > 1


def test_a_table_under_text_keeps_clear_of_it(press: Press) -> None:
    laid = press.set(prose(100), table(("甲", "乙"), ("丙", "丁")))
    above = max(line.y + 0.12 * line.size for line in laid.lines("body"))
    first = min(rule.y0 for rule in laid.pages[0].rules if rule.y0 > above)
    assert first - above >= 0.1 * laid.grid.leading


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_header_taller_than_half_a_column_is_set_once_and_in_whole(
    press: Press, layout: str
) -> None:
    header = prose(1400)
    laid = press.set(table((header, "数"), *((f"第{k}行", "1") for k in range(80))), layout=layout)
    foot = laid.grid.top + laid.grid.area_height
    assert "".join(cell_lines(laid, 0)) == header
    assert [line.text for line in laid.lines("table") if line.text.startswith("第")] == [
        f"第{k}行" for k in range(80)
    ]
    assert max(line.y for line in laid.lines("table")) <= foot


@pytest.mark.parametrize("size", range(4, 130, 9))
def test_balanced_columns_leave_no_heading_without_its_text(press: Press, size: int) -> None:
    for title in ("", "防汛防台"):
        article = press.article(prose(size), title=title)
        laid = press.issue(Section("要闻", (article,), NOWHERE), layout="neikan-a4-2col")
        middle = laid.grid.column_left(1) - 1
        below = max(
            laid.lines("section", "headline", "body"),
            key=lambda line: line.y if line.x < middle else 0.0,
        )
        assert below.role == "body"


# -- merged cells ----------------------------------------------------------------------------------


def merged(*rows: tuple[str, ...], spans: tuple[CellSpan, ...]) -> Table:
    header, *body = rows
    return replace(table(header, *body), spans=spans)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_cell_over_columns_has_the_room_of_all_and_stands_in_its_middle(
    press: Press, layout: str
) -> None:
    words = "两馆合办，合并计算"
    rows = (("分馆", "场次", "人次"), ("柳渡", "4", "480"), ("松坪", words, ""))
    alone = press.set(table(*rows), layout=layout)
    laid = press.set(merged(*rows, spans=(CellSpan(2, 1, 1, 2),)), layout=layout)
    assert cell_lines(laid, 7) == [words]
    line = next(line for line in laid.lines("table") if line.part == 7)
    figures = [next(one for one in laid.lines("table") if one.part == part) for part in (4, 5)]
    assert line.x > figures[0].x - 1
    assert line.x + line.width > figures[1].x
    assert sum(one.part == 7 for one in alone.lines("table")) >= 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_covered_is_not_set_and_the_caret_finds_nothing_there(
    press: Press, layout: str
) -> None:
    rows = (("分馆", "场次"), ("柳渡", "4"), ("", "5"))
    laid = press.set(merged(*rows, spans=(CellSpan(1, 0, 2, 1),)), layout=layout)
    assert {line.part for line in laid.lines("table")} == {0, 1, 2, 3, 5}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_under_a_merged_cell_are_not_lost(press: Press, layout: str) -> None:
    rows = (("分馆", "场次"), ("柳渡", "四"))
    laid = press.set(merged(*rows, spans=(CellSpan(1, 0, 1, 2),)), layout=layout)
    assert cell_lines(laid, 3) == ["四"]


@pytest.mark.parametrize("layout", ["neikan-a4-2col", "neikan-a4-3col"])
def test_a_header_ends_a_line_before_its_bracket_and_short_cells_stay_whole(
    press: Press, layout: str
) -> None:
    header = ("成员馆", "读者（万人次）", "外借（万册次）", "活动（场）", "新办证（张）")
    laid = press.set(table(header, ("柳渡分馆", "21.6", "18.3", "126", "2208")), layout=layout)
    for part, text in enumerate(header[1:], start=1):
        lines = cell_lines(laid, part)
        assert lines[0] == text.partition("（")[0] or lines == [text]
    assert cell_lines(laid, 5) == ["柳渡分馆"]


@pytest.mark.parametrize("layout", ["jianbao-a4", "tongxun-a5"])
@pytest.mark.parametrize("figures", [10, 12])
def test_a_short_name_stays_whole_beside_many_columns_of_figures(
    press: Press, layout: str, figures: int
) -> None:
    """Second look, Pages 1: cells of six characters or fewer never wrap."""
    laid = press.set(
        table(("单位", *"一二三四五六七八九十甲乙"[:figures]), ("柳渡分馆", *("8",) * figures)),
        layout=layout,
    )
    assert cell_lines(laid, figures + 1) == ["柳渡分馆"]
    assert all(cell_lines(laid, figures + 1 + k) == ["8"] for k in range(1, figures + 1))


@pytest.mark.parametrize("layout", [*LAYOUTS, "tongxun-a5"])
@pytest.mark.parametrize("asked", [14.0, 18.0, 20.0, 30.0])
def test_a_short_name_stays_whole_beside_a_column_that_was_given_its_width(
    press: Press, layout: str, asked: float
) -> None:
    made = table(("单位", "备注", "说明"), ("柳渡分馆", prose(30), prose(80)))
    laid = press.set(replace(made, widths=(None, None, asked)), layout=layout)
    last = next(line for line in laid.lines("table") if line.part == 5)
    room = laid.grid.area_width - last.width - 4 * laid.layout.table.padding
    # four characters and as many for the notes beside them
    if room >= 8 * last.size:
        assert cell_lines(laid, 3) == ["柳渡分馆"]
