"""The map of keys: standard keys mean the standard thing, none of Word's means another, none means
two things, and the page of the map says what the window does.
"""

from __future__ import annotations

from collections import Counter

import key_pages
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from windows import press
from word_keys import IN_TEXT, SAME, STANDARD, TAKEN, WORD

from desktop.selection import SelectionKind, TextPosition, of_article, of_text
from desktop.window_parts.commands import command_menus
from layouts.issue.article import Subheading
from layouts.issue.places import Place, block_at, text_at

FIRST = Place(0, 0, 0)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def written(keys: str) -> str:
    """Keys in one way of writing."""
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    assert not sequence.isEmpty(), keys
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def keys_of(window) -> list[tuple[str, str]]:
    """Every key of a command, with the command."""
    return [
        (keys.toString(QKeySequence.SequenceFormat.PortableText), command.key)
        for command, _action in window.actions_
        for keys in command.shortcuts
    ]


def test_no_key_of_words_means_something_else(window):
    word = {written(keys) for keys in WORD}
    allowed = {
        (written(keys), key) for table in (SAME, IN_TEXT, STANDARD) for keys, key in table.items()
    }
    assert [pair for pair in keys_of(window) if pair[0] in word and pair not in allowed] == []


def test_words_keys_that_we_have_too_do_the_same(window):
    given, known = set(keys_of(window)), {command.key for command, _ in window.actions_}
    assert [
        (keys, key)
        for keys, key in SAME.items()
        if key in known and (written(keys), key) not in given
    ] == []


def test_standard_keys_mean_the_standard_thing(window):
    given, known = set(keys_of(window)), {command.key for command, _ in window.actions_}
    for keys, key in STANDARD.items():
        if key in known:
            assert (written(keys), key) in given
    standard = QKeySequence.StandardKey
    for name, key in (
        (standard.New, "file.new"), (standard.Open, "file.open"), (standard.Save, "file.save"),
        (standard.Close, "file.close"), (standard.Print, "file.print"), (standard.Undo, "edit.undo"),
        (standard.Redo, "edit.redo"), (standard.Cut, "edit.cut"), (standard.Copy, "edit.copy"),
        (standard.Paste, "edit.paste"), (standard.SelectAll, "edit.select-all"),
        (standard.Find, "edit.find"), (standard.FindNext, "edit.find-next"),
        (standard.FindPrevious, "edit.find-previous"), (standard.ZoomIn, "view.zoom-in"),
        (standard.ZoomOut, "view.zoom-out"), (standard.Bold, "text.bold"),
        (standard.Underline, "text.underline"),
    ):  # fmt: skip
        first = QKeySequence.keyBindings(name)[0]
        assert (first.toString(QKeySequence.SequenceFormat.PortableText), key) in given


def test_f5_means_nothing(window):
    assert "F5" not in {keys for keys, _key in keys_of(window)}


def test_keys_that_others_take_on_many_desks_are_not_ours(window):
    assert {keys for keys, _key in keys_of(window)} & {written(keys) for keys in TAKEN} == set()


def test_a_key_means_one_thing_in_one_place(window):
    for in_text in (False, True):
        commands = [command for command, _action in window.actions_ if command.in_text is in_text]
        counted = Counter(keys.toString() for command in commands for keys in command.shortcuts)
        assert [keys for keys, count in counted.items() if count > 1] == []
    counted = Counter(keys for keys, _key in keys_of(window))
    # the subscript alone is something else beside the text; a page break is one in both places
    twice = {keys for keys, count in counted.items() if count > 1}
    assert twice - {written(keys) for keys in IN_TEXT} == {"Ctrl+="}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_the_map_says_what_the_window_does(window, language):
    # `python tests/gui/key_pages.py` writes it
    assert key_pages.halves(key_pages.PAGES[language])[1] == key_pages.rows(
        command_menus(window), language
    )


# -- in the window ---------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["page", "field"])
def test_the_keys_of_levels_make_headings_of_all_that_is_marked_and_type_nothing(opened, where):
    widget = opened.view if where == "page" else opened.inspector.article.body
    before = text_at(opened.session.issue, FIRST)
    widget.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 1)))
    opened.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(widget, Qt.Key.Key_2, CONTROL | ALT)
    block = block_at(opened.session.issue, FIRST)
    assert isinstance(block, Subheading)
    assert (block.level, block.text.string) == (2, before.string)
    QTest.keyClick(widget, Qt.Key.Key_N, CONTROL | SHIFT)
    assert not isinstance(block_at(opened.session.issue, FIRST), Subheading)


def test_ctrl_1_2_and_5_change_nothing_in_a_text(opened):
    opened.session.select(of_text(TextPosition(FIRST, 1)))
    opened.view.setFocus()
    issue, zoom = opened.session.issue, opened.view.zoom
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_E, Qt.Key.Key_D):
        press(opened, key, CONTROL)
    assert opened.session.issue is issue
    assert opened.view.zoom == zoom


def test_ctrl_0_shows_the_actual_size_in_a_text_too(opened):
    opened.view.set_zoom(0.5)
    opened.session.select(of_text(TextPosition(FIRST, 1)))
    opened.view.setFocus()
    press(opened, Qt.Key.Key_0, CONTROL)
    assert opened.view.zoom == 1.0
    assert not isinstance(block_at(opened.session.issue, FIRST), Subheading)


def test_shift_delete_in_the_tree_cuts_and_does_not_simply_remove(opened):
    opened.session.select(of_article(Place(0, 0)))
    opened.issue_panel.tree.setFocus()
    QApplication.clipboard().clear()
    press(opened, Qt.Key.Key_Delete, SHIFT)
    assert QApplication.clipboard().text()


def test_ctrl_tab_goes_through_the_areas_and_shift_goes_back(opened):
    opened.activateWindow()
    opened.view.setFocus()
    QApplication.processEvents()
    QTest.keyClick(opened.view, Qt.Key.Key_Tab, CONTROL)
    first = QApplication.focusWidget()
    assert opened.inspector.isAncestorOf(first)
    QTest.keyClick(first, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert QApplication.focusWidget() is opened.view


def test_from_outside_all_areas_shift_f6_comes_to_the_last(opened):
    opened.activateWindow()
    tools = opened.tools.findChildren(QToolButton)
    next(tool for tool in tools if tool.isVisible() and tool.isEnabled()).setFocus()
    opened.viewing.previous_area()
    assert opened.ribbon.isAncestorOf(QApplication.focusWidget())


def test_ctrl_enter_breaks_the_page_before_the_article_that_is_selected(opened):
    opened.session.select(of_article(Place(0, 0)))
    opened.view.setFocus()
    press(opened, Qt.Key.Key_Return, CONTROL)
    assert opened.session.issue.sections[0].articles[0].break_before
    assert opened.session.selection.kind is SelectionKind.ARTICLE
