"""After a recovery the window is as after any opening: every command that could be given can be; and
it is offered when nothing else is asked.
"""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from test_packages import package  # noqa: F401, a fixture
from test_recovery import crash, folders, lost, offered  # noqa: F401, fixtures
from windows import dialog, idle, open_issue, settle

from desktop.dialogs import questions
from desktop.dialogs.recovery import RecoveryDialog
from desktop.keeping.document import TakenError
from desktop.keeping.recovering import CALM
from desktop.selection import NOTHING, TextPosition, of_article, of_text
from layouts.documents import read_document
from layouts.errors import LockedError
from layouts.issue.edits import insert_text
from layouts.issue.ids import with_ids
from layouts.issue.places import TITLE, Place

HEAD = Place(0, 0, TITLE)
OF_CHANGES = {"edit.undo", "edit.redo"}
"""What there is to undo is another thing after a recovery."""

SELECTIONS = {
    "nothing": NOTHING,
    "article": of_article(Place(0, 0)),
    "text": of_text(TextPosition(HEAD, 1), TextPosition(HEAD, 0)),
}


def alive(window, selected):
    window.session.select(SELECTIONS[selected])
    return {command.key for command, action in window.actions_ if action.isEnabled()} - OF_CHANGES


def recover(qtbot, window):
    asking = offered(qtbot, window)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    settle(qtbot, window)
    idle(window)


@pytest.mark.parametrize("selected", SELECTIONS)
def test_every_command_is_alive_after_a_recovery(qtbot, window, lost, selected):
    recover(qtbot, window)
    recovered = alive(window, selected)
    assert window.actions_["edit.undo"].isEnabled()
    window.session.stack.undo()
    open_issue(qtbot, window, lost)
    assert recovered == alive(window, selected)


@pytest.mark.parametrize("selected", SELECTIONS)
def test_of_an_issue_never_saved_too(qtbot, window, package, folders, selected):
    issue = with_ids(read_document(package, folders.photos_of(package)).issue)
    crash(folders, issue, [insert_text(issue, HEAD, 0, "新").issue])
    recover(qtbot, window)
    recovered = alive(window, selected)
    window.session.stack.setClean()
    window.files._dropped = window.session.issue
    open_issue(qtbot, window, package)
    of_files = {"file.history", "file.name-version", "file.reload", "file.folder"}
    assert recovered == alive(window, selected) - of_files


def test_the_pages_have_the_keys_after_a_recovery(qtbot, window, lost):
    recover(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.view.hasFocus)


# -- one question after the other ------------------------------------------------------------------


def dialogs():
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, RecoveryDialog) and one.isVisible()
    ]


def test_recovery_waits_until_the_file_of_the_start_is_dealt_with(qtbot, window, lost, monkeypatch):
    seen = []

    def taken(path, *_more, **_force):
        raise TakenError(LockedError("有人在编辑", "Somebody edits it"), path, None)

    def ask(*_about, **_more):
        QTest.qWait(3 * CALM)
        seen.append(dialogs())
        return ""

    monkeypatch.setattr("desktop.files.open_document", taken)
    monkeypatch.setattr(questions, "about_locked", ask)
    window.recovering.look_after_opening()
    window.files.open_path(lost)
    asking = dialog(qtbot, RecoveryDialog)
    assert seen == [[]]
    asking.later.click()


def test_recovery_waits_for_whatever_else_is_asked(qtbot, window, lost):
    box = QMessageBox(window)
    box.open()
    window.recovering.look_at_start()
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy)
    qtbot.wait(2 * CALM)
    assert dialogs() == []
    box.reject()
    dialog(qtbot, RecoveryDialog).later.click()
    box.deleteLater()


def test_it_looks_once_after_the_first_file_alone(qtbot, window, lost, package):
    window.recovering.look_after_opening()
    open_issue(qtbot, window, package)
    asking = dialog(qtbot, RecoveryDialog)
    asking.later.click()
    open_issue(qtbot, window, package)
    qtbot.wait(2 * CALM)
    assert dialogs() == []
