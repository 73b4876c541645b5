from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from panel_session import long_issue, opened, shown, titles
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from desktop.colours import LIGHT
from desktop.panels.ribbon import PageFlowRibbon
from desktop.panels.ribbon_geometry import RibbonHit, column_size
from desktop.panels.ribbon_paint import lines_of
from desktop.panels.tints import article_tint
from desktop.selection import Selection, SelectionKind, of_article
from layouts.errors import Finding
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript
from layouts.page.item import Line, Picture
from layouts.page.measures import FRONT, TypeArea, effective_ppi, fill, page_runs
from layouts.page.page import Page


@pytest.fixture
def ribbon(qtbot, session):
    return shown(qtbot, PageFlowRibbon(session), 800, 74)


def at(ribbon, article, share=0.5):
    """A point in the first run of an article, `share` down from its top."""
    view = ribbon.view
    for page, runs in enumerate(view.flow.pages):
        for run in runs:
            if run.article == article:
                rect = view.columns.run_rect(page, run)
                return QPoint(round(rect.center().x()), round(rect.top() + share * rect.height()))
    raise AssertionError(f"article {article} is on no page")


def click(ribbon, point, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(ribbon.view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def drag(ribbon, start, end):
    viewport, button = ribbon.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, start)
    for k in range(1, 6):
        QTest.mouseMove(viewport, start + (end - start) * k / 5)
        QTest.qWait(1)
    QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, end)


def test_every_page_has_a_column_and_articles_run_in_proportion(ribbon, session):
    flow = ribbon.view.flow
    assert len(flow.pages) == len(session.edition.pages)
    runs = [run.article for page in flow.pages for run in page]
    # the body of a short issue begins under its contents
    assert flow.pages[0][0].article == FRONT
    assert [article for article, _ in groupby(runs)][:5] == [FRONT, 0, 1, 2, 3]
    for page in flow.pages:
        for above, below in pairwise(page):
            assert above.bottom <= below.top + 1e-9


def test_runs_have_the_tints_of_the_tree(ribbon):
    point = at(ribbon, 0, 0.3)
    assert ribbon.view.viewport().grab().toImage().pixelColor(point) == article_tint(0, LIGHT)


def test_a_selected_article_is_hatched_not_only_coloured(ribbon, session):
    before = ribbon.view.viewport().grab().toImage()
    session.select(of_article(Place(0, 0)))
    after = ribbon.view.viewport().grab().toImage()
    run = ribbon.view.columns.run_rect(1, ribbon.view.flow.pages[1][0]).toRect()
    colours = {
        after.pixelColor(x, y).name()
        for x in range(run.left() + 4, run.right() - 4)
        for y in range(run.top() + 4, run.bottom() - 3)
    }
    assert before != after
    assert len(colours) > 1


def test_a_click_goes_there_and_selects_the_article(ribbon, session, qtbot):
    with qtbot.waitSignal(ribbon.page_requested) as caught:
        click(ribbon, at(ribbon, 2))
    assert caught.args == [2]
    assert session.selection == of_article(Place(1, 0))
    click(ribbon, at(ribbon, 0), Qt.KeyboardModifier.ControlModifier)
    assert session.selection == of_article(Place(0, 0), Place(1, 0))


def test_a_click_on_the_front_page_goes_there_and_selects_nothing(ribbon, session, qtbot):
    with qtbot.waitSignal(ribbon.page_requested) as caught:
        click(ribbon, at(ribbon, FRONT))
    assert caught.args == [1]
    assert session.selection.kind is SelectionKind.NOTHING


def test_an_article_is_dragged_behind_another(ribbon, session):
    drag(ribbon, at(ribbon, 0), at(ribbon, 3, 0.8))
    assert titles(session)[:5] == ["乙", "|", "丙", "丁", "甲"]
    assert session.stack.undoText() == "移动文章"
    assert session.selection == of_article(Place(1, 2))


def test_an_article_is_dragged_before_another(ribbon, session):
    drag(ribbon, at(ribbon, 3), at(ribbon, 1, 0.2))
    assert titles(session)[:5] == ["甲", "丁", "乙", "|", "丙"]


def test_a_drag_is_given_up_with_escape(ribbon, session):
    start, end = at(ribbon, 0), at(ribbon, 3, 0.8)
    viewport, button = ribbon.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, end)
    QTest.keyClick(ribbon.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, end)
    assert session.stack.count() == 0


def test_keys_go_through_pages_and_articles_and_move_them(ribbon, session):
    asked = []
    ribbon.page_requested.connect(asked.append)
    QTest.keyClick(ribbon.view, Qt.Key.Key_Right)
    QTest.keyClick(ribbon.view, Qt.Key.Key_Home)
    assert asked == [2, 1]
    QTest.keyClick(ribbon.view, Qt.Key.Key_Down)
    QTest.keyClick(ribbon.view, Qt.Key.Key_Down)
    assert session.selection == of_article(Place(0, 1))
    assert asked[-1] == 2
    QTest.keyClick(ribbon.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert titles(session)[:2] == ["乙", "甲"]
    session.select(Selection())
    QTest.keyClick(ribbon.view, Qt.Key.Key_Return)
    assert session.selection == of_article(Place(0, 0))


def test_tool_tips_name_article_page_and_length(ribbon):
    run = ribbon.view.flow.pages[1][0]
    told = ribbon.view.told(RibbonHit(1, run, lower=False))
    assert told.startswith("甲稿 · 第 2 页 · 全文 0.")


def test_findings_are_marked_and_told(ribbon, session, qtbot):
    session.reading_findings = (Finding("error", "photo-unusable", "照片不在了", "gone", None, 2),)
    before = ribbon.view.viewport().grab().toImage()
    session.edition_changed.emit()
    qtbot.waitUntil(
        lambda: any(
            finding.code == "photo-unusable"
            for found in ribbon.view._findings.values()
            for finding in found
        )
    )
    assert ribbon.view.viewport().grab().toImage() != before
    assert ribbon.view.told(RibbonHit(1, None, lower=True)).endswith("错误：照片不在了")


def test_a_hundred_pages_scroll_and_follow_the_page_looked_at(qapp, qtbot, catalogue, tmp_path):
    session = opened(catalogue, long_issue(tmp_path))
    ribbon = PageFlowRibbon(session)
    ribbon.resize(600, 74)
    qtbot.addWidget(ribbon)
    ribbon.show()
    bar = ribbon.view.horizontalScrollBar()
    pages = len(session.edition.pages)
    assert pages > 30
    ribbon.set_page(pages)
    assert bar.value() == bar.maximum() > 0
    ribbon.set_page(1)
    assert bar.value() < 10
    assert ribbon.view.accessibleDescription().startswith(f"第 1 页，共 {pages} 页")
    session.stop()


AREA = TypeArea(100.0, 600.0, ((50.0, 200.0), (270.0, 200.0)))


def line(y, article, x=50.0, width=200.0, role="body"):
    return Line(x, y, width, 10.0, (), "字", role, article)


def test_a_section_heading_belongs_to_the_article_under_it():
    page = Page(
        1,
        520,
        800,
        lines=[
            line(108.8, None, role="section"),
            line(148.8, 4),
            line(688.8, 4),
            line(760, None, role="page-number"),
        ],
    )
    (run,) = page_runs(page, AREA)
    assert (run.article, run.column) == (4, 0)
    assert run.top == pytest.approx(0)
    assert run.bottom == pytest.approx(590 / 600)


def test_runs_reach_to_the_next_and_columns_have_their_own():
    page = Page(
        1,
        520,
        800,
        lines=[
            line(108.8, 0),
            line(408.8, 1),
            line(108.8, 1, x=270.0),
            line(698.8, None, x=50, width=420, role="colophon"),
        ],
    )
    page.pictures.append(Picture(50, 110, 100, 400, "", "", article=0))
    runs = page_runs(page, AREA)
    assert [(run.article, run.column) for run in runs] == [(0, 0), (1, 0), (-2, 0), (1, 1), (-2, 1)]
    assert runs[0].bottom == runs[1].top == pytest.approx(0.5)
    assert fill(runs, 2) == pytest.approx((310 / 600 + 10 / 600) / 2)


def test_pixels_per_inch_count_only_what_cropping_left():
    assert effective_ppi(Picture(0, 0, 144, 100, "", ""), 600) == pytest.approx(300)
    assert effective_ppi(
        Picture(0, 0, 144, 100, "", "", crop=(0.25, 0, 0.25, 0)), 600
    ) == pytest.approx(150)


# -- how large columns are, titles, pictures of the pages ------------------------------------------


@pytest.mark.parametrize(
    ("pages", "room", "height"),
    [
        (4, QSize(1400, 1000), 96),  # room for all: as large as they get
        (60, QSize(1400, 1000), 62),  # more than fit: as small as they get, and a bar
        (4, QSize(1400, 600), 66),  # a low window keeps its pages
        (22, QSize(1400, 1000), 75),  # so large that all of them just fit
    ],
)
def test_columns_are_pages_in_small_and_grow_as_there_is_room(pages, room, height):
    size = column_size(pages, room, 210 / 297)
    assert size.height() == pytest.approx(height, abs=1)
    assert size.width() / size.height() == pytest.approx(210 / 297, abs=0.01)


def test_the_least_column_is_44_by_62():
    assert column_size(500, QSize(800, 700), 210 / 297) == QSize(44, 62)


def test_a_title_stands_in_the_run_its_article_begins_with(ribbon):
    words = ribbon.view._words
    titles = [list(words.titles(page).values()) for page in range(2)]
    assert titles[0] == ["甲稿"]
    assert titles[1][0] == "乙稿"


def test_titles_break_inside_their_run_and_no_line_begins_with_a_closing_mark(qapp):
    metrics = QFontMetricsF(qapp.font())
    width = metrics.horizontalAdvance("一二三四") + 1
    assert lines_of("从一到二三”：四", metrics, width, 3) == ["从一到二", "三”：四"]
    assert lines_of("一二三“四五", metrics, width, 3) == ["一二三", "“四五"]
    assert lines_of("一二三四五六", metrics, width, 3) == ["一二三四", "五六"]
    assert lines_of("一二三四：五六", metrics, width, 3) == ["一二三", "四：五六"]
    assert lines_of("一二三四五六七八九十", metrics, width, 2)[-1].endswith("…")
    assert lines_of("一二三", metrics, width, 0) == []


def test_pictures_of_pages_are_painted_in_a_pause_and_only_those_in_sight(
    qapp, qtbot, catalogue, tmp_path
):
    session = opened(catalogue, long_issue(tmp_path))
    ribbon = shown(qtbot, PageFlowRibbon(session), 600, 120)
    view = ribbon.view
    assert view.pictures.of(1) is None
    flow = view.viewport().grab().toImage()
    ribbon.show_pictures(True)
    seen = view.columns.visible(view.viewport().rect())
    assert len(seen) < len(session.edition.pages)
    qtbot.waitUntil(lambda: all(view.pictures.of(k) is not None for k in seen), timeout=10000)
    assert view.pictures.of(len(session.edition.pages) - 1) is None
    assert view.viewport().grab().toImage() != flow
    size = view.columns.size
    assert view.pictures.of(1).deviceIndependentSize().toSize() == size
    # text is on it, not only paper
    image = view.pictures.of(1).toImage()
    dark = [
        1
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 235
    ]
    assert len(dark) > 50
    ribbon.show_pictures(False)
    assert view.pictures.of(1) is None
    session.stop()


def test_a_turned_page_bears_a_sign_and_is_told(qtbot, catalogue, tmp_path):
    table = "| 单位 | 数量 |\n|---|---|\n| 甲 | 1 |\n"
    path = tmp_path / "turned.md"
    path.write_text(f"### 甲篇\n\n正文一段。\n\n{table}\n{{turned=yes}}\n", encoding="utf-8")
    session = opened(catalogue, read_manuscript(path)[0])
    ribbon = shown(qtbot, PageFlowRibbon(session), 800, 90)
    view = ribbon.view
    turned = [k for k, page in enumerate(session.edition.pages) if page.turned]
    assert len(turned) == 1
    (number,) = turned
    hit = RibbonHit(number, view.flow.pages[number][0], lower=False)
    assert "横排转页" in view.told(hit)
    assert "横排转页" not in view.told(hit._replace(page=number - 1))
    # its run has the tint of the article alone, and the sign on it
    image = view.viewport().grab().toImage()
    middle = view.columns.rect(number).center().x()
    rows = range(view.columns.rect(number).bottom() - 24, view.columns.rect(number).bottom())
    assert image.pixelColor(middle - 12, rows[4]) == article_tint(0, LIGHT)
    assert len({image.pixelColor(middle, y).name() for y in rows}) > 2
