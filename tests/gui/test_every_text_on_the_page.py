"""Subtitles, and captions and notes of tables, edited where they are printed; the words of a note
asked for where they are printed.
"""

from __future__ import annotations

import pytest
from page_driver import closed, opened
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.dialogs.find_bar import FindBar
from desktop.selection import SelectionKind
from layouts.issue import edits
from layouts.issue.article import Table
from layouts.issue.ids import with_ids
from layouts.issue.parts import CAPTION
from layouts.issue.places import SUBTITLE, TITLE, Place, article_at, block_at
from layouts.issue.text import Mark, MarkKind
from layouts.manuscript import read_manuscript

MANUSCRIPT = """---
publication: 简报
---

## 【要闻】

### 河湾渡口新貌

记渡口修缮 {subtitle}

守渡口的老人说，今年水来得早。

渡船时刻 {caption}

| 班次 | 时间 |
|---|---|
| 一 | 清晨 |

注：雨天停航。 {table-note}

### 山口驿站

驿站已经开门。
"""

UNDER, FIRST, TABLE = Place(0, 0, SUBTITLE), Place(0, 0, 0), Place(0, 0, 1)
OVER, NOTE = TABLE._replace(part=CAPTION), TABLE._replace(part=4)


@pytest.fixture
def page(qtbot, catalogue, tmp_path):
    """An article with a subtitle and a table that has a caption and a note; its second character
    carries a note to the text.
    """
    path = tmp_path / "text.md"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    issue = with_ids(read_manuscript(path)[0])
    driver = opened(
        catalogue,
        edits.set_mark(issue, (FIRST, 0), (FIRST, 2), MarkKind.NOTE, "守了三十年。").issue,
    )
    yield driver
    closed(driver)


def point(driver, text, role):
    """The middle of a text's first character in the viewport."""
    where, line = driver.line(text, role)
    return driver.at(where, line.runs[0].x + (line.text.index(text) + 0.5) * line.size, line.y - 4)


PRINTED = [
    ("渡口修缮", "subtitle", UNDER, 1),
    ("时刻", "table-caption", OVER, 2),
    ("雨天", "table-note", NOTE, 2),
]


@pytest.mark.parametrize(("words", "role", "place", "offset"), PRINTED)
def test_a_click_while_text_is_edited_puts_the_caret_into_it(page, words, role, place, offset):
    page.edit(FIRST, 0)
    page.click(point(page, words, role) - QPoint(4, 0))
    assert page.position == (place, offset)
    assert page.caret_is_seen()


@pytest.mark.parametrize(("words", "role", "place", "offset"), PRINTED)
def test_words_typed_and_composed_there_are_printed_there(page, words, role, place, offset):
    page.edit(place, offset)
    page.commit("新")
    page.type("a")
    assert page.text(place)[offset:].startswith(f"新a{words}")
    assert page.line("新", role)
    page.compose("pin")
    page.commit("品")
    assert page.text(place)[offset:].startswith("新a品")


@pytest.mark.parametrize(("words", "role", "place", "offset"), PRINTED)
def test_words_there_are_marked_by_a_double_click_and_by_keys(page, words, role, place, offset):
    page.double_click(point(page, words, role))
    assert page.position.place == place
    assert page.marked.startswith(words[0])
    page.key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert [mark.kind for mark in edits.tree.text_of(page.issue, place).marks] == [
        MarkKind.UNDERLINE
    ]


def test_the_caret_walks_from_title_to_subtitle_to_text_and_back(page):
    page.edit(Place(0, 0, TITLE), len("河湾渡口新貌"))
    page.key(Qt.Key.Key_Right)
    assert page.position == (UNDER, 0)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Right)
    assert page.position == (FIRST, 0)
    page.key(Qt.Key.Key_Up)
    assert page.position.place == UNDER


def test_the_caret_walks_through_caption_cells_and_note_in_their_order(page):
    page.edit(FIRST, len(page.text(FIRST)))
    met = []
    for _ in range(40):
        page.key(Qt.Key.Key_Right)
        if page.position.place.block == 1 and page.position.place.part not in met:
            met.append(page.position.place.part)
    assert met == [CAPTION, 0, 1, 2, 3, 4]


def test_an_emptied_subtitle_keeps_the_caret_in_sight_until_it_leaves(page):
    page.edit(UNDER, 0)
    page.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.edit(UNDER, 0)
    page.key(Qt.Key.Key_Delete, times=len("记渡口修缮"))
    assert article_at(page.issue, UNDER).subtitle is None
    assert page.position == (UNDER, 0)
    assert page.caret_is_seen()
    page.type("b")
    assert page.text(UNDER) == "b"


def test_marking_from_the_title_into_the_text_takes_the_subtitle_with_it(page):
    page.edit(Place(0, 0, TITLE), 0)
    page.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)
    first, last = page.session.selection.caret.ordered
    assert (first.place.block, last.place) == (TITLE, FIRST)
    page.key(Qt.Key.Key_Delete)
    assert article_at(page.issue, UNDER).subtitle is None


def test_an_emptied_caption_is_none(page):
    page.edit(OVER, 0)
    page.key(Qt.Key.Key_Delete, times=len("渡船时刻"))
    table = block_at(page.issue, TABLE)
    assert isinstance(table, Table)
    assert table.caption is None


# -- the words of a note to the text ---------------------------------------------------------------

THE_NOTE = (FIRST, Mark(0, 2, MarkKind.NOTE, "守了三十年。"))


def asked(page):
    """What a double click asks for."""
    found = []
    page.view.note_requested.connect(lambda *note: found.append(note))
    return found


def print_notes(page, place):
    """Have notes printed at the end of their article or at the foot of the page."""
    page.session.do("", edits.set_setting(page.session.issue, "notes", place).issue)
    assert page.session.settle()


def note(page, place, start, end, words):
    """Set a note on some characters."""
    issue = page.session.issue
    made = edits.set_mark(issue, (place, start), (place, end), MarkKind.NOTE, words)
    page.session.do("", made.issue)
    assert page.session.settle()


@pytest.mark.parametrize("place", ["article", "page"])
def test_a_double_click_on_a_printed_note_asks_for_its_words_anew(page, place):
    print_notes(page, place)
    found = asked(page)
    page.double_click(point(page, "三十", "endnote"))
    assert found == [THE_NOTE]
    assert page.position == (FIRST, 2)


@pytest.mark.parametrize("place", ["article", "page"])
def test_a_double_click_on_the_sign_of_a_note_does_too(page, place):
    print_notes(page, place)
    found = asked(page)
    where, line = page.line("守渡", "body")
    sign = next(run for run in line.runs if run.text == "①")
    page.double_click(page.at(where, sign.x + sign.size / 2, line.y - 6))
    assert found == [THE_NOTE]


def test_the_notes_of_a_page_count_themselves_anew(page):
    print_notes(page, "page")
    note(page, FIRST, 5, 6, "乙")
    assert page.line("② 乙", "endnote")
    note(page, FIRST, 3, 4, "甲")
    assert page.line("③ 乙", "endnote")
    page.session.stack.undo()
    assert page.session.settle()
    assert page.line("② 乙", "endnote")


def test_a_click_on_a_printed_note_selects_its_article(page):
    page.click(point(page, "三十", "endnote"))
    assert (page.session.selection.kind, page.session.selection.place) == (
        SelectionKind.ARTICLE,
        Place(0, 0),
    )


# -- line breaks inside a paragraph ----------------------------------------------------------------


@pytest.mark.parametrize("place", [FIRST, Place(0, 0, TITLE), UNDER, NOTE])
def test_shift_and_enter_end_a_line_and_no_paragraph(page, place):
    before = page.text(place)
    page.edit(place, 2)
    page.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    page.type("b")
    assert page.text(place) == f"{before[:2]}\u2028b{before[2:]}"
    assert page.position == (place, 4)
    assert page.caret_is_seen()
    page.key(Qt.Key.Key_Backspace, times=2)
    assert page.text(place) == before


# -- typed over words that look otherwise ----------------------------------------------------------


@pytest.mark.parametrize("composed", [False, True])
def test_what_is_typed_over_marked_words_looks_like_them(page, composed):
    place = Place(0, 1, 0)
    page.session.do(
        "粗", edits.set_mark(page.issue, (place, 2), (place, 4), MarkKind.UNDERLINE).issue
    )
    page.edit(place, 2)
    page.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, times=2)
    if composed:
        page.compose("xin")
        page.commit("新")
    else:
        page.type("b")
    page.type("c")
    assert edits.tree.text_of(page.issue, place).marks == (Mark(2, 4, MarkKind.UNDERLINE),)


def test_what_is_typed_over_plain_words_behind_others_is_plain(page):
    place = Place(0, 1, 0)
    page.session.do(
        "粗", edits.set_mark(page.issue, (place, 0), (place, 2), MarkKind.UNDERLINE).issue
    )
    page.edit(place, 2)
    page.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.type("b")
    assert edits.tree.text_of(page.issue, place).marks == (Mark(0, 2, MarkKind.UNDERLINE),)


# -- the words of notes, found ---------------------------------------------------------------------


def test_words_found_in_a_note_are_shown_where_its_sign_stands_and_replaced(page, qtbot):
    bar = FindBar(page.session)
    qtbot.addWidget(bar)
    bar.show()
    bar.needle.setText("三十年")
    bar.next()
    assert page.session.selection.caret.ordered == ((FIRST, 0), (FIRST, 2))
    bar.replacement.setText("四十年")
    bar.replace()
    page.session.settle()
    assert page.line("守了四十年。", "endnote")
    assert page.text(FIRST).startswith("守渡口")


def test_tab_leads_from_what_is_found_to_what_replaces_it(page, qtbot):
    """A text that is pasted there would be a new article, were it a button that has the keys."""
    bar = FindBar(page.session)
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    bar.open()
    QTest.keyClick(bar.needle, Qt.Key.Key_Tab)
    assert bar.focusWidget() is bar.replacement
    QTest.keyClick(bar.replacement, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert bar.focusWidget() is bar.needle


def test_a_printed_note_says_how_it_is_changed(page):
    assert "注释" in page.view.announcer.hint_at(QPointF(point(page, "三十", "endnote")))
