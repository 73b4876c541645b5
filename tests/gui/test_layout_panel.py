"""The layout panel: what an editor does in it is done to the layout of the issue, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from windows import give, press, settle, type_text

from desktop.canvas.overlays import Overlay
from desktop.panels.design.group import row_words
from desktop.panels.design.panel import LayoutPanel
from desktop.selection import of_article
from layouts.house.load import document_of
from layouts.house.solving import Held
from layouts.house.text_style import Align
from layouts.issue import edits
from layouts.issue.places import Place
from layouts.units import POINTS_PER_MM, ZIHAO

MM = POINTS_PER_MM


@pytest.fixture
def panel(qtbot, opened) -> LayoutPanel:
    """The panel in the window, over the small issue in jianbao-a4."""
    press(opened, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert opened.designing.panel is not None
    return opened.designing.panel


@pytest.fixture
def session(panel):
    return panel.session


def unfolded(group):
    group.set_expanded(True)
    QApplication.processEvents()  # what is made now is laid out
    return group


def enter(box, text):
    """Write a number into a field, and Enter."""
    line = box.lineEdit()
    box.setFocus()
    line.selectAll()
    type_text(line, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def field(group, place):
    return next(field for field in group.fields if getattr(field.target, "place", "") == place)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the widget itself gets it."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


# -- opening and closing ---------------------------------------------------------------------------


def test_it_stands_in_the_inspectors_place_and_gives_it_back(opened, panel):
    assert panel.isVisible()
    assert opened.inspector.isHidden()
    assert Overlay.DESIGN in opened.view.overlays
    click(panel.done)
    assert opened.designing.panel is None
    assert opened.inspector.isVisible()
    assert Overlay.DESIGN not in opened.view.overlays
    assert len(opened.columns.sizes()) == 3


def test_esc_closes_it_and_the_keys_go_to_the_pages(opened, panel):
    panel.page.papers.setFocus()
    key(panel, Qt.Key.Key_Escape)
    assert opened.designing.panel is None
    assert opened.view.hasFocus()


def test_who_asks_for_the_inspector_gets_it(opened, panel):
    give(opened, "panel.inspector")
    assert opened.designing.panel is None
    assert opened.inspector.isVisible()


def test_a_button_of_the_inspector_opens_it(opened):
    give(opened, "select.issue")
    click(opened.inspector.layout_form.design)
    assert opened.designing.is_open()


def test_a_document_that_may_not_be_changed_has_none(opened):
    opened.session.read_only = "别人正在编辑"
    opened.session.file_changed.emit()
    assert not opened.actions_["layout.design"].isEnabled()
    opened.designing.open()
    assert not opened.designing.is_open()


def test_another_document_closes_it(qtbot, opened, panel, issue_file):
    opened.files.open_sample()
    settle(qtbot, opened)
    assert not opened.designing.is_open()


def test_it_speaks_the_other_language_after_a_change(opened, panel):
    from desktop.words import install_translations

    app = QApplication.instance()
    try:
        install_translations(app, "en")
        opened.speak()
        assert opened.designing.is_open()
        said = opened.designing.panel
        assert said.page.title() == "Page and margins"
        assert field(said.page, "page.top").label.text() == "Top margin"
    finally:
        install_translations(app, "zh")


# -- page and margins ------------------------------------------------------------------------------


def test_a_margin_written_is_one_named_step_and_undo_takes_it_back(qtbot, opened, panel, session):
    top = field(panel.page, "page.top")
    enter(top.box, "32")
    assert session.layout.grid.top == pytest.approx(32 * MM)
    assert session.issue.design == {"page.top": "32mm"}
    assert session.stack.undoText() == "版式：天头"
    assert top.dot.isVisibleTo(panel)
    settle(qtbot, opened)
    session.stack.undo()
    assert session.layout.grid.top == pytest.approx(30 * MM)
    assert top.box.value() == 30
    assert not top.dot.isVisibleTo(panel)


def test_steps_in_one_field_are_one_act_and_in_another_field_another(panel, session):
    top, foot = field(panel.page, "page.top"), field(panel.page, "page.foot")
    top.box.setFocus()
    for _ in range(3):
        QTest.keyClick(top.box, Qt.Key.Key_Up)
    assert session.issue.design == {"page.top": "31.5mm"}
    assert session.stack.count() == 1
    foot.box.setFocus()
    QTest.keyClick(foot.box, Qt.Key.Key_Up)
    assert session.stack.count() == 2


def test_what_the_layout_does_not_take_is_refused_at_its_field(panel, session):
    before = session.issue
    side = field(panel.page, "page.side")
    enter(side.box, "95")
    assert session.issue is before
    assert side.note()
    assert side.note().isprintable()
    enter(side.box, "30")
    assert not side.note()
    assert session.issue.design == {"page.side": "30mm"}


def test_the_dot_gives_a_value_back_to_the_stock_layout(panel, session):
    top = field(panel.page, "page.top")
    enter(top.box, "32")
    click(top.dot)
    assert session.issue.design == {}
    assert top.box.value() == 30


def test_the_stock_layouts_own_value_is_no_difference(panel, session):
    top = field(panel.page, "page.top")
    enter(top.box, "32")
    enter(top.box, "30")
    assert session.issue.design == {}


def test_a_paper_by_its_name(panel, session):
    panel.page.papers.setCurrentIndex(1)
    panel.page.papers.activated.emit(1)
    grid = session.layout.grid
    assert (grid.width, grid.height) == pytest.approx((185 * MM, 260 * MM))
    assert session.stack.count() == 1


# -- grid ------------------------------------------------------------------------------------------


def test_characters_a_line_move_the_margins(panel, session):
    enter(panel.grid.measure.box, "28")
    grid = session.layout.grid
    assert grid.measure == 28
    assert grid.left == pytest.approx((210 * MM - 28 * 14) / 2)
    assert panel.grid.rows.value() == grid.rows


def hold(panel, held):
    """What stays while one number is turned."""
    panel.grid.held.set_value(held)


def test_lines_a_page_set_the_leading_that_fills_the_height(panel, session):
    hold(panel, Held.MARGINS)
    enter(panel.grid.rows, "25")
    grid = session.layout.grid
    assert grid.rows == 25
    assert grid.top + grid.area_height == pytest.approx((297 - 28) * MM, abs=0.2)
    assert panel.grid.leading.box.value() == pytest.approx(grid.leading, abs=0.01)


def test_a_leading_in_points_sets_the_lines(panel, session):
    enter(panel.grid.leading.box, "28")
    grid = session.layout.grid
    assert grid.leading == pytest.approx(28, abs=0.01)
    room = (297 - 30 - 28) * MM - 14
    assert grid.rows == int(room / grid.leading) + 1 == panel.grid.rows.value()


def test_the_size_of_type_by_its_name(panel, session):
    box = panel.grid.size_field.box
    box.activated.emit(box.findData("三号"))
    grid = session.layout.grid
    assert grid.size == ZIHAO["三号"]
    assert panel.grid.measure.box.value() == grid.measure == int((210 - 56) * MM / 15.75)


def test_gongwen_by_its_four_numbers(panel, session):
    """GB/T 9704-2012 5.2.1, 5.2.2: 三号, 28 characters, 22 lines in 156 × 225 mm."""
    enter(field(panel.page, "page.top").box, "37")
    enter(field(panel.page, "page.foot").box, "35")
    box = panel.grid.size_field.box
    box.activated.emit(box.findData("三号"))
    enter(panel.grid.measure.box, "28")
    hold(panel, Held.MARGINS)
    enter(panel.grid.rows, "22")
    grid = session.layout.grid
    assert (grid.measure, grid.rows) == (28, 22)
    assert grid.area_width / MM == pytest.approx(156, abs=0.5)
    assert grid.area_height / MM == pytest.approx(225, abs=0.5)


def test_the_size_follows_the_characters_where_the_margins_are_held(panel, session):
    hold(panel, Held.MARGINS)
    enter(panel.grid.measure.box, "28")
    grid = session.layout.grid
    assert grid.measure == 28
    assert grid.area_width == pytest.approx((210 - 56) * MM, abs=0.5)


def test_margins_follow_the_size_where_the_counts_are_held(panel, session):
    hold(panel, Held.COUNTS)
    box = panel.grid.size_field.box
    box.activated.emit(box.findData("五号"))
    grid = session.layout.grid
    assert (grid.measure, grid.rows, grid.size) == (31, 30, 10.5)


def test_a_number_that_goes_nowhere_says_why(panel, session):
    enter(panel.grid.measure.box, "60")
    assert panel.grid.measure.note()
    assert session.issue.design == {}


def test_an_offer_is_taken(panel, session):
    panel.grid.menu.aboutToShow.emit()
    action = panel.grid.menu.actions()[0]
    action.trigger()
    grid = session.layout.grid
    assert f"{grid.measure} 字 × {grid.rows} 行" in action.text()


def test_two_columns_have_a_gutter(panel, session):
    assert not panel.grid.gutter.isEnabled()
    enter(field(panel.grid, "grid.columns").box, "2")
    assert session.layout.grid.columns == 2
    assert panel.grid.gutter.isEnabled()


# -- styles ----------------------------------------------------------------------------------------


def test_a_style_is_changed_and_seen_on_the_page(qtbot, opened, panel, session):
    styles = unfolded(panel.styles)
    box = styles.by_key["size"].box
    box.activated.emit(box.findData("二号"))
    settle(qtbot, opened)
    headlines = [
        line for page in session.edition.pages for line in page.lines if line.role == "headline"
    ]
    assert headlines
    assert {line.size for line in headlines} == {ZIHAO["二号"]}
    assert session.stack.undoText() == "版式：标题的字号"


def test_another_style_shows_its_own_values(panel, session):
    styles = unfolded(panel.styles)
    styles.choose("byline")
    assert styles.by_key["align"].box.value() is Align.RIGHT
    styles.by_key["align"].box.buttons()[0].click()
    assert session.layout.styles["byline"].align is Align.LEFT
    assert session.issue.design == {"styles.byline.align": "left"}


def test_a_face_of_the_offices_own_has_ours_behind_it(panel, session):
    styles = unfolded(panel.styles)
    face = styles.by_key["face"]
    face.box.setFocus()
    face.box.lineEdit().selectAll()
    type_text(face.box.lineEdit(), "华康雅宋")
    QTest.keyClick(face.box, Qt.Key.Key_Return)
    assert session.issue.design == {"styles.headline.face": ["华康雅宋", "song-bold"]}
    assert session.layout.styles["headline"].face == "华康雅宋|song-bold"


def test_the_sample_is_painted_in_the_style(qtbot, panel):
    styles = unfolded(panel.styles)
    before = styles.sample.grab().toImage()
    styles.choose("byline")
    assert styles.sample.grab().toImage() != before


# -- lines, rules, inks ----------------------------------------------------------------------------


def masthead_lines(session):
    return document_of(session.issue)["masthead"]["lines"]


def test_a_line_of_the_masthead_is_added_written_and_seen(qtbot, opened, panel, session):
    masthead = unfolded(panel.tables["masthead"])
    lines = masthead.arrays[0]
    count = lines.list.count()
    lines.list.setCurrentRow(2)
    click(lines.buttons["add"])
    assert lines.list.count() == count + 1
    settle(qtbot, opened)
    # it hides nothing: what it is like is seen above it
    like, added = masthead_lines(session)[2:4]
    assert added["template"] == like["template"]
    assert float(added["baseline"][:-2]) == pytest.approx(float(like["baseline"][:-2]) + 6)
    text = lines.fields["template"]
    text.line.setFocus()
    text.line.selectAll()
    type_text(text.line, "内部资料")
    enter(lines.fields["baseline"].box, "75")
    settle(qtbot, opened)
    drawn = next(line for line in session.edition.pages[0].lines if line.text == "内部资料")
    assert drawn.y == pytest.approx(75 * MM)
    click(lines.buttons["remove"])
    assert lines.list.count() == count
    assert session.issue.design == {}


def test_a_field_is_inserted_from_the_menu(panel, session):
    lines = unfolded(panel.tables["masthead"]).arrays[0]
    at = [row["template"] for row in lines.rows()].index("{issuer}")
    lines.list.setCurrentRow(at)
    text = lines.fields["template"]
    text.line.setCursorPosition(len("{issuer}"))
    menu = text.insert.menu()
    next(action for action in menu.actions() if action.text() == "日期").trigger()
    assert session.issue.design["masthead.lines"][at]["template"] == "{issuer}{date}"


def test_a_template_that_cannot_be_read_changes_nothing(panel, session):
    lines = unfolded(panel.tables["masthead"]).arrays[0]
    text = lines.fields["template"]
    text.line.setFocus()
    text.line.selectAll()
    type_text(text.line, "第{")
    assert text.note().startswith("报头文字第 1 项的文字 应为模板文字")
    assert session.issue.design == {}
    type_text(text.line, "number}期")
    assert not text.note()
    assert session.issue.design["masthead.lines"][0]["template"] == "第{number}期"


def test_rows_are_moved_by_alt_and_arrows(panel, session):
    lines = unfolded(panel.tables["masthead"]).arrays[0]
    first = lines.rows()[0]
    lines.list.setCurrentRow(0)
    key(lines.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.issue.design["masthead.lines"][1] == first
    assert lines.list.currentRow() == 1


def test_the_thickness_of_a_rule(qtbot, opened, panel, session):
    rules = unfolded(panel.tables["masthead"]).arrays[1]
    enter(rules.fields["width"].box, "4")
    settle(qtbot, opened)
    assert 4 in {round(rule.width, 3) for rule in session.edition.pages[0].rules} | {
        round(getattr(rule, "height", 0), 3) for rule in session.edition.pages[0].rules
    }


def test_a_ground_says_how_high_it_is_as_a_rule_how_thick(panel):
    ground, rule = (row_words(panel.design, f"masthead.{rows}") for rows in ("grounds", "rules"))
    assert ground({"y": 0, "height": "9mm", "ink": "red"}) == ("9 mm，红", "0 mm")
    assert rule({"y": "58mm", "width": "0.75pt", "ink": "red"}) == ("0.75 pt，红", "58 mm")


def test_the_spot_ink_is_shown_as_it_is_and_goes_from_one_to_the_other(panel, session):
    inks = unfolded(panel.inks)
    session.do("改", edits.set_design(session.issue, "inks.blue", "#1B4F8F").issue)

    def chosen(name):
        inks.inks.setCurrentIndex(inks.inks.findText(name))
        inks.inks.activated.emit(inks.inks.currentIndex())

    chosen("红")  # without one declared it is the red
    assert (inks.spot.isChecked(), inks.spot.isEnabled()) == (True, False)
    chosen("蓝")
    assert not inks.spot.isChecked()
    inks.spot.click()
    assert session.issue.design == {"inks.blue": {"rgb": "#1B4F8F", "spot": True}}
    chosen("红")
    assert (inks.spot.isChecked(), inks.spot.isEnabled()) == (False, True)
    steps = session.stack.count()
    inks.spot.click()
    assert inks.note.isHidden()
    assert session.stack.count() == steps + 1
    assert session.issue.design["inks.blue"] == "#1B4F8F"
    assert session.issue.design["inks.red"]["spot"]


def test_an_ink_of_another_colour(panel, session):
    inks = unfolded(panel.inks)
    inks.code.setFocus()
    inks.code.selectAll()
    type_text(inks.code, "#1B4F8F")
    QTest.keyClick(inks.code, Qt.Key.Key_Return)
    assert session.issue.design == {"inks.red": "#1B4F8F"}  # and not with the plates of the red
    assert not inks.own_plates.isChecked()
    assert session.layout.styles["section"].ink.rgb == pytest.approx(
        (27 / 255, 79 / 255, 143 / 255)
    )
    click(inks.dot)
    assert session.issue.design == {}


def test_plates_that_were_chosen_stay_with_another_colour(panel, session):
    inks = unfolded(panel.inks)
    enter(inks.plates[1], "80")
    inks.code.setFocus()
    inks.code.selectAll()
    type_text(inks.code, "#B01020")
    QTest.keyClick(inks.code, Qt.Key.Key_Return)
    assert session.issue.design == {"inks.red": {"rgb": "#B01020", "cmyk": [0, 80, 100, 0]}}


def test_a_colour_that_is_none_says_so(panel, session):
    inks = unfolded(panel.inks)
    inks.code.setFocus()
    inks.code.selectAll()
    type_text(inks.code, "red")
    QTest.keyClick(inks.code, Qt.Key.Key_Return)
    assert "#C8161D" in inks.note.text()
    assert session.issue.design == {}


# -- what is open, what is locked ------------------------------------------------------------------


def test_a_range_of_what_is_open(panel, session):
    opened_ = unfolded(panel.opened)
    measure = field(opened_, "open.measure")
    enter(measure.boxes[1], "32")
    assert session.issue.design == {"open.measure": {"min": 20, "max": 32}}
    click(measure.check)
    assert session.issue.design == {"open.measure": False}


def test_what_is_locked_cannot_be_edited_until_it_is_opened_again(panel, session):
    from layouts.issue.edits import set_masthead_field

    locks = unfolded(panel.locks)
    click(locks.boxes["masthead", "content"])
    session.do("改", set_masthead_field(session.issue, "number", 99).issue)
    assert session.issue.masthead.number == 14
    click(locks.dots["masthead"])
    assert session.issue.design == {}
    session.do("改", set_masthead_field(session.issue, "number", 99).issue)
    assert session.issue.masthead.number == 99


# -- compared with the stock layout ----------------------------------------------------------------


def test_differences_are_listed_before_and_after_and_given_back(panel, session):
    compare = panel.compare
    assert compare.title() == "与库存版式相同"
    enter(field(panel.page, "page.top").box, "32")
    enter(panel.grid.leading.box, "25")
    assert compare.title() == "与库存版式不同：2 处"
    unfolded(compare)
    click(compare.buttons["page.top"])
    assert "page.top" not in session.issue.design
    click(compare.everything)
    assert session.issue.design == {}
    assert session.stack.undoText() == "恢复库存版式"
    session.stack.undo()
    assert "grid.leading" in session.issue.design


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [("page.top", "9999", "应在 0 mm 到 352.7 mm 之间"), ("page.top", "-5", "应在 0 mm 到")],
)
def test_what_is_out_of_bounds_is_told_in_the_unit_of_the_field(panel, session, place, typed, said):
    top = field(panel.page, place)
    enter(top.box, typed)
    assert said in top.note()
    assert place not in session.issue.design
    enter(top.box, "32")
    assert top.note() == ""
    assert session.issue.design[place] == "32mm"


def test_title_and_byline_that_are_locked_take_nothing(qtbot, opened, session):
    form = opened.inspector.article
    session.select(of_article(Place(0, 0)))
    settle(qtbot, opened)
    assert (form.title.line.isEnabled(), form.byline.line.isEnabled()) == (True, True)
    session.do("锁", edits.set_design(session.issue, "locks.headline", ["content"]).issue)
    settle(qtbot, opened)
    assert (form.title.line.isEnabled(), form.byline.line.isEnabled()) == (False, True)
    assert form.title.line.toolTip() == "由版式锁定，不能改"
    session.stack.undo()
    settle(qtbot, opened)
    assert form.title.line.isEnabled()


def test_differences_say_what_is_locked_and_name_a_list_once(panel, session):
    locked = edits.set_design(session.issue, "locks.headline", ["place", "style", "content"]).issue
    art = [{"file": "art/a.svg", "y": "40mm", "height": "9mm"}]
    session.do("改", edits.set_design(locked, "masthead.art", art).issue)
    unfolded(panel.compare)
    said = [label.text() for label in panel.compare.findChildren(QLabel)]
    assert "标题的锁定" in said
    assert "位置、样式 → 位置、样式、内容" in said
    assert "报头图片" in said


def test_while_a_button_is_held_the_pages_are_in_the_stock_layout(qtbot, opened, panel, session):
    enter(field(panel.page, "page.top").box, "60")
    settle(qtbot, opened)
    steps, issue = session.stack.count(), session.issue
    QTest.mousePress(panel.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.composed_layout.grid.top == pytest.approx(30 * MM))
    QTest.mouseRelease(panel.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.composed_layout.grid.top == pytest.approx(60 * MM))
    assert (session.stack.count(), session.issue) == (steps, issue)


# -- keys, names, sizes ----------------------------------------------------------------------------


def test_all_that_can_be_worked_has_a_name_and_is_reached_by_tab(panel):
    for group in panel.groups:
        group.set_expanded(True)
    QApplication.processEvents()
    unnamed = [
        control
        for control in panel.findChildren(QWidget)
        if control.isVisibleTo(panel)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
        and control.focusProxy() is None
        and control.objectName() != "qt_spinbox_lineedit"
    ]
    assert [(type(control).__name__, control.parent()) for control in unnamed] == []
    panel.page.papers.setFocus()
    for _ in range(3):
        panel.focusNextChild() if hasattr(panel, "focusNextChild") else None
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_it_fits_a_window_of_1024(qtbot, opened, panel):
    opened.designing.close()
    opened.resize(1024, 700)
    opened.designing.open()
    QApplication.processEvents()
    panel = opened.designing.panel
    for group in panel.groups:
        group.set_expanded(True)
    QApplication.processEvents()
    assert opened.width() == 1024
    assert panel.mapTo(opened, QPoint(panel.width(), 0)).x() <= opened.width()
    assert panel.area.widget().minimumSizeHint().width() <= panel.area.viewport().width()


# -- faces and pictures of the house ---------------------------------------------------------------


def test_the_face_browser_gives_the_face_that_was_chosen(qtbot, panel, session):
    from windows import dialog

    from desktop.dialogs.faces import FaceBrowser

    face = unfolded(panel.styles).by_key["face"]
    click(face.browse)
    browser = dialog(qtbot, FaceBrowser)
    browser.chosen = "kai"
    browser.accept()
    assert session.issue.design == {"styles.headline.face": "kai"}
    assert face.box.currentText() == "楷体"


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
    '<path d="M0 0 H60 V20 H0 Z" fill="#C8161D"/></svg>'
)


def test_a_picture_of_the_masthead_comes_to_lie_beside_the_issue(
    qtbot, opened, panel, session, tmp_path_factory
):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "题字.svg"
    elsewhere.write_text(DRAWING, encoding="utf-8")
    masthead = unfolded(panel.tables["masthead"])
    art = next(editor for editor in masthead.arrays if editor.place == "masthead.art")
    art.add_picture(elsewhere)
    assert session.issue.design["masthead.art"][0]["file"] == "art/题字.svg"
    assert (session.issue.folder / "art" / "题字.svg").read_text("utf-8") == DRAWING
    settle(qtbot, opened)
    assert [shape.role for shape in session.edition.pages[0].shapes] == ["masthead"]
    assert art.list.item(0).text() == "art/题字.svg"


def test_a_picture_that_cannot_be_printed_says_so_where_it_is_chosen(
    panel, session, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "坏的.svg").write_text(DRAWING.replace("<path", "<script/><path"), encoding="utf-8")
    (folder / "题字.svg").write_text(DRAWING, encoding="utf-8")
    masthead = unfolded(panel.tables["masthead"])
    art = next(editor for editor in masthead.arrays if editor.place == "masthead.art")
    art.add_picture(folder / "坏的.svg")
    assert art.note.text().startswith("没有用 坏的.svg：它第 1 行有脚本")
    assert session.issue.design == {}
    art.add_picture(folder / "题字.svg")
    assert art.note.isHidden()
    art.fields["file"].take(folder / "坏的.svg")
    assert "第 1 行有脚本" in art.fields["file"].note()
    assert session.issue.design["masthead.art"][0]["file"] == "art/题字.svg"
    assert not (session.issue.folder / "art" / "坏的.svg").exists()


def test_a_picture_that_is_not_there_says_so(panel, session, tmp_path):
    masthead = unfolded(panel.tables["masthead"])
    art = next(editor for editor in masthead.arrays if editor.place == "masthead.art")
    art.add_picture(tmp_path / "没有.png")
    assert "没有.png" in art.note.text()
    assert session.issue.design == {}


# -- punctuation -----------------------------------------------------------------------------------


def labels(box):
    return [box.itemText(row) for row in range(box.count())]


def choose(box, text):
    box.setCurrentIndex(labels(box).index(text))
    box.activated.emit(box.currentIndex())


def test_punctuation_styles_are_offered_by_their_chinese_names(panel):
    group = unfolded(panel.tables["punctuation"])
    box = field(group, "punctuation.style").box
    assert labels(box) == ["挤压式", "办公软件式", "全角式", "开明式", "半角式", "行末半角式"]
    choose(box, "开明式")
    assert panel.session.layout.punctuation.name == "kaiming"


def test_the_gap_is_one_of_four_or_as_the_style_has_it(panel):
    group = unfolded(panel.tables["punctuation"])
    box = field(group, "punctuation.autospace").box
    assert labels(box) == [
        "按标点样式", "不留空", "八分空（1/8 字）", "六分空（1/6 字）", "四分空（1/4 字）"
    ]  # fmt: skip
    assert box.currentText() == "按标点样式"
    choose(box, "六分空（1/6 字）")
    assert panel.session.layout.punctuation.autospace == pytest.approx(1 / 6)
    assert box.currentText() == "六分空（1/6 字）"


def test_hanging_is_yes_no_or_as_the_style_has_it(panel):
    group = unfolded(panel.tables["punctuation"])
    box = field(group, "punctuation.hang").box
    assert labels(box) == ["按标点样式", "是", "否"]
    choose(box, "是")
    assert panel.session.layout.styles["body"].hang
    choose(box, "按标点样式")
    assert not panel.session.layout.styles["body"].hang


def test_hanging_without_room_is_refused_and_why_is_said(panel):
    group = unfolded(panel.tables["punctuation"])
    session = panel.session
    session.do("改", edits.set_design(session.issue, "grid.columns", 2).issue)
    session.do("改", edits.set_design(session.issue, "grid.gutter", 0.6).issue)
    hang = field(group, "punctuation.hang")
    choose(hang.box, "是")
    assert not session.layout.punctuation.hang
    assert "栏间" in hang._note.text()
