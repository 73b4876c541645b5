from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.panels.signs import tally
from desktop.panels.status import StatusBar
from desktop.selection import Selection, SelectionKind, of_article, of_box, of_photo, of_section
from layouts.errors import Finding
from layouts.issue import edits
from layouts.issue.count import Counter, article_count, count
from layouts.issue.edits.edited import NEW
from layouts.issue.places import Place, article_at
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Text


@pytest.fixture
def status(qtbot, session):
    status = StatusBar(session)
    status.resize(1400, 28)
    qtbot.addWidget(status)
    status.show()
    return status


def test_pages_characters_fill_and_findings_are_told(status, session):
    assert status.pages.text() == f"第 1 页，共 {len(session.edition.pages)} 页"
    assert status.characters.text() == f"{Counter().of_issue(session.issue)} 字"
    assert status.fill.text().startswith("末页 ")
    assert status.check.text() == "检查：0 错误 · 1 提醒"  # its colophon alone has a page


def test_typing_is_counted(status, session, qtbot):
    before = Counter().of_issue(session.issue)
    session.do("输入", edits.insert_text(session.issue, Place(0, 0, 0), 0, "新的字").issue)
    qtbot.waitUntil(lambda: status.characters.text() == f"{before + 3} 字")


def test_notices_are_counted_and_accepted_findings_are_not(status, session, qtbot):
    found = [
        Finding("error", "x", "错", ""),
        Finding("warning", "y", "醒", ""),
        *(Finding("notice", f"z{k}", "说", "") for k in range(3)),
        Finding("notice", "a", "受", "", reason="就是这样"),
    ]
    session.reading_findings = tuple(found)
    session.edition_changed.emit()
    # with the warning of the pages themselves
    qtbot.waitUntil(lambda: status.check.text() == "检查：1 错误 · 2 提醒 · 3 说明")
    assert status.check.accessibleName().startswith("检查：1 错误 · 2 提醒 · 3 说明")
    assert tally(found).total == 5


def test_the_findings_open_at_a_click(status, session, qtbot):
    session.reading_findings = (Finding("error", "x", "错", ""), Finding("warning", "y", "醒", ""))
    session.edition_changed.emit()
    qtbot.waitUntil(lambda: status.check.text() == "检查：1 错误 · 2 提醒")
    with qtbot.waitSignal(status.findings_requested):
        QTest.mouseClick(status.check, Qt.MouseButton.LeftButton)


def test_the_selection_is_told_with_its_path(status, session):
    assert status.path.text() == ""
    session.select(of_photo(Place(0, 0, 1)))
    assert status.path.text() == "所选：图片，领导关注 › 甲稿"
    session.select(of_section(Place(1)))
    assert status.path.text() == "所选：栏目，重点工作"
    session.select(of_article(Place(0, 0), Place(0, 1)))
    assert status.path.text() == "所选：2 篇文章"
    session.select(Selection(SelectionKind.MASTHEAD))
    assert status.path.text() == "所选：报头"


def test_without_an_issue_nothing_is_told(status, session):
    session.close()
    assert not status.check.isVisible()
    assert status.pages.text() == status.characters.text() == status.path.text() == ""


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("", 0),
        ("编辑部", 3),
        ("你好，世界。", 6),
        ("2025 年", 2),
        ("Word 文件", 3),
        ("“五力”", 4),
        ("3.5%", 1),
        ("　空　格", 2),
        ("𠮷林", 2),
    ],
)
def test_characters_are_counted_as_word_does(text, characters):
    assert count(text) == characters


def test_an_article_counts_title_text_captions_and_byline(session):
    article = article_at(session.issue, Place(0, 0))
    assert article_count(article) == len(
        "甲稿甲稿第一段。图为现场甲稿第二段，说的是现场的事情。【供稿：一公司张三】"
    )


def test_a_box_is_told_by_its_own_name(status, session):
    box = Sidebar((Text("哪里能借"), Text("都能借。")), NEW)
    at = Place(0, 0, 1)
    session.do("插入", edits.insert_block(session.issue, at, box).issue, of_box(at))
    assert status.path.text() == "所选：链接框，领导关注 › 甲稿"
