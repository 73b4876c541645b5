"""What stands in issue.json and no editor could have made is put right while reading; what is only
odd stays.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from patience import an_end

from layouts.errors import Source
from layouts.issue.article import CellSpan, Table
from layouts.issue.blocks import BLOCKS
from layouts.issue.splice import consistent
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store import block_entries, schema, text_entries
from layouts.store.decode import Home, decode
from layouts.store.json_text import converted


def read_block(plain: dict) -> object:
    """A block as it is read."""
    issue = {"version": schema.VERSION, "sections": [{"articles": [{"blocks": [plain]}]}]}
    read = converted(issue, Source("x.banxin"))
    return (
        decode(read.entry, read.plain, Home("x.banxin", Path())).sections[0].articles[0].blocks[0]
    )


def read_text(string: str, *marks: dict) -> Text:
    """A text as it is read."""
    return read_block({"type": "paragraph", "text": {"string": string, "marks": list(marks)}}).text


def read_table(**fields: object) -> Table:
    return read_block(
        {"type": "table", "header": ["甲", "乙"], "rows": [["1", "2"], ["3", "4"]], **fields}
    )


# Every kind has a place


def test_every_kind_of_block_in_a_file_is_read():
    assert set(block_entries.BLOCK) == set(get_args(block_entries.BlockEntry))
    assert len(block_entries.BLOCK) == len(BLOCKS)


def test_every_kind_of_mark_has_its_name_in_a_file():
    assert set(get_args(text_entries.MarkName)) == {kind.value for kind in MarkKind}


# Marks


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (2, 1), (3, 9), (9, 12)])
def test_a_mark_on_no_characters_goes(start, end):
    assert read_text("三个字", {"start": start, "end": end, "kind": "bold"}) == Text("三个字")


@pytest.mark.parametrize("kind", ["link", "ruby", "note"])
def test_a_mark_without_the_value_of_its_kind_goes(kind):
    assert read_text("字", {"start": 0, "end": 1, "kind": kind}) == Text("字")


def test_a_value_where_there_is_none_goes_with_its_mark():
    assert read_text("字", {"start": 0, "end": 1, "kind": "bold", "value": "x"}) == Text("字")


def test_marks_come_sorted_and_merged():
    found = read_text(
        "四个汉字", *({"start": a, "end": b, "kind": "kai"} for a, b in ((2, 4), (0, 2)))
    )
    assert found == Text("四个汉字", (Mark(0, 4, MarkKind.KAI),))


def test_of_two_marks_that_exclude_each_other_the_first_stays():
    found = read_text(
        "字", {"start": 0, "end": 1, "kind": "kai"}, {"start": 0, "end": 1, "kind": "bold"}
    )
    assert len(found.marks) == 1
    assert consistent(found.string, found.marks) == found


def test_who_wrote_a_comment_and_when_stays():
    mark = {
        "start": 0,
        "end": 1,
        "kind": "comment",
        "value": "核对",
        "author": "林一",
        "time": "昨天",
    }
    assert read_text("字", mark).marks[0].value == Comment("林一", "昨天", "核对")


# Tables


@pytest.mark.parametrize(
    "span",
    [
        (0, 0, 1, 1),
        (0, 0, 0, 5),
        (-1, 0, 2, 2),
        (0, 1, 1, 2),
        (2, 0, 2, 1),
        (5, 5, 2, 2),
        (0, 0, -1, -2),
        (0, 0, 10**20, 10**20),
    ],
)
def test_merged_cells_outside_the_table_or_of_one_cell_go(span):
    assert read_table(spans=[span]).spans == ()


def test_of_merged_cells_that_overlap_the_first_stay():
    found = read_table(spans=[(0, 0, 1, 2), (0, 1, 2, 1), (1, 0, 2, 1), (1, 1, 2, 1)])
    assert found.spans == (CellSpan(0, 0, 1, 2), CellSpan(1, 0, 2, 1), CellSpan(1, 1, 2, 1))


def test_merged_cells_without_end_are_read_to_their_end():
    columns = 1000
    plain = {"type": "table", "header": [""] * columns, "rows": [[""] * columns] * 400}
    # all but the first fail at their last cell
    spans = [(400, columns - 2, 1, 2), *((0, 0, 401, columns),) * 30_000]
    with an_end():
        assert read_block({**plain, "spans": spans}).spans == (CellSpan(400, columns - 2, 1, 2),)


@pytest.mark.parametrize(
    ("widths", "read"),
    [
        ([-1, 0], (None, None)),
        ([500, 3], (None, 3.0)),
        ([1, 2, 3], (1.0, 2.0)),
        ([None, None], ()),
        ([4], (4.0,)),
    ],
)
def test_widths_are_those_of_columns(widths, read):
    assert (read_table(widths=widths).widths or ()) == (read if set(read) != {None} else ())


def test_a_row_longer_than_the_header_makes_the_header_longer():
    found = read_table(rows=[["1", "2", "3"]])
    assert found.header == (Text("甲"), Text("乙"), Text(""))
    assert found.rows == ((Text("1"), Text("2"), Text("3")),)


def test_an_alignment_nobody_knows_is_that_of_text():
    assert read_table(alignments=["center", "middle", "right"]).alignments == ("center", "left")


# What is only odd


def test_odd_values_stay():
    found = read_text(
        "一行\u2028又一行", {"start": 0, "end": 5, "kind": "link", "value": "javascript:甲 乙"}
    )
    assert found == Text("一行\u2028又一行", (Mark(0, 5, MarkKind.LINK, "javascript:甲 乙"),))
    assert read_block({"type": "photo", "row": "第 一 行"}).row == "第 一 行"
    assert read_table(caption="", notes=["", "注"]).notes == (Text(""), Text("注"))
