"""Rows of cells in a text, parted by tabs or wide gaps."""

import pytest

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers import text as reader
from layouts.importing.received import ReceivedParagraph, ReceivedTable

BEFORE = "北塘卫生院把体检车开到渡口，一天里看了九十多人，其中三十一人是头一回量血压。"
AFTER = "院长说，车子每月都来，路远的人家可以先打电话约好时候，行动不便的由村医上门。"


@pytest.fixture
def blocks(tmp_path):
    def read(*lines):
        path = tmp_path / "稿件.txt"
        path.write_text("\n".join((BEFORE, *lines, AFTER)), "utf8")
        return reader.read(path, PhotoStore(tmp_path / "photos")).blocks

    return read


@pytest.mark.parametrize("gap", ["\t", "\t\t", "      ", "\u3000\u3000\u3000"])
def test_lines_of_three_cells_and_more_are_a_table(blocks, gap):
    rows = (("村", "人数", "车次"), ("渡口", "94", "2"), ("石桥", "61", "1"))
    found = blocks(*(gap.join(row) for row in rows))
    assert [type(block) for block in found] == [ReceivedParagraph, ReceivedTable, ReceivedParagraph]
    table = found[1].table
    cells = [[cell.string for cell in row] for row in (table.header, *table.rows)]
    assert cells == [list(row) for row in rows]


def test_two_cells_need_three_lines(blocks):
    lines = ("村\t人数", "渡口\t94", "石桥\t61")
    assert isinstance(blocks(*lines)[1], ReceivedTable)
    assert all(isinstance(block, ReceivedParagraph) for block in blocks(*lines[:2]))


@pytest.mark.parametrize(
    "lines",
    [
        ("1.\t先登记。", "2.\t再量血压。", "3.\t后取药。"),
        ("供稿：卫生院\t摄影：林一诺\t编辑：季望舒", "校对：季望舒\t审核：林一诺\t签发：季望舒"),
        ("甲\t" + BEFORE, "乙\t" + AFTER, "丙\t" + BEFORE),
        ("村\t人数\t车次", "渡口\t94"),
    ],
)
def test_items_fields_and_running_text_beside_tabs_are_none(blocks, lines):
    assert all(isinstance(block, ReceivedParagraph) for block in blocks(*lines))


@pytest.mark.parametrize("rule", ["***", "* * *", "———", "---"])
def test_three_marks_are_a_rule(blocks, rule):
    assert [isinstance(block, ReceivedParagraph) for block in blocks(rule)] == [True, False, True]
