"""Gestures and keys by themselves: over a session and a viewport that no widget stands behind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from no_window import NONE, Hand, pressed
from panel_session import opened
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.canvas.drops import DropTarget
from desktop.canvas.gestures.crop import CropMode
from desktop.canvas.gestures.photo_drag import PhotoDrag
from desktop.canvas.gestures.press import Press
from desktop.canvas.gestures.scroll_edge import EVERY, EdgeScroller, speed
from desktop.canvas.hovering import Hovering
from desktop.canvas.keys import claims
from desktop.canvas.labels import moved_label, photo_label, size_label
from desktop.photo_sides import turned
from desktop.selection import NOTHING, Selection, SelectionKind, of_article, of_photo
from layouts.issue.edits import resize, set_side
from layouts.issue.photo import WHOLE, Crop, Photo, Side
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript
from layouts.page.hit import HitKind, fixed_box

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 6
PHOTO = Place(0, 0, 1)
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hand(qapp, catalogue, tmp_path):
    """Two articles, a photo between the paragraphs of the first."""
    Image.new("RGB", (600, 400), (90, 120, 150)).save(tmp_path / "photo.jpg")
    photo = "![图为现场](photo.jpg){side=right width=12em}"
    text = [
        "---\npublication: 简报\ndesign:\n  contents.body_from_rows: 0\n---\n\n## 【要闻】\n",
        "### 甲稿\n",
        "首" + PROSE,
        photo,
        "中" + PROSE,
        "末" + PROSE,
        "### 乙稿\n",
        "乙" + PROSE,
    ]
    (tmp_path / "issue.md").write_text("\n\n".join(text), encoding="utf-8")
    session = opened(catalogue, read_manuscript(tmp_path / "issue.md")[0])
    yield Hand(session)
    session.stop()
    session.deleteLater()


def middle_of_photo(hand: Hand):
    page, picture = hand.picture()
    return hand.pointer(page, picture.x + picture.width / 2, picture.y + picture.height / 2)


def test_a_press_selects_and_gives_the_mouse_back_when_let_go(hand):
    page, line = hand.line("乙这一段")
    at = hand.pointer(page, line.x + 30, line.y - 3)
    hand.press(at)
    assert hand.session.selection == of_article(Place(0, 1))
    assert isinstance(hand.context.mouse.gesture, Press)
    hand.release(at)
    assert hand.context.mouse.gesture is None


def test_a_press_on_bare_paper_selects_nothing(hand):
    hand.session.select(of_article(Place(0, 1)))
    hand.press(hand.pointer(0, 4, 4))
    assert hand.session.selection == NOTHING


def test_a_press_becomes_a_drag_only_once_the_mouse_has_moved_some_way(hand):
    at = middle_of_photo(hand)
    hand.press(at)
    hand.move(hand.pointer(at.page, at.x + 1, at.y))
    assert isinstance(hand.context.mouse.gesture, Press)
    hand.move(hand.pointer(at.page, at.x + 60, at.y))
    assert isinstance(hand.context.mouse.gesture, PhotoDrag)


def test_a_photo_is_dragged_to_the_paragraph_under_the_mouse_in_one_step(hand):
    begin = middle_of_photo(hand)
    page, line = hand.line("末这一段")
    hand.press(begin)
    for y in range(round(begin.y), round(line.y) + 40, 10):
        hand.move(hand.pointer(page, begin.x, y))
    assert hand.viewport.cursor is Qt.CursorShape.ClosedHandCursor
    assert hand.session.in_hand
    hand.release(hand.pointer(page, begin.x, line.y + 40))
    place = hand.session.selection.place
    assert place != PHOTO
    assert isinstance(hand.photo(place), Photo)
    assert hand.session.stack.count() == 1
    assert hand.viewport.cursor is None
    assert not hand.session.in_hand


def test_a_cancelled_drag_leaves_the_issue_as_it_was(hand):
    before, begin = hand.session.issue, middle_of_photo(hand)
    hand.press(begin)
    hand.move(hand.pointer(begin.page, begin.x, begin.y + 90))
    assert hand.session.issue is not before
    assert hand.key(Qt.Key.Key_Escape)
    assert hand.session.issue is before
    assert hand.context.mouse.gesture is None


def test_a_corner_sizes_a_photo_in_whole_em(hand):
    hand.session.select(of_photo(PHOTO))
    page, picture = hand.picture()
    em = hand.session.layout.grid.size
    hand.press(hand.pointer(page, picture.x, picture.y + picture.height))
    hand.move(hand.pointer(page, picture.x - 2.3 * em, picture.y + picture.height))
    hand.release(hand.pointer(page, picture.x - 2.3 * em, picture.y + picture.height))
    assert hand.photo(PHOTO).width == 14.0


def test_the_middle_button_moves_the_pasteboard_under_the_mouse(hand):
    hand.context.camera.set_zoom(3.0)
    hand.viewport.scroll_to(100, 200)
    shown = hand.context.camera.shown(0)
    at = hand.context.camera.pointer(shown.paper.center())
    hand.press(at, Qt.MouseButton.MiddleButton)
    hand.context.mouse.gesture.move(at._replace(at=at.at - QPoint(30, 50)))
    assert hand.viewport.scrolled == QPoint(130, 250)
    hand.release(at)
    assert hand.viewport.cursor is None


def test_a_double_click_marks_a_word_and_the_drag_after_it_whole_words(hand):
    page, line = hand.line("首这一段")
    hand.press_twice(hand.pointer(page, line.x + 2.5 * line.size, line.y - 3))
    word = hand.session.selection.caret.ordered
    assert word[1].offset - word[0].offset > 1
    hand.move(hand.pointer(page, line.x + line.width - 2, line.y - 3))
    assert hand.session.selection.caret.ordered[0] == word[0]
    assert hand.session.selection.caret.ordered[1].offset > word[1].offset


def test_text_marked_to_the_edge_of_the_view_scrolls_on_by_itself(hand, qtbot):
    hand.context.camera.set_zoom(3.0)
    page, line = hand.line("首这一段")
    hand.press_twice(hand.pointer(page, line.x + 2.5 * line.size, line.y - 3))
    start = hand.session.selection.caret.anchor
    hand.move(hand.context.camera.pointer(QPointF(300, hand.viewport.size.height() - 2)))
    before, reached = hand.viewport.scrolled.y(), hand.session.selection.caret.position
    qtbot.waitUntil(
        lambda: (
            hand.viewport.scrolled.y() > before + 100
            and hand.session.selection.caret.position != reached
        )
    )
    assert hand.session.selection.caret.anchor == start
    hand.context.mouse.gesture.cancel()


@pytest.mark.parametrize("selected", [NOTHING, of_photo(PHOTO)], ids=["nothing", "photo"])
def test_the_cursor_over_a_photo_tells_what_a_drag_would_do(hand, selected):
    hand.session.select(selected)
    page, picture = hand.picture()
    hovering, over = Hovering(hand.context), middle_of_photo(hand)
    painted = hand.viewport.updates
    hovering.moved(over)
    assert hand.viewport.updates > painted  # its outline
    assert hovering.hit.target is HitKind.PICTURE
    assert hand.viewport.cursor is Qt.CursorShape.OpenHandCursor
    hovering.moved(hand.pointer(page, picture.x, picture.y))
    sized = selected != NOTHING
    assert hand.viewport.cursor is (
        Qt.CursorShape.SizeFDiagCursor if sized else Qt.CursorShape.OpenHandCursor
    )


def test_a_double_click_on_the_masthead_asks_for_its_fields(hand):
    box = fixed_box(hand.context.pages[0], HitKind.MASTHEAD)
    hand.press_twice(hand.pointer(0, (box.left + box.right) / 2, (box.top + box.bottom) / 2))
    ((name, selection, _),) = hand.asked
    assert (name, selection) == ("edit", Selection(SelectionKind.MASTHEAD))


def test_keys_crop_the_selected_photo(hand):
    hand.session.select(of_photo(PHOTO))
    assert hand.key(Qt.Key.Key_Return)
    assert isinstance(hand.context.mouse.gesture, CropMode)
    assert [name for name, _ in hand.asked] == ["say"]
    for _ in range(5):
        hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hand.photo(PHOTO).crop == WHOLE
    hand.key(Qt.Key.Key_Return)
    assert hand.photo(PHOTO).crop == pytest.approx(Crop(0.05, 0, 0, 0))
    assert hand.context.mouse.gesture is None


def test_keys_scroll_no_further_than_the_pasteboard_reaches(hand):
    hand.context.camera.set_zoom(3.0)
    assert hand.key(Qt.Key.Key_End)
    end = hand.viewport.scrolled.y()
    assert hand.key(Qt.Key.Key_PageDown)
    assert hand.viewport.scrolled.y() == end
    hand.key(Qt.Key.Key_PageUp)
    assert hand.viewport.scrolled.y() == end - 630  # nine tenths of what is seen
    hand.key(Qt.Key.Key_Home)
    assert hand.viewport.scrolled.y() == 0


def test_a_key_shows_the_actual_size(hand):
    hand.context.camera.set_zoom(3.0)
    hand.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert hand.context.camera.zoom == 1.0


# -- the hand --------------------------------------------------------------------------------------


def enlarged(hand):
    """The pages so large that they can be moved both ways, and a point in the middle of the view
    which the pointer is at.
    """
    hand.context.camera.set_zoom(3.0)
    hand.viewport.scroll_to(100, 200)
    return hand.context.camera.pointer(QPointF(450, 350))


def drag(hand, at, across, down):
    hand.press(at)
    hand.move(at._replace(at=at.at + QPointF(across, down)))
    hand.release(at)


@pytest.mark.parametrize("selected", [NOTHING, of_article(Place(0, 1)), of_photo(PHOTO)])
def test_while_space_is_held_a_drag_moves_the_pages_and_selects_nothing(hand, selected):
    hand.session.select(selected)
    at = enlarged(hand)
    assert hand.key(Qt.Key.Key_Space)
    assert hand.viewport.cursor is Qt.CursorShape.OpenHandCursor
    assert hand.viewport.scrolled == QPoint(100, 200)  # no page further
    drag(hand, at, -30, -50)
    assert hand.viewport.scrolled == QPoint(130, 250)
    assert hand.session.selection == selected
    assert hand.key_up(Qt.Key.Key_Space)
    assert hand.context.mouse.gesture is None
    assert hand.viewport.cursor is None


def test_space_held_repeats_itself_and_neither_pages_nor_ends(hand):
    enlarged(hand)
    hand.key(Qt.Key.Key_Space)
    mode = hand.context.mouse.mode
    for _ in range(3):
        assert hand.key_up(Qt.Key.Key_Space, repeats=True)
        assert hand.key(Qt.Key.Key_Space, repeats=True)
    assert hand.context.mouse.mode is mode
    assert hand.viewport.scrolled == QPoint(100, 200)


def test_a_drag_of_the_hand_goes_on_when_space_is_let_go_first(hand):
    at = enlarged(hand)
    hand.key(Qt.Key.Key_Space)
    hand.press(at)
    hand.key_up(Qt.Key.Key_Space)
    hand.move(at._replace(at=at.at - QPointF(10, 20)))
    assert hand.viewport.scrolled == QPoint(110, 220)
    hand.release(at)
    assert hand.context.mouse.gesture is None


def test_space_in_text_is_typed(hand):
    page, line = hand.line("乙这一段")
    hand.press_twice(hand.pointer(page, line.x + 2.5 * line.size, line.y - 3))
    hand.release(hand.pointer(page, line.x + 2.5 * line.size, line.y - 3))
    before = hand.session.issue
    assert hand.key(Qt.Key.Key_Space, text=" ")
    assert hand.context.mouse.mode is None
    assert hand.session.issue is not before


def test_keys_move_no_photo_while_the_hand_is_out(hand):
    hand.session.select(of_photo(PHOTO))
    before = hand.session.issue
    hand.key(Qt.Key.Key_Space)
    hand.key(Qt.Key.Key_Down)
    assert hand.session.issue is before
    hand.key(Qt.Key.Key_Escape)
    assert hand.context.mouse.gesture is None


# -- a photo by keys -------------------------------------------------------------------------------


def test_alt_makes_steps_of_four_em(hand):
    hand.session.select(of_photo(PHOTO))
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.photo(PHOTO).width == 13.0
    for modifiers in (ALT, ALT | SHIFT):
        hand.key(Qt.Key.Key_Right, modifiers)
    assert hand.photo(PHOTO).width == 21.0
    hand.key(Qt.Key.Key_Left, ALT)
    assert hand.photo(PHOTO).width == 17.0


def test_alt_makes_steps_of_four_lines_also_over_paragraphs_and_is_one_step_of_undo(hand):
    hand.session.select(of_photo(PHOTO))
    hand.key(Qt.Key.Key_Down, ALT)
    assert hand.photo(hand.session.selection.place).line == 4
    for _ in range(2):
        hand.key(Qt.Key.Key_Down, ALT)
    assert hand.session.selection.place != PHOTO
    by_four = hand.session.selection.place, hand.photo(hand.session.selection.place).line
    hand.session.stack.undo()
    assert hand.photo(PHOTO).line == 0
    hand.session.select(of_photo(PHOTO))
    for _ in range(12):
        hand.key(Qt.Key.Key_Down)
    assert by_four == (
        hand.session.selection.place,
        hand.photo(hand.session.selection.place).line,
    )


@pytest.mark.parametrize("modifiers", [NONE, SHIFT, ALT, ALT | SHIFT])
def test_arrows_belong_to_the_selected_photo_and_to_no_shortcut(hand, modifiers):
    hand.session.select(of_photo(PHOTO))
    assert claims(hand.context, pressed(Qt.Key.Key_Up, modifiers))
    hand.session.select(of_article(Place(0, 0)))
    assert not claims(hand.context, pressed(Qt.Key.Key_Up, modifiers))


def test_a_photo_without_a_width_of_its_own_is_sized_from_the_layout_s(hand):
    """What is drawn differs from it a little, and the field does not show that."""
    hand.session.do("宽度", resize(hand.session.issue, PHOTO, None).issue)
    hand.session.settle()
    hand.session.select(of_photo(PHOTO))
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.photo(PHOTO).width == hand.session.layout.photo.width + 1


# -- scrolling at the edge -------------------------------------------------------------------------


def test_the_view_scrolls_slowly_at_the_edge_and_faster_the_further_out():
    size = 700.0
    assert speed(size / 2, size) == 0
    speeds = [speed(size - 36 + out, size) for out in range(1, 170)]
    assert 0 < speeds[0] < 23  # points a second: less than a line
    assert speeds == sorted(speeds)
    assert max(b - a for a, b in pairwise(speeds)) < 2  # no jump on the way
    assert [speed(36 - out, size) for out in (1, 60, 169)] == [
        -speed(size - 36 + out, size) for out in (1, 60, 169)
    ]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
def test_the_view_scrolls_no_more_than_five_lines_a_second(hand, zoom):
    hand.context.camera.set_zoom(zoom)
    moved = []
    scroller = EdgeScroller(hand.context.camera, hand.viewport, moved.append)
    at = hand.context.camera.pointer(QPointF(450, 5000))
    before = hand.viewport.scrolled.y()
    scroller.follow(at)
    for _ in range(60):  # six tenths of a second and a little, and not by the clock
        scroller.step()
    scroller.stop()
    seconds = 60 * EVERY / 1000
    line = hand.session.layout.grid.leading * hand.context.camera.scale
    scrolled = hand.viewport.scrolled.y() - before
    assert 0 < scrolled <= 5 * line * seconds
    assert len(moved) > 10
    assert moved[-1].at == at.at  # the mouse stays, the page under it is another


# -- 通栏 -------------------------------------------------------------------------------------------


def turn(hand, place, side):
    hand.session.do("更改绕排", turned(hand.session, hand.session.issue, place, side).issue)
    hand.session.settle()


def test_a_photo_put_alone_fills_its_column_and_gets_its_width_back_beside_the_text(hand):
    measure = hand.session.layout.grid.measure
    turn(hand, PHOTO, Side.NONE)
    assert hand.photo(PHOTO).width == measure
    assert hand.picture()[1].width == pytest.approx(hand.session.layout.grid.column_width)
    turn(hand, PHOTO, Side.LEFT)
    assert (hand.photo(PHOTO).side, hand.photo(PHOTO).width) == (Side.LEFT, 12.0)


def test_a_photo_that_nobody_saw_narrower_gets_the_layout_s_width_beside_the_text(hand):
    full = resize(hand.session.issue, PHOTO, hand.session.layout.grid.measure).issue
    hand.session.do("通栏", set_side(full, PHOTO, Side.NONE).issue)
    turn(hand, PHOTO, Side.RIGHT)
    assert hand.photo(PHOTO).width is None


def test_a_photo_made_narrower_while_it_stood_alone_stays_so(hand):
    turn(hand, PHOTO, Side.NONE)
    hand.session.do("宽度", resize(hand.session.issue, PHOTO, 20.0).issue)
    turn(hand, PHOTO, Side.RIGHT)
    assert hand.photo(PHOTO).width == 20.0


@pytest.mark.parametrize("way", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_an_arrow_takes_a_photo_out_of_the_full_measure(hand, way):
    turn(hand, PHOTO, Side.NONE)
    hand.session.select(of_photo(PHOTO))
    hand.key(way)
    assert hand.photo(PHOTO).width == 12.0


def test_a_photo_dragged_sideways_out_of_the_full_measure_is_narrow_again(hand):
    turn(hand, PHOTO, Side.NONE)
    grid = hand.session.layout.grid
    at = middle_of_photo(hand)
    hand.press(at)
    hand.move(hand.pointer(at.page, grid.left + 10, at.y))
    hand.release(hand.pointer(at.page, grid.left + 10, at.y))
    photo = hand.photo(hand.session.selection.place)
    assert (photo.side, photo.width) == (Side.LEFT, 12.0)
    hand.session.stack.undo()
    assert hand.photo(PHOTO).side is Side.NONE


# -- measuring -------------------------------------------------------------------------------------


def test_the_label_says_one_width_and_while_sizing_millimetres_and_lines(hand):
    session, layout = hand.session, hand.session.layout
    hand.session.do("宽度", resize(session.issue, PHOTO, None).issue)
    session.settle()
    _page, picture = hand.picture()
    photo, em = hand.photo(PHOTO), f"{layout.photo.width:g} 字"
    lines = round((picture.height - layout.grid.ascent) / layout.grid.leading) + 1
    across, down = (round(side * 25.4 / 72, 1) for side in (picture.width, picture.height))
    assert picture.width / layout.grid.size != layout.photo.width  # drawn a little otherwise
    assert f" · {em} · " in photo_label(layout, session.issue, PHOTO, photo, picture)
    assert size_label(layout, photo, picture.width, picture.height) == (
        f"{em} · {across:g} × {down:g} mm · {lines} 行"
    )
    assert moved_label(layout, session.issue, PHOTO, photo, picture) == (
        f"右侧 · 第 2 段第 1 行 · {em} · {across:g} × {down:g} mm · {lines} 行"
    )


def test_a_crop_says_how_large_the_photo_will_be(hand):
    hand.session.select(of_photo(PHOTO))
    hand.key(Qt.Key.Key_Return)
    mode = hand.context.mouse.gesture
    for _ in range(20):
        hand.key(Qt.Key.Key_Up, ALT)
        hand.key(Qt.Key.Key_Down, ALT)
    mode.crop = Crop(0.0, 0.2, 0.0, 0.3)
    told = mode.told()
    hand.key(Qt.Key.Key_Return)
    _page, picture = hand.picture()
    size = size_label(hand.session.layout, hand.photo(PHOTO), picture.width, picture.height)
    assert told == f"裁切 · {size} · 保留 50% · 回车完成"


def test_photos_held_at_the_edge_of_the_view_scroll_it_too(hand, qtbot):
    hand.context.camera.set_zoom(3.0)
    target = DropTarget(hand.context)
    hand.context.mouse.begin(target)
    target.move(hand.context.camera.pointer(QPointF(450, hand.viewport.size.height() - 2)))
    before = hand.viewport.scrolled.y()
    qtbot.waitUntil(lambda: hand.viewport.scrolled.y() > before + 30)
    target.cancel()
    assert hand.context.mouse.gesture is None
