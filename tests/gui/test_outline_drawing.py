"""What text runs round of a photo, drawn in the window: corners dragged, added and taken out; what
the inspector and the overlay show of it.
"""

from __future__ import annotations

import pytest
from page_driver import SHIFT, Driver, closed, opened
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.canvas.gestures.outline import OutlineMode, begin_outline
from desktop.canvas.overlays import Overlay
from desktop.panels.forms.photo import PhotoForm
from desktop.selection import NOTHING, of_photo
from layouts.issue import edits
from layouts.issue.photo import Crop, PhotoPoint, Side, Wrap
from layouts.manuscript import read_manuscript
from layouts.photo_tone import PhotoTone

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 9

TRIANGLE = (PhotoPoint(0.5, 0.1), PhotoPoint(0.9, 0.9), PhotoPoint(0.1, 0.9))


@pytest.fixture
def page(qtbot, catalogue, tmp_path):
    """An article with a cut-out beside its first paragraph, selected."""
    cut = Image.new("RGBA", (300, 400), (0, 0, 0, 0))
    ImageDraw.Draw(cut).polygon([(150, 20), (280, 390), (20, 390)], fill="maroon")
    cut.save(tmp_path / "cut.png")
    head = "---\npublication: 简报\n---\n\n## 【要闻】\n\n### 甲稿\n\n"
    photo = "![图为现场](cut.png){side=right width=14em wrap=alpha}"
    path = tmp_path / "cut.md"
    path.write_text(f"{head}{photo}\n\n{PROSE}\n\n{PROSE}", encoding="utf-8")
    driver = opened(catalogue, read_manuscript(path)[0])
    driver.session.select(of_photo(driver.photo()[0]))
    driver.picture()
    yield driver
    closed(driver)


def drawing(driver: Driver) -> OutlineMode:
    """The outline being drawn."""
    mode = driver.view.context.mouse.mode
    if mode is None:
        assert begin_outline(driver.view.context)
        mode = driver.view.context.mouse.mode
    assert isinstance(mode, OutlineMode)
    return mode


def draw_triangle(driver: Driver) -> OutlineMode:
    place, _ = driver.photo()
    driver.session.do("t", edits.set_polygon(driver.issue, place, TRIANGLE).issue)
    driver.session.settle()
    return drawing(driver)


def at(point: QPointF) -> QPoint:
    return point.toPoint()


def body(driver: Driver) -> list[tuple[float, float, str]]:
    return [
        (line.x, line.width, line.text)
        for shown in driver.view.pages
        for line in shown.lines
        if line.role == "body"
    ]


# -- the mode --------------------------------------------------------------------------------------


def test_drawing_begins_with_the_outline_that_was_found(page):
    mode = drawing(page)
    xs, ys = [x for x, _ in mode.corners], [y for _, y in mode.corners]
    assert 3 <= len(mode.corners) <= 32
    assert (min(xs), max(xs)) == (
        pytest.approx(20 / 300, abs=0.03),
        pytest.approx(280 / 300, abs=0.03),
    )
    assert (min(ys), max(ys)) == (
        pytest.approx(20 / 400, abs=0.03),
        pytest.approx(390 / 400, abs=0.03),
    )
    assert page.photo()[1].wrap is Wrap.ALPHA  # nothing was changed yet


def test_a_photo_with_nothing_found_begins_with_its_frame(page):
    place, _ = page.photo()
    page.session.do("t", edits.set_wrap(page.issue, place, Wrap.BOX).issue)
    page.session.settle()
    # a little is cut off a frame, so that text stands beside it in whole em
    found = sorted((round(x), round(y)) for x, y in drawing(page).corners)
    assert found == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_corner_follows_the_mouse_and_the_text_flows_meanwhile(page):
    mode = draw_triangle(page)
    before, handle = body(page), at(mode.handles()[2])
    with page.drag(handle, handle + QPoint(0, -120)):
        assert body(page) != before
        assert page.photo()[1].polygon[2].y < 0.9
    assert page.photo()[1].wrap is Wrap.POLYGON
    assert page.photo()[1].polygon[:2] == TRIANGLE[:2]


def test_a_drag_is_one_step_of_undo(page):
    mode = draw_triangle(page)
    handle = at(mode.handles()[0])
    with page.drag(handle, handle + QPoint(-60, 30)):
        pass
    assert page.photo()[1].polygon != TRIANGLE
    page.session.stack.undo()
    page.session.settle()
    assert page.photo()[1].polygon == TRIANGLE
    assert tuple(mode.corners) == TRIANGLE  # the mode goes on, and shows it


def test_a_press_on_an_edge_makes_a_corner_there(page):
    mode = draw_triangle(page)
    one, other = mode.handles()[:2]
    middle = at((one + other) / 2)
    with page.drag(middle, middle + QPoint(20, 0)):
        pass
    assert len(page.photo()[1].polygon) == 4
    assert page.photo()[1].polygon[1].x > 0.7


def test_a_double_click_takes_a_corner_out_but_never_the_third_last(page):
    mode = draw_triangle(page)
    page.click(at(sum(mode.handles()[:2], QPointF()) / 2))
    assert len(mode.corners) == 4
    page.double_click(at(mode.handles()[1]))
    page.session.settle()
    assert len(page.photo()[1].polygon) == 3
    page.double_click(at(mode.handles()[1]))
    page.session.settle()
    assert len(page.photo()[1].polygon) == 3


def test_a_double_click_on_an_edge_leaves_the_corner_it_made(page):
    mode = draw_triangle(page)
    page.double_click(at(sum(mode.handles()[:2], QPointF()) / 2))
    page.session.settle()
    assert len(page.photo()[1].polygon) == 4


def test_keys_choose_move_add_and_take_out_corners(page):
    mode = draw_triangle(page)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert mode.chosen == 0
    QTest.keyClick(page.view, Qt.Key.Key_Backtab, SHIFT)
    assert mode.chosen == 2
    page.key(Qt.Key.Key_Left)
    page.key(Qt.Key.Key_Up, SHIFT)
    assert page.photo()[1].polygon[2] == (pytest.approx(0.095), pytest.approx(0.85))
    page.key(Qt.Key.Key_Insert)
    assert len(page.photo()[1].polygon) == 4
    page.key(Qt.Key.Key_Delete)
    assert len(page.photo()[1].polygon) == 3


@pytest.mark.parametrize("place", [0, None], ids=["corner", "edge"])
def test_escape_gives_back_a_drag_that_goes_on_and_the_drawing_stays(page, place):
    mode = draw_triangle(page)
    handles = mode.handles()
    start = at(handles[0] if place == 0 else (handles[0] + handles[1]) / 2)
    before, steps = page.issue, page.session.stack.count()
    page.press(start)
    page.move(start + QPoint(30, 40))
    assert page.issue is not before
    page.key(Qt.Key.Key_Escape)
    page.move(start + QPoint(50, 60))
    page.release(start + QPoint(50, 60))
    assert page.issue == before
    assert page.session.stack.count() == steps
    assert tuple(drawing(page).corners) == TRIANGLE


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_leave_and_keep_what_was_drawn(page, key):
    mode = draw_triangle(page)
    handle = at(mode.handles()[0])
    with page.drag(handle, handle + QPoint(-40, 20)):
        pass
    drawn = page.photo()[1].polygon
    page.key(key)
    assert page.view.context.mouse.mode is None
    assert page.photo()[1].polygon == drawn


def test_a_press_elsewhere_ends(page):
    mode = draw_triangle(page)
    page.click(at(mode.handles()[0]) + QPoint(0, 300))
    assert page.view.context.mouse.mode is None


def test_a_corner_stays_in_its_photo(page):
    mode = draw_triangle(page)
    handle = at(mode.handles()[1])
    with page.drag(handle, handle + QPoint(900, 900)):
        pass
    assert page.photo()[1].polygon[1] == (1, 1)


@pytest.mark.parametrize("straighten", [0.0, 8.0])
def test_handles_stand_on_what_they_are_of_whatever_is_cropped_and_straightened(page, straighten):
    """A corner dragged away and back is the corner it was."""
    place, _ = page.photo()
    issue = edits.set_crop(page.issue, place, Crop(0.1, 0.05, 0.2, 0.0)).issue
    issue = edits.set_tone(issue, place, PhotoTone(straighten=straighten)).issue
    page.session.do("t", edits.set_polygon(issue, place, TRIANGLE).issue)
    page.session.settle()
    mode = drawing(page)
    page.press(at(mode.handles()[0]))
    page.move(at(mode.handles()[0]) + QPoint(30, 30))
    page.move(at(mode.handles()[0]) - QPoint(30, 30))
    page.release(at(mode.handles()[0]))
    found = page.photo()[1].polygon
    assert found[0] == (pytest.approx(0.5, abs=0.01), pytest.approx(0.1, abs=0.01))


def test_a_photo_alone_has_no_outline_to_draw(page):
    place, _ = page.photo()
    page.session.do("t", edits.set_side(page.issue, place, Side.NONE).issue)
    page.session.settle()
    assert not begin_outline(page.view.context)


def test_the_mode_ends_with_its_photo(page):
    draw_triangle(page)
    place, _ = page.photo()
    page.session.do("t", edits.remove_photo(page.issue, place).issue)
    page.session.settle()
    assert page.view.context.mouse.mode is None


# -- what is seen of it ----------------------------------------------------------------------------


def test_the_overlay_shows_the_contour_of_every_photo_and_a_selected_one_shows_its_own(page):
    def shot():
        return page.view.viewport().grab().toImage()

    selected = shot()
    place, _ = page.photo()
    page.session.do("t", edits.set_wrap(page.issue, place, Wrap.BOX).issue, of_photo(place))
    page.session.settle()
    assert shot() != selected
    page.session.stack.undo()
    page.session.settle()
    page.session.select(NOTHING)
    bare = shot()
    page.view.set_overlay(Overlay.CONTOURS, on=True)
    assert shot() != bare


def test_the_inspector_says_what_text_runs_round(page, qtbot):
    form = PhotoForm(page.session)
    qtbot.addWidget(form)
    form.follow()
    group = form.wrap
    assert group.kinds.value() is Wrap.ALPHA
    group.kinds.buttons()[2].click()
    assert page.photo()[1].wrap is Wrap.OUTLINE
    group.kinds.buttons()[1].click()
    page.session.settle()
    group.kinds.buttons()[3].click()
    assert page.photo()[1].wrap is Wrap.POLYGON
    drawn = page.photo()[1].polygon  # from what was found on
    assert min(y for _, y in drawn) == pytest.approx(20 / 400, abs=0.03)
    group.kinds.buttons()[0].click()
    assert page.photo()[1].wrap is Wrap.BOX
    assert page.photo()[1].polygon == drawn  # kept for another day


def test_the_inspector_sets_each_edge_apart(page, qtbot):
    form = PhotoForm(page.session)
    qtbot.addWidget(form)
    form.follow()
    group, own, before = form.wrap, page.session.layout.photo.standoff, body(page)
    group.by_edge.click()
    page.session.settle()
    apart = page.photo()[1].standoffs
    assert (apart.left, apart.right) == (own, own)
    assert body(page) == before  # nothing moves by it
    form.follow()
    group.edges["left"].setValue(3)
    assert page.photo()[1].standoffs == apart._replace(left=3)
    group.by_edge.click()
    assert page.photo()[1].standoffs is None
