"""The one field for days: typed in any form, over what stood there, left empty, and never another
year than was said.
"""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from windows import dialog, type_text

from desktop.days import today
from desktop.dialogs.new_issue import NewIssueDialog
from desktop.widgets import DateField

AUGUST = datetime.date(2025, 8, 31)


class Sheet(QWidget):
    """A field for a day and another field to leave it for; `said` is what was committed."""

    def __init__(self):
        super().__init__()
        self.said = []
        self.field = DateField("日期", self.said.append)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.field.show_day(AUGUST)

    @property
    def line(self):
        return self.field.line

    def replace(self, text):
        self.line.setFocus()
        self.line.selectAll()
        QTest.keyClicks(self.line, text) if text.isascii() else type_text(self.line, text)


@pytest.fixture
def sheet(qtbot):
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    "text", ["2026-1-31", "20260131", "2026年1月31日", "二〇二六年一月三十一日", "2026/1/31"]
)
def test_a_day_is_typed_over_the_one_that_stands_there(sheet, text):
    sheet.replace(text)
    assert sheet.field.day() == datetime.date(2026, 1, 31)
    assert sheet.said[-1] == datetime.date(2026, 1, 31)
    assert sheet.field.note() == "2026年1月31日 星期六"
    sheet.other.setFocus()
    assert sheet.line.text() == "2026年1月31日"
    assert sheet.field.note() == ""


def test_a_day_without_its_year_keeps_the_year_that_stood_there(sheet):
    sheet.replace("1/31")
    assert sheet.field.day() == datetime.date(2025, 1, 31)


def test_also_once_the_field_was_emptied(sheet):
    sheet.replace("")
    QTest.keyClick(sheet.line, Qt.Key.Key_Delete)
    assert sheet.said == [None]
    QTest.keyClicks(sheet.line, "1/31")
    assert sheet.field.day() == datetime.date(2025, 1, 31)


def test_an_empty_field_means_the_year_of_today(sheet):
    sheet.field.show_day(None)
    sheet.replace("1/31")
    assert sheet.field.day() == datetime.date(today().year, 1, 31)


def test_an_emptied_field_stays_empty_and_alive(sheet):
    sheet.replace("")
    QTest.keyClick(sheet.line, Qt.Key.Key_Backspace)
    sheet.other.setFocus()
    assert (sheet.line.text(), sheet.field.day(), sheet.field.note()) == ("", None, "")
    assert sheet.line.isEnabled()
    sheet.line.setFocus()
    QTest.keyClicks(sheet.line, "20260131")
    assert sheet.field.day() == datetime.date(2026, 1, 31)


def test_what_is_not_finished_is_neither_wrong_nor_taken(sheet):
    sheet.replace("2026-")
    assert (sheet.said, sheet.field.note()) == ([], "")


def test_what_is_no_day_is_said_when_the_field_is_left_and_stands_to_be_mended(sheet):
    sheet.replace("2026-2-30")
    sheet.other.setFocus()
    assert sheet.line.text() == "2026-2-30"
    assert "看不出是哪一天" in sheet.field.note()
    assert sheet.line.property("invalid") == "true"
    # neither 3 February, of which it was the beginning, nor another day
    assert sheet.field.day() == AUGUST


def test_a_year_of_two_digits_is_asked_about_and_not_guessed(sheet):
    sheet.replace("26-1-31")
    sheet.other.setFocus()
    assert "年份写四位" in sheet.field.note()
    assert sheet.field.day() == AUGUST


def test_one_key_is_today(sheet):
    sheet.line.setFocus()
    QTest.keyClick(sheet.line, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert sheet.field.day() == today()
    assert "Ctrl+;" in sheet.line.placeholderText()
    assert "Ctrl+;" in sheet.line.toolTip()


def test_arrows_step_by_a_day_across_the_year(sheet):
    sheet.field.show_day(datetime.date(2025, 12, 31))
    sheet.line.setFocus()
    QTest.keyClick(sheet.line, Qt.Key.Key_Up)
    assert sheet.line.text() == "2026年1月1日"
    QTest.keyClick(sheet.line, Qt.Key.Key_Down)
    assert sheet.field.day() == datetime.date(2025, 12, 31)


def test_the_calendar_gives_a_day_too(sheet, qtbot):
    sheet.line.setFocus()
    QTest.keyClick(sheet.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = sheet.line.findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == AUGUST
    calendar.clicked.emit(calendar.selectedDate().addDays(-1))
    assert sheet.field.day() == datetime.date(2025, 8, 30)


def test_a_new_issue_has_the_day_that_was_typed_and_none_where_it_was_taken_out(
    qtbot, window, tmp_path
):
    window.files.new()
    asking = dialog(qtbot, NewIssueDialog)
    line = asking.date.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "2019-1-31")
    assert asking.masthead.date == datetime.date(2019, 1, 31)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert asking.masthead.date is None
    QTest.keyClicks(line, "2019-2-31")
    asking.accept()
    assert asking.isVisible()
    assert asking.date.note()
    asking.reject()
