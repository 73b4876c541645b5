"""From the sign of a note to its words and back, and from note to note, by commands and by Ctrl."""

from __future__ import annotations

import pytest
from page_driver import CONTROL, Driver
from windows import give, settle

from desktop.selection import TextPosition, of_article, of_text
from layouts.issue import edits
from layouts.issue.places import Place
from layouts.issue.text import Mark, MarkKind, Text

FIRST = Place(0, 0, 0)
WORDS = "本市各镇街道要把防汛防台工作摆在突出位置。"


@pytest.fixture
def noted(qtbot, opened):
    """A window over an article whose note stands at its end, pages behind its sign."""
    window = opened
    issue = window.session.issue
    issue = edits.set_text(
        issue, FIRST, Text(WORDS * 150, (Mark(2, 4, MarkKind.NOTE, "见附件。"),))
    ).issue
    window.session.do("写", issue)
    settle(qtbot, window)
    return window


def caret(window):
    return window.session.selection.caret.position


def seen(window, text):
    driver = Driver(window.session, window.view)
    found = [
        (page, line)
        for page, shown in enumerate(window.view.pages)
        for line in shown.lines
        if text in line.text and line.role in ("endnote", "body")
    ]
    page, line = found[0]
    at = driver.at(page, line.x, line.y)
    return window.view.viewport().rect().contains(at)


def test_the_command_goes_to_the_note_and_back(noted):
    noted.session.select(of_text(TextPosition(FIRST, 4)))
    assert not seen(noted, "见附件。")
    give(noted, "note.follow")
    assert seen(noted, "见附件。")
    assert caret(noted) == TextPosition(FIRST, 4)
    give(noted, "note.follow")
    assert not seen(noted, "见附件。")


def test_without_a_note_at_the_caret_it_says_so(noted):
    said = []
    noted.services.said.connect(said.append)
    noted.session.select(of_text(TextPosition(FIRST, 9)))
    give(noted, "note.follow")
    assert said == ["光标不在加了注释的文字里"]


def test_next_and_previous_go_from_sign_to_sign(qtbot, noted):
    session = noted.session
    text = Text(
        WORDS * 3,
        (Mark(2, 4, MarkKind.NOTE, "一"), Mark(9, 12, MarkKind.NOTE, "二")),
    )
    session.do("写", edits.set_text(session.issue, FIRST, text).issue)
    settle(qtbot, noted)
    session.select(of_article(Place(0, 0)))
    places = []
    for command in ("next", "next", "next", "previous", "previous"):
        give(noted, f"note.{command}")
        places.append(caret(noted).offset)
    assert places == [4, 12, 12, 4, 4]


def test_ctrl_on_a_sign_goes_to_its_note_and_on_that_back(noted):
    driver = Driver(noted.session, noted.view)
    page, line = driver.line(WORDS[:4])
    put = next(put for put in line.puts if put.note)
    sign = driver.view.map.sign_at
    x = next(
        x / 2 for x in range(1200) if sign(page, noted.view.pages[page].lines.index(line), x / 2)
    )
    driver.click(driver.at(page, x + line.size / 4, line.y - line.size / 2), CONTROL)
    assert put.end > put.start
    assert seen(noted, "见附件。")
    assert caret(noted) == TextPosition(FIRST, 4)
    page, words = driver.line("见附件。", "endnote")
    driver.click(driver.at(page, words.x + 20, words.y - 2), CONTROL)
    assert not seen(noted, "见附件。")
    assert caret(noted) == TextPosition(FIRST, 4)
