"""Boxes in the issue's tree: a row under their article, selected, opened and taken out there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from panel_session import opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.panels.issue import IssuePanel
from desktop.selection import of_article, of_box
from layouts.errors import Source
from layouts.issue.places import Place, article_at, block_at
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Text

BOX = Place(0, 0, 1)


@pytest.fixture
def boxed(session, catalogue):
    """The issue with a box before the second block of its first article."""
    issue = session.issue
    section = issue.sections[0]
    first = section.articles[0]
    box = Sidebar((Text("延伸阅读"), Text("怎样申请阅览证。")), Source("issue.md", 1), id="box")
    blocks = (first.blocks[0], box, *first.blocks[1:])
    articles = (replace(first, blocks=blocks), *section.articles[1:])
    sections = (replace(section, articles=articles), *issue.sections[1:])
    return opened(catalogue, replace(issue, sections=sections))


@pytest.fixture
def panel(qtbot, boxed):
    panel = IssuePanel(boxed)
    QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Warning, panel
    )
    panel.resize(268, 700)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def rows(panel):
    """The rows under the first article."""
    index = panel.model.at(Place(0, 0))
    return [panel.model.index(row, 0, index).data() for row in range(panel.model.rowCount(index))]


def click(panel, place):
    at = panel.tree.visualRect(panel.model.at(place)).center()
    QTest.mouseClick(
        panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )


def test_a_box_stands_under_its_article_by_its_title(panel):
    assert rows(panel) == ["延伸阅读", "图为现场"]
    spoken = panel.model.at(BOX).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "专栏框：延伸阅读"


def test_a_box_without_words_has_a_name_too(panel, boxed):
    issue = boxed.issue
    empty = replace(block_at(issue, BOX), paragraphs=(Text(""), Text("")))
    article = article_at(issue, BOX)
    blocks = (article.blocks[0], empty, *article.blocks[2:])
    first = issue.sections[0]
    articles = (replace(article, blocks=blocks), *first.articles[1:])
    sections = (replace(first, articles=articles), *issue.sections[1:])
    panel.model.show(replace(issue, sections=sections))
    assert rows(panel) == ["（空框）", "图为现场"]


def test_a_click_selects_it_and_what_is_selected_on_the_page_is_selected_here(panel, boxed):
    click(panel, BOX)
    assert boxed.selection == of_box(BOX)
    boxed.select(of_article(Place(0, 1)))
    boxed.select(of_box(BOX))
    assert panel.tree.currentIndex().data() == "延伸阅读"


def test_delete_takes_it_out_as_one_step(panel, boxed):
    click(panel, BOX)
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert rows(panel) == ["图为现场"]
    boxed.stack.undo()
    assert rows(panel) == ["延伸阅读", "图为现场"]


def test_it_is_neither_dragged_nor_renamed_here(panel):
    flags = panel.model.flags(panel.model.at(BOX))
    assert not flags & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable)
    assert panel.model.rowCount(panel.model.at(BOX)) == 0
