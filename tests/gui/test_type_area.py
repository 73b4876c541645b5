"""The type area dragged on the pages while the layout is designed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from page_driver import closed, opened
from panel_session import small_issue
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.canvas.gestures.area_drag import AreaDrag, area_label, margins_after
from desktop.canvas.overlays import Overlay
from desktop.canvas.type_area import CORNERS, AreaSide, handles, type_area
from layouts.compose import compose
from layouts.composer import Composer
from layouts.errors import LayoutError
from layouts.house.load import STOCK, layout_of, load_layout
from layouts.issue import edits
from layouts.issue.edits import set_masthead_field
from layouts.units import POINTS_PER_MM

MM = POINTS_PER_MM
GRID = load_layout("jianbao-a4").grid
"""30 rows of 31 characters of 14 pt; margins 30 mm above, 28 below and at the sides."""


@pytest.fixture
def designing(qtbot, catalogue, tmp_path):
    """The pages with the handles shown."""
    driver = opened(catalogue, small_issue(tmp_path))
    driver.view.set_overlay(Overlay.DESIGN, on=True)
    driver.view.camera.set_zoom(0.7)
    yield driver
    closed(driver)


def handle(driver, side):
    """Where a handle of page 1 is, brought into view."""
    grid = driver.session.layout.grid
    area = type_area(driver.view.shown(0), grid)
    driver.view.show_rect(0, _box(grid, side))
    area = type_area(driver.view.shown(0), grid)
    return handles(area)[side].toPoint()


def _box(grid, side):
    from layouts.page.hit import Rect

    foot = grid.top + grid.area_height
    y = foot if side & AreaSide.FOOT else grid.top if side & AreaSide.TOP else (grid.top + foot) / 2
    return Rect(grid.left, y - 20, grid.left + grid.area_width, y + 20)


def pixels(driver, points):
    return points * driver.view.shown(0).scale


# -- what a pull comes to --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "pulled", "characters"),
    [
        (AreaSide.RIGHT, (-14, 0), 29),  # a character at either side
        (AreaSide.RIGHT, (15, 0), 33),
        (AreaSide.LEFT, (14, 0), 29),
        (AreaSide.LEFT, (-14, 0), 33),
        (AreaSide.RIGHT, (3, 0), None),  # less than half a character
        (AreaSide.RIGHT, (400, 0), 38),  # 10 mm stay at the paper's edge
        (AreaSide.LEFT, (400, 0), 8),
    ],
)
def test_sides_snap_to_whole_characters(side, pulled, characters):
    values = margins_after(GRID, side, pulled, least_side=28 * MM, has_measure=False)
    if characters is None:
        assert values == {}
        return
    margin = (GRID.width - characters * 14) / 2 / MM
    assert float(values["page.side"].removesuffix("mm")) == pytest.approx(margin, abs=0.011)


def test_a_layout_that_counts_its_characters_has_that_number_changed():
    values = margins_after(GRID, AreaSide.RIGHT, (-14, 0), least_side=28 * MM, has_measure=True)
    assert values == {"grid.measure": 29}
    wider = margins_after(GRID, AreaSide.RIGHT, (14, 0), least_side=28 * MM, has_measure=True)
    assert wider["grid.measure"] == 33
    assert float(wider["page.side"].removesuffix("mm")) < 28


def test_top_and_foot_snap_to_rows_and_with_alt_do_not():
    down = margins_after(
        GRID, AreaSide.TOP, (0, 2 * GRID.leading + 3), least_side=0, has_measure=False
    )
    assert float(down["page.top"].removesuffix("mm")) == pytest.approx(
        30 + 2 * GRID.leading / MM, abs=0.011
    )
    free = margins_after(GRID, AreaSide.TOP, (0, 4), least_side=0, has_measure=False, free=True)
    assert free == {"page.top": "31.5mm"}
    assert margins_after(GRID, AreaSide.FOOT, (0, 2), least_side=0, has_measure=False) == {}


def test_a_corner_moves_both():
    values = margins_after(
        GRID, CORNERS[2], (-14, -GRID.leading), least_side=28 * MM, has_measure=False
    )
    assert values.keys() == {"page.side", "page.foot"}


def test_the_label_says_the_margins():
    assert area_label(GRID, AreaSide.TOP) == "天头 30 mm · 30 行"
    assert area_label(GRID, AreaSide.RIGHT) == "左右 28.4 mm · 31 字"


# -- by the mouse ----------------------------------------------------------------------------------


def test_a_side_is_dragged_and_the_pages_follow_in_one_step(designing):
    session = designing.session
    start = handle(designing, AreaSide.RIGHT)
    with designing.drag(start, start - QPoint(round(pixels(designing, 28)), 0)):
        assert isinstance(designing.view.gesture, AreaDrag)
        assert session.layout.grid.measure == 27
        body = [
            line for page in session.edition.pages for line in page.lines if line.role == "body"
        ]
        assert (
            max(line.x + line.width for line in body) <= 27 * 14 + session.layout.grid.left + 0.01
        )
    assert session.layout.grid.measure == 27
    assert session.stack.count() == 1
    assert session.stack.undoText() == "版式：移动版心边"
    session.stack.undo()
    assert session.layout.grid.measure == 31
    assert session.issue.design == {}


@pytest.mark.parametrize(
    ("side", "along", "pull", "measure", "rows"),
    [
        (AreaSide.RIGHT, (0, 60), (-28, 0), 27, 30),
        (AreaSide.LEFT, (0, -60), (28, 0), 27, 30),
        (AreaSide.TOP, (60, 0), (0, 2 * 22.9), 31, 28),
    ],
)
def test_a_side_is_dragged_beside_its_handle(designing, side, along, pull, measure, rows):
    start = handle(designing, side) + QPoint(*along)
    pulled = QPoint(*(round(pixels(designing, way)) for way in pull))
    with designing.drag(start, start + pulled):
        assert isinstance(designing.view.gesture, AreaDrag)
    grid = designing.session.layout.grid
    assert (grid.measure, grid.rows) == (measure, rows)


def test_text_just_inside_a_side_is_no_side(designing):
    start = handle(designing, AreaSide.LEFT) + QPoint(6, 60)
    designing.press(start)
    assert not isinstance(designing.view.gesture, AreaDrag)
    designing.release(start)


def test_dragged_there_and_back_it_was_no_step(designing):
    session = designing.session
    start = handle(designing, AreaSide.TOP)
    designing.press(start)
    designing.move(start + QPoint(0, round(pixels(designing, 2 * 22.9))))
    assert "page.top" in session.issue.design
    designing.move(start)
    designing.release(start)
    assert session.issue.design == {}
    assert session.stack.count() == 0


def test_esc_gives_the_margins_back(designing):
    session = designing.session
    start = handle(designing, AreaSide.TOP)
    designing.press(start)
    designing.move(start + QPoint(0, round(pixels(designing, 46))))
    QTest.keyClick(designing.view, Qt.Key.Key_Escape)
    assert session.issue.design == {}
    assert session.stack.count() == 0


def test_without_the_panel_there_are_no_handles(designing):
    designing.view.set_overlay(Overlay.DESIGN, on=False)
    start = handle(designing, AreaSide.RIGHT)
    designing.press(start)
    assert not isinstance(designing.view.gesture, AreaDrag)
    designing.release(start)


def test_a_read_only_document_is_not_dragged(designing):
    designing.session.read_only = "别人正在编辑"
    start = handle(designing, AreaSide.RIGHT)
    designing.press(start)
    assert not isinstance(designing.view.gesture, AreaDrag)
    designing.release(start)


def test_the_cursor_tells_of_a_handle(designing):
    start = handle(designing, AreaSide.LEFT)
    QTest.mouseMove(designing.view.viewport(), start)
    assert designing.view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor


# -- composing in one layout after another ---------------------------------------------------------


def test_what_is_kept_from_layout_to_layout_makes_the_same_pages(catalogue, tmp_path):
    issue = small_issue(tmp_path)
    composer = Composer(catalogue)
    for design in (
        {},
        {"page.top": "40mm"},
        {"grid.measure": 26},
        {"styles.body.tracking": 0.05},
        {"punctuation.style": "office"},
        {},
    ):
        changed = edits.reset_design(issue).issue
        for place, value in design.items():
            changed = edits.set_design(changed, place, value).issue
        layout = layout_of(changed)
        assert composer.compose(changed, layout) == compose(changed, layout, catalogue)


def test_an_edit_after_a_drag_is_composed_in_the_new_layout(designing):
    start = handle(designing, AreaSide.RIGHT)
    with designing.drag(start, start - QPoint(round(pixels(designing, 28)), 0)):
        pass
    session = designing.session
    session.do("改", set_masthead_field(session.issue, "number", 77).issue)
    assert session.settle()
    assert session.composed_layout.grid.measure == 27


def test_a_layout_whose_file_has_gone_is_said_and_the_pages_stay(qtbot, catalogue, tmp_path):
    file = tmp_path / "house.toml"
    file.write_bytes((STOCK / "jianbao-a4.toml").read_bytes())
    issue = replace(small_issue(tmp_path), layout="house.toml")
    driver = opened(catalogue, issue)
    driver.view.set_overlay(Overlay.DESIGN, on=True)
    driver.view.camera.set_zoom(0.7)
    said = []
    driver.session.troubled.connect(said.append)
    before, at = driver.session.issue, handle(driver, AreaSide.RIGHT)
    viewport = driver.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    file.unlink()
    QTest.mouseMove(viewport, at + QPoint(-60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(-60, 0))
    assert [type(error) for error in said] == [LayoutError]
    assert driver.session.issue is before
    assert not driver.session.in_hand
    closed(driver)
