"""Tables out of files, dropped on the window or chosen."""

from __future__ import annotations

import openpyxl
import pytest
from windows import give, settle

from desktop.dialogs import choose
from desktop.selection import TextPosition, of_section, of_text
from layouts.issue.article import Table
from layouts.issue.places import Place, article_at

AT = Place(0, 0, 0)


@pytest.fixture
def workbook(tmp_path):
    """Two sheets, the first in front."""
    made = openpyxl.Workbook()
    for sheet, words in ((made.active, "总馆"), (made.create_sheet("二"), "柳渡")):
        sheet.append(["馆", "人次"])
        sheet.append([words, 480])
    path = tmp_path / "人次.xlsx"
    made.save(path)
    return path


def tables(window):
    blocks = article_at(window.session.issue, AT).blocks
    return [
        (k, [text.string for text in block.rows[0]])
        for k, block in enumerate(blocks)
        if isinstance(block, Table)
    ]


def test_a_workbook_dropped_on_the_window_is_a_table_below_the_caret(qtbot, opened, workbook):
    opened.session.select(of_text(TextPosition(AT, 1)))
    offered = []
    opened.services.offered.connect(lambda *told: offered.append(told))
    steps = opened.session.stack.count()
    opened.taking.take([workbook])
    qtbot.waitUntil(lambda: bool(tables(opened)))
    assert tables(opened) == [(1, ["总馆", "480"])]
    assert opened.session.stack.count() == steps + 1
    assert opened.session.selection == of_text(TextPosition(AT._replace(block=1), 0))
    # the other sheet is offered, and goes below the first
    ((said, _button, more),) = offered
    assert "“二”" in said
    more()
    settle(qtbot, opened)
    assert tables(opened) == [(1, ["总馆", "480"]), (2, ["柳渡", "480"])]


def test_files_are_chosen_from_the_menu(qtbot, opened, tmp_path, monkeypatch):
    path = tmp_path / "名单.csv"
    path.write_text("馆,人次\n总馆,=1+2\n", "utf-8")
    monkeypatch.setattr(choose, "files_to_open", lambda *_: [path])
    opened.session.select(of_text(TextPosition(AT, 1)))
    give(opened, "table.from-file")
    qtbot.waitUntil(lambda: bool(tables(opened)))
    assert tables(opened) == [(1, ["总馆", "=1+2"])]


def test_a_file_that_is_none_is_told_by_its_name(qtbot, opened, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04nothing")
    opened.session.select(of_text(TextPosition(AT, 1)))
    with qtbot.waitSignal(opened.services.failed) as told:
        opened.taking.take([path])
    assert "坏.xlsx" in told.args[0]
    assert tables(opened) == []


def test_without_a_caret_in_an_article_it_is_said_what_to_do(qtbot, opened, workbook):
    opened.session.select(of_section(Place(0)))
    with qtbot.waitSignal(opened.services.said) as told:
        opened.taking.take([workbook])
    assert "先在文章里点一下" in told.args[0]
