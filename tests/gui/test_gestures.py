"""What the mouse and the keys do on the pages: select, drag, size, crop, drop."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from page_driver import CONTROL, LEFT, NONE, SHIFT, Driver, closed, fixed_box, opened, section_box
from panel_session import small_issue
from PIL import Image, ImageChops
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.areas import frame
from desktop.canvas.drops import DropTarget
from desktop.canvas.gestures.crop import CropMode, begin_crop, dragged
from desktop.canvas.handles import HANDLE, corners
from desktop.canvas.labels import photo_label
from desktop.canvas.overlays import Overlay
from desktop.canvas.where import items
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
from layouts.issue import edits
from layouts.issue.photo import WHOLE, Crop, Side
from layouts.issue.places import Place
from layouts.page.hit import HitKind, Rect, article_boxes

PROSE = "这一段文字写得长一些，好让文章占满几行，照片也好在它旁边上下移动。" * 9


@pytest.fixture
def small(qtbot, catalogue, tmp_path):
    driver = opened(catalogue, small_issue(tmp_path))
    yield driver
    closed(driver)


@pytest.fixture
def roomy(qtbot, catalogue, tmp_path):
    """Two articles of three long paragraphs each, a photo in the first."""
    from layouts.manuscript import read_manuscript

    small_issue(tmp_path)
    photo = "![图为现场](photo.jpg){side=right width=12em}"
    parts = [
        "---\npublication: 简报\n---\n\n## 【要闻】\n",
        "### 甲稿\n",
        PROSE,
        photo,
        PROSE,
        PROSE,
        "### 乙稿\n",
        PROSE,
        PROSE,
        PROSE,
        PROSE,
    ]
    path = tmp_path / "roomy.md"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    driver = opened(catalogue, read_manuscript(path)[0])
    yield driver
    closed(driver)


@pytest.fixture
def tail(qtbot, catalogue, tmp_path):
    """A photo that stands alone on the last of three pages."""
    from layouts.manuscript import read_manuscript

    small_issue(tmp_path)
    # the list of contents has a page of its own
    head = "---\npublication: 简报\ndesign:\n  contents.body_from_rows: 0\n---\n\n"
    parts = [f"{head}## 【要闻】\n", "### 甲稿\n"]
    parts += [f"第 {k} 行写得不长。" for k in range(20)]
    parts.append("![图](photo.jpg){side=none width=30em}")
    path = tmp_path / "tail.md"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    driver = opened(catalogue, read_manuscript(path)[0])
    assert [len(page.pictures) for page in driver.view.pages] == [0, 0, 1]
    driver.session.select(of_photo(driver.photo()[0]))
    yield driver
    closed(driver)


# -- selecting -------------------------------------------------------------------------------------


def test_a_click_on_text_selects_its_article(small):
    page, line = small.line("乙稿的文字")
    small.click(small.at(page, line.x + 40, line.y - 4))
    assert small.session.selection == of_article(Place(0, 1))


def test_a_click_on_a_photo_selects_it(small):
    small.click(small.middle())
    assert small.session.selection == of_photo(small.photo()[0])


def test_a_click_on_a_section_heading_selects_the_section(small):
    page, box = next(
        (k, box) for k, page in enumerate(small.view.pages) if (box := section_box(page, 1))
    )
    small.view.show_rect(page, box)
    small.click(small.at(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2))
    assert small.session.selection == of_section(Place(1))


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        (HitKind.MASTHEAD, SelectionKind.MASTHEAD),
        (HitKind.CONTENTS, SelectionKind.CONTENTS),
        (HitKind.COLOPHON, SelectionKind.COLOPHON),
    ],
)
def test_a_click_on_a_fixed_part_selects_it(small, target, kind):
    page, box = next(
        (k, box) for k, page in enumerate(small.view.pages) if (box := fixed_box(page, target))
    )
    small.view.show_rect(page, box)
    small.click(small.at(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2))
    assert small.session.selection.kind is kind


def test_a_click_beside_the_pages_selects_nothing(small):
    small.session.select(of_article(Place(0, 0)))
    small.click(QPoint(4, 4))
    assert small.session.selection == NOTHING


def article_point(driver: Driver, text: str) -> QPoint:
    page, line = driver.line(text)
    return driver.at(page, line.x + 20, line.y - 4)


def test_ctrl_adds_articles_and_takes_them_away(small):
    small.click(article_point(small, "甲稿第一段"))
    small.click(article_point(small, "丙稿的文字"), CONTROL)
    assert small.session.selection.places == (Place(0, 0), Place(1, 0))
    small.click(article_point(small, "甲稿第一段"), CONTROL)
    assert small.session.selection.places == (Place(1, 0),)


def test_shift_selects_all_between(small):
    small.click(article_point(small, "甲稿第一段"))
    small.click(article_point(small, "丙稿的文字"), SHIFT)
    assert small.session.selection.places == (Place(0, 0), Place(0, 1), Place(1, 0))


def test_tab_and_arrows_go_through_the_items(small):
    order = items(small.issue)
    for selection in order[:5]:
        small.key(Qt.Key.Key_Tab)
        assert small.session.selection == selection
    small.key(Qt.Key.Key_Backtab, SHIFT)
    assert small.session.selection == order[3]
    small.session.select(of_article(Place(0, 1)))
    small.key(Qt.Key.Key_Down)
    assert small.session.selection == of_section(Place(1))
    small.key(Qt.Key.Key_Up)
    assert small.session.selection == of_article(Place(0, 1))


def test_escape_climbs_out(small):
    page, line = small.line("甲稿第一段")
    small.double_click(small.at(page, line.x + 40, line.y - 4))
    kinds = []
    for _ in range(4):
        kinds.append(small.session.selection.kind)
        small.key(Qt.Key.Key_Escape)
    assert kinds == [
        SelectionKind.TEXT,
        SelectionKind.ARTICLE,
        SelectionKind.SECTION,
        SelectionKind.NOTHING,
    ]


def test_enter_goes_into_the_text(small):
    small.session.select(of_article(Place(0, 1)))
    small.key(Qt.Key.Key_Return)
    assert small.position == (Place(0, 1, -1), 0)


def test_a_double_click_on_the_masthead_asks_for_its_fields(small):
    asked = QSignalSpy(small.view.edit_requested)
    page, box = next(
        (k, box)
        for k, page in enumerate(small.view.pages)
        if (box := fixed_box(page, HitKind.MASTHEAD))
    )
    small.view.show_rect(page, box)
    small.double_click(small.at(page, (box.left + box.right) / 2, box.top + 10))
    assert asked.count() == 1
    assert asked.at(0)[0].kind is SelectionKind.MASTHEAD


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("简报", "publication"),
        ("14", "number"),
        ("850", "total"),
        ("2025年8月31日", "date"),
        ("某局", "issuer"),
    ],
)
def test_a_double_click_on_the_masthead_says_which_field_was_meant(small, words, field):
    head = msgspec.structs.replace(
        small.issue.masthead,
        publication="简报",
        number=14,
        total=850,
        date=datetime.date(2025, 8, 31),
        issuer="某局",
    )
    small.session.do("", msgspec.structs.replace(small.issue, masthead=head))
    small.session.settle()
    asked = QSignalSpy(small.view.edit_requested)
    k, line = next(
        (k, line)
        for k, line in enumerate(small.view.pages[0].lines)
        if line.role == "masthead" and words in line.text
    )
    stops = small.view.map.stops(0, k)
    small.view.show_rect(0, Rect(line.x, line.y - 10, line.x + 10, line.y))
    small.double_click(small.at(0, stops.x_of(line.text.index(words)) + 1, line.y - 3))
    assert asked.at(0)[1] == field


def test_a_fixed_part_under_the_pointer_says_how_it_is_edited(small):
    page, box = next(
        (k, box)
        for k, page in enumerate(small.view.pages)
        if (box := fixed_box(page, HitKind.MASTHEAD))
    )
    small.view.show_rect(page, box)
    assert "报头" in small.view.announcer.hint_at(
        small.at(page, (box.left + box.right) / 2, box.top + 10)
    )
    assert not small.view.announcer.hint_at(QPointF(3, 3))


def test_the_right_button_selects_what_the_menu_is_about(small):
    small.click(article_point(small, "乙稿的文字"), NONE, Qt.MouseButton.RightButton)
    assert small.session.selection == of_article(Place(0, 1))
    small.session.select(of_article(Place(0, 0), Place(0, 1)))
    small.click(article_point(small, "乙稿的文字"), NONE, Qt.MouseButton.RightButton)
    assert len(small.session.selection.places) == 2


def test_cursors_say_what_the_mouse_would_do(small):
    QTest.mouseMove(small.view.viewport(), small.middle())
    assert small.view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    point = article_point(small, "甲稿第一段")
    QTest.mouseMove(small.view.viewport(), point)
    assert small.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    small.edit(Place(0, 0, 0), 0)
    QTest.mouseMove(small.view.viewport(), point + QPoint(3, 0))
    assert small.view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_what_is_hovered_is_outlined(small):
    point = article_point(small, "乙稿的文字")
    before = small.view.grab().toImage()
    QTest.mouseMove(small.view.viewport(), point)
    assert small.view.hovering.hit.article == 1
    assert small.view.grab().toImage() != before
    page = next(k for k, page in enumerate(small.view.pages) if article_boxes(page, 1))
    assert small.view.hovering.page == page


# -- outlines --------------------------------------------------------------------------------------

AIR = 6.0
"""Points between an outline and what it surrounds."""


def seen(driver: Driver) -> Image.Image:
    image = driver.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes(
        "RGBA", (image.width(), image.height()), bytes(image.constBits())
    ).convert("RGB")


def at_rest(driver: Driver) -> Image.Image:
    """What is seen once the photos in view have been read; painting is what asks for them."""
    for _ in range(3):
        seen(driver)
        while driver.view.surface.pictures._pending:
            QTest.qWait(5)
    return seen(driver)


def outlined(driver: Driver, act) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of all pixels of the viewport that an act changes, with the mouse
    beside the pages before it.
    """
    QTest.mouseMove(driver.view.viewport(), QPoint(4, 4))
    before = at_rest(driver)
    act()
    return ImageChops.difference(before, seen(driver)).getbbox()


def box_of(driver: Driver, find) -> tuple[int, Rect]:
    """A page and the box on it that `find` gives first, brought into view."""
    page, box = next(
        (k, box) for k, page in enumerate(driver.view.pages) if (box := find(page)) is not None
    )
    driver.view.show_rect(page, box.grown(AIR))
    return page, box


def stands_round(driver: Driver, found, page: int, box: Rect) -> bool:
    """Whether what changed is the outline of a box and nothing else, to the pixel that a pen is
    wide.
    """
    area = driver.view.shown(page).rect(box)
    expected = (area.left(), area.top(), area.right(), area.bottom())
    return found is not None and all(
        abs(got - wanted) <= 2 for got, wanted in zip(found, expected, strict=True)
    )


PARTS = [
    *(
        (of_section(Place(number)), lambda page, number=number: section_box(page, number))
        for number in (0, 1, 2)
    ),
    (Selection(SelectionKind.MASTHEAD), lambda page: fixed_box(page, HitKind.MASTHEAD)),
    (Selection(SelectionKind.CONTENTS), lambda page: fixed_box(page, HitKind.CONTENTS)),
    (Selection(SelectionKind.COLOPHON), lambda page: fixed_box(page, HitKind.COLOPHON)),
    (of_article(Place(1, 1)), lambda page: next(iter(article_boxes(page, 3)), None)),
]
NAMES = [
    "first section",
    "second section",
    "third section",
    "masthead",
    "contents",
    "colophon",
    "article",
]


@pytest.mark.parametrize(("selection", "find"), PARTS, ids=NAMES)
def test_what_is_selected_is_outlined_and_nothing_else(small, selection, find):
    page, box = box_of(small, find)
    found = outlined(small, lambda: small.session.select(selection))
    assert stands_round(small, found, page, box.grown(AIR))


def test_all_selected_articles_are_outlined(small):
    # the second section's: they begin on one page
    page, box = box_of(small, lambda page: next(iter(article_boxes(page, 2)), None))
    other = article_boxes(small.view.pages[page], 3)[0]
    both = Rect(
        min(box.left, other.left),
        min(box.top, other.top),
        max(box.right, other.right),
        max(box.bottom, other.bottom),
    )
    small.view.show_rect(page, both.grown(AIR))
    found = outlined(small, lambda: small.session.select(of_article(Place(1, 0), Place(1, 1))))
    assert stands_round(small, found, page, both.grown(AIR))


def test_a_selected_photo_has_its_frame_and_handles(small):
    _page, picture = small.picture()
    small.session.select(of_photo(small.photo()[0]))
    area = small.view.context.photo()[0].rect(frame(picture))
    image = small.view.viewport().grab().toImage()

    def drawn(x: float, y: float) -> bool:
        near = [(round(x) + dx, round(y) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        return small.view.colours.accent.rgb() in {image.pixel(*at) for at in near}

    for corner in corners(area):
        assert drawn(corner.left(), corner.center().y())
        assert drawn(corner.center().x(), corner.bottom())
        assert (
            image.pixelColor(round(corner.center().x()), round(corner.center().y()))
            == small.view.colours.paper
        )
    assert drawn(area.left(), area.center().y())
    assert drawn(area.center().x(), area.bottom())


def test_of_two_photos_of_an_article_the_selected_one_is_framed(small):
    place, _photo = small.photo()
    small.session.do(
        "备", edits.add_photo(small.issue, place._replace(block=2), "photo.jpg", line=3).issue
    )
    small.session.settle()
    second = place._replace(block=2)
    small.session.select(of_photo(second))
    assert small.view.context.photo()[1].paragraph == second.block
    small.session.select(of_photo(place))
    assert small.view.context.photo()[1].paragraph == place.block


@pytest.mark.parametrize("zoom", [0.3, 0.6, 1.0, 2.0])
def test_the_label_of_a_selected_photo_never_leaves_it(small, zoom):
    small.view.set_zoom(zoom)
    page, picture = small.picture()
    found = outlined(small, lambda: small.session.select(of_photo(small.photo()[0]), seen=True))
    area = small.view.shown(page).rect(frame(picture))
    assert found is not None
    reach = HANDLE + 1.5  # handles stand half outside, with their line
    assert found[0] >= area.left() - reach
    assert found[1] >= area.top() - reach
    assert found[2] <= area.right() + reach + 1
    assert found[3] <= area.bottom() + reach + 1


def test_a_gesture_that_shows_the_photo_itself_hides_its_frame(small):
    small.picture()
    plain = at_rest(small)
    small.session.select(of_photo(small.photo()[0]))

    class Held(DropTarget):
        hides_selection = True

    small.view.context.mouse.begin(Held(small.view.context))
    assert ImageChops.difference(plain, at_rest(small)).getbbox() is None


def test_outlines_are_not_painted_where_they_are_switched_off(small):
    box_of(small, lambda page: section_box(page, 1))
    small.view.overlays = small.view.overlays - {Overlay.SELECTION}
    assert outlined(small, lambda: small.session.select(of_section(Place(1)))) is None


def test_nothing_selected_nothing_outlined(small):
    box_of(small, lambda page: section_box(page, 1))
    small.session.select(of_section(Place(1)))
    plain = outlined(small, lambda: small.session.select(NOTHING))
    assert plain is not None
    assert outlined(small, lambda: None) is None


@pytest.mark.parametrize(
    ("find", "what"),
    [(PARTS[1][1], "section"), (PARTS[3][1], "masthead"), (PARTS[6][1], "article")],
    ids=["section", "masthead", "article"],
)
def test_what_is_hovered_is_outlined_where_it_is(small, find, what):
    page, box = box_of(small, find)
    at = small.at(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
    found = outlined(small, lambda: QTest.mouseMove(small.view.viewport(), at))
    assert stands_round(small, found, page, box.grown(AIR)), what


def test_the_photo_hovered_is_outlined_not_its_article(small):
    page, picture = small.picture()
    found = outlined(small, lambda: QTest.mouseMove(small.view.viewport(), small.middle()))
    assert stands_round(small, found, page, frame(picture))


def test_bare_paper_is_not_outlined(small):
    page, box = box_of(small, lambda page: Rect(2, 2, 6, 6))
    at = small.at(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
    assert outlined(small, lambda: QTest.mouseMove(small.view.viewport(), at)) is None


def test_of_the_first_photos_of_two_pages_only_the_hovered_one_is_outlined(small):
    turned = edits.set_break_before(small.issue, Place(1), True).issue
    small.session.do("备", edits.add_photo(turned, Place(1, 0, 0), "photo.jpg").issue)
    small.session.settle()
    small.view.set_zoom(0.3)
    pages = [k for k, page in enumerate(small.view.pages) if page.pictures]
    assert len(pages) == 2
    page, picture = small.picture()
    area = small.view.shown(pages[1]).rect(frame(small.view.pages[pages[1]].pictures[0]))
    assert small.view.viewport().rect().contains(area.toRect())
    found = outlined(small, lambda: QTest.mouseMove(small.view.viewport(), small.middle()))
    assert stands_round(small, found, page, frame(picture))


def test_while_something_is_held_over_the_pages_nothing_hovered_is_outlined(small):
    page, box = box_of(small, PARTS[6][1])
    at = small.at(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
    at_rest(small)
    QTest.mouseMove(small.view.viewport(), at)
    hovered = seen(small)
    small.view.context.mouse.begin(DropTarget(small.view.context))
    gone = ImageChops.difference(hovered, seen(small)).getbbox()
    assert stands_round(small, gone, page, box.grown(AIR))


def test_while_text_is_edited_nothing_hovered_is_outlined(small):
    small.edit(Place(1, 0, 0), 0)
    point = article_point(small, "乙稿的文字")

    def hover() -> None:
        QTest.mouseMove(small.view.viewport(), point)
        small.view.editor.caret.start()  # shown, as it was

    small.view.editor.caret.start()
    assert outlined(small, hover) is None


# -- dragging a photo ------------------------------------------------------------------------------


def test_a_photo_is_dragged_down_line_by_line(roomy):
    place, photo = roomy.photo()
    page, picture = roomy.picture()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    leading = roomy.session.layout.grid.leading
    with roomy.drag(start, roomy.at(page, picture.x + 60, picture.y + 30 + 3 * leading)):
        pass
    moved_place, moved = roomy.photo()
    assert (moved_place, moved.line, moved.side) == (place, photo.line + 3, photo.side)
    assert roomy.view.pages[page].pictures[0].y == pytest.approx(picture.y + 3 * leading)


def test_a_drag_is_one_step_of_undo(roomy):
    before = roomy.issue
    page, picture = roomy.picture()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    with roomy.drag(start, start + QPoint(0, 120), steps=12):
        pass
    assert roomy.session.stack.count() == 1
    assert roomy.session.stack.undoText() == "移动图片"
    roomy.session.stack.undo()
    assert roomy.issue is before


def test_escape_gives_back_what_was_before_the_drag(roomy):
    before = roomy.issue
    page, picture = roomy.picture()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    with roomy.drag(start, start + QPoint(0, 120)):
        assert roomy.issue is not before
        roomy.key(Qt.Key.Key_Escape)
    assert roomy.issue is before
    assert roomy.session.stack.count() == 0
    assert roomy.view.gesture is None


def test_the_text_flows_while_the_photo_moves(roomy):
    page, picture = roomy.picture()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    seen = set()
    roomy.press(start)
    for k in range(1, 7):
        roomy.move(start + QPoint(0, 25 * k))
        seen.add(round(roomy.picture()[1].y))
    roomy.release(start + QPoint(0, 150))
    assert len(seen) >= 4


@pytest.mark.parametrize(("share", "side"), [(0.1, Side.LEFT), (0.5, Side.BOTH), (0.9, Side.RIGHT)])
def test_the_side_follows_the_pointer(roomy, share, side):
    page, picture = roomy.picture()
    column = roomy.view.map.columns[0]
    middle = roomy.at(page, (column.left + column.right) / 2, picture.y + 30)
    with roomy.drag(roomy.at(page, picture.x + 60, picture.y + 30), middle):
        roomy.move(
            roomy.at(page, column.left + share * (column.right - column.left), picture.y + 30)
        )
    assert roomy.photo()[1].side is side


def test_a_photo_is_dragged_into_another_article_on_another_page(roomy):
    page, picture = roomy.picture()
    roomy.view.set_zoom(0.3)
    other, line = next(
        (k, line)
        for k, shown in enumerate(roomy.view.pages)
        for line in shown.lines
        if line.article == 1 and line.paragraph == 1
    )
    roomy.view.go_to_page(0)
    start = roomy.at(page, picture.x + 60, picture.y + 5)
    assert roomy.view.viewport().rect().contains(start)
    roomy.press(start)
    for _ in range(8):  # the text moves under the pointer: it is followed
        line = next(
            line
            for line in roomy.view.pages[other].lines
            if line.article == 1 and line.paragraph is not None and line.role == "body"
        )
        roomy.move(roomy.at(other, picture.x + 60, line.y))
    roomy.release(roomy.at(other, picture.x + 60, line.y))
    assert roomy.photo()[0][:2] == (0, 1)
    assert roomy.session.selection == of_photo(roomy.photo()[0])


def test_a_photo_that_rests_under_the_pointer_rests(roomy):
    page, picture = roomy.picture()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    roomy.press(start)
    roomy.move(start + QPoint(0, 90))
    for _ in range(4):
        QApplication.processEvents()
        roomy.session.settle()
    resting = roomy.issue
    for _ in range(4):
        roomy.move(start + QPoint(0, 90))
        assert roomy.issue is resting
    roomy.release(start + QPoint(0, 90))


def test_at_the_edge_the_view_scrolls_on(qtbot, roomy):
    roomy.view.set_zoom(1.5)
    page, picture = roomy.picture()
    bar = roomy.view.verticalScrollBar()
    start = roomy.at(page, picture.x + 60, picture.y + 30)
    before = bar.value()
    roomy.press(start)
    low = QPoint(start.x(), roomy.view.viewport().height() - 5)
    roomy.move(low)
    qtbot.waitUntil(lambda: bar.value() > before + 40, timeout=10000)
    roomy.release(low)


def test_a_click_without_a_way_moves_nothing(roomy):
    before = roomy.issue
    point = roomy.middle()
    roomy.press(point)
    roomy.move(point + QPoint(2, 1))
    roomy.release(point + QPoint(2, 1))
    assert roomy.issue is before


# -- sizing ----------------------------------------------------------------------------------------


def corner(driver: Driver, index: int) -> QPoint:
    shown, picture = driver.view.context.photo()
    return corners(shown.picture(picture))[index].center().toPoint()


@pytest.mark.parametrize(("index", "way", "width"), [(0, -4, 16.0), (3, 4, 8.0), (2, 2, 14.0)])
def test_a_corner_sizes_in_whole_em(roomy, index, way, width):
    page, _ = roomy.picture()
    roomy.click(roomy.middle())
    start = corner(roomy, index)
    em = roomy.session.layout.grid.size * roomy.view.shown(page).scale
    with roomy.drag(start, start + QPoint(round(way * em), 0)):
        pass
    assert roomy.photo()[1].width == width
    assert roomy.session.stack.undoText() == "调整图片宽度"
    assert roomy.session.stack.count() == 1


def test_escape_gives_back_the_size(roomy):
    before = roomy.issue
    roomy.click(roomy.middle())
    start = corner(roomy, 0)
    with roomy.drag(start, start + QPoint(-60, 0)):
        roomy.key(Qt.Key.Key_Escape)
    assert roomy.issue is before


def test_the_label_says_side_width_slot_and_quality(roomy):
    place, photo = roomy.photo()
    _, picture = roomy.picture()
    label = photo_label(roomy.session.layout, roomy.issue, place, photo, picture)
    assert label.startswith("右侧 · 12 字 · 第 2 段第 1 行 · ")
    assert label.endswith(" ppi")


# -- by keys ---------------------------------------------------------------------------------------


def test_arrows_move_a_photo_by_lines_over_paragraphs(roomy):
    place, photo = roomy.photo()
    roomy.session.select(of_photo(place))
    roomy.key(Qt.Key.Key_Down, times=2)
    assert roomy.photo()[1].line == photo.line + 2
    roomy.key(Qt.Key.Key_Up, times=3)
    place, photo = roomy.photo()
    assert place == Place(0, 0, 0)
    assert photo.line > 0  # the last line of the paragraph before
    assert roomy.session.selection == of_photo(place)


def test_arrows_change_the_side_and_shift_the_width(roomy):
    place, _ = roomy.photo()
    roomy.session.select(of_photo(place))
    roomy.key(Qt.Key.Key_Left)
    assert roomy.photo()[1].side is Side.BOTH
    roomy.key(Qt.Key.Key_Left)
    assert roomy.photo()[1].side is Side.LEFT
    roomy.key(Qt.Key.Key_Right, SHIFT, times=3)
    assert roomy.photo()[1].width == 15.0
    roomy.key(Qt.Key.Key_Left, SHIFT)
    assert roomy.photo()[1].width == 14.0


# -- cropping --------------------------------------------------------------------------------------


def test_a_double_click_crops_and_enter_keeps(roomy):
    roomy.double_click(roomy.middle())
    mode = roomy.view.gesture
    assert isinstance(mode, CropMode)
    frame = mode.frame()
    with roomy.drag(
        frame.topLeft().toPoint(),
        (frame.topLeft() + QPointF(0.25 * frame.width(), 0.2 * frame.height())).toPoint(),
    ):
        pass
    assert mode.crop.left == pytest.approx(0.25, abs=0.02)
    assert roomy.photo()[1].crop == WHOLE
    roomy.key(Qt.Key.Key_Return)
    assert roomy.photo()[1].crop == mode.crop
    assert roomy.session.stack.undoText() == "裁切图片"
    assert roomy.view.gesture is None


def test_escape_leaves_the_crop_as_it_was(roomy):
    roomy.double_click(roomy.middle())
    roomy.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, times=5)
    roomy.key(Qt.Key.Key_Escape)
    assert roomy.photo()[1].crop == WHOLE
    assert roomy.session.selection.kind is SelectionKind.PHOTO


def test_a_press_outside_the_frame_keeps_the_crop(roomy):
    roomy.double_click(roomy.middle())
    roomy.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, times=5)
    roomy.press(QPoint(5, 5))
    roomy.release(QPoint(5, 5))
    assert roomy.photo()[1].crop.left == pytest.approx(0.05)


def test_a_photo_is_sized_on_though_its_page_goes(tail):
    tail.picture()
    start = corner(tail, 2)
    em = tail.session.layout.grid.size * tail.view.shown(2).scale
    with tail.drag(start, start - QPoint(round(26 * em), round(26 * em)), 12):
        assert len(tail.view.pages) == 2
    assert tail.photo()[1].width == 4.0
    assert tail.session.stack.count() == 1


def test_a_photo_is_dragged_on_though_its_page_goes(tail):
    tail.press(tail.middle())
    tail.move(tail.middle() - QPoint(0, 40))
    tail.session.do("变窄", edits.resize(tail.issue, tail.photo()[0], 8.0).issue)
    tail.session.settle()
    assert len(tail.view.pages) == 2
    tail.view.grab()
    tail.view.gesture._correct()  # as it does once the mouse rests
    tail.release(tail.middle())
    assert tail.view.gesture is None


def test_a_crop_goes_with_its_photo_to_another_page(tail):
    tail.double_click(tail.middle())
    mode = tail.view.gesture
    tail.session.do("变窄", edits.resize(tail.issue, tail.photo()[0], 8.0).issue)
    tail.session.settle()
    assert len(tail.view.pages) == 2
    shown, picture = tail.view.context.photo()
    assert tail.view.gesture is mode
    assert mode.frame() == shown.picture(picture)
    tail.view.grab()


def test_a_cropped_photo_shows_whole_while_it_is_cropped_again(roomy):
    roomy.session.select(of_photo(roomy.photo()[0]))
    assert begin_crop(roomy.view.context)
    mode = roomy.view.gesture
    mode.crop = Crop(0.2, 0.1, 0.1, 0.3)
    roomy.key(Qt.Key.Key_Return)
    assert begin_crop(roomy.view.context)
    again = roomy.view.gesture
    _, picture = roomy.picture()
    shown = roomy.view.context.photo()[0].picture(picture)
    frame = again.frame()
    # what is cut off to keep its standoff and its rows is no part of its crop
    assert (frame.x(), frame.y(), frame.width(), frame.height()) == pytest.approx(
        (shown.x(), shown.y(), shown.width(), shown.height()), rel=0.125
    )
    assert frame.united(shown) == frame
    assert again._whole().width() == pytest.approx(frame.width() / 0.7)


def test_no_edge_of_a_crop_leaves_the_photo():
    assert dragged(WHOLE, {"left"}, -0.5, 0) == WHOLE
    assert dragged(
        Crop(0.2, 0, 0.2, 0), {"left", "top", "right", "bottom"}, 0.9, 0
    ) == pytest.approx((0.4, 0, 0, 0))
    assert dragged(Crop(right=0.5), {"left"}, 0.9, 0).left == pytest.approx(0.45)


# -- photos from outside ---------------------------------------------------------------------------


def test_files_dropped_on_a_line_ask_for_photos_there_in_their_order(roomy, tmp_path):
    asked = QSignalSpy(roomy.view.photos_dropped)
    page, line = next(
        (k, line)
        for k, shown in enumerate(roomy.view.pages)
        for line in shown.lines
        if line.paragraph == 2 and line.start > 0
    )
    roomy.view.show_rect(page, article_boxes(roomy.view.pages[page], 0)[0])
    data = QMimeData()
    data.setUrls(
        [
            QUrl.fromLocalFile(str(tmp_path / name))
            for name in ("photo.jpg", "list.xls", "second.webp")
        ]
    )
    at = roomy.at(page, line.x + 40, line.y - 4)
    proposed = Qt.DropAction.MoveAction
    actions = proposed | Qt.DropAction.CopyAction
    entering = QDragEnterEvent(at, actions, data, LEFT, NONE)
    QApplication.sendEvent(roomy.view.viewport(), entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(at), actions, data, LEFT, NONE)
    dropping.setDropAction(proposed)
    QApplication.sendEvent(roomy.view.viewport(), dropping)
    # who moves a file may delete it
    assert dropping.dropAction() is Qt.DropAction.CopyAction
    assert asked.count() == 1
    paths, article, block, number = asked.at(0)
    assert ([path.name for path in paths], article, block) == (
        ["photo.jpg", "list.xls", "second.webp"],  # who takes them names the one that is none
        Place(0, 0),
        2,
    )
    assert number >= 1


def test_text_files_are_left_to_the_window(roomy, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "issue.md"))])
    entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(roomy.view.viewport(), entering)
    assert not entering.isAccepted()


def test_a_picture_in_the_clipboard_is_given_to_the_window(roomy):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    given = []
    roomy.view.given.connect(lambda data, place: given.append((data.hasImage(), place)))
    roomy.session.select(of_text(TextPosition(Place(0, 0, 2), 0)))
    assert roomy.view.editor.paste()
    assert given == [(True, None)]  # it knows best where photos go
