"""Pieces of a manuscript as blocks: nothing guessed, no words left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts.importing.clipboard import read_clipboard
from layouts.importing.photo_store import PhotoStore
from layouts.importing.pieces import has_structure, only_table, pieces_of
from layouts.issue.article import Paragraph, Subheading, Table
from layouts.issue.tables import rows_of
from layouts.issue.text import MarkKind


@pytest.fixture
def read(tmp_path):
    def read(html: str, text: str = ""):
        return read_clipboard(html, text, "剪贴板", PhotoStore(tmp_path))

    return read


def levels(blocks):
    return [block.level for block in blocks if isinstance(block, Subheading)]


def test_headings_are_sub_headings_in_the_order_of_their_levels(read):
    blocks = pieces_of(read("<p>甲。</p><h2>乙</h2><p>丙。</p><h4>丁</h4><p>戊。</p>"), 34.0)
    assert levels(blocks) == [1, 2]
    assert has_structure(blocks)


def test_below_a_title_alone_at_the_head_they_begin_anew(read):
    html = "<h1>题</h1><p>甲。</p><h2>乙</h2><p>丙。</p><h3>丁</h3><p>戊。</p>"
    assert levels(pieces_of(read(html), 34.0)) == [1, 1, 2]


def test_a_number_says_the_level(read):
    html = "<h1>题</h1><p>甲。</p><h2>一、乙</h2><p>丙。</p><h2>（一）丁</h2><p>戊。</p>"
    assert levels(pieces_of(read(html), 34.0)) == [1, 1, 2]


def test_a_bold_line_stays_bold_and_no_heading(read):
    (bold, plain) = pieces_of(read("<p><b>甲乙</b></p><p>丙丁。</p>"), 34.0)
    assert isinstance(bold, Paragraph)
    assert [(m.start, m.end, m.kind) for m in bold.text.marks] == [(0, 2, MarkKind.BOLD)]
    assert not plain.text.marks
    assert not has_structure((bold, plain))


def test_what_recognition_keeps_as_a_field_stays_in_the_text(read):
    blocks = pieces_of(read("<p>来源：澜汀书讯</p><p>通讯员 林舟</p><p>甲。</p>"), 34.0)
    assert [block.text.string for block in blocks] == ["来源：澜汀书讯", "通讯员 林舟", "甲。"]


def test_one_table_alone_is_cells(read):
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    found = only_table(read(table))
    assert found is not None
    assert [[c.string for c in row] for row in rows_of(found)] == [["甲", "乙"], ["丙", "丁"]]
    assert only_table(read(f"<p>戊</p>{table}")) is None
    assert isinstance(pieces_of(read(f"<p>戊</p>{table}"), 34.0)[1], Table)


def test_no_file_outside_the_temporary_folder_is_a_picture(read, tmp_path, monkeypatch):
    import tempfile

    from PIL import Image

    inside, outside = tmp_path / "temporary", tmp_path / "mine"
    for folder in (inside, outside):
        folder.mkdir()
        Image.new("RGB", (80, 60)).save(folder / "photo.png")
    monkeypatch.setattr(tempfile, "tempdir", str(inside))

    def photos(path: Path) -> int:
        blocks = pieces_of(read(f'<p>甲。</p><p><img src="{path.as_uri()}"></p>'), 34.0)
        return len(blocks) - 1

    assert photos(inside / "photo.png") == 1
    assert photos(outside / "photo.png") == 0
    assert photos(inside / "elsewhere" / "photo.png") == 0


def strings_of(table):
    return [[cell.string for cell in row] for row in rows_of(table)]


def test_lines_of_a_spreadsheet_with_empty_cells_and_line_ends_in_quotes_are_a_table(read):
    text = '馆名\t读者\t\r\n\t七月\t八月\r\n"石桥\n""分馆"""\t 8,412 \t-3.25%\r\n'
    found = only_table(read("", text))
    assert found is not None
    assert strings_of(found) == [
        ["馆名", "读者", ""],
        ["", "七月", "八月"],
        ['石桥\u2028"分馆"', "8,412", "-3.25%"],
    ]


@pytest.mark.parametrize(
    "text",
    ["供稿：\t甲\n审核：\t乙\n", "甲\t乙\t丙\n丁\t戊\n", "1.\t甲\t\n2.\t乙\t\n", "\t甲\t\n"],
    ids=["fields", "uneven", "numbered", "one line"],
)
def test_other_lines_with_tabs_are_no_spreadsheet(read, text):
    assert only_table(read("", text)) is None
