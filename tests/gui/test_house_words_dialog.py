"""本单位用词: lists edited as tables by keys and buttons, and the file they lie in."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget
from windows import type_text, when_asked

from desktop.dialogs import choose
from desktop.dialogs.house_words import HouseWordsDialog, where
from desktop.dialogs.house_words.lists import AVOIDED, LEADERS, SPELLINGS, UNITS
from desktop.house import FILE, house_file, own_house_file, read_house_file
from layouts.importing.wording import (
    HouseWords,
    Leader,
    Unit,
    load_house_words,
    save_house_words,
)

Key = Qt.Key
WORDS = HouseWords(
    leaders=(Leader("陈远山", "区委书记"), Leader("林岚", "区长"), Leader("周洲", "副区长")),
    units=(Unit("云栖区图书馆", ("区图书馆", "区图")),),
    spellings={"公共号": "公众号"},
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "共用" / "house.toml"
    path.parent.mkdir()
    save_house_words(path, WORDS)
    return path


@pytest.fixture
def show(qtbot, settings):
    """Show the words of a file in the dialog."""
    shown = []

    def show(path):
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = HouseWordsDialog(settings, read_house_file(path), parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitExposed(dialog)
        shown.append(parent)
        return dialog

    yield show
    own_house_file().unlink(missing_ok=True)


@pytest.fixture
def dialog(show, file):
    return show(file)


def rows(dialog, key=LEADERS):
    return dialog.pages[key].model.rows


def table(dialog, key=LEADERS):
    """The table of a list, its tab in front."""
    dialog.tabs.setCurrentIndex(list(dialog.pages).index(key))
    table = dialog.pages[key].table
    table.setFocus()
    return table


def press(table, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(table, key, modifiers)


def type_cell(table, text, key=Key.Key_Return):
    """Type into the cell that is open, and end it by a key."""
    (editor,) = table.findChildren(QLineEdit)
    editor.selectAll()
    type_text(editor, text)
    QTest.keyClick(editor, key)
    QTest.qWait(0)  # Qt closes the cell a moment later


def cancel(dialog):
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Cancel).click()


def answer(text):
    """Give this answer to the question that comes."""
    return when_asked(
        lambda box: next(button for button in box.buttons() if button.text() == text).click()
    )


def paste(table, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(table, "Ctrl+V")


# what it shows


def test_each_list_is_a_tab_with_its_rows_counted(dialog, file):
    assert [dialog.tabs.tabText(k) for k in range(dialog.tabs.count())] == [
        "领导 3",
        "其他人名",
        "单位 1",
        "写法 1",
        "慎用词",
        "整理",
    ]
    assert rows(dialog)[1] == ("林岚", "区长")
    assert rows(dialog, UNITS) == (("云栖区图书馆", "区图书馆、区图"),)
    assert dialog.where.path.text() == str(file)


def test_an_empty_list_says_how_it_is_filled_and_has_the_buttons_for_it(dialog):
    page = dialog.pages[AVOIDED]
    table(dialog, AVOIDED)
    assert page.empty.isVisible()
    assert "Excel" in page.empty.accessibleDescription()
    page.first.click()
    assert page.table.isVisible()
    type_cell(page.table, "大咖")
    assert rows(dialog, AVOIDED) == (("大咖", ""),)


# keys


def test_enter_goes_from_cell_to_cell_and_adds_rows_until_one_stays_empty(dialog):
    leaders = table(dialog)
    leaders.choose(2, 1)
    press(leaders, Key.Key_Return)
    type_cell(leaders, "常务副区长")
    type_cell(leaders, "吴越")
    type_cell(leaders, "副区长")
    type_cell(leaders, "")
    assert rows(dialog)[2:] == (("周洲", "常务副区长"), ("吴越", "副区长"), ("", ""))
    assert dialog.isVisible()
    assert dialog.tabs.tabText(0) == "领导 4"
    assert leaders.findChildren(QLineEdit) == []


def test_enter_passes_a_filled_cell_without_opening_it(dialog):
    leaders = table(dialog)
    leaders.choose(0, 0)
    press(leaders, Key.Key_Return)
    type_cell(leaders, "陈远航")
    assert (leaders.currentIndex().row(), leaders.currentIndex().column()) == (0, 1)
    assert leaders.findChildren(QLineEdit) == []


def test_tab_goes_on_in_an_open_cell(dialog):
    leaders = table(dialog)
    leaders.choose(0, 0)
    press(leaders, Key.Key_Return)
    type_cell(leaders, "陈远航", Key.Key_Tab)
    type_cell(leaders, "书记")
    assert rows(dialog)[0] == ("陈远航", "书记")


def test_escape_leaves_the_cell_as_it_was_and_the_dialog_open(dialog):
    leaders = table(dialog)
    leaders.choose(0, 0)
    press(leaders, Key.Key_Return)
    type_cell(leaders, "别人", Key.Key_Escape)
    assert rows(dialog)[0] == ("陈远山", "区委书记")
    assert dialog.isVisible()


def test_insert_opens_a_row_below_the_current_one(dialog):
    leaders = table(dialog)
    leaders.choose(0)
    press(leaders, Key.Key_Insert)
    type_cell(leaders, "吴越")
    assert [row[0] for row in rows(dialog)] == ["陈远山", "吴越", "林岚", "周洲"]


def test_delete_takes_the_selected_rows_out_and_undo_brings_them_back(dialog):
    leaders = table(dialog)
    leaders.selectRow(0)
    leaders.selectionModel().select(
        leaders.model().index(2, 0),
        leaders.selectionModel().SelectionFlag.Select | leaders.selectionModel().SelectionFlag.Rows,
    )
    press(leaders, Key.Key_Delete)
    assert rows(dialog) == (("林岚", "区长"),)
    QTest.keySequence(leaders, "Ctrl+Z")
    assert [row[0] for row in rows(dialog)] == ["陈远山", "林岚", "周洲"]


def test_alt_and_arrows_change_the_order_of_leaders(dialog):
    leaders = table(dialog)
    leaders.choose(2)
    press(leaders, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(leaders, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(leaders, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row[0] for row in rows(dialog)] == ["周洲", "陈远山", "林岚"]
    assert leaders.currentIndex().row() == 0
    assert not dialog.pages[LEADERS].up.isEnabled()
    dialog.pages[LEADERS].down.click()
    assert [row[0] for row in rows(dialog)] == ["陈远山", "周洲", "林岚"]


def test_the_order_stays_while_only_some_rows_are_to_be_seen(dialog):
    leaders = table(dialog)
    dialog.pages[LEADERS].search.setText("周洲")
    leaders.choose(2)
    press(leaders, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row[0] for row in rows(dialog)] == ["陈远山", "林岚", "周洲"]


def test_a_name_typed_with_a_space_in_it_is_one_word(dialog):
    leaders = table(dialog)
    leaders.choose(0)
    press(leaders, Key.Key_Return)
    type_cell(leaders, "陈　远 ")
    assert rows(dialog)[0][0] == "陈远"


def test_only_leaders_have_an_order(dialog):
    units = table(dialog, UNITS)
    assert dialog.pages[UNITS].up.isHidden()
    assert units.verticalHeader().isHidden()


def test_pasted_rows_come_below_the_current_one_and_those_known_are_brought_up_to_date(dialog):
    leaders = table(dialog)
    leaders.choose(0)
    paste(leaders, "吴越\t副区长\n周洲\t常务副区长")
    assert rows(dialog) == (
        ("陈远山", "区委书记"),
        ("吴越", "副区长"),
        ("林岚", "区长"),
        ("周洲", "常务副区长"),
    )
    assert dialog.pages[LEADERS].state.text() == "添加了 1 行，改了 1 行"


def test_copied_rows_are_a_table_for_other_programs(dialog):
    leaders = table(dialog)
    leaders.selectAll()
    QTest.keySequence(leaders, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "陈远山\t区委书记\n林岚\t区长\n周洲\t副区长"


def test_a_long_list_can_be_searched(dialog):
    leaders, page = table(dialog), dialog.pages[LEADERS]
    assert page.search.isHidden()
    paste(leaders, "\n".join(f"员{character}\t科长" for character in "甲乙丙丁戊己庚辛壬癸"))
    assert page.search.isVisible()
    page.search.setText("区长")
    shown = [row[0] for k, row in enumerate(rows(dialog)) if not leaders.isRowHidden(k)]
    assert shown == ["林岚", "周洲"]
    QTest.keyClick(page.search, Key.Key_Return)
    assert dialog.isVisible()
    page.search.clear()
    assert not any(leaders.isRowHidden(k) for k in range(len(rows(dialog))))


# what cannot stand


@pytest.mark.parametrize(
    ("key", "cells", "said"),
    [
        (LEADERS, ("王", "区长"), "“王”不行：应为 2 到 60 字、不含冒号的词"),
        (LEADERS, ("", "区长"), "还没有填“姓名”"),
        (LEADERS, ("林岚", "书记"), "“林岚”写了两次"),
        (UNITS, ("云栖区文化馆", "馆"), "“馆”不行"),
        (SPELLINGS, ("公众号", ""), "还没有填“要这样写”"),
        (SPELLINGS, ("公众号", "公众号"), "和左边的写法一样"),
        (AVOIDED, ("甲:乙", ""), "“甲:乙”不行"),
    ],
)
def test_a_cell_that_cannot_stand_is_shown_and_nothing_is_written(dialog, file, key, cells, said):
    before = file.read_bytes()
    model = dialog.pages[key].model
    model.insert(0)
    for column, cell in enumerate(cells):
        model.setData(model.index(0, column), cell)
    dialog.tabs.setCurrentIndex(5)
    dialog.ok.click()
    assert dialog.isVisible()
    assert list(dialog.pages).index(key) == dialog.tabs.currentIndex()
    assert said in dialog.pages[key].state.text()
    assert "标红" in dialog.state.text()
    assert file.read_bytes() == before


def test_a_row_that_nobody_filled_in_is_left_out(dialog, file):
    table(dialog).add()
    dialog.ok.click()
    assert not dialog.isVisible()
    assert load_house_words(file) == WORDS


# tidying


def test_rules_are_ticked_and_lists_numbered(dialog, file):
    dialog.tidying.boxes["dates"].click()
    styles = dialog.tidying.style_of_lists
    styles.setCurrentIndex(styles.findData("（1）"))
    dialog.ok.click()
    tidy = load_house_words(file).tidy
    assert "dates" not in tidy.names
    assert "ellipsis" in tidy.names
    assert tidy.list_style == "（1）"


def test_how_lists_are_numbered_matters_only_where_they_are(dialog):
    dialog.tidying.boxes["list-labels"].click()
    assert not dialog.tidying.style_of_lists.isEnabled()


# saving


def test_ok_writes_everything_even_a_cell_that_is_still_open(dialog, file, settings):
    settings.put(FILE, str(file))
    leaders = table(dialog)
    leaders.choose(1)
    press(leaders, Key.Key_Return)
    (editor,) = leaders.findChildren(QLineEdit)
    editor.selectAll()
    type_text(editor, "林岚岚")
    dialog.ok.click()
    assert read_house_file(house_file(settings)).words.leaders[1] == Leader("林岚岚", "区长")
    assert [path.name for path in file.parent.iterdir()] == ["house.toml"]


def test_a_file_that_nothing_was_changed_in_keeps_its_remarks(show, tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('# 我自己的说明\n[[leaders]]\nname = "陈远山"\n', "utf8")
    before = path.read_bytes()
    show(path).ok.click()
    assert path.read_bytes() == before


def test_cancel_leaves_file_and_settings_as_they_were(dialog, file, settings, tmp_path):
    before = file.read_bytes()
    table(dialog).add()
    dialog._turn_to(tmp_path / "other.toml")
    dialog.pages[LEADERS].model.remove({0})
    asked = answer("放弃修改")
    cancel(dialog)
    assert asked
    assert not dialog.isVisible()
    assert file.read_bytes() == before
    assert not (tmp_path / "other.toml").exists()
    assert house_file(settings) == own_house_file()


def test_escape_does_not_lose_what_was_typed(dialog):
    dialog.pages[LEADERS].model.remove({0})
    answer("取消")
    press(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert len(rows(dialog)) == 2


def test_nothing_is_asked_where_nothing_was_changed(dialog):
    cancel(dialog)
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_written_is_said_and_what_was_typed_stays(dialog, file, monkeypatch):
    def refuse(path, words):
        raise OSError(13, "Permission denied", str(path))

    monkeypatch.setattr("desktop.dialogs.house_words.dialog.save_house_words", refuse)
    dialog.pages[LEADERS].model.remove({0})
    dialog.ok.click()
    assert dialog.isVisible()
    assert "house.toml" in dialog.state.text()
    assert load_house_words(file) == WORDS


# another program


def change_behind(file, words):
    save_house_words(file, words)
    os.utime(file, (1, 1))


@pytest.mark.parametrize(
    ("given", "left", "open_"),
    [("读入新的", "吴越", True), ("覆盖", "林岚", False), ("取消", "吴越", True)],
)
def test_a_file_that_a_colleague_changed_is_asked_about(dialog, file, given, left, open_):
    dialog.pages[LEADERS].model.remove({0})
    change_behind(file, HouseWords((Leader("吴越", "区长"),)))
    asked = answer(given)
    dialog.ok.click()
    assert asked
    assert load_house_words(file).leaders[0].name == left
    assert dialog.isVisible() is open_
    if given == "读入新的":
        assert rows(dialog) == (("吴越", "区长"),)


# which file


def test_the_words_go_into_a_file_that_is_new(show, settings, tmp_path, monkeypatch, file):
    dialog, new = show(file), tmp_path / "网络盘.toml"
    monkeypatch.setattr(choose, "file_to_use", lambda *_: new)
    dialog.where.other.click()
    assert "新建" in dialog.where.note.text()
    dialog.ok.click()
    assert load_house_words(new) == WORDS
    assert house_file(settings) == new


def test_the_words_of_a_file_that_is_there_are_read(show, settings, monkeypatch, file):
    dialog = show(own_house_file())
    assert dialog.where.own.isHidden()
    monkeypatch.setattr(choose, "file_to_use", lambda *_: file)
    dialog.where.other.click()
    assert rows(dialog)[0] == ("陈远山", "区委书记")
    dialog.ok.click()
    assert house_file(settings) == file
    assert not own_house_file().exists()


def test_changes_are_not_lost_to_another_file_unasked(show, monkeypatch, file):
    dialog = show(own_house_file())
    paste(table(dialog), "吴越 区长")
    monkeypatch.setattr(choose, "file_to_use", lambda *_: file)
    answer("取消")
    dialog.where.other.click()
    assert rows(dialog) == (("吴越", "区长"),)
    answer("读入")
    dialog.where.other.click()
    assert rows(dialog)[0] == ("陈远山", "区委书记")


def test_the_program_s_own_place_can_be_had_back(dialog, settings, file):
    settings.put(FILE, str(file))
    dialog.where.own.click()
    assert dialog.where.own.isHidden()
    dialog.ok.click()
    assert settings.text(FILE) == ""
    assert load_house_words(own_house_file()) == WORDS


# a broken file


def test_a_broken_file_is_said_with_its_line_and_never_written(show, tmp_path, monkeypatch):
    path = tmp_path / "house.toml"
    path.write_text('people = []\n[[leaders]]\nname = "王"\n', "utf8")
    opened = []
    monkeypatch.setattr(
        "desktop.dialogs.house_words.dialog.open_in_text_editor",
        lambda path: opened.append(path) or True,
    )
    dialog = show(path)
    assert dialog.broken.isVisible()
    assert dialog.broken.accessibleDescription().startswith("house.toml 第 3 行：")
    assert not dialog.ok.isEnabled()
    buttons = dialog.broken.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "用文本编辑器打开").click()
    assert opened == [path]
    path.write_text('[[leaders]]\nname = "王芳"\n', "utf8")
    next(button for button in buttons if button.text() == "再读一次").click()
    assert rows(dialog) == (("王芳", ""),)
    assert dialog.ok.isEnabled()


def test_a_file_mended_elsewhere_is_read_when_the_editor_comes_back(qtbot, show, tmp_path):
    path = tmp_path / "house.toml"
    path.write_text("这不是词表", "utf8")
    dialog = show(path)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not dialog.isActiveWindow())
    path.write_text('people = ["王芳"]\n', "utf8")
    dialog.activateWindow()
    qtbot.waitUntil(lambda: rows(dialog, "people") == (("王芳",),))


def test_closing_over_a_broken_file_leaves_it(show, tmp_path):
    path = tmp_path / "house.toml"
    path.write_text("这不是词表", "utf8")
    dialog = show(path)
    cancel(dialog)
    assert not dialog.isVisible()
    assert path.read_text("utf8") == "这不是词表"


@pytest.mark.parametrize(
    ("platform", "program"), [("win32", "notepad.exe"), ("darwin", "open")], ids=str
)
def test_the_text_editor_is_asked_for_by_name(monkeypatch, tmp_path, platform, program):
    """Windows has no program for .toml, and macOS one that is no text editor."""
    started = []
    monkeypatch.setattr(where.sys, "platform", platform)
    monkeypatch.setattr(
        where.QProcess, "startDetached", lambda *call: started.append(call) or (True, 1)
    )
    assert where.open_in_text_editor(tmp_path / "house.toml")
    assert started[0][0] == program
    assert started[0][1][-1] == str(tmp_path / "house.toml")
