"""The guide in the window: F1 opens it at what has the focus, it is searched and read without a
network, and every dialog can ask for it.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from windows import dialog, give, press

from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.faces import FaceBrowser
from desktop.guide import topics
from desktop.guide.pages import FOLDER, PAGES, markdown, sections, slug
from desktop.guide.topics import OF_SELECTIONS, OF_WIDGETS, Topic, topic_of
from desktop.guide.window import GuideWindow
from desktop.panels.design.arrays import ArrayEditor
from desktop.panels.design.faces import FaceField
from desktop.selection import SelectionKind, TextPosition, of_article, of_text
from layouts.issue.places import Place


def guide() -> GuideWindow:
    """The guide that is open; it was opened by a key."""
    QApplication.processEvents()
    (open_,) = [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, GuideWindow) and window.isVisible()
    ]
    return open_


def titles(window: GuideWindow) -> list[str]:
    return [item.text(0) for item in window._items() if not item.isHidden()]


def heading(window: GuideWindow) -> str:
    """What stands at the top of the page that is seen."""
    cursor = window.browser.cursorForPosition(window.browser.rect().topLeft())
    for _ in range(3):  # the margin over a heading belongs to what stands before it
        if cursor.block().blockFormat().headingLevel():
            return cursor.block().text()
        cursor.movePosition(cursor.MoveOperation.NextBlock)
    return ""


ALL = {topic for topic in vars(topics).values() if isinstance(topic, Topic)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_topic_has_its_section(language):
    known = {section.title for page in PAGES[language] for section in sections(page)}
    assert {topic.title(language) for topic in ALL} - known == set()


def test_both_languages_have_the_same_sections():
    for zh, en in zip(PAGES["zh"], PAGES["en"], strict=True):
        assert [one.level for one in sections(zh)] == [one.level for one in sections(en)]


def test_every_dialog_that_asks_for_work_has_its_topic():
    assert set(OF_WIDGETS.values()) | set(OF_SELECTIONS.values()) | {topics.WINDOW} == ALL


def test_every_dialog_with_a_name_has_its_topic():
    """F1 in one that has none leads to what the window is, which says nothing of it."""
    import re
    from pathlib import Path

    sources = (Path(topics.__file__).parents[1] / "dialogs").rglob("*.py")
    text = "".join(path.read_text("utf-8") for path in sources)
    assert set(re.findall(r'setObjectName\("([a-z-]+)"\)', text)) - {*OF_WIDGETS, "about"} == set()


def test_a_hash_in_a_listing_is_no_heading():
    assert slug("8. Out") == "8-out"
    assert all("python" not in section.title for section in sections("editor-guide.md"))


@pytest.mark.parametrize("page", [*PAGES["zh"], *PAGES["en"]])
def test_every_link_of_a_page_leads_somewhere(page):
    import re

    for link in re.findall(r"\]\(([^)]+)\)", markdown(page)):
        name, _, anchor = link.partition("#")
        assert (FOLDER / (name or page)).is_file(), link
        if anchor:
            assert anchor in {section.anchor for section in sections(name or page)}, link


def test_nothing_beside_the_pages_is_read():
    assert markdown("../README.md") == ""
    assert markdown("no-such-page.md") == ""


@pytest.mark.parametrize(
    ("where", "title"),
    [
        ("start", "1. 新建一期"),
        ("tree", "4. 排顺序"),
        ("text", "6. 改文字"),
        ("findings", "7. 检查"),
    ],
)
def test_f1_opens_at_what_has_the_focus(window, opened, where, title):
    focus = {
        "tree": opened.issue_panel.tree,
        "text": opened.view,
        "findings": opened.findings,
    }.get(where)
    if where == "start":
        give(opened, "file.close")
        opened.start.layouts.setFocus()
    elif where == "text":
        opened.session.select(of_text(TextPosition(Place(0, 0, 0), 1)))
    else:
        opened.session.select(of_article(Place(0, 0)))
    if where == "findings":
        opened.viewing.show_findings(shown=True)
    if focus is not None:
        focus.setFocus()
        QApplication.processEvents()
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    assert shown.contents.currentItem().text(0) == title
    assert heading(shown) == title
    shown.close()


def test_f1_in_the_layout_panel_leads_to_what_is_being_changed(opened):
    give(opened, "layout.design")
    panel = opened.designing.panel
    for group in panel.groups:
        group.set_expanded(True)
    rows = next(rows for rows in panel.findChildren(ArrayEditor) if rows.place == "masthead.art")
    face = panel.findChild(FaceField)
    for place, title in (
        (panel.hold, "自己的版式"),
        (rows.list, "自己的报头"),
        (face.browse, "自己的版式"),
    ):
        assert topic_of(place, SelectionKind.NOTHING).zh == title
    face.browse.click()
    faces = opened.findChild(FaceBrowser)
    assert topic_of(faces.line, SelectionKind.NOTHING).zh == "自己的字体"
    faces.reject()
    panel.done.setFocus()
    QApplication.processEvents()
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    assert heading(shown) == "自己的版式"
    shown.close()


def test_f1_in_the_layout_tab_and_on_publications(opened):
    form = opened.inspector.layout_form
    assert topic_of(form.design, SelectionKind.ARTICLE).zh == "换版式"
    assert topic_of(opened.start.cards, SelectionKind.NOTHING).zh == "刊物"


def test_a_second_f1_shows_another_section_in_the_same_window(opened):
    opened.issue_panel.tree.setFocus()
    press(opened, Qt.Key.Key_F1)
    first = guide()
    first.search.setText("没有这样的词")
    opened.session.select(of_text(TextPosition(Place(0, 0, 0), 1)))
    opened.view.setFocus()
    press(opened, Qt.Key.Key_F1)
    assert guide() is first
    assert first.contents.currentItem().text(0) == "6. 改文字"
    assert first.search.text() == ""
    first.close()


def test_a_dialog_asks_for_the_guide_as_well(qtbot, opened):
    give(opened, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    asking.activateWindow()
    asking.target.setFocus()
    QApplication.processEvents()
    QTest.keyClick(asking, Qt.Key.Key_F1)
    shown = guide()
    assert shown.contents.currentItem().text(0) == "8. 出片"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    asking.reject()


def test_a_question_that_holds_up_all_windows_does_not_hold_up_its_guide(opened):
    box = QMessageBox(opened)
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.show()
    opened.helping.show()
    assert guide().parentWidget() is box
    box.close()
    box.deleteLater()


def test_words_are_searched_in_all_pages_and_marked(opened):
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    shown.search.setText("微信 照片")
    assert "3. 收稿" in titles(shown)
    assert "5. 放图片" not in titles(shown)
    assert shown.contents.currentItem().text(0) == "3. 收稿"
    assert shown.browser.extraSelections()
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    shown.search.setText("")
    assert len(titles(shown)) == sum(len(sections(page)) for page in PAGES["zh"])
    shown.close()


def test_links_lead_to_pages_of_ours_and_back_and_nowhere_else(opened):
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    shown.browser._follow(QUrl("keys.zh-CN.md"))
    assert shown.browser.page == "keys.zh-CN.md"
    shown.browser._follow(QUrl("https://example.org/keys.zh-CN.md"))
    assert shown.browser.page == "keys.zh-CN.md"
    shown.back.click()
    assert shown.browser.page == "editor-guide.zh-CN.md"
    assert not shown.back.isEnabled()
    shown.close()


def test_pictures_are_those_beside_the_pages_and_fit(opened):
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = shown.browser.loadResource(kind, QUrl("editor-window.png"))
    assert isinstance(picture, QImage)
    assert 0 < picture.deviceIndependentSize().width() < shown.browser.viewport().width()
    assert shown.browser.loadResource(kind, QUrl("/etc/hostname")).isNull()
    shown.close()


def test_the_guide_closes_with_its_window(opened):
    press(opened, Qt.Key.Key_F1)
    shown = guide()
    opened.session.stack.setClean()
    opened.close()
    assert not shown.isVisible()


def test_shift_f10_opens_the_menu_of_what_has_the_focus(qtbot, opened):
    opened.session.select(of_article(Place(0, 0)))
    opened.issue_panel.tree.setFocus()
    press(opened, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()
