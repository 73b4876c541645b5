"""What an input method composes on the pages: set as it will stand there, in place, and never lost,
moved or doubled.
"""

from __future__ import annotations

import shutil

import pytest
from page_driver import NONE, SHIFT, closed, opened
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.selection import SelectionKind, TextPosition, of_article, of_text
from layouts.house.schema import OPEN_PLACES
from layouts.issue.ids import with_ids
from layouts.issue.places import Place, text_at
from layouts.issue.splice import marks_at
from layouts.issue.text import MarkKind
from layouts.manuscript import read_manuscript
from resources import resource

LEAD = "**总馆延长夜间开放。** 自下月起，周末闭馆时间延后。"
BESIDE = "书房不大，心思不少，每天开门前值守的人先把窗边的位子擦一遍，再把报纸按日期理好。" * 6
LAST = "会议由馆长主持。"
A, PHOTO, B, C = Place(0, 0, 0), Place(0, 0, 1), Place(0, 0, 2), Place(0, 0, 3)
CAPTION = "开门之前"


@pytest.fixture
def page(qtbot, catalogue, tmp_path):
    """An article with a bold lead, text beside a photo with a caption, and a last paragraph."""
    shutil.copy(resource("sample/photos/dawn.jpg"), tmp_path / "dawn.jpg")
    path = tmp_path / "text.md"
    photo = f"![{CAPTION}](dawn.jpg){{side=right width=16em}}"
    parts = ["---\npublication: 简报\n---\n\n## 【要闻】\n", "### 甲稿", LEAD, photo, BESIDE, LAST]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    issue = read_manuscript(path, open_settings=frozenset(OPEN_PLACES))[0]
    driver = opened(catalogue, with_ids(issue))
    yield driver
    closed(driver)


def lines(driver):
    """Every line on the pages: what it says, where, and in which faces."""
    return [
        (line.text, round(line.x, 3), round(line.y, 3), [run.face for run in line.runs])
        for page in driver.view.pages
        for line in page.lines
    ]


PLACES = pytest.mark.parametrize(
    ("place", "offset"),
    [(A, 5), (PHOTO, 2), (B, 0), (B, 30), (B, len(BESIDE)), (C, 0), (C, len(LAST))],
    ids=["lead", "caption", "beside", "in its middle", "at its end", "below", "at the end"],
)


@PLACES
@pytest.mark.parametrize("composed", ["家", "jia ce shi", "家测试一下这里换行会怎样" * 2])
def test_lines_are_set_while_composing_as_they_will_be_after_the_commit(
    page, place, offset, composed
):
    page.edit(place, offset)
    page.compose(composed)
    meanwhile = lines(page)
    page.commit(composed)
    assert meanwhile == lines(page)


@PLACES
def test_what_is_composed_is_in_no_text_and_no_step_of_undo(page, place, offset):
    page.edit(place, offset)
    issue = page.issue
    page.compose("nihao")
    assert page.issue is issue
    assert page.session.is_untouched
    page.compose("nih")
    page.compose("你好")
    page.commit("你好")
    assert page.text(place)[offset : offset + 2] == "你好"
    page.session.stack.undo()
    assert page.issue is issue


@PLACES
def test_the_caret_stands_behind_what_is_composed(page, place, offset):
    page.edit(place, offset)
    page.compose("你好")
    composing = page.view.editor.caret.area()
    page.commit("你好")
    page.view.editor.go(page.position, upstream=True)
    assert composing == page.view.editor.caret.area()


def test_what_is_composed_in_a_bold_lead_is_bold(page):
    page.edit(A, 5)
    page.compose("xin")
    line = page.line("xin")[1]
    bold = next(run.face for run in line.runs if "xin" in run.text)
    page.commit("新")
    assert MarkKind.BOLD in {mark.kind for mark in marks_at(text_at(page.issue, A), 5)}
    page.edit(C, 0)
    page.compose("xin")
    plain = next(run.face for run in page.line("xin")[1].runs if "xin" in run.text)
    assert bold != plain


# -- over marked text ------------------------------------------------------------------------------


def test_what_is_composed_stands_in_place_of_the_marked_text(page):
    page.edit(C, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=2)
    page.compose("ni")
    assert page.line("ni由馆长")


def test_giving_up_over_marked_text_leaves_it_marked(page):
    page.edit(C, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=2)
    issue = page.issue
    page.compose("ni")
    page.compose("")
    assert page.issue is issue
    assert page.marked == "会议"
    assert page.session.stack.count() == 0
    page.session.settle()
    assert page.line("会议由馆长")


def test_a_word_over_marked_text_is_one_step(page):
    page.edit(C, 0)
    page.key(Qt.Key.Key_Right, SHIFT, times=2)
    page.compose("hui")
    page.commit("大会")
    assert page.text(C) == "大会由馆长主持。"
    page.session.stack.undo()
    assert page.text(C) == LAST
    assert page.marked == "会议"


def test_each_word_is_a_step_of_its_own(page):
    page.edit(C, 0)
    for word in ("今天", "上午"):
        page.compose("jin")
        page.commit(word)
    page.session.stack.undo()
    assert page.text(C) == "今天" + LAST


# -- ended by something else -----------------------------------------------------------------------


def in_last_paragraph(page):
    where, line = page.line("馆长主持")
    return page.at(where, line.x + 4 * line.size, line.y - 4)


def test_a_click_elsewhere_commits_it_where_it_was(page):
    page.edit(A, 5)
    page.compose("你好")
    page.click(in_last_paragraph(page))
    assert page.text(A)[5:7] == "你好"
    assert page.text(C) == LAST
    assert page.position.place == C
    assert not page.view.ime.is_composing
    page.session.stack.undo()
    assert "你好" not in page.text(A)


def test_keys_that_go_elsewhere_commit_it_where_it_was(page, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    page.edit(A, 5)
    page.compose("你好")
    QApplication.sendEvent(page.view, focus_out())
    assert page.text(A)[5:7] == "你好"
    assert page.position == (A, 7)
    assert field.text() == ""


def focus_out():
    return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)


@pytest.mark.parametrize("other", [of_article(Place(0, 0)), of_text(TextPosition(C, 3))])
def test_what_others_select_leaves_it_where_it_was(page, other):
    page.edit(A, 5)
    page.compose("你好")
    page.session.select(other)
    assert page.text(A)[5:7] == "你好"
    assert page.session.selection == other
    assert page.text(C) == LAST


def test_a_key_of_the_text_comes_after_it(page):
    page.edit(C, 2)
    page.compose("你好")
    page.key(Qt.Key.Key_Home)
    assert page.text(C) == "会议你好由馆长主持。"
    assert page.position == (C, 0)


def test_a_shift_key_does_not_end_it(page):
    page.edit(C, 2)
    page.compose("ni")
    page.key(Qt.Key.Key_Shift, NONE)
    assert page.view.ime.is_composing
    page.commit("你")
    assert page.text(C) == "会议你由馆长主持。"


def test_another_document_forgets_it(page):
    page.edit(C, 2)
    page.compose("ni")
    page.session.open(page.issue, None)
    assert page.session.settle()
    assert not page.view.ime.is_composing
    assert page.session.selection.kind is SelectionKind.NOTHING
    assert page.text(C) == LAST


def test_nothing_is_composed_where_nothing_may_be_changed(page, qtbot):
    page.session.open(page.issue, None, read_only="只读")
    assert page.session.settle()
    page.edit(C, 2)
    with qtbot.waitSignal(page.session.refused, timeout=1000):
        page.compose("ni")
    assert not page.view.ime.is_composing


def test_the_candidates_follow_where_the_pages_are_scrolled(page):
    page.view.set_zoom(3.0)
    page.edit(B, 30)
    page.compose("ni")
    ask = page.view.inputMethodQuery
    before = ask(Qt.InputMethodQuery.ImCursorRectangle)
    page.view.camera.scroll(0, 40)
    after = ask(Qt.InputMethodQuery.ImCursorRectangle)
    assert before.top() - after.top() == 40
    page.view.set_zoom(2.0)
    assert page.view.editor.caret.area().toRect() == ask(Qt.InputMethodQuery.ImCursorRectangle)
