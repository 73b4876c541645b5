"""The empty state: layouts, recent issues by their first page, the sample."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from windows import SAMPLE, dialog, give, settle

from desktop.dialogs.new_issue import NewIssueDialog
from desktop.keeping.document import kept_picture
from desktop.settings import cache_folder
from desktop.window_parts.picture_list import PICTURE

ROOT = Path(__file__).parents[2]


def colours(item):
    image = item.icon().pixmap(120, 170).toImage()
    return {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


def test_an_empty_window_shows_where_to_begin(qtbot, window):
    assert window.start.isVisible()
    assert window.windowTitle() == "版心"
    assert not window.status.isVisible()
    assert not window.start.recent.isVisible()
    titles = {window.start.layouts.item(row).text() for row in range(window.start.layouts.count())}
    assert {"简报\nA4 单栏", "内刊\nA4 双栏"} <= titles
    qtbot.waitUntil(lambda: len(colours(window.start.layouts.item(0))) > 2, timeout=10000)


def test_a_layout_begins_a_new_issue_in_it(qtbot, window):
    window.start.layouts.setFocus()
    window.start.layouts.mark("neikan-a4-2col")
    QTest.keyClick(window.start.layouts, Qt.Key.Key_Return)
    asking = dialog(qtbot, NewIssueDialog)
    assert asking.layout_name == "neikan-a4-2col"
    asking.accept()
    qtbot.waitUntil(lambda: window.session.issue is not None)
    assert window.session.issue.layout == "neikan-a4-2col"
    settle(qtbot, window)


def test_recent_issues_show_their_first_page(qtbot, opened, issue_file):
    qtbot.waitUntil((cache_folder() / kept_picture(issue_file)).is_file, timeout=5000)
    give(opened, "file.close")
    qtbot.waitUntil(lambda: opened.start.recent.count() == 1)
    item = opened.start.recent.item(0)
    assert item.text().split() == ["澜汀书讯", "2025", "年第", "14", "期"]
    qtbot.waitUntil(lambda: len(colours(item)) > 2, timeout=5000)
    with qtbot.waitSignal(opened.files.opened, timeout=5000):
        QTest.keyClick(opened.start.recent, Qt.Key.Key_Space)
    settle(qtbot, opened)


def test_the_sample_is_one_click_away(qtbot, window):
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        QTest.mouseClick(window.start.sample, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.session.issue.masthead.publication == "澜汀书讯"


def test_the_press_loads_no_qt_and_the_desktop_no_press():
    code = "import sys; sys.argv = ['main.py', 'check', {!r}]; import main; main.main(); print([m for m in sys.modules if 'PySide6' in m])"
    outcome = subprocess.run(
        [sys.executable, "-c", code.format(str(SAMPLE))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert outcome.stdout.splitlines()[-1] == "[]"


def test_a_wrong_verb_is_explained_and_opens_no_window():
    outcome = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "exprot"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 2
    assert "exprot" in outcome.stderr


def test_pictures_and_titles_are_seen_whole_however_many_there_are(qtbot, window, tmp_path):
    from msgspec.structs import replace

    from layouts.manuscript import read_manuscript

    issue, _ = read_manuscript(SAMPLE)
    long = "澜汀市公共图书馆联盟阅读推广工作简报"
    for number in range(1, 8):
        path = tmp_path / f"{number}.md"
        path.write_text("", encoding="utf-8")
        head = replace(issue.masthead, publication=long, number=number)
        window.settings.remember(path, replace(issue, masthead=head))
    window.resize(1024, 668)
    window.start.refresh()
    view = window.start.recent
    qtbot.waitUntil(lambda: view.count() == 7 and view.visualItemRect(view.item(6)).isValid())
    room = view.viewport().rect()
    assert all(room.contains(view.visualItemRect(view.item(row))) for row in range(7))
    title, cell = view.item(0).text(), view.item(0).sizeHint()
    lines = view.fontMetrics().horizontalAdvance(title) / (cell.width() - 16)
    assert lines > 2
    assert cell.height() >= PICTURE.height() + -(-lines // 1) * view.fontMetrics().height()
    bar = window.start._area.verticalScrollBar()
    sheet = window.start._sheet
    # with one more line of layouts the sheet takes its height a little later
    qtbot.waitUntil(
        lambda: (
            bar.maximum() > 0 and view.mapTo(sheet, view.rect().bottomLeft()).y() < sheet.height()
        )
    )
    view.setCurrentRow(6)
    seen = window.start._area.viewport()
    place = view.visualItemRect(view.item(6))
    corner = view.viewport().mapTo(seen, place.topLeft())
    assert seen.rect().contains(QRect(corner, place.size()))
