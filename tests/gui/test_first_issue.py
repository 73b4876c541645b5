"""A whole issue made on the real window by mouse and keys alone: from the start page to a PDF,
saved and opened again.
"""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from test_window_files import plain
from windows import dialog, press, settle, type_text, wait_saved

from desktop.dialogs import choose
from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.new_issue import NewIssueDialog
from desktop.files import read_issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at, articles

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

FIRST = ("集团召开年度安全生产会", "会议部署了冬季安全检查。" * 30, "【供稿：办公室 张倩】")
SECOND = ("党员志愿服务走进社区", "志愿者上门为老人检修电路。" * 40, "【供稿：党群部 李明】")
THIRD = ("青年技能比武落下帷幕", "二十四名选手完成三项比赛。" * 35, "【供稿：工会 王芳】")
FOURTH = ("新线路开通首日平稳", "首日发送旅客一万两千人次。" * 30, "【供稿：运营部 赵强】")


class Hands:
    """Somebody at the window who has a mouse, a keyboard and an input method, and nothing else."""

    def __init__(self, qtbot, window) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def issue(self):
        return self.window.session.issue

    def settle(self) -> None:
        settle(self.qtbot, self.window)

    def key(self, key, modifiers=NONE) -> None:
        """A key for what has the focus."""
        self.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type through the input method: composed first, then committed."""
        focus = QApplication.focusWidget()
        for piece in (text[:4], text[4:]):
            if piece:
                cursor = [
                    QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, 2, 1, None)
                ]
                QApplication.sendEvent(focus, QInputMethodEvent("ni'hao", cursor))
                type_text(focus, piece)
        QApplication.processEvents()

    def click(self, widget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, NONE, widget.rect().center() if at is None else at)
        QApplication.processEvents()

    def row(self, place: Place) -> QPoint:
        tree = self.window.issue_panel.tree
        index = self.window.issue_panel.model.at(place)
        tree.scrollTo(index)
        return QPoint(120, tree.visualRect(index).center().y())

    def click_row(self, place: Place) -> None:
        tree = self.window.issue_panel.tree
        self.click(tree.viewport(), self.row(place))
        tree.setFocus()

    def menu(self, text: str) -> None:
        """Choose from the context menu of what is selected in the tree, by keys."""
        QApplication.sendEvent(self.window.issue_panel.tree, context_event())
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        for _ in menu.actions():
            if menu.activeAction() is not None and menu.activeAction().text() == text:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction().text() == text
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.window.activateWindow()  # as a window system does when the menu has gone
        QApplication.processEvents()

    def write_on_page(self, article) -> None:
        """Title and text where the caret is, the by-line in the inspector."""
        title, body, byline = article
        self.type(title)
        self.key(Qt.Key.Key_Return)
        self.type(body)
        self.settle()
        self.write_field(self.window.inspector.article.byline.line, byline)

    def write_in_inspector(self, article) -> None:
        form = self.window.inspector.article
        title, body, byline = article
        self.write_field(form.title.line, title)
        self.click(form.body.viewport(), QPoint(60, 10))
        assert QApplication.focusWidget() is form.body
        self.type(body)
        self.settle()
        self.write_field(form.byline.line, byline)

    def write_field(self, line: QLineEdit, text: str) -> None:
        self.click(line)
        assert QApplication.focusWidget() is line
        self.type(text)
        self.settle()

    def undo_text(self) -> str:
        return self.window.actions_["edit.undo"].text()


def context_event():
    from PySide6.QtGui import QContextMenuEvent

    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(20, 20), QPoint(20, 20))


def titles(issue):
    return [[article.title.string for article in section.articles] for section in issue.sections]


@pytest.fixture
def answers(monkeypatch, tmp_path):
    """What the platform's own dialogs answer."""
    photo = QImage(1600, 1000, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.darkGreen)
    (tmp_path / "相机").mkdir()
    photo.save(str(tmp_path / "相机" / "现场.jpg"))
    (tmp_path / "本期").mkdir()
    monkeypatch.setattr(choose, "line_of_text", lambda *_: "党建园地")
    monkeypatch.setattr(choose, "files_to_open", lambda *_: [tmp_path / "相机" / "现场.jpg"])
    monkeypatch.setattr(choose, "file_to_write", lambda *_: tmp_path / "本期" / "第14期.md")
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
    return tmp_path


def test_an_issue_from_nothing_to_its_pdf(qtbot, window, answers):
    hands = Hands(qtbot, window)
    begin(hands)
    write(hands)
    insert_photo(hands)
    reorder_by_keys(hands)
    reorder_in_the_tree(hands)
    reorder_in_the_ribbon(hands)
    remove_empty_sections(hands)
    pages_are_right(hands)
    undo_and_redo(hands)
    path = save(hands, answers)
    export(hands, path)
    open_again(hands, path)


def begin(hands):
    """A new issue through the start page and its dialog."""
    window = hands.window
    hands.qtbot.waitUntil(lambda: window.start.layouts.hasFocus() or window.start.isVisible())
    hands.click(
        window.start.layouts.viewport(),
        window.start.layouts.visualItemRect(window.start.layouts.item(0)).center(),
    )
    asking = dialog(hands.qtbot, NewIssueDialog)
    for field, text in (
        (asking.publication.lineEdit(), "澜汀书讯"),
        (asking.issuer, "澜汀市读促会"),
    ):
        field.setFocus()
        type_text(field, text)
    for field, digits in ((asking.number, "14"), (asking.total, "850")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, digits)
    asking.date.line.setFocus()
    asking.date.line.selectAll()
    QTest.keyClicks(asking.date.line, "2025-8-31")
    QTest.keyClick(asking.issuer, Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: window.session.issue is not None)
    hands.settle()
    head = hands.issue.masthead
    assert (head.publication, head.number, head.total, head.issuer) == (
        "澜汀书讯",
        14,
        850,
        "澜汀市读促会",
    )
    assert head.date == datetime.date(2025, 8, 31)
    assert window.session.stack.undoText() == ""


def write(hands):
    """Two more sections and three more articles, by shortcuts and by the menu of the tree; typed on
    the page and in the inspector.
    """
    window, session = hands.window, hands.window.session
    given = [section.name for section in hands.issue.sections]
    hands.click_row(Place(0, 0))
    hands.key(Qt.Key.Key_Return)
    hands.write_on_page(FIRST)

    hands.click_row(Place(0))
    hands.key(Qt.Key.Key_J, CONTROL | ALT | SHIFT)
    assert [section.name for section in hands.issue.sections] == [given[0], "党建园地", *given[1:]]
    assert hands.undo_text() == "撤销“新建栏目”"
    hands.key(Qt.Key.Key_J, CONTROL | ALT)
    assert hands.undo_text() == "撤销“新建文章”"
    hands.write_on_page(SECOND)

    hands.click_row(Place(1))
    hands.menu("新建栏目")
    # without a screen the menu takes the keys along, and the name's field closes
    hands.key(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "青年之声")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert hands.issue.sections[2].name == "青年之声"
    assert hands.undo_text() == "撤销“栏目改名”"
    hands.click_row(Place(2))
    hands.menu("新建文章")
    hands.write_in_inspector(THIRD)

    hands.menu("新建文章")
    hands.write_in_inspector(FOURTH)
    assert titles(hands.issue)[:3] == [[FIRST[0]], [SECOND[0]], [THIRD[0], FOURTH[0]]]
    written = [
        (a.title.string, a.blocks[0].text.string, a.byline.string) for _, a in articles(hands.issue)
    ]
    assert written == [FIRST, SECOND, THIRD, FOURTH]
    assert window.isWindowModified()
    assert session.stack.count() > 8


def insert_photo(hands):
    """A photo chosen from a folder stands in the second article."""
    hands.click_row(Place(1, 0))
    hands.key(Qt.Key.Key_G, CONTROL | ALT)
    hands.qtbot.waitUntil(
        lambda: any(
            isinstance(block, Photo) for block in article_at(hands.issue, Place(1, 0)).blocks
        )
    )
    hands.settle()
    assert hands.undo_text() == "撤销“插入图片”"
    hands.write_field(hands.window.inspector.photo.caption.line, "图为志愿者上门检修")
    photo = next(
        block for block in article_at(hands.issue, Place(1, 0)).blocks if isinstance(block, Photo)
    )
    assert photo.caption.string == "图为志愿者上门检修"
    assert (hands.issue.folder / photo.path).exists()
    assert sum(len(page.pictures) for page in hands.window.session.edition.pages) == 1


def reorder_by_keys(hands):
    hands.click_row(Place(2, 1))
    hands.key(Qt.Key.Key_Up, ALT)
    assert titles(hands.issue)[2] == [FOURTH[0], THIRD[0]]
    assert hands.undo_text() == "撤销“移动文章”"


def reorder_in_the_tree(hands):
    """The first article of 青年之声 is dragged onto the upper half of 党建园地's own: before it."""
    tree, viewport = hands.window.issue_panel.tree, hands.window.issue_panel.tree.viewport()
    start = hands.row(Place(2, 0))
    end = QPoint(120, tree.visualRect(hands.window.issue_panel.model.at(Place(1, 0))).top() + 3)
    taken: list[QMimeData] = []

    def carry(drag: QDrag, *_actions) -> Qt.DropAction:
        """The platform's part of a drag: it hands over what is dragged, with the mouse at its
        end.
        """
        data, actions = drag.mimeData(), Qt.DropAction.MoveAction
        taken.append(data)
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(end, actions, data, LEFT, NONE)
            QApplication.sendEvent(viewport, event)
            assert event.isAccepted()
        QApplication.sendEvent(viewport, QDropEvent(QPointF(end), actions, data, LEFT, NONE))
        return Qt.DropAction.MoveAction

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QDrag, "exec", carry)
        QTest.mousePress(viewport, LEFT, NONE, start)
        for k in range(1, 7):
            QTest.mouseMove(viewport, start + (end - start) * k / 6)
            QApplication.processEvents()
        QTest.mouseRelease(viewport, LEFT, NONE, end)
    assert taken
    assert titles(hands.issue)[1:3] == [[FOURTH[0], SECOND[0]], [THIRD[0]]]
    assert hands.undo_text() == "撤销“移动文章”"
    hands.settle()


def reorder_in_the_ribbon(hands):
    """The last article is dragged in the page flow before the first."""
    hands.settle()
    view = hands.window.ribbon.view
    start, end = run_point(view, 3, 0.5), run_point(view, 0, 0.2)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for k in range(1, 7):
        QTest.mouseMove(view.viewport(), start + (end - start) * k / 6)
        QTest.qWait(1)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert titles(hands.issue)[:3] == [[THIRD[0], FIRST[0]], [FOURTH[0], SECOND[0]], []]
    assert hands.undo_text() == "撤销“移动文章”"
    hands.settle()


def remove_empty_sections(hands):
    """Sections that nobody wrote for are taken out by keys; they would stand in the contents."""
    while len(hands.issue.sections) > 2:
        hands.click_row(Place(2))
        hands.key(Qt.Key.Key_Delete)
        assert hands.undo_text() == "撤销“删除栏目”"
    assert titles(hands.issue) == [[THIRD[0], FIRST[0]], [FOURTH[0], SECOND[0]]]
    hands.settle()


def run_point(view, article, share):
    page, run = next(
        (page, run)
        for page, runs in enumerate(view.flow.pages)
        for run in runs
        if run.article == article
    )
    rect = view.columns.run_rect(page, run)
    return QPoint(round(rect.center().x()), round(rect.top() + share * rect.height()))


def pages_are_right(hands):
    """Every article is on its pages once, and the contents say where."""
    edition = hands.window.session.edition
    lines = [(k + 1, line) for k, page in enumerate(edition.pages) for line in page.lines]
    for number, (place, article) in enumerate(articles(hands.issue)):
        body = "".join(
            line.text for _, line in lines if line.article == number and line.role == "body"
        )
        assert sorted(body) == sorted(
            "".join(block.text.string for block in article.blocks if not isinstance(block, Photo))
        ), place
    count = len(list(articles(hands.issue)))
    first_pages = [
        min(page for page, line in lines if line.article == number) for number in range(count)
    ]
    front = edition.pages[0].lines
    printed = [int(line.text) for line in front if line.role == "contents-number"]
    entries = "".join(line.text for line in front if line.role == "contents-entry")
    assert printed == first_pages
    assert entries == "".join(title for section in titles(hands.issue) for title in section)
    hands.qtbot.waitUntil(
        lambda: hands.window.issue_panel.heading.text() == f"本期 · {len(edition.pages)} 页"
    )
    assert hands.window.status.pages.text().endswith(f"，共 {len(edition.pages)} 页")
    assert len(edition.pages) >= 2


def undo_and_redo(hands):
    """Every step has its name; undone and done again, nothing is different."""
    session, issue, pages = hands.window.session, hands.issue, hands.window.session.edition.pages
    hands.click(hands.window.issue_panel.tree.viewport(), hands.row(Place(0)))
    names = []
    while session.stack.canUndo():
        names.append(session.stack.undoText())
        press(hands.window, Qt.Key.Key_Z, CONTROL)
    assert {"移动文章", "插入图片", "新建文章", "新建栏目", "栏目改名", "输入文字"} <= set(names)
    assert all(names)
    assert titles(hands.issue)[0] == [""]
    while session.stack.canRedo():
        press(hands.window, Qt.Key.Key_Z, CONTROL | SHIFT)
    hands.settle()
    assert hands.issue == issue
    assert session.edition.pages == pages


def save(hands, folder: Path) -> Path:
    press(hands.window, Qt.Key.Key_S, CONTROL)
    path = folder / "本期" / "第14期.md"
    wait_saved(hands.qtbot, hands.window)
    assert hands.window.session.path == path
    assert hands.window.session.is_saved
    assert hands.window.saved_state.label.text().startswith("已保存")
    photo = next(
        block
        for _, article in articles(hands.issue)
        for block in article.blocks
        if isinstance(block, Photo)
    )
    assert (path.parent / photo.path).exists()
    assert plain(read_issue(path).issue) == plain(hands.issue)
    hands.settle()
    return path


def export(hands, path: Path) -> None:
    """The PDF through its dialog: its pages and its text."""
    press(hands.window, Qt.Key.Key_X, CONTROL | ALT)
    asking = dialog(hands.qtbot, ExportPdfDialog)
    hands.qtbot.waitUntil(asking.ok.isEnabled, timeout=5000)
    QTest.keyClick(asking.target, Qt.Key.Key_Return)
    target = path.with_suffix(".pdf")
    hands.qtbot.waitUntil(
        lambda: target.exists() and not hands.window.services.tasks.is_busy, timeout=10000
    )
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == len(hands.window.session.edition.pages)
    said = subprocess.run(
        ["pdftotext", "-raw", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    text = "".join(said.split())
    for title, body, byline in (FIRST, SECOND, THIRD, FOURTH):
        assert title in text
        assert body[:8] in text
        assert "".join(byline.split()) in text
    assert "图为志愿者上门检修" in text
    assert "【党建园地】" in text
    assert hands.window.toast.sentence().startswith("已导出 第14期.pdf")


def open_again(hands, path: Path) -> None:
    """Closed, then opened again from the recent ones of the start page: the same issue on the same
    pages.
    """
    window, before, pages = hands.window, plain(hands.issue), hands.window.session.edition.pages
    press(window, Qt.Key.Key_W, CONTROL)
    assert window.session.issue is None
    hands.qtbot.waitUntil(lambda: window.start.recent.count() == 1)
    hands.click(
        window.start.recent.viewport(),
        window.start.recent.visualItemRect(window.start.recent.item(0)).center(),
    )
    hands.qtbot.waitUntil(lambda: window.session.issue is not None, timeout=5000)
    hands.settle()
    assert window.session.path == path
    assert plain(hands.issue) == before
    assert [[line.text for line in page.lines] for page in window.session.edition.pages] == [
        [line.text for line in page.lines] for page in pages
    ]
    assert [len(page.pictures) for page in window.session.edition.pages] == [
        len(page.pictures) for page in pages
    ]
