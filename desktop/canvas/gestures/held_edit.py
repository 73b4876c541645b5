"""What is in hand while a gesture lasts: one step of undo, made anew at each move."""

from __future__ import annotations

from itertools import count

from desktop.canvas.context import Context
from desktop.selection import Selection
from layouts.issue.issue import Issue

_RUNS = count()
"""Each gesture is a step of undo of its own."""


class HeldEdit:
    """An edit that goes on until it is let go; `name` is that of its step of undo.

    A step waits while pages are being made: it is owed, to be done of the newest ones.
    """

    def __init__(self, context: Context, name: str) -> None:
        self._context = context
        self._session = context.session
        self._name = name
        self._merge = f"held-{next(_RUNS)}"
        self._before = (context.session.issue, context.session.selection)
        self.waiting = False
        self._session.take_in_hand(held=True)

    def must_wait(self) -> bool:
        """Whether pages are being made; the step is owed then."""
        self.waiting = not self._session.is_current
        return self.waiting

    def do(self, issue: Issue, selection: Selection | None, name: str = "") -> None:
        """What the step has come to."""
        self._session.do(name or self._name, issue, selection, self._merge)

    def give_back(self) -> None:
        """Let go as if nothing had been touched: the merged step takes itself away."""
        self.let_go()
        issue, selection = self._before
        if issue is not None and issue is not self._session.issue:
            self.do(issue, selection)

    def let_go(self) -> None:
        """The mouse and the session are free again."""
        self._context.mouse.begin(None)
        self._session.take_in_hand(held=False)
