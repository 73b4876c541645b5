"""The house's words in the window: held against the open issue, and read again when they change."""

from __future__ import annotations

import os

import pytest
from windows import dialog, give, open_issue

from desktop.dialogs.house_words import HouseWordsDialog
from desktop.house import FILE
from layouts.importing.wording import HouseWords, Leader, save_house_words
from layouts.issue.places import Place, text_at

WORDS = HouseWords((Leader("陈远山", "区委书记"),), spellings={"交发集团": "交通集团"})
CODES = {"spelling-forbidden", "name-near", "word-avoided"}


@pytest.fixture
def file(settings, tmp_path):
    """The file that the settings name, with words in it."""
    path = tmp_path / "共用.toml"
    save_house_words(path, WORDS)
    settings.put(FILE, str(path))
    return path


def codes(window):
    return [finding.code for finding in window.session.findings if finding.code in CODES]


def inspected(qtbot, window):
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy, timeout=5000)
    assert window.session.settle()


def test_words_are_read_at_the_start_and_held_against_every_issue(qtbot, file, window, issue_file):
    open_issue(qtbot, window, issue_file)
    inspected(qtbot, window)
    assert codes(window) == ["spelling-forbidden"]


def test_a_finding_has_a_button_that_puts_the_listed_spelling(qtbot, file, window, issue_file):
    open_issue(qtbot, window, issue_file)
    inspected(qtbot, window)
    window.viewing.show_findings(shown=True)
    window.findings.follow()
    model = window.findings.model
    found = next(finding for finding in window.session.findings if finding.code in CODES)
    window.findings.list.setCurrentIndex(model.row_of(found))
    assert window.findings.fix.text() == "改为“交通集团”"
    window.findings.fix.click()
    inspected(qtbot, window)
    assert codes(window) == []
    assert "交通集团" in text_at(window.session.issue, Place(*found.place)).string
    assert window.session.stack.undoText() == "检查：改为“交通集团”"


def test_nothing_is_checked_where_the_house_has_no_words(qtbot, opened):
    inspected(qtbot, opened)
    assert opened.session.house is None
    assert codes(opened) == []


def test_what_is_saved_in_the_dialog_is_checked_at_once(qtbot, file, window, issue_file):
    open_issue(qtbot, window, issue_file)
    give(window, "house.words")
    asking = dialog(qtbot, HouseWordsDialog)
    asking.pages["spellings"].model.remove({0})
    asking.pages["avoided"].model.take((("平稳有序", "写做了什么"),), 0)
    asking.ok.click()
    inspected(qtbot, window)
    assert codes(window) == ["word-avoided"]


def test_the_dialog_opens_without_an_issue_and_only_once(qtbot, file, window):
    window.house.edit()
    window.house.edit()
    asking = dialog(qtbot, HouseWordsDialog)
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy, timeout=5000)
    assert len(window.findChildren(HouseWordsDialog)) == 1
    asking.reject()


def test_what_a_colleague_changed_counts_when_the_window_is_looked_at_again(qtbot, file, window):
    inspected_words(qtbot, window, WORDS)
    save_house_words(file, HouseWords((Leader("林岚", "区长"),)))
    os.utime(file, (1, 1))
    window.house.look()
    inspected_words(qtbot, window, HouseWords((Leader("林岚", "区长"),)))


def inspected_words(qtbot, window, words):
    qtbot.waitUntil(lambda: window.session.house == words, timeout=5000)


def test_a_file_that_cannot_be_read_is_said_once(qtbot, file, window):
    inspected_words(qtbot, window, WORDS)
    file.write_text("这不是词表", "utf8")
    window.house.look()
    inspected_words(qtbot, window, None)
    assert window.toast.sentence().startswith("本单位用词没有用上：")
    window.toast.outdate()
    window.house.look()
    qtbot.waitUntil(lambda: not window.services.tasks.is_busy, timeout=5000)
    assert not window.toast.isVisible()


def test_a_share_that_is_not_connected_is_said(qtbot, file, window):
    inspected_words(qtbot, window, WORDS)
    file.unlink()
    window.house.look()
    inspected_words(qtbot, window, None)
    assert "共用.toml" in window.toast.sentence()
