"""The cover in the window: its headlines are changed where they stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import MANUSCRIPT, open_issue, settle

from layouts.issue import edits
from layouts.page.hit import Rect
from layouts.page.item import COVER

TITLES = ("副馆长赴各街分馆开展冬季消防检查", "召开半年度工作会议")


@pytest.fixture
def covered(qtbot, window, tmp_path):
    """An issue whose cover has the first title of each section."""
    path = tmp_path / "cover.md"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    open_issue(qtbot, window, path)
    issue = edits.set_cover(window.session.issue, True).issue
    window.session.do("封面", replace(issue, layout="neikan-a4-2col"))
    settle(qtbot, window)
    return window


def headline(window, words: str) -> QPoint:
    """A place of the view on a headline of the cover, which comes into view."""
    camera = window.view.context.camera
    page = window.session.edition.pages[0]
    line = next(line for line in page.lines if line.role == COVER and words in line.text)
    left, middle = line.runs[0].x, line.y - line.size / 3
    camera.show_rect(0, Rect(left, middle, left + 200, middle + 100))
    QApplication.processEvents()
    shown = camera.shown(0)
    return QPoint(round(shown.x(left + line.size)), round(shown.y(middle)))


def double_click(qtbot, window, words: str) -> None:
    at = headline(window, words)
    QTest.mouseDClick(
        window.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    lines = window.inspector.masthead.cover.lines
    qtbot.waitUntil(lambda: QApplication.focusWidget() is lines)


def test_a_double_click_on_a_headline_of_the_cover_marks_it_to_be_changed(qtbot, covered) -> None:
    lines = covered.inspector.masthead.cover.lines
    double_click(qtbot, covered, "半年度")
    assert covered.view.context.camera.page == 0
    assert tuple(lines.toPlainText().splitlines()) == TITLES
    assert lines.textCursor().selectedText() == TITLES[1]
    lines.insertPlainText("工作会议")
    settle(qtbot, covered)
    assert covered.session.issue.cover.headlines == (TITLES[0], "工作会议")
    said = [line.text for line in covered.session.edition.pages[0].lines]
    assert "工作会议" in said


def test_headlines_that_were_looked_at_alone_stay_those_of_the_sections(qtbot, covered) -> None:
    cover = covered.inspector.masthead.cover
    double_click(qtbot, covered, "消防")
    covered.view.setFocus()
    QApplication.processEvents()
    assert cover.lines.toPlainText() == ""
    assert covered.session.issue.cover.headlines == ()
