"""The edge of a selected article's headline dragged over columns, on the real window."""

from __future__ import annotations

import pytest
from page_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import open_issue, settle

from desktop.canvas.headline_edges import headline_edge
from desktop.selection import of_article
from layouts.issue import edits
from layouts.issue.places import Place, article_at

AT = Place(0, 1)
PROSE = "集团各部门分头走访基层，把群众反映的问题一件一件记下来，能当场办的当场办。"


@pytest.fixture
def driver(qtbot, window, tmp_path):
    """Two articles in three columns, the second selected."""
    path = tmp_path / "issue.md"
    texts = ["### 走访记", *[PROSE * 2] * 6, "### 基层来信里的一百个问题", *[PROSE * 2] * 12]
    head = "---\nlayout: neikan-a4-3col\ncontents: no\n---\n"
    path.write_text(head + "\n\n".join(["## 【要闻】", *texts]), encoding="utf-8")
    open_issue(qtbot, window, path)
    window.session.select(of_article(AT))
    settle(qtbot, window)
    return Driver(window.session, window.view)


def across(driver):
    return article_at(driver.issue, AT).across


def test_a_headline_is_drawn_over_as_many_columns_as_the_pointer_reaches(qtbot, window, driver):
    edge = headline_edge(driver.view.context)
    assert edge is not None
    assert across(driver) is None
    steps = driver.session.stack.count()
    start = driver.at(edge.page, edge.x, edge.y)
    QTest.mouseMove(driver.view.viewport(), start)
    assert driver.view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    step = edge.grid.column_width + edge.grid.gutter
    with driver.drag(start, driver.at(edge.page, edge.x + step, edge.y)):
        pass
    assert across(driver) == 2
    assert driver.session.stack.count() == steps + 1
    settle(qtbot, window)
    wide = headline_edge(driver.view.context)
    columns = [wide.grid.column_left(k) + wide.grid.column_width for k in range(3)]
    assert wide.x == pytest.approx(columns[wide.first + 1])
    driver.session.stack.undo()
    assert across(driver) is None


def test_an_article_without_headline_and_other_selections_have_no_handle(driver):
    driver.session.select(of_article(Place(0, 0), AT))
    assert headline_edge(driver.view.context) is None


def test_an_article_that_goes_to_another_page_stays_in_view(qtbot, window, driver):
    camera, context = driver.view.camera, driver.view.context
    before, box = context.where(AT)
    assert before == 0
    assert camera.is_seen(before, box)
    driver.session.do("另起一页", edits.set_break_before(driver.issue, AT, True).issue)
    settle(qtbot, window)
    page, box = context.where(AT)
    assert page == 1
    assert camera.is_seen(page, box)
