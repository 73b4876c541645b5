"""The body field of the inspector edited as in Word: paragraphs by keys, page breaks, photos under
Backspace, marked text dragged in it, into it and out of it.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.carrying import carried
from desktop.panels.inspector import Inspector
from desktop.selection import TextPosition, of_article, of_text
from layouts.issue.article import PageBreak, Paragraph
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at

FIRST, THIRD = Place(0, 0), Place(1, 0)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def body(qtbot, session):
    inspector = Inspector(session)
    inspector.resize(320, 800)
    qtbot.addWidget(inspector)
    inspector.show()
    qtbot.waitActive(inspector)
    session.select(of_article(FIRST))
    inspector.article.body.setFocus()
    yield inspector.article.body  # noqa: PT022, the inspector lives until then


def lines(body):
    return body.toPlainText().split("\n")


def cursor_at(body, row, offset):
    cursor = QTextCursor(body.document().findBlockByNumber(row))
    cursor.setPosition(cursor.position() + offset)
    return cursor


def put(body, row, offset):
    body.setTextCursor(cursor_at(body, row, offset))


def where(body):
    return body.textCursor().blockNumber(), body.textCursor().positionInBlock()


def kinds(session):
    return [type(block) for block in article_at(session.issue, FIRST).blocks]


ROWS = ["甲稿第一段。", "图为现场", "甲稿第二段，说的是现场的事情。"]


def test_ctrl_up_and_down_go_by_paragraph_and_mark_with_shift(body):
    put(body, 0, 3)
    QTest.keyClick(body, Qt.Key.Key_Down, CONTROL)
    assert where(body) == (1, 0)
    QTest.keyClick(body, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(body, Qt.Key.Key_Down, CONTROL)
    assert where(body) == (2, len(ROWS[2]))
    QTest.keyClick(body, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert body.textCursor().selectedText() == ROWS[2]
    QTest.keyClick(body, Qt.Key.Key_Up, CONTROL)
    assert where(body) == (1, 0)


def test_backspace_behind_a_photo_goes_to_its_row_and_once_more_takes_it_out(body, session):
    put(body, 2, 0)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert where(body)[0] == 1
    assert kinds(session) == [Paragraph, Photo, Paragraph]
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert kinds(session) == [Paragraph, Paragraph]


def test_delete_before_a_photo_does_so_too(body, session):
    put(body, 0, len(ROWS[0]))
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert where(body)[0] == 1
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert kinds(session) == [Paragraph, Paragraph]


def test_ctrl_and_enter_begin_a_page_and_backspace_takes_it_away(body, session):
    put(body, 0, 2)
    key = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Return, CONTROL)
    key.ignore()
    body.event(key)
    # what the key means for articles is not asked
    assert key.isAccepted()
    QTest.keyClick(body, Qt.Key.Key_Return, CONTROL)
    assert kinds(session)[:3] == [Paragraph, PageBreak, Paragraph]
    assert lines(body)[::2][:2] == ["甲稿", "第一段。"]
    assert where(body) == (2, 0)
    assert session.stack.count() == 1
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert lines(body)[:2] == ["甲稿", "第一段。"]


def test_on_a_photos_row_it_does_nothing(body, session):
    put(body, 1, 0)
    start = session.issue
    QTest.keyClick(body, Qt.Key.Key_Return, CONTROL)
    assert session.issue is start


class Held(QDropEvent):
    """What is let go, as Qt tells of it; `source` the widget it is from."""

    def __init__(self, body, at, data, action, source):
        point = QPointF(body.cursorRect(at).center())
        super().__init__(point, MOVE | COPY, data, Qt.MouseButton.LeftButton, Qt.NoModifier)
        self.setDropAction(action)
        self._source = source

    def source(self):
        return self._source


@pytest.mark.parametrize(("action", "left"), [(MOVE, "第一段。"), (COPY, ROWS[0])])
def test_marked_text_let_go_in_the_field_moves_and_with_ctrl_is_copied(body, session, action, left):
    cursor = cursor_at(body, 0, 0)
    cursor.setPosition(cursor.position() + 2, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    data = carried(session)
    body.dropEvent(Held(body, cursor_at(body, 2, 4), data, action, body.viewport()))
    assert lines(body) == [left, ROWS[1], "甲稿第二甲稿段，说的是现场的事情。"]
    assert body.textCursor().selectedText() == "甲稿"
    assert session.stack.count() == 1


def test_text_marked_on_the_pages_moves_into_the_field(qtbot, body, session):
    pages = QWidget()
    qtbot.addWidget(pages)
    place = FIRST._replace(block=0)
    session.select(of_text(TextPosition(place, 2), TextPosition(place, 0)))
    body.dropEvent(Held(body, cursor_at(body, 2, 4), carried(session), MOVE, pages))
    assert lines(body)[::2] == ["第一段。", "甲稿第二甲稿段，说的是现场的事情。"]


def test_what_is_dragged_out_of_the_field_is_what_copying_gives(body, session):
    cursor = cursor_at(body, 2, 4)
    cursor.setPosition(cursor_at(body, 0, 2).position(), QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    data = body.createMimeDataFromSelection()
    assert data.text() == "第一段。\n甲稿第二"
    assert "<p>第一段。</p>" in data.html()
