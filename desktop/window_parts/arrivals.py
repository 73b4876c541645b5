"""What was imported into the open issue, as long as it can be looked at and changed: doubts
answered, tidying switched.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.panels.mending import LOOK_AT_IMPORT
from desktop.session import Session
from desktop.window_parts.stowing import stow
from desktop.words import tr
from layouts.errors import Finding, Source
from layouts.issue.article import Block
from layouts.issue.edits.tree import with_article
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import articles

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.recognition import Answer, Doubt
    from layouts.importing.result import ImportResult
    from layouts.importing.revising import Arrived, Revised
    from layouts.importing.tidying import TidyChoice


class Arrivals(QObject):
    """What was imported into the open issue since it was opened.

    `changed`: there is another, none any longer, or it stands there otherwise; `refused`: a
    sentence why something could not be changed.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._now: Arrived | None = None
        self._told: tuple[Finding, ...] = ()
        self._standings: list[tuple[Issue, Arrived | None]] = []
        session.opened.connect(self._forget)
        session.issue_changed.connect(self._follow)
        session.file_changed.connect(self._follow)

    @property
    def now(self) -> Arrived | None:
        """The import as it stands in the issue; None where there is none."""
        return self._now

    def begin(self, revised: Revised, before: Issue) -> None:
        """Something was imported, and stands in the session's issue, which was `before`."""
        from layouts.importing.revising import joined

        self._standings.append((before, self._now))
        self._take(joined(self._now, revised))

    def go_on(self, revised: Revised) -> None:
        """What was imported stands in the session's issue otherwise now."""
        self._take(revised)

    def answer(self, number: int, doubt: Doubt, answer: Answer, act: str) -> None:
        """Do what the editor says of something doubtful, as a step called `act`."""
        from layouts.importing.revising import with_answer

        if self._now is not None and self._session.issue is not None:
            self._do(act, with_answer(self._session.issue, self._now, number, doubt, answer))

    def tidy(self, choice: TidyChoice, act: str) -> None:
        """Tidy what was imported by other rules, as a step called `act`."""
        from layouts.importing.revising import with_settings

        if self._now is not None and self._session.issue is not None:
            settings = replace(self._now.settings, choice=choice)
            self._do(act, with_settings(self._session.issue, self._now, settings))

    def take_version(self, path: Path) -> None:
        """Take the version of a manuscript that was passed over, in place of the other."""
        from layouts.importing.revising import with_other_version

        if self._now is not None and self._session.issue is not None:
            revised = with_other_version(self._session.issue, self._now, path)
            self._do(tr("改用 {name}", name=path.name), revised)

    def _do(self, act: str, revised: Revised) -> None:
        if self._session.refuses():
            return
        revised = replace(revised, issue=_with_photos_beside(revised.issue))
        self._session.do(act, revised.issue)
        self._take(revised)
        if revised.changed:  # said last: what is shown anew says nothing
            names = tr("、").join(f"“{title}”" for title in revised.changed[:3])
            self.refused.emit(tr("{names} 导入后改过，不再自动改动；请直接在页面上改", names=names))

    def _take(self, revised: Revised) -> None:
        from layouts.importing.revising import arrived

        issue = self._session.issue
        if issue is None:
            return
        self._now = arrived(revised, issue)
        self._standings.append((issue, self._now))
        self._tell()

    def _follow(self) -> None:
        """Undo and redo bring back an issue, and with it how the import stood in it."""
        issue = self._session.issue
        if issue is None:
            self._forget()
            return
        standings = [one for known, one in self._standings if known is issue]
        if standings and standings[-1] is not self._now:
            self._now = standings[-1]
            self._tell()

    def _forget(self) -> None:
        """Another issue is opened, or none: what came into the one before is not in it."""
        self._standings.clear()
        self._told = ()
        if self._now is not None:
            self._now = None
            self.changed.emit()

    def _tell(self) -> None:
        """Have the doubts among the findings, each at its paragraph."""
        others = [one for one in self._session.reading_findings if one not in self._told]
        self._told = doubts_of(self._now.result) if self._now is not None else ()
        self._session.note_reading((*others, *self._told))
        self.changed.emit()


def _with_photos_beside(issue: Issue) -> Issue:
    """The issue with the photos that came in just now lying beside it, as it must have them."""
    photos: dict[str, str] = {}
    for _, article in articles(issue):
        for block in article.blocks:
            if isinstance(block, Photo) and Path(block.path).is_absolute():
                with suppress(OSError):  # the checks tell of a photo that is not there
                    photos[block.path] = stow(Path(block.path), issue.folder, block.name)
    return with_photos(issue, photos)


def with_photos(issue: Issue, photos: Mapping[str, str]) -> Issue:
    """The issue with the paths of photos as it names them."""
    if not photos:
        return issue

    def renamed(block: Block) -> Block:
        if not isinstance(block, Photo) or block.path not in photos:
            return block
        return replace(block, path=photos[block.path], name="")

    for place, article in articles(issue):
        blocks = tuple(map(renamed, article.blocks))
        issue = with_article(issue, place, replace(article, blocks=blocks))
    return issue


def doubts_of(result: ImportResult) -> tuple[Finding, ...]:
    """The doubts of an import as findings, from the lines they are about."""
    return tuple(
        Finding(
            "warning",
            doubt.code,
            doubt.zh,
            doubt.en,
            Source(str(source.path), doubt.line),
            fix=LOOK_AT_IMPORT,
        )
        for source in result.sources
        for doubt in source.doubts
    )
