"""Making a publication, by hand and from an issue, and its settings, which others may change too."""

from __future__ import annotations

import datetime
import os

import pytest
from masthead_art import EMBLEM, NAME, written
from msgspec.structs import replace
from publications import DAY, SECTIONS, founded, publication
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import dialog, give, open_issue, settle, wait_saved

from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.house_words import HouseWordsDialog
from desktop.dialogs.publication import NewPublicationDialog, PublicationDialog
from desktop.publishing.drafts import Draft, write_draft
from layouts.house.load import STOCK, load_layout
from layouts.house.own_folder import own_layouts_folder
from layouts.importing.wording import HouseWords, load_house_words, save_house_words
from layouts.publication import Appears, FixedSection, read_publication, write_publication


@pytest.fixture(autouse=True)
def day(monkeypatch):
    for module in (
        "desktop.start",
        "desktop.publishing.cards",
        "desktop.publishing.belonging",
        "desktop.window_parts.publishing",
        "desktop.dialogs.publication.numbers_page",
    ):
        monkeypatch.setattr(f"{module}.today", lambda: DAY)


@pytest.fixture
def folder(tmp_path):
    return founded(tmp_path / "云栖书讯")


def pressed(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def made(qtbot, window, folder):
    qtbot.waitUntil(lambda: folder in window.settings.publication_folders, timeout=5000)
    return read_publication(folder)


def as_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


# -- making one ------------------------------------------------------------------------------------


def test_five_steps_make_a_publication(qtbot, window, tmp_path):
    pressed(window.start.found)
    asking = dialog(qtbot, NewPublicationDialog)
    QTest.keyClicks(asking.basics.name, "Yunqi")
    asking.basics.folder.setText(str(tmp_path / "yunqi"))
    asking.basics.masthead.lines["issuer"].setText("云栖市图书馆联盟")
    QTest.keyClick(asking.basics.name, Qt.Key.Key_Return)
    assert asking.step.text() == "版式"
    asking.layouts.layouts.mark("neikan-a4-2col")
    QTest.keyClick(asking.layouts.layouts, Qt.Key.Key_Return)
    assert asking.step.text() == "栏目"
    asking.sections.list.selectAll()
    QTest.keyClick(asking.sections.list, Qt.Key.Key_Delete)
    QApplication.clipboard().setText("【要闻】\t王芳\n动态\n\n要闻\n")
    QTest.keyClick(asking.sections.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pressed(asking.on)
    assert asking.step.text() == "期号"
    asking.numbers.number.setValue(14)
    asking.numbers.whole.setValue(850)
    assert not asking.finish.isEnabled()
    asking.numbers.date.line.choose(datetime.date(2026, 11, 20))
    assert asking.numbers.following.text() == "接下去是：第 15 期（总第 851 期） · 11月30日 星期一"
    pressed(asking.on)
    assert asking.step.text() == "报尾"
    asking.colophon.fields.lines["report_to"].setText("市文旅局，市委宣传部")
    asking.colophon.fields.lines["copies"].setText("300")
    pressed(asking.finish)
    found = made(qtbot, window, tmp_path / "yunqi")
    assert found.name == "Yunqi"
    assert found.layout == "neikan-a4-2col"
    assert found.masthead.issuer == "云栖市图书馆联盟"
    assert found.sections == (FixedSection("要闻", "王芳"), FixedSection("动态"))
    assert found.numbering.before == (publication().numbering.before)
    assert (found.colophon.report_to, found.colophon.copies) == ("市文旅局，市委宣传部", 300)
    qtbot.waitUntil(lambda: [card.name.text() for card in window.start.cards.cards] == ["Yunqi"])


def test_sections_pasted_over_chosen_ones_take_their_place(asking):
    names = asking.sections.list
    kept = names.sections[-1].name
    names.selectAll()
    QApplication.clipboard().setText(f"水质天地\n{kept}\t赵渠\n")
    QTest.keyClick(names, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names.sections == (FixedSection("水质天地"), FixedSection(kept, "赵渠"))
    asking._shown = asking.publication
    asking.reject()


def test_its_folder_is_offered_under_its_name(qtbot, window, tmp_path):
    window.settings.put("publication/home", str(tmp_path))
    give(window, "publication.new")
    asking = dialog(qtbot, NewPublicationDialog)
    asking.basics.name.setText("甲/乙 1.2")
    assert asking.basics.chosen_folder.parent == tmp_path
    assert asking.basics.problem() == ""
    asking.basics.name.setText("")
    assert asking.basics.problem() == "请写刊名"
    assert not asking.finish.isEnabled()
    asking.reject()


def test_none_is_offered_inside_another(qtbot, window, folder, monkeypatch):
    issues = folder / "issues"
    issues.mkdir(exist_ok=True)
    monkeypatch.setattr(window.settings, "folder", lambda *_, **__: issues)
    window.publishing.found()
    asking = dialog(qtbot, NewPublicationDialog)
    asking.basics.name.setText("新刊")
    assert asking.basics.folder.text() == str(folder.parent / "新刊")
    asking.reject()


def test_a_folder_that_has_a_publication_is_left_alone(qtbot, window, folder):
    before = (folder / "publication.toml").read_bytes()
    give(window, "publication.new")
    asking = dialog(qtbot, NewPublicationDialog)
    asking.basics.name.setText("另一种")
    asking.basics.folder.setText(str(folder))
    asking.accept()
    qtbot.waitUntil(window.toast.isVisible, timeout=5000)
    assert "已经有刊物" in window.toast.sentence()
    assert (folder / "publication.toml").read_bytes() == before
    again = dialog(qtbot, NewPublicationDialog)
    assert again.basics.name.text() == "另一种"  # what was typed is still there
    again.reject()


def test_an_issue_becomes_a_publication_in_two_acts(qtbot, opened, tmp_path):
    give(opened, "publication.from-issue")
    asking = dialog(qtbot, NewPublicationDialog)
    assert asking.basics.chosen_folder == tmp_path / "澜汀书讯"
    QTest.keyClick(asking, Qt.Key.Key_Return)
    found = made(qtbot, opened, tmp_path / "澜汀书讯")
    assert found.name == "澜汀书讯"
    assert [section.name for section in found.sections] == ["领导关注", "重点工作"]
    assert found.masthead.issuer == "澜川省澜汀市公共阅读促进工作委员会"
    before = found.numbering.before
    assert (before.number, before.total, before.date) == (14, 850, datetime.date(2025, 8, 31))
    # the first issue belongs to it by its name, wherever it lies
    qtbot.waitUntil(lambda: opened.belonging.folder == tmp_path / "澜汀书讯", timeout=5000)


def test_what_the_issue_has_otherwise_than_its_layout_goes_along(qtbot, opened, tmp_path):
    from layouts.house.load import load_layout
    from layouts.issue import edits

    session = opened.session
    session.do("设计", edits.set_design(session.issue, "page.top", 40.0).issue)
    settle(qtbot, opened)
    give(opened, "publication.from-issue")
    dialog(qtbot, NewPublicationDialog).accept()
    folder = tmp_path / "澜汀书讯"
    found = made(qtbot, opened, folder)
    assert found.layout == "layout.toml"
    own = load_layout(found.layout, folder=folder)
    assert own.grid == session.layout.grid != load_layout("jianbao-a4").grid


# -- settings --------------------------------------------------------------------------------------


@pytest.fixture
def asking(qtbot, window, folder):
    window.publishing.set_up(folder)
    return dialog(qtbot, PublicationDialog)


def test_all_of_it_is_shown_and_saved(qtbot, asking, folder):
    assert asking.publication == publication()
    asking.numbers.appears.setCurrentIndex(1)
    asking.numbers.appears.activated.emit(1)
    asking.sections.list.topLevelItem(0).setText(1, "王芳")
    asking.accept()
    found = read_publication(folder)
    assert found.numbering.appears is Appears.WEEKLY
    assert found.sections[0] == FixedSection("领导关注", "王芳")
    assert replace(found, numbering=publication().numbering, sections=()) == replace(
        publication(), sections=()
    )


def test_days_of_the_month_say_what_they_are_and_may_be_written_anyhow(asking):
    asking.numbers.appears.setCurrentIndex(3)
    asking.numbers.appears.activated.emit(3)
    assert asking.numbers.month_days.text() == "5 日、20 日"
    assert asking.publication.numbering.month_days == (5, 20)
    asking.numbers.month_days.setText("15，30日")
    assert asking.publication.numbering.month_days == (15, 30)
    asking._shown = asking.publication
    asking.reject()


def test_a_section_is_dragged_to_another_place(qtbot, asking):
    rows = asking.sections.list
    asking.tabs.setCurrentIndex(1)
    rows.setCurrentItem(rows.topLevelItem(3))
    for _ in range(3):
        QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [section.name for section in rows.sections] == ["简讯", *SECTIONS[:3]]
    asking._shown = asking.publication
    asking.reject()


def test_two_sections_of_one_name_are_refused(asking):
    asking.sections.list.topLevelItem(1).setText(0, "领导关注")
    assert asking.state.text() == "栏目“领导关注”写了两次"
    assert not asking.ok.isEnabled()
    asking._shown = asking.publication
    asking.reject()


def test_what_others_wrote_meanwhile_stays(qtbot, asking, folder):
    asking.basics.masthead.lines["issuer"].setText("另一个单位")
    theirs = replace(publication(), sections=(FixedSection("新栏目"),))
    write_publication(folder, theirs, publication())
    asking.look_again()
    assert "别人刚改过" in asking.state.text()
    asking.accept()
    found = read_publication(folder)
    assert found.masthead.issuer == "另一个单位"
    assert found.sections == (FixedSection("新栏目"),)


def test_what_others_wrote_is_shown_where_nothing_was_changed_here(asking, folder):
    write_publication(folder, replace(publication(), sections=(FixedSection("新栏目"),)))
    asking.look_again()
    assert asking.sections.list.sections == (FixedSection("新栏目"),)
    asking.reject()


def test_a_share_that_goes_away_is_told_and_nothing_is_lost(asking, folder):
    asking.basics.masthead.lines["issuer"].setText("另一个单位")
    folder.rename(folder.with_name("weg")).joinpath("x")
    folder.write_text("")  # a file where the folder was: nobody writes into it
    asking.accept()
    assert asking.isVisible()
    assert asking.state.text()
    assert asking.basics.masthead.lines["issuer"].text() == "另一个单位"
    asking._shown = asking.publication
    asking.reject()


@pytest.mark.skipif(as_root(), reason="root may write anywhere")
def test_a_folder_to_be_read_only_is_told(asking, folder):
    asking.basics.masthead.lines["issuer"].setText("另一个单位")
    folder.chmod(0o555)
    asking.accept()
    folder.chmod(0o755)
    assert "没有存成" in asking.state.text()
    asking._shown = asking.publication
    asking.reject()


def test_a_file_that_cannot_be_read_says_where(qtbot, window, folder):
    (folder / "publication.toml").write_text('name = "云栖"\nlayuot = "x"\n', encoding="utf-8")
    window.publishing.set_up(folder)
    qtbot.waitUntil(window.toast.isVisible, timeout=5000)
    assert "publication.toml 第 2 行：没有 layuot 这一项" in window.toast.sentence()


# -- word lists and presets ------------------------------------------------------------------------


def issue_of(qtbot, window, folder, manuscript):
    (folder / "issues").mkdir(exist_ok=True)
    path = folder / "issues" / "第14期.md"
    path.write_bytes(manuscript.read_bytes())
    open_issue(qtbot, window, path)
    qtbot.waitUntil(lambda: window.belonging.folder == folder, timeout=5000)


def test_each_word_list_of_the_publication_is_followed(qtbot, window, folder, issue_file):
    save_house_words(folder / "words.toml", HouseWords(avoided={"集团": "公司"}))
    save_house_words(folder / "more.toml", HouseWords(avoided={"亲自": ""}))
    write_publication(folder, replace(publication(), words=("words.toml", "more.toml")))
    issue_of(qtbot, window, folder, issue_file)

    def avoided():
        return set(window.session.house.avoided) if window.session.house is not None else set()

    qtbot.waitUntil(lambda: avoided() == {"集团", "亲自"}, timeout=5000)
    save_house_words(folder / "more.toml", HouseWords(avoided={"莅临指导": "指导"}))
    window.house.look()
    qtbot.waitUntil(lambda: avoided() == {"集团", "莅临指导"}, timeout=5000)


def test_the_word_lists_of_the_publication_count_for_its_issues(qtbot, window, folder, issue_file):
    save_house_words(folder / "words.toml", HouseWords(avoided={"集团": "公司"}))
    write_publication(folder, replace(publication(), words=("words.toml",)))
    issue_of(qtbot, window, folder, issue_file)
    qtbot.waitUntil(
        lambda: window.session.house is not None and "集团" in window.session.house.avoided,
        timeout=5000,
    )
    give(window, "house.words")
    words = dialog(qtbot, HouseWordsDialog)
    assert words.where.path.text() == str(folder / "words.toml")
    assert words.where.other.isHidden()
    words.reject()
    give(window, "file.close")
    qtbot.waitUntil(lambda: window.session.house is None, timeout=5000)


def test_own_word_lists_begin_as_those_of_this_machine(qtbot, window, folder, monkeypatch):
    window.publishing.set_up(folder)
    asking = dialog(qtbot, PublicationDialog)
    asking.presets.words.click()
    asking.accept()
    assert read_publication(folder).words == ("words.toml",)
    assert load_house_words(folder / "words.toml") == HouseWords()


def test_presets_of_the_publication_are_offered_first(qtbot, window, folder, issue_file):
    write_publication(folder, replace(publication(), presets=("screen", "booklet")))
    issue_of(qtbot, window, folder, issue_file)
    wait_saved(qtbot, window)
    give(window, "export.pdf")
    asking = dialog(qtbot, ExportPdfDialog)
    from desktop.dialogs.preset_list import _VALUE

    names = [asking.presets.item(row).data(_VALUE).name for row in range(asking.presets.count())]
    assert names[:3] == ["screen", "booklet", "print"]
    assert len(names) == len(set(names))
    assert asking.presets.current.name == "screen"
    asking.reject()


# -- the layout of an issue ------------------------------------------------------------------------


def test_the_publication_takes_the_layout_of_its_issue_in_one_act(
    qtbot, window, folder, issue_file
):
    from layouts.house.load import load_layout
    from layouts.issue import edits

    issue_of(qtbot, window, folder, issue_file)
    session = window.session
    session.do("设计", edits.set_design(session.issue, "page.top", 40.0).issue)
    settle(qtbot, window)
    give(window, "publication.take-layout")
    qtbot.waitUntil(lambda: read_publication(folder).layout == "layout.toml", timeout=5000)
    assert load_layout("layout.toml", folder=folder).grid == session.layout.grid
    qtbot.waitUntil(lambda: "以后各期" in window.toast.sentence(), timeout=5000)
    pressed(window.toast._buttons[0])
    qtbot.waitUntil(lambda: read_publication(folder) == publication(), timeout=5000)


def test_an_issue_of_none_has_no_publication_to_give_its_layout_to(qtbot, opened):
    give(opened, "publication.take-layout")
    assert opened.toast.sentence() == "这一期不在刊物文件夹里"


def test_taken_back_the_publication_has_the_pictures_of_its_own_layout_again(
    qtbot, window, folder, tmp_path
):
    written(folder, NAME, EMBLEM)
    (folder / "issue.md").unlink()
    (folder / "house.toml").replace(folder / "layout.toml")
    write_publication(folder, publication(layout="layout.toml"))
    before = {path: path.read_bytes() for path in (folder / "art").iterdir()}
    other = written(folder / "issues", NAME)
    (other.parent / "art" / "name.svg").write_bytes(before[folder / "art" / "emblem.svg"])
    open_issue(qtbot, window, other)
    qtbot.waitUntil(lambda: window.belonging.folder == folder, timeout=5000)
    give(window, "publication.take-layout")
    qtbot.waitUntil(lambda: "以后各期" in window.toast.sentence(), timeout=5000)
    assert (folder / "art" / "name.svg").read_bytes() == before[folder / "art" / "emblem.svg"]
    pressed(window.toast._buttons[0])
    qtbot.waitUntil(
        lambda: {path: path.read_bytes() for path in (folder / "art").iterdir()} == before,
        timeout=5000,
    )


def test_a_layout_of_this_machine_goes_into_the_folder_for_the_others(
    qtbot, folder, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = own_layouts_folder() / "本局"
    own.mkdir(parents=True)
    (own / "layout.toml").write_bytes((STOCK / "neikan-a4-2col.toml").read_bytes())
    write_draft(Draft(folder, publication(layout="本局"), None, publication()))
    assert read_publication(folder).layout == "layout.toml"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another machine"))
    assert load_layout("layout.toml", folder=folder).grid.columns == 2
