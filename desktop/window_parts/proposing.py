"""Readings proposed for what is selected, an article or the issue, and put above their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits import TextSpan
from layouts.issue.issue import Issue

if TYPE_CHECKING:
    from desktop.dialogs.readings import Sought


class ReadingProposals(QObject):
    """The command that proposes readings."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def open(self) -> None:
        """Show what readings there are for the words selected, or for rare characters."""
        issue = self._session.issue
        if issue is None or self._session.refuses():
            return
        # half a second: pypinyin reads its dictionaries with the first words
        from desktop.dialogs.readings import ReadingsDialog

        dialog = ReadingsDialog(issue, self._scopes(issue), self._services.window)
        dialog.given.connect(partial(self._put, issue))
        dialog.open()

    def _scopes(self, issue: Issue) -> dict[str, Sought]:
        """What can be looked through, the nearest first."""
        from layouts.text.pinyin import rare_words, selected_words

        scopes: dict[str, Sought] = {}
        selection = self._session.selection
        caret, place = selection.caret, selection.place
        if caret is not None and caret.marks:
            start, end = caret.ordered
            scopes[tr("选中的字词")] = lambda: [*selected_words(issue, start, end)]
        if place is not None and place.article is not None:
            scopes[tr("本篇的生僻字")] = lambda: [*rare_words(issue, place)]
        scopes[tr("本期的生僻字")] = lambda: [*rare_words(issue)]
        return scopes

    def _put(self, issue: Issue, readings: Sequence[tuple[TextSpan, str]]) -> None:
        # changed from outside while the dialog was open: the words may be others
        if self._session.issue is not issue:
            self._services.say(tr("文字已经变了，请再选一次"))
            return
        edited = edits.put_readings(issue, readings)
        self._session.do(tr("注音"), edited.issue, self._session.selection)
        self._services.say(tr("加了 {n} 处注音", n=len(readings)))
