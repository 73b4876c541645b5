"""Marks in the window: switched by menu and keys, typed on, given a value, seen and taken away
again.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import dialog, give, settle, type_text

from desktop import marking
from desktop.canvas.motion import string_at
from desktop.dialogs.mark_value import MarkDialog, address, asked
from desktop.panels.forms.body_document import LOOKS
from desktop.selection import TextPosition, of_text
from layouts.issue import edits
from layouts.issue.edits.edited import NEW
from layouts.issue.marks import TRAITS
from layouts.issue.photo import Photo
from layouts.issue.places import Place, text_at
from layouts.issue.text import Comment, Mark, MarkKind, Text

CONTROL, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
FIRST = Place(0, 0, 0)
SWITCHED = [kind for kind in MarkKind if not TRAITS[kind].valued]
VALUED = [kind for kind in MarkKind if TRAITS[kind].valued]
KEYS = {
    MarkKind.BOLD: (Qt.Key.Key_B, CONTROL),
    MarkKind.KAI: (Qt.Key.Key_I, CONTROL),
    MarkKind.UNDERLINE: (Qt.Key.Key_U, CONTROL),
    MarkKind.DOTS: (Qt.Key.Key_Period, Qt.KeyboardModifier.AltModifier),
    MarkKind.SUPERSCRIPT: (Qt.Key.Key_Plus, CONTROL | SHIFT),
    MarkKind.SUBSCRIPT: (Qt.Key.Key_Equal, CONTROL),
}


def select(window, start, end, place=FIRST):
    window.session.select(of_text(TextPosition(place, end), TextPosition(place, start)))


def marks(window, place=FIRST):
    return text_at(window.session.issue, place).marks


def ask(qtbot, window, kind):
    give(window, f"text.{kind}")
    return dialog(qtbot, MarkDialog)


def write(asks, text):
    """Type over what stands in the field of the value."""
    asks.value.selectAll()
    QTest.keyClick(asks.value, Qt.Key.Key_Delete)
    type_text(asks.value, text)


def gone(qtbot):
    qtbot.waitUntil(
        lambda: (
            not any(
                isinstance(one, MarkDialog) and one.isVisible()
                for one in QApplication.topLevelWidgets()
            )
        )
    )


# -- every kind is known ---------------------------------------------------------------------------


def test_the_window_has_a_name_and_a_look_for_every_kind():
    assert set(marking.names()) == set(MarkKind)
    assert set(LOOKS) == set(MarkKind)


def test_every_kind_with_a_value_is_asked_for():
    assert set(asked()) == set(VALUED)


@pytest.mark.parametrize("kind", MarkKind)
def test_every_kind_has_its_command(opened, kind):
    assert opened.actions_[f"text.{kind}"].text().removesuffix("…") == marking.names()[kind]


@pytest.mark.parametrize("kind", [*MarkKind, "underline-wavy"])
def test_in_a_credit_every_command_says_that_it_takes_no_marks(qtbot, opened, kind):
    at = Place(0, 0, 1)
    photo = Photo("a.jpg", caption=Text("图说"), source=NEW, credit="安宁")
    issue, credit = edits.insert_block(opened.session.issue, at, photo).issue, at._replace(part=1)
    opened.session.do("图片", issue, of_text(TextPosition(credit, 2), TextPosition(credit, 0)))
    before = opened.session.issue
    with qtbot.waitSignal(opened.services.said) as said:
        give(opened, f"text.{kind}")
    assert said.args == ["摄影署名和栏目名里只有文字，不能加标记"]
    assert opened.session.issue is before
    if kind in KEYS:
        opened.view.setFocus()
        with qtbot.waitSignal(opened.services.said) as said:
            QTest.keyClick(opened.view, *KEYS[kind])
        assert said.args == ["摄影署名和栏目名里只有文字，不能加标记"]


def captioned(window) -> Place:
    """The place of a caption of three characters, the last of which is marked."""
    caption = Place(0, 0, 1)
    photo = Photo("a.jpg", caption=Text("CO2"), source=NEW)
    issue = edits.insert_block(window.session.issue, caption, photo).issue
    window.session.do("图片", issue, of_text(TextPosition(caption, 3), TextPosition(caption, 2)))
    return caption


@pytest.mark.parametrize("kind", KEYS)
def test_keys_mark_words_of_a_caption_and_undo_takes_it_back(opened, kind):
    caption = captioned(opened)
    opened.view.setFocus()
    QTest.keyClick(opened.view, *KEYS[kind])
    assert marks(opened, caption) == (Mark(2, 3, kind),)
    opened.session.stack.undo()
    assert text_at(opened.session.issue, caption) == Text("CO2")


@pytest.mark.parametrize("kind", VALUED)
def test_a_caption_is_given_what_has_a_value(qtbot, opened, kind):
    caption = captioned(opened)
    asks = ask(qtbot, opened, kind)
    write(asks, "https://example.org" if kind is MarkKind.LINK else "年报")
    asks.accept()
    gone(qtbot)
    (mark,) = marks(opened, caption)
    assert (mark.start, mark.end, mark.kind) == (2, 3, kind)


def test_what_is_typed_in_the_field_of_a_caption_leaves_its_marks(opened):
    caption = captioned(opened)
    give(opened, "text.subscript")
    line = opened.inspector.photo.caption.line
    assert line.text() == "CO2"
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClicks(line, "x")
    text = text_at(opened.session.issue, caption)
    assert text == Text("xCO2", (Mark(3, 4, MarkKind.SUBSCRIPT),))


def test_a_caption_is_copied_with_its_marks(opened):
    caption = captioned(opened)
    give(opened, "text.subscript")
    select(opened, 0, 3, caption)
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_C, CONTROL)
    select(opened, 0, 0)
    QTest.keyClick(opened.view, Qt.Key.Key_V, CONTROL)
    assert Mark(2, 3, MarkKind.SUBSCRIPT) in marks(opened)
    select(opened, 3, 3, caption)
    QTest.keyClick(opened.view, Qt.Key.Key_V, CONTROL)
    assert text_at(opened.session.issue, caption).marks == (
        Mark(2, 3, MarkKind.SUBSCRIPT),
        Mark(5, 6, MarkKind.SUBSCRIPT),
    )


# -- switched --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SWITCHED)
def test_a_command_sets_the_marked_text_and_takes_it_back(opened, kind):
    select(opened, 1, 3)
    give(opened, f"text.{kind}")
    assert marks(opened) == (Mark(1, 3, kind),)
    assert opened.actions_[f"text.{kind}"].isChecked()
    give(opened, f"text.{kind}")
    assert marks(opened) == ()
    assert not opened.actions_[f"text.{kind}"].isChecked()


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("where", ["page", "field"])
def test_the_keys_people_know_set_it_on_the_page_and_in_the_field(qtbot, opened, kind, where):
    widget = opened.view if where == "page" else opened.inspector.article.body
    select(opened, 0, 2)
    widget.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 2), TextPosition(FIRST, 0)))
    QTest.keyClick(widget, *KEYS[kind])
    assert marks(opened) == (Mark(0, 2, kind),)
    assert opened.session.selection.caret.ordered == (
        TextPosition(FIRST, 0),
        TextPosition(FIRST, 2),
    )


@pytest.mark.parametrize("where", ["page", "field"])
def test_in_a_text_the_key_of_the_subscript_does_not_enlarge(opened, where):
    widget = opened.view if where == "page" else opened.inspector.article.body
    before = opened.view.zoom
    select(opened, 0, 2)
    widget.setFocus()
    opened.activateWindow()
    QTest.keyClick(widget, Qt.Key.Key_Equal, CONTROL)
    assert opened.view.zoom == before


def test_outside_a_text_it_does(qtbot, opened):
    before = opened.view.zoom
    opened.editing.select_masthead()
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Equal, CONTROL)
    qtbot.waitUntil(lambda: opened.view.zoom > before)


def test_the_plus_of_the_number_pad_enlarges_in_a_text_too(qtbot, opened):
    before = opened.view.zoom
    select(opened, 0, 2)
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Plus, CONTROL | KEYPAD)
    qtbot.waitUntil(lambda: opened.view.zoom > before)
    assert marks(opened) == ()


def test_superscript_and_subscript_take_each_others_place(opened):
    select(opened, 0, 2)
    give(opened, "text.superscript")
    give(opened, "text.subscript")
    assert marks(opened) == (Mark(0, 2, MarkKind.SUBSCRIPT),)
    assert not opened.actions_["text.superscript"].isChecked()


def test_marks_lie_on_each_other(opened):
    select(opened, 0, 4)
    give(opened, "text.underline")
    select(opened, 2, 6)
    give(opened, "text.bold")
    assert set(marks(opened)) == {Mark(0, 4, MarkKind.UNDERLINE), Mark(2, 6, MarkKind.BOLD)}


def test_undo_names_the_mark(opened):
    select(opened, 0, 2)
    give(opened, "text.underline")
    assert opened.actions_["edit.undo"].text() == "撤销“下划线”"
    give(opened, "edit.undo")
    assert marks(opened) == ()


def test_all_marks_are_cleared_but_comments(opened):
    remark = Comment("杨竹", "", "核实")
    issue = edits.set_mark(
        opened.session.issue, (FIRST, 0), (FIRST, 4), MarkKind.COMMENT, remark
    ).issue
    opened.session.do("甲", edits.set_mark(issue, (FIRST, 0), (FIRST, 4), MarkKind.BOLD).issue)
    select(opened, 0, 4)
    give(opened, "text.clear")
    assert marks(opened) == (Mark(0, 4, MarkKind.COMMENT, remark),)


def test_a_read_only_document_is_not_marked(opened):
    opened.session.read_only = "只读"
    select(opened, 0, 2)
    opened.view.setFocus()
    QTest.keyClick(opened.view, *KEYS[MarkKind.UNDERLINE])
    assert marks(opened) == ()


# -- typed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["page", "field"])
@pytest.mark.parametrize("kind", KEYS)
def test_what_is_typed_after_a_switch_carries_the_mark(opened, kind, where):
    widget = opened.view if where == "page" else opened.inspector.article.body
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    widget.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 3)))
    QTest.keyClick(widget, *KEYS[kind])
    assert opened.actions_[f"text.{kind}"].isChecked()
    assert marks(opened) == ()
    QTest.keyClicks(widget, "ab")
    assert marks(opened) == (Mark(3, 5, kind),)
    QTest.keyClick(widget, *KEYS[kind])
    assert not opened.actions_[f"text.{kind}"].isChecked()
    QTest.keyClicks(widget, "c")
    assert marks(opened) == (Mark(3, 5, kind),)
    assert string_at(opened.session.issue, FIRST)[3:6] == "abc"


def test_what_an_input_method_commits_carries_it_too(opened):
    opened.view.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 3)))
    give(opened, "text.emphasis-dots")
    type_text(opened.view, "着重")
    assert marks(opened) == (Mark(3, 5, MarkKind.DOTS),)


def test_a_switch_is_forgotten_when_the_caret_moves(opened):
    opened.session.select(of_text(TextPosition(FIRST, 3)))
    give(opened, "text.superscript")
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Right)
    assert not opened.actions_["text.superscript"].isChecked()
    QTest.keyClicks(opened.view, "a")
    assert marks(opened) == ()


def test_the_state_at_the_caret_is_that_of_the_text_before_it(opened):
    select(opened, 0, 2)
    give(opened, "text.superscript")
    opened.session.select(of_text(TextPosition(FIRST, 2)))
    assert opened.actions_["text.superscript"].isChecked()
    opened.session.select(of_text(TextPosition(FIRST, 4)))
    assert not opened.actions_["text.superscript"].isChecked()


# -- with a value ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (MarkKind.LINK, "https://lib.example/a"),
        (MarkKind.RUBY, "fù guǎn"),
        (MarkKind.NOTE, "见上期"),
    ],
)
def test_a_value_is_asked_for_set_changed_and_removed(qtbot, opened, kind, value):
    select(opened, 0, 2)
    asks = ask(qtbot, opened, kind)
    write(asks, value)
    QTest.keyClick(asks.value, Qt.Key.Key_Return)
    gone(qtbot)
    assert marks(opened) == (Mark(0, 2, kind, value),)
    assert opened.actions_["edit.undo"].text() == f"撤销“{marking.names()[kind]}”"
    opened.session.select(of_text(TextPosition(FIRST, 1)))
    asks = ask(qtbot, opened, kind)
    assert asks.value.text() == value
    write(asks, value + "b")
    asks.ok.click()
    gone(qtbot)
    assert marks(opened) == (Mark(0, 2, kind, value + "b"),)
    asks = ask(qtbot, opened, kind)
    write(asks, "")
    QTest.keyClick(asks.value, Qt.Key.Key_Return)
    gone(qtbot)
    assert marks(opened) == ()


def test_escape_leaves_everything_as_it_was(qtbot, opened):
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "见上期")
    QTest.keyClick(asks, Qt.Key.Key_Escape)
    gone(qtbot)
    assert marks(opened) == ()


def test_a_button_takes_the_mark_away(qtbot, opened):
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.NOTE)
    assert asks.remove.isHidden()
    write(asks, "见上期")
    asks.ok.click()
    gone(qtbot)
    asks = ask(qtbot, opened, MarkKind.NOTE)
    asks.remove.click()
    gone(qtbot)
    assert marks(opened) == ()
    assert opened.actions_["edit.undo"].text() == "撤销“去掉注释”"


def test_a_comment_knows_its_author_and_its_time(qtbot, opened):
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.COMMENT)
    assert asks.author.text()
    asks.author.setText("杨竹")
    write(asks, "人名核实一下")
    asks.ok.click()
    gone(qtbot)
    [mark] = marks(opened)
    assert (mark.value.author, mark.value.text) == ("杨竹", "人名核实一下")
    assert mark.value.time[:2] == "20"
    select(opened, 4, 6)
    asks = ask(qtbot, opened, MarkKind.COMMENT)
    assert asks.author.text() == "杨竹"  # the settings remember
    QTest.keyClick(asks, Qt.Key.Key_Escape)


def test_without_marked_text_the_word_at_the_caret_is_meant(qtbot, opened):
    string = string_at(opened.session.issue, FIRST)
    at = string.index("集团")
    opened.session.select(of_text(TextPosition(FIRST, at + 1)))
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "交发集团")
    asks.ok.click()
    gone(qtbot)
    assert marks(opened) == (Mark(at, at + 2, MarkKind.NOTE, "交发集团"),)


def test_right_behind_a_word_that_word_is_meant_and_not_the_mark_after_it(qtbot, opened):
    string = string_at(opened.session.issue, FIRST)
    at = string.index("，")
    opened.session.select(of_text(TextPosition(FIRST, at)))
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "甲")
    asks.ok.click()
    gone(qtbot)
    [mark] = marks(opened)
    assert mark.end == at


@pytest.mark.parametrize("mark", ["", "，", "。”"])
def test_between_two_words_the_sign_of_a_note_stands_where_the_caret_is(qtbot, opened, mark):
    """As in Word; a note on the word behind the caret would have its sign after that."""
    string = string_at(opened.session.issue, FIRST)
    typed = edits.insert_text(opened.session.issue, FIRST, len(string), f"图书馆{mark}开放三天。")
    opened.session.do("添", typed.issue, of_text(TextPosition(FIRST, 0)))
    at = len(string) + len("图书馆" + mark)
    opened.session.select(of_text(TextPosition(FIRST, at)))
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "甲")
    asks.ok.click()
    gone(qtbot)
    [put] = [one for one in marks(opened) if one.kind is MarkKind.NOTE]
    assert put.end == at
    assert put.start < at - len(mark)


def test_a_new_note_says_where_it_stands(qtbot, opened):
    told = []
    opened.services.said.connect(told.append)
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "见上期")
    asks.ok.click()
    gone(qtbot)
    assert told == ["注释排在文章末尾，号码自动编"]


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        ("重庆", "", "chóng qìng"),
        ("重庆", "chong2 qing4", "chóng qìng"),
        ("绿洲", "lv4zhou1", "lǜzhōu"),
        ("重庆", "Chungking", "Chungking"),
        ("重庆", "A4", "A4"),
    ],
)
def test_a_reading_is_proposed_and_may_be_typed_with_figures_for_tones(
    qtbot, opened, words, typed, said
):
    issue = edits.insert_text(opened.session.issue, FIRST, 0, words).issue
    opened.session.do("添", issue, of_text(TextPosition(FIRST, 0)))
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.RUBY)
    assert asks.value.selectedText() == asks.value.text() != ""
    assert not asks.remove.isVisible()
    if typed:
        write(asks, typed)
    QTest.keyClick(asks.value, Qt.Key.Key_Return)
    gone(qtbot)
    assert marks(opened)[0] == Mark(0, 2, MarkKind.RUBY, said)


def test_of_two_notes_on_the_same_words_one_is_changed(qtbot, opened):
    issue = edits.set_mark(opened.session.issue, (FIRST, 0), (FIRST, 4), MarkKind.NOTE, "甲").issue
    issue = edits.set_mark(issue, (FIRST, 2), (FIRST, 6), MarkKind.NOTE, "乙").issue
    opened.session.do("注", issue, of_text(TextPosition(FIRST, 1)))
    asks = ask(qtbot, opened, MarkKind.NOTE)
    write(asks, "丙")
    asks.ok.click()
    gone(qtbot)
    assert marks(opened) == (Mark(0, 4, MarkKind.NOTE, "丙"), Mark(2, 6, MarkKind.NOTE, "乙"))


def test_a_link_never_opens_by_itself(qtbot, opened, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    went = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: went.append(url.toString()))
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.LINK)
    write(asks, "lib.example")
    asks.ok.click()
    gone(qtbot)
    assert went == []
    asks = ask(qtbot, opened, MarkKind.LINK)
    asks.browse.click()
    assert went == ["https://lib.example"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://lib.example/a?b=1", "https://lib.example/a?b=1"),
        ("lib.example/a", "https://lib.example/a"),
        ("editor@lib.example", "mailto:editor@lib.example"),
        ("图书馆.example", "https://图书馆.example"),
        ("", ""),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("一句话", None),
    ],
)
def test_an_address_is_completed_and_what_is_none_is_not_taken(typed, meant):
    assert address(typed) == meant


def test_what_is_no_address_is_said(qtbot, opened):
    select(opened, 0, 2)
    asks = ask(qtbot, opened, MarkKind.LINK)
    write(asks, "一句话")
    assert not asks.ok.isEnabled()
    assert asks.field.note() == "这不是网址"
    QTest.keyClick(asks, Qt.Key.Key_Escape)


# -- seen ------------------------------------------------------------------------------------------


def looks(body, at):
    """The format that the field shows a character of the first row in."""
    for found in body.document().firstBlock().layout().formats():
        if found.start <= at < found.start + found.length:
            return QTextCharFormat(found.format)
    return QTextCharFormat()


def test_the_field_shows_what_lies_on_each_other(opened):
    select(opened, 0, 4)
    give(opened, "text.underline")
    give(opened, "text.bold")
    select(opened, 2, 4)
    give(opened, "text.superscript")
    body = opened.inspector.article.body
    first, third = looks(body, 0), looks(body, 2)
    assert first.fontUnderline()
    assert first.fontWeight() == QFont.Weight.Bold
    assert first.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignNormal
    assert third.fontUnderline()
    assert third.fontWeight() == QFont.Weight.Bold
    assert third.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert not looks(body, 5).fontUnderline()


@pytest.mark.parametrize("kind", VALUED)
def test_what_a_mark_says_is_told_under_the_pointer(qtbot, opened, kind):
    value = (
        Comment("杨竹", "2025-08-30T09:00:00", "见上期")
        if kind is MarkKind.COMMENT
        else "https://lib.example"
    )
    edited = edits.set_mark(opened.session.issue, (FIRST, 2), (FIRST, 4), kind, value)
    opened.session.do("甲", edited.issue, of_text(TextPosition(FIRST, 0)))
    settle(qtbot, opened)
    body = opened.inspector.article.body
    cursor = body.textCursor()
    cursor.setPosition(3)
    said = body.told_at(body.cursorRect(cursor).center() - QPoint(3, 0))
    assert marking.names()[kind] in said
    assert ("见上期" if kind is MarkKind.COMMENT else value) in said
    opened.session.select(of_text(TextPosition(FIRST, 3)))
    area = opened.view.editor.caret.area()
    assert opened.view.announcer.told_at(QPointF(area.left() - 3, area.center().y())) == said
    opened.session.select(of_text(TextPosition(FIRST, 6)))
    area = opened.view.editor.caret.area()
    assert opened.view.announcer.told_at(QPointF(area.left() - 3, area.center().y())) == ""


def test_the_words_of_a_note_asked_for_on_the_page_are_changed(qtbot, opened):
    issue = edits.set_mark(opened.session.issue, (FIRST, 0), (FIRST, 4), MarkKind.NOTE, "甲").issue
    opened.session.do("注", issue, of_text(TextPosition(FIRST, 4)))
    opened.view.note_requested.emit(FIRST, Mark(0, 4, MarkKind.NOTE, "甲"))
    asks = dialog(qtbot, MarkDialog)
    assert asks.value.toPlainText() == "甲"
    write(asks, "乙")
    asks.ok.click()
    gone(qtbot)
    assert marks(opened) == (Mark(0, 4, MarkKind.NOTE, "乙"),)


# -- lines under words -----------------------------------------------------------------------------


def test_a_menu_has_other_lines_under_words(qtbot, opened):
    select(opened, 0, 4)
    give(opened, "text.underline-wavy")
    assert marks(opened) == (Mark(0, 4, MarkKind.UNDERLINE, "wavy"),)
    assert opened.actions_["edit.undo"].text() == "撤销“波浪线”"
    assert opened.actions_["text.underline-wavy"].isChecked()
    give(opened, "text.underline-double")
    assert marks(opened) == (Mark(0, 4, MarkKind.UNDERLINE, "double"),)
    give(opened, "text.underline-double")
    assert marks(opened) == ()


def test_what_is_typed_inside_a_wavy_line_has_one(qtbot, opened):
    select(opened, 0, 4)
    give(opened, "text.underline-wavy")
    opened.session.select(of_text(TextPosition(FIRST, 2)))
    give(opened, f"text.{MarkKind.BOLD}")
    type_text(opened.view, "粗")
    assert set(marks(opened)) == {
        Mark(0, 5, MarkKind.UNDERLINE, "wavy"),
        Mark(2, 3, MarkKind.BOLD),
    }
