"""Tables and editor's notes made and changed by the commands of the window."""

from __future__ import annotations

import pytest
from page_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from windows import dialog, give, settle

from desktop.actions import When, holds
from desktop.canvas.marked import marked_boxes
from desktop.canvas.table_edges import column_edges
from desktop.dialogs.table import TURNED, InsertTableDialog, TableDialog
from desktop.selection import TextPosition, of_article, of_text
from layouts.issue import edits
from layouts.issue.article import CellSpan, Note, Table
from layouts.issue.edits.edited import NEW
from layouts.issue.photo import PhotoPlace
from layouts.issue.places import Place, article_at, block_at
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.hit import Rect

AT = Place(0, 0, 1)
"""Where the table stands: below the first paragraph."""

TABLE = Table(
    (Text("分馆"), Text("人次")),
    ((Text("柳渡"), Text("480")), (Text("松坪"), Text("150"))),
    ("left", "right"),
    NEW,
)


@pytest.fixture
def tabled(qtbot, opened):
    """A table below the first paragraph, the caret in its second row."""
    issue = edits.insert_block(opened.session.issue, AT, TABLE).issue
    opened.session.do("表格", issue, cell(2))
    settle(qtbot, opened)
    opened.view.setFocus()
    return opened


def cell(part, anchor=None):
    return of_text(
        TextPosition(AT._replace(part=part), 0),
        None if anchor is None else TextPosition(AT._replace(part=anchor), 0),
    )


def said(window):
    table = block_at(window.session.issue, AT)
    return ["|".join(text.string for text in row) for row in (table.header, *table.rows)]


def test_a_table_is_put_in_with_so_many_rows_and_columns(qtbot, opened):
    opened.session.select(of_text(TextPosition(Place(0, 0, 0), 2)))
    give(opened, "table.insert")
    asked = dialog(qtbot, InsertTableDialog)
    asked.rows.setValue(3)
    asked.columns.setValue(2)
    asked.accept()
    assert said(opened) == ["|", "|", "|"]
    assert opened.session.selection == cell(0)
    settle(qtbot, opened)
    QTest.keyClicks(opened.view, "a")
    assert said(opened)[0] == "a|"


def test_with_an_article_selected_it_goes_to_its_end(qtbot, opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "table.insert")
    dialog(qtbot, InsertTableDialog).accept()
    assert isinstance(article_at(opened.session.issue, Place(0, 0)).blocks[-1], Table)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("table.row-above", ["分馆|人次", "|", "柳渡|480", "松坪|150"]),
        ("table.row-below", ["分馆|人次", "柳渡|480", "|", "松坪|150"]),
        ("table.column-left", ["|分馆|人次", "|柳渡|480", "|松坪|150"]),
        ("table.column-right", ["分馆||人次", "柳渡||480", "松坪||150"]),
        ("table.remove-row", ["分馆|人次", "松坪|150"]),
        ("table.remove-column", ["人次", "480", "150"]),
    ],
)
def test_rows_and_columns(tabled, key, expected):
    before = tabled.session.issue
    give(tabled, key)
    assert said(tabled) == expected
    tabled.session.stack.undo()
    assert tabled.session.issue is before


def test_the_table_goes(tabled):
    give(tabled, "table.remove")
    assert not isinstance(article_at(tabled.session.issue, Place(0, 0)).blocks[-1], Table)


def test_marked_cells_are_merged_and_parted(qtbot, tabled):
    tabled.session.select(cell(4, anchor=2))
    give(tabled, "table.merge")
    assert block_at(tabled.session.issue, AT).spans == (CellSpan(1, 0, 2, 1),)
    assert said(tabled)[1] == "柳渡\u2028松坪|480"
    settle(qtbot, tabled)
    drawn = {
        line.part
        for page in tabled.session.edition.pages
        for line in page.lines
        if line.role == "table" and line.paragraph == 1
    }
    assert 4 not in drawn
    give(tabled, "table.split")
    assert block_at(tabled.session.issue, AT).spans == ()


def test_the_caret_passes_by_what_a_merged_cell_covers(qtbot, tabled):
    tabled.session.select(cell(4, anchor=2))
    give(tabled, "table.merge")
    settle(qtbot, tabled)
    tabled.session.select(of_text(TextPosition(AT._replace(part=3), 3)))
    QTest.keyClick(tabled.view, Qt.Key.Key_Tab)
    assert tabled.session.selection.caret.position.place == AT._replace(part=5)


def test_tab_in_the_last_cell_begins_a_new_row_as_in_word(qtbot, tabled):
    tabled.session.select(cell(5))
    settle(qtbot, tabled)
    steps = tabled.session.stack.count()
    QTest.keyClick(tabled.view, Qt.Key.Key_Tab)
    assert said(tabled)[-1] == "|"
    assert tabled.session.selection.caret.position == (AT._replace(part=6), 0)
    assert tabled.session.stack.count() == steps + 1
    settle(qtbot, tabled)
    QTest.keyClick(tabled.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert tabled.session.selection.caret.position.place == AT._replace(part=5)
    assert len(said(tabled)) == 4


def test_one_cell_alone_says_what_to_select(tabled):
    said_ = []
    tabled.services.said.connect(said_.append)
    give(tabled, "table.merge")
    assert "选中几个单元格" in said_[-1]
    give(tabled, "table.split")
    assert "没有合并过" in said_[-1]


def test_columns_are_aligned_and_the_menu_ticks_how(tabled):
    give(tabled, "table.align-center")
    assert block_at(tabled.session.issue, AT).alignments == ("center", "right")
    assert tabled.actions_["table.align-center"].isChecked()
    assert not tabled.actions_["table.align-left"].isChecked()


def test_cells_are_aligned_by_themselves_and_rows_and_columns_head_the_others(tabled):
    give(tabled, "table.cell-right")
    (own,) = block_at(tabled.session.issue, AT).own_alignments
    assert own.alignment == "right"
    assert tabled.actions_["table.cell-right"].isChecked()
    give(tabled, "table.cell-auto")
    assert block_at(tabled.session.issue, AT).own_alignments == ()
    tabled.session.select(cell(2))
    give(tabled, "table.header-row")
    give(tabled, "table.header-column")
    table = block_at(tabled.session.issue, AT)
    assert (table.header_rows, table.header_columns) == (2, 1)
    give(tabled, "table.header-column")
    assert block_at(tabled.session.issue, AT).header_columns == 0


def edge(window, driver):
    """The edge right of the first column, in the viewport."""
    page, found = next(
        (number, edge)
        for number, shown in enumerate(driver.view.pages)
        for edge in column_edges(shown, 0, AT, TABLE)
    )
    middle = (found.top + found.foot) / 2
    driver.view.show_rect(page, Rect(found.x - 90, found.top, found.x + 90, found.foot))
    return page, found, middle


def test_the_edge_between_columns_is_dragged_and_only_these_two_change(qtbot, tabled):
    driver = Driver(tabled.session, tabled.view)
    page, found, y = edge(tabled, driver)
    steps = tabled.session.stack.count()
    start = driver.at(page, found.x, y)
    QTest.mouseMove(tabled.view.viewport(), start)
    assert tabled.view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    with driver.drag(start, driver.at(page, found.x + 3 * found.size, y)):
        pass
    first, second = block_at(tabled.session.issue, AT).widths
    assert first == pytest.approx(found.widths[0] + 3, abs=0.3)
    assert first + second == pytest.approx(sum(found.widths), abs=0.02)
    assert tabled.session.stack.count() == steps + 1
    settle(qtbot, tabled)
    _, moved, _ = edge(tabled, driver)
    assert moved.x == pytest.approx(found.x + 3 * found.size, abs=0.3 * found.size)
    tabled.session.stack.undo()
    assert block_at(tabled.session.issue, AT).widths == ()


def test_a_table_on_a_turned_page_is_worked_as_any(qtbot, tabled):
    """One clicks and types, and drags the edge of a column, where it is seen."""
    give(tabled, "table.turned")
    assert tabled.actions_["table.turned"].isChecked()
    settle(qtbot, tabled)
    assert tabled.view.pages[tabled.view.camera.page].turned  # the view went with it
    driver = Driver(tabled.session, tabled.view)
    page, line = driver.line("松坪", "table")
    assert tabled.view.pages[page].turned
    QTest.mouseClick(
        tabled.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=driver.at(page, line.x + 1, line.y - 3),
    )
    QTest.keyClicks(tabled.view, "a")
    assert said(tabled)[2].startswith("a松坪")
    settle(qtbot, tabled)
    page, found, y = edge(tabled, driver)
    start, end = driver.at(page, found.x, y), driver.at(page, found.x + 3 * found.size, y)
    # text runs up the page
    assert start.y() > end.y()
    assert start.x() == end.x()
    with driver.drag(start, end):
        pass
    first, _ = block_at(tabled.session.issue, AT).widths
    assert first == pytest.approx(found.widths[0] + 3, abs=0.3)
    give(tabled, "table.turned")
    settle(qtbot, tabled)
    assert not any(shown.turned for shown in tabled.view.pages)


def test_where_it_stands_says_that_its_page_is_turned(qtbot, tabled):
    give(tabled, "table.set-up")
    asked = dialog(qtbot, TableDialog)
    asked.where.setCurrentIndex(asked.where.findData(TURNED))
    assert not asked.across.isEnabled()
    asked.accept()
    assert block_at(tabled.session.issue, AT).turned


def test_without_the_caret_in_it_an_edge_is_no_handle(qtbot, tabled):
    driver = Driver(tabled.session, tabled.view)
    page, found, y = edge(tabled, driver)
    tabled.session.select(of_article(Place(0, 0)))
    with driver.drag(driver.at(page, found.x, y), driver.at(page, found.x + 40, y)):
        pass
    assert block_at(tabled.session.issue, AT).widths == ()


def test_a_caption_notes_and_widths_are_given(qtbot, tabled):
    give(tabled, "table.set-up")
    asked = dialog(qtbot, TableDialog)
    QTest.keyClicks(asked.caption, "T1")
    asked.notes.setPlainText("一\n\n二")
    QTest.keyClicks(asked.data_source, "S1")
    asked.header_rows.setValue(2)
    asked.header_columns.setValue(1)
    asked.zebra.set_value("yes")
    asked.where.setCurrentIndex(asked.where.findData(PhotoPlace.FOOT))
    asked.across.setCurrentIndex(asked.across.findData(0))
    asked.widths[0].set_em(6.0)
    asked.alignments[1].set_value("left")
    asked.accept()
    table = block_at(tabled.session.issue, AT)
    assert table.caption == Text("T1")
    assert table.notes == (Text("一"), Text("二"))
    assert table.widths == (6.0, None)
    assert table.alignments == ("left", "left")
    assert table.data_source == Text("S1")
    assert (table.header_rows, table.header_columns, table.zebra) == (2, 1, True)
    assert (table.place, table.across) == (PhotoPlace.FOOT, 0)
    settle(qtbot, tabled)
    roles = {line.role for page in tabled.session.edition.pages for line in page.lines}
    assert {"table-caption", "table-note"} <= roles


def test_words_that_stay_keep_their_marks(qtbot, tabled):
    bold = Text("表一", (Mark(0, 1, MarkKind.BOLD),))
    from layouts.issue.edits import table_looks

    issue = table_looks.set_table_words(tabled.session.issue, AT, bold, (), Text("")).issue
    tabled.session.do("表题", issue, cell(2))
    give(tabled, "table.set-up")
    asked = dialog(qtbot, TableDialog)
    asked.caption.setText("表一甲")
    asked.accept()
    assert block_at(tabled.session.issue, AT).caption == Text("表一甲", bold.marks)


def test_commands_of_tables_hold_in_a_table_alone(tabled):
    assert holds(When.TABLE, tabled.session)
    tabled.session.select(of_text(TextPosition(Place(0, 0, 0), 0)))
    assert not holds(When.TABLE, tabled.session)
    tabled.session.select(of_article(Place(0, 0)))
    assert not holds(When.TABLE, tabled.session)


def test_paragraphs_become_a_note_and_come_back(opened):
    first = Place(0, 0, 0)
    opened.session.select(of_text(TextPosition(first, 3)))
    give(opened, "text.editors-note")
    assert isinstance(block_at(opened.session.issue, first), Note)
    assert opened.session.selection.caret.position == (first, 3)
    assert opened.actions_["text.editors-note"].isChecked()
    before = article_at(opened.session.issue, Place(0, 0))
    give(opened, "text.editors-note")
    after = article_at(opened.session.issue, Place(0, 0))
    assert after.blocks[0].text == before.blocks[0].paragraphs[0]


SQUARE = Table(
    tuple(map(Text, "甲乙丙")),
    (tuple(map(Text, ("丁", "", "己"))), tuple(map(Text, "庚辛壬"))),
    ("auto",) * 3,
    NEW,
)


@pytest.fixture
def square(qtbot, opened):
    """A table of three columns, the caret in its first cell."""
    issue = edits.insert_block(opened.session.issue, AT, SQUARE).issue
    opened.session.do("表格", issue, cell(0))
    settle(qtbot, opened)
    opened.view.setFocus()
    return opened


def middle(window, part):
    """The middle of a cell in the viewport."""
    driver = Driver(window.session, window.view)
    page, line = next(
        (page, line)
        for page, shown in enumerate(window.view.pages)
        for line in shown.lines
        if (line.role, line.paragraph, line.part) == ("table", AT.block, part)
    )
    window.view.show_rect(page, Rect(line.x, line.y - line.size, line.x + line.width, line.y))
    return driver.at(page, line.x + line.width / 2, line.y - line.size / 2)


def test_a_drag_over_cells_marks_a_rectangle_of_them(square):
    driver = Driver(square.session, square.view)
    middle(square, 8)
    square.session.select(cell(1))
    with driver.drag(middle(square, 1), middle(square, 8)):
        pass
    caret = square.session.selection.caret
    assert (caret.anchor.place.part, caret.position.place.part) == (1, 8)
    page = next(
        k
        for k, page in enumerate(square.view.pages)
        if any(line.role == "table" for line in page.lines)
    )
    boxes = marked_boxes(square.view.context, page)
    assert len(boxes) == 6  # the empty cell among them
    assert len({box.left for box in boxes}) == 2
    assert len({box.top for box in boxes}) == 3


def test_a_merged_cell_is_marked_as_one_area_that_meets_no_other(qtbot, square):
    square.session.select(cell(4, 8))
    give(square, "table.merge")
    settle(qtbot, square)
    square.session.select(cell(0, 8))
    page = next(
        k
        for k, page in enumerate(square.view.pages)
        if any(line.role == "table" for line in page.lines)
    )
    boxes = marked_boxes(square.view.context, page)
    assert len(boxes) == 6  # three of the header, two beside the merged one
    assert all(
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
        for k, one in enumerate(boxes)
        for other in boxes[:k]
    )
    merged = max(boxes, key=lambda box: box.width)
    assert merged.right == max(box.right for box in boxes)


def test_shift_and_arrows_mark_cell_by_cell_once_they_are_in_two(square):
    square.session.select(cell(1))
    view = square.view
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Down, shift)
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    QTest.keyClick(view, Qt.Key.Key_Down, shift)
    caret = square.session.selection.caret
    assert (caret.anchor.place.part, caret.position.place.part) == (1, 8)
    QTest.keyClick(view, Qt.Key.Key_Left, shift)
    assert square.session.selection.caret.position.place.part == 7


def test_a_rectangle_is_copied_cut_and_pasted_into_another(square):
    square.session.select(cell(8, anchor=1))
    give(square, "edit.copy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "乙\t丙\n\t己\n辛\t壬"
    assert data.html().count("<td") == 6
    give(square, "edit.cut")
    assert said(square) == ["甲||", "丁||", "庚||"]
    assert square.session.selection.place.part == 1
    square.session.select(cell(7, anchor=0))
    give(square, "edit.paste")
    assert said(square) == ["乙|丙|", "|己|", "辛|壬|"]


def test_delete_empties_a_rectangle_and_bold_marks_it(square):
    square.session.select(cell(7, anchor=0))
    give(square, "text.bold")
    table = block_at(square.session.issue, AT)
    bold = [bool(text.marks) for row in (table.header, *table.rows) for text in row]
    assert bold == [True, True, False, True, False, False, True, True, False]
    QTest.keyClick(square.view, Qt.Key.Key_Delete)
    assert said(square) == ["||丙", "||己", "||壬"]
