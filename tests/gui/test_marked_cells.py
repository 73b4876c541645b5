"""Marked cells of a table that stands in several columns of a page, its header over each part."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.canvas.marked_cells import cell_boxes
from desktop.canvas.table_edges import column_edges
from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.edits.cell_area import area_between
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript
from layouts.page.hit import Rect, band

AT = Place(0, 0, 0)
ROWS = 60


@pytest.fixture(scope="module")
def long_table(tmp_path_factory):
    path: Path = tmp_path_factory.mktemp("table") / "issue.md"
    rows = "".join(f"| 分馆{k} | {k} |\n" for k in range(1, ROWS + 1))
    path.write_text(
        f"---\npublication: 澜汀书讯\n---\n\n## 要闻\n\n### 题目\n\n| 分馆 | 人次 |\n|---|---|\n{rows}",
        "utf-8",
    )
    issue, _ = read_manuscript(path)
    return issue, compose(issue, load_layout("neikan-a4-2col", {}), Catalogue()).pages[0]


def marked(long_table, first: int, last: int) -> list[Rect]:
    issue, page = long_table
    return cell_boxes(
        page, issue, area_between(issue, AT._replace(part=first), AT._replace(part=last))
    )


def meant(long_table, box: Rect) -> set[int]:
    """The cells whose words a box holds."""
    _, page = long_table
    found: set[int] = set()
    for line in page.lines:
        words = band(line)
        x, y = (words.left + words.right) / 2, (words.top + words.bottom) / 2
        if line.role == "table" and box.holds(x, y):
            found.add(line.part)
    return found


def parted_at(long_table) -> int:
    """The first row in the second column of the page."""
    _, page = long_table
    left = min(line.x for line in page.lines if line.part == 2 and line.role == "table")
    return next(
        line.part // 2
        for line in page.lines
        if line.role == "table" and line.part > 1 and line.part % 2 == 0 and line.x > left + 100
    )


def test_cells_of_the_second_column_are_painted_there(long_table):
    row = parted_at(long_table)
    boxes = marked(long_table, 2 * row, 2 * row + 3)
    assert [meant(long_table, box) for box in boxes] == [{2 * row + k} for k in range(4)]


def test_cells_on_either_side_of_the_gap_are_painted_each_where_it_stands(long_table):
    row = parted_at(long_table)
    boxes = marked(long_table, 2 * row - 2, 2 * row + 1)
    assert [meant(long_table, box) for box in boxes] == [{2 * row + k} for k in range(-2, 2)]


def test_a_header_is_marked_over_each_part(long_table):
    boxes = marked(long_table, 0, 3)
    assert [meant(long_table, box) for box in boxes] == [{0}, {1}, {2}, {3}, {0}, {1}]


def test_each_part_has_its_edge_between_columns_from_its_header_on(long_table):
    issue, page = long_table
    edges = column_edges(page, 0, AT, issue.sections[0].articles[0].blocks[0])
    heads = [band(line) for line in page.lines if line.role == "table" and line.part == 0]
    assert [edge.top for edge in edges] == [head.top for head in heads]
