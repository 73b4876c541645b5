"""Acts at random on the real window, five hundred in CI, all undone, all done again: nothing is
lost and the pages are the same.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from examples import examples
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import SAMPLE, copied, open_issue, settle, type_text

from desktop.selection import TextPosition, of_article, of_photo, of_section, of_text
from layouts.issue.article import Paragraph, Subheading
from layouts.issue.edits import set_colophon_field, set_masthead_field
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, articles, text_at

ACTS = examples(500)
SHARED = Path(__file__).parents[3] / "shared" / "manuscripts" / "jiading-2023-12.md"

COMMANDS = [
    "text.bold", "text.kai", "text.level-0", "text.level-1", "text.level-2", "article.new", "section.new", "article.up", "article.down",
    "article.duplicate", "article.remove", "article.headline", "article.run-in", "article.brief", "photo.remove", "photo.side-left",
    "photo.side-right", "photo.side-both", "photo.side-none", "layout.break-before", "layout.keep-together", "layout.contents",
    "layout.next-number", "edit.delete", "edit.paste", "edit.cut", "edit.undo", "edit.redo",
]  # fmt: skip


class Editor:
    """Somebody at the window who does anything at all."""

    def __init__(self, window, luck: random.Random) -> None:
        self.window = window
        self.session = window.session
        self.luck = luck
        self.done: dict[str, int] = {}

    def act(self) -> None:
        acts = [
            self.type,
            self.type,
            self.key,
            self.key,
            self.mark,
            self.photo_key,
            self.command,
            self.command,
            self.field,
        ]
        luck = self.luck.choice(acts)
        luck()
        self.done[luck.__name__] = self.done.get(luck.__name__, 0) + 1

    def _articles(self) -> list[Place]:
        return [place for place, _ in articles(self.session.issue)]

    def _texts(self) -> list[Place]:
        found: list[Place] = []
        for place, article in articles(self.session.issue):
            found += [
                place._replace(block=k)
                for k, block in enumerate(article.blocks)
                if isinstance(block, Paragraph | Subheading)
            ]
            if article.kind == "headline" and article.title.string:
                found.append(place._replace(block=TITLE))
            if article.kind == "headline" and article.subtitle is not None:
                found.append(place._replace(block=SUBTITLE))
            if article.byline is not None:
                found.append(place._replace(block=BYLINE))
        return found

    def _position(self, place: Place) -> TextPosition:
        return TextPosition(
            place, self.luck.randrange(len(text_at(self.session.issue, place).string) + 1)
        )

    def _caret(self) -> bool:
        texts = self._texts()
        if texts:
            self.session.select(of_text(self._position(self.luck.choice(texts))))
            self.window.view.setFocus()
        return bool(texts)

    def type(self) -> None:
        if self._caret():
            for word in self.luck.choices(
                ["会议", "，", "2026", " Plan ", "“好”", "——", "。"], k=3
            ):
                type_text(self.window.view, word)

    def key(self) -> None:
        if self._caret():
            keys = [
                Qt.Key.Key_Return,
                Qt.Key.Key_Backspace,
                Qt.Key.Key_Delete,
                Qt.Key.Key_Left,
                Qt.Key.Key_Down,
                Qt.Key.Key_End,
                Qt.Key.Key_X,
            ]
            for key in self.luck.choices(keys, k=4):
                QTest.keyClick(self.window.view, key)

    def mark(self) -> None:
        """Mark text, over several paragraphs too, and do something to it."""
        texts = self._texts()
        if not texts:
            return
        one = self.luck.choice(texts)
        near = [place for place in texts if place.of_article == one.of_article]
        self.session.select(of_text(self._position(one), self._position(self.luck.choice(near))))
        self.window.view.setFocus()
        if self.luck.random() < 0.3:
            QTest.keyClick(self.window.view, Qt.Key.Key_Backspace)
        else:
            self._give(
                self.luck.choice(["text.bold", "text.kai", "edit.copy", "edit.cut", "edit.paste"])
            )

    def photo_key(self) -> None:
        photos = [
            place._replace(block=k)
            for place, article in articles(self.session.issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Photo)
        ]
        if photos:
            self.session.select(of_photo(self.luck.choice(photos)))
            self.session.settle()
            self.window.view.setFocus()
            for key in self.luck.choices(
                [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right], k=2
            ):
                QTest.keyClick(
                    self.window.view,
                    key,
                    self.luck.choice(
                        [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
                    ),
                )

    def command(self) -> None:
        places = self._articles()
        if places:
            luck = self.luck.random()
            chosen = self.luck.sample(places, min(len(places), 1 if luck < 0.7 else 2))
            self.session.select(
                of_section(Place(chosen[0].section)) if luck > 0.9 else of_article(*chosen)
            )
        self._give(self.luck.choice(COMMANDS))

    def field(self) -> None:
        number = self.luck.randrange(1, 100)
        act = self.luck.choice([
            lambda issue: set_masthead_field(issue, "number", number),
            lambda issue: set_masthead_field(issue, "publication", f"简报{number}"),
            lambda issue: set_colophon_field(issue, "copies", number),
            lambda issue: set_colophon_field(issue, "editor", "王五" * (number % 3)),
        ])  # fmt: skip
        self.session.do("修改", act(self.session.issue).issue)

    def _give(self, key: str) -> None:
        action = self.window.actions_[key]
        if action.isEnabled():
            action.trigger()


@pytest.mark.parametrize("seed", [1, 2])
def test_acts_at_random_undone_give_the_first_issue_and_done_again_the_last(
    qtbot, window, seed, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr("desktop.dialogs.choose.line_of_text", lambda *asked, **options: "新栏目")
    path = SHARED if SHARED.exists() and seed == 1 else SAMPLE
    open_issue(qtbot, window, copied(path, tmp_path))
    session = window.session
    first, first_pages = session.issue, session.edition.pages
    editor = Editor(window, random.Random(seed))
    for _ in range(ACTS):
        editor.act()
        if editor.luck.random() < 0.2:
            QApplication.processEvents()
    assert len(editor.done) == 6
    settle(qtbot, window)
    while session.stack.canRedo():
        session.stack.redo()
    settle(qtbot, window)
    last, last_pages = session.issue, session.edition.pages
    assert session.stack.count() > ACTS * 2 // 5
    while session.stack.canUndo():
        session.stack.undo()
    settle(qtbot, window)
    assert session.issue == first
    assert session.edition.pages == first_pages
    while session.stack.canRedo():
        session.stack.redo()
    settle(qtbot, window)
    assert session.issue == last
    assert session.edition.pages == last_pages
