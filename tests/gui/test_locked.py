"""A document that somebody else has open: looked at, copied or taken over; never edited by two at
once.
"""

from __future__ import annotations

import datetime
import subprocess
import sys

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_packages import answers, in_file, package, title, write_title  # noqa: F401, fixtures
from windows import dialog, give, idle, open_issue, settle, type_text, wait_saved, when_asked

from desktop.dialogs import questions
from desktop.dialogs.history import HistoryDialog
from desktop.keeping.document import machine
from desktop.selection import of_article, of_photo
from layouts.issue.edits import set_title
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles
from layouts.store.history import keep_version
from layouts.store.lock import Holder, held_by, lock_path
from layouts.store.owning import started

SINCE = datetime.datetime(2021, 3, 5, 9, 41, tzinfo=datetime.UTC)


@pytest.fixture
def colleague():
    """A process that lives."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.stdin.close()


def lock(path, process, where=None):
    holder = Holder("张三", where or machine(), process, started(process) or "gone", SINCE, "mark")
    lock_path(path).write_bytes(msgspec.json.encode(holder))


@pytest.fixture
def locked(package, colleague):
    lock(package, colleague.pid)
    return package


@pytest.fixture
def looking(qtbot, window, locked, monkeypatch):
    """The window with that package open read-only."""
    monkeypatch.setattr(questions, "about_locked", lambda *_args, **_more: questions.LOOK)
    open_issue(qtbot, window, locked)
    return window


def test_the_question_names_who_has_it_and_where_and_since_when(qtbot, window, locked):
    said = []

    def look(box):
        said.extend([box.text(), sorted(button.text() for button in box.buttons())])
        QTest.keyClick(box, Qt.Key.Key_Escape)

    came = when_asked(look)
    window.files.open_path(locked)
    qtbot.waitUntil(lambda: bool(came), timeout=5000)
    when = f"2021年3月5日 {SINCE.astimezone():%H:%M}"
    assert said == [
        f"书讯.banxin 正由 张三 打开（电脑 {machine()}，{when} 起）。",
        ["取消", "只读打开", "打开副本"],
    ]
    idle(window)
    assert window.session.issue is None
    assert held_by(locked).name == "张三"


def test_another_machine_may_be_taken_over(qtbot, window, package):
    lock(package, 1, "另一台")
    when_asked(
        lambda box: next(button for button in box.buttons() if button.text() == "接管").click()
    )
    with qtbot.waitSignal(window.files.opened, timeout=5000):
        window.files.open_path(package)
    settle(qtbot, window)
    assert held_by(package).machine == machine()
    assert not window.session.read_only


def test_a_lock_of_the_dead_is_taken_over_without_a_word(qtbot, window, package, colleague):
    lock(package, colleague.pid)
    colleague.stdin.close()
    colleague.wait()
    open_issue(qtbot, window, package)
    assert held_by(package).name != "张三"


def test_read_only_is_seen_in_the_title_a_bar_and_beside_the_menus(looking):
    assert "（只读）" in looking.windowTitle()
    assert looking.bars.read_only.isVisible()
    assert (
        looking.bars.read_only.label.text() == f"只读：张三（电脑 {machine()}）正在编辑这个文件。"
    )
    assert looking.saved_state.label.text() == "只读"


def test_the_bar_is_reached_by_keys(looking):
    button = looking.bars.read_only.findChildren(type(looking.bars.mine))[0]
    looking.ribbon.setFocus()
    for _ in range(6):
        give(looking, "view.next-area")
        if button.hasFocus():
            break
    assert button.hasFocus()
    assert button.text() == "另存为…"


def test_read_only_refuses_edits_with_a_sentence(qtbot, looking):
    before = looking.session.issue
    write_title(looking, "改")
    assert looking.session.issue is before
    assert "只读" in looking.toast.sentence()
    looking.session.select(of_article(Place(0, 0)))
    off = {
        "article.remove",
        "article.new",
        "edit.cut",
        "edit.paste",
        "text.bold",
        "layout.contents",
        "article.import",
    }
    assert not [key for key in off if looking.actions_[key].isEnabled()]
    assert {key for key in ("edit.copy", "export.pdf", "file.save-as", "edit.find") if looking.actions_[key].isEnabled()} == {
        "edit.copy", "export.pdf", "file.save-as", "edit.find",
    }  # fmt: skip
    place = next(
        Place(at.section, at.article, k)
        for at, article in articles(before)
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo)
    )
    looking.session.select(of_photo(place))
    looking.view.setFocus()
    QTest.keyClick(looking.view, Qt.Key.Key_Down)
    QTest.keyClick(looking.view, Qt.Key.Key_Delete)
    looking.photos.add([place], place)
    assert looking.session.issue is before
    assert not looking.session.stack.count()
    assert not looking.isWindowModified()


def test_read_only_keeps_no_journal_and_leaves_the_lock(qtbot, looking, locked, tmp_path):
    give(looking, "file.close")
    idle(looking)
    assert held_by(locked).name == "张三"
    assert not list((tmp_path / "data").glob("journals/*"))


def test_old_versions_are_looked_at_but_not_brought_back(qtbot, looking):
    folder = looking.versions.folder
    old = set_title(looking.session.issue, Place(0, 0), "从前的标题").issue
    keep_version(old, folder, datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC))
    give(looking, "file.history")
    history = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: history.changes.topLevelItemCount() > 0)
    assert not history.whole.isEnabled()
    assert not history.part.isEnabled()


def test_saved_as_another_file_it_may_be_edited(qtbot, looking, locked, answers, tmp_path):
    answers["write"] = tmp_path / "我的.banxin"
    looking.bars.read_only.findChildren(type(looking.bars.mine))[0].click()
    wait_saved(qtbot, looking)
    assert looking.session.path == tmp_path / "我的.banxin"
    assert looking.bars.isHidden()
    assert "只读" not in looking.windowTitle()
    write_title(looking, "改")
    assert title(looking.session.issue).startswith("改")
    give(looking, "file.save")
    wait_saved(qtbot, looking)
    assert title(in_file(tmp_path / "我的.banxin", tmp_path)).startswith("改")


def test_read_only_is_not_saved_over_the_file_itself(qtbot, looking, locked, answers):
    answers["write"] = locked
    before = locked.read_bytes()
    give(looking, "file.save")
    idle(looking)
    assert "只读" in looking.toast.sentence()
    assert locked.read_bytes() == before


def test_a_copy_lies_nowhere_and_is_whole(qtbot, window, locked, monkeypatch):
    monkeypatch.setattr(questions, "about_locked", lambda *_args, **_more: questions.COPY)
    open_issue(qtbot, window, locked)
    assert window.session.path is None
    assert not window.session.read_only
    assert not [finding for finding in window.session.findings if finding.level == "error"]
    write_title(window, "改")
    assert title(window.session.issue).startswith("改")


def test_a_copy_of_a_manuscript_brings_its_photos(qtbot, window, tmp_path, colleague, monkeypatch):
    from test_window_files import picture

    path = tmp_path / "稿" / "issue.md"
    path.parent.mkdir()
    picture(path.parent / "photo.png")
    path.write_text("## 【要闻】\n\n### 甲稿\n\n![图](photo.png)\n\n正文。\n", encoding="utf-8")
    lock(path, colleague.pid)
    monkeypatch.setattr(questions, "about_locked", lambda *_args, **_more: questions.COPY)
    open_issue(qtbot, window, path)
    assert window.session.path is None
    assert (window.session.issue.folder / "photo.png").is_file()
    assert window.session.issue.folder != path.parent


def test_a_file_that_somebody_has_open_is_not_written_over(
    qtbot,
    opened,
    locked,
    answers,
    monkeypatch,
):
    asked = []
    monkeypatch.setattr(
        questions,
        "about_saving_over_lock",
        lambda *args, **more: asked.append((args, more)) or questions.STAY,
    )
    answers["write"] = locked
    before = locked.read_bytes()
    path = opened.session.path
    give(opened, "file.save-as")
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert asked[0][0][1:] == (locked, held_by(locked))
    assert asked[0][1] == {"may_force": False}
    assert locked.read_bytes() == before
    assert opened.session.path == path


def test_a_lock_taken_over_by_somebody_is_asked_about_before_saving(
    qtbot,
    window,
    package,
    colleague,
    monkeypatch,
):
    open_issue(qtbot, window, package)
    write_title(window, "改")
    lock_path(package).unlink()
    lock(package, colleague.pid)
    asked = []
    monkeypatch.setattr(
        questions,
        "about_saving_over_lock",
        lambda *args, **_more: asked.append(args) or questions.STAY,
    )
    give(window, "file.save")
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert not window.session.is_saved
    assert held_by(package).name == "张三"


def test_a_lock_that_somebody_removed_is_taken_again(qtbot, window, package):
    open_issue(qtbot, window, package)
    lock_path(package).unlink()
    write_title(window, "改")
    give(window, "file.save")
    wait_saved(qtbot, window)
    assert held_by(package) is not None


def test_closing_and_opening_another_gives_the_lock_back(qtbot, window, package, issue_file):
    open_issue(qtbot, window, package)
    assert held_by(package) is not None
    open_issue(qtbot, window, issue_file)
    assert held_by(package) is None
    assert held_by(issue_file) is not None
    type_text(window.view, "")
    window.close()
    assert held_by(issue_file) is None
