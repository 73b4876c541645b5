"""Articles held over follow their step: taken back, they are in the issue and no longer held."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.undo import Step
from layouts.issue.places import articles
from layouts.publication import HeldArticle
from layouts.publication.held import CLAIM

ASIDE = ".undone"
"""Added to the name of a package whose article is in the issue again, so that nobody is offered
it.
"""


class HeldStep(NamedTuple):
    """A step of undo that held articles over, and what lies in the publication's folder."""

    step: QUndoCommand
    held: tuple[HeldArticle, ...]


class HeldSteps(QObject):
    """Puts packages aside when their step is undone or given up, and back when it is done again.
    `late`: an article came back that another issue has already.
    """

    late = Signal()

    def __init__(self, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._steps: list[HeldStep] = []
        stack.indexChanged.connect(self._follow)

    def note(self, held: Sequence[HeldArticle]) -> None:
        """The last step held these over."""
        step = self._stack.command(self._stack.index() - 1)
        self._steps.append(HeldStep(step, tuple(held)))

    def give_up(self) -> None:
        """What was done since the issue was saved is not wanted: articles that its file has are
        offered to no other one. One that no file has stays held over.
        """
        clean, index = self._stack.cleanIndex(), self._stack.index()
        saved = self._stack.command(clean) if 0 <= clean < index else None
        issue = saved.before.issue if isinstance(saved, Step) else None
        if issue is None:
            return
        titles = {article.title.string for _, article in articles(issue)}
        since = [self._stack.command(k) for k in range(clean, index)]
        for step in self._steps:
            if any(one is step.step for one in since):
                for held in step.held:
                    _put(held.path, aside=held.title in titles, gone=False)

    def follow(self) -> None:
        """The issue was not put away after all, or was saved: what is held over is offered."""
        self._follow(self._stack.index())

    def _follow(self, index: int) -> None:
        steps = [self._stack.command(k) for k in range(self._stack.count())]
        for step in tuple(self._steps):
            at = next((k for k, command in enumerate(steps) if command is step.step), None)
            aside, gone = at is not None and at >= index, at is None
            rest = tuple(one for one in step.held if _put(one.path, aside=aside, gone=gone))
            late = len(rest) < len(step.held)
            if late:
                self.late.emit()
            if late or gone:
                self._steps.remove(step)
            if late and rest and not gone:
                self._steps.append(step._replace(held=rest))


def _put(path: Path, *, aside: bool, gone: bool) -> bool:
    """Put a package aside, or back; False where it is too late to put it aside."""
    away = path.with_name(path.name + ASIDE)
    # a share that is away: the article is in the issue, and offered once more
    with suppress(OSError):
        if gone:
            away.unlink(missing_ok=True)
        elif not aside:
            if away.exists():
                away.replace(path)
        elif not away.exists():
            if not path.exists() or path.with_name(path.name + CLAIM).exists():
                return False
            path.replace(away)
    return True
