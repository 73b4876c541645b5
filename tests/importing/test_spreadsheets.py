"""Tables out of the files of spreadsheets."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment

from layouts.errors import ManuscriptError
from layouts.importing.cell_values import shown
from layouts.importing.sheets import read_sheets
from layouts.issue.article import CellSpan
from layouts.issue.tables import rows_of

MORNING = datetime.datetime.fromisoformat("2026-11-01T09:05")


def book(folder: Path, rows: list[list[object]], name: str = "表.xlsx") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    made.save(folder / name)
    return folder / name


def words(path: Path, at: int = 0) -> list[list[str]]:
    return [[cell.string for cell in row] for row in rows_of(read_sheets(path)[at].table)]


def test_cells_are_the_texts_that_they_show(tmp_path):
    path = book(tmp_path, [["馆", "人次"], ["总馆", 1234.5], ["柳渡", 0.905]])
    opened = openpyxl.load_workbook(path)
    opened.active["B2"].number_format = "#,##0.00"
    opened.active["B3"].number_format = "0.0%"
    opened.active["A4"].value, opened.active["A4"].number_format = (
        datetime.date(2026, 11, 1),
        'm"月"d"日"',
    )
    opened.save(path)
    assert words(path) == [["馆", "人次"], ["总馆", "1,234.50"], ["柳渡", "90.5%"], ["11月1日", ""]]


@pytest.mark.parametrize(
    ("value", "written", "said"),
    [
        (1234567, "#,##0", "1,234,567"),
        (-12, "0;(0)", "(12)"),
        (0, '#,##0;-#,##0;"—"', "—"),
        (12, '0"元"', "12元"),
        (12.5, "[$¥-804]#,##0.00", "¥12.50"),
        (1_000_000, '0.0,,"百万"', "1.0百万"),
        (0.1 + 0.2, "General", "0.3"),
        (2.675, "0.00", "2.68"),
        (-0.004, "0.00", "0.00"),
        (5, "000", "005"),
        (MORNING, "mm-dd-yy", "2026/11/1"),
        (MORNING, 'yyyy"年"m"月"d"日"', "2026年11月1日"),
        (MORNING, "yyyy-mm-dd h:mm", "2026-11-01 9:05"),
        (datetime.time(15, 5), '上午/下午h"时"mm"分"', "下午3时05分"),
        (True, "General", "TRUE"),
    ],
)
def test_values_stand_in_their_formats(value, written, said):
    """As Excel shows them (ECMA-376 Part 1, 18.8.30 and 18.8.31)."""
    assert shown(value, written) == said


def test_merged_cells_stay_merged_and_a_header_over_columns_has_two_rows(tmp_path):
    path = book(tmp_path, [["馆", "上半年", None], [None, "一季", "二季"], ["总馆", 1, 2]])
    opened = openpyxl.load_workbook(path)
    opened.active.merge_cells("A1:A2")
    opened.active.merge_cells("B1:C1")
    opened.save(path)
    table = read_sheets(path)[0].table
    assert sorted(table.spans) == [CellSpan(0, 0, 2, 1), CellSpan(0, 1, 1, 2)]
    assert table.header_rows == 2


def test_a_formula_is_the_value_saved_with_it_or_told_as_unknown(tmp_path):
    path = book(tmp_path, [["甲", "乙"], [1, "=A2*2"], [2, "=A3*2"]])
    # no program has worked the formulas out: one value is put in as Excel would
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = (
        parts[name]
        .replace(b"<f>A2*2</f><v />", b"<f>A2*2</f><v>2</v>")
        .replace(b"<f>A2*2</f><v></v>", b"<f>A2*2</f><v>2</v>")
    )
    with zipfile.ZipFile(path, "w") as file:
        for part, data in parts.items():
            file.writestr(part, data)
    assert words(path) == [["甲", "乙"], ["1", "2"], ["2", ""]]
    assert read_sheets(path)[0].unknown == 1


def test_what_begins_with_an_equals_sign_stays_a_text(tmp_path):
    path = book(tmp_path, [["甲", "乙"], ["x", "y"]])
    opened = openpyxl.load_workbook(path)
    cell = opened.active["B2"]
    cell.value = "=1+2"
    cell.data_type = "s"
    opened.save(path)
    assert words(path)[1] == ["x", "=1+2"]
    written = tmp_path / "表.csv"
    written.write_text("甲,乙\nx,=1+2\n", "utf-8")
    assert words(written)[1] == ["x", "=1+2"]


def test_hidden_rows_and_columns_stay_out_and_are_counted(tmp_path):
    path = book(tmp_path, [["甲", "密", "乙"], [1, 2, 3], [4, 5, 6], [7, 8, 9]])
    opened = openpyxl.load_workbook(path)
    opened.active.column_dimensions["B"].hidden = True
    opened.active.row_dimensions[3].hidden = True
    opened.save(path)
    assert words(path) == [["甲", "乙"], ["1", "3"], ["7", "9"]]
    assert read_sheets(path)[0].hidden == 2


def test_the_sheet_in_front_comes_first_and_hidden_and_empty_ones_not_at_all(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "一"
    for name in ("二", "藏", "空"):
        made.create_sheet(name)
    for name in ("一", "二", "藏"):
        made[name]["B2"] = name
        made[name]["C3"] = 1
    made["藏"].sheet_state = "hidden"
    made.active = 1
    made.save(tmp_path / "表.xlsx")
    assert [one.name for one in read_sheets(tmp_path / "表.xlsx")] == ["二", "一"]
    assert words(tmp_path / "表.xlsx") == [["二", ""], ["", "1"]]


def test_alignment_that_somebody_gave_comes_along(tmp_path):
    path = book(tmp_path, [["甲", "乙"], ["x", "y"], ["x", "y"]])
    opened = openpyxl.load_workbook(path)
    for row in (2, 3):
        opened.active.cell(row, 2).alignment = Alignment(horizontal="center")
    opened.save(path)
    assert read_sheets(path)[0].table.alignments == ("auto", "center")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize(("suffix", "mark"), [(".csv", ","), (".csv", ";"), (".tsv", "\t")])
def test_texts_with_cells_in_any_encoding(tmp_path, encoding, suffix, mark):
    path = tmp_path / f"表{suffix}"
    lines = [["馆", "说明"], ["总馆", f'"两行\n{mark}的""话"""'], ["柳渡分馆", "各项工作有序推进"]]
    path.write_bytes("\r\n".join(mark.join(line) for line in lines).encode(encoding))
    assert words(path) == [
        ["馆", "说明"],
        ["总馆", f'两行\u2028{mark.strip()}的"话"'],
        ["柳渡分馆", "各项工作有序推进"],
    ]


def test_what_cannot_be_read_is_a_sentence(tmp_path):
    damaged = tmp_path / "坏.xlsx"
    damaged.write_bytes(b"PK\x03\x04nothing")
    empty = book(tmp_path, [], "空.xlsx")
    no_book = tmp_path / "别的.xlsx"
    with zipfile.ZipFile(no_book, "w") as file:
        file.writestr("xl/workbook.xml", "<")
    for path in (damaged, empty, no_book):
        with pytest.raises(ManuscriptError) as raised:
            read_sheets(path)
        assert raised.value.zh
        assert raised.value.source is not None
        assert raised.value.source.file == str(path)


def test_a_sheet_larger_than_any_table_is_refused(tmp_path):
    path = book(tmp_path, [["甲"]])
    opened = openpyxl.load_workbook(path)
    opened.active["A1048576"] = "尾"
    opened.active["ZZ1"] = "头"
    opened.save(path)
    with pytest.raises(ManuscriptError, match="1048576"):
        read_sheets(path)
