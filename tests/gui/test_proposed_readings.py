"""Readings proposed in the window: looked through, chosen in part, put in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from windows import dialog, give

from desktop.dialogs.readings import WORDS, ReadingsDialog
from desktop.selection import TextPosition, of_article, of_text
from layouts.issue import edits
from layouts.issue.places import Place, text_at
from layouts.issue.text import Mark, MarkKind, Text

FIRST = Place(0, 0, 0)


def proposing(qtbot, window, words="去重庆和亳州，又见亳州。", marked=None):
    """The dialog over a paragraph of such words, some of them marked."""
    window.session.do("写", edits.set_text(window.session.issue, FIRST, Text(words)).issue)
    if marked:
        window.session.select(
            of_text(TextPosition(FIRST, marked[1]), TextPosition(FIRST, marked[0]))
        )
    else:
        window.session.select(of_article(Place(0, 0)))
    give(window, "text.propose-readings")
    return dialog(qtbot, ReadingsDialog)


def rows(shown):
    return [shown.list.topLevelItem(k) for k in range(shown.list.topLevelItemCount())]


def marks(window):
    return text_at(window.session.issue, FIRST).marks


def test_words_that_are_selected_are_listed_with_their_readings(qtbot, opened):
    shown = proposing(qtbot, opened, marked=(1, 3))
    (row,) = rows(shown)
    assert row.text(WORDS) == "重庆"
    box = shown.reading(row)
    assert [box.itemText(k) for k in range(2)] == ["chóng qìng", "chóngqìng"]
    box.setCurrentIndex(1)
    shown.ok.click()
    assert marks(opened) == (Mark(1, 3, MarkKind.RUBY, "chóngqìng"),)


def test_without_any_the_rare_characters_of_the_article_are(qtbot, opened):
    shown = proposing(qtbot, opened)
    assert rows(shown)[0].text(WORDS) == "亳"
    assert "去重庆和亳州" in rows(shown)[0].text(1)


def test_only_what_is_ticked_is_put_and_undone_in_one_step(qtbot, opened):
    shown = proposing(qtbot, opened, marked=(0, 6))
    before = marks(opened)
    assert [row.text(WORDS) for row in rows(shown)] == ["去", "重庆", "和", "亳州"]
    shown.none.click()
    assert not shown.ok.isEnabled()
    for row in rows(shown)[1::2]:
        row.setCheckState(WORDS, Qt.CheckState.Checked)
    shown.reading(rows(shown)[3]).setCurrentText(" bózhōu ")
    shown.ok.click()
    assert marks(opened) == (
        Mark(1, 3, MarkKind.RUBY, "chóng qìng"),
        Mark(4, 6, MarkKind.RUBY, "bózhōu"),
    )
    give(opened, "edit.undo")
    assert marks(opened) == before == ()


def test_an_emptied_reading_is_not_put(qtbot, opened):
    shown = proposing(qtbot, opened, marked=(1, 3))
    shown.reading(rows(shown)[0]).setCurrentText("")
    assert not shown.ok.isEnabled()


def test_another_scope_is_looked_through_when_it_is_chosen(qtbot, opened):
    shown = proposing(qtbot, opened, marked=(1, 3))
    names = [button.text() for button in shown.scope.buttons()]
    assert names == ["选中的字词", "本篇的生僻字", "本期的生僻字"]
    shown.scope.buttons()[1].click()
    assert rows(shown)[0].text(WORDS) == "亳"
