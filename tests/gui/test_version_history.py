"""The history: versions are listed, compared with the issue as it is, named, and had back whole or
in part, photos too.
"""

from __future__ import annotations

import datetime
import shutil

import pytest
from panel_session import MANUSCRIPT as WITH_PHOTO
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import dialog, give, open_issue, settle

from desktop.colours import DARK, LIGHT
from desktop.days import time_words
from desktop.dialogs import choose
from desktop.dialogs.history import HistoryDialog
from desktop.dialogs.redline import mark_format
from desktop.window_parts.restoring import restored
from layouts.issue import edits
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles, block_at
from layouts.store.history import keep_version, load_version, versions
from resources import resource

NOW = datetime.datetime.now(datetime.UTC)
FIRST, PHOTO = Place(0, 0), Place(0, 0, 1)


def ago(**time):
    return NOW - datetime.timedelta(**time)


@pytest.fixture
def worked(qtbot, window, tmp_path):
    """An issue with a photo, a version of it from yesterday and a named one, then edits."""
    shutil.copy(resource("sample/photos/dawn.jpg"), tmp_path / "photo.jpg")
    path = tmp_path / "第14期.md"
    path.write_text(WITH_PHOTO, encoding="utf-8")
    open_issue(qtbot, window, path)
    session = window.session
    keep_version(session.issue, window.versions.folder, ago(hours=26))
    session.do("打字", edits.insert_text(session.issue, Place(0, 0, 0), 0, "新写的").issue)
    keep_version(session.issue, window.versions.folder, ago(minutes=5), "送审稿")
    issue = edits.set_title(session.issue, FIRST, "改过的题").issue
    issue = edits.remove_articles(issue, [Place(0, 1)]).issue
    issue = edits.move_articles(issue, [Place(1, 1)], Place(0)).issue
    session.do("改动", edits.add_article(issue, Place(1), title="后来的稿").issue)
    settle(qtbot, window)
    return window


@pytest.fixture
def history(qtbot, worked):
    give(worked, "file.history")
    found = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: found.changes.topLevelItemCount() > 0)
    return found


def rows(history):
    return [
        history.list.item(k).data(Qt.ItemDataRole.AccessibleTextRole)
        for k in range(history.list.count())
    ]


def changed(history):
    items = (history.changes.topLevelItem(k) for k in range(history.changes.topLevelItemCount()))
    return {item.text(0): item.text(1) for item in items}


def choose_change(history, title):
    (item,) = history.changes.findItems(title, Qt.MatchFlag.MatchExactly, 0)
    history.changes.setCurrentItem(item)


def titles(session):
    return [article.title.string for _, article in articles(session.issue)]


def test_versions_stand_newest_first_with_time_name_and_what_changed(qtbot, history):
    qtbot.waitUntil(
        lambda: all("，" in row for row in rows(history)) and rows(history)[0].count("，") == 2
    )
    newest, oldest = rows(history)
    assert newest.startswith(("送审稿，今天", "送审稿，昨天"))
    assert newest.endswith("修改：甲稿")
    assert oldest.startswith("自动，")
    assert oldest.endswith("最早的版本")


def test_what_became_of_a_version_is_told_article_by_article(history):
    assert changed(history) == {
        "改过的题": "修改",
        "乙稿": "删去",
        "丁稿": "移动",
        "后来的稿": "新增",
    }


def test_the_text_is_marked_by_lines_and_not_by_colour_alone(history):
    choose_change(history, "改过的题")
    fragments = {}
    block = history.text.document().begin()
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        style = fragment.charFormat()
        fragments[fragment.text()] = (style.fontUnderline(), style.fontStrikeOut())
        walk += 1
    assert fragments["改过的题"] == (True, False)
    assert fragments["甲稿"] == (False, True)
    assert history.text.accessibleDescription() == "新增 4 字，删去 2 字"
    for theme in (LIGHT, DARK):
        assert mark_format("added", theme).fontUnderline()
        assert mark_format("removed", theme).fontStrikeOut()


def test_a_version_comes_back_in_one_step_that_can_be_undone(qtbot, history, worked):
    session = worked.session
    before = session.issue
    history.whole.click()
    qtbot.waitUntil(lambda: session.issue is not before)
    assert titles(session)[:4] == ["甲稿", "乙稿", "丙稿", "丁稿"]
    assert block_at(session.issue, PHOTO).path == "photo.jpg"
    assert session.stack.undoText() == "恢复版本"
    assert not worked.findChildren(HistoryDialog) or not history.isVisible()
    settle(qtbot, worked)
    session.stack.undo()
    assert session.issue is before


def test_an_article_alone_comes_back_and_the_dialog_goes_on(qtbot, history, worked):
    session = worked.session
    choose_change(history, "改过的题")
    history.part.click()
    qtbot.waitUntil(lambda: "甲稿" in titles(session))
    assert titles(session) == ["甲稿", "丁稿", "丙稿", "后来的稿", "", ""]
    assert session.stack.undoText() == "恢复稿件"
    qtbot.waitUntil(lambda: "改过的题" not in changed(history) and "乙稿" in changed(history))
    choose_change(history, "乙稿")
    history.part.click()
    qtbot.waitUntil(lambda: "乙稿" in titles(session))
    assert titles(session)[:2] == ["甲稿", "乙稿"]
    qtbot.waitUntil(lambda: list(changed(history)) == ["丁稿", "后来的稿"])
    choose_change(history, "丁稿")
    history.part.click()
    qtbot.waitUntil(lambda: list(changed(history)) == ["后来的稿"])
    assert titles(session) == ["甲稿", "乙稿", "丙稿", "丁稿", "后来的稿", "", ""]
    assert not history.part.isEnabled()  # it was not there: nothing of it can come back


def test_the_masthead_comes_back_alone(qtbot, worked):
    session = worked.session
    session.do("报头", edits.set_masthead_field(session.issue, "number", 99).issue)
    give(worked, "file.history")
    history = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: "报头" in changed(history))
    choose_change(history, "报头")
    assert history.part.text() == "恢复此项"
    history.part.click()
    qtbot.waitUntil(lambda: session.issue.masthead.number == 14)
    assert titles(session)[0] == "改过的题"


def test_photos_of_a_version_show_and_come_back_though_the_file_has_gone(qtbot, worked, tmp_path):
    session = worked.session
    picture = (tmp_path / "photo.jpg").read_bytes()
    session.do("删除图片", edits.remove_photo(session.issue, PHOTO).issue)
    (tmp_path / "photo.jpg").unlink()
    give(worked, "file.history")
    history = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: history.changes.topLevelItemCount() > 0)
    qtbot.waitUntil(lambda: bool(history.photos.shown))
    (shown,) = history.photos.shown
    assert (shown.kind, shown.caption, shown.image is None) == ("removed", "图为现场", False)
    assert history.photos.isVisible()
    history.part.click()
    qtbot.waitUntil(lambda: isinstance(block_at(session.issue, PHOTO), Photo))
    photo = block_at(session.issue, PHOTO)
    assert photo.path == "photos/photo.jpg"
    assert (tmp_path / "photos/photo.jpg").read_bytes() == picture
    settle(qtbot, worked)
    assert [finding.code for finding in session.findings if finding.level == "error"] == []


def test_another_picture_under_the_same_name_is_seen_and_not_written_over(qtbot, worked, tmp_path):
    session = worked.session
    shutil.copy(resource("sample/photos/avenue.jpg"), tmp_path / "photo.jpg")
    give(worked, "file.history")
    history = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: [shown.kind for shown in history.photos.shown] == ["removed", "added"])
    old = load_version(versions(worked.versions.folder)[0], worked.versions.folder)
    photo = block_at(restored(old, session.issue).issue, PHOTO)
    assert (tmp_path / photo.path).read_bytes() == resource("sample/photos/dawn.jpg").read_bytes()
    assert (tmp_path / "photo.jpg").read_bytes() == resource(
        "sample/photos/avenue.jpg"
    ).read_bytes()


def test_the_present_state_is_kept_under_a_name(qtbot, history, worked, monkeypatch):
    monkeypatch.setattr(choose, "line_of_text", lambda *_: " 三校 ")
    history.naming.click()
    qtbot.waitUntil(lambda: history.list.count() == 3)
    assert rows(history)[0].startswith("三校，")
    qtbot.waitUntil(lambda: history.state.text() == "和现在的内容一样")
    assert not history.whole.isEnabled()
    assert worked.toast.sentence() == "已留下版本“三校”"


def test_without_versions_there_is_a_way_to_make_one(qtbot, opened, monkeypatch):
    give(opened, "file.history")
    history = dialog(qtbot, HistoryDialog)
    assert history.empty.isVisible()
    assert not history.list.isVisible()
    monkeypatch.setattr(choose, "line_of_text", lambda *_: "初稿")
    history._name()
    qtbot.waitUntil(history.list.isVisible)
    assert [version.name for version in versions(opened.versions.folder)] == ["初稿"]


def test_an_issue_never_saved_has_no_history(window):
    assert not window.actions_["file.history"].isEnabled()
    assert not window.actions_["file.name-version"].isEnabled()


def test_a_damaged_version_is_one_sentence_and_the_next_one_can_be_chosen(qtbot, worked):
    newest = versions(worked.versions.folder)[0].file
    data = bytearray(newest.read_bytes())
    data[-20] ^= 1
    newest.write_bytes(data)
    give(worked, "file.history")
    history = dialog(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: "版本已损坏" in history.state.text())
    assert not history.whole.isEnabled()
    QTest.keyClick(history.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: history.changes.topLevelItemCount() > 0)
    assert history.whole.isEnabled()


def test_keys_alone_lead_from_the_versions_to_the_text(qtbot, history):
    assert history.list.hasFocus()
    assert all(
        part.accessibleName()
        for part in (history.list, history.changes, history.text, history.photos)
    )
    chain = []
    widget = history.list
    for _ in range(60):
        widget = widget.nextInFocusChain()
        chain.append(widget)
    order = [history.changes, history.text, history.naming, history.part, history.whole]
    places = [chain.index(widget) for widget in order]
    assert places == sorted(places)
    QTest.keyClick(history, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not history.isVisible())


def test_moments_are_said_as_people_say_them(qapp):
    now = datetime.datetime(
        2026, 3, 2, 17, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8))
    )
    assert time_words(datetime.datetime(2026, 3, 2, 1, 5, tzinfo=datetime.UTC), now) == "今天 09:05"
    assert (
        time_words(datetime.datetime(2026, 3, 1, 15, 0, tzinfo=datetime.UTC), now) == "昨天 23:00"
    )
    assert (
        time_words(datetime.datetime(2026, 1, 3, 1, 0, tzinfo=datetime.UTC), now) == "1月3日 09:00"
    )
    assert (
        time_words(datetime.datetime(2025, 12, 31, 1, 0, tzinfo=datetime.UTC), now)
        == "2025年12月31日 09:00"
    )
