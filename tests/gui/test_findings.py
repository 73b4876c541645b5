from __future__ import annotations

import pytest
from msgspec.structs import replace
from panel_session import opened, shown, small_issue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.findings import FindingsPanel, place_of_finding
from desktop.panels.jump import selection_of_finding
from desktop.selection import SelectionKind, TextPosition, of_article, of_photo, of_section, of_text
from layouts.errors import Finding, Source
from layouts.issue import edits
from layouts.issue.edits import set_contents
from layouts.issue.places import BYLINE, Place, article_at, block_at


@pytest.fixture
def session(qapp, catalogue, tmp_path):
    session = opened(catalogue, set_contents(small_issue(tmp_path), shown=False).issue)
    yield session
    session.stop()


@pytest.fixture
def panel(qtbot, session):
    return shown(qtbot, FindingsPanel(session), 900, 300)


def some(session):
    issue = session.issue
    photo = block_at(issue, Place(0, 0, 1))
    return (
        Finding("notice", "c", "这是说明", "note", article_at(issue, Place(1, 1)).source, 2),
        Finding("warning", "b", "标题太长", "long", article_at(issue, Place(1, 0)).source, 2),
        Finding("error", "a", "照片不在了", "gone", photo.source, 2),
        Finding("warning", "b", "末页太空", "empty", None, 1),
    )


def find(panel, session):
    session.reading_findings = some(session)
    panel.follow()


def settled(panel, session):
    """Pages and findings of the issue as it is now, shown."""
    assert session.settle()
    panel.flow.update()


def rows(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def press(panel, text):
    index = panel.model.index(rows(panel).index(text))
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(index).center()
    )


def test_nothing_found_says_so(panel, session):
    # all on one page
    session.do("删去栏目", replace(session.issue, sections=session.issue.sections[:1]))
    settled(panel, session)
    assert panel.stack.currentWidget() is panel.empty
    assert panel.empty.accessibleName() == "没有发现问题"
    assert not panel.blocking.isVisible()


def test_findings_stand_by_level_the_worst_first(panel, session):
    find(panel, session)
    assert rows(panel) == [
        "错误 1",
        "照片不在了",
        "提醒 2",
        "末页太空",
        "标题太长",
        "说明 1",
        "这是说明",
    ]
    assert panel.heading.text() == "检查 · 4 条"
    assert panel.blocking.isVisible()
    assert panel.blocking.text() == "有错误时只能出校样，请先改正。"


def test_only_one_level_is_shown_where_it_is_chosen(panel, session):
    find(panel, session)
    panel.filter.buttons()[1].click()
    assert rows(panel) == ["错误 1", "照片不在了"]
    panel.filter.buttons()[0].click()
    assert len(rows(panel)) == 7


def test_a_click_selects_what_it_is_about_and_tells_the_window(panel, session, qtbot):
    find(panel, session)
    with qtbot.waitSignal(panel.finding_activated) as caught:
        press(panel, "照片不在了")
    assert caught.args[0].zh == "照片不在了"
    assert session.selection == of_photo(Place(0, 0, 1))
    press(panel, "标题太长")
    assert session.selection == of_article(Place(1, 0))


def test_keys_choose_and_enter_jumps(panel, session, qtbot):
    find(panel, session)
    panel.list.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().data() == "末页太空"
    with qtbot.waitSignal(panel.finding_activated):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


def test_next_goes_round(panel, session):
    find(panel, session)
    seen = []
    panel.finding_activated.connect(lambda finding: seen.append(finding.zh))
    for _ in range(5):
        panel.next()
    panel.next(-1)
    assert seen == ["照片不在了", "末页太空", "标题太长", "这是说明", "照片不在了", "这是说明"]


def test_the_row_stays_chosen_when_findings_change(panel, session):
    find(panel, session)
    panel.list.setCurrentIndex(panel.model.index(rows(panel).index("标题太长")))
    session.reading_findings = some(session)[1:]
    panel.follow()
    assert panel.list.currentIndex().data() == "标题太长"


def test_a_finding_finds_its_block_article_or_section(session):
    issue = session.issue
    file = issue.source.file

    def place(line):
        return place_of_finding(issue, Finding("error", "x", "", "", Source(file, line)))

    photo = block_at(issue, Place(0, 0, 1)).source
    assert place(photo.line) == Place(0, 0, 1)
    assert place(photo.line + 1) == Place(0, 0, 1)
    assert place(issue.sections[1].source.line) == Place(1)
    assert place(2) is None
    assert place_of_finding(issue, Finding("error", "x", "", "")) is None


def test_findings_of_the_front_matter_select_the_masthead(panel, session):
    session.reading_findings = (
        Finding("warning", "x", "日期不对", "", Source(session.issue.source.file, 4)),
    )
    panel.follow()
    press(panel, "日期不对")
    assert session.selection.kind is SelectionKind.MASTHEAD
    session.reading_findings = (
        Finding("warning", "x", "空栏目", "", session.issue.sections[2].source),
    )
    panel.follow()
    press(panel, "空栏目")
    assert session.selection == of_section(Place(2))


@pytest.mark.parametrize("width", [400, 524, 1200])
def test_what_stops_the_print_stands_over_nothing_else(panel, session, width):
    find(panel, session)
    panel.resize(width, 300)
    QApplication.processEvents()
    assert panel.blocking.isVisible()
    shown = [part for part in (panel.heading, panel.filter, panel.blocking, panel.fix, panel.fix_all, panel.put, panel.accept) if part.isVisible()]  # fmt: skip
    overlaps = [
        (one, other)
        for k, one in enumerate(shown)
        for other in shown[k + 1 :]
        if one.geometry().intersects(other.geometry())
    ]
    assert overlaps == []


def test_screen_readers_hear_level_sentence_and_page(panel, session):
    find(panel, session)
    index = panel.model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "错误：照片不在了，第 2 页"


def test_a_character_missing_in_a_byline_is_shown_in_the_byline(session):
    place = Place(0, 0)
    session.do("", edits.set_byline(session.issue, place, "【供稿：交发集团 杨\U0010fffd】").issue)
    assert session.settle()
    (finding,) = [finding for finding in session.findings if finding.code == "glyph-missing"]
    assert selection_of_finding(session.issue, finding) == of_text(
        TextPosition(place._replace(block=BYLINE), 10)
    )
    session.do("", edits.set_title(session.issue, place, "标题\U0010fffd").issue)
    assert selection_of_finding(session.issue, finding) == of_article(place)
