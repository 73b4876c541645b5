from __future__ import annotations

import pytest
from panel_session import typed
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.inspector import Inspector
from desktop.selection import TextPosition, of_article, of_photo, of_text
from layouts.issue import edits
from layouts.issue.article import (
    Article,
    ArticleKind,
    Note,
    PageBreak,
    Paragraph,
    Subheading,
    Table,
)
from layouts.issue.edits.edited import NEW
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at
from layouts.issue.text import Mark, MarkKind, Text

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
    cursor.setPosition(
        start + offset,
        QTextCursor.MoveMode.MoveAnchor if anchor is None else QTextCursor.MoveMode.KeepAnchor,
    )
    body.setTextCursor(cursor)


def blocks(session, place=FIRST):
    return article_at(session.issue, place).blocks


def in_step(body, session, place=FIRST):
    """Whether the rows are those of the issue."""
    from desktop.panels.forms.rows import rows_of

    return lines(body) == [row.string for row in rows_of(article_at(session.issue, place))]


@pytest.mark.parametrize("composed", [False, True])
def test_what_is_typed_over_marked_words_looks_like_them(body, session, composed):
    place = FIRST._replace(block=0)
    session.do("粗", edits.set_mark(session.issue, (place, 2), (place, 4), MarkKind.BOLD).issue)
    put(body, 0, 4, (0, 2))
    if composed:
        QApplication.sendEvent(body, QInputMethodEvent("xin", []))
        event = QInputMethodEvent()
        event.setCommitString("新")
        QApplication.sendEvent(body, event)
    else:
        QTest.keyClicks(body, "b")
    assert blocks(session)[0].text.marks == (Mark(2, 3, MarkKind.BOLD),)


def test_shift_and_enter_end_a_line_and_no_paragraph(body, session):
    put(body, 0, 2)
    QTest.keyClick(body, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(body, "b")
    assert blocks(session)[0].text.string == "甲稿\u2028b第一段。"
    assert body.document().toRawText().split("\u2029")[0] == "甲稿\u2028b第一段。"


def test_rows_are_texts_and_labels(body, session):
    assert lines(body) == ["甲稿第一段。", "图为现场", "甲稿第二段，说的是现场的事情。"]
    assert [row.sign for row in body.rows] == ["", "图", ""]
    session.select(of_article(THIRD))
    assert [(row.sign, row.label) for row in body.rows] == [
        ("", False),
        ("题1", False),
        ("", False),
        ("按", False),
    ]


def test_typing_changes_the_issue_and_the_caret_goes_with_it(body, session):
    put(body, 0, 2)
    typed(body, "新字")
    assert blocks(session)[0].text.string == "甲稿新字第一段。"
    assert session.selection == of_text(TextPosition(FIRST._replace(block=0), 4))
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


def test_delete_on_a_photos_line_takes_the_photo_out(body, session):
    put(body, 1, 2)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert session.stack.undoText() == "删除图片"
    assert lines(body) == ["甲稿第一段。", "甲稿第二段，说的是现场的事情。"]


# -- on a line that only says what is there --------------------------------------------------------

TABLE = Table((Text("馆"), Text("册")), ((Text("东"), Text("1")),), ("left", "left"), NEW)
PHOTO = Photo("photo.jpg", "又一张", NEW)


def labelled(session, *labels, follows=()):
    """An article whose first block is a paragraph and whose others are these."""
    article = article_at(session.issue, FIRST)
    blocks = (article.blocks[0], *labels, *follows)
    issue = session.issue
    while article_at(issue, FIRST).blocks:
        issue = edits.remove_block(issue, FIRST._replace(block=0)).issue
    for k, block in enumerate(blocks):
        issue = edits.insert_block(issue, FIRST._replace(block=k), block).issue
    session.do("备", issue, of_article(FIRST))


def by_keys(body, text):
    QTest.keyClicks(body, text)


def by_paste(body, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def by_html_alone(body, text):
    data = QMimeData()
    data.setHtml(f"<html><body><p><b>{text}</b></p></body></html>")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def by_drop(body, text):
    data = QMimeData()
    data.setText(text)
    drop(body, data, body.textCursor())


def drop(body, data, cursor):
    at = body.cursorRect(cursor).center()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(
            at,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(body.viewport(), event)
        assert event.isAccepted()
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(body.viewport(), event)
    assert event.isAccepted()


WAYS = [by_keys, typed, by_paste, by_html_alone, by_drop]
LABELS = [PHOTO, TABLE, PageBreak(NEW)]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", LABELS, ids=lambda label: type(label).__name__)
def test_text_that_comes_upon_a_label_goes_into_the_paragraph_after_it(body, session, label, way):
    labelled(session, label, follows=(Paragraph(Text("后段"), NEW),))
    put(body, 1, 1)
    way(body, "Ab1")
    assert [row.label for row in body.rows] == [False, True, False]
    assert lines(body)[2] == "Ab1后段"
    assert session.selection == of_text(TextPosition(FIRST._replace(block=2), 3))
    assert (body.textCursor().blockNumber(), body.textCursor().positionInBlock()) == (2, 3)
    assert in_step(body, session)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: type(label).__name__)
@pytest.mark.parametrize(
    "follows",
    [(), (Note((Text("按语"),), NEW),), (Subheading(Text("小题"), 1, NEW),), (TABLE,)],
    ids=["end", "note", "heading", "table"],
)
def test_where_no_paragraph_follows_a_label_one_is_made(body, session, label, follows):
    labelled(session, label, follows=follows)
    put(body, 1, 1)
    by_paste(body, "Ab1")
    assert [type(block) for block in blocks(session)] == [
        Paragraph,
        type(label),
        Paragraph,
        *map(type, follows),
    ]
    assert lines(body)[2] == "Ab1"
    assert in_step(body, session)


def test_photos_that_follow_each_other_stand_beside_the_same_new_text(body, session):
    labelled(session, PHOTO, PHOTO, follows=(Paragraph(Text("后段"), NEW),))
    put(body, 1, 1)
    typed(body, "前")
    assert lines(body)[3] == "前后段"


def test_words_typed_at_a_label_are_one_step_and_undo_takes_the_paragraph_away_with_them(
    body, session
):
    labelled(session, PHOTO)
    before, steps = blocks(session), session.stack.count()
    put(body, 1, 0)
    typed(body, "新写")
    assert lines(body)[2] == "新写"
    assert session.stack.count() == steps + 1
    session.stack.undo()
    assert blocks(session) == before


def test_what_an_input_method_composes_at_a_label_is_typed_after_it(body, session):
    put(body, 1, 2)
    QApplication.sendEvent(body, QInputMethodEvent("zhong", []))
    assert blocks(session)[2].text.string == "甲稿第二段，说的是现场的事情。"
    typed(body, "中")
    assert lines(body) == ["甲稿第一段。", "图为现场", "中甲稿第二段，说的是现场的事情。"]
    assert body.document().findBlockByNumber(1).layout().preeditAreaText() == ""


def test_typing_over_a_selection_that_spans_a_photo_keeps_the_photo(body, session):
    put(body, 2, 4, anchor=(0, 2))
    typed(body, "新")
    assert [type(block) for block in blocks(session)] == [Photo, Paragraph]
    assert lines(body) == ["图为现场", "甲稿新段，说的是现场的事情。"]


def test_a_selection_inside_a_photos_line_takes_typed_text_below_it(body, session):
    put(body, 1, 4, anchor=(1, 1))
    typed(body, "新")
    assert lines(body) == ["甲稿第一段。", "图为现场", "新甲稿第二段，说的是现场的事情。"]


def test_what_is_copied_across_a_photo_is_the_text_and_not_the_photos_line(body, session):
    put(body, 2, 2, anchor=(0, 2))
    QTest.keyClick(body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "第一段。\n甲稿"


@pytest.mark.parametrize("label", [TABLE, PageBreak(NEW)], ids=lambda label: type(label).__name__)
def test_enter_below_a_table_or_a_page_break_begins_a_paragraph(body, session, label):
    labelled(session, label, follows=(Paragraph(Text("后段"), NEW),))
    put(body, 1, 1)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert [type(block) for block in blocks(session)] == [
        Paragraph,
        type(label),
        Paragraph,
        Paragraph,
    ]
    assert lines(body)[2:] == ["", "后段"]
    assert body.textCursor().blockNumber() == 2


def test_delete_on_a_tables_line_takes_the_table_out(body, session):
    labelled(session, TABLE, follows=(Paragraph(Text("后段"), NEW),))
    put(body, 1, 1)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert session.stack.undoText() == "删除表格"
    assert lines(body) == ["甲稿第一段。", "后段"]


# -- what is no text -------------------------------------------------------------------------------


def picture():
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    return data


@pytest.mark.parametrize(
    ("row", "before"), [(0, 0), (1, 2), (2, 2)], ids=["paragraph", "photo", "last"]
)
def test_a_pasted_picture_is_given_away_for_the_block_it_belongs_to(body, row, before):
    given = []
    body.given.connect(lambda data, place: given.append((data.hasImage(), place)))
    QGuiApplication.clipboard().setMimeData(picture())
    put(body, row, 1)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert given == [(True, FIRST._replace(block=before))]


def test_a_cell_of_a_spreadsheet_is_text_though_it_brings_its_picture(body, session):
    data = picture()
    data.setText("四百二十")
    QGuiApplication.clipboard().setMimeData(data)
    put(body, 0, 0)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines(body)[0] == "四百二十甲稿第一段。"


def test_a_picture_dragged_out_of_a_browser_is_a_picture_though_its_address_comes_along(
    body, session
):
    given = []
    body.given.connect(lambda data, place: given.append(place))
    data = picture()
    data.setUrls([QUrl("https://example.org/picture.jpg")])
    drop(body, data, cursor_at(body, 1, 1))
    assert given == [FIRST._replace(block=2)]
    assert session.stack.count() == 0


def test_what_is_more_than_a_line_is_given_to_the_window_to_read(body, session):
    data = QMimeData()
    data.setHtml("<p>一行<b>粗</b></p><ul><li>二行</li></ul>")
    asked = []
    body.pasted.connect(lambda *what: asked.append(what))
    QGuiApplication.clipboard().setMimeData(data)
    put(body, 0, 6)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(issue, at) for _, issue, at in asked] == [
        (session.issue, TextPosition(FIRST._replace(block=0), 6))
    ]
    assert session.stack.count() == 0


# -- dragged ---------------------------------------------------------------------------------------


def cursor_at(body, row, offset):
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(row).position() + offset)
    return cursor


def test_dropped_text_goes_where_it_fell(body, session):
    put(body, 0, 0)
    data = QMimeData()
    data.setText("落字")
    drop(body, data, cursor_at(body, 2, 4))
    assert lines(body) == ["甲稿第一段。", "图为现场", "甲稿第二落字段，说的是现场的事情。"]
    assert session.stack.undoText() == "粘贴文字"
    assert in_step(body, session)


@pytest.mark.parametrize(
    ("marked", "target", "result", "caret"),
    [
        (
            ((0, 0), (0, 2)),
            (2, 2),
            ["第一段。", "图为现场", "甲稿甲稿第二段，说的是现场的事情。"],
            (2, 4),
        ),
        (
            ((0, 0), (0, 2)),
            (0, 5),
            ["第一段甲稿。", "图为现场", "甲稿第二段，说的是现场的事情。"],
            (0, 5),
        ),
        (
            ((0, 4), (2, 2)),
            (2, 5),
            ["图为现场", "甲稿第一第二段段。", "甲稿，说的是现场的事情。"],
            (2, 2),
        ),
        (
            ((2, 2), (2, 5)),
            (0, 2),
            ["甲稿第二段第一段。", "图为现场", "甲稿，说的是现场的事情。"],
            (0, 5),
        ),
    ],
    ids=["onward", "in its paragraph", "over a photo", "back"],
)
def test_text_dragged_inside_the_field_moves_and_the_caret_with_it(
    body, session, marked, target, result, caret
):
    put(body, *marked[1], anchor=marked[0])
    body.acts.move_to(cursor_at(body, *target).position())
    assert lines(body) == result
    assert (body.textCursor().blockNumber(), body.textCursor().positionInBlock()) == caret
    assert session.stack.undoText() == "移动文字"
    assert in_step(body, session)


def test_text_dragged_onto_itself_stays(body, session):
    put(body, 0, 4, anchor=(0, 0))
    body.acts.move_to(cursor_at(body, 0, 2).position())
    assert session.stack.count() == 0


def test_text_dragged_inside_a_note_moves(body, session):
    session.select(of_article(THIRD))
    put(body, 3, 2, anchor=(3, 0))
    body.acts.move_to(cursor_at(body, 3, 4).position())
    assert lines(body)[3] == "：这按语是按语。"
    assert body.textCursor().positionInBlock() == 4


# -- the window's menu -----------------------------------------------------------------------------


def test_the_menu_cuts_and_deletes_in_the_body_as_keys_do(qtbot, opened):
    opened.session.select(of_article(FIRST))
    body = opened.inspector.article.body
    body.setFocus()
    put(body, 0, 2, anchor=(0, 0))
    opened.clipping.cut()
    assert QGuiApplication.clipboard().text() == "为确"
    assert lines(body)[0] == "保元旦展览工作平稳有序，集团做好服务保障。"
    opened.clipping.delete()
    assert lines(body)[0] == "元旦展览工作平稳有序，集团做好服务保障。"
    opened.clipping.paste()
    assert lines(body)[0] == "为确元旦展览工作平稳有序，集团做好服务保障。"


def window_body(window, place=FIRST):
    window.session.select(of_article(place))
    body = window.inspector.article.body
    window.activateWindow()
    body.setFocus()
    return body


def test_a_picture_pasted_into_the_body_becomes_a_photo_of_the_article(qtbot, opened, tmp_path):
    body = window_body(opened)
    QGuiApplication.clipboard().setMimeData(picture())
    put(body, 0, 3)
    body.paste()
    qtbot.waitUntil(lambda: isinstance(blocks(opened.session)[0], Photo), timeout=5000)
    photo = blocks(opened.session)[0]
    assert photo.path == "photos/粘贴的图片.png"
    assert QImage(str(tmp_path / photo.path)).size() == QSize(30, 20)
    body = window_body(opened)
    put(body, 0, 1)
    body.paste()
    qtbot.waitUntil(
        lambda: [type(block) for block in blocks(opened.session)] == [Photo, Photo, Paragraph],
        timeout=5000,
    )
    assert [block.path for block in blocks(opened.session)[:2]] == [
        "photos/粘贴的图片.png",
        "photos/粘贴的图片-2.png",
    ]


def test_a_photo_s_line_has_its_name_not_what_a_package_calls_it():
    from desktop.panels.forms.rows import rows_of

    stored = Photo(f"photos/{'0a' * 32}.jpg", "", NEW, name="IMG_2026.JPG")
    bridge = Photo("photos/桥.jpg", "", NEW)
    table = Table((Text(""), Text("")), (), ("left", "left"), NEW)
    article = Article(ArticleKind.HEADLINE, Text("题"), (stored, bridge, table), NEW)
    assert [row.string for row in rows_of(article)] == [
        "IMG_2026.JPG",
        "桥.jpg",
        "表格 1 行 × 2 列",
    ]


def test_photo_files_dropped_onto_the_body_stand_where_they_fell(qtbot, opened, tmp_path):
    body = window_body(opened)
    paths = [tmp_path / name for name in ("first.png", "second.webp")]
    for path in paths:
        Image.new("RGB", (60, 40)).save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(body, data, cursor_at(body, 0, 3))
    qtbot.waitUntil(lambda: len(blocks(opened.session)) == 3, timeout=5000)
    assert [getattr(block, "path", "") for block in blocks(opened.session)] == [
        "first.png",
        "second.webp",
        "",
    ]


def test_what_cannot_be_pasted_is_said(opened, tmp_path):
    body = window_body(opened)
    put(body, 0, 3)
    sound = tmp_path / "录音.mp3"
    sound.write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sound))])
    QGuiApplication.clipboard().setMimeData(data)
    body.paste()
    assert opened.toast.sentence() == "录音.mp3：是音频或视频，没有导入"
    QGuiApplication.clipboard().setMimeData(QMimeData())
    body.paste()
    assert opened.toast.sentence() == "那里没有能放进来的文字或图片"
    assert opened.session.stack.count() == 0


def test_a_photo_copied_in_the_window_keeps_its_caption_when_pasted_into_the_body(qtbot, opened):
    session = opened.session
    session.do(
        "备",
        edits.insert_block(session.issue, FIRST._replace(block=0), PHOTO).issue,
        of_photo(FIRST._replace(block=0)),
    )
    opened.view.setFocus()
    assert opened.clipping.copy()
    body = window_body(opened, Place(1, 0))
    put(body, 0, 0)
    body.paste()
    pasted, text = blocks(session, Place(1, 0))
    assert isinstance(pasted, Photo)
    assert pasted.caption.string == "又一张"
    assert not isinstance(text, Photo)


def test_enter_on_a_photo_selects_it(body, session):
    put(body, 1, 0)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert session.selection == of_photo(FIRST._replace(block=1))


def test_pasted_lines_become_paragraphs(body, session):
    QGuiApplication.clipboard().setText("一行\n二行")
    put(body, 0, 6)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines(body)[:2] == ["甲稿第一段。一行", "二行"]
    assert session.stack.undoText() == "粘贴文字"
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


def test_what_is_composed_over_marked_words_and_given_up_gives_them_back(body, session):
    place = FIRST._replace(block=0)
    session.do("粗", edits.set_mark(session.issue, (place, 2), (place, 4), MarkKind.BOLD).issue)
    before, steps = session.issue, session.stack.count()
    put(body, 0, 4, (0, 2))
    caret = session.selection
    QApplication.sendEvent(body, QInputMethodEvent("xin", []))
    assert blocks(session)[0].text.string == "甲稿段。"
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    assert session.issue is before
    assert session.selection == caret
    assert body.textCursor().selectedText() == "第一"
    assert session.stack.count() == steps
    assert in_step(body, session)


def test_marked_paragraphs_with_a_photo_come_back_too(body, session):
    before, steps = session.issue, session.stack.count()
    put(body, 2, 3, (0, 2))
    QApplication.sendEvent(body, QInputMethodEvent("xin", []))
    assert session.issue is not before
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    assert session.issue == before
    assert session.stack.count() == steps
    assert in_step(body, session)


def test_the_body_follows_edits_made_elsewhere(body, session):
    put(body, 2, 3)
    before = body.textCursor().position()
    edited = edits.insert_text(session.issue, FIRST._replace(block=0), 0, "前面")
    session.do("输入", edited.issue)
    assert lines(body)[0] == "前面甲稿第一段。"
    assert body.textCursor().block().text() == "甲稿第二段，说的是现场的事情。"
    assert body.textCursor().position() == before + 2
    session.select(of_text(TextPosition(FIRST._replace(block=2), 5)))
    assert body.textCursor().positionInBlock() == 5


def test_a_marked_text_is_the_sessions(body, session):
    put(body, 0, 4, anchor=(0, 1))
    caret = session.selection.caret
    assert (caret.anchor.offset, caret.position.offset) == (1, 4)


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
            edits.remove_block(
                edits.remove_block(session.issue, FIRST._replace(block=0)).issue,
                FIRST._replace(block=0),
            ).issue,
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


def test_the_gutter_is_painted_anew_at_every_scroll(body, session):
    """What it says of a row stands beside that row."""
    added = session.issue
    for _ in range(30):
        added = edits.insert_block(
            added, Place(0, 0, 0), Paragraph(Text("一段文字" * 20), NEW)
        ).issue
    session.do("加", added)
    body.resize(280, 240)
    QTest.qWait(20)
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802, Qt's name
            if event.type() is QEvent.Type.Paint:
                painted.append(body.verticalScrollBar().value())
            return False

    watch = Watch()
    body._gutter.installEventFilter(watch)
    bar = body.verticalScrollBar()
    assert bar.maximum() > 20
    for value in (1, 2, 7, bar.maximum(), 3, 0):
        bar.setValue(value)
        QTest.qWait(20)
        assert painted[-1] == bar.value()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.qWait(20)
    assert painted[-1] == bar.value() > 0
    body._gutter.removeEventFilter(watch)


def test_the_gutter_follows_where_the_caret_from_the_page_scrolls_the_rows(qtbot, body, session):
    text = "\n".join(f"第{k}段，" + "说的是现场的事情。" * 6 for k in range(20))
    session.do("长文", edits.paste_text(session.issue, FIRST._replace(block=0), 0, text).issue)
    qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() > 0)
    painted = []
    gutter = body._gutter
    was, gutter.paintEvent = gutter.paintEvent, lambda event: painted.append(body.bands()[0][0])
    last = FIRST._replace(block=19)
    session.select(of_text(TextPosition(last, 3)))
    qtbot.waitUntil(lambda: bool(painted) and painted[-1] == body.bands()[0][0])
    gutter.paintEvent = was
    assert body.verticalScrollBar().value() > 0
