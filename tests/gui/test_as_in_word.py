"""Text on the pages edited as in Word: paragraphs by keys, page breaks, photos under Backspace,
marked text dragged.
"""

from __future__ import annotations

import pytest
from composing import picture_file
from page_driver import CONTROL, LEFT, NONE, SHIFT, closed, opened
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from desktop.canvas import drops
from desktop.canvas.gestures import carry
from desktop.canvas.gestures.scroll_edge import FASTEST, speed
from desktop.canvas.gestures.text_drop import TextDrop
from desktop.canvas.page_break_signs import break_signs
from desktop.selection import SelectionKind, TextPosition, of_photo, of_text
from layouts.house.changing import change_layout
from layouts.issue import edits
from layouts.issue.article import PageBreak, Paragraph
from layouts.issue.ids import with_ids
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place, article_at
from layouts.manuscript import read_manuscript

MANUSCRIPT = """---
publication: 简报
design:
  contents.body_from_rows: 0
---

## 【要闻】

### 河湾渡口新貌

守渡口的老人说，今年水来得早。

![渡口](p.png){width=10em}

第二段写的是新修的码头，石阶一共三十六级。

### 山口驿站

驿站已经开门。

路面每天清扫两遍。
"""

HEAD, FIRST, PHOTO, SECOND = (Place(0, 0, block) for block in (TITLE, 0, 1, 2))
OTHER, LAST = Place(0, 1, 0), Place(0, 1, 1)
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
KEY = Qt.Key


@pytest.fixture
def page(qtbot, catalogue, tmp_path):
    """Two articles; in the first a photo stands at the head of the second paragraph."""
    picture_file(tmp_path.resolve(), "p.png", 40, 30)
    path = tmp_path / "text.md"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    driver = opened(catalogue, with_ids(read_manuscript(path)[0]))
    yield driver
    closed(driver)


def kinds(page, place=FIRST):
    return [type(block) for block in article_at(page.issue, place).blocks]


# -- by paragraphs, to the ends --------------------------------------------------------------------


def test_ctrl_and_down_go_to_the_start_of_the_next_paragraph(page):
    page.edit(HEAD, 2)
    met = []
    for _ in range(6):
        page.key(KEY.Key_Down, CONTROL)
        met.append(page.position)
    # over the photo, into the next article, and at the end of all to the end of the text
    other = Place(0, 1, TITLE)
    assert met[:5] == [(place, 0) for place in (FIRST, SECOND, other, OTHER, LAST)]
    assert met[5] == (LAST, len("路面每天清扫两遍。"))


def test_ctrl_and_up_go_to_the_start_of_this_paragraph_then_to_the_one_before(page):
    page.edit(SECOND, 5)
    met = []
    for _ in range(4):
        page.key(KEY.Key_Up, CONTROL)
        met.append(page.position)
    assert met == [(place, 0) for place in (SECOND, FIRST, HEAD, HEAD)]


def test_with_shift_they_mark(page):
    page.edit(FIRST, 3)
    page.key(KEY.Key_Up, CONTROL | SHIFT)
    assert page.marked == "守渡口"
    page.key(KEY.Key_Down, CONTROL | SHIFT)
    caret = page.session.selection.caret
    assert (caret.anchor, caret.position) == ((FIRST, 3), (SECOND, 0))


def test_ctrl_home_and_end_go_to_the_ends_of_the_article_then_of_the_issue(page):
    page.edit(OTHER, 2)
    page.key(KEY.Key_Home, CONTROL)
    assert page.position == (Place(0, 1, TITLE), 0)
    page.key(KEY.Key_Home, CONTROL)
    assert page.position == (HEAD, 0)
    page.key(KEY.Key_End, CONTROL)
    assert page.position == (SECOND, len(page.text(SECOND)))
    page.key(KEY.Key_End, CONTROL)
    assert page.position == (LAST, len(page.text(LAST)))


# -- a photo at the caret --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "offset", "key"),
    [
        (SECOND, 0, KEY.Key_Backspace),
        (FIRST, len("守渡口的老人说，今年水来得早。"), KEY.Key_Delete),
    ],
)
def test_a_photo_is_selected_first_and_taken_out_by_the_same_key_again(page, place, offset, key):
    page.edit(place, offset)
    page.key(key)
    assert page.session.selection == of_photo(PHOTO)
    assert Photo in kinds(page)
    page.key(key)
    assert kinds(page) == [Paragraph, Paragraph]
    assert page.session.stack.undoText() == "删除图片"
    # the caret is where it was: what is typed goes on there
    page.type("b")
    at = "b第二段" if key is KEY.Key_Backspace else "水来得早。b"
    assert at in page.text(Place(0, 0, 0)) + page.text(Place(0, 0, 1))
    page.session.stack.undo()
    page.session.stack.undo()
    assert kinds(page) == [Paragraph, Photo, Paragraph]


def test_a_photo_further_down_beside_the_paragraph_is_not_at_its_start(page):
    page.session.do("移动", edits.set_line(page.issue, PHOTO, 1).issue)
    page.session.settle()
    page.edit(SECOND, 0)
    page.key(KEY.Key_Backspace)
    assert kinds(page) == [Photo, Paragraph]


def test_inside_a_paragraph_and_over_marked_text_both_keys_delete_text(page):
    page.edit(SECOND, 1)
    page.key(KEY.Key_Backspace)
    page.key(KEY.Key_Right, SHIFT)
    page.key(KEY.Key_Backspace)
    assert page.text(SECOND).startswith("段写的是")
    assert kinds(page) == [Paragraph, Photo, Paragraph]


# -- page breaks -----------------------------------------------------------------------------------


def test_ctrl_and_enter_begin_a_page_at_the_caret_in_one_step(page):
    before, count = page.issue, len(page.view.pages)
    page.edit(FIRST, 4)
    page.key(KEY.Key_Return, CONTROL)
    assert kinds(page)[:3] == [Paragraph, PageBreak, Paragraph]
    assert page.position == (Place(0, 0, 2), 0)
    assert page.text(FIRST) == "守渡口的"
    assert page.caret_is_seen()
    page.session.settle()
    assert len(page.view.pages) == count + 1
    assert page.session.stack.count() == 1
    page.session.stack.undo()
    assert page.issue is before


def test_it_replaces_what_is_marked(page):
    page.edit(FIRST, 2)
    page.key(KEY.Key_Right, SHIFT, times=2)
    page.key(KEY.Key_Enter, CONTROL)
    assert page.text(FIRST) == "守渡"
    assert page.text(Place(0, 0, 2)).startswith("老人说")
    assert page.session.stack.count() == 1


def test_backspace_behind_it_takes_it_away_and_once_more_joins(page):
    page.edit(FIRST, 4)
    page.key(KEY.Key_Return, CONTROL)
    page.key(KEY.Key_Backspace)
    assert kinds(page) == [Paragraph, Paragraph, Photo, Paragraph]
    page.key(KEY.Key_Backspace)
    assert kinds(page) == [Paragraph, Photo, Paragraph]
    assert page.position == (FIRST, 4)


def test_delete_before_it_takes_it_away(page):
    page.edit(FIRST, 4)
    page.key(KEY.Key_Return, CONTROL)
    page.edit(FIRST, 4)
    page.key(KEY.Key_Delete)
    assert PageBreak not in kinds(page)


def test_a_sign_under_the_text_before_it_says_that_it_is_there(page):
    assert [break_signs(page.view.context, k) for k in range(len(page.view.pages))] == [
        [] for _ in page.view.pages
    ]
    page.edit(FIRST, 4)
    page.key(KEY.Key_Return, CONTROL)
    where, line = page.line("守渡口的")
    (sign,) = break_signs(page.view.context, where)
    assert line.y < sign.top + sign.height / 2 < line.y + 2 * line.size
    assert (sign.left, sign.right) == (line.x, line.x + line.width)
    at = page.at(where, (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2)
    assert "退格" in page.view.announcer.hint_at(QPointF(at))


def test_in_a_title_the_article_begins_on_a_new_page_until_backspace(page):
    page.edit(Place(0, 1, TITLE), 0)
    page.key(KEY.Key_Return, CONTROL)
    assert article_at(page.issue, OTHER).break_before
    page.key(KEY.Key_Backspace)
    assert not article_at(page.issue, OTHER).break_before


def test_the_caret_of_a_title_is_in_view_on_its_new_page(page):
    page.edit(Place(0, 1, TITLE), 0)
    before = page.view.editor.caret.box()[0]
    page.key(KEY.Key_Return, CONTROL)
    page.session.settle()
    assert page.view.editor.caret.box()[0] > before
    assert page.caret_is_seen()


# -- marked text dragged ---------------------------------------------------------------------------


class Held(QDropEvent):
    """What is held over the pages and let go, as Qt tells of it; `source` the widget it is from."""

    def __init__(self, at, data, action, source):
        super().__init__(QPointF(at), MOVE | COPY, data, LEFT, NONE)
        self.setDropAction(action)
        self._source = source

    def source(self):
        return self._source


def middle_of(page, place, offset):
    """The middle of a character in the viewport."""
    driver = page.view.editor.caret
    seat = driver.seat(TextPosition(place, offset))
    line = page.view.map.line(seat)
    return page.at(seat.page, seat.x + line.size / 2, line.y - 0.38 * line.size)


def before(page, place, offset):
    """A point just behind where the caret would stand."""
    return middle_of(page, place, offset) - QPoint(3, 0)


def let_go(page, at, data, action=MOVE, source=None):
    event = Held(at, data, action, source)
    page.view.dropEvent(event)
    page.session.settle()
    return event


def marking(page, place, start, end):
    page.session.select(of_text(TextPosition(place, end), TextPosition(place, start)))
    page.view.setFocus()


def dragged(page, monkeypatch, start, end):
    """Press at a point and move to another; what the drag that began carries, or None."""
    carried = []

    class Drag:
        def __init__(self, owner):
            assert owner is page.view

        def setMimeData(self, data):  # noqa: N802, Qt's name
            carried.append({name: bytes(data.data(name).data()) for name in data.formats()})

        def exec(self, *_actions):
            assert page.view.gesture is None

    monkeypatch.setattr(carry, "QDrag", Drag)
    page.press(start)
    page.move(end)
    page.release(end)
    return carried[0] if carried else None


def test_a_press_on_marked_text_that_moves_carries_it_in_every_form_of_a_copy(page, monkeypatch):
    marking(page, FIRST, 0, 5)
    start = middle_of(page, FIRST, 2)
    found = dragged(page, monkeypatch, start, start + QPoint(60, 40))
    assert found["text/plain"].decode() == "守渡口的老"
    assert "<p>守渡口的老</p>" in found["text/html"].decode()
    assert page.marked == "守渡口的老"


def test_a_press_beside_the_marked_text_marks_anew(page, monkeypatch):
    marking(page, FIRST, 0, 3)
    start = middle_of(page, FIRST, 6)
    assert dragged(page, monkeypatch, start, start + QPoint(60, 0)) is None
    assert page.marked != "守渡口"


def test_a_click_on_marked_text_puts_the_caret_there(page):
    marking(page, FIRST, 0, 8)
    page.click(before(page, FIRST, 4))
    assert not page.session.selection.caret.marks
    assert page.position == (FIRST, 4)


def test_over_marked_text_the_pointer_is_an_arrow(page):
    marking(page, FIRST, 0, 5)
    cursor = page.view.viewport().cursor
    QTest.mouseMove(page.view.viewport(), middle_of(page, FIRST, 9))
    assert cursor().shape() is Qt.CursorShape.IBeamCursor
    QTest.mouseMove(page.view.viewport(), middle_of(page, FIRST, 2))
    assert cursor().shape() is Qt.CursorShape.ArrowCursor


def test_text_dropped_on_a_page_that_is_gone_by_then_goes_to_one_that_is_left(page):
    issue, session = page.issue, page.session
    session.do("长", edits.paste_text(issue, LAST, 0, "又一行。\n" * 300).issue)
    session.settle()
    view = page.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    at = QPoint(view.viewport().width() // 2, view.viewport().height() // 2)
    gone = view.camera.pointer(QPointF(at)).page
    session.do("短", issue)
    data = QMimeData()
    data.setText("拖来的")
    let_go(page, at, data, COPY)
    texts = "".join(line.text for shown in view.pages for line in shown.lines)
    assert len(view.pages) <= gone
    assert "拖来的" in texts


def carried_by(page):
    from desktop.carrying import carried

    data = carried(page.session)
    assert isinstance(data, QMimeData)
    return data


@pytest.mark.parametrize(
    ("to", "offset", "first", "second"),
    [
        (FIRST, 8, "的老人说，守渡口今年水来得早。", None),
        (SECOND, 3, "的老人说，今年水来得早。", "第二段守渡口写的是"),
    ],
)
def test_let_go_it_moves_and_is_marked_there_in_one_step(page, to, offset, first, second):
    marking(page, FIRST, 0, 3)
    start = page.issue
    event = let_go(page, before(page, to, offset), carried_by(page), source=page.view)
    assert page.text(FIRST) == first
    assert second is None or page.text(SECOND).startswith(second)
    assert page.marked == "守渡口"
    assert page.session.stack.count() == 1
    assert page.session.stack.undoText() == "移动文字"
    # else Qt would delete it where it came from
    assert event.dropAction() is COPY
    page.session.stack.undo()
    assert page.issue is start


def test_with_ctrl_a_copy_is_let_go(page):
    marking(page, FIRST, 0, 3)
    let_go(page, before(page, SECOND, 0), carried_by(page), COPY, page.view)
    assert page.text(FIRST).startswith("守渡口的")
    assert page.text(SECOND).startswith("守渡口第二段")
    assert page.session.stack.undoText() == "复制文字"


def test_it_moves_into_another_article_and_a_caption(page):
    marking(page, FIRST, 0, 3)
    let_go(page, before(page, OTHER, 2), carried_by(page), source=page.view)
    assert page.text(OTHER) == "驿站守渡口已经开门。"
    marking(page, OTHER, 0, 2)
    let_go(page, before(page, PHOTO, 1), carried_by(page), source=page.view)
    assert page.text(PHOTO) == "渡驿站口"
    assert page.text(OTHER) == "守渡口已经开门。"


def test_let_go_on_itself_it_stays(page):
    marking(page, FIRST, 0, 5)
    start = page.issue
    let_go(page, before(page, FIRST, 2), carried_by(page), source=page.view)
    assert page.issue is start
    assert page.session.stack.count() == 0


def test_text_from_another_program_is_put_where_it_falls(page):
    marking(page, FIRST, 0, 5)
    data = QMimeData()
    data.setText("外来的话")
    let_go(page, before(page, SECOND, 1), data)
    assert page.text(SECOND).startswith("第外来的话二段")
    assert page.text(FIRST).startswith("守渡口的老")


def test_while_it_is_held_a_caret_shows_where_it_would_go(page):
    marking(page, FIRST, 0, 3)
    at, data = before(page, SECOND, 2), carried_by(page)
    entered = QDragEnterEvent(at, MOVE | COPY, data, LEFT, NONE)
    page.view.dragEnterEvent(entered)
    assert entered.isAccepted()
    event = QDragMoveEvent(at, MOVE | COPY, data, LEFT, NONE)
    page.view.dragMoveEvent(event)
    assert event.isAccepted()
    held = page.view.gesture
    assert isinstance(held, TextDrop)
    assert held.position == (SECOND, 2)
    page.view.viewport().grab()
    drops.left(page.view.context)
    assert page.view.gesture is None
    assert page.session.selection.kind is SelectionKind.TEXT


def test_held_at_the_edge_of_the_view_the_pages_scroll_until_it_is_gone(qtbot, page):
    page.view.set_zoom(2.0)
    page.view.verticalScrollBar().setValue(0)
    marking(page, HEAD, 0, 2)
    bar, data = page.view.verticalScrollBar(), carried_by(page)
    start = bar.value()
    low = QPoint(page.view.viewport().width() // 2, page.view.viewport().height() - 3)
    page.view.dragMoveEvent(QDragMoveEvent(low, MOVE | COPY, data, LEFT, NONE))
    qtbot.waitUntil(lambda: bar.value() > start, timeout=5000)
    drops.left(page.view.context)
    rests = bar.value()
    qtbot.wait(60)
    assert bar.value() == rests


def test_at_the_very_edge_it_scrolls_as_fast_as_one_reads():
    """Held beyond it, the text would be over something else."""
    assert speed(500.0, 500.0, beyond=0.0) == FASTEST
    assert speed(0.0, 500.0, beyond=0.0) == -FASTEST
    assert 0 < speed(470.0, 500.0, beyond=0.0) < FASTEST


def test_let_go_below_all_text_it_goes_to_the_text_and_no_caption(page):
    page.session.do("移动", edits.set_line(page.issue, PHOTO, 1).issue)
    page.session.settle()
    marking(page, FIRST, 0, 3)
    where, line = page.line("路面")
    low = page.at(where, line.x + line.width, line.y + 6 * line.size)
    let_go(page, low, carried_by(page), source=page.view)
    assert page.text(LAST) == "路面每天清扫两遍。守渡口"


def test_a_document_that_is_only_read_refuses_it(page):
    marking(page, FIRST, 0, 3)
    page.session.read_only = "被占用"
    start = page.issue
    let_go(page, before(page, SECOND, 0), carried_by(page), source=page.view)
    assert page.issue is start


# -- lines that the editor ended -------------------------------------------------------------------


def test_a_line_ended_at_the_end_of_a_paragraph_has_the_caret_on_a_new_line(page):
    end = len(page.text(LAST))
    page.edit(LAST, end)
    above = page.view.editor.seat()
    page.key(KEY.Key_Return, SHIFT)
    assert page.position == (LAST, end + 1)
    assert page.caret_is_seen()
    seat, shown = page.view.editor.seat(), page.view.map
    assert shown.line(seat).y > shown.line(above).y
    page.type("b")
    assert page.text(LAST) == "路面每天清扫两遍。\u2028b"
    page.key(KEY.Key_Backspace, times=2)
    assert page.text(LAST) == "路面每天清扫两遍。"


def test_home_end_and_arrows_go_round_it(page):
    page.edit(LAST, 4)
    page.key(KEY.Key_Return, SHIFT)
    page.key(KEY.Key_Up)
    page.key(KEY.Key_End)
    assert page.position == (LAST, 4)
    page.key(KEY.Key_Right)
    assert page.position == (LAST, 5)
    page.key(KEY.Key_Home)
    assert page.position == (LAST, 5)
    page.key(KEY.Key_Left)
    assert page.position == (LAST, 4)
    page.key(KEY.Key_Delete)
    assert page.text(LAST) == "路面每天清扫两遍。"


def test_marked_over_it_is_deleted_as_one_piece(page):
    page.edit(LAST, 4)
    page.key(KEY.Key_Return, SHIFT)
    page.key(KEY.Key_Left, SHIFT)
    page.key(KEY.Key_Left, SHIFT)
    assert page.marked == "天\u2028"
    page.key(KEY.Key_Backspace)
    assert page.text(LAST) == "路面每清扫两遍。"


def test_words_are_deleted_up_to_it_and_no_further(page):
    page.edit(LAST, 4)
    page.key(KEY.Key_Return, SHIFT)
    page.key(KEY.Key_Backspace, CONTROL)
    assert page.text(LAST) == "路面每天清扫两遍。"
    page.edit(LAST, 4)
    page.key(KEY.Key_Return, SHIFT)
    page.edit(LAST, 2)
    page.key(KEY.Key_Delete, CONTROL)
    assert page.text(LAST) == "路面\u2028清扫两遍。"
    page.key(KEY.Key_Delete, CONTROL)
    assert page.text(LAST) == "路面清扫两遍。"


def test_down_keeps_its_place_from_column_to_column(page):
    """Each step goes on from where the first one began, measured from the column's edge."""
    page.session.do("版式", change_layout(page.issue, "neikan-a4-2col").issue)
    long = edits.insert_text(page.issue, FIRST, 0, "守渡口的老人说今年水来得早" * 120).issue
    page.session.do("长", long)
    page.session.settle()
    shown = page.view.map
    last = [at for at in shown.lines_of(shown_text()) if shown.pages[at[0]].lines[at[1]].x < 200][
        -1
    ]
    seat = shown.on_line(*last, shown.pages[last[0]].lines[last[1]].x + 60)
    page.edit(FIRST, seat.offset)
    far = page.view.editor.seat().x - shown.column_left(page.view.editor.seat())
    for _ in range(3):
        page.key(KEY.Key_Down)
        now = page.view.editor.seat()
        assert shown.column_left(now) > 200
        assert now.x - shown.column_left(now) == pytest.approx(far, abs=12)


def shown_text():
    from layouts.page.carets import ShownText

    return ShownText(0, 0)
