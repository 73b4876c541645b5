"""What is chosen beside the pages comes into view on them, and the page that is meant is the same
everywhere.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from panel_session import long_issue
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import give, idle

from desktop.canvas.areas import frame
from desktop.canvas.camera import LEAST_SPREAD
from desktop.canvas.sheets import Arrangement
from desktop.selection import SelectionKind, of_article, of_photo, of_section
from layouts.errors import Finding, Source
from layouts.house.load import layout_file
from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.places import Place, article_at, articles
from layouts.issue.text import Text

LEFT, NONE, CONTROL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def long(qtbot, window, tmp_path):
    """The window with an issue of many pages, its first page in view."""
    window.session.open(long_issue(tmp_path), None)
    assert window.session.settle()
    idle(window)
    QApplication.processEvents()
    ribbon = window.ribbon.view
    qtbot.waitUntil(lambda: len(ribbon.flow.pages) == len(window.session.edition.pages))
    window.view.go_to_page(0)
    return window


def last_article(window) -> Place:
    return [place for place, _ in articles(window.session.issue)][-1]


def is_seen(window, place: Place) -> bool:
    """Whether the first line of an article or section, or all of a photo, lies in the view."""
    found = window.view.context.where(place)
    assert found is not None
    page, box = found
    area = window.view.shown(page).rect(box)
    view = window.view.viewport().rect()
    return view.top() <= area.top() and area.bottom() <= view.bottom()


def row_of(window, place: Place):
    panel = window.issue_panel
    index = panel.model.at(place)
    panel.tree.expand(index.parent())
    panel.tree.scrollTo(index)
    return panel.tree.visualRect(index).center()


def click_row(window, place: Place, modifiers=NONE) -> None:
    tree = window.issue_panel.tree
    QTest.mouseClick(tree.viewport(), LEFT, modifiers, row_of(window, place))
    QApplication.processEvents()


def test_an_article_clicked_in_the_tree_is_seen(long):
    place = last_article(long)
    assert not is_seen(long, place)
    click_row(long, place)
    assert long.session.selection == of_article(place)
    assert is_seen(long, place)


def test_a_click_on_the_row_that_is_selected_shows_it_again(long):
    place = last_article(long)
    click_row(long, place)
    long.view.go_to_page(0)
    assert not is_seen(long, place)
    click_row(long, place)
    assert is_seen(long, place)


def test_a_section_clicked_in_the_tree_is_seen(long):
    place = Place(len(long.session.issue.sections) - 1)
    click_row(long, place)
    assert long.session.selection == of_section(place)
    assert is_seen(long, place)


def test_the_article_added_to_those_selected_is_the_one_that_is_seen(long):
    first, last = Place(0, 0), last_article(long)
    click_row(long, first)
    click_row(long, last, CONTROL)
    assert set(long.session.selection.places) == {first, last}
    assert is_seen(long, last)


def test_what_is_in_view_already_does_not_move(long):
    place = last_article(long)
    click_row(long, place)
    bar = long.view.verticalScrollBar()
    bar.setValue(bar.value() - 20)
    before = bar.value()
    click_row(long, place)
    assert bar.value() == before


def test_what_is_clicked_on_the_pages_does_not_move_them(long):
    place = last_article(long)
    click_row(long, place)
    page, box = long.view.context.where(place)
    bar = long.view.verticalScrollBar()
    area = long.view.shown(page).rect(box)
    # the head of the article is out of view, its foot is under the pointer
    bar.setValue(bar.value() + round(area.bottom()) - 20)
    before = bar.value()
    long.session.select(of_section(Place(0)), seen=True)
    shown = long.view.shown(page)
    at = shown.rect(box).bottomLeft().toPoint()
    at.setX(at.x() + 30)
    at.setY(at.y() - 4)
    QTest.mouseClick(long.view.viewport(), LEFT, NONE, at)
    assert long.session.selection.place == place
    assert bar.value() == before


def test_a_photo_is_seen_whole_where_it_fits(long):
    image = QImage(400, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(long.session.issue.folder / "photo.png"))
    before = last_article(long)._replace(block=0)
    added = edits.add_photo(long.session.issue, before, "photo.png")
    long.session.do("插入图片", added.issue)
    long.session.settle()
    long.view.go_to_page(0)
    long.session.select(of_photo(added.place))
    shown, picture = long.view.context.photo()
    area = shown.rect(frame(picture))
    assert long.view.viewport().rect().contains(area.toAlignedRect())


def test_a_double_click_in_the_tree_puts_the_caret_there_in_view(long):
    place = last_article(long)
    tree, at = long.issue_panel.tree, row_of(long, place)
    QTest.mouseClick(tree.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(tree.viewport(), LEFT, NONE, at)
    QTest.mouseRelease(tree.viewport(), LEFT, NONE, at)
    assert long.session.selection.kind is SelectionKind.TEXT
    assert long.session.selection.place.of_article == place
    assert long.view.hasFocus()
    area = long.view.editor.caret.area()
    assert long.view.viewport().rect().contains(area.toAlignedRect())


def test_what_a_finding_is_about_is_seen(long):
    place = last_article(long)
    finding = Finding("warning", "x", "错", "wrong", Source("x.md", 1), place=tuple(place))
    long.viewing.go_to_finding(finding)
    assert long.session.selection.place == place
    assert is_seen(long, place)


def test_what_comes_in_is_seen_as_soon_as_it_has_a_page(qtbot, long):
    issue = long.session.issue
    to = Place(len(issue.sections) - 1, 0)
    long.view.go_to_page(0)
    article = Article(
        ArticleKind.HEADLINE,
        Text("新来的稿件"),
        (Paragraph(Text("正文。" * 40), Source("new.md", 2)),),
        Source("new.md", 1),
    )
    section = issue.sections[-1]
    longer = replace(section, articles=(article, *section.articles))
    longer = replace(issue, sections=(*issue.sections[:-1], longer))
    long.session.do("导入", longer, of_article(to))
    long.session.reveal()
    qtbot.waitUntil(lambda: long.session.is_current, timeout=5000)
    QApplication.processEvents()
    assert article_at(long.session.issue, to).title.string == "新来的稿件"
    assert is_seen(long, to)


def test_who_scrolls_on_is_not_called_back_when_the_pages_come(qtbot, long):
    place = last_article(long)
    longer = edits.insert_text(long.session.issue, Place(0, 0, 0), 0, "长" * 400).issue
    long.session.do("输入", longer)
    long.session.select(of_article(place))
    long.view.go_to_page(0)
    qtbot.waitUntil(lambda: long.session.is_current, timeout=5000)
    QApplication.processEvents()
    assert long.view.page == 0


def test_undo_shows_what_it_brings_back(long):
    place = last_article(long)
    long.session.select(of_article(place))
    long.session.do("删除", edits.remove_articles(long.session.issue, (place,)).issue)
    long.session.settle()
    long.view.go_to_page(0)
    give(long, "edit.undo")
    long.session.settle()
    QApplication.processEvents()
    assert long.session.selection == of_article(place)
    assert is_seen(long, place)


# -- the page that is meant ------------------------------------------------------------------------


@pytest.mark.parametrize("page", [2, 3, 4, 5])
def test_a_page_clicked_in_the_flow_is_the_page_everywhere(long, page):
    give(long, "view.spreads")
    ribbon = long.ribbon.view
    at = ribbon.columns.rect(page - 1).center()
    QTest.mouseClick(ribbon.viewport(), LEFT, NONE, at)
    QApplication.processEvents()
    assert ribbon.page == page
    assert long.view.page == page - 1
    assert long.status.pages.text().startswith(f"第 {page} 页")


def test_the_frame_of_the_flow_follows_what_is_selected(long):
    give(long, "view.spreads")
    for place, _ in articles(long.session.issue):
        long.session.select(of_article(place))
        page = long.view.context.where(place)[0]
        assert long.ribbon.view.page == page + 1
        assert long.status.pages.text().startswith(f"第 {page + 1} 页")


# -- what stays at the top -------------------------------------------------------------------------


def top_of(window) -> tuple[int, float]:
    """The page at the top of the view, and how far down it, points."""
    shown = next(s for s in window.view.visible() if s.paper.bottom() > 0)
    return shown.page, -shown.paper.top() / shown.scale


@pytest.mark.parametrize("size", [(1024, 700), (1900, 1000), (700, 900)])
def test_another_size_of_the_window_keeps_the_top(long, size):
    give(long, "view.single")
    give(long, "view.fit-width")
    long.view.go_to_page(4)
    bar = long.view.verticalScrollBar()
    bar.setValue(bar.value() + 200)
    page, down = top_of(long)
    long.resize(*size)
    QApplication.processEvents()
    found = top_of(long)
    assert found[0] == page
    assert found[1] == pytest.approx(down, abs=3)


def test_fitting_the_width_keeps_the_top(long):
    give(long, "view.single")
    long.view.set_zoom(0.5)
    long.view.go_to_page(4)
    bar = long.view.verticalScrollBar()
    bar.setValue(bar.value() + 120)
    page, down = top_of(long)
    give(long, "view.fit-width")
    QApplication.processEvents()
    found = top_of(long)
    assert found[0] == page
    assert found[1] == pytest.approx(down, abs=3)


def test_a_whole_page_is_shown_from_its_head(long):
    give(long, "view.single")
    long.view.go_to_page(4)
    give(long, "view.fit-page")
    QApplication.processEvents()
    paper = long.view.shown(4).paper
    assert long.view.viewport().rect().contains(paper.toAlignedRect())
    long.resize(1200, 760)
    QApplication.processEvents()
    paper = long.view.shown(4).paper
    assert long.view.viewport().rect().contains(paper.toAlignedRect())


# -- spreads ---------------------------------------------------------------------------------------


def test_spreads_too_small_to_read_become_single_pages_by_themselves(long):
    give(long, "view.fit-width")
    long.resize(1900, 1000)
    QApplication.processEvents()
    assert long.view.camera.arrangement is Arrangement.SPREADS
    assert long.view.zoom >= LEAST_SPREAD
    long.resize(1100, 760)
    QApplication.processEvents()
    assert long.view.camera.arrangement is Arrangement.SINGLE
    assert long.tools.arrangement.text() == "单页"
    long.resize(1900, 1000)
    QApplication.processEvents()
    assert long.view.camera.arrangement is Arrangement.SPREADS
    assert long.tools.arrangement.text() == "跨页"


def test_spreads_that_the_editor_asked_for_hold_in_a_small_window(long):
    give(long, "view.fit-width")
    long.resize(1100, 760)
    QApplication.processEvents()
    give(long, "view.spreads")
    assert long.view.camera.arrangement is Arrangement.SPREADS


def test_an_issue_printed_on_one_side_has_single_pages_and_no_chip_of_sheets(
    qtbot, window, tmp_path
):
    window.resize(1900, 1000)
    stock = layout_file("jianbao-a4").read_text(encoding="utf-8")
    stapled = stock.replace("[page]", "[page]\nsingle_sided = true", 1)
    bound = long_issue(tmp_path)
    (bound.folder / "stapled.toml").write_text(stapled, encoding="utf-8")
    for issue, spreads in (
        (bound, True),
        (replace(bound, layout="stapled.toml"), False),
        (bound, True),
    ):
        window.session.open(issue, None)
        assert window.session.settle()
        QApplication.processEvents()
        assert (window.view.camera.arrangement is Arrangement.SPREADS) == spreads
        assert len(window.view.pages) % 4
        qtbot.waitUntil(
            lambda spreads=spreads: window.status.fit.text().startswith("差 ") == spreads
        )
    # who wants pairs all the same has them, and the next such issue too; bound ones keep theirs
    window.session.open(replace(bound, layout="stapled.toml"), None)
    assert window.session.settle()
    give(window, "view.spreads")
    assert window.view.camera.arrangement is Arrangement.SPREADS
    assert window.settings.text("view/arrangement-single-sided") == "spreads"
    assert window.settings.text("view/arrangement") == ""


def test_undo_of_the_masthead_shows_the_masthead_whatever_is_selected(long):
    session = long.session
    session.select(of_article(last_article(long)))
    masthead = edits.set_masthead_field(session.issue, "publication", "别的刊名").issue
    session.do("修改刊名", masthead)
    assert session.settle()
    long.view.go_to_page(0)
    for command in ("edit.undo", "edit.redo"):
        give(long, command)
        assert session.settle()
        idle(long)
        assert (long.view.page, session.selection.kind) == (0, SelectionKind.MASTHEAD)
