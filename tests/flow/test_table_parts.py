"""Where a table is parted: two rows at least on either side, as lines of a paragraph (孤行)."""

from __future__ import annotations

from collections import Counter

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.issue.article import CellSpan, Table
from layouts.issue.text import Text


def table(count: int, cell: str = "", *spans: CellSpan, notes: int = 0) -> Table:
    header = (Text("馆"), Text("人次"))
    rows = tuple((Text(f"第{k}馆{cell}"), Text(str(k))) for k in range(count))
    below = tuple(Text(f"注{k}：全年数。") for k in range(notes))
    return Table(header, rows, ("left", "right"), NOWHERE, spans=spans, notes=below)


def rows_in_columns(laid: Laid) -> list[int]:
    """How many rows each column of the pages has of the one table, in reading order."""
    grid = laid.grid
    found = Counter(
        (page.number, round((line.x - grid.left) // (grid.column_width + grid.gutter)))
        for page in laid.pages
        for line in page.lines
        if line.role == "table" and line.text.startswith("第")
    )
    return [found[key] for key in sorted(found)]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col", "tongxun-a5"])
@pytest.mark.parametrize("notes", [0, 2])
@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_no_row_stands_alone(press: Press, layout: str, notes: int, count: int) -> None:
    for filling in range(0, 1200, 50):
        laid = press.set(prose(400 + filling), table(count, notes=notes), layout=layout)
        parts = rows_in_columns(laid)
        assert sum(parts) == count
        assert min(parts) >= 2, (filling, parts)


@pytest.mark.parametrize("count", range(60, 74))
def test_nor_does_the_last_of_a_long_table(press: Press, count: int) -> None:
    parts = rows_in_columns(press.set(table(count), layout="neikan-a4-2col"))
    assert sum(parts) == count
    assert min(parts) >= 2, parts


@pytest.mark.parametrize("count", range(33, 42))
def test_nor_on_pages_of_a_table_across_columns(press: Press, count: int) -> None:
    wide = replace(table(count, notes=1), across=2)
    laid = press.set(prose(400), wide, prose(400), layout="neikan-a4-2col")
    rows = Counter(
        page.number
        for page in laid.pages
        for line in page.lines
        if line.role == "table" and line.text.startswith("第")
    )
    assert sum(rows.values()) == count
    assert min(rows.values()) >= 2, rows


def test_rows_under_one_cell_count_as_the_rows_they_are(press: Press) -> None:
    """Two under one cell and two more: they part between them and nowhere else."""
    spans = (CellSpan(1, 1, 2, 1), CellSpan(3, 1, 2, 1))
    merged = table(4, "", *spans)
    merged = replace(
        merged,
        rows=tuple((row[0], Text("") if k % 2 else row[1]) for k, row in enumerate(merged.rows)),
    )
    seen = set()
    for filling in range(0, 1200, 25):
        parts = rows_in_columns(press.set(prose(filling), merged, layout="tongxun-a5"))
        seen.add(tuple(parts))
    assert seen == {(4,), (2, 2)}


def test_rows_of_which_no_column_holds_two_stand_alone(press: Press) -> None:
    tall = replace(table(3, prose(420)), widths=(8.0, None))
    parts = press.set(prose(300), tall, layout="tongxun-a5")
    printed = "".join(line.text for line in parts.lines("table"))
    assert [printed.count(f"第{k}馆") for k in range(3)] == [1, 1, 1]


@pytest.mark.parametrize("filling", range(0, 1200, 100))
def test_a_heading_stands_with_the_two_rows_that_begin(press: Press, filling: int) -> None:
    laid = press.pages(
        press.article("短。", prose(400 + filling), "# 一、情况", table(9)),
        layout="neikan-a4-2col",
    )
    (heading,) = laid.lines("subheading-1")
    first = next(line for line in laid.lines("table") if line.text == "第1馆")
    assert abs(heading.x - first.x) < laid.grid.column_width
    assert laid.page_of("一、情况") == laid.page_of("第1馆")
