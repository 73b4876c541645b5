"""The shared controls: by mouse, by keys, and as a screen reader meets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.theme import LIGHT
from desktop.widgets import (
    BadgeButton,
    BusyBar,
    CollapsibleGroup,
    EmptyHint,
    EmSpinBox,
    LabelledControl,
    MiddleElidedLabel,
    NumberBox,
    SegmentedControl,
    Toast,
    set_property,
    tall_rows,
)
from desktop.widgets.form_area import FormArea

KEY = Qt.Key


@pytest.fixture
def sheet(qtbot):
    """A window with room for a few controls; `sheet.add(widget)` shows one."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    column = QVBoxLayout(made)

    def add(widget):
        column.addWidget(widget)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        QApplication.processEvents()  # layouts show what is new a moment later
        return widget

    made.add = add
    return made


def press(*keys) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


# SegmentedControl


@pytest.fixture
def sides(sheet):
    made = sheet.add(
        SegmentedControl([("left", "左", None), ("right", "右", None), ("none", "通栏", None)])
    )
    made.set_value("right")
    return made


@pytest.fixture
def chosen(sides):
    values = []
    sides.valueChanged.connect(values.append)
    return values


def test_a_value_is_shown_silently(sides, chosen) -> None:
    sides.set_value("none")
    assert sides.value() == "none"
    assert chosen == []


def test_a_value_that_is_no_option_chooses_none(sides) -> None:
    sides.set_value("elsewhere")
    assert sides.value() is None
    sides.set_value("left")
    assert [button.isChecked() for button in sides.buttons()] == [True, False, False]


def test_a_click_chooses_and_tells(sides, chosen) -> None:
    QTest.mouseClick(sides.buttons()[0], Qt.MouseButton.LeftButton)
    assert sides.value() == "left"
    assert chosen == ["left"]


def test_tab_stops_once_at_the_chosen_segment(sheet, sides) -> None:
    after = sheet.add(QLineEdit())
    sides.setFocus()
    assert QApplication.focusWidget() is sides.buttons()[1]
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is after
    press(KEY.Key_Backtab)
    assert QApplication.focusWidget() is sides.buttons()[1]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((KEY.Key_Right,), "none"),
        ((KEY.Key_Left,), "left"),
        ((KEY.Key_Left, KEY.Key_Left), "left"),
        ((KEY.Key_Home,), "left"),
        ((KEY.Key_Home, KEY.Key_End), "none"),
    ],
)
def test_keys_choose_a_neighbour_or_an_end(sides, keys, value: str) -> None:
    sides.setFocus()
    press(*keys)
    assert sides.value() == value
    assert QApplication.focusWidget() is next(
        button for button in sides.buttons() if button.isChecked()
    )


def test_keys_pass_over_a_segment_that_is_disabled(sides, chosen) -> None:
    sides.buttons()[2].setEnabled(False)
    sides.setFocus()
    press(KEY.Key_Right)
    assert sides.value() == "right"
    assert chosen == []


def test_every_segment_has_a_name_even_where_it_shows_an_icon(sheet) -> None:
    made = sheet.add(
        SegmentedControl(
            [("left", "左侧", icon("wrap-left")), ("right", "右侧", icon("wrap-right"))]
        )
    )
    assert [button.accessibleName() for button in made.buttons()] == ["左侧", "右侧"]
    assert [button.toolTip() for button in made.buttons()] == ["左侧", "右侧"]
    assert [button.property("segment") for button in made.buttons()] == ["left", "right"]


# BadgeButton


def test_a_button_with_a_badge_says_both_and_makes_room(sheet) -> None:
    button = sheet.add(BadgeButton("检查"))
    narrow = button.sizeHint().width()
    button.set_badge("2", "warning")
    assert button.accessibleName() == "检查 2"
    assert button.sizeHint().width() > narrow
    colours = {
        button.grab().toImage().pixelColor(x, button.height() // 2 - 6).name()
        for x in range(button.width())
    }
    assert LIGHT.warning_soft in colours
    button.set_badge("")
    assert button.accessibleName() == "检查"
    assert button.sizeHint().width() == narrow


# Field


def test_the_label_of_a_field_names_its_control(sheet) -> None:
    caption = QLineEdit()
    field = sheet.add(LabelledControl("图注", caption))
    assert caption.accessibleName() == "图注"
    assert field.label.buddy() is caption
    assert field.label.property("role") == "quiet"


def test_a_note_is_shown_and_heard_and_goes(sheet) -> None:
    field = sheet.add(LabelledControl("替代文字", QLineEdit()))
    field.set_note("没有替代文字。", "warning")
    assert field.note() == field.widget.accessibleDescription() == "没有替代文字。"
    field.set_note("")
    assert not [
        label
        for label in field.findChildren(QLabel)
        if label is not field.label and label.isVisible()
    ]


# EmSpinBox and NumberBox


@pytest.fixture
def width(sheet):
    return sheet.add(EmSpinBox(2, 40, own=16))


@pytest.fixture
def entered(width):
    values = []
    width.em_changed.connect(values.append)
    return values


def test_empty_is_the_layouts_own(width, entered) -> None:
    assert width.em() is None
    assert width.text() == ""
    assert width.lineEdit().placeholderText() == "版式 16 字"
    assert entered == []


def test_a_length_is_shown_silently_with_its_unit(width, entered) -> None:
    width.set_em(17)
    assert (width.em(), width.text()) == (17, "17 字")
    width.set_em(0.5)
    assert width.em() == 2
    width.set_em(None)
    assert width.em() is None
    assert entered == []


def test_halves_are_kept(sheet) -> None:
    gap = sheet.add(EmSpinBox(0, 10, own=1))
    gap.set_em(0.5)
    assert (gap.em(), gap.text()) == (0.5, "0.5 字")
    gap.set_em(0)
    assert (gap.em(), gap.text()) == (0, "0 字")


@pytest.mark.parametrize(("key", "steps"), [(KEY.Key_Up, [17, 18]), (KEY.Key_Down, [15, 14])])
def test_steps_are_whole_em_from_the_layouts_own(width, entered, key, steps) -> None:
    width.setFocus()
    press(key, key)
    assert entered == steps


def test_steps_end_at_the_range_and_never_in_emptiness(width, entered) -> None:
    width.set_em(3)
    width.setFocus()
    press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    assert width.em() == 2
    assert entered == [2]
    width.set_em(39.5)
    press(KEY.Key_Up, KEY.Key_Up)
    assert width.em() == 40


@pytest.mark.parametrize(
    ("typed", "em"),
    [("18", 18), ("18 字", 18), ("18字", 18), ("7.5", 7.5), ("", None), ("99", 40), ("1", 2)],
)
def test_what_is_typed_counts_when_it_is_entered(
    width, entered, typed: str, em: float | None
) -> None:
    width.set_em(16)
    width.setFocus()
    width.selectAll()
    press(KEY.Key_Delete)
    width.lineEdit().insert(typed)
    assert entered == []
    press(KEY.Key_Return)
    assert width.em() == em
    assert entered == [em]


def test_letters_cannot_be_typed(width) -> None:
    width.set_em(16)
    width.setFocus()
    QTest.keyClicks(width, "x")
    assert width.em() == 16


@pytest.mark.parametrize(
    "made", [lambda: NumberBox(1, 99), lambda: EmSpinBox(1, 99)], ids=["number", "em"]
)
def test_the_wheel_belongs_to_the_panel_until_the_field_has_the_focus(sheet, made) -> None:
    other = sheet.add(QLineEdit())
    box = sheet.add(made())
    box.setValue(5)
    other.setFocus()
    wheel(box)
    assert box.value() == 5
    box.setFocus()
    wheel(box)
    assert box.value() == 6


def test_a_field_that_was_scrolled_under_the_pointer_is_not_turned(sheet) -> None:
    area = sheet.add(FormArea())
    form = QWidget()
    form.setMinimumHeight(4000)
    box = NumberBox(1, 99, form)
    area.take(form)
    box.setValue(5)
    box.setFocus()
    pointer = QPointF(200, 200)
    wheel(area.viewport(), pointer)
    wheel(box, pointer)
    assert box.value() == 5
    wheel(box, QPointF(200, 203))
    assert box.value() == 6


def wheel(widget: QWidget, pointer: QPointF | None = None) -> None:
    """Turn the wheel up by a notch over the middle of a widget, or with the `pointer` at a place of
    the screen.
    """
    place = QPointF(widget.rect().center())
    turn = QWheelEvent(
        place,
        pointer or QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)


# MiddleElidedLabel


def test_a_long_line_keeps_its_ends(sheet) -> None:
    path = "/home/编辑/文档/澜汀书讯/2025 年/澜汀书讯 2025 年第 14 期.md"
    label = sheet.add(MiddleElidedLabel(path))
    label.setFixedWidth(160)
    label.grab()
    assert label.text() == path
    assert "…" in label.shown_text()
    assert label.shown_text().startswith("/home")
    assert label.shown_text().endswith(".md")
    assert label.toolTip() == path


def test_a_short_line_is_whole(sheet) -> None:
    label = sheet.add(MiddleElidedLabel("第14期.md"))
    label.grab()
    assert label.shown_text() == "第14期.md"
    assert label.toolTip() == ""


# CollapsibleGroup


def test_a_group_folds_by_click_and_keys(sheet) -> None:
    group = sheet.add(CollapsibleGroup("位置"))
    inside = QLineEdit()
    group.body.addWidget(inside)
    QApplication.processEvents()
    told = []
    group.toggled.connect(told.append)
    header = group.findChild(QToolButton)
    assert inside.isVisible()
    QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    assert not inside.isVisible()
    group.setFocus()
    press(KEY.Key_Right)
    assert group.is_expanded()
    press(KEY.Key_Left)
    press(KEY.Key_Space)
    assert inside.isVisible()
    assert told == [False, True, False, True]
    assert header.accessibleName() == "位置"


def test_a_group_that_is_folded_keeps_the_focus_it_had_inside(sheet) -> None:
    group = sheet.add(CollapsibleGroup("位置"))
    inside = QLineEdit()
    group.body.addWidget(inside)
    after = sheet.add(QLineEdit())
    QApplication.processEvents()
    inside.setFocus()
    header = group.findChild(QToolButton)
    QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is header
    after.setFocus()
    group.set_expanded(True)
    group.set_expanded(False)
    assert QApplication.focusWidget() is after


# EmptyHint


def test_a_hint_offers_what_can_be_done(sheet) -> None:
    done = []
    hint = sheet.add(EmptyHint("import", "还没有稿件", "把稿件拖到这里。"))
    first = hint.add_button("导入稿件…", lambda: done.append("import"))
    second = hint.add_button("试用示例", lambda: done.append("sample"))
    assert (first.property("primary"), second.property("primary")) == ("true", "false")
    QApplication.processEvents()
    for button in (first, second):
        button.setFocus()
        press(KEY.Key_Space)
    assert done == ["import", "sample"]
    assert (hint.accessibleName(), hint.accessibleDescription()) == (
        "还没有稿件",
        "把稿件拖到这里。",
    )
    assert not hint.findChildren(QLabel)[0].pixmap().isNull()


# Toast


@pytest.fixture
def toast(sheet):
    sheet.resize(600, 300)
    sheet.add(QLineEdit()).setFocus()
    made = Toast(sheet)
    made.underMouse = lambda: False  # wherever a click of another test left the pointer
    return made


def test_a_sentence_lies_at_the_foot_and_takes_no_focus(sheet, toast) -> None:
    field = sheet.add(QLineEdit())
    field.setFocus()
    toast.say("已移动。")
    assert toast.sentence() == "已移动。"
    assert abs(toast.geometry().center().x() - 300) <= 1
    assert toast.geometry().bottom() == 300 - 24 - 1
    assert QApplication.focusWidget() is field
    sheet.resize(500, 260)
    assert toast.geometry().bottom() == 260 - 24 - 1


def test_a_long_sentence_takes_more_lines_and_stays_inside(sheet, toast) -> None:
    toast.say("短。")
    low = toast.height()
    toast.say("文件“澜汀书讯 2025 年第 14 期.md”不能写入：" * 3, "详情")
    assert toast.height() > low
    assert toast.geometry().left() >= 0
    assert toast.width() <= 600 - 48
    toast.say("短。")
    assert toast.height() == low


def test_a_sentence_goes_after_its_time(qtbot, toast) -> None:
    toast.say("已移动。", seconds=0.05)
    qtbot.waitUntil(lambda: not toast.sentence())


def test_a_sentence_without_an_end_stays(qtbot, toast) -> None:
    toast.say("第一句", seconds=0.05)
    toast.say("没有保存。", seconds=0)
    qtbot.wait(120)
    assert toast.sentence() == "没有保存。"


def test_a_sentence_waits_while_the_pointer_is_on_it(qtbot, toast) -> None:
    toast.underMouse = lambda: True
    toast.say("已移动。", seconds=0.05)
    qtbot.wait(120)
    assert toast.sentence()


def test_a_sentence_waits_while_the_focus_is_on_it(qtbot, sheet, toast) -> None:
    field = sheet.add(QLineEdit())
    toast.say("已移动。", "撤销", lambda: None, seconds=0.05)
    toast.findChild(QPushButton).setFocus()
    qtbot.wait(120)
    assert toast.sentence()
    press(KEY.Key_Escape)
    assert not toast.sentence()
    assert field.isVisible()


def test_the_action_of_a_sentence_is_done_once(toast) -> None:
    done = []
    toast.say("已移动。", "撤销", lambda: done.append(True))
    button = toast.findChild(QPushButton)
    assert button.text() == "撤销"
    button.setFocus()
    press(KEY.Key_Space)
    assert done == [True]
    assert not toast.sentence()


def test_a_sentence_is_sent_away_by_its_cross(toast) -> None:
    toast.say("已移动。")
    cross = toast.findChild(QToolButton)
    assert cross.accessibleName() == "关闭提示"
    cross.click()
    assert not toast.sentence()


# BusyBar


def test_quick_work_shows_no_bar(qtbot, sheet) -> None:
    bar = sheet.add(BusyBar())
    bar.start("正在导入…")
    bar.finish()
    qtbot.wait(400)
    assert not bar.isVisible()


def test_long_work_shows_how_far_it_is(qtbot, sheet) -> None:
    bar = sheet.add(BusyBar())
    bar.start("正在导入…")
    qtbot.waitUntil(bar.isVisible)
    progress = bar.findChild(QProgressBar)
    assert (progress.minimum(), progress.maximum()) == (0, 0)
    bar.advance(2, 3, "正在导入第 3 份…")
    assert (progress.value(), progress.maximum()) == (2, 3)
    assert bar.findChild(QLabel).text() == "正在导入第 3 份…"
    assert progress.accessibleName()


@pytest.mark.parametrize("by_key", [True, False])
def test_work_is_cancelled_once(qtbot, sheet, by_key: bool) -> None:
    bar = sheet.add(BusyBar())
    told = []
    bar.cancelled.connect(lambda: told.append(True))
    bar.start("正在导入…")
    qtbot.waitUntil(bar.isVisible)
    button = bar.findChild(QPushButton)
    button.setFocus()
    press(KEY.Key_Escape if by_key else KEY.Key_Space)
    assert told == [True]
    assert not button.isEnabled()
    bar.start("再来一次…")
    assert button.isEnabled()


# Rows


def test_all_rows_have_one_height(sheet) -> None:
    tree = QTreeWidget()
    tall_rows(tree)
    rows = [QTreeWidgetItem(tree, [str(k)]) for k in range(20)]
    tree.setCurrentItem(rows[3])
    sheet.add(tree)
    assert {tree.visualItemRect(row).height() for row in rows} == {30}


# Properties


def test_a_property_that_changes_is_seen_at_once(sheet) -> None:
    button = sheet.add(QPushButton("导出"))
    set_property(button, "primary", "true")
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(LIGHT.accent_fill)
    set_property(button, "primary", "false")
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(LIGHT.field)
