"""From the sign of a note to its words and back, and from note to note."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.canvas.noted import jump, note_from, note_near, printed_at, sign_at
from desktop.canvas.view import PageView
from desktop.selection import TextPosition
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import TITLE
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.text import Mark


class Noting(QObject):
    """The commands that go through the notes of an issue."""

    def __init__(self, services: Services, view: PageView) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._view = view

    def follow(self) -> None:
        """From the sign of the note at the caret to its words; back where these are in view and the
        sign is not.
        """
        issue, position = self._session.issue, self._position()
        note = note_near(issue, position) if issue is not None and position is not None else None
        if issue is None or note is None:
            self._services.say(tr("光标不在加了注释的文字里"))
        elif self._jump(note, to_note=not self._is_at_note(issue, note)):
            self._services.say(str(note[1].value))

    def next(self) -> None:
        """The caret to the sign of the next note of the issue."""
        self._step(onward=True)

    def previous(self) -> None:
        """The caret to the sign of the note before."""
        self._step(onward=False)

    def _step(self, *, onward: bool) -> None:
        issue = self._session.issue
        if issue is None:
            return
        note = note_from(issue, self._position() or _START, onward=onward)
        if note is None:
            self._services.say(tr("后面没有注释了") if onward else tr("前面没有注释了"))
        elif self._jump(note, to_note=False):
            self._services.say(str(note[1].value))

    def _jump(self, note: tuple[Place, Mark], *, to_note: bool) -> bool:
        if jump(self._view.context, *note, to_note=to_note):
            self._view.setFocus()
            return True
        self._services.say(tr("这条注释还没有排到版面上"))
        return False

    def _position(self) -> TextPosition | None:
        """Where the caret is; before the text of what is selected where it is in none."""
        selection = self._session.selection
        if selection.caret is not None:
            return selection.caret.position
        return (
            TextPosition(selection.place.of_article._replace(block=TITLE), -1)
            if selection.place is not None
            else None
        )

    def _is_at_note(self, issue: Issue, note: tuple[Place, Mark]) -> bool:
        """Whether the words of a note are in view, its sign is not."""
        view, camera = self._view, self._view.camera
        if issue is not self._session.composed_issue:
            return False
        words = printed_at(issue, view.pages, *note)
        sign = sign_at(issue, view.map, *note)
        if words is None or sign is None:
            return False
        return camera.is_seen(*words) and not camera.is_seen(*sign)


_START = TextPosition(Place(0, 0, TITLE), -1)
