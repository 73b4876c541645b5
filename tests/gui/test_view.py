"""The pages seen: arrangement, zoom, scrolling, what stays painted, overlays, what is announced."""

from __future__ import annotations

import pytest
from page_driver import CONTROL, NONE, Driver, closed, opened
from panel_session import long_issue, small_issue
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.overlays import Overlay, finding_marks, scene_of
from desktop.canvas.sheets import Arrangement, Sheets, rows_of
from desktop.canvas.zooming import LEAST, MOST, Fit
from desktop.selection import of_photo
from layouts.issue import edits
from layouts.issue.photo import PhotoPoint
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript


@pytest.fixture
def small(qtbot, catalogue, tmp_path):
    driver = opened(catalogue, small_issue(tmp_path))
    yield driver
    closed(driver)


@pytest.fixture
def long(qtbot, catalogue, tmp_path):
    driver = opened(catalogue, long_issue(tmp_path))
    yield driver
    closed(driver)


def turn(driver: Driver, notches: float, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(driver.view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(driver.view.viewport(), event)


def test_rows_of_each_arrangement():
    assert rows_of(3, Arrangement.SINGLE) == [[0], [1], [2]]
    # as in a bound document: page 1 alone on the right, then 2 and 3
    assert rows_of(4, Arrangement.SPREADS) == [[None, 0], [1, 2], [3]]
    assert rows_of(5, Arrangement.SPREADS) == [[None, 0], [1, 2], [3, 4]]


def test_a_document_of_one_page_has_no_free_place_beside_it():
    assert rows_of(1, Arrangement.SPREADS) == [[0]]


def test_the_front_page_stands_on_the_right():
    sheets = Sheets([(100, 200)] * 4, Arrangement.SPREADS, 1.0)
    assert sheets.sheets[0].x > sheets.sheets[1].x
    assert sheets.sheets[0].x == sheets.sheets[2].x


def test_the_sheets_of_a_band_are_those_that_reach_into_it():
    sheets = Sheets([(100, 200)] * 200, Arrangement.SINGLE, 1.0)
    found = sheets.between(sheets.sheets[50].y + 10, sheets.sheets[51].y + 10)
    assert [sheet.page for sheet in found] == [50, 51]


def test_spreads_show_two_pages_side_by_side(long):
    first, second, third = (long.view.shown(page).paper for page in (0, 1, 2))
    assert second.top() == third.top() > first.bottom()
    assert 0 <= third.left() - second.right() <= 2
    assert first.left() == third.left()


def test_single_pages_stand_under_each_other(long):
    long.view.camera.set_arrangement(Arrangement.SINGLE)
    assert long.view.shown(0).paper.bottom() < long.view.shown(1).paper.top()


def test_the_page_in_view_stays_when_pages_are_laid_otherwise(long):
    long.view.go_to_page(6)
    long.view.camera.set_arrangement(Arrangement.SINGLE)
    assert long.view.page == 6


@pytest.mark.parametrize("fit", [Fit.PAGE, Fit.WIDTH])
def test_what_fits_goes_on_fitting(long, fit):
    long.view.camera.follow(fit)
    QApplication.processEvents()
    for size in ((900, 700), (1300, 600)):
        long.view.resize(*size)
        QApplication.processEvents()
        papers = [long.view.shown(1).paper, long.view.shown(2).paper]
        view = long.view.viewport()
        assert papers[1].right() <= view.width()
        if fit is Fit.PAGE:
            assert papers[0].height() <= view.height()
        else:
            assert papers[1].right() - papers[0].left() > view.width() - 70


def test_ctrl_and_the_wheel_enlarge_what_is_under_the_pointer(long):
    at = QPoint(700, 500)
    before = long.view.camera.pointer(QPointF(at))
    turn(long, 3, at, CONTROL)
    after = long.view.camera.pointer(QPointF(at))
    assert long.view.zoom > 0.9
    assert (after.page, after.x, after.y) == (
        before.page,
        pytest.approx(before.x, abs=2),
        pytest.approx(before.y, abs=2),
    )


def test_zoom_has_limits(long):
    long.view.set_zoom(100)
    assert long.view.zoom == MOST
    long.view.set_zoom(0.001)
    assert long.view.zoom == LEAST


def test_zoom_goes_by_steps_and_says_so(long):
    long.view.set_zoom(1.0)
    told = QSignalSpy(long.view.zoom_changed)
    long.view.camera.step(up=True)
    long.view.camera.step(up=False)
    assert [round(told.at(k)[0], 2) for k in range(told.count())] == [1.1, 1.0]


def test_the_wheel_glides(qtbot, long):
    before = long.view.verticalScrollBar().value()
    turn(long, -2, QPoint(500, 400))
    qtbot.waitUntil(lambda: long.view.verticalScrollBar().value() >= before + 140, timeout=2000)


def test_the_page_in_view_is_told(long):
    told = QSignalSpy(long.view.page_changed)
    long.view.go_to_page(4)
    assert told.at(told.count() - 1) == [4]


def test_all_pages_in_view_are_composed_first(long):
    long.view.set_zoom(0.3)
    long.view.go_to_page(2)
    assert long.session.view == long.view.visible()[-1].page > long.view.page


def test_keys_scroll_and_turn(long):
    long.key(Qt.Key.Key_PageDown)
    assert long.view.verticalScrollBar().value() > 0
    long.key(Qt.Key.Key_Home, CONTROL)
    assert long.view.page == 0
    long.key(Qt.Key.Key_PageDown, CONTROL)
    assert long.view.page == 1
    long.key(Qt.Key.Key_PageDown, CONTROL)
    assert long.view.page == 3
    long.key(Qt.Key.Key_End, CONTROL)
    assert long.view.page >= len(long.view.pages) - 2


def test_a_place_is_brought_into_view(long):
    long.view.go_to_place(Place(6, 3))
    found = long.view.context.where(Place(6, 3))
    assert found is not None
    area = long.view.shown(found[0]).rect(found[1])
    assert 0 <= area.top() < long.view.viewport().height()


def test_pages_that_did_not_change_stay_painted(long, monkeypatch):
    long.view.viewport().repaint()
    changed = []
    take = long.view.surface.images.update
    monkeypatch.setattr(
        long.view.surface.images,
        "update",
        lambda old, new: (changed.append(new.number), take(old, new)),
    )
    long.session.do("", edits.insert_text(long.issue, Place(5, 0, 0), 3, "字").issue)
    assert long.session.settle()
    assert changed
    assert len(changed) < len(long.view.pages)
    # the front page changes only where a page number does
    assert 1 not in changed or long.view.pages[0].lines


def test_the_last_pages_stay_while_composing(long):
    pages = long.view.pages
    long.session.do("", edits.insert_text(long.issue, Place(5, 0, 0), 3, "字").issue)
    assert not long.session.is_current
    assert long.view.pages is pages
    long.session.settle()


def test_paper_is_white_on_a_grey_pasteboard(small):
    picture = small.view.grab().toImage()
    ratio = picture.devicePixelRatio()
    paper = small.view.shown(0).paper
    inside, outside = QPointF(paper.left() + 20, paper.top() + 20) * ratio, QPointF(6, 6) * ratio
    assert picture.pixelColor(inside.toPoint()) == QColor("white")
    assert picture.pixelColor(outside.toPoint()) == small.view.colours.pasteboard


@pytest.mark.parametrize(
    "overlay",
    [
        overlay
        for overlay in Overlay
        if overlay not in {Overlay.SELECTION, Overlay.FINDINGS, Overlay.RESOLUTION}
    ],
)
def test_each_overlay_is_seen_when_it_is_on(small, overlay):
    corners = [PhotoPoint(0.5, 0.0), PhotoPoint(1.0, 1.0), PhotoPoint(0.0, 1.0)]
    drawn = edits.set_polygon(small.issue, small.photo()[0], corners)
    small.session.do("", drawn.issue)
    small.session.settle()
    small.view.go_to_page(1)
    before = small.view.grab().toImage()
    small.view.set_overlay(overlay, on=True)
    assert small.view.grab().toImage() != before
    small.view.set_overlay(overlay, on=False)
    assert small.view.grab().toImage() == before


def test_findings_stand_beside_what_they_are_about(qtbot, catalogue, tmp_path):
    path = tmp_path / "one.md"
    path.write_text(
        "---\npublication: 简报\n---\n\n## 【要闻】\n\n### 标题\n\n这里有\U0010fffd缺字。\n",
        encoding="utf-8",
    )
    driver = opened(catalogue, read_manuscript(path)[0])
    driver.view.set_overlay(Overlay.FINDINGS, on=True)
    page, line = driver.line("缺字")
    scene = scene_of(driver.session, driver.view.map.columns)
    marks = [
        (shown, mark)
        for shown in driver.view.visible()
        for mark in finding_marks(shown, driver.view.pages[shown.page], scene)
    ]
    assert marks
    shown, mark = next(
        (shown, mark) for shown, mark in marks if mark.findings[0].source == line.source
    )
    assert shown.page == page
    assert abs(mark.middle.y() - driver.at(page, line.x, line.y - 5).y()) < 8
    assert "字体" in driver.view.announcer.findings_at(mark.middle)[0]
    closed(driver)


def test_what_is_selected_is_described(small):
    place, _ = small.photo()
    small.session.select(of_photo(place))
    assert "图片" in small.view.accessibleDescription()
    assert "12 字" in small.view.accessibleDescription()
    assert small.view.accessibleName()


def test_a_pinch_enlarges(small):
    before = small.view.zoom
    small.view.wheel._zoom(1.5, QPointF(300, 300))
    assert small.view.zoom == pytest.approx(before * 1.5)


def test_the_middle_button_moves_the_pasteboard(long):
    bar = long.view.verticalScrollBar()
    bar.setValue(400)
    QTest.mousePress(long.view.viewport(), Qt.MouseButton.MiddleButton, NONE, QPoint(400, 400))
    QTest.mouseMove(long.view.viewport(), QPoint(400, 300))
    QTest.mouseRelease(long.view.viewport(), Qt.MouseButton.MiddleButton, NONE, QPoint(400, 300))
    assert bar.value() == 500


def test_without_an_issue_there_is_only_the_pasteboard(small):
    small.session.close()
    QApplication.processEvents()
    assert small.view.pages == ()
    small.view.grab()
    QApplication.sendEvent(small.view.viewport(), QEvent(QEvent.Type.Leave))
    small.click(QPoint(200, 200))
    small.key(Qt.Key.Key_Tab)
    small.key(Qt.Key.Key_A)
