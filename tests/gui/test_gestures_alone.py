"""Gestures and keys by themselves: over a session and a viewport that no widget stands behind."""

from __future__ import annotations

import pytest
from no_window import Hand
from panel_session import opened
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.canvas.gestures.crop import CropMode
from desktop.canvas.gestures.photo_drag import PhotoDrag
from desktop.canvas.gestures.press import Press
from desktop.canvas.hovering import Hovering
from desktop.selection import NOTHING, Selection, SelectionKind, of_article, of_photo
from layouts.issue.photo import WHOLE, Crop, Photo
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript
from layouts.page.hit import HitKind, fixed_box

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 6
PHOTO = Place(0, 0, 1)


@pytest.fixture
def hand(qapp, catalogue, tmp_path):
    """Two articles, a photo between the paragraphs of the first."""
    Image.new("RGB", (600, 400), (90, 120, 150)).save(tmp_path / "photo.jpg")
    photo = "![图为现场](photo.jpg){side=right width=12em}"
    text = [
        "---\npublication: 简报\n---\n\n## 【要闻】\n",
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
