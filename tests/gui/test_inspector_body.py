from __future__ import annotations

import pytest
from panel_session import typed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.inspector import Inspector
from desktop.selection import Spot, of_article, of_photo, of_text
from layouts.issue import edits
from layouts.issue.article import Note, Paragraph, Subheading
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at

FIRST, THIRD = Place(0, 0), Place(1, 0)


@pytest.fixture
def body(qtbot, session):
    inspector = Inspector(session)
    inspector.resize(320, 800)
    qtbot.addWidget(inspector)
    inspector.show()
    qtbot.waitActive(inspector)
    session.select(of_article(FIRST))
    body = inspector.article.body
    body.setFocus()
    yield body  # noqa: PT022, the inspector lives until then


def lines(body):
    return body.toPlainText().split("\n")


def put(body, row, offset, anchor=None):
    start = body.document().findBlockByNumber(row).position()
    cursor = body.textCursor()
    if anchor is not None:
        cursor.setPosition(body.document().findBlockByNumber(anchor[0]).position() + anchor[1])
    cursor.setPosition(start + offset, QTextCursor.MoveMode.MoveAnchor if anchor is None else QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def blocks(session, place=FIRST):
    return article_at(session.issue, place).blocks


def in_step(body, session, place=FIRST):
    """Whether the rows are those of the issue."""
    from desktop.panels.forms.rows import rows_of

    return lines(body) == [row.string for row in rows_of(article_at(session.issue, place))]


def test_rows_are_texts_and_labels(body, session):
    assert lines(body) == ["甲稿第一段。", "图为现场", "甲稿第二段，说的是现场的事情。"]
    assert [row.mark for row in body.rows] == ["", "图", ""]
    session.select(of_article(THIRD))
    assert [(row.mark, row.label) for row in body.rows] == [("", False), ("题1", False), ("", False), ("按", False)]


def test_typing_changes_the_issue_and_the_caret_goes_with_it(body, session):
    put(body, 0, 2)
    typed(body, "新字")
    assert blocks(session)[0].text.string == "甲稿新字第一段。"
    assert session.selection == of_text(Spot(FIRST._replace(block=0), 4))
    assert body.textCursor().position() == 4
    assert session.stack.count() == 1
    assert session.stack.undoText() == "输入文字"
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(body)[0] == "甲稿第一段。"


def test_latin_keys_type_too(body, session):
    put(body, 0, 0)
    QTest.keyClicks(body, "Ab1")
    assert blocks(session)[0].text.string == "Ab1甲稿第一段。"
    assert in_step(body, session)


def test_enter_splits_and_backspace_joins(body, session):
    put(body, 2, 4)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert lines(body)[2:] == ["甲稿第二", "段，说的是现场的事情。"]
    assert body.textCursor().blockNumber() == 3
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert lines(body)[2:] == ["甲稿第二段，说的是现场的事情。"]
    assert [session.stack.text(k) for k in range(2)] == ["分段", "合并段落"]
    assert in_step(body, session)


def test_text_marked_over_a_photo_goes_and_the_photo_stays(body, session):
    put(body, 2, 2, anchor=(0, 2))
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert [type(block) for block in blocks(session)] == [Photo, Paragraph]
    assert lines(body) == ["图为现场", "甲稿第二段，说的是现场的事情。"]
    assert in_step(body, session)


def test_nothing_is_typed_into_a_label_but_delete_takes_the_photo_out(body, session):
    put(body, 1, 2)
    typed(body, "字")
    QTest.keyClicks(body, "x")
    assert session.stack.count() == 0
    assert lines(body)[1] == "图为现场"
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert session.stack.undoText() == "删除图片"
    assert len(lines(body)) == 2


def test_enter_on_a_photo_selects_it(body, session):
    put(body, 1, 0)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert session.selection == of_photo(FIRST._replace(block=1))


def test_pasted_lines_become_paragraphs(body, session):
    QGuiApplication.clipboard().setText("一行\n二行")
    put(body, 0, 6)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines(body)[:2] == ["甲稿第一段。一行", "二行"]
    assert session.stack.undoText() == "粘贴"
    assert in_step(body, session)


def test_cut_takes_marked_text_to_the_clipboard(body, session):
    put(body, 0, 2, anchor=(0, 0))
    QTest.keyClick(body, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "甲稿"
    assert lines(body)[0] == "第一段。"


def test_what_an_input_method_composes_is_no_edit_until_it_is_chosen(body, session):
    put(body, 0, 2)
    QApplication.sendEvent(body, QInputMethodEvent("zhong", []))
    assert session.stack.count() == 0
    assert body.document().findBlockByNumber(0).layout().preeditAreaText() == "zhong"
    chosen = QInputMethodEvent()
    chosen.setCommitString("中")
    QApplication.sendEvent(body, chosen)
    assert blocks(session)[0].text.string == "甲稿中第一段。"
    assert body.document().findBlockByNumber(0).layout().preeditAreaText() == ""
    assert in_step(body, session)


def test_the_body_follows_edits_made_elsewhere(body, session):
    put(body, 2, 3)
    before = body.textCursor().position()
    edited = edits.insert_text(session.issue, FIRST._replace(block=0), 0, "前面")
    session.do("输入", edited.issue)
    assert lines(body)[0] == "前面甲稿第一段。"
    assert body.textCursor().block().text() == "甲稿第二段，说的是现场的事情。"
    assert body.textCursor().position() == before + 2
    session.select(of_text(Spot(FIRST._replace(block=2), 5)))
    assert body.textCursor().positionInBlock() == 5


def test_a_marked_text_is_the_sessions(body, session):
    put(body, 0, 4, anchor=(0, 1))
    caret = session.selection.caret
    assert (caret.anchor.offset, caret.spot.offset) == (1, 4)


def test_rare_characters_count_once(body, session):
    put(body, 0, 0)
    typed(body, "𠮷")
    put(body, 0, 2)
    typed(body, "后")
    assert blocks(session)[0].text.string.startswith("𠮷后甲")
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert blocks(session)[0].text.string == "甲稿第一段。"
    assert in_step(body, session)


def test_headings_and_notes_stay_what_they_are(body, session):
    session.select(of_article(THIRD))
    put(body, 1, 5)
    typed(body, "题")
    put(body, 3, 0)
    typed(body, "注")
    kinds = [type(block) for block in blocks(session, THIRD)]
    assert kinds == [Paragraph, Subheading, Paragraph, Note]
    assert in_step(body, session, THIRD)


def test_an_article_without_text_gets_its_first_paragraph(body, session):
    session.do(
        "空",
        edits.remove_block(
            edits.remove_block(edits.remove_block(session.issue, FIRST._replace(block=0)).issue, FIRST._replace(block=0)).issue,
            FIRST._replace(block=0),
        ).issue,
        of_article(FIRST),
    )
    assert lines(body) == [""]
    typed(body, "重写")
    assert [block.text.string for block in blocks(session)] == ["重写"]


def test_what_qt_changes_by_itself_is_put_right(body, session, qtbot):
    cursor = body.textCursor()
    cursor.setPosition(0)
    cursor.insertText("混入")
    qtbot.waitUntil(lambda: lines(body)[0] == "甲稿第一段。")
    assert session.stack.count() == 0


def test_tab_leaves_the_text(body):
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert not body.hasFocus()
