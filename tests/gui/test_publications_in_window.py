"""Publications in the window: their cards, a new issue in two acts, articles held over."""

from __future__ import annotations

import datetime
import shutil

import pytest
from publications import DAY, SECTIONS, founded, publication
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import dialog, give, idle, open_issue, settle, wait_saved

from desktop.dialogs import choose
from desktop.dialogs.new_issue import NewIssueDialog
from desktop.dialogs.next_issue import NextIssueDialog
from desktop.publishing.cards import PICTURE
from desktop.selection import of_article
from desktop.window_parts.paper import paper_icon
from layouts.documents import read_document
from layouts.errors import PublicationError
from layouts.issue import edits
from layouts.issue.places import Place, articles
from layouts.publication import (
    entries,
    held_over,
    issue_given_up,
    new_issue,
    next_numbers,
    take_number,
)


@pytest.fixture(autouse=True)
def day(monkeypatch):
    for module in (
        "desktop.days",
        "desktop.start",
        "desktop.publishing.cards",
        "desktop.window_parts.publishing",
        "desktop.dialogs.next_issue",
    ):
        monkeypatch.setattr(f"{module}.today", lambda: DAY)


@pytest.fixture
def folder(tmp_path):
    return founded(tmp_path / "云栖书讯")


@pytest.fixture
def known(qtbot, window, folder):
    """The window with the publication on its start page."""
    window.publishing.know(folder)
    qtbot.waitUntil(lambda: bool(window.start.cards.cards), timeout=5000)
    return window


def card(window):
    return window.start.cards.cards[0]


def pressed(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def next_issue(qtbot, window):
    """The second act: the next issue is confirmed and open."""
    pressed(card(window).new)
    asking = dialog(qtbot, NextIssueDialog)
    with qtbot.waitSignal(window.files.opened, timeout=20000):
        QTest.keyClick(asking, Qt.Key.Key_Return)
    settle(qtbot, window)
    return window.session.issue


def close(qtbot, window):
    idle(window)
    give(window, "file.close")
    qtbot.waitUntil(lambda: window.session.issue is None)


# -- cards -----------------------------------------------------------------------------------------


def test_a_card_says_what_comes_next(known):
    assert card(known).name.text() == "云栖书讯"
    assert card(known).line.text() == "下一期：第 15 期（总第 851 期）"
    assert card(known).date.text() == "12月5日 星期六"
    assert card(known).new.text() == "新建第 15 期"
    assert card(known).new.isEnabled()


def test_its_picture_is_page_one_with_its_own_name(qtbot, known):
    blank = paper_icon(None, PICTURE).pixmap(PICTURE).toImage()  # it may have come already
    qtbot.waitUntil(lambda: card(known).picture.pixmap().toImage() != blank, timeout=10000)


def test_a_share_that_is_away_is_said_and_comes_back(qtbot, known, folder):
    away = folder.rename(folder.with_name("weg"))
    known.start.look_again()
    qtbot.waitUntil(lambda: "找不到" in card(known).line.text(), timeout=5000)
    assert not card(known).new.isEnabled()
    away.rename(folder)
    known.start.look_again()
    qtbot.waitUntil(lambda: card(known).new.text() == "新建第 15 期", timeout=5000)


def test_what_a_colleague_did_is_seen_on_coming_back(qtbot, known, folder):
    take_number(folder, publication(), datetime.date(2026, 12, 5), "李明")
    known.start.look_again()
    qtbot.waitUntil(lambda: card(known).new.text() == "新建第 16 期", timeout=5000)


def test_while_the_share_is_away_ctrl_n_makes_an_issue_of_none(qtbot, known, folder):
    next_issue(qtbot, known)
    shutil.move(folder, folder.with_name("away"))
    known.publishing.new()
    asking = dialog(qtbot, NewIssueDialog)
    assert "找不到这个文件夹" in known.toast.sentence()
    asking.reject()


def test_a_publication_is_taken_off_the_list_and_put_back(qtbot, known, folder):
    card(known).forgotten.emit(folder)
    qtbot.waitUntil(lambda: not known.start.cards.cards)
    assert (folder / "publication.toml").is_file()
    pressed(known.toast._buttons[0])
    qtbot.waitUntil(lambda: bool(known.start.cards.cards), timeout=5000)


# -- a new issue -----------------------------------------------------------------------------------


def test_a_click_and_enter_make_the_next_issue_and_save_it(qtbot, known, folder):
    issue = next_issue(qtbot, known)
    head = issue.masthead
    assert (head.publication, head.number, head.total) == ("云栖书讯", 15, 851)
    assert head.date == datetime.date(2026, 12, 5)
    assert head.issuer == "云栖市图书馆联盟"
    assert [section.name for section in issue.sections] == list(SECTIONS)
    assert issue.colophon.copies == 300
    path = known.session.path
    assert path.parent == folder / "issues"
    assert known.session.is_saved
    assert read_document(path, folder / "cache").issue.masthead.number == 15
    assert [(entry.number, entry.file) for entry in entries(folder)] == [
        (15, f"issues/{path.name}")
    ]


def test_enter_does_too_where_the_card_has_the_keys(qtbot, known):
    card(known).new.setFocus()
    QTest.keyClick(card(known).new, Qt.Key.Key_Return)
    asking = dialog(qtbot, NextIssueDialog)
    assert asking.ok.hasFocus()
    asking.reject()


def test_a_card_made_anew_keeps_the_keys(qtbot, known, folder):
    card(known).new.setFocus()
    take_number(folder, publication(), DAY, "王芳")
    known.publishing.changed.emit()
    qtbot.waitUntil(lambda: card(known).new.text() == "新建第 16 期", timeout=5000)
    assert known.focusWidget() is card(known).new


def test_an_issue_whose_number_cannot_be_noted_is_open_all_the_same(
    qtbot, known, folder, monkeypatch
):
    def failing(*_args):
        raise PublicationError("期号没有记下", "the number was not noted")

    monkeypatch.setattr("layouts.publication.issues.number_saved", failing)
    issue = next_issue(qtbot, known)
    assert issue.masthead.number == 15
    assert known.toast.sentence() == "期号没有记下"


def test_what_was_to_come_into_an_issue_comes_into_no_other(qtbot, known, issue_file, monkeypatch):
    done = []
    with monkeypatch.context() as patch:
        patch.setattr(known.files, "open_path", lambda _path: None)
        known.publishing.new_for(lambda: done.append(1), lambda: None)
        dialog(qtbot, NextIssueDialog).accept()
        qtbot.waitUntil(lambda: not known.services.tasks.is_busy, timeout=5000)
    open_issue(qtbot, known, issue_file)
    assert done == []


def test_the_one_after_it_is_counted_on(qtbot, known):
    next_issue(qtbot, known)
    close(qtbot, known)
    qtbot.waitUntil(lambda: card(known).new.text() == "新建第 16 期", timeout=5000)
    issue = next_issue(qtbot, known)
    assert (issue.masthead.number, issue.masthead.total) == (16, 852)
    assert issue.masthead.date == datetime.date(2026, 12, 20)


def test_the_second_of_two_people_gets_the_next_number_and_is_told(qtbot, known, folder):
    pressed(card(known).new)
    asking = dialog(qtbot, NextIssueDialog)
    take_number(folder, publication(), datetime.date(2026, 12, 5), "李明")
    with qtbot.waitSignal(known.files.opened, timeout=20000):
        asking.accept()
    settle(qtbot, known)
    assert known.session.issue.masthead.number == 16
    assert known.toast.sentence() == "第 15 期刚被别人建了，这一期是第 16 期"


def test_another_year_counts_anew(qtbot, known):
    pressed(card(known).new)
    asking = dialog(qtbot, NextIssueDialog)
    assert asking.number.text() == "第 15 期（总第 851 期）"
    asking.date.line.choose(datetime.date(2027, 1, 5))
    assert asking.number.text() == "第 1 期（总第 851 期）"
    asking.supplement.click()
    assert asking.number.text() == "增刊第 1 期"
    asking.reject()


def test_nothing_is_taken_by_looking(qtbot, known, folder):
    pressed(card(known).new)
    dialog(qtbot, NextIssueDialog).reject()
    assert not entries(folder)
    assert next_numbers(folder, publication(), DAY).number == 15


def test_a_folder_that_cannot_be_written_is_told_and_no_number_is_gone(qtbot, known, folder):
    pressed(card(known).new)
    asking = dialog(qtbot, NextIssueDialog)
    shutil.rmtree(folder)
    asking.accept()
    qtbot.waitUntil(known.toast.isVisible, timeout=5000)
    assert "没有取到期号" in known.toast.sentence()
    assert known.session.issue is None


def test_ctrl_n_offers_the_publication_and_a_way_past_it(qtbot, known):
    give(known, "file.new")
    asking = dialog(qtbot, NextIssueDialog)
    assert asking.known.name == "云栖书讯"
    asking.other_wanted.emit()
    asking.reject()
    dialog(qtbot, NewIssueDialog).reject()


def test_without_publications_ctrl_n_asks_as_ever(qtbot, window):
    give(window, "file.new")
    dialog(qtbot, NewIssueDialog).reject()


# -- held over -------------------------------------------------------------------------------------


def with_article(qtbot, window, title="冬季开放时间有调整"):
    from layouts.issue import edits

    session = window.session
    edited = edits.add_article(session.issue, Place(1))
    session.do("新", edits.set_title(edited.issue, Place(1, 0), title).issue)
    settle(qtbot, window)
    session.select(of_article(Place(1, 0)))


def titles(issue):
    return [article.title.string for _, article in articles(issue)]


def held_titles(folder):
    return [one.title for one in held_over(folder)[0]]


def test_an_article_held_over_is_offered_with_the_next_issue(qtbot, known, folder):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    assert held_titles(folder) == ["冬季开放时间有调整"]
    give(known, "file.save")
    close(qtbot, known)
    qtbot.waitUntil(lambda: card(known).held.text() == "转下来 1 篇", timeout=5000)
    pressed(card(known).new)
    asking = dialog(qtbot, NextIssueDialog)
    assert "冬季开放时间有调整" in asking.held.item(0).text()
    assert "重点工作 · 第 15 期转来" in asking.held.item(0).text()
    with qtbot.waitSignal(known.files.opened, timeout=20000):
        asking.accept()
    settle(qtbot, known)
    issue = known.session.issue
    assert issue.sections[1].name == "重点工作"
    assert titles(issue) == ["冬季开放时间有调整"]
    assert held_titles(folder) == []


def test_one_without_a_tick_waits_on(qtbot, known, folder):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: held_titles(folder) != [], timeout=5000)
    settle(qtbot, known)
    give(known, "file.save")
    close(qtbot, known)
    qtbot.waitUntil(lambda: not card(known).held.isHidden(), timeout=5000)
    pressed(card(known).new)
    asking = dialog(qtbot, NextIssueDialog)
    asking.held.item(0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(known.files.opened, timeout=20000):
        asking.accept()
    settle(qtbot, known)
    assert titles(known.session.issue) == []
    assert held_titles(folder) == ["冬季开放时间有调整"]


def test_undo_takes_it_back_and_redo_holds_it_over_again(qtbot, known, folder):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    before = known.session.issue
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    assert known.session.stack.undoText() == "转下期"
    give(known, "edit.undo")
    assert known.session.issue is before
    assert held_titles(folder) == []
    give(known, "edit.redo")
    assert titles(known.session.issue) == []
    assert held_titles(folder) == ["冬季开放时间有调整"]


def test_taken_back_too_late_it_is_said_that_two_issues_have_it(qtbot, known, folder, tmp_path):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    held, _ = held_over(folder)
    day = datetime.date(2026, 12, 20)
    (tmp_path / "home").mkdir()
    made = new_issue(folder, publication(), day, tmp_path / "home", "李明", held=held)
    give(known, "edit.undo")
    assert titles(known.session.issue) == ["冬季开放时间有调整"]
    assert known.toast.sentence() == "转走的文章已经排进别的一期，现在两期里都有"
    told = []
    known.publishing._held_over.late.connect(lambda: told.append(1))
    give(known, "edit.undo")
    assert told == []
    issue_given_up(folder, made.taken)
    assert held_titles(folder) == ["冬季开放时间有调整"]


def test_one_whose_issue_is_closed_unsaved_is_in_that_issue_and_not_offered(
    qtbot, known, folder, monkeypatch
):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "file.save")
    wait_saved(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    monkeypatch.setattr(choose, "about_unsaved", lambda *_: choose.DROP)
    close(qtbot, known)
    assert held_titles(folder) == []
    assert list((folder / "held").iterdir()) == []


def test_one_that_no_file_has_is_offered_though_its_issue_is_closed_unsaved(
    qtbot, known, folder, monkeypatch
):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    monkeypatch.setattr(choose, "about_unsaved", lambda *_: choose.DROP)
    close(qtbot, known)
    assert held_titles(folder) == ["冬季开放时间有调整"]


def test_an_issue_given_up_and_kept_after_all_holds_it_over(qtbot, known, folder):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    give(known, "file.save")
    wait_saved(qtbot, known)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: titles(known.session.issue) == [], timeout=5000)
    known.files.given_up.emit()
    assert held_titles(folder) == []
    known.files.stay()
    assert held_titles(folder) == ["冬季开放时间有调整"]


def test_an_article_that_its_layout_locks_stays_and_is_not_offered_elsewhere(qtbot, known, folder):
    next_issue(qtbot, known)
    with_article(qtbot, known)
    session = known.session
    session.do("锁", edits.set_design(session.issue, "locks.body", ["content", "place"]).issue)
    session.select(of_article(Place(1, 0)))
    steps, troubles = session.stack.count(), []
    session.troubled.connect(troubles.append)
    give(known, "article.hold-over")
    qtbot.waitUntil(lambda: bool(troubles), timeout=5000)
    assert titles(session.issue) == ["冬季开放时间有调整"]
    assert held_titles(folder) == []
    session.stack.undo()
    session.stack.redo()
    assert (session.stack.count(), held_titles(folder)) == (steps, [])


def test_an_issue_of_no_publication_says_so(qtbot, opened):
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.hold-over")
    assert opened.toast.sentence() == "这一期不属于刊物，没有下一期可转"
    assert len(titles(opened.session.issue)) == 2


# -- manuscripts first -----------------------------------------------------------------------------


@pytest.fixture
def received(tmp_path):
    folder = tmp_path / "来稿"
    folder.mkdir()
    text = "冬季开放时间有调整\n\n为方便读者，各馆开放时间作如下调整。\n"
    (folder / "冬季开放.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_of_manuscripts_becomes_the_next_issue(qtbot, known, folder, received):
    known.importing.read([received], None)
    asking = dialog(qtbot, NextIssueDialog)
    asking.accept()
    qtbot.waitUntil(
        lambda: (
            known.session.issue is not None
            and titles(known.session.issue) == ["冬季开放时间有调整"]
        ),
        timeout=20000,
    )
    settle(qtbot, known)
    assert known.session.issue.masthead.number == 15
    assert known.session.path.parent == folder / "issues"


def test_it_may_be_an_issue_of_none(qtbot, known, folder, received):
    known.importing.read([received], None)
    asking = dialog(qtbot, NextIssueDialog)
    asking.reject()
    asking.other_wanted.emit()
    qtbot.waitUntil(lambda: known.session.issue is not None, timeout=20000)
    settle(qtbot, known)
    assert known.session.path is None
    assert not entries(folder)


# -- checked ---------------------------------------------------------------------------------------


def codes(window):
    return {finding.code for finding in window.session.findings}


def test_an_issue_is_checked_against_its_publication_and_mended(qtbot, known, folder):
    from desktop.panels import mending
    from layouts.issue import edits

    next_issue(qtbot, known)
    session = known.session
    qtbot.waitUntil(lambda: session.publication is not None, timeout=5000)
    qtbot.waitUntil(lambda: session.is_inspected, timeout=5000)
    assert not codes(known) & {"number-not-next", "section-missing", "section-order"}
    wrong = edits.set_masthead_field(session.issue, "number", 19).issue
    wrong = edits.remove_section(wrong, Place(3)).issue
    session.do("改错", edits.move_section(wrong, Place(0), 3).issue)
    qtbot.waitUntil(
        lambda: codes(known) >= {"number-not-next", "section-missing", "section-order"},
        timeout=5000,
    )
    found = {finding.code: finding for finding in session.findings}
    assert mending.fix_name(found["section-missing"]) == "补上栏目"
    assert mending.mend(session, found["section-missing"])
    assert mending.mend(session, found["section-order"])
    assert [section.name for section in session.issue.sections] == list(SECTIONS)


def test_one_of_none_is_not(qtbot, known, opened):
    assert known.session.publication is None
    assert "section-missing" not in codes(known)


def test_an_issue_that_got_its_number_by_hand_has_it_from_when_it_is_saved(
    qtbot, known, folder, tmp_path
):
    next_issue(qtbot, known)
    first = entries(folder)[0]
    copy = known.session.path.with_name("copy.banxin")
    shutil.copy(known.session.path, copy)
    with qtbot.waitSignal(known.files.opened, timeout=20000):
        known.files.open_path(copy)
    qtbot.waitUntil(lambda: known.belonging.folder == folder, timeout=5000)
    issue = edits.set_masthead_field(known.session.issue, "number", 16).issue
    issue = edits.set_masthead_field(issue, "total", 852).issue
    known.session.do("期号", issue)
    known.files.save()
    qtbot.waitUntil(lambda: len(entries(folder)) == 2, timeout=10000)
    assert entries(folder)[0] == first
    assert (entries(folder)[1].number, entries(folder)[1].total) == (16, 852)
    assert entries(folder)[1].file == copy.relative_to(folder).as_posix()
