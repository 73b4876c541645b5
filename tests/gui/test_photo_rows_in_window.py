"""Rows of photos on the pages: joined, put in order, left and sized by the mouse; by commands and in
the inspector.
"""

from __future__ import annotations

import pytest
from page_driver import CONTROL, Driver, closed, opened
from panel_session import small_issue
from PySide6.QtCore import QPoint, Qt
from windows import give, open_issue, settle

from desktop.canvas.areas import drawn_photo, frame
from desktop.canvas.handles import corners
from desktop.canvas.photo_row import row_frame, selected_frame
from desktop.panels.tree.model import ROW
from desktop.selection import of_photo
from layouts.issue.edits import in_row, make_row, row_of
from layouts.issue.photo import Photo, RowCaptions
from layouts.issue.places import Place, block_at
from layouts.manuscript import read_manuscript
from layouts.page.hit import Rect

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 9
A, B, C = (Place(0, 0, k) for k in (1, 3, 4))
"""The photos of the article."""


def manuscript(folder):
    small_issue(folder)
    parts = [
        "---\npublication: 简报\ncontents: false\n---\n\n## 【要闻】\n",
        "### 甲稿\n",
        PROSE,
        "![甲](photo.jpg){side=right width=8em}",
        PROSE,
        "![乙](photo.jpg){side=right width=8em}",
        "![丙](photo.jpg){side=left width=8em}",
        PROSE,
        PROSE,
    ]
    path = folder / "rows.md"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


@pytest.fixture
def pages(qtbot, catalogue, tmp_path):
    driver = opened(catalogue, read_manuscript(manuscript(tmp_path))[0])
    yield driver
    closed(driver)


def box(driver: Driver, place: Place) -> tuple[int, Rect]:
    found = drawn_photo(driver.issue, driver.view.pages, place)
    assert found is not None
    return found[0], frame(found[1])


def point(driver: Driver, place: Place, across: float, down: float = 0.5) -> QPoint:
    """A point of a photo, brought into view."""
    page, area = box(driver, place)
    driver.view.show_rect(page, area)
    return driver.at(page, area.left + across * area.width, area.top + down * area.height)


def captions(driver: Driver, place: Place) -> list[str]:
    """The photos of the row at a place, by their captions."""
    return [block_at(driver.issue, member).caption.string for member in row_of(driver.issue, place)]


def rowed(driver: Driver, *places: Place) -> None:
    driver.session.do("并排", make_row(driver.issue, places).issue)
    driver.session.settle()


@pytest.mark.parametrize(("across", "order"), [(0.1, ["丙", "乙"]), (0.9, ["乙", "丙"])])
def test_a_photo_dropped_on_the_edge_of_another_joins_it(pages, across, order):
    before = pages.session.stack.count()
    pages.press(point(pages, C, 0.5))
    end = point(pages, B, across)
    for _ in range(3):
        pages.move(end)
        end = point(pages, B if captions(pages, B) == ["乙"] else C, across)
    # where it stands changes as the text flows
    target = next(k for k in (3, 4) if block_at(pages.issue, Place(0, 0, k)).caption.string == "乙")
    end = point(pages, Place(0, 0, target), across)
    pages.move(end)
    pages.release(end)
    assert captions(pages, B) == order
    assert pages.session.stack.count() == before + 1
    pages.session.stack.undo()
    assert not in_row(pages.issue, B)


@pytest.mark.parametrize("grabbed", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(("across", "after"), [(0.05, False), (0.95, True)])
@pytest.mark.parametrize("moved", [A, C], ids=["from above", "from below"])
def test_it_joins_the_photo_where_that_stood_before_the_text_flowed(
    pages, moved, across, after, grabbed
):
    name = block_at(pages.issue, moved).caption.string
    point(pages, moved, 0.5)
    page, area = box(pages, moved)
    end = point(pages, B, across)
    start = pages.at(page, area.left + area.width / 2, area.top + area.height * grabbed)
    pages.press(start)
    for step in range(1, 13):
        pages.move(start + (end - start) * step / 12)
    pages.release(end)
    joined = next(
        captions(pages, Place(0, 0, k))
        for k, block in enumerate(pages.issue.sections[0].articles[0].blocks)
        if isinstance(block, Photo) and block.caption.string == "乙"
    )
    assert joined == (["乙", name] if after else [name, "乙"])


def test_a_photo_dragged_within_its_row_takes_another_place(pages):
    rowed(pages, A, B, C)
    assert captions(pages, A) == ["甲", "乙", "丙"]
    with pages.drag(point(pages, A, 0.5), point(pages, Place(0, 0, 3), 0.9)):
        # nothing moves before it is let go
        assert captions(pages, A) == ["甲", "乙", "丙"]
    assert captions(pages, A) == ["乙", "丙", "甲"]
    assert pages.session.selection == of_photo(Place(0, 0, 3))


def test_a_photo_dragged_out_of_its_row_leaves_it(pages):
    rowed(pages, A, B, C)
    page, area = row_frame(pages.issue, pages.view.pages, A)
    start = point(pages, A, 0.5)
    outside = pages.at(page, (area.left + area.right) / 2, area.bottom + 120)
    before = pages.session.stack.count()
    with pages.drag(start, outside):
        pass
    left = [
        block.caption.string
        for block in pages.issue.sections[0].articles[0].blocks
        if isinstance(block, Photo)
    ]
    assert sorted(left) == sorted("甲乙丙")
    alone = pages.session.selection.place
    assert block_at(pages.issue, alone).caption.string == "甲"
    assert not in_row(pages.issue, alone)
    assert pages.session.stack.count() == before + 1


def test_all_photos_of_a_row_selected_are_dragged_together(pages):
    rowed(pages, B, C)
    pages.click(point(pages, B, 0.5))
    pages.click(point(pages, C, 0.5), CONTROL)
    assert set(pages.session.selection.places) == {B, C}
    page, area = row_frame(pages.issue, pages.view.pages, B)
    start = point(pages, B, 0.5)
    with pages.drag(start, pages.at(page, area.left + 40, area.bottom + 100)):
        pass
    place = pages.session.selection.place
    assert captions(pages, place) == ["乙", "丙"]


def test_ctrl_takes_a_photo_away_again_and_a_click_chooses_one(pages):
    pages.click(point(pages, B, 0.5))
    pages.click(point(pages, C, 0.5), CONTROL)
    pages.click(point(pages, C, 0.5), CONTROL)
    assert pages.session.selection == of_photo(B)
    pages.click(point(pages, C, 0.5), CONTROL)
    pages.click(point(pages, C, 0.5))
    assert pages.session.selection == of_photo(C)


def test_a_row_is_sized_by_its_corner(pages):
    rowed(pages, B, C)
    pages.session.select(of_photo(C))
    found = selected_frame(pages.view.context)
    assert found is not None
    page, area = row_frame(pages.issue, pages.view.pages, B)
    pages.view.show_rect(page, area)
    grid = pages.session.layout.grid
    corner = corners(found[0].rect(found[1]))[0].center().toPoint()
    em = pages.at(page, 100 + grid.size, 0).x() - pages.at(page, 100, 0).x()
    with pages.drag(corner, corner + QPoint(8 * em, 0)):
        pass
    assert block_at(pages.issue, B).width == pytest.approx(grid.measure - 8, abs=1)
    assert block_at(pages.issue, C).width is None
    left, right = (frame(drawn_photo(pages.issue, pages.view.pages, place)[1]) for place in (B, C))
    assert right.right - left.left == pytest.approx((grid.measure - 8) * grid.size, rel=0.1)


def test_escape_gives_back_what_was_before_a_drag_out_of_a_row(pages):
    rowed(pages, A, B, C)
    page, area = row_frame(pages.issue, pages.view.pages, A)
    pages.press(point(pages, A, 0.5))
    pages.move(pages.at(page, area.left + 40, area.bottom + 120))
    pages.key(Qt.Key.Key_Escape)
    assert captions(pages, A) == ["甲", "乙", "丙"]


# -- commands, inspector, tree ---------------------------------------------------------------------


@pytest.fixture
def rows(window, qtbot, tmp_path):
    """A window with the manuscript open."""
    open_issue(qtbot, window, manuscript(tmp_path))
    return window


def words(window, place: Place) -> list[str]:
    issue = window.session.issue
    return [block_at(issue, member).caption.string for member in row_of(issue, place)]


def test_commands_set_photos_beside_each_other_and_part_them(rows, qtbot):
    rows.session.select(of_photo(A, C))
    give(rows, "photo.row")
    assert words(rows, A) == ["甲", "丙"]
    give(rows, "photo.grid-1")
    give(rows, "photo.captions-together")
    first = block_at(rows.session.issue, A)
    assert (first.grid, first.captions) == (1, RowCaptions.TOGETHER)
    settle(qtbot, rows)
    lines = [line.text for page in rows.session.edition.pages for line in page.lines]
    assert "上图：甲；" in lines
    give(rows, "photo.part-row")
    assert not in_row(rows.session.issue, A)


def test_a_photo_alone_is_set_beside_its_neighbour(rows):
    rows.session.select(of_photo(B))
    give(rows, "photo.row")
    assert words(rows, B) == ["乙", "丙"]


def test_without_a_neighbour_it_is_said_what_to_do(rows, qtbot):
    rows.session.select(of_photo(A))
    before = rows.session.issue
    give(rows, "photo.row")
    assert rows.session.issue is before


def test_the_inspector_shows_the_row_and_takes_photos_out(rows, qtbot):
    rows.session.select(of_photo(A, B, C))
    give(rows, "photo.row")
    settle(qtbot, rows)
    group = rows.inspector.photo.row
    assert group.told.text() == "这一排的第 1 张，共 3 张"
    group.grid.buttons()[2].click()
    group.captions.buttons()[2].click()
    first = block_at(rows.session.issue, A)
    assert (first.grid, first.captions) == (2, RowCaptions.EACH)
    group.leave.click()
    assert words(rows, Place(0, 0, 2)) == ["乙", "丙"]
    assert block_at(rows.session.issue, rows.session.selection.place).caption.string == "甲"


def test_the_tree_marks_photos_of_a_row(rows):
    rows.session.select(of_photo(B, C))
    give(rows, "photo.row")
    model = rows.issue_panel.model
    assert [model.at(place).data(ROW) for place in (A, B, C)] == [None, (1, 2), (2, 2)]


def test_selected_photos_are_deleted_together(rows):
    rows.session.select(of_photo(A, C))
    give(rows, "photo.remove")
    article = rows.session.issue.sections[0].articles[0]
    assert [block.caption.string for block in article.blocks if isinstance(block, Photo)] == ["乙"]
