"""How tests work the real window: open, wait, press, type, and find the dialog that came up."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"

MANUSCRIPT = """---
publication: 澜汀书讯
issue: 14
total: 850
date: 2025-08-31
issuer: 澜川省澜汀市公共阅读促进工作委员会
---

## 【领导关注】

### 副馆长赴各街分馆开展冬季消防检查

为确保元旦展览工作平稳有序，集团做好服务保障。

【供稿：交发集团 杨竹】

## 【重点工作】

### 召开半年度工作会议

会议总结了上半年的工作。

【供稿：办公室 张倩】
"""


def copied(path, folder):
    """An issue with its photos as a copy that may be written to: the window locks what it opens and
    puts pasted pictures beside it.
    """
    copy = folder / path.stem / path.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, copy)
    if (path.parent / "photos").is_dir():
        shutil.copytree(path.parent / "photos", copy.parent / "photos", dirs_exist_ok=True)
    return copy


def open_issue(qtbot, window, path):
    # against a hang; a machine with much to do takes its time
    with qtbot.waitSignal(window.files.opened, timeout=20000):
        window.files.open_path(path)
    settle(qtbot, window)


def on_two_pages(qtbot, window):
    """The small issue with a page for its second section."""
    issue = window.session.issue
    first, second = issue.sections
    parted = replace(issue, sections=(first, replace(second, break_before=True)))
    window.session.do("另起一页", parted, window.session.selection)
    settle(qtbot, window)


def settle(qtbot, window):
    qtbot.waitUntil(
        lambda: (
            window.session.is_current
            and window.session.edition is not None
            and not window.services.tasks.is_busy
        ),
        timeout=10000,
    )


def idle(window):
    """Wait until nothing is being saved, kept or swept any longer; outside of qtbot, for the end of
    a test too.
    """
    end = time.monotonic() + 10
    while (
        window.files.saving.is_running or window.autosave.tasks.is_busy
    ) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)
    assert not window.files.saving.is_running


def wait_saved(qtbot, window):
    """Wait until the issue lies in its file as it is now."""
    qtbot.waitUntil(
        lambda: window.session.is_saved and not window.files.saving.is_running, timeout=10000
    )


def dialog(qtbot, kind: type[QDialog]):
    """The dialog of a kind that is open now."""

    def found():
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=5000)
    return found()[-1]


def when_asked(act):
    """Do something to the question that will come up, which holds everything until it is answered;
    a list with it once it came.
    """
    came = []
    timer = QTimer(QApplication.instance(), interval=10)

    def look():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            timer.deleteLater()
            came.append(box)
            act(box)

    timer.timeout.connect(look)
    timer.start()
    return came


def give(window, key):
    """Give a command as its menu does."""
    action = window.actions_[key]
    assert action.isEnabled(), key
    action.trigger()


def type_text(widget, text):
    """What an input method commits: QTest has no keys for Hanzi."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the window gets it; shortcuts want the window active, which it no longer is after a
    dialog.
    """
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, key, modifiers)
