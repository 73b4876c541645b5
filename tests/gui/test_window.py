"""The window as a whole: what it shows, how its parts hang together, and what it does when
something goes wrong.
"""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import dialog, give, on_two_pages, open_issue, press, settle, type_text

from desktop.dialogs.go_to import GoToPageDialog
from desktop.hook import ExceptionHook
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_section,
    of_text,
)
from layouts.errors import Finding
from layouts.house.load import known_layouts
from layouts.issue.article import ArticleKind, Subheading
from layouts.issue.places import Place
from layouts.issue.text import Mark, MarkKind


def test_three_columns_over_the_page_flow(opened):
    assert opened.columns.widget(0) is opened.issue_panel
    assert opened.columns.widget(2) is opened.inspector
    assert opened.issue_panel.width() < opened.view.width() > opened.inspector.width()
    assert (
        opened.ribbon.mapTo(opened, opened.ribbon.rect().topLeft()).y()
        > opened.view.mapTo(opened, opened.view.rect().topLeft()).y()
    )


def test_widths_and_panels_are_remembered(qtbot, opened, settings):
    opened.columns.setSizes([320, 700, 380])
    widths = opened.columns.sizes()
    give(opened, "panel.ribbon")
    assert opened.ribbon.isHidden()
    opened.session.stack.setClean()
    opened.close()
    again = type(opened)(type(opened.session)(opened.session.catalogue), settings)
    qtbot.addWidget(again)
    assert again.ribbon.isHidden()
    again.resize(1400, 900)
    again.session.open(opened.session.issue, opened.session.path)
    again.show()
    qtbot.waitExposed(again)
    assert [
        abs(width - before) < 3 for width, before in zip(again.columns.sizes(), widths, strict=True)
    ] == [True] * 3


def test_findings_open_from_their_count(qtbot, opened):
    assert opened.findings.isHidden()
    QTest.mouseClick(opened.tools.findings, Qt.MouseButton.LeftButton)
    assert opened.findings.isVisible()
    assert opened.actions_["check.panel"].isChecked()
    QTest.mouseClick(opened.status.check, Qt.MouseButton.LeftButton)
    assert opened.findings.isHidden()


def test_badge_counts_what_was_found(qtbot, window, tmp_path):
    path = tmp_path / "empty.md"
    path.write_text(
        "## 【要闻】\n\n### 只有题目\n\n## 【简讯】\n\n### 有题目\n\n也有正文。\n", encoding="utf-8"
    )
    open_issue(qtbot, window, path)
    warnings = sum(finding.level == "warning" for finding in window.session.findings)
    assert warnings
    assert f"{warnings} 提醒" in window.tools.findings.accessibleName()


def test_badge_list_and_status_bar_show_one_count(qtbot, opened):
    opened.session.reading_findings = tuple(
        Finding(level, f"{level}{k}", "说", "said")
        for level, n in (("error", 1), ("warning", 5), ("notice", 3))
        for k in range(n)
    )
    opened.session.edition_changed.emit()
    opened.session._inspected = None
    opened.tools.refresh()
    opened.findings.follow()
    opened.status._follow_pages()
    found = [finding for finding in opened.session.findings if not finding.reason]
    assert opened.tools.findings._badge == str(len(found))
    assert opened.findings.heading.text() == f"检查 · {len(found)} 条"
    told = [int(part.split()[0]) for part in opened.status.check.text()[3:].split(" · ")]
    assert sum(told) == len(found)


def test_what_is_missing_to_whole_sheets_is_a_chip_below_with_the_aims_of_fitting(qtbot, opened):
    pages = len(opened.session.edition.pages)
    assert opened.tools.fit.text() == "整页适配"
    assert pages % 4
    qtbot.waitUntil(opened.status.fit.isVisible)
    assert opened.status.fit.text() == f"差 {-pages % 4} 页满 {pages + -pages % 4} 页"
    keys = [action.objectName() for action in opened.status.fit.menu().actions()]
    assert {"layout.fit-whole", "layout.fit-pages", "layout.fit-sheets"} <= set(keys)


def test_the_whole_page_is_shown_by_command(opened):
    before = opened.view.zoom
    give(opened, "view.fit-page")
    assert opened.view.fit == "page"
    assert opened.view.zoom <= before
    assert opened.tools.zoom.text() == f"{round(opened.view.zoom * 100)} %"


def test_arrangement_and_overlays_by_command(opened):
    give(opened, "view.single")
    assert opened.view.camera.arrangement == "single"
    assert opened.tools.arrangement.text() == "单页"
    assert opened.actions_["view.single"].isChecked()
    assert not opened.actions_["view.spreads"].isChecked()
    give(opened, "overlay.grid")
    assert "grid" in opened.view.overlays
    assert opened.actions_["overlay.grid"].isChecked()


def test_go_to_page_by_keys(qtbot, opened):
    on_two_pages(qtbot, opened)
    give(opened, "view.go-to-page")
    asking = dialog(qtbot, GoToPageDialog)
    asking.number.setValue(2)
    QTest.keyClick(asking.number, Qt.Key.Key_Return)
    assert opened.view.page in {0, 1}
    give(opened, "view.single")
    opened.viewing.show_page(1)
    assert opened.view.page == 1
    give(opened, "view.previous-page")
    assert opened.view.page == 0
    give(opened, "view.next-page")
    assert opened.view.page == 1


def test_areas_are_reached_by_keys(opened):
    reached = []
    opened.view.setFocus()
    for _ in range(6):
        give(opened, "view.next-area")
        focus = QApplication.focusWidget()
        reached.append(
            next(
                (
                    name
                    for name, panel in opened._panels().items()
                    if panel is focus or panel.isAncestorOf(focus)
                ),
                "view",
            )
        )
    assert {"issue", "ribbon", "view"} <= set(reached)


# -- edits from the menus --------------------------------------------------------------------------


def titles(window):
    return [
        [article.title.string[:3] for article in section.articles]
        for section in window.session.issue.sections
    ]


def test_articles_move_by_command(opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.down")
    assert titles(opened) == [[], ["副馆长", "召开半"]]
    assert opened.session.selection == of_article(Place(1, 0))
    give(opened, "article.up")
    assert titles(opened) == [["副馆长"], ["召开半"]]
    menu = opened.actions_.menus["to-section"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["领导关注", "重点工作"]
    menu.actions()[1].trigger()
    assert titles(opened) == [[], ["召开半", "副馆长"]]
    assert opened.session.stack.undoText() == "移动文章"


def test_kind_break_and_contents(opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.run-in")
    assert opened.session.issue.sections[0].articles[0].kind is ArticleKind.RUN_IN
    give(opened, "layout.break-before")
    assert opened.session.issue.sections[0].articles[0].break_before
    assert opened.actions_["layout.break-before"].isChecked()
    assert opened.session.stack.undoText() == "另起一页"
    give(opened, "layout.contents")
    assert not opened.session.issue.contents
    give(opened, "layout.next-number")
    assert opened.session.issue.masthead.total == 851


def test_text_is_set_bold_and_made_a_subheading(opened):
    place = Place(0, 0, 0)
    opened.session.select(of_text(TextPosition(place, 3), TextPosition(place, 0)))
    give(opened, "text.bold")
    assert opened.session.issue.sections[0].articles[0].blocks[0].text.marks == (
        Mark(0, 3, MarkKind.BOLD),
    )
    give(opened, "text.level-2")
    assert isinstance(opened.session.issue.sections[0].articles[0].blocks[0], Subheading)
    assert opened.actions_["text.level-2"].isChecked()
    give(opened, "text.level-0")
    assert not isinstance(opened.session.issue.sections[0].articles[0].blocks[0], Subheading)


def test_a_new_article_waits_for_its_title(qtbot, opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.new")
    assert opened.session.selection.place == Place(0, 1, -1)
    opened.view.setFocus()
    type_text(opened.view, "新的一篇")
    assert opened.session.issue.sections[0].articles[1].title.string == "新的一篇"


def test_layout_is_changed_by_command(qtbot, opened):
    menu = opened.actions_.menus["layouts"]
    menu.aboutToShow.emit()
    assert sum(action.isChecked() for action in menu.actions()) == 1
    next(action for action in menu.actions() if not action.isChecked()).trigger()
    assert opened.session.issue.layout == known_layouts()[1]
    settle(qtbot, opened)
    assert opened.session.layout.name == known_layouts()[1]


def test_find_and_replace(qtbot, opened):
    press(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = opened.searching
    qtbot.waitUntil(bar.isVisible)
    type_text(bar.needle, "工作")
    found = len(bar._matches)
    assert found >= 4
    assert bar.count.text() == f"{found} 处"
    QTest.keyClick(bar.needle, Qt.Key.Key_Return)
    assert bar.count.text() == f"1 / {found}"
    QTest.keyClick(bar.needle, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{found} / {found}"
    type_text(bar.replacement, "任务")
    bar.all.click()
    assert bar.count.text() == f"已替换 {found} 处"
    assert opened.session.stack.undoText() == "全部替换“工作”"
    assert "任务" in opened.session.issue.sections[1].articles[0].title.string
    opened.session.stack.undo()
    assert "工作" in opened.session.issue.sections[1].articles[0].title.string
    QTest.keyClick(bar.needle, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_replace_one_goes_on_to_the_next(opened):
    give(opened, "edit.find")
    bar = opened.searching
    bar.needle.setText("工作")
    found = len(bar._matches)
    bar.next()
    bar.replacement.setText("任务")
    bar.one.click()
    assert len(bar._matches) == found - 1
    assert bar.count.text() == f"1 / {found - 1}"


# -- files onto the window -------------------------------------------------------------------------


def test_a_file_dropped_onto_the_start_page_is_opened(qtbot, window, issue_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(issue_file))])
    held = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering, event = QDragEnterEvent(QPoint(300, 300), *held), QDropEvent(QPointF(300, 300), *held)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.files.opened, timeout=3000):
        QApplication.sendEvent(window, event)
    settle(qtbot, window)


# -- when something goes wrong ---------------------------------------------------------------------


@pytest.fixture
def hook(window):
    made = ExceptionHook()
    made.caught.connect(window.services.fail)
    made.install()
    yield made
    made.remove()


def _raise():
    raise ZeroDivisionError("spurious")


def test_what_nobody_caught_is_one_sentence_and_the_document_stays(qtbot, opened, hook, capsys):
    issue = opened.session.issue
    try:
        _raise()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(opened.toast.sentence()))
    assert opened.toast.sentence() == "出了意外，刚才的操作没有完成；稿件没有丢失，可以继续编辑。"
    assert opened.session.issue is issue
    assert opened.toast._buttons[0].text() == "复制详情"
    opened.toast._buttons[0].click()
    assert "ZeroDivisionError: spurious" in QGuiApplication.clipboard().text()
    assert "spurious" in capsys.readouterr().err


def test_a_thread_of_its_own_is_heard_too(qtbot, window, hook, capsys):
    thread = threading.Thread(target=_raise)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window.toast.sentence()), timeout=2000)
    assert "spurious" in capsys.readouterr().err


def test_failing_work_is_one_sentence_and_cancelled_work_none(qtbot, window):
    seen = []
    window.services.tasks.run(lambda _progress: _raise(), seen.append, window.services.fail)
    qtbot.waitUntil(lambda: bool(window.toast.sentence()))
    assert not seen

    started = threading.Event()

    def endless(progress):
        started.set()
        while True:
            progress.step(0, 1)

    task = window.services.tasks.run(endless, seen.append, seen.append)
    window.services.watch(task, "正在做事")
    started.wait(2)
    with qtbot.waitSignal(task.cancelled, timeout=2000):
        window.busy.cancelled.emit()
    assert not seen
    assert window.busy.isHidden()


def test_closing_with_changes_can_be_called_off(opened, monkeypatch):
    from desktop.dialogs import choose

    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.remove")
    monkeypatch.setattr(choose, "about_unsaved", lambda *_: choose.STAY)
    event = QCloseEvent()
    opened.closeEvent(event)
    assert not event.isAccepted()
    assert opened.isVisible()


def test_a_double_click_on_the_masthead_chooses_what_stands_in_its_field(qtbot, opened):
    opened.view.edit_requested.emit(Selection(SelectionKind.MASTHEAD), "issuer")
    line = opened.inspector.masthead._fields["issuer"].line
    assert opened.inspector.masthead.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    assert line.selectedText() == line.text() != ""


def test_a_double_click_on_a_section_s_heading_chooses_its_name(qtbot, opened):
    opened.view.edit_requested.emit(of_section(Place(0)), "")
    line = opened.inspector.section.name.line
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    assert line.selectedText() == "领导关注"


def test_a_failure_goes_once_the_issue_is_saved_or_another_page_comes(
    qtbot, opened, tmp_path
) -> None:
    opened.services.failed.emit("没有保存：无法写入", "")
    assert opened.toast.sentence()
    opened.files.saved.emit()
    assert opened.toast.sentence() == ""
    opened.services.failed.emit("没有保存：无法写入", "")
    opened.files.close_issue()
    qtbot.waitUntil(lambda: opened.session.issue is None)
    assert opened.toast.sentence() == ""


def test_what_is_said_in_passing_comes_along_to_the_page_that_comes(qtbot, opened) -> None:
    opened.services.say("已关闭。")
    opened.files.close_issue()
    qtbot.waitUntil(lambda: opened.session.issue is None)
    assert opened.toast.sentence() == "已关闭。"
    assert opened.pages.childAt(opened.toast.geometry().center()) in (
        opened.toast,
        *opened.toast.children(),
    )
