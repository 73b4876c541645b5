"""Every command is declared once, can be given, and is found by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from windows import dialog, give

from desktop.actions import When, why_not
from desktop.dialogs.fuzzy import rank
from desktop.dialogs.palette import Palette
from desktop.selection import NOTHING, of_article
from desktop.widgets.menu import HintedMenu, with_letter
from desktop.window_parts.context import MENUS, MenuSubject
from layouts.issue.places import Place


def test_every_command_has_a_name_and_english(window):
    for command, action in window.actions_:
        assert command.text, command.key
        assert command.english.isascii(), command.key
        assert action.text(), command.key


def test_every_check_mark_has_its_answer(opened):
    for command, action in opened.actions_:
        assert action.isCheckable() is (command.checked is not None), command.key
        if command.checked is not None:
            assert isinstance(command.checked(), bool), command.key


def test_every_command_stands_in_a_menu(window):
    reached = set()

    def walk(menu):
        for action in menu.actions():
            if action.menu() is not None:
                walk(action.menu())
            else:
                reached.add(action.objectName())

    for action in window.menuBar().actions():
        walk(action.menu())
    assert {command.key for command, _ in window.actions_} <= reached


def test_menus_are_those_of_the_brief(window):
    assert [action.text() for action in window.menuBar().actions()] == [
        "文件(&F)",
        "编辑(&E)",
        "稿件(&M)",
        "版面(&L)",
        "检查(&C)",
        "导出(&X)",
        "视图(&V)",
        "帮助(&H)",
    ]


def test_tools_have_names_and_take_keys(opened):
    for button in opened.tools.findChildren(QToolButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_without_an_issue_only_what_makes_sense_can_be_given(window):
    enabled = {command.key for command, action in window.actions_ if action.isEnabled()}
    assert {
        "file.new",
        "file.open",
        "file.sample",
        "file.quit",
        "article.import",
        "article.import-folder",
        "view.palette",
        "help.shortcuts",
        "help.about",
    } <= enabled
    assert not {"file.save", "export.pdf", "edit.find"} & enabled


def test_commands_follow_the_selection(opened):
    assert not opened.actions_["article.duplicate"].isEnabled()
    opened.session.select(of_article(Place(0, 0)))
    assert opened.actions_["article.duplicate"].isEnabled()
    assert opened.actions_["article.headline"].isChecked()
    assert not opened.actions_["photo.crop"].isEnabled()


def test_undo_names_its_step(opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.duplicate")
    assert opened.actions_["edit.undo"].text() == "撤销“再制文章”"
    give(opened, "edit.undo")
    assert opened.actions_["edit.undo"].text() == "撤销"
    assert opened.actions_["edit.redo"].text() == "重做“再制文章”"


def test_the_menu_over_the_tree_is_made_of_the_window_s_commands(opened):
    opened.session.select(of_article(Place(0, 0)))
    opened.issue_panel.menu_requested.emit(QPoint(20, 20))
    menu = QApplication.activePopupWidget()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    known = [
        *(action for _, action in opened.actions_),
        *(menu.menuAction() for menu in opened.actions_.menus.values()),
    ]
    assert all(entry in known for entry in entries)
    assert {"编辑正文", "上移", "再制文章", "新建栏目", "删除文章"} <= {
        action.text() for action in entries
    }
    menu.close()


@pytest.mark.parametrize("subject", list(MenuSubject))
def test_every_thing_has_a_context_menu(opened, subject):
    menu = opened.actions_.menu(MENUS[subject], opened)
    assert len([action for action in menu.actions() if not action.isSeparator()]) > 1


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("导出", "导出 PDF…", True), ("出pdf", "导出 PDF…", True), ("ep", "Export PDF", True), ("export", "Export PDF", True),
        ("EXP", "Export PDF", True), ("xdf", "Export PDF", True), ("导入", "导出 PDF…", False), ("", "导出 PDF…", True),
    ],
)  # fmt: skip
def test_fuzzy_matching(typed, name, fits):
    assert (rank(typed, [name]) is not None) is fits


def test_the_better_match_comes_first():
    assert (
        rank("保存", ["保存"])
        < rank("保存", ["保存为"])
        < rank("保存", ["另保存"])
        < rank("保存", ["保 与 存"])
    )


def test_palette_runs_a_command(qtbot, opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "view.palette")
    palette = dialog(qtbot, Palette)
    QTest.keyClicks(palette.line, "duplicate")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert len(opened.session.issue.sections[0].articles) == 2
    qtbot.waitUntil(lambda: not palette.isVisible() if _alive(palette) else True)


def test_the_keys_that_open_the_palette_close_it_and_type_nothing(qtbot, opened):
    give(opened, "view.palette")
    palette = dialog(qtbot, Palette)
    typed = []
    palette.line.textChanged.connect(typed.append)
    QTest.keyClick(palette.line, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not _alive(palette) or not palette.isVisible())
    assert typed == []


def test_palette_moves_by_arrows_and_says_when_nothing_fits(qtbot, opened):
    give(opened, "view.palette")
    palette = dialog(qtbot, Palette)
    first = palette.list.currentIndex().row()
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first + 1
    QTest.keyClicks(palette.line, "qqqqq")
    assert palette.empty.isVisible()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not _alive(palette) or not palette.isVisible())


def _alive(widget):
    from shiboken6 import isValid

    return isValid(widget)


# -- why not, and by which letter ------------------------------------------------------------------


def test_every_condition_of_a_command_says_what_is_missing():
    assert [when for when in When if when is not When.ALWAYS and not why_not(when)] == []


def test_a_greyed_command_says_why_in_its_hint(qtbot, opened):
    opened.session.select(NOTHING)
    opened.actions_.refresh()
    assert opened.actions_["photo.crop"].toolTip().endswith("\n先选中一张图片")
    assert opened.actions_["edit.undo"].toolTip().endswith("\n还没有可以撤销的操作")
    assert "\n" not in opened.actions_["file.save"].toolTip()
    opened.session.close()
    assert opened.actions_["file.save"].toolTip().endswith("\n先新建或打开一期")


SAID = ("text.item", "text.form", "text.initial", "text.strike", "note.", "table.", "box.", "layout.fit", "export.")  # fmt: skip
"""How commands begin whose names alone do not explain them."""


def test_what_a_name_does_not_explain_is_told_in_the_status_bar(opened):
    silent = [
        command.key
        for command, action in opened.actions_
        if command.key.startswith(SAID) and not action.statusTip()
    ]
    assert silent == []


def test_the_button_that_exports_offers_every_way_out(opened):
    offered = [action.objectName() for action in opened.tools.export.menu().actions()]
    ways = [key for key in offered if key.startswith("export.")]
    assert ways == ["export.pdf", "export.draft", "export.web", "export.wechat", "export.images"]


def test_a_new_issue_has_no_versions_before_it_is_saved(qtbot, opened):
    opened.session.path = None
    opened.session.file_changed.emit()
    assert opened.actions_["file.history"].toolTip().endswith("\n先保存")
    opened.session.stack.setClean()


def test_a_document_that_is_only_looked_at_says_so(qtbot, opened):
    opened.session.read_only = "只读：别人正在编辑这个文件。"
    opened.actions_.refresh()
    assert opened.actions_["edit.paste"].toolTip().endswith("\n只读：别人正在编辑这个文件。")


def test_the_hint_shows_over_a_greyed_entry_alone(qtbot, opened):
    menu = next(
        menu
        for menu in opened.menuBar().findChildren(HintedMenu)
        if menu.title().startswith("文件")
    )
    menu.popup(QPoint(0, 0))
    qtbot.waitExposed(menu)
    opened.actions_["file.history"].setEnabled(False)

    def hint(key):
        at = menu.actionGeometry(opened.actions_[key]).center()
        QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
        return QToolTip.text()

    assert hint("file.history") != ""
    hint("file.save")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    menu.hide()


@pytest.mark.parametrize(
    ("text", "letter", "title"),
    [("文件", "F", "文件(&F)"), ("File", "F", "&File"), ("Export", "X", "E&xport"), ("表格", "", "表格"), ("Manuscript", "M", "&Manuscript")],
)  # fmt: skip
def test_a_menu_shows_the_letter_that_opens_it(text, letter, title):
    assert with_letter(text, letter) == title


def test_every_menu_of_the_bar_has_a_letter_of_its_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].upper() for title in titles]
    assert len(set(letters)) == len(titles)
    assert titles[0] == "文件(&F)"
