"""Photos adjusted in the window: by sliders that pages follow, by a line along the horizon, by a
click on what matters, and credits typed where they stand.
"""

from __future__ import annotations

from math import radians, tan

import pytest
from no_window import Hand
from panel_session import opened, shown
from PIL import Image
from PySide6.QtCore import QPointF, Qt

from desktop.canvas.gestures.crop import CropMode, begin_crop
from desktop.canvas.gestures.straighten import StraightenMode, begin_straighten, tilt_of
from desktop.panels.inspector import Inspector
from desktop.selection import TextPosition, of_photo, of_text
from layouts.issue.edits import set_credit, set_focus, set_tone
from layouts.issue.parts import CREDIT
from layouts.issue.photo import WHOLE, Crop, PhotoPoint
from layouts.issue.places import Place, block_at
from layouts.manuscript import read_manuscript
from layouts.photo_tone import AS_IT_IS, PhotoTone

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 6
PHOTO = Place(0, 0, 1)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hand(qapp, catalogue, tmp_path):
    Image.effect_noise((600, 400), 60).convert("RGB").save(tmp_path / "photo.jpg")
    photo = "![图为现场](photo.jpg){side=right width=14em credit=摄影：李明}"
    text = ["## 【要闻】\n", "### 甲稿\n", "首" + PROSE, photo, "中" + PROSE, "末" + PROSE]
    (tmp_path / "issue.md").write_text("\n\n".join(text), encoding="utf-8")
    session = opened(catalogue, read_manuscript(tmp_path / "issue.md")[0])
    yield Hand(session)
    session.stop()
    session.deleteLater()


@pytest.fixture
def inspector(qtbot, session):
    made = shown(qtbot, Inspector(session), 320, 900)
    session.select(of_photo(PHOTO))
    return made


def tone(session) -> PhotoTone:
    return block_at(session.issue, PHOTO).tone


# -- the panel -------------------------------------------------------------------------------------


def test_a_slider_that_is_dragged_is_one_step_of_undo(inspector, session):
    group = inspector.photo.tone
    group.brightness.slider.sliderPressed.emit()
    for value in (5, 12, 31, 40):
        group.brightness.slider.setValue(value)
        session.settle()
        assert tone(session).brightness == pytest.approx(value / 100)
    group.brightness.slider.sliderReleased.emit()
    assert session.stack.count() == 1
    assert not session.in_hand
    session.stack.undo()
    assert tone(session) == AS_IT_IS


def test_two_drags_are_two_steps(inspector, session):
    slider = inspector.photo.tone.contrast.slider
    for value in (10, 20):
        slider.sliderPressed.emit()
        slider.setValue(value)
        slider.sliderReleased.emit()
    assert session.stack.count() == 2
    assert tone(session).contrast == pytest.approx(0.2)


def test_a_slider_faster_than_the_pages_ends_where_it_was_let_go(inspector, session):
    slider = inspector.photo.tone.straighten.slider
    slider.sliderPressed.emit()
    for steps in range(1, 36):
        slider.setValue(steps)
    slider.sliderReleased.emit()
    assert tone(session).straighten == pytest.approx(3.5)
    assert session.stack.count() == 1


def test_the_pages_show_the_tone(inspector, session):
    inspector.photo.tone.grey.click()
    session.settle()
    pictures = [picture for page in session.edition.pages for picture in page.pictures]
    assert [picture.tone.grey for picture in pictures if not picture.role] == [True]


def test_a_frame_is_a_quarter_of_a_point_thick_or_a_multiple(inspector, session):
    box = inspector.photo.frame.frame.box
    for thickness in (0.25, 0.5, 0.75):
        box.stepUp()
        assert block_at(session.issue, PHOTO).frame == thickness
        assert box.text() == f"{thickness:.2f} pt"


def test_titles_of_folded_groups_stand_close_together(inspector):
    groups = inspector.photo.groups
    for group in groups:
        group.set_expanded(False)
    inspector.photo.layout().activate()
    tops = [group.y() for group in groups]
    heights = [group.height() for group in groups]
    assert tops == [tops[0] + sum(heights[:k]) for k in range(len(groups))]


def test_numbers_say_what_sliders_say(inspector, session):
    field = inspector.photo.tone.straighten
    field.box.setValue(-2.5)
    assert field.slider.value() == -25
    assert tone(session).straighten == pytest.approx(-2.5)


def test_one_click_shows_the_photo_as_its_file_has_it(inspector, session):
    session.do("x", set_tone(session.issue, PHOTO, PhotoTone(1, 0.5, 0.5, grey=True)).issue)
    inspector.photo.tone.reset.click()
    assert tone(session) == AS_IT_IS
    assert not inspector.photo.tone.reset.isEnabled()


def test_a_group_is_open_for_a_photo_that_has_something_in_it(inspector, session):
    assert not inspector.photo.tone.is_expanded()
    session.do("x", set_tone(session.issue, PHOTO, PhotoTone(grey=True)).issue)
    session.select(of_text(TextPosition(Place(0, 0, 0), 0)))
    session.select(of_photo(PHOTO))
    assert inspector.photo.tone.is_expanded()
    assert not inspector.photo.frame.is_expanded()


def test_credit_and_rule_are_set_in_the_panel(inspector, session):
    group = inspector.photo.frame
    group.credit.line.setText("摄影：王芳")
    group.credit.line.textEdited.emit("摄影：王芳")
    group.frame.box.setValue(0.5)
    photo = block_at(session.issue, PHOTO)
    assert (photo.credit, photo.frame) == ("摄影：王芳", 0.5)
    assert session.stack.count() == 2


# -- the centre of interest ------------------------------------------------------------------------


def at_share(hand: Hand, x: float, y: float):
    page, picture = hand.picture()
    return hand.pointer(page, picture.x + x * picture.width, picture.y + y * picture.height)


def test_a_click_while_cropping_sets_the_centre_of_interest(hand):
    hand.session.select(of_photo(PHOTO))
    assert begin_crop(hand.context)
    at = at_share(hand, 0.3, 0.6)
    mode = hand.context.mouse.mode
    mode.press(at)
    mode.release(at)
    assert hand.photo(PHOTO).focus is None
    hand.key(Qt.Key.Key_Return)
    assert hand.photo(PHOTO).focus == pytest.approx(PhotoPoint(0.3, 0.6), abs=0.01)
    assert hand.photo(PHOTO).crop == WHOLE
    assert hand.session.stack.count() == 1


def test_who_is_to_click_on_it_is_told_so(hand):
    hand.session.select(of_photo(PHOTO))
    assert begin_crop(hand.context, to_focus=True)
    ((asked, sentence),) = hand.asked
    assert asked == "say"
    assert sentence.startswith("点选焦点：在图片上点一下")


def test_a_drag_while_cropping_sets_none(hand):
    hand.session.select(of_photo(PHOTO))
    hand.session.do("x", set_focus(hand.session.issue, PHOTO, None).issue)
    begin_crop(hand.context)
    mode = hand.context.mouse.mode
    mode.crop = Crop(0.2, 0.2, 0.2, 0.2)
    mode.press(at_share(hand, 0.5, 0.5))
    mode.move(at_share(hand, 0.6, 0.5))
    mode.release(at_share(hand, 0.6, 0.5))
    assert mode.focus is None
    assert mode.crop.left == pytest.approx(0.3, abs=0.01)


def test_a_double_click_keeps_the_crop_and_sets_none(hand):
    hand.session.select(of_photo(PHOTO))
    begin_crop(hand.context)
    at = at_share(hand, 0.4, 0.4)
    hand.context.mouse.mode.press(at)
    hand.context.mouse.mode.release(at)
    hand.press_twice(at)
    assert not isinstance(hand.context.mouse.gesture, CropMode)
    assert hand.photo(PHOTO).focus is None


def test_delete_takes_the_centre_of_interest_away(hand):
    hand.session.do("x", set_focus(hand.session.issue, PHOTO, PhotoPoint(0.5, 0.5)).issue)
    hand.session.select(of_photo(PHOTO))
    begin_crop(hand.context)
    hand.key(Qt.Key.Key_Delete)
    hand.key(Qt.Key.Key_Return)
    assert hand.photo(PHOTO).focus is None


def test_a_crop_says_that_it_cuts_the_centre_of_interest_off(hand):
    hand.session.do("x", set_focus(hand.session.issue, PHOTO, PhotoPoint(0.1, 0.5)).issue)
    hand.session.select(of_photo(PHOTO))
    begin_crop(hand.context)
    mode = hand.context.mouse.mode
    assert "焦点" not in mode.told()
    mode.crop = Crop(left=0.2)
    assert "焦点在裁切之外" in mode.told()


# -- straightened by a line ------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-9.0, -1.0, 0.0, 2.5, 10.0])
def test_a_line_tells_how_far_it_falls(degrees):
    fall = 200 * tan(radians(degrees))
    lies, stands = QPointF(200, fall), QPointF(-fall, 200)
    for end in (lies, -lies, stands, -stands):
        assert tilt_of(QPointF(0, 0), end) == pytest.approx(degrees)


def test_a_line_along_the_horizon_straightens(hand):
    hand.session.select(of_photo(PHOTO))
    assert begin_straighten(hand.context)
    page, picture = hand.picture()
    start = hand.pointer(page, picture.x + 10, picture.y + 40)
    fall = 100 * tan(radians(4.0))
    end = hand.pointer(page, picture.x + 110, picture.y + 40 + fall)
    mode = hand.context.mouse.mode
    mode.press(start)
    mode.move(end)
    mode.release(end)
    assert hand.photo(PHOTO).tone.straighten == pytest.approx(4.0, abs=0.1)
    assert hand.session.stack.count() == 1
    assert hand.context.mouse.gesture is None


def test_a_short_line_does_nothing(hand):
    hand.session.select(of_photo(PHOTO))
    begin_straighten(hand.context)
    mode = hand.context.mouse.mode
    mode.press(at_share(hand, 0.5, 0.5))
    mode.release(at_share(hand, 0.51, 0.5))
    assert hand.photo(PHOTO).tone == AS_IT_IS
    assert isinstance(hand.context.mouse.gesture, StraightenMode)


def test_arrows_straighten_a_little_and_enter_ends(hand):
    hand.session.select(of_photo(PHOTO))
    begin_straighten(hand.context)
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Left, SHIFT)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    assert hand.photo(PHOTO).tone.straighten == pytest.approx(1.0)
    assert hand.session.stack.count() == 1
    assert hand.context.mouse.gesture is None


# -- the credit on the page ------------------------------------------------------------------------


def in_credit(hand: Hand, offset: int) -> None:
    hand.session.select(of_text(TextPosition(PHOTO._replace(part=CREDIT), offset)))


def test_a_credit_is_typed_where_it_stands(hand):
    in_credit(hand, 5)
    hand.key(Qt.Key.Key_B, text="远")
    assert hand.photo(PHOTO).credit == "摄影：李明远"
    hand.key(Qt.Key.Key_Backspace)
    assert hand.photo(PHOTO).credit == "摄影：李明"


def test_home_and_end_go_to_the_ends_of_a_credit(hand):
    in_credit(hand, 2)
    hand.key(Qt.Key.Key_End)
    place = PHOTO._replace(part=CREDIT)
    assert hand.editor.now.position == TextPosition(place, 5)
    hand.key(Qt.Key.Key_Home)
    assert hand.editor.now.position == TextPosition(place, 0)


def test_arrows_go_down_a_credit_and_the_text_beside_it_passes_it_by(hand):
    place = PHOTO._replace(part=CREDIT)
    in_credit(hand, 1)
    offsets = []
    for _ in range(3):
        hand.key(Qt.Key.Key_Down)
        assert hand.editor.now.position.place == place
        offsets.append(hand.editor.now.position.offset)
    assert offsets == sorted(offsets)
    hand.session.select(of_text(TextPosition(Place(0, 0, 0), 0)))
    for _ in range(25):
        hand.key(Qt.Key.Key_Down)
        assert hand.editor.now.position.place.block != PHOTO.block


def test_backspace_at_the_head_of_a_credit_joins_nothing(hand):
    before = hand.session.issue
    in_credit(hand, 0)
    hand.key(Qt.Key.Key_Backspace)
    assert hand.session.issue is before


def test_a_credit_typed_away_is_none(hand):
    in_credit(hand, 5)
    for _ in range(5):
        hand.key(Qt.Key.Key_Backspace)
    assert hand.photo(PHOTO).credit == ""
    assert set_credit(hand.session.issue, PHOTO, "").issue is hand.session.issue
