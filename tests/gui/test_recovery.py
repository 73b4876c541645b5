"""What a crash left is offered, shown and taken over; every edit is on the disk within moments, and
a clean end leaves nothing.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_packages import answers, change_outside, in_file, package, packed, title, write_title  # noqa: F401, fixtures
from test_window_files import picture
from windows import dialog, give, idle, open_issue, settle, type_text, wait_saved

from desktop.dialogs import choose, questions
from desktop.dialogs.history_words import summary
from desktop.dialogs.recovery import RecoveryDialog, change_lines
from desktop.keeping import recovering
from desktop.keeping.folders import Folders
from layouts.documents import read_document, save_document
from layouts.issue.edits import add_photo, insert_text, reset_design, set_design
from layouts.issue.ids import with_ids
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place
from layouts.issue.text import Mark, MarkKind, Text
from layouts.store.compare import compare
from layouts.store.disk import Disk
from layouts.store.journal import Journal
from layouts.store.owning import hold, this_process
from layouts.store.recovery import recover

ROOT = Path(__file__).parents[2]
HEAD = Place(0, 0, TITLE)


def crash(folders, issue, after, path=None, token=None):
    """Leave behind what a program would that was killed after the last of these values."""
    journal = Journal(folders.journals)
    journal.begin(issue, path, token)
    for value in after:
        journal.note(value)
        journal.flush()
    journal.close(keep=True)


@pytest.fixture
def folders(window):
    return window.autosave.folders


@pytest.fixture
def lost(package, folders):
    """A package with edits that never reached it."""
    document = read_document(package, folders.photos_of(package))
    issue = with_ids(document.issue)
    crash(
        folders,
        issue,
        [insert_text(issue, HEAD, 0, "新").issue, insert_text(issue, HEAD, 0, "新写").issue],
        package,
        document.token,
    )
    return package


def offered(qtbot, window):
    window.recovering.look_at_start()
    return dialog(qtbot, RecoveryDialog)


def test_nothing_is_said_where_nothing_was_lost(qtbot, window):
    window.recovering.look_at_start()
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy)
    idle(window)
    assert not window.findChildren(RecoveryDialog)
    give(window, "file.recover")
    qtbot.waitUntil(lambda: window.toast.sentence() == "没有需要恢复的稿件", timeout=5000)


def test_what_was_lost_is_offered_with_its_page_its_time_and_what_is_new(qtbot, window, lost):
    asking = offered(qtbot, window)
    assert asking.list.count() == 1
    assert asking.list.item(0).text().startswith("澜汀书讯")
    assert "最后修改：今天" in asking.list.item(0).text()
    assert asking.place.text() == str(lost)
    assert "加 2 字，减 0 字" in asking.changes.text()
    assert asking.damage.isHidden()
    qtbot.waitUntil(lambda: bool(asking._pictures), timeout=10000)
    image = asking.picture.pixmap().toImage()
    assert (
        len(
            {
                image.pixel(x, y)
                for x in range(0, image.width(), 2)
                for y in range(0, image.height(), 2)
            }
        )
        > 4
    )
    asking.later.click()


def test_a_title_made_bold_is_no_characters_more(package, folders):
    issue = with_ids(read_document(package, folders.photos_of(package)).issue)
    title = issue.sections[0].articles[0].title.string
    assert change_lines(compare(issue, bold_title(issue))) == [f"改动：{title}（只改格式）"]
    assert summary(compare(issue, bold_title(issue))) == f"改格式：{title}"


def bold_title(issue):
    section = issue.sections[0]
    article = section.articles[0]
    title = Text(article.title.string, (Mark(0, len(article.title.string), MarkKind.BOLD),))
    articles = (replace(article, title=title), *section.articles[1:])
    return replace(issue, sections=(replace(section, articles=articles), *issue.sections[1:]))


def test_restored_it_is_a_step_that_can_be_undone_and_saved(qtbot, window, lost, folders, tmp_path):
    asking = offered(qtbot, window)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        QTest.keyClick(asking.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    idle(window)
    assert window.session.path == lost
    assert title(window.session.issue).startswith("新写")
    assert window.isWindowModified()
    assert not [finding for finding in window.session.findings if finding.code == "photo-unusable"]
    assert window.session.stack.undoText() == "恢复未保存的修改"
    window.session.stack.undo()
    assert not title(window.session.issue).startswith("新")
    assert window.session.is_saved
    window.session.stack.redo()
    give(window, "file.save")
    wait_saved(qtbot, window)
    assert title(in_file(lost, tmp_path)).startswith("新写")
    idle(window)
    give(window, "file.close")
    assert not list(folders.journals.iterdir())


def test_what_was_lost_comes_back_whatever_the_saved_layout_locks(qtbot, window, package, folders):
    issue = with_ids(read_document(package, folders.photos_of(package)).issue)
    locked = set_design(issue, "locks.headline", ["content"]).issue
    save_document(locked, package, folders.photos_of(package))
    document = read_document(package, folders.photos_of(package))
    issue = with_ids(document.issue)
    free = reset_design(issue).issue
    crash(folders, issue, [free, insert_text(free, HEAD, 0, "新写").issue], package, document.token)
    asking = offered(qtbot, window)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        QTest.keyClick(asking.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert title(window.session.issue).startswith("新写")
    assert window.session.stack.undoText() == "恢复未保存的修改"


def test_restored_and_killed_again_it_is_still_there(qtbot, window, lost, folders, monkeypatch):
    asking = offered(qtbot, window)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    idle(window)
    # the old one goes once our own has it
    qtbot.waitUntil(lambda: len(list(folders.journals.glob("*.journal"))) == 1, timeout=5000)
    window.autosave._journal.flush()
    monkeypatch.setattr("layouts.store.recovery.hold", lambda _file: True)
    found = recover(folders.journals)
    assert title(found[0].issue).startswith("新写")
    assert found[0].path == lost


def test_the_old_journal_goes_once_the_new_one_is_safe_however_slow_the_disk_is(
    qtbot, window, lost, folders, monkeypatch
):
    monkeypatch.setattr("layouts.store.journal.PATIENCE", 0.05)
    gate = threading.Event()
    sync = Disk.sync

    def slow(self, file):
        assert not str(file.name).endswith(".journal") or gate.wait(20)
        sync(self, file)

    monkeypatch.setattr(Disk, "sync", slow)
    old = list(folders.journals.glob("*.journal"))
    asking = offered(qtbot, window)
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    settle(qtbot, window)
    assert not window.autosave._journal.flush()
    assert all(path.exists() for path in old)
    gate.set()
    qtbot.waitUntil(lambda: not any(path.exists() for path in old), timeout=5000)
    assert len(list(folders.journals.glob("*.journal"))) == 1


def test_discarded_after_a_question(qtbot, window, lost, folders, monkeypatch):
    said = []
    monkeypatch.setattr(
        questions, "about_discarding", lambda _parent, name: said.append(name) or questions.STAY
    )
    asking = offered(qtbot, window)
    asking.discard.click()
    assert asking.list.count() == 1
    monkeypatch.setattr(questions, "about_discarding", lambda *_: questions.DISCARD)
    asking.discard.click()
    assert said[0].startswith("澜汀书讯")
    qtbot.waitUntil(lambda: not list(folders.journals.iterdir()), timeout=5000)


def test_decided_later_it_is_offered_again(qtbot, window, lost):
    asking = offered(qtbot, window)
    asking.later.click()
    qtbot.waitUntil(lambda: not window.findChildren(RecoveryDialog), timeout=5000)
    give(window, "file.recover")
    assert dialog(qtbot, RecoveryDialog).list.count() == 1


def test_an_issue_never_saved_comes_back_with_its_photos(qtbot, window, folders, tmp_path, opened):
    home = folders.fresh()
    picture(home / "现场.png")
    issue = with_ids(replace(opened.session.issue, folder=home))
    give(opened, "file.close")
    crash(folders, issue, [add_photo(issue, Place(0, 0, 0), "现场.png").issue])
    folders.release()
    folders.sweep()
    asking = offered(qtbot, window)
    assert asking.place.text() == "还没有保存过"
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    settle(qtbot, window)
    assert window.session.path is None
    assert window.isWindowModified()
    assert isinstance(window.session.issue.sections[0].articles[0].blocks[0], Photo)
    assert not [finding for finding in window.session.findings if finding.code == "photo-unusable"]


def test_a_damaged_journal_gives_what_came_before_the_damage_and_says_so(
    qtbot, window, lost, folders
):
    journal = next(folders.journals.glob("*.journal"))
    data = journal.read_bytes()
    journal.write_bytes(data[:-9] + b"\0" * 9)
    asking = offered(qtbot, window)
    assert "损坏" in asking.damage.text()
    assert asking.damage.isVisible()
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    assert title(window.session.issue).startswith("新")
    assert not title(window.session.issue).startswith("新写")


def test_a_file_changed_since_is_said_and_asked_about(qtbot, window, lost, tmp_path, monkeypatch):
    change_outside(lost, tmp_path)
    asking = offered(qtbot, window)
    assert "又被别的程序改过" in asking.place.text()
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        asking.restore.click()
    settle(qtbot, window)
    asked = []
    monkeypatch.setattr(
        questions, "about_saving_over_change", lambda *args: asked.append(args) or questions.STAY
    )
    give(window, "file.save")
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert title(in_file(lost, tmp_path)) == "外"


def test_restoring_asks_first_about_what_is_open(qtbot, opened, lost, answers):
    from desktop.dialogs import choose

    write_title(opened, "改")
    answers["unsaved"] = choose.STAY
    asking = offered(qtbot, opened)
    asking.restore.click()
    idle(opened)
    assert answers["asked"] == ["unsaved"]
    assert title(opened.session.issue).startswith("改")


# -- the journal of what is open -------------------------------------------------------------------


def test_what_is_typed_while_a_recovered_issue_is_fetched_is_asked_about(
    qtbot, opened, lost, monkeypatch
):
    asked = []
    monkeypatch.setattr(choose, "about_unsaved", lambda *_: asked.append(1) or choose.STAY)
    gate = threading.Event()
    fetched = recovering._fetched
    monkeypatch.setattr(recovering, "_fetched", lambda *given: (gate.wait(10), fetched(*given))[1])
    asking = offered(qtbot, opened)
    asking.restore.click()
    write_title(opened, "新")
    gate.set()
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    idle(opened)
    assert title(opened.session.issue).startswith("新")
    assert opened.session.path != lost


def test_what_was_given_up_counts_again_where_recovering_fails(qtbot, opened, lost, monkeypatch):
    asked = []
    monkeypatch.setattr(choose, "about_unsaved", lambda *_: asked.append(1) or choose.DROP)

    def broken(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(recovering, "_fetched", broken)
    write_title(opened, "新")
    asking = offered(qtbot, opened)
    asking.restore.click()
    qtbot.waitUntil(lambda: "没有恢复" in opened.toast.sentence(), timeout=5000)
    idle(opened)
    assert len(asked) == 1
    assert not opened.files.may_leave


def journals(window):
    return list(window.autosave.folders.journals.glob("*.journal"))


def test_edits_are_journalled_unasked_and_not_before_the_first(qtbot, opened):
    assert not journals(opened)
    write_title(opened, "改")
    qtbot.waitUntil(lambda: bool(journals(opened)), timeout=5000)


def test_saving_makes_the_journal_needless_and_closing_removes_it(qtbot, packed):
    write_title(packed, "改")
    packed.autosave._journal.flush()
    assert journals(packed)
    give(packed, "file.save")
    wait_saved(qtbot, packed)
    packed.autosave._journal.flush()
    assert not journals(packed)
    type_text(packed.view, "又")
    packed.autosave._journal.flush()
    assert journals(packed)
    packed.session.stack.setClean()
    packed.close()
    assert not journals(packed)


def test_what_is_typed_while_a_save_runs_stays_in_the_journal(qtbot, packed, monkeypatch):
    from desktop.keeping import saving

    write = saving.write_document
    write_title(packed, "甲")

    def slow(order, *rest):
        time.sleep(0.2)
        return write(order, *rest)

    monkeypatch.setattr(saving, "write_document", slow)
    give(packed, "file.save")
    type_text(packed.view, "乙")
    idle(packed)
    packed.autosave._journal.flush()
    monkeypatch.setattr("layouts.store.recovery.hold", lambda _file: True)
    found = recover(packed.autosave.folders.journals)
    assert title(found[0].issue).startswith("甲乙")
    assert title(found[0].saved).startswith("甲")
    assert not title(found[0].saved).startswith("甲乙")


def test_a_journal_that_cannot_be_written_is_said_once(qtbot, opened, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Disk, "open_new", full)
    write_title(opened, "改")
    opened.autosave._journal.flush()
    qtbot.waitUntil(lambda: bool(opened.toast.sentence()), timeout=5000)
    assert "磁盘" in opened.toast.sentence()
    said = []
    monkeypatch.setattr(opened.toast, "say", lambda *words, **_more: said.append(words))
    write_title(opened, "又")
    opened.autosave._journal.flush()
    idle(opened)
    assert not said
    monkeypatch.undo()


# -- folders of photos -----------------------------------------------------------------------------


def test_photos_of_documents_nobody_has_open_are_swept_away(qtbot, window, package, issue_file):
    open_issue(qtbot, window, package)
    folder = window.session.issue.folder
    other = Folders(window.autosave.folders.data)
    other.sweep()
    assert (folder / "photos").is_dir(), "another process has it open"
    window.autosave.folders.release()
    other.sweep()
    assert not folder.exists()


def test_photos_that_a_journal_needs_stay(qtbot, window, lost, folders):
    folder = folders.photos_of(lost)
    folders.release()
    Folders(folders.data).sweep()
    assert (folder / "photos").is_dir()


def test_without_locks_photos_of_a_dead_process_go_and_those_in_use_stay(
    window,
    package,
    folders,
    monkeypatch,
):
    import fcntl

    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    monkeypatch.setattr("desktop.keeping.folders.WAITS", 2)
    folder = folders.photos_of(package)
    (folder / "photos").mkdir()
    other = Folders(folders.data)
    other.sweep()
    assert (folder / "photos").is_dir(), "this process has it open"
    (mark,) = folder.glob("*.open")
    folders.release()
    mark.write_bytes(msgspec.json.encode(replace(this_process(), started="long ago")))
    other.sweep()
    assert not folder.exists()
    assert not list(folders.caches.glob("*.lock"))


def test_what_a_killed_export_left_is_swept_when_the_window_has_opened_an_issue(
    qtbot,
    window,
    package,
    tmp_path,
    monkeypatch,
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "banxin-abcd_123"
    (left / "photos").mkdir(parents=True)
    with (left / "1-00.open").open("xb") as mark:
        hold(mark.fileno())
        window.autosave.sweep()
        idle(window)
        assert left.exists(), "it runs"
    window.autosave.sweep()
    qtbot.waitUntil(lambda: not left.exists(), timeout=8000)


# -- the real program ------------------------------------------------------------------------------

DRIVER = """
import os, sys, time
sys.path[:0] = {paths!r}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["banxin"])
QTimer.singleShot(60000, lambda: os._exit(1))
from desktop.window import MainWindow
from windows import type_text

def window():
    return next((widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)), None)

{work}
from desktop.application import run
run({arguments!r})
"""

TYPING = """
from desktop.selection import TextPosition, of_text
from layouts.issue.places import TITLE, Place
from layouts.issue.text import Mark, MarkKind, Text
typed = []

def step():
    found = window()
    if found is None or found.session.issue is None or not found.session.is_current:
        return
    if not typed:
        found.viewing.edit(of_text(TextPosition(Place(0, 0, TITLE), 0)))
    letter = "甲乙丙丁戊己庚辛壬癸"[len(typed) % 10]
    type_text(found.view, letter)
    typed.append(letter)
    print(f"{time.time():.3f} {''.join(typed)}", flush=True)

timer = QTimer(interval=100)
timer.timeout.connect(step)
timer.start()
"""

OFFERING = """
from desktop.dialogs.history_words import summary
from desktop.dialogs.recovery import RecoveryDialog, change_lines

def step():
    found = window()
    dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveryDialog) and w.isVisible()), None)
    if dialog is not None:
        timer.stop()
        print("offered", dialog.list.item(0).text().replace("\\n", " "), flush=True)
        dialog.restore.click()
        again.start()

def restored():
    if window().session.issue is not None:
        print("title", window().session.issue.sections[0].articles[0].title.string, flush=True)
        print("modified", window().isWindowModified(), flush=True)
        again.stop()

timer, again = QTimer(interval=50), QTimer(interval=50)
timer.timeout.connect(step)
again.timeout.connect(restored)
timer.start()
"""


def program(work, arguments, home):
    code = textwrap.dedent(DRIVER).format(
        paths=[str(ROOT), str(ROOT / "tests" / "gui")], work=work, arguments=arguments
    )
    names = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME")
    environment = {
        **os.environ,
        **dict.fromkeys(names, str(home)),
        "QT_QPA_PLATFORM": "offscreen",
        "LANGUAGE": "zh",
        "LANG": "zh_CN.UTF-8",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("kind", ["banxin", "md"])
def test_killed_while_typing_it_offers_what_was_typed(tmp_path, package, issue_file, kind):
    home = tmp_path / "home"
    home.mkdir()
    path = package if kind == "banxin" else issue_file
    with program(TYPING, [str(path)], home) as first:
        lines = []
        for line in first.stdout:
            lines.append(line.split())
            if len(lines) == 35:
                break
        killed = time.time()
        first.send_signal(signal.SIGKILL)
    typed = [(float(when), text) for when, text in lines]
    safe = next(text for when, text in reversed(typed) if when < killed - 2)
    assert safe, "something was typed more than two seconds before"
    with program(OFFERING, [], home) as second:
        said = [second.stdout.readline().strip() for _ in range(3)]
        second.kill()
    assert said[0].startswith("offered")
    assert said[1].removeprefix("title ").startswith(safe)
    assert said[2] == "modified True"
