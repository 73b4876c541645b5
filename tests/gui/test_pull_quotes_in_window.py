"""Pull quotes by menu and keys: set out from marked words, typed, and made text again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import give, settle, type_text

from desktop.selection import TextPosition, of_text
from layouts.issue.article import Paragraph, PullQuote
from layouts.issue.places import Place, article_at

FIRST = Place(0, 0, 0)


def select(window, start, end, place=FIRST):
    window.session.select(of_text(TextPosition(place, end), TextPosition(place, start)))


def blocks(window):
    return article_at(window.session.issue, FIRST).blocks


def kinds(window):
    return [type(block) for block in blocks(window)]


def caret(window):
    return window.session.selection.caret.position


def test_marked_words_stand_a_second_time_below_their_paragraph(opened):
    before, words = kinds(opened), blocks(opened)[0].text.string[2:6]
    select(opened, 2, 6)
    give(opened, "text.pull-quote")
    at = 1
    assert kinds(opened) == [*before[:at], PullQuote, *before[at:]]
    assert blocks(opened)[at].text.string == words
    assert caret(opened) == TextPosition(FIRST._replace(block=at), 4)
    opened.session.stack.undo()
    assert kinds(opened) == before


def test_typed_text_goes_into_an_empty_one_and_stands_on_the_page(qtbot, opened):
    select(opened, 1, 1)
    view = opened.view
    view.setFocus()
    QTest.keyClick(
        view, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert kinds(opened)[1] is PullQuote
    type_text(view, "三天做完")
    settle(qtbot, opened)
    assert blocks(opened)[1].text.string == "三天做完"
    drawn = [
        line.text
        for page in opened.session.edition.pages
        for line in page.lines
        if line.role == "pull-quote"
    ]
    assert drawn == ["三天做完"]


def test_the_command_is_ticked_in_one_and_makes_it_text_again(opened):
    select(opened, 2, 6)
    assert not opened.editing.is_pull_quote()
    give(opened, "text.pull-quote")
    assert opened.editing.is_pull_quote()
    give(opened, "text.pull-quote")
    assert kinds(opened)[1] is Paragraph


def test_words_of_two_articles_are_none_and_it_is_said(opened):
    before = opened.session.issue
    opened.session.select(of_text(TextPosition(Place(1, 0, 0), 1), TextPosition(FIRST, 0)))
    give(opened, "text.pull-quote")
    assert opened.session.issue is before
