"""What a screen reader gets of the pages, by Qt's own interfaces: the article's text line by line,
caret and marked text, and what is selected by name.
"""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from windows import type_text

from desktop.selection import TextPosition, of_article, of_text
from layouts.issue.places import TITLE, Place, text_at

FIRST, HEAD = Place(0, 0, 0), Place(0, 0, TITLE)


@pytest.fixture
def listening():
    """Somebody listens."""
    QAccessible.setActive(True)
    yield QAccessible.isActive
    QAccessible.setActive(False)


@pytest.fixture
def read(opened, listening):
    """The text of the pages as it is read, with the caret in the first paragraph."""
    assert listening()
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    interface = QAccessible.queryAccessibleInterface(opened.view)
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.text(QAccessible.Text.Name) == "版面"
    return interface.textInterface


def whole(read):
    return read().text(0, read().characterCount())


def strings(window):
    issue = window.session.issue
    return text_at(issue, HEAD).string, text_at(issue, FIRST).string


def test_the_article_is_one_text_of_its_paragraphs(opened, read):
    title, first = strings(opened)
    assert whole(read).startswith(f"{title}\n{first}")


def test_the_caret_is_where_the_session_has_it(opened, read):
    title, _first = strings(opened)
    assert read().cursorPosition() == len(title) + 1
    opened.session.select(of_text(TextPosition(FIRST, 7)))
    assert read().cursorPosition() == len(title) + 8
    assert read().selectionCount() == 0


def test_marked_text_is_marked_from_one_paragraph_into_another(opened, read):
    opened.session.select(of_text(TextPosition(FIRST, 3), TextPosition(HEAD, 2)))
    assert read().selectionCount() == 1
    assert read().cursorPosition() == len(strings(opened)[0]) + 4


def test_what_is_typed_is_in_it_at_once(qtbot, opened, read):
    opened.view.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    type_text(opened.view, "今日")
    title, first = strings(opened)
    assert first.startswith("今日")
    assert whole(read).startswith(f"{title}\n今日")
    assert read().cursorPosition() == len(title) + 3


def test_lines_end_where_the_pages_end_them(qtbot, opened, read):
    # long enough for three lines
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    type_text(opened.view, "一二三四五六七八九十" * 12)
    qtbot.waitUntil(lambda: opened.session.is_current)
    assert whole(read)
    context, text = opened.view.context, opened.view.announcer.text()
    from desktop.canvas.where import address_of_place

    address = address_of_place(opened.session.issue, FIRST)
    starts = [context.pages[page].lines[line].start for page, line in context.map.lines_of(address)]
    assert len(starts) > 2
    layout = text._field.document().findBlockByNumber(1).layout()
    assert [layout.lineAt(k).textStart() for k in range(layout.lineCount())] == starts


def test_characters_of_two_units_do_not_shift_the_caret(opened, read):
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    type_text(opened.view, "𠮷𠮷")
    assert read().cursorPosition() == len(strings(opened)[0]) + 1 + 4


def test_a_screen_reader_puts_the_caret(opened, read):
    read().setCursorPosition(len(strings(opened)[0]) + 1 + 5)
    assert opened.session.selection.caret.position == TextPosition(FIRST, 5)


def test_another_article_is_another_text(opened, read):
    opened.session.select(of_article(Place(1, 0)))
    assert whole(read).startswith(text_at(opened.session.issue, Place(1, 0, TITLE)).string)
    assert "召开" in QAccessible.queryAccessibleInterface(opened.view).text(
        QAccessible.Text.Description
    )


def test_without_an_article_there_is_no_text(opened, read):
    opened.editing.select_masthead()
    assert whole(read) == ""


def test_nothing_is_kept_where_nobody_listens(opened):
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    type_text(opened.view, "今日")
    assert opened.view.announcer._text is None


@pytest.mark.usefixtures("listening")
def test_the_interface_goes_with_its_view():
    from desktop.canvas.view import PageView
    from desktop.session import Session
    from fonts.catalogue import Catalogue

    for _ in range(3):
        session = Session(Catalogue())
        view = PageView(session)
        assert QAccessible.queryAccessibleInterface(view).textInterface() is not None
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        session.stop()
        del view, session
        gc.collect()


def test_keys_move_the_caret_that_is_read(opened, read):
    opened.view.setFocus()
    at = read().cursorPosition()
    QTest.keyClick(opened.view, Qt.Key.Key_Right)
    assert read().cursorPosition() == at + 1
    QTest.keyClick(opened.view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert read().selectionCount() == 1
