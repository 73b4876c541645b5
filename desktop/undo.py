"""Steps of the undo stack: each holds the issue before and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand

from desktop.selection import Selection
from layouts.issue.issue import Issue


class Snapshot(NamedTuple):
    """What undo gives back: the document and what was selected in it."""

    issue: Issue
    selection: Selection


MERGING = 1
"""The id of steps that may merge; Qt asks only neighbours of one id."""


class Step(QUndoCommand):
    """One act of the editor.

    Steps that follow each other with the same `merge` key are one: a drag, a word being typed.
    """

    def __init__(
        self,
        name: str,
        before: Snapshot,
        after: Snapshot,
        show: Callable[[Snapshot], None],
        merge: str = "",
    ) -> None:
        super().__init__(name)
        self.before = before
        self.after = after
        self._show = show
        self._merge = merge

    def id(self) -> int:
        """One id for steps that may merge, Qt's −1 for the others."""
        return MERGING if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802, Qt's name
        """Take the following step in where it belongs to the same act."""
        if not isinstance(other, Step) or other._merge != self._merge:  # noqa: SLF001, the same class
            return False
        self.after = other.after
        self.setObsolete(self.after.issue is self.before.issue)
        return True

    def gives_back(self, issue: Issue, merge: str) -> bool:
        """Whether an act with this key leaves the issue as it was before the step."""
        return bool(merge) and merge == self._merge and issue == self.before.issue

    def redo(self) -> None:
        """Show the issue after the step; also called when it is first pushed."""
        self._show(self.after)

    def undo(self) -> None:
        """Show the issue as it was."""
        self._show(self.before)
