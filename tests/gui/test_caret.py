"""Text edited on the page: caret, marks, typing, clipboard, input method."""

from __future__ import annotations

import pytest
from page_driver import CONTROL, NONE, SHIFT, closed, opened
from panel_session import small_issue
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.selection import SelectionKind, of_article
from layouts.house.schema import OPEN_PLACES
from layouts.issue.ids import with_ids
from layouts.issue.places import BYLINE, TITLE, Place, text_at
from layouts.issue.text import Mark, MarkKind
from layouts.manuscript import read_manuscript

FIRST = (
    "今天上午，全市安全生产工作会议召开，会议要求各单位压实责任、细化预案，确保人员、物资、措施到位。"
    * 5
)
SECOND = "会议指出，2025 年是关键的一年，English words 也要排好。"
A, B, C = Place(0, 0, 0), Place(0, 0, 1), Place(0, 1, 0)
Query = Qt.InputMethodQuery


@pytest.fixture
def page(qtbot, catalogue, tmp_path):
    """Two articles; the first of a long and a short paragraph."""
    path = tmp_path / "text.md"
    parts = [
        "---\npublication: 简报\n---\n\n## 【要闻】\n",
        "### 甲稿",
        FIRST,
        SECOND,
        "【供稿：一公司 张三】",
        "### 乙稿",
        FIRST,
    ]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    driver = opened(catalogue, with_ids(read_manuscript(path)[0]))
    yield driver
    closed(driver)


def point(driver, text: str, role: str = "body") -> QPoint:
    """The start of a text in the viewport."""
    where, line = driver.line(text, role)
    return driver.at(where, line.runs[0].x + line.text.index(text) * line.size, line.y - 5)


# -- putting the caret somewhere -------------------------------------------------------------------


def test_a_double_click_marks_the_word(page):
    page.double_click(point(page, "全市安全生产") + QPoint(25, 0))
    assert page.marked in {"安全", "安全生产"}


def test_a_third_click_marks_the_paragraph(page):
    at = point(page, "全市安全生产") + QPoint(25, 0)
    page.double_click(at)
    page.click(at)
    assert page.marked == FIRST


def test_a_click_in_the_text_puts_the_caret_there(page):
    page.edit(B, 0)
    page.click(point(page, "今天上午") + QPoint(1, 0))
    assert page.position == (A, 0)


def test_a_click_right_of_a_line_means_its_end(page):
    where, line = page.line("今天上午")
    page.edit(B, 0)
    page.click(page.at(where, line.x + line.width + 8, line.y - 5))
    assert page.position == (A, len(line.text))
    assert page.view.editor.caret.upstream
    area = page.view.editor.caret.area()
    assert abs(area.center().y() - page.at(where, 0, line.y - 5).y()) < 6


def test_the_mouse_marks_by_dragging(page):
    page.edit(A, 0)
    start = point(page, "今天上午")
    with page.drag(start, start + QPoint(60, 0)):
        pass
    assert page.marked
    assert FIRST.startswith(page.marked)


def test_dragging_over_an_article_that_is_not_edited_marks_its_text(page):
    start = point(page, "今天上午") + QPoint(1, 0)
    with page.drag(start, start + QPoint(80, 0)):
        pass
    assert page.session.selection.kind is SelectionKind.TEXT
    assert FIRST.startswith(page.marked)


def test_after_a_double_click_dragging_marks_whole_words(page):
    at = point(page, "全市安全生产") + QPoint(25, 0)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    first = page.marked
    from desktop.canvas.gestures.marking import MarkText
    from desktop.canvas.motion import MotionUnit

    page.view.context.mouse.begin(MarkText(page.view.context, page.view.editor, MotionUnit.WORD))
    page.move(at + QPoint(70, 0))
    page.release(at + QPoint(70, 0))
    assert page.marked.startswith(first)
    assert len(page.marked) > len(first)


def test_shift_and_a_click_extend_the_marks(page):
    page.edit(A, 0)
    page.click(point(page, "会议召开"), SHIFT)
    assert FIRST.startswith(page.marked)
    assert page.session.selection.caret.anchor == (A, 0)


# -- keys ------------------------------------------------------------------------------------------


def test_arrows_walk_from_text_to_text(page):
    page.edit(A, len(FIRST) - 1)
    page.key(Qt.Key.Key_Right, times=2)
    assert page.position == (B, 0)
    page.key(Qt.Key.Key_Left)
    assert page.position == (A, len(FIRST))
    page.edit(Place(0, 0, BYLINE), len(page.text(Place(0, 0, BYLINE))))
    page.key(Qt.Key.Key_Right)
    assert page.position == (Place(0, 1, TITLE), 0)


def test_arrows_with_ctrl_go_by_words(page):
    at = SECOND.index("English")
    page.edit(B, at)
    page.key(Qt.Key.Key_Right, CONTROL)
    assert page.position.offset == at + len("English ")
    page.key(Qt.Key.Key_Left, CONTROL)
    assert page.position.offset == at


def test_down_and_up_keep_their_column(page):
    page.edit(A, 20)
    before = page.view.editor.seat().x
    page.key(Qt.Key.Key_Down, times=3)
    assert page.view.editor.seat().x == pytest.approx(before, abs=14)
    page.key(Qt.Key.Key_Up, times=3)
    assert page.position == (A, 20)


def test_home_and_end_are_those_of_the_line(page):
    _, line = page.line("今天上午")
    page.edit(A, 5)
    page.key(Qt.Key.Key_End)
    assert page.position.offset == len(line.text)
    page.key(Qt.Key.Key_End)
    assert page.position.offset == len(line.text)
    page.key(Qt.Key.Key_Home)
    assert page.position == (A, 0)


def test_ctrl_home_and_end_are_those_of_the_article(page):
    page.edit(B, 3)
    page.key(Qt.Key.Key_End, CONTROL)
    assert page.position == (Place(0, 0, BYLINE), len(page.text(Place(0, 0, BYLINE))))
    page.key(Qt.Key.Key_Home, CONTROL)
    assert page.position == (Place(0, 0, TITLE), 0)


def test_page_keys_leap_and_the_caret_stays_in_view(page):
    page.view.set_zoom(3.0)
    page.edit(A, 3)
    page.key(Qt.Key.Key_PageDown)
    assert page.position != (A, 3)
    assert page.caret_is_seen()


def test_shift_marks(page):
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=4)
    assert page.marked == FIRST[:4]
    page.key(Qt.Key.Key_Left)
    assert page.position == (A, 0)
    assert not page.session.selection.caret.marks


def test_all_text_of_the_article_is_marked(page):
    page.edit(B, 3)
    page.key(Qt.Key.Key_A, CONTROL)
    first, last = page.session.selection.caret.ordered
    assert first == (Place(0, 0, TITLE), 0)
    assert last.place == Place(0, 0, BYLINE)


def test_tab_does_not_leave_the_text(page):
    page.edit(A, 3)
    page.key(Qt.Key.Key_Tab)
    assert page.position == (A, 3)


# -- typing ----------------------------------------------------------------------------------------


def test_typing_stands_in_the_text_and_on_the_page(page):
    page.edit(A, 4)
    page.type("abc")
    assert page.text(A).startswith("今天上午abc")
    assert page.position == (A, 7)
    assert any("abc" in line.text for shown in page.view.pages for line in shown.lines)
    assert page.caret_is_seen()


def test_typing_goes_on_while_pages_are_made(page):
    page.edit(A, 0)
    QTest.keyClicks(page.view, "onetwothree")
    assert page.text(A).startswith("onetwothree")
    assert page.session.settle()


def test_a_word_is_one_step_of_undo(page):
    page.edit(A, 0)
    page.type("hello world")
    assert page.session.stack.count() == 2
    page.session.stack.undo()
    assert page.text(A).startswith("hello 今天")
    page.session.stack.undo()
    assert page.text(A) == FIRST
    assert page.session.selection.caret.position == (A, 0)


def test_moving_the_caret_ends_a_step(page):
    page.edit(A, 0)
    page.type("ab")
    page.key(Qt.Key.Key_Left)
    page.type("cd")
    assert page.session.stack.count() == 2


def test_what_is_typed_replaces_the_marks(page):
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=4)
    page.type("x")
    assert page.text(A).startswith("x，全市")


def test_backspace_and_delete(page):
    page.edit(A, 4)
    page.key(Qt.Key.Key_Backspace, times=2)
    assert page.text(A).startswith("今天，")
    page.key(Qt.Key.Key_Delete)
    assert page.text(A).startswith("今天全市")


def test_enter_splits_and_backspace_joins(page):
    before = page.issue
    page.edit(A, 4)
    page.key(Qt.Key.Key_Return)
    assert (page.text(A), page.position) == ("今天上午", (B, 0))
    page.key(Qt.Key.Key_Backspace)
    assert page.text(A) == FIRST
    assert page.position == (A, 4)
    assert page.issue.sections == before.sections


def test_the_caret_is_seen_in_an_empty_paragraph(page):
    page.edit(A, len(FIRST))
    page.key(Qt.Key.Key_Return, times=2)
    assert page.text(page.position.place) == ""
    assert page.caret_is_seen()
    page.type("n")
    assert page.text(Place(0, 0, 2)) == "n"


def test_bold_and_kai(page):
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=4)
    page.key(Qt.Key.Key_B, CONTROL)
    assert text_at(page.issue, A).marks == (Mark(0, 4, MarkKind.BOLD),)
    page.key(Qt.Key.Key_I, CONTROL)
    assert text_at(page.issue, A).marks == (Mark(0, 4, MarkKind.KAI),)
    page.key(Qt.Key.Key_I, CONTROL)
    assert text_at(page.issue, A).marks == ()
    assert page.marked == FIRST[:4]


def test_shortcuts_of_the_window_leave_text_keys_alone(page):
    from PySide6.QtGui import QAction, QKeySequence

    done = []
    action = QAction(page.view)
    action.setShortcut(QKeySequence("Ctrl+B"))
    action.triggered.connect(lambda: done.append(1))
    page.view.addAction(action)
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=2)
    page.key(Qt.Key.Key_B, CONTROL)
    assert text_at(page.issue, A).marks
    assert not done


# -- clipboard -------------------------------------------------------------------------------------


def test_copy_gives_plain_text_and_html(page):
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=4)
    page.key(Qt.Key.Key_B, CONTROL)
    page.key(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "今天上午"
    assert "<b>今天上午</b>" in data.html()


def test_cut_and_paste(page):
    page.edit(A, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=5)
    page.key(Qt.Key.Key_X, CONTROL)
    assert page.text(A).startswith("全市")
    page.edit(B, 0)
    page.key(Qt.Key.Key_V, CONTROL)
    assert page.text(B).startswith("今天上午，会议")
    assert page.position == (B, 5)


def test_lines_pasted_become_paragraphs(page):
    QGuiApplication.clipboard().setText("第一行\n第二行")
    page.edit(A, 0)
    page.key(Qt.Key.Key_V, CONTROL)
    assert page.text(A) == "第一行"
    assert page.text(B) == "第二行" + FIRST


def test_a_clipboard_of_html_alone_is_text_too(page):
    data = QMimeData()
    data.setHtml("<p>第一<i>行</i></p>")
    QGuiApplication.clipboard().setMimeData(data)
    page.edit(A, 0)
    page.key(Qt.Key.Key_V, CONTROL)
    assert page.text(A) == "第一行" + FIRST


def test_an_address_copied_in_a_browser_is_text(page):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a")])
    QGuiApplication.clipboard().setMimeData(data)
    page.edit(A, 0)
    page.key(Qt.Key.Key_V, CONTROL)
    assert page.text(A) == "https://example.org/a" + FIRST


def test_copying_without_marks_leaves_the_clipboard_alone(page):
    QGuiApplication.clipboard().setText("原来的")
    page.edit(A, 3)
    page.key(Qt.Key.Key_C, CONTROL)
    assert not page.view.editor.copy()
    assert QGuiApplication.clipboard().text() == "原来的"


def test_cutting_without_marks_takes_nothing(page):
    QGuiApplication.clipboard().setText("原来的")
    page.edit(A, 3)
    page.key(Qt.Key.Key_X, CONTROL)
    assert not page.view.editor.cut()
    assert (page.text(A), QGuiApplication.clipboard().text()) == (FIRST, "原来的")
    assert page.session.stack.count() == 0


def test_nothing_is_copied_or_cut_without_a_caret(page):
    QGuiApplication.clipboard().setText("原来的")
    page.session.select(of_article(Place(0, 0)))
    assert not page.view.editor.copy()
    assert not page.view.editor.cut()
    assert QGuiApplication.clipboard().text() == "原来的"


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u3000", "\u2003"], ids=["no-break", "ideographic", "em"]
)
def test_spaces_that_keys_type_are_typed(page, space):
    page.edit(A, 0)
    QTest.sendKeyEvent(QTest.KeyAction.Click, page.view, Qt.Key.Key_Space, space, NONE)
    assert page.text(A) == space + FIRST


# -- the input method ------------------------------------------------------------------------------


def test_what_is_committed_is_typed(page):
    page.edit(A, 4)
    page.commit("你好")
    assert page.text(A).startswith("今天上午你好，")
    assert page.position == (A, 6)


def test_the_line_is_underlined_where_it_is_composed(page):
    page.edit(A, 4)
    area = page.view.editor.caret.area()
    page.compose("nihao")
    image = page.view.grab().toImage()
    accent = page.view.colours.accent
    rows = range(round(area.bottom()) - 6, round(area.bottom()) + 8)
    assert any(near(image.pixelColor(round(area.right()) + 8, y), accent) for y in rows)


def near(one: QColor, other: QColor) -> bool:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)) < 120


def test_an_emptied_composition_leaves_nothing(page):
    page.edit(A, 4)
    page.compose("ni")
    page.compose("")
    assert not page.view.ime.is_composing
    assert page.text(A) == FIRST


def test_a_clause_being_chosen_is_known(page):
    page.edit(A, 4)
    chosen = QTextCharFormat()
    chosen.setBackground(QColor("yellow"))
    attributes = [
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, 2, chosen),
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, 2, 1, None),
    ]
    QApplication.sendEvent(page.view, QInputMethodEvent("你好吗", attributes))
    preedit = page.view.ime.preedit
    assert preedit.clauses == [(0, 2)]
    assert preedit.cursor == 2


def test_reconversion_takes_characters_back(page):
    page.edit(A, 4)
    event = QInputMethodEvent()
    event.setCommitString("明天", -4, 2)
    QApplication.sendEvent(page.view, event)
    assert page.text(A).startswith("明天上午")


def test_the_input_method_learns_the_text_around(page):
    page.edit(B, 0)
    page.commit("𠮷祥")
    ask = page.view.inputMethodQuery
    assert ask(Query.ImEnabled) is True
    assert ask(Query.ImSurroundingText).startswith("𠮷祥会议")
    assert ask(Query.ImCursorPosition) == 3  # UTF-16
    page.key(Qt.Key.Key_Left, SHIFT, times=2)
    assert (ask(Query.ImCursorPosition), ask(Query.ImAnchorPosition)) == (0, 3)
    assert ask(Query.ImCurrentSelection) == "𠮷祥"
    assert ask(Query.ImTextBeforeCursor) == ""
    assert ask(Query.ImHints) == Qt.InputMethodHint.ImhMultiLine


def test_the_candidates_stand_at_the_caret(page):
    page.edit(A, 4)
    page.view.grab()
    rectangle = page.view.inputMethodQuery(Query.ImCursorRectangle)
    assert isinstance(rectangle, QRect)
    assert rectangle.intersects(page.view.editor.caret.area().toAlignedRect())


def test_without_a_caret_the_input_method_is_off(page):
    assert page.view.inputMethodQuery(Query.ImEnabled) is False
    page.commit("你好")
    assert page.text(A) == FIRST


# -- the caret in view -----------------------------------------------------------------------------


def test_the_caret_is_kept_in_view(page):
    page.view.set_zoom(4.0)
    page.edit(A, 0)
    for _ in range(12):
        page.key(Qt.Key.Key_Down)
        assert page.caret_is_seen()


def test_undo_brings_the_caret_back_into_view(page):
    page.view.set_zoom(4.0)
    page.edit(C, 3)
    page.type("x")
    page.view.go_to_page(0)
    page.session.stack.undo()
    page.session.settle()
    assert page.caret_is_seen()


def test_the_caret_blinks(qtbot, page):
    page.edit(A, 3)
    page.view.setFocus()
    page.view.editor.caret.start()
    shown = page.view.editor.caret
    qtbot.waitUntil(lambda: not shown._on, timeout=3000)
    qtbot.waitUntil(lambda: shown._on, timeout=3000)


def test_titles_bylines_and_captions_are_edited_on_the_page(qtbot, catalogue, tmp_path):
    driver = opened(catalogue, small_issue(tmp_path))
    for role, text in (("headline", "甲稿"), ("byline", "供稿"), ("caption", "图为现场")):
        where, line = driver.line(text, role)
        driver.double_click(driver.at(where, line.runs[0].x + 5, line.y - 4))
        driver.key(Qt.Key.Key_Home)
        driver.commit("新")
        assert driver.text(driver.position.place).startswith("新")
    closed(driver)


def test_the_shared_manuscript_can_be_typed_into(qtbot, catalogue, shared):
    path = shared / "manuscripts" / "jiading-2023-12.md"
    driver = opened(catalogue, read_manuscript(path, open_settings=frozenset(OPEN_PLACES))[0])
    where, line = driver.line("朱效洁一行")
    driver.double_click(driver.at(where, line.x + 30, line.y - 4))
    driver.key(Qt.Key.Key_Home)
    driver.type("Hi")
    driver.commit("，大家好。")
    assert any(
        line.text.startswith("Hi，大家好。") for shown in driver.view.pages for line in shown.lines
    )
    closed(driver)
