"""What the commands of marks do: switch them, and ask for what a mark says."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import marking
from desktop.selection import Caret, TextPosition
from desktop.settings import AUTHOR
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.flow.notes import at_foot
from layouts.issue import edits
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.text import Comment, Mark, MarkKind
from layouts.store.owning import person

if TYPE_CHECKING:
    from desktop.dialogs.mark_value import MarkValue


class Marks(QObject):
    """Acts on the marks of the text with the caret."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._known: tuple[Issue, Caret, frozenset[MarkKind]] | None = None

    def toggle(self, kind: MarkKind) -> None:
        """Switch a mark on the marked text, or for what is typed next."""
        if self._can_be_marked():
            marking.toggle(self._session, kind)

    def has(self, kind: MarkKind) -> bool:
        """Whether the marked text, or what is typed next, carries a mark."""
        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None:
            return False
        known = self._known
        if known is None or known[0] is not issue or known[1] != caret:
            try:
                known = self._known = (issue, caret, marking.kinds_at(issue, caret))
            except LookupError:  # the selection follows in a moment
                return False
        return kind in known[2]

    def draw_line(self, line: str) -> None:
        """Have lines under the marked text drawn so, or take them away where they are."""
        if self._can_be_marked() and not marking.toggle_line(self._session, line):
            self._services.say(tr("先选中几个字"))

    def has_line(self, line: str) -> bool:
        """Whether all of the marked text has such a line under it."""
        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None or not caret.marks:
            return False
        try:
            return edits.is_marked(issue, *caret.ordered, MarkKind.UNDERLINE, line)
        except LookupError:  # the selection follows in a moment
            return False

    def clear(self) -> None:
        """Take all marks from the marked text, comments aside."""
        marking.clear(self._session)

    def ask(self, kind: MarkKind) -> None:
        """Ask for the value of a mark; that which stands there is changed, or goes where nothing is
        left of it.
        """
        issue, caret = self._session.issue, self._session.selection.caret
        about = (
            marking.meant(issue, caret, kind) if issue is not None and caret is not None else None
        )
        if issue is not None and about is not None:
            self._open(issue, about, kind)
        elif self._can_be_marked():
            self._services.say(tr("先选中几个字"))

    def _can_be_marked(self) -> bool:
        """Whether the text with the caret takes marks; where it has characters alone, say so."""
        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None or marking.takes_marks(issue, caret):
            return True
        self._services.say(marking.no_marks())
        return False

    def ask_again(self, place: Place, mark: Mark) -> None:
        """Ask anew what a mark of the text at a place says."""
        issue = self._session.issue
        if issue is not None and not self._session.refuses():
            about = marking.Meant(
                TextPosition(place, mark.start), TextPosition(place, mark.end), place, mark
            )
            self._open(issue, about, mark.kind)

    def _open(self, issue: Issue, about: marking.Meant, kind: MarkKind) -> None:
        from desktop.dialogs.mark_value import MarkDialog

        value = about.mark.value if about.mark is not None else ""
        author = self._services.settings.text(AUTHOR) or person()
        proposed = _reading(issue, about) if kind is MarkKind.RUBY and not value else ""
        window = self._services.window
        dialog = MarkDialog(kind, about.words(issue), value, author, window, proposed)
        dialog.given.connect(partial(self._put, issue, about, kind))
        dialog.open()

    def _put(self, issue: Issue, about: marking.Meant, kind: MarkKind, answer: MarkValue) -> None:
        # changed from outside while the dialog was open: the words may be others
        if self._session.issue is not issue:
            self._services.say(tr("文字已经变了，请再选一次"))
            return
        value: str | Comment = answer.text
        if kind is MarkKind.COMMENT and answer.text:
            self._services.settings.put(AUTHOR, answer.author)
            value = Comment(
                answer.author,
                datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
                answer.text,
            )
        marking.put_value(self._session, about, kind, value)
        if kind is MarkKind.NOTE and about.mark is None and value:
            self._services.say(self._noted())

    def _noted(self) -> str:
        """Where a new note stands: that is seldom where the caret is."""
        layout = self._session.layout
        if layout is not None and at_foot(layout):
            return tr("注释排在页脚，号码自动编")
        return tr("注释排在文章末尾，号码自动编")


def _reading(issue: Issue, about: marking.Meant) -> str:
    """What the words that are meant are most likely read as."""
    # half a second with the first words: pypinyin reads its dictionaries
    from layouts.text.pinyin import proposed_reading

    return proposed_reading(issue, about.start, about.end)
