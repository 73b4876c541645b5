"""Places of photos in the window: chosen in the panel and in menus, dragged into the margins."""

from __future__ import annotations

import pytest
from no_window import Hand
from panel_session import opened, shown
from PIL import Image

from desktop.canvas.labels import photo_label
from desktop.panels.inspector import Inspector
from desktop.selection import of_photo
from layouts.issue.edits import set_photo_place
from layouts.issue.photo import ALL_COLUMNS, Bleed, PhotoPlace
from layouts.issue.places import Place, block_at
from layouts.manuscript import read_manuscript

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 9
PHOTO = Place(0, 0, 1)


@pytest.fixture
def hand(qapp, catalogue, tmp_path):
    Image.effect_noise((600, 400), 60).convert("RGB").save(tmp_path / "photo.jpg")
    photo = "![图为现场](photo.jpg){side=right width=14em}"
    text = [
        "## 【要闻】\n",
        "### 甲稿\n",
        "首" + PROSE,
        photo,
        *(f"第{k}" + PROSE for k in range(9)),
    ]
    (tmp_path / "issue.md").write_text("\n\n".join(text), encoding="utf-8")
    session = opened(catalogue, read_manuscript(tmp_path / "issue.md")[0])
    yield Hand(session)
    session.stop()
    session.deleteLater()


@pytest.fixture
def session(hand):
    return hand.session


@pytest.fixture
def inspector(qtbot, session):
    made = shown(qtbot, Inspector(session), 320, 900)
    session.select(of_photo(PHOTO))
    return made


def photo(session):
    place = session.selection.place
    return block_at(session.issue, place)


def standing(session):
    """The page (from 0) of the photo, and its picture."""
    session.settle()
    return next(
        (number, picture)
        for number, page in enumerate(session.edition.pages)
        for picture in page.pictures
    )


# -- the panel -------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", list(PhotoPlace)[1:])
def test_a_place_is_chosen_by_its_picture_in_one_step(inspector, session, place):
    group = inspector.photo.where
    group.kinds.buttons()[list(PhotoPlace).index(place)].click()
    assert photo(session).place is place
    assert session.stack.count() == 1
    assert session.stack.undoText() == "移动图片"
    session.stack.undo()
    assert photo(session).place is PhotoPlace.TEXT


def test_at_the_head_it_goes_across_all_columns_first(inspector, session):
    inspector.photo.where.kinds.buttons()[1].click()
    assert photo(session).across == ALL_COLUMNS


def test_the_edges_of_the_little_page_are_switches(inspector, session):
    buttons = inspector.photo.where.edges.buttons
    buttons[0].click()
    buttons[2].click()
    assert photo(session).bleed == Bleed(left=True, right=True)
    buttons[0].click()
    assert photo(session).bleed == Bleed(right=True)
    assert {button.accessibleName() for button in buttons} == {
        "左边出血",
        "上边出血",
        "右边出血",
        "下边出血",
    }


def test_what_is_of_no_matter_to_a_photo_apart_is_shut(inspector, session):
    form = inspector.photo
    assert form.width_box.isEnabled()
    form.where.kinds.buttons()[3].click()
    assert not form.width_box.isEnabled()
    assert not form.side.isEnabled()
    form.where.kinds.buttons()[0].click()
    assert form.width_box.isEnabled()
    assert form.side.isEnabled()


def test_the_panel_opens_the_group_of_a_photo_apart(inspector, session):
    assert not inspector.photo.where.is_expanded()
    session.do("x", set_photo_place(session.issue, PHOTO, PhotoPlace.PAGE).issue)
    assert inspector.photo.where.is_expanded()


# -- on the page -----------------------------------------------------------------------------------


def dragged(hand, x, y):
    """The photo taken in its middle and let go at a point of its page."""
    page, picture = hand.picture()
    at = picture.x + picture.width / 2, picture.y + picture.height / 2
    hand.press(hand.pointer(page, *at))
    for share in (0.1, 0.5, 1.0):
        hand.move(hand.pointer(page, at[0] + (x - at[0]) * share, at[1] + (y - at[1]) * share))
    hand.release(hand.pointer(page, x, y))


@pytest.mark.parametrize(("place", "height"), [(PhotoPlace.TOP, 12.0), (PhotoPlace.FOOT, 830.0)])
def test_dragged_into_the_margin_it_stands_at_the_head_or_foot(hand, session, place, height):
    steps = session.stack.count()
    dragged(hand, 300.0, height)
    assert photo(session).place is place
    assert session.stack.count() == steps + 1
    _, picture = standing(session)
    grid = session.layout.grid
    assert picture.width == pytest.approx(grid.area_width)
    session.stack.undo()
    assert photo(session).place is PhotoPlace.TEXT


def test_dragged_back_among_the_lines_it_stands_in_the_text(hand, session):
    session.do("x", set_photo_place(session.issue, PHOTO, PhotoPlace.FOOT, 0).issue)
    session.select(of_photo(PHOTO))
    dragged(hand, 300.0, 420.0)
    assert photo(session).place is PhotoPlace.TEXT


def test_a_photo_apart_has_no_handles_and_says_where_it_stands(hand, session):
    session.do("x", set_photo_place(session.issue, PHOTO, PhotoPlace.PAGE).issue)
    session.select(of_photo(PHOTO))
    _, picture = standing(session)
    label = photo_label(session.layout, session.issue, PHOTO, photo(session), picture)
    assert label.startswith("整页 · ")


def test_a_photo_that_goes_to_another_page_comes_into_view(inspector, session):
    seen = []
    session.chosen.connect(seen.append)
    inspector.photo.where.kinds.buttons()[3].click()
    assert len(seen) == 1
