"""Lists by menu and keys: numbered, a level down by Tab, ended by Enter, moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import give, settle, type_text

from desktop.selection import TextPosition, of_text
from layouts.issue import edits
from layouts.issue.form import FormKind, ItemLabel, Turnover
from layouts.issue.places import Place, article_at

FIRST = Place(0, 0, 0)


def forms(window):
    return [block.form for block in article_at(window.session.issue, FIRST).blocks]


def shown(window):
    return [
        line.text
        for page in window.session.edition.pages
        for line in page.lines
        if line.role == "body" and line.article == 0
    ]


def type_a_list(qtbot, window):
    """Two items with 一、 in place of the first article's text."""
    size = len(article_at(window.session.issue, FIRST).blocks[0].text.string)
    window.session.select(of_text(TextPosition(FIRST, size), TextPosition(FIRST, 0)))
    window.view.setFocus()
    type_text(window.view, "甲")
    give(window, "text.number-han")
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    type_text(window.view, "乙")
    settle(qtbot, window)


def test_enter_makes_the_next_item_and_an_empty_one_ends_the_list(qtbot, opened):
    type_a_list(qtbot, opened)
    assert shown(opened)[-2:] == ["一、甲", "二、乙"]
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    assert [form.kind for form in forms(opened)][-3:] == [
        FormKind.NUMBERED,
        FormKind.NUMBERED,
        FormKind.PLAIN,
    ]


def test_tab_in_a_list_is_the_levels_on_the_page(qtbot, opened):
    type_a_list(qtbot, opened)
    QTest.keyClick(opened.view, Qt.Key.Key_Tab)
    settle(qtbot, opened)
    assert shown(opened)[-2:] == ["一、甲", "（一）乙"]
    QTest.keyClick(opened.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, opened)
    assert shown(opened)[-1] == "二、乙"
    assert opened.view.hasFocus()


def test_one_press_of_tab_is_one_step_of_undo_with_a_name(qtbot, opened):
    type_a_list(qtbot, opened)
    before = forms(opened)
    QTest.keyClick(opened.view, Qt.Key.Key_Tab)
    opened.session.stack.undo()
    assert forms(opened) == before


def test_the_menu_ticks_what_the_paragraph_is_and_takes_it_back(qtbot, opened):
    type_a_list(qtbot, opened)
    assert opened.forms.is_numbered(ItemLabel.HAN)
    assert not opened.forms.is_bulleted()
    give(opened, "text.number-han")
    assert forms(opened)[-1].kind is FormKind.PLAIN


def test_an_item_hangs_and_no_longer(qtbot, opened):
    type_a_list(qtbot, opened)
    give(opened, "text.item-hanging")
    assert forms(opened)[-1].turnover is Turnover.HANGING
    give(opened, "text.item-hanging")
    assert forms(opened)[-1].turnover is Turnover.LAYOUT


def test_numbers_are_right_when_an_item_is_moved(qtbot, opened):
    type_a_list(qtbot, opened)
    issue = opened.session.issue
    last = len(forms(opened)) - 1
    moved = edits.move_text(
        issue,
        (FIRST._replace(block=last), 0),
        (FIRST._replace(block=last), 1),
        (FIRST._replace(block=last - 1), 0),
    )
    opened.session.do("移动文字", moved.issue)
    settle(qtbot, opened)
    assert shown(opened)[0] == "一、乙甲"


def test_the_inspector_shows_the_numbers(qtbot, opened):
    type_a_list(qtbot, opened)
    from desktop.panels.forms.rows import rows_of

    rows = rows_of(article_at(opened.session.issue, FIRST))
    assert [row.sign for row in rows][-2:] == ["一、", "二、"]
