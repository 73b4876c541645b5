"""Boxes by menu, mouse and keys: made, written in, selected, dragged, sized, set up in the
inspector.
"""

from __future__ import annotations

from page_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import give, settle, type_text

from desktop.selection import SelectionKind, TextPosition, of_box, of_text
from layouts.issue.article import Paragraph
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.places import Place, article_at
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.page.hit import area_frame

FIRST = Place(0, 0, 0)


def blocks(window):
    return article_at(window.session.issue, FIRST).blocks


def box_of(window):
    return next(block for block in blocks(window) if isinstance(block, Sidebar))


def made(qtbot, window):
    """A box beside the first paragraph, with a title and a text."""
    window.session.select(of_text(TextPosition(FIRST, 1)))
    give(window, "box.link")
    window.view.setFocus()
    type_text(window.view, "三项新规")
    QTest.keyClick(window.view, Qt.Key.Key_Down)
    settle(qtbot, window)
    place = window.session.selection.caret.position.place
    window.session.select(of_text(TextPosition(place._replace(part=1), 0)))
    type_text(window.view, "一是谁使用谁负责；二是一物一码，全程可查。")
    settle(qtbot, window)
    return place._replace(part=0)


def hands(window) -> Driver:
    return Driver(window.session, window.view)


def area(window):
    """The box on its page, brought into view."""
    driver = hands(window)
    page, found = next(
        (page, area) for page, shown in enumerate(driver.view.pages) for area in shown.areas
    )
    driver.view.show_rect(page, area_frame(found))
    return page, found


def test_it_is_made_beside_the_paragraph_and_written_in(qtbot, opened):
    before = blocks(opened)
    made(qtbot, opened)
    box = box_of(opened)
    assert [text.string for text in box.paragraphs] == [
        "三项新规",
        "一是谁使用谁负责；二是一物一码，全程可查。",
    ]
    assert len(blocks(opened)) == len(before) + 1
    roles = {line.role for page in opened.session.edition.pages for line in page.lines}
    assert {"box", "box-title"} <= roles


def test_enter_begins_a_paragraph_inside_it(qtbot, opened):
    made(qtbot, opened)
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    type_text(opened.view, "三")
    assert [text.string for text in box_of(opened).paragraphs][2:] == ["三"]


def test_marked_paragraphs_become_one_and_text_again(opened):
    before = blocks(opened)
    text = before[0].text.string
    opened.session.select(of_text(TextPosition(FIRST, len(text)), TextPosition(FIRST, 0)))
    give(opened, "box.summary")
    assert isinstance(blocks(opened)[0], Sidebar)
    assert opened.boxes.is_kind(BoxKind.SUMMARY)
    give(opened, "box.summary")
    assert isinstance(blocks(opened)[0], Paragraph)
    assert blocks(opened)[0].text.string == text
    opened.session.stack.undo()
    opened.session.stack.undo()
    assert blocks(opened) == before


def test_a_click_selects_it_and_escape_goes_from_its_text_to_it(qtbot, opened):
    place = made(qtbot, opened)
    QTest.keyClick(opened.view, Qt.Key.Key_Escape)
    assert opened.session.selection == of_box(place)
    opened.session.select(opened.session.selection._replace(kind=SelectionKind.NOTHING, places=()))
    page, found = area(opened)
    driver = hands(opened)
    driver.click(driver.at(page, found.x + found.width / 2, found.y + found.height - 3))
    assert opened.session.selection == of_box(place)
    assert opened.inspector.form() is opened.inspector.box


def test_delete_takes_it_out_and_undo_brings_it_back(qtbot, opened):
    place = made(qtbot, opened)
    opened.session.select(of_box(place))
    kept = blocks(opened)
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Delete)
    assert not any(isinstance(block, Sidebar) for block in blocks(opened))
    opened.session.stack.undo()
    assert blocks(opened) == kept


def test_the_inspector_sets_kind_title_side_width_columns_and_place(qtbot, opened):
    place = made(qtbot, opened)
    opened.session.select(of_box(place))
    form = opened.inspector.box
    form.kind.valueChanged.emit(BoxKind.PLAIN)
    form.side.valueChanged.emit(Side.LEFT)
    form.width_box.em_changed.emit(9.0)
    form.columns.setValue(2)
    form.where.valueChanged.emit(PhotoPlace.TOP)
    form.titled.click()
    box = box_of(opened)
    assert (box.kind, box.side, box.width, box.columns, box.place, box.titled) == (
        BoxKind.PLAIN,
        Side.LEFT,
        9.0,
        2,
        PhotoPlace.TOP,
        False,
    )
    assert opened.session.selection == of_box(place)


def test_dragged_it_goes_to_the_other_side_in_one_step(qtbot, opened):
    place = made(qtbot, opened)
    opened.session.select(of_box(place))
    (page, found), driver = area(opened), hands(opened)
    before, steps = blocks(opened), opened.session.stack.count()
    start = driver.at(page, found.x + 30, found.y + 20)
    left = opened.session.layout.grid.left
    with driver.drag(start, driver.at(page, left + 40, found.y + 20)):
        pass
    assert box_of(opened).side is Side.LEFT
    assert opened.session.stack.count() == steps + 1
    opened.session.stack.undo()
    assert blocks(opened) == before


def test_a_corner_makes_it_wider_in_whole_em(qtbot, opened):
    place = made(qtbot, opened)
    opened.session.select(of_box(place))
    (page, found), driver = area(opened), hands(opened)
    em = opened.session.layout.grid.size
    start = driver.at(page, found.x, found.y + found.height)
    with driver.drag(start, driver.at(page, found.x - 3 * em, found.y + found.height)):
        pass
    assert box_of(opened).width == round(found.width / em) + 3


def test_up_and_down_stay_in_it_and_pass_it_from_beside(qtbot, opened):
    place = made(qtbot, opened)
    opened.session.select(of_text(TextPosition(place, 0)))
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    caret = opened.session.selection.caret.position.place
    assert (caret.block, caret.part) == (place.block, 1)
    # beside it
    opened.session.select(of_text(TextPosition(place._replace(block=place.block + 1), 0)))
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    assert opened.session.selection.caret.position.place.block == place.block + 1
