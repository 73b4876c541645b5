"""What users of other systems complain of at floats and page ends, held against tables, boxes and
columns: each test is named after the complaint (typography.md 3).
"""

from __future__ import annotations

from collections import Counter

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.issue.article import Section, Table
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.text import Text

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col", "tongxun-a5")


def long_table(rows: int, **changes: object) -> Table:
    """A table whose cells are all different."""
    made = tuple(
        (Text(f"第{k}号"), Text(f"地点{k}在湖边" + "很远" * (k % 5)), Text(f"{k}.5"))
        for k in range(rows)
    )
    header = Text("编号"), Text("地点"), Text("里程")
    return replace(Table(header, made, ("auto",) * 3, NOWHERE), **changes)


def told(laid: Laid, part: int) -> str:
    """A cell of the table, wherever its lines stand."""
    return "".join(line.text for line in laid.lines("table") if line.part == part)


@pytest.mark.parametrize("across", [1, 2])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_row_stands_twice_or_not_at_all_where_a_page_or_column_ends(
    press: Press, layout: str, across: int
) -> None:
    """paged.js #208."""
    table = long_table(90, across=across)
    laid = press.set(prose(300), table, prose(900), layout=layout)
    assert len({page.number for page in laid.pages if laid.lines("table", page=page.number)}) > 1
    for k, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            assert told(laid, 3 * k + column) == cell.string


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_text_stands_twice_or_not_at_all_where_columns_change(press: Press, layout: str) -> None:
    """paged.js #208."""
    made = [
        Section(f"栏{k}", (press.article(prose(700 + 90 * k), title=f"题{k}"),), NOWHERE, columns=k)
        for k in range(1, 7)
    ]
    laid = press.issue(*made, layout=layout)
    for number, section in enumerate(made):
        block = section.articles[0].blocks[0]
        drawn = "".join(line.text for line in laid.lines("body") if line.article == number)
        assert drawn == block.text.string  # type: ignore[union-attr]
    assert audit.bodies_crossing(laid.edition) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_cell_has_one_character_a_line_beside_a_wide_one(press: Press, layout: str) -> None:
    """CasualOffice #344: a short cell was squeezed to the width of a character."""
    header = tuple(map(Text, ("序号", "负责单位", "内容", "完成时限")))
    row = tuple(map(Text, ("12", "柳渡街道办事处", prose(160), "九月底前完成")))
    laid = press.set(Table(header, (row,), ("auto",) * 4, NOWHERE), layout=layout)
    lines: dict[int, list[str]] = {}
    for line in laid.lines("table"):
        lines.setdefault(line.part, []).append(line.text)
    for part, texts in lines.items():
        assert min(map(len, texts[:-1]), default=2) >= 2, (part, texts)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_stand_where_they_do_in_every_row_and_on_every_page(
    press: Press, layout: str
) -> None:
    """LibreOffice tdf#153966: edges jittered because sums changed their order."""
    laid = press.set(long_table(90), layout=layout)
    edges: dict[tuple[int, int], Counter[tuple[float, float]]] = {}
    for page in laid.pages:
        for line in laid.lines("table", page=page.number):
            near = max(k for k in range(laid.grid.columns) if laid.grid.column_left(k) <= line.x)
            slot = line.x - laid.grid.column_left(near), line.width
            edges.setdefault((near, line.part % 3), Counter())[slot] += 1
    for column in range(3):
        slots = {slot for (_, of), found in edges.items() if of == column for slot in found}
        assert max(x for x, _ in slots) - min(x for x, _ in slots) < 1e-6
        assert max(width for _, width in slots) - min(width for _, width in slots) < 1e-6


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("layout", ["neikan-a4-2col", "neikan-a4-3col"])
def test_the_line_after_a_table_across_columns_is_as_wide_as_its_column(
    press: Press, layout: str, place: PhotoPlace
) -> None:
    """react-pdf #3513: widths off by one line at a float's end."""
    table = long_table(6, place=place, across=2)
    laid = press.set(prose(500), table, prose(2500), layout=layout)
    widths = {round(line.width, 6) for line in laid.lines("body") if line.start}
    assert widths == {round(laid.grid.column_width, 6)}
    assert audit.bodies_crossing(laid.edition) == []


@pytest.mark.parametrize("layout", ["jianbao-a4", "jianbao-16k"])
def test_lines_beside_a_box_are_narrow_as_long_as_it_stands_and_no_longer(
    press: Press, layout: str
) -> None:
    """react-pdf #3513."""
    box = Sidebar((Text("提要"), Text(prose(60))), NOWHERE, BoxKind.SUMMARY, True, Side.RIGHT, 12.0)
    laid = press.set(prose(60), box, prose(900), layout=layout)
    for page in laid.pages:
        for line in laid.lines("body", page=page.number):
            if not line.start:  # its indent is taken off
                continue
            own = [
                area
                for area in page.areas
                if (line.article, line.paragraph) == (area.article, area.paragraph)
            ]
            beside = any(
                line.y - 0.88 * line.size < area.y + area.height and line.y > area.y
                for area in page.areas
            )
            if not own and not beside:
                assert line.width == pytest.approx(laid.grid.column_width)
            elif not own:
                assert line.width < laid.grid.column_width
