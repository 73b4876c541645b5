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
