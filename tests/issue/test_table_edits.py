"""Rows and columns come and go, cells are merged and parted, and no words are lost on the way."""

from __future__ import annotations

import pytest
from edited_issues import at, one, p, photo
from msgspec.structs import replace

from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.edits import table_looks, tables
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.joining import join_with_previous
from layouts.issue.places import TITLE, Place, block_at
from layouts.issue.text import LINE_BREAK, Mark, MarkKind, Text


def table(*rows, spans=(), widths=(), alignments=None):
    header, *body = (tuple(map(Text, row)) for row in rows)
    return Table(
        header,
        tuple(body),
        alignments or ("left",) * len(header),
        NEW,
        tuple(CellSpan(*span) for span in spans),
        widths,
    )


def said(issue, place=None):
    found = block_at(issue, place or at(0))
    return ["|".join(cell.string for cell in row) for row in (found.header, *found.rows)]


def cell(row, column, columns=2):
    return at(0, row * columns + column)


FOUR = table("甲乙", "丙丁", "戊己")


def test_a_table_is_put_below_the_paragraph():
    issue = one(p("一"), p("二"))
    edited = tables.insert_table(issue, at(0), 3, 2)
    assert said(edited.issue, at(1)) == ["|", "|", "|"]
    assert (edited.place, edited.offset) == (at(1), 0)


def test_below_a_title_it_stands_at_the_head_and_below_the_paragraph_of_a_photo():
    issue = one(photo(), p("一"))
    assert tables.insert_table(issue, Place(0, 0, TITLE), 2, 2).place == at(0)
    assert tables.insert_table(issue, at(0), 2, 2).place == at(2)


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (2, 0), (2, 100_000)])
def test_no_table_without_rows_or_wider_than_any(rows, columns):
    with pytest.raises(ValueError, match="no table"):
        tables.insert_table(one(p("一")), at(0), rows, columns)


HEADED = replace(
    table("甲乙", "丙丁", "戊己"),
    header_rows=2,
    header_columns=1,
    own_alignments=(CellAlignment(1, 1, "right"),),
)


def heads(issue):
    found = block_at(issue, at(0))
    return found.header_rows, found.header_columns, found.own_alignments


def test_what_heads_a_table_goes_on_doing_so_as_rows_and_columns_come_and_go():
    start = one(HEADED)
    own = CellAlignment(1, 1, "right")
    assert heads(tables.add_row(start, cell(0, 0), below=True).issue) == (
        3,
        1,
        (own._replace(row=2),),
    )
    assert heads(tables.add_row(start, cell(2, 0), below=True).issue) == (2, 1, (own,))
    assert heads(tables.add_column(start, cell(0, 0), after=False).issue) == (
        2,
        2,
        (own._replace(column=2),),
    )
    assert heads(tables.remove_row(start, cell(0, 0)).issue) == (1, 1, (own._replace(row=0),))
    assert heads(tables.remove_row(start, cell(1, 0)).issue) == (1, 1, ())
    assert heads(tables.remove_column(start, cell(0, 0)).issue) == (
        2,
        0,
        (own._replace(column=0),),
    )


def test_single_cells_are_aligned_and_again_as_their_columns():
    made = table_looks.align_cells(one(FOUR), cell(1, 0), cell(2, 0), "center").issue
    assert block_at(made, at(0)).own_alignments == (
        CellAlignment(1, 0, "center"),
        CellAlignment(2, 0, "center"),
    )
    left = table_looks.align_cells(made, cell(1, 0), cell(1, 1), "auto").issue
    assert block_at(left, at(0)).own_alignments == (CellAlignment(2, 0, "center"),)


def test_a_row_stays_that_nothing_heads():
    made = table_looks.set_heads(one(FOUR), at(0), 9, 9).issue
    assert heads(made)[:2] == (2, 1)


def test_every_second_row_has_a_ground_where_it_is_asked_for():
    made = table_looks.set_zebra(one(FOUR), at(0), zebra=True).issue
    assert block_at(made, at(0)).zebra is True
    assert table_looks.set_zebra(made, at(0), zebra=None).issue == one(FOUR)


def test_a_source_without_words_goes_as_a_note_does():
    sourced = one(replace(FOUR, data_source=Text("")))
    edited = join_with_previous(sourced, at(0, 6))
    assert block_at(edited.issue, at(0)).data_source is None
    assert edited.place == at(0, 5)


def test_what_is_no_table_is_refused():
    with pytest.raises(LookupError):
        tables.add_row(one(p("一")), at(0), below=True)


@pytest.mark.parametrize(
    ("below", "expected", "row"),
    [(True, ["甲|乙", "丙|丁", "|", "戊|己"], 2), (False, ["甲|乙", "|", "丙|丁", "戊|己"], 1)],
)
def test_a_row_comes_below_or_above_and_has_the_caret(below, expected, row):
    edited = tables.add_row(one(FOUR), cell(1, 1), below=below)
    assert said(edited.issue) == expected
    assert edited.place == cell(row, 1)


def test_a_column_comes_beside_and_is_aligned_as_that_one():
    start = one(table("甲乙", "丙丁", alignments=("left", "right"), widths=(5.0, None)))
    edited = tables.add_column(start, cell(1, 1), after=True)
    assert said(edited.issue) == ["甲|乙|", "丙|丁|"]
    made = block_at(edited.issue, at(0))
    assert made.alignments == ("left", "right", "right")
    assert made.widths == (5.0, None, None)
    assert edited.place == at(0, 5)
    before = tables.add_column(start, cell(0, 0), after=False).issue
    assert said(before) == ["|甲|乙", "|丙|丁"]


def test_a_row_goes_and_the_next_becomes_the_header():
    edited = tables.remove_row(one(FOUR), cell(0, 1))
    assert said(edited.issue) == ["丙|丁", "戊|己"]
    assert edited.place == cell(0, 1)
    assert tables.remove_row(one(FOUR), cell(2, 0)).place == cell(1, 0)


def test_with_its_last_row_or_column_a_table_goes():
    alone = one(p("一"), table("甲"))
    assert tables.remove_row(alone, at(1)).issue == one(p("一"))
    assert tables.remove_column(alone, at(1)).issue == one(p("一"))


def test_a_column_goes_with_its_width():
    start = one(table("甲乙", "丙丁", alignments=("left", "right"), widths=(5.0, 7.0)))
    edited = tables.remove_column(start, cell(1, 0))
    assert said(edited.issue) == ["乙", "丁"]
    made = block_at(edited.issue, at(0))
    assert (made.alignments, made.widths) == (("right",), (7.0,))


def test_short_rows_are_filled_up():
    short = Table((Text("甲"), Text("乙")), ((Text("丙"),),), ("left",), NEW)
    assert said(tables.add_row(one(short), cell(1, 0), below=True).issue) == ["甲|乙", "丙|", "|"]


# -- merged ----------------------------------------------------------------------------------------


def test_cells_are_merged_with_their_words_on_lines_of_their_own():
    edited = tables.merge_cells(one(FOUR), cell(2, 1), cell(1, 0))
    made = block_at(edited.issue, at(0))
    assert made.spans == (CellSpan(1, 0, 2, 2),)
    assert made.rows[0][0].string == LINE_BREAK.join("丙丁戊己")
    assert said(edited.issue)[2] == "|"
    assert (edited.place, edited.offset) == (cell(1, 0), 7)


def test_marks_go_along():
    bold = Text("丁", (Mark(0, 1, MarkKind.BOLD),))
    start = one(Table((Text("甲"), Text("乙")), ((Text("丙"), bold),), ("left", "left"), NEW))
    made = block_at(tables.merge_cells(start, cell(1, 0), cell(1, 1)).issue, at(0))
    assert made.rows[0][0].marks == (Mark(2, 3, MarkKind.BOLD),)


def test_a_merged_cell_that_is_touched_goes_along_whole():
    start = one(table("甲乙丙", "丁 戊", "己庚辛", spans=((1, 0, 1, 2),)))
    made = block_at(tables.merge_cells(start, at(0, 4), at(0, 7)).issue, at(0))
    assert made.spans == (CellSpan(1, 0, 2, 2),)


def test_one_cell_is_merged_with_nothing():
    assert tables.merge_cells(one(FOUR), cell(1, 0), cell(1, 0)).issue == one(FOUR)


def test_cells_of_two_tables_are_not_merged():
    with pytest.raises(LookupError):
        tables.merge_cells(one(FOUR, table("甲", "乙")), at(0), at(1))


def test_split_words_stay_in_the_first():
    start = one(table("甲乙", "丙 ", spans=((1, 0, 1, 2),)))
    edited = tables.split_cell(start, cell(1, 1))
    assert block_at(edited.issue, at(0)).spans == ()
    assert edited.place == cell(1, 0)
    assert tables.split_cell(one(FOUR), cell(0, 0)).issue == one(FOUR)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda issue: tables.add_row(issue, cell(1, 0), below=True), ((1, 0, 3, 2),)),
        (lambda issue: tables.add_row(issue, cell(1, 0), below=False), ((2, 0, 2, 2),)),
        (lambda issue: tables.add_row(issue, cell(2, 0), below=True), ((1, 0, 2, 2),)),
        (lambda issue: tables.remove_row(issue, cell(0, 0)), ((0, 0, 2, 2),)),
        (lambda issue: tables.remove_row(issue, cell(2, 0)), ((1, 0, 1, 2),)),
        (lambda issue: tables.add_column(issue, cell(0, 0), after=True), ((1, 0, 2, 3),)),
        (lambda issue: tables.add_column(issue, cell(0, 0), after=False), ((1, 1, 2, 2),)),
        (lambda issue: tables.remove_column(issue, cell(0, 1)), ((1, 0, 2, 1),)),
    ],
)
def test_merged_cells_follow_rows_and_columns(act, expected):
    start = one(table("甲乙", "丙 ", "  ", spans=((1, 0, 2, 2),)))
    spans = block_at(act(start).issue, at(0)).spans
    assert tuple(map(tuple, spans)) == expected


def test_the_words_of_a_merged_cell_outlive_its_first_row_and_column():
    start = one(table("甲乙", ("丙", ""), ("", ""), spans=((1, 0, 2, 2),)))
    assert said(tables.remove_row(start, cell(1, 0)).issue) == ["甲|乙", "丙|"]
    assert said(tables.remove_column(start, cell(1, 0)).issue) == ["乙", "丙", ""]


# -- columns, words, cells -------------------------------------------------------------------------


def test_the_marked_columns_are_aligned():
    made = block_at(
        table_looks.set_alignment(one(FOUR), cell(0, 1), cell(2, 0), "right").issue, at(0)
    )
    assert made.alignments == ("right", "right")
    with_one = table_looks.set_alignment(one(FOUR), cell(0, 1), cell(0, 1), "center").issue
    assert block_at(with_one, at(0)).alignments == ("left", "center")


def test_widths_are_asked_for_or_not():
    made = table_looks.set_columns(one(FOUR), at(0), ("left", "right"), (6.0, None)).issue
    assert block_at(made, at(0)).widths == (6.0, None)
    assert block_at(made, at(0)).alignments == ("left", "right")
    none = table_looks.set_columns(made, at(0), ("left", "right"), (None, None)).issue
    assert block_at(none, at(0)).widths == ()


def test_a_caption_and_notes_come_and_go():
    made = table_looks.set_table_words(
        one(FOUR), at(0), Text("表1"), [Text("注：甲"), Text("")], Text("")
    ).issue
    assert block_at(made, at(0)).caption == Text("表1")
    assert block_at(made, at(0)).notes == (Text("注：甲"),)
    assert table_looks.set_table_words(made, at(0), Text(""), (), Text("")).issue == one(FOUR)


def test_filled_cells_make_a_table_grow_and_part_what_is_merged():
    start = one(table("甲乙", "丙 ", spans=((1, 0, 1, 2),)))
    rows = [tuple(map(Text, row)) for row in ("一二", "三四")]
    edited = tables.fill_cells(start, cell(1, 1), rows)
    assert said(edited.issue) == ["甲|乙|", "丙|一|二", "|三|四"]
    assert block_at(edited.issue, at(0)).spans == ()
    assert len(block_at(edited.issue, at(0)).alignments) == 3
    assert (edited.place, edited.offset) == (at(0, 8), 1)


def test_nothing_to_fill_in_changes_nothing():
    assert tables.fill_cells(one(FOUR), cell(1, 0), [()]).issue == one(FOUR)
