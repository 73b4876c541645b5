"""Rulers along the pages: what they tell, and that they follow what is shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtTest import QTest
from windows import give, settle

from desktop.canvas.ruler_ticks import ROOM, across, characters, lines, millimetres
from desktop.canvas.rulers import BREADTH, scene_of
from desktop.canvas.shown import ShownPage
from desktop.selection import of_article
from layouts.house.load import load_layout
from layouts.issue.places import Place

MM = 72 / 25.4


def sheet(page, scale, at=(100.0, 50.0)):
    return ShownPage(page, QRectF(*at, 595.3 * scale, 841.9 * scale), scale)


@pytest.fixture(scope="module", params=["jianbao-a4", "neikan-a4-2col"])
def layout(request):
    return load_layout(request.param)


def told(ticks):
    return {tick.figure: tick.at for tick in ticks if tick.figure}


@pytest.mark.parametrize("scale", [0.4, 4 / 3, 4.0])
def test_a_column_s_ruler_counts_its_characters_and_ends_at_the_measure(layout, scale):
    from layouts.geometry import Interval

    grid, shown = layout.grid, sheet(0, scale)
    for k in range(grid.columns):
        left = grid.column_left(k)
        ticks = characters(shown, Interval(left, left + grid.column_width), grid)
        figures = told(ticks)
        assert ticks[0].at == pytest.approx(shown.x(left))
        assert figures[f"{grid.measure:g}"] == pytest.approx(shown.x(left + grid.column_width))
        for figure, at in figures.items():
            assert at == pytest.approx(shown.x(left + float(figure) * grid.size))


@pytest.mark.parametrize("scale", [0.4, 4 / 3, 4.0])
def test_line_numbers_stand_beside_their_lines(layout, scale):
    grid, shown = layout.grid, sheet(0, scale)
    figures = told(lines(shown, grid))
    assert next(iter(figures)) == "1"
    for figure, at in figures.items():
        row = int(figure) - 1
        assert shown.y(grid.row_top(row)) < at < shown.y(grid.baseline(row))
    assert int(list(figures)[-1]) <= grid.rows


@pytest.mark.parametrize("scale", [0.34, 4 / 3, 10.6])
def test_millimetres_count_from_the_edge_of_the_paper_and_no_two_figures_touch(scale):
    ticks = millimetres(20.0, 210 * MM, scale, ROOM)
    figures = told(ticks)
    for figure, at in figures.items():
        assert at == pytest.approx(20.0 + float(figure) * MM * scale)
    places = sorted(figures.values())
    assert all(b - a >= ROOM for a, b in pairwise(places))
    assert max(places) <= 20.0 + 210 * MM * scale


def test_at_any_zoom_ticks_keep_a_distance():
    for scale in (0.33, 0.7, 1.33, 2.7, 10.6):
        places = [tick.at for tick in millimetres(0.0, 297 * MM, scale, ROOM)]
        assert min(b - a for a, b in pairwise(places)) >= 6.0


# -- in the window ---------------------------------------------------------------------------------


def rulers(window):
    return window.view.rulers


def test_rulers_are_off_at_first_switched_in_the_view_menu_and_remembered(opened, settings):
    assert not rulers(opened).above.isVisible()
    give(opened, "view.rulers")
    assert opened.actions_["view.rulers"].isChecked()
    assert rulers(opened).above.isVisible()
    assert rulers(opened).beside.isVisible()
    assert settings.flag("view/rulers", default=False)
    give(opened, "view.rulers")
    assert not rulers(opened).above.isVisible()
    assert not settings.flag("view/rulers", default=True)


def test_rulers_take_their_room_from_the_pages_and_give_it_back(opened):
    before = opened.view.viewport().geometry()
    give(opened, "view.rulers")
    place = opened.view.viewport().geometry()
    assert (place.left() - before.left(), place.top() - before.top()) == (BREADTH, BREADTH)
    above, beside = rulers(opened).above.geometry(), rulers(opened).beside.geometry()
    assert (above.left(), above.right()) == (place.left(), place.right())
    assert above.bottom() + 1 == place.top()
    assert (beside.top(), beside.bottom()) == (place.top(), place.bottom())
    assert beside.right() + 1 == place.left()
    give(opened, "view.rulers")
    assert opened.view.viewport().geometry() == before


def test_rulers_follow_zoom_and_scrolling(opened):
    give(opened, "view.rulers")
    opened.view.set_zoom(2.0)
    QTest.qWait(20)
    first = rulers(opened).beside.scene
    assert first == scene_of(opened.view.context, first.pointer)
    bar = opened.view.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    QTest.qWait(20)
    second = rulers(opened).beside.scene
    assert second.stack[0].paper.top() == pytest.approx(first.stack[0].paper.top() - 40)
    page = opened.view.pages[second.row[0].page]
    assert across(second.row[0], page)[0].at == second.row[0].paper.left()


def test_rulers_that_show_the_same_are_not_painted_again(opened, qtbot):
    give(opened, "view.rulers")
    settle(qtbot, opened)
    QTest.qWait(20)
    scene = rulers(opened).above.scene
    opened.session.select(of_article(Place(0, 0)), seen=True)
    QTest.qWait(20)
    assert rulers(opened).above.scene is scene


def test_the_pointer_is_marked_while_it_is_over_the_pages(opened):
    give(opened, "view.rulers")
    at = QPointF(200, 150).toPoint()
    QTest.mouseMove(opened.view.viewport(), at)
    assert rulers(opened).above.scene.pointer == QPointF(at)


def test_a_page_s_menu_has_the_rulers(opened):
    from desktop.window_parts.context import MENUS, MenuSubject

    assert "view.rulers" in MENUS[MenuSubject.PAGE]
