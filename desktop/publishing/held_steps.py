"""Articles held over follow their step: taken back, they are in the issue and no longer held."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from layouts.publication import HeldArticle
from layouts.publication.held import CLAIM

ASIDE = ".undone"
"""Added to the name of a package whose article is in the issue again, so that nobody is offered
it.
"""


class HeldStep(NamedTuple):
    """A step of undo that held articles over, and their packages."""

    step: QUndoCommand
    paths: tuple[Path, ...]


class HeldSteps(QObject):
    """Puts packages aside when their step is undone, and back when it is done again. `late`: an
    article came back that another issue has already.
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
        self._steps.append(HeldStep(step, tuple(one.path for one in held)))

    def _follow(self, index: int) -> None:
        steps = [self._stack.command(k) for k in range(self._stack.count())]
        for held in tuple(self._steps):
            at = next((k for k, step in enumerate(steps) if step is held.step), None)
            aside, gone = at is not None and at >= index, at is None
            late = [path for path in held.paths if not _put(path, aside=aside, gone=gone)]
            if late:
                self.late.emit()
            if late or gone:
                self._steps.remove(held)
            rest = tuple(path for path in held.paths if path not in late)
            if late and rest and not gone:
                self._steps.append(held._replace(paths=rest))


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
