"""Preferences hold at once, the language too, and nothing of what is open is lost by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import (
    SAMPLE,
    copied,
    dialog,
    give,
    on_two_pages,
    open_issue,
    settle,
    when_asked,
)

from desktop.canvas.camera import LEAST_SPREAD
from desktop.dialogs.preferences import PreferencesDialog
from desktop.selection import TextPosition, of_text
from desktop.settings import APPEARANCE, AUTHOR, EXPORTS, LANGUAGE, Settings
from desktop.theme import DARK, LIGHT, apply_theme, current_theme
from desktop.words import install_translations
from layouts.issue import edits
from layouts.issue.places import TITLE, Place


@pytest.fixture
def as_before(qapp):
    """The looks and the language of the other tests again."""
    yield
    QGuiApplication.styleHints().unsetColorScheme()
    install_translations(qapp, "zh")
    apply_theme(qapp, LIGHT)


def preferences(qtbot, window):
    give(window, "edit.preferences")
    return dialog(qtbot, PreferencesDialog)


def choose(asking, key, value):
    box = asking.fields[key].widget
    box.setFocus()
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def titles(window):
    return [action.text() for action in window.menuBar().actions()]


@pytest.mark.usefixtures("as_before")
def test_the_language_changes_at_once_and_back(qtbot, opened):
    asking = preferences(qtbot, opened)
    choose(asking, LANGUAGE, "en")
    assert "文件" not in "".join(titles(opened))
    assert any("File" in title.replace("&", "") for title in titles(opened))
    qtbot.waitUntil(lambda: not asking_is_there(asking))
    asking = dialog(qtbot, PreferencesDialog)
    assert asking.windowTitle() == "Preferences"
    assert opened.inspector.tabs.tabText(0) == "Article"
    choose(asking, LANGUAGE, "zh")
    assert opened.inspector.tabs.tabText(0) == "文章"
    dialog(qtbot, PreferencesDialog).reject()


@pytest.mark.usefixtures("as_before")
def test_the_page_in_view_is_still_told_in_another_language(qtbot, opened):
    on_two_pages(qtbot, opened)
    opened.view.go_to_page(1)
    qtbot.waitUntil(lambda: opened.status.page == 2)
    choose(preferences(qtbot, opened), LANGUAGE, "en")
    qtbot.waitUntil(lambda: (opened.view.page, opened.status.page) == (1, 2))
    assert opened.status.pages.text().startswith("Page 2 ")
    dialog(qtbot, PreferencesDialog).reject()


def asking_is_there(asking):
    try:
        return asking.isVisible()
    except RuntimeError:  # deleted
        return False


@pytest.mark.usefixtures("as_before")
def test_nothing_is_lost_by_another_language(qtbot, opened):
    session, title = opened.session, Place(0, 0, TITLE)
    caret = of_text(TextPosition(title, 2), TextPosition(title, 4))
    session.do("改标题", edits.set_title(session.issue, Place(0, 0), "另一个题目").issue, caret)
    settle(qtbot, opened)
    opened.searching.open()
    opened.searching.needle.setText("会议")
    opened.searching.match_width.click()
    opened.viewing.show_findings(shown=True)
    opened.view.set_zoom(1.5)
    opened.issue_panel.tree.collapse(opened.issue_panel.tree.model().index(2, 0))
    issue, pages, path = session.issue, session.edition, session.path
    scrolled, view = opened.view.verticalScrollBar().value(), opened.view
    choose(preferences(qtbot, opened), LANGUAGE, "en")
    dialog(qtbot, PreferencesDialog).reject()
    QApplication.processEvents()
    assert (session.issue, session.edition, session.path) == (issue, pages, path)
    assert session.selection == caret
    assert opened.view is view
    assert opened.view.isVisible()
    assert opened.view.zoom == 1.5
    qtbot.waitUntil(lambda: opened.view.verticalScrollBar().value() == scrolled)
    assert opened.searching.isVisible()
    assert opened.searching.needle.text() == "会议"
    assert opened.searching.match_width.isChecked()
    assert not opened.searching.match_case.isChecked()
    assert opened.findings.isVisible()
    tree = opened.issue_panel.tree
    assert not tree.isExpanded(tree.model().index(2, 0))
    assert tree.isExpanded(tree.model().index(1, 0))
    give(opened, "edit.undo")
    assert session.issue.sections[0].articles[0].title.string == "副馆长赴各街分馆开展冬季消防检查"


@pytest.mark.usefixtures("as_before")
def test_the_rulers_that_stay_speak_the_other_language(qtbot, opened):
    choose(preferences(qtbot, opened), LANGUAGE, "en")
    dialog(qtbot, PreferencesDialog).reject()
    QApplication.processEvents()
    for ruler in (opened.view.rulers.above, opened.view.rulers.beside):
        assert f"{ruler.accessibleName()}{ruler.toolTip()}".isascii()


@pytest.mark.usefixtures("as_before")
def test_pages_that_lie_in_spreads_lie_so_in_another_language(qtbot, opened):
    on_two_pages(qtbot, opened)
    opened.resize(1024, 700)
    give(opened, "view.fit-page")
    give(opened, "view.spreads")
    QApplication.processEvents()
    zoom, arrangement = opened.view.zoom, opened.view.camera.arrangement
    assert zoom < LEAST_SPREAD  # where the window would choose, it would be single pages
    choose(preferences(qtbot, opened), LANGUAGE, "en")
    dialog(qtbot, PreferencesDialog).reject()
    QApplication.processEvents()
    opened.view.resize(opened.view.width() - 1, opened.view.height())
    assert opened.view.camera.arrangement is arrangement
    assert opened.view.zoom == pytest.approx(zoom, abs=0.02)


@pytest.mark.usefixtures("as_before")
def test_the_page_in_view_is_told_in_another_language(qtbot, opened, qapp, tmp_path):
    open_issue(qtbot, opened, copied(SAMPLE, tmp_path))
    opened.view.go_to_page(2)
    qtbot.waitUntil(lambda: opened.status.pages.text().startswith("第 3 页"), timeout=5000)
    install_translations(qapp, "en")
    opened.speak()
    qtbot.wait(200)  # nothing scrolls later, which would tell it anew
    assert opened.status.pages.text().startswith("Page 3 of")
    assert opened.ribbon.view.page == 3


@pytest.mark.usefixtures("as_before")
def test_the_window_works_on_in_the_other_language(qtbot, opened):
    choose(preferences(qtbot, opened), LANGUAGE, "en")
    dialog(qtbot, PreferencesDialog).reject()
    QApplication.processEvents()
    opened.session.select(of_text(TextPosition(Place(0, 0, TITLE), 0)))
    give(opened, "article.new")
    settle(qtbot, opened)
    assert len(opened.session.issue.sections[0].articles) == 2
    opened.services.say("heard once")
    assert opened.toast.sentence() == "heard once"
    when_asked(lambda box: box.reject())
    opened.files.close_issue()
    opened.session.stack.setClean()
    opened.files.close_issue()
    assert opened.session.issue is None
    assert opened.pages.currentWidget() is opened.start


@pytest.mark.usefixtures("as_before")
def test_the_appearance_changes_at_once(qtbot, window):
    asking = preferences(qtbot, window)
    choose(asking, APPEARANCE, "dark")
    assert current_theme() is DARK
    choose(asking, APPEARANCE, "light")
    assert current_theme() is LIGHT
    asking.reject()


@pytest.mark.usefixtures("as_before")
def test_what_is_preferred_is_remembered(qtbot, window, settings, tmp_path):
    asking = preferences(qtbot, window)
    choose(asking, APPEARANCE, "dark")
    asking.fields[AUTHOR].widget.setText("  编辑部  小周 ")
    asking.fields[EXPORTS].line.setText(str(tmp_path))
    choose(asking, LANGUAGE, "en")
    dialog(qtbot, PreferencesDialog).reject()
    again = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert (again.language, again.appearance) == ("en", "dark")
    assert again.text(AUTHOR) == "编辑部 小周"
    assert again.export_folder(None) == tmp_path


def test_settings_of_another_program_mean_the_system(settings):
    settings.put(LANGUAGE, "fr")
    settings.put(APPEARANCE, "sepia")
    assert (settings.language, settings.appearance) == (None, "system")


def test_a_folder_that_is_not_there_is_said_and_not_kept(qtbot, window, settings, tmp_path):
    asking = preferences(qtbot, window)
    field = asking.fields[EXPORTS]
    field.line.setText(str(tmp_path))
    field.line.setText(str(tmp_path / "nowhere"))
    assert field.note() == "没有这个文件夹"
    assert settings.text(EXPORTS) == str(tmp_path)
    field.line.clear()
    assert field.note() == ""
    assert settings.text(EXPORTS) == ""
    asking.reject()


def test_exports_go_beside_the_issue_until_a_folder_is_preferred(settings, tmp_path):
    beside, own = tmp_path / "issues", tmp_path / "exports"
    for folder in (beside, own):
        folder.mkdir()
    assert settings.export_folder(beside / "9.banxin") == beside
    settings.put(EXPORTS, str(own))
    assert settings.export_folder(beside / "9.banxin") == own
    own.rmdir()  # a stick that was pulled out
    assert settings.export_folder(beside / "9.banxin") == beside


def test_both_exports_propose_the_preferred_folder(qtbot, opened, settings, tmp_path):
    from desktop.dialogs.export_images import ExportImagesDialog
    from desktop.dialogs.export_pdf import ExportPdfDialog

    own = tmp_path / "exports"
    own.mkdir()
    settings.put(EXPORTS, str(own))
    give(opened, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    assert asking.target.text() == str(own / "第14期.pdf")
    asking.reject()
    give(opened, "export.images")
    asking = dialog(qtbot, ExportImagesDialog)
    assert asking.folder.text() == str(own)
    asking.reject()


def test_comments_are_signed_as_preferred(qtbot, opened, settings):
    from desktop.dialogs.mark_value import MarkDialog

    settings.put(AUTHOR, "总编室")
    title = Place(0, 0, TITLE)
    opened.session.select(of_text(TextPosition(title, 0), TextPosition(title, 2)))
    opened.view.setFocus()
    give(opened, "text.comment")
    asking = dialog(qtbot, MarkDialog)
    assert asking.author.text() == "总编室"
    QTest.keyClick(asking, Qt.Key.Key_Escape)
