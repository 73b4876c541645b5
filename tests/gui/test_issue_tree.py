from __future__ import annotations

import pytest
from panel_session import long_issue, opened, titles, typed
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.panels.issue import IssuePanel
from desktop.panels.tree import model
from desktop.panels.tree.dropping import packed
from desktop.panels.tree.model import FIGURE
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_section,
    of_text,
)
from layouts.issue import edits
from layouts.issue.places import Place


@pytest.fixture
def panel(qtbot, session):
    panel = IssuePanel(session)
    QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Warning, panel
    )
    panel.resize(268, 700)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def shown(panel, index=None):
    index = index or QModelIndex()
    rows = []
    for row in range(panel.model.rowCount(index)):
        child = panel.model.index(row, 0, index)
        rows.append(child.data())
        rows += [f"  {text}" for text in shown(panel, child)]
    return rows


def middle(panel, place, lower=None):
    rect = panel.tree.visualRect(panel.model.at(place))
    y = rect.center().y() if lower is None else rect.bottom() - 3 if lower else rect.top() + 3
    return QPoint(120, y)


def click(panel, place, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(
        panel.tree.viewport(), Qt.MouseButton.LeftButton, modifier, middle(panel, place)
    )


def drop(panel, data, at):
    """Drag something in from outside the panel and let it go."""
    viewport, action = panel.tree.viewport(), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, action, data, button, modifier)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(at, action, data, button, modifier)
    QApplication.sendEvent(viewport, move)
    viewport.repaint()
    if move.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), action, data, button, modifier))
    return move.isAccepted()


def test_the_tree_shows_sections_articles_and_photos(panel):
    assert shown(panel) == [
        "报头与要目",
        "领导关注", "  甲稿", "    图为现场", "  乙稿",
        "重点工作", "  丙稿", "  丁稿",
        "简讯", "  1．戊简讯。", "  2．己简讯。",
        "报尾",
    ]  # fmt: skip


def test_pages_and_counts_stand_at_the_right(panel):
    assert panel.heading.text() == f"本期 · {len(panel.session.edition.pages)} 页"
    # the body of a short issue begins under its contents
    assert panel.model.at(Place(0)).data(FIGURE) == "2"
    assert panel.model.at(Place(0, 0)).data(FIGURE) == "1"
    assert panel.model.at(Place(1, 0)).data(FIGURE) == "2"


def test_a_click_selects_and_the_session_selects_in_the_tree(panel, session):
    click(panel, Place(1, 0))
    assert session.selection == of_article(Place(1, 0))
    session.select(of_photo(Place(0, 0, 1)))
    assert panel.tree.currentIndex().data() == "图为现场"
    session.select(of_text(TextPosition(Place(1, 1, 0), 2)))
    assert [index.data() for index in panel.tree.selectedIndexes()] == ["丁稿"]
    session.select(Selection(SelectionKind.COLOPHON))
    assert panel.tree.currentIndex().data() == "报尾"


def test_several_articles_are_selected_with_control(panel, session):
    click(panel, Place(0, 0))
    click(panel, Place(1, 1), Qt.KeyboardModifier.ControlModifier)
    assert session.selection == of_article(Place(0, 0), Place(1, 1))


def test_dragged_articles_go_where_the_line_was(panel, session):
    click(panel, Place(0, 0))
    click(panel, Place(0, 1), Qt.KeyboardModifier.ControlModifier)
    assert drop(panel, packed(panel.tree.dragged()), middle(panel, Place(1, 1), lower=True))
    assert titles(session) == ["|", "丙", "丁", "甲", "乙", "|", "戊", "己"]
    assert session.selection == of_article(Place(1, 2), Place(1, 3))
    assert session.stack.undoText() == "移动文章"
    session.stack.undo()
    assert titles(session) == ["甲", "乙", "|", "丙", "丁", "|", "戊", "己"]


def test_an_article_dropped_on_a_section_becomes_its_first(panel, session):
    drop(panel, packed((Place(1, 1),)), middle(panel, Place(0), lower=True))
    assert titles(session)[:3] == ["丁", "甲", "乙"]


def test_an_article_dropped_above_a_section_ends_the_one_before(panel, session):
    drop(panel, packed((Place(1, 1),)), middle(panel, Place(1), lower=False))
    assert titles(session)[:4] == ["甲", "乙", "丁", "|"]


def test_a_closed_section_takes_articles_at_its_end(panel, session):
    panel.tree.setExpanded(panel.model.at(Place(1)), False)
    drop(panel, packed((Place(0, 0),)), middle(panel, Place(1), lower=True))
    assert titles(session)[:5] == ["乙", "|", "丙", "丁", "甲"]


def test_sections_are_dragged_whole(panel, session):
    drop(panel, packed((Place(2),)), middle(panel, Place(0, 1)))
    assert [section.name for section in session.issue.sections] == ["领导关注", "简讯", "重点工作"]
    assert session.stack.undoText() == "移动栏目"
    assert session.selection == of_section(Place(1))


def test_the_line_is_drawn_where_it_would_drop(panel):
    viewport = panel.tree.viewport()
    at = middle(panel, Place(1, 0), lower=True)
    data = packed((Place(0, 0),))
    QApplication.sendEvent(
        viewport,
        QDragEnterEvent(
            at,
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    QApplication.sendEvent(
        viewport,
        QDragMoveEvent(
            at,
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    y = panel.tree.visualRect(panel.model.at(Place(1, 1))).top()
    colour = viewport.grab().toImage().pixelColor(120, y)
    assert colour.red() > 150
    assert colour.green() < 100


def test_files_dropped_are_handed_on_with_their_place(panel, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "稿件.docx"))])
    with qtbot.waitSignal(panel.files_dropped) as caught:
        drop(panel, data, middle(panel, Place(1, 0), lower=True))
    assert caught.args == [(tmp_path / "稿件.docx",), Place(1, 1)]


def test_photos_dropped_go_into_the_article_pointed_at(panel, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "照片.jpg"))])
    with qtbot.waitSignal(panel.files_dropped) as caught:
        drop(panel, data, middle(panel, Place(1, 0), lower=True))
    assert caught.args == [(tmp_path / "照片.jpg",), Place(1, 0)]
    assert not drop(
        panel, data, panel.tree.visualRect(panel.model.of_kind(SelectionKind.MASTHEAD)).center()
    )


def test_other_things_are_not_taken(panel):
    data = QMimeData()
    data.setText("文字")
    assert not drop(panel, data, middle(panel, Place(1, 0)))


def test_alt_arrows_move_and_delete_removes(panel, session):
    click(panel, Place(1, 0))
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(session)[:3] == ["甲", "乙", "丙"]
    QTest.keyClick(panel.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(session)[:4] == ["甲", "乙", "|", "丙"]
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert titles(session) == ["甲", "乙", "|", "丁", "|", "戊", "己"]
    assert session.selection == of_article(Place(1, 0))
    assert session.stack.undoText() == "删除文章"


def test_a_photo_is_removed_by_delete(panel, session):
    click(panel, Place(0, 0, 1))
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert session.stack.undoText() == "删除图片"
    assert "    图为现场" not in shown(panel)


def test_sections_move_with_alt_arrows(panel, session):
    click(panel, Place(1))
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [section.name for section in session.issue.sections] == ["重点工作", "领导关注", "简讯"]
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.stack.count() == 1


def rename(panel, place, text):
    click(panel, place)
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    line = next(line for line in panel.tree.findChildren(QLineEdit) if line.isVisible())
    line.selectAll()
    typed(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits after the key is through


def test_f2_renames_a_section_and_a_title_in_place(panel, session):
    rename(panel, Place(0), "要闻")
    assert session.issue.sections[0].name == "要闻"
    assert session.stack.undoText() == "栏目改名"
    rename(panel, Place(1, 1), "新的标题")
    assert session.issue.sections[1].articles[1].title.string == "新的标题"
    assert session.stack.undoText() == "修改标题"


def test_enter_asks_for_the_text(panel, qtbot):
    click(panel, Place(0, 1))
    with qtbot.waitSignal(panel.edit_requested) as caught:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert caught.args == [Place(0, 1)]


def test_what_is_closed_stays_closed_through_edits_and_moves(panel, session):
    panel.tree.setExpanded(panel.model.at(Place(1)), False)
    session.do("改", edits.set_title(session.issue, Place(1, 0), "另一个标题").issue)
    session.do("移", edits.move_section(session.issue, Place(1), 0).issue)
    assert not panel.tree.isExpanded(panel.model.at(Place(0)))
    assert panel.tree.isExpanded(panel.model.at(Place(1)))


def test_typing_changes_no_row(panel, session):
    changes = []
    for signal in (
        panel.model.dataChanged,
        panel.model.rowsInserted,
        panel.model.rowsRemoved,
        panel.model.modelReset,
    ):
        signal.connect(lambda *_: changes.append(1))
    session.do("输入", edits.insert_text(session.issue, Place(1, 0, 0), 0, "字").issue)
    assert not changes


def test_a_new_article_stands_behind_the_one_selected(panel, session):
    click(panel, Place(0, 0))
    panel.ordering.add_article()
    assert len(session.issue.sections[0].articles) == 3
    assert session.selection == of_article(Place(0, 1))
    assert session.stack.undoText() == "新建文章"


def test_a_context_menu_is_the_window_s(panel, qtbot):
    click(panel, Place(0, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    with qtbot.waitSignal(panel.menu_requested):
        QApplication.sendEvent(panel, event)


def test_undo_and_redo_of_many_acts_keep_the_rows_right(panel, session):
    for _ in range(3):
        session.do("移", edits.move_articles(session.issue, (Place(0, 0),), Place(1, 1)).issue)
        session.do("删", edits.remove_articles(session.issue, (Place(1, 0),)).issue)
        session.do("移", edits.move_section(session.issue, Place(2), 0).issue)
        if not session.issue.sections[0].articles:
            break
    while session.stack.canUndo():
        session.stack.undo()
    test_the_tree_shows_sections_articles_and_photos(panel)
    while session.stack.canRedo():
        session.stack.redo()
    assert len(shown(panel)) == 2 + sum(
        1 + len(s.articles) + sum(type(b).__name__ == "Photo" for a in s.articles for b in a.blocks)
        for s in session.issue.sections
    )


@pytest.mark.parametrize("sections", [2, 12])
def test_a_key_press_costs_the_tree_the_rows_it_changed_however_long_the_issue(
    qapp, qtbot, catalogue, tmp_path, monkeypatch, sections
):
    session = opened(catalogue, long_issue(tmp_path, sections=sections))
    panel = IssuePanel(session)
    qtbot.addWidget(panel)
    made, told = [], []
    label = model._label
    monkeypatch.setattr(
        model, "_label", lambda node, issue: made.append(node.kind) or label(node, issue)
    )
    panel.model.dataChanged.connect(
        lambda first, _last, _roles: told.append(panel.model.kind_of(first))
    )
    panel.model.modelReset.connect(lambda: told.append("all of it"))
    panel.model.rowsInserted.connect(lambda: told.append("new rows"))
    panel.model.rowsRemoved.connect(lambda: told.append("rows gone"))
    session.issue = edits.insert_text(session.issue, Place(1, 2, 0), 0, "字").issue
    panel.follow()
    assert set(made) == {SelectionKind.SECTION, SelectionKind.ARTICLE}
    assert len(made) == 2
    assert set(told) <= {SelectionKind.SECTION, SelectionKind.ARTICLE}
    assert len(told) <= 2
    session.stop()


def test_a_new_section_waits_for_its_name(panel, session, qtbot):
    """Also when the menu it came from gives the keys back."""
    panel.activateWindow()
    click(panel, Place(0, 0))
    menu = panel.add_button.menu()
    menu.popup(panel.mapToGlobal(QPoint(10, 10)))
    action = next(action for action in menu.actions() if action.text() == "新建栏目")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    qtbot.wait(100)
    (line,) = [line for line in panel.tree.findChildren(QLineEdit) if line.isVisible()]
    assert line.text() == "新栏目"
    line.selectAll()
    typed(line, "要闻")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.issue.sections[1].name == "要闻")
