"""Right-clicking selects what is under the pointer, and the menu is that subject's."""

from __future__ import annotations

import pytest
from panel_session import long_issue, opened, shown, small_issue
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.menus import menu_point
from desktop.panels.findings import FindingsPanel
from desktop.panels.issue import IssuePanel
from desktop.panels.ribbon import PageFlowRibbon
from desktop.selection import (
    NOTHING,
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_section,
    of_text,
)
from desktop.window_parts.context import (
    ADDING,
    MENUS,
    MenuSubject,
    context_keys,
    finding_keys,
    subject_of,
    tree_keys,
)
from layouts.errors import Finding
from layouts.issue.places import BYLINE, TITLE, Place, place_of_article
from layouts.page.hit import HitKind, fixed_box, section_box

RIGHT = Qt.MouseButton.RightButton
BY_KEYS = QContextMenuEvent.Reason.Keyboard
BY_MOUSE = QContextMenuEvent.Reason.Mouse
PHOTO, SECOND = Place(0, 0, 1), Place(0, 1)


@pytest.fixture
def hand(qapp, catalogue, tmp_path):
    from no_window import Hand

    session = opened(catalogue, small_issue(tmp_path))
    session.settle()
    yield Hand(session)
    session.stop()
    session.deleteLater()


def on_line(hand, text):
    page, line = hand.line(text)
    return hand.pointer(page, line.x + 2.5 * line.size, line.y - 3)


def in_box(hand, box, page=0):
    return hand.pointer(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2)


def menu_of(hand):
    return subject_of(hand.session.selection, hand.session.issue)


# -- on the pages ----------------------------------------------------------------------------------


def test_a_right_click_on_an_article_is_about_the_article(hand):
    hand.session.select(of_photo(PHOTO))
    hand.press(on_line(hand, "乙稿的文字"), RIGHT)
    assert hand.session.selection == of_article(SECOND)
    assert menu_of(hand) is MenuSubject.ARTICLE


def test_a_right_click_on_a_photo_is_about_the_photo(hand):
    page, picture = hand.picture()
    hand.press(hand.pointer(page, picture.x + 20, picture.y + 20), RIGHT)
    assert hand.session.selection == of_photo(PHOTO)
    assert menu_of(hand) is MenuSubject.PHOTO


@pytest.mark.parametrize("selected", [of_article(SECOND), of_photo(PHOTO), of_section(Place(1))])
def test_a_right_click_on_a_blank_margin_is_about_the_page_whatever_was_selected(hand, selected):
    hand.session.select(selected)
    hand.press(hand.pointer(0, 4, 4), RIGHT)
    assert hand.session.selection == NOTHING
    assert menu_of(hand) is MenuSubject.PAGE
    assert not {
        key for key in MENUS[MenuSubject.PAGE] if key.startswith(("edit.", "text.", "photo."))
    }


def test_a_right_click_beside_the_pages_is_about_no_article(hand):
    hand.session.select(of_article(SECOND))
    hand.press(hand.context.camera.pointer(QPointF(1, 1)), RIGHT)
    assert hand.session.selection == NOTHING


@pytest.mark.parametrize(
    ("target", "kind", "subject"),
    [
        (HitKind.MASTHEAD, SelectionKind.MASTHEAD, MenuSubject.MASTHEAD),
        (HitKind.CONTENTS, SelectionKind.CONTENTS, MenuSubject.CONTENTS),
    ],
)
def test_a_right_click_on_a_fixed_part_is_about_that_part(hand, target, kind, subject):
    hand.press(in_box(hand, fixed_box(hand.context.pages[0], target)), RIGHT)
    assert hand.session.selection == Selection(kind)
    assert menu_of(hand) is subject


def test_a_right_click_on_a_section_s_heading_is_about_the_section(hand):
    page, box = next(
        (k, box) for k, page in enumerate(hand.context.pages) if (box := section_box(page, 1))
    )
    hand.context.camera.go_to_page(page)
    hand.press(in_box(hand, box, page), RIGHT)
    assert hand.session.selection == of_section(Place(1))
    assert menu_of(hand) is MenuSubject.SECTION


def test_several_articles_stay_selected_where_the_pointer_is_on_one_of_them(hand):
    both = of_article(Place(0, 0), SECOND)
    hand.session.select(both)
    hand.press(on_line(hand, "乙稿的文字"), RIGHT)
    assert hand.session.selection == both


def test_while_text_is_edited_a_right_click_takes_the_caret_along(hand):
    hand.session.select(of_text(TextPosition(Place(0, 0, 0), 0)))
    hand.press(on_line(hand, "乙稿的文字"), RIGHT)
    caret = hand.session.selection.caret
    assert caret.position.place == Place(0, 1, 0)
    assert menu_of(hand) is MenuSubject.PARAGRAPH


def test_marked_text_stays_marked_under_the_pointer_and_only_there(hand):
    place = Place(0, 0, 2)
    hand.session.select(of_text(TextPosition(place, 8), TextPosition(place, 0)))
    marked = hand.session.selection
    hand.press(on_line(hand, "甲稿第二段"), RIGHT)
    assert hand.session.selection == marked
    hand.press(on_line(hand, "乙稿的文字"), RIGHT)
    assert not hand.session.selection.caret.marks


@pytest.mark.parametrize(
    ("place", "subject"),
    [
        (Place(0, 0, 0), MenuSubject.PARAGRAPH),
        (Place(1, 0, 1), MenuSubject.PARAGRAPH),  # a sub-heading
        (Place(0, 0, TITLE), MenuSubject.WORDS),
        (Place(0, 0, BYLINE), MenuSubject.WORDS),
        (PHOTO, MenuSubject.WORDS),  # its caption
    ],
)
def test_text_that_is_no_paragraph_is_offered_nosubject_of_paragraphs(hand, place, subject):
    hand.session.select(of_text(TextPosition(place, 0)))
    assert menu_of(hand) is subject
    of_paragraphs = {"level", "text.pull-quote", "photo.add"}
    assert of_paragraphs.isdisjoint(context_keys(hand.session)) is (subject is MenuSubject.WORDS)


def test_no_menu_acts_on_what_stands_elsewhere(hand):
    """The masthead's menu has nothing of the colophon, the contents' nothing of the masthead."""
    fixed = {"select.masthead", "layout.contents", "select.colophon"}
    own = {
        MenuSubject.MASTHEAD: {"select.masthead"},
        MenuSubject.CONTENTS: {"layout.contents"},
        MenuSubject.COLOPHON: {"select.colophon"},
    }
    for subject, keys in own.items():
        assert fixed & set(MENUS[subject]) == keys


# -- by keys ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "selection",
    [
        of_photo(PHOTO),
        of_article(Place(2, 1)),
        of_section(Place(1)),
        of_text(TextPosition(Place(1, 1, 0), 2)),
        Selection(SelectionKind.MASTHEAD),
        Selection(SelectionKind.COLOPHON),
        NOTHING,
    ],
)
def test_a_menu_asked_for_by_keys_opens_in_view_at_what_it_is_about(hand, selection):
    hand.context.camera.set_zoom(3.0)
    hand.viewport.scroll_to(0, 0)
    hand.session.select(selection, seen=True)
    at = menu_point(hand.context, hand.editor)
    size = hand.viewport.size
    assert 0 <= at.x() <= size.width()
    assert 0 <= at.y() <= size.height()
    if selection.place is not None and selection.caret is None:
        page, area = hand.context.where(selection.place)
        assert hand.context.camera.shown(page).rect(area).contains(at)


@pytest.fixture
def table(qapp, catalogue, tmp_path):
    from no_window import Hand

    from layouts.manuscript import read_manuscript

    text = "---\npublication: 简报\n---\n\n## 【要闻】\n\n### 甲稿\n\n段落。\n\n| 馆 | 数 |\n|---|---|\n| 东馆 | 12 |\n"
    (tmp_path / "table.md").write_text(text, encoding="utf-8")
    session = opened(catalogue, read_manuscript(tmp_path / "table.md")[0])
    session.settle()
    yield Hand(session)
    session.stop()
    session.deleteLater()


def test_a_cell_of_a_table_has_rows_and_columns_in_its_menu(table):
    table.session.select(of_text(TextPosition(Place(0, 0, 0), 0)))
    table.press(on_line(table, "东馆"), RIGHT)
    assert menu_of(table) is MenuSubject.CELL
    assert {"table", "table.row-below", "table.remove-column"} <= set(context_keys(table.session))


# -- in the window ---------------------------------------------------------------------------------


@pytest.fixture
def popped(opened, monkeypatch):
    """The window with its issue, and the keys of each menu it would pop up."""
    keys = []
    monkeypatch.setattr(opened.menus, "_open", lambda found, at: keys.append((tuple(found), at)))
    return opened, keys


def test_the_pages_ask_for_the_menu_of_what_is_selected(popped):
    window, keys = popped
    viewport = window.view.viewport()
    at = QPoint(3, 3)
    window.session.select(of_article(Place(0, 0)))
    QTest.mouseClick(viewport, RIGHT, pos=at)
    QApplication.sendEvent(viewport, QContextMenuEvent(BY_MOUSE, at, viewport.mapToGlobal(at)))
    assert keys == [(MENUS[MenuSubject.PAGE], viewport.mapToGlobal(at))]


def test_no_menu_comes_while_a_photo_is_cropped_or_something_is_dragged(popped):
    from desktop.canvas.gestures.press import Press

    window, keys = popped
    mouse = window.view.context.mouse
    mouse.begin(Press(mouse, window.view.camera.pointer(QPointF(3, 3)), lambda: None))
    at = QPoint(3, 3)
    viewport = window.view.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(BY_MOUSE, at, viewport.mapToGlobal(at)))
    assert keys == []


def test_every_command_of_every_menu_is_one_of_the_window_s(opened):
    known = {command.key for command, _ in opened.actions_} | set(opened.actions_.menus)
    named = {key for keys in (*MENUS.values(), ADDING) for key in keys if key}
    assert named <= known


# -- the tree --------------------------------------------------------------------------------------


@pytest.fixture
def tree(qtbot, session):
    return shown(qtbot, IssuePanel(session), 280, 700)


def ask(widget, viewport, at, reason=BY_MOUSE):
    """The press and what the system sends after it."""
    if reason is BY_MOUSE:
        QTest.mouseClick(viewport, RIGHT, pos=at)
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))


def row_of(panel, place):
    return panel.tree.visualRect(panel.model.at(place)).center()


def test_a_right_click_in_the_tree_selects_its_row(tree, session, qtbot):
    with qtbot.waitSignal(tree.menu_requested):
        ask(tree, tree.tree.viewport(), row_of(tree, SECOND))
    assert session.selection == of_article(SECOND)


def test_a_right_click_on_an_article_in_whose_text_the_caret_is_is_about_the_article(tree, session):
    session.select(of_text(TextPosition(Place(0, 1, 0), 1)))
    ask(tree, tree.tree.viewport(), row_of(tree, SECOND))
    assert session.selection == of_article(SECOND)


def test_the_blank_below_the_tree_only_adds(tree, session, qtbot):
    session.select(of_article(SECOND))
    with qtbot.waitSignal(tree.menu_requested):
        ask(tree, tree.tree.viewport(), QPoint(100, tree.tree.viewport().height() - 5))
    assert session.selection == NOTHING
    assert tree_keys(session) == ADDING


# -- the page flow ---------------------------------------------------------------------------------


@pytest.fixture
def flow(qtbot, catalogue, tmp_path):
    session = opened(catalogue, long_issue(tmp_path))
    yield shown(qtbot, PageFlowRibbon(session), 900, 90)
    session.stop()


def test_a_right_click_in_the_page_flow_selects_the_article_and_shows_its_page(flow, qtbot):
    view = flow.view
    page, run = [
        (page, run) for page, runs in enumerate(view.flow.pages) for run in runs if run.article >= 0
    ][4]
    place = place_of_article(view.session.issue, run.article)
    pages = []
    flow.page_requested.connect(pages.append)
    with qtbot.waitSignal(flow.menu_requested):
        ask(view, view.viewport(), view.columns.run_rect(page, run).center().toPoint())
    assert view.session.selection == of_article(place)
    assert pages == [page + 1]


def test_a_right_click_on_a_page_s_number_in_the_flow_is_about_the_page(flow, qtbot):
    view = flow.view
    view.session.select(of_article(Place(0, 0)))
    with qtbot.waitSignal(flow.menu_requested):
        ask(view, view.viewport(), view.columns.cell(3).bottomLeft() + QPoint(20, -6))
    assert subject_of(view.session.selection, view.session.issue) is MenuSubject.PAGE


def test_a_menu_asked_for_by_keys_in_the_flow_never_acts_on_an_article_of_another_page(flow):
    view = flow.view
    view.session.select(of_article(Place(0, 0)))
    last = len(view.flow.pages)
    view.set_page(last)
    ask(view, view.viewport(), QPoint(5, 5), BY_KEYS)
    assert view.session.selection == NOTHING


# -- findings --------------------------------------------------------------------------------------

MENDED = Finding("warning", "b", "标题太长", "long", None, 1, fix="mend:1")
ERROR = Finding("error", "a", "图片不在了", "gone", None, 2)
NOTE = Finding("notice", "a", "受", "acc", None, 1, key="k", reason="就是这样")


@pytest.fixture
def findings(qtbot, session):
    panel = shown(qtbot, FindingsPanel(session), 900, 300)
    session.reading_findings = (ERROR, MENDED, NOTE)
    panel.follow()
    return panel


def finding_row(panel, finding):
    return panel.list.visualRect(panel.model.row_of(finding)).center()


def test_a_right_click_on_a_finding_chooses_it_and_goes_nowhere(findings, qtbot):
    went = []
    findings.finding_activated.connect(went.append)
    with qtbot.waitSignal(findings.menu_requested):
        ask(findings, findings.list.viewport(), finding_row(findings, MENDED))
    assert findings.current == MENDED
    assert went == []


def test_a_heading_among_the_findings_has_no_menu(findings):
    asked = []
    findings.menu_requested.connect(asked.append)
    heading = findings.list.visualRect(findings.model.index(0)).center()
    ask(findings, findings.list.viewport(), heading)
    assert asked == []


@pytest.mark.parametrize(
    ("finding", "keys"),
    [
        (MENDED, ("check.show", "", "check.mend")),
        (ERROR, ("check.show", "")),
        (NOTE, ("check.show", "", "check.count-again")),
    ],
)
def test_the_menu_of_a_finding_has_what_can_be_done_about_it(finding, keys):
    assert finding_keys(finding, (ERROR, MENDED, NOTE)) == keys


def test_a_finding_is_gone_to_from_its_menu(findings, session):
    went = []
    findings.finding_activated.connect(went.append)
    findings.list.setCurrentIndex(findings.model.row_of(ERROR))
    findings.show_current()
    assert went == [ERROR]
