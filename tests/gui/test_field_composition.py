"""What is composed in a field stays there, whatever the editor turns to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets import GrowingLine
from desktop.widgets.composing import FieldComposition


@pytest.fixture
def fields(qapp, qtbot):
    """Two fields in a window, followed."""
    following = FieldComposition(qapp)
    window = QWidget()
    column = QVBoxLayout(window)
    made = GrowingLine(), QLineEdit()
    for field in made:
        column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    qapp.focusChanged.disconnect(following._follow)
    following.setParent(None)


@pytest.mark.parametrize("first", [0, 1])
def test_a_click_into_another_field_leaves_it_in_the_first_one(fields, first, qtbot):
    field, other = fields[first], fields[1 - first]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    QApplication.sendEvent(field, QInputMethodEvent("你好", []))
    inside = other.viewport() if first == 1 else other
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (field.text(), other.text()) == ("你好", "")


def test_what_was_given_up_is_not_kept(fields, qtbot):
    field, other = fields
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    QApplication.sendEvent(field, QInputMethodEvent("你好", []))
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (field.text(), other.text()) == ("", "")


def compose(field, preedit, chosen=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(chosen)
    QApplication.sendEvent(field, event)


def mark(field, anchor, position):
    if isinstance(field, QLineEdit):
        field.setSelection(anchor, position - anchor)
    else:
        cursor = field.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)


def words(field):
    """What is marked."""
    of = field if isinstance(field, QLineEdit) else field.textCursor()
    return of.selectedText()


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("ends", [(1, 3), (3, 1)])
def test_what_is_composed_over_marked_words_and_given_up_gives_them_back(
    fields, which, ends, qtbot
):
    field = fields[which]
    field.setText("旧的题目")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    mark(field, *ends)
    compose(field, "xin")
    assert field.text() == "旧目"
    compose(field, "xi")
    compose(field, "")
    assert field.text() == "旧的题目"
    assert words(field) == "的题"
    assert field.cursorPosition() == ends[1]
    # some say first that nothing is composed any more, and then what is chosen
    compose(field, "", "新")
    assert field.text() == "旧新目"


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_chosen_is_not_followed_by_what_it_was_composed_over(fields, which, qtbot):
    field = fields[which]
    field.setText("旧的题目")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    mark(field, 1, 3)
    compose(field, "xinde")
    compose(field, "de", "新")
    compose(field, "")
    assert field.text() == "旧新目"


@pytest.mark.parametrize("composed", ["", "你好"])
def test_a_field_that_is_deleted_while_it_has_the_keys_is_let_go(fields, qtbot, composed):
    field, other = fields
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    QApplication.sendEvent(field, QInputMethodEvent(composed, []))
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus, timeout=5000)
    QApplication.sendEvent(other, QInputMethodEvent("再写", []))
    QTest.mouseClick(other.window(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert other.text() == "再写"
