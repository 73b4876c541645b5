"""Another layout for a finished issue in one act, chosen by how its own page 1 looks in each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from windows import dialog, give, settle

from desktop.dialogs.layout_gallery import LARGE, LayoutGallery
from desktop.window_parts.paper import paper_icon
from layouts.house.load import known_layouts
from layouts.issue import edits


def picture(gallery, row):
    return gallery.layouts.item(row).icon().pixmap(LARGE).toImage()


def gallery_over(qtbot, window):
    give(window, "layout.change")
    gallery = dialog(qtbot, LayoutGallery)
    blank = paper_icon(None, LARGE).pixmap(LARGE).toImage()
    rows = range(gallery.layouts.count())
    qtbot.waitUntil(lambda: all(picture(gallery, row) != blank for row in rows), timeout=20000)
    return gallery


def click_on(gallery, name):
    layouts = gallery.layouts
    at = layouts.visualItemRect(layouts.item(layouts.values().index(name))).center()
    QTest.mouseClick(layouts.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_gallery_shows_page_one_of_this_issue_in_every_layout(qtbot, opened):
    gallery = gallery_over(qtbot, opened)
    assert gallery.layouts.values() == list(known_layouts())
    pictures = [picture(gallery, row) for row in range(gallery.layouts.count())]
    assert all(one != other for k, one in enumerate(pictures) for other in pictures[:k])
    own = gallery.layouts.item(gallery.layouts.values().index("jianbao-a4"))
    pages = len(opened.session.edition.pages)
    assert own.text().splitlines()[1] == f"{pages} 页 · 现在用的"
    assert gallery.layouts.currentItem() is own
    gallery.reject()
    assert opened.session.issue.layout == "jianbao-a4"


def test_a_click_is_the_whole_act_and_undo_the_way_back(qtbot, opened):
    session = opened.session
    before = session.issue
    click_on(gallery_over(qtbot, opened), "neikan-a4-2col")
    assert session.issue.layout == session.layout.name == "neikan-a4-2col"
    assert session.issue.sections == before.sections
    assert session.stack.undoText() == "更换版式"
    assert session.stack.count() == 1
    settle(qtbot, opened)
    button = opened.toast._buttons[0]
    assert button.text() == "撤销"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.issue is before


def test_what_the_new_layout_decides_itself_is_said(qtbot, opened):
    session = opened.session
    session.do("设置", edits.set_setting(session.issue, "measure", 30).issue)
    click_on(gallery_over(qtbot, opened), "neikan-a4-2col")
    assert "measure" not in session.issue.settings
    assert "每行字数" in opened.toast.sentence()


def test_a_document_only_looked_at_has_no_gallery(qtbot, opened):
    opened.session.read_only = "只读"
    opened.actions_["layout.change"].trigger()
    qtbot.wait(20)
    assert not opened.findChildren(LayoutGallery)


def test_a_picture_keeps_the_proportions_of_its_page(qapp):
    from PySide6.QtGui import QColor, QImage

    square = QImage(100, 100, QImage.Format.Format_RGB32)
    square.fill(QColor("blue"))
    shown = paper_icon(square, QSize(60, 80)).pixmap(60, 80).toImage()
    assert shown.pixelColor(30, 10).alpha() == 0
    assert shown.pixelColor(30, 50) == QColor("blue")
