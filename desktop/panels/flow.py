"""Where every article runs on the pages shown: worked out once for all panels, and again only for
pages that changed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session import Session
from layouts.house.layout import Grid
from layouts.page.measures import Run, TypeArea, extents, fill, first_pages, page_runs
from layouts.page.page import Edition, Page

DELAY = 60
"""Milliseconds after new pages until the panels follow, so that typing is never held up by them."""


Runs = tuple[Run, ...]
"""What runs on a page."""


def area_of(grid: Grid) -> TypeArea:
    """The type area of a layout's grid, points."""
    columns = tuple((grid.column_left(column), grid.column_width) for column in range(grid.columns))
    return TypeArea(grid.top, grid.area_height, columns)


class PageFlow(QObject):
    """The runs of a session's pages.

    `changed` carries the indices of pages that are different now, after every new edition.

    `counts` says whether article numbers are those of the issue as it is, or of an older one still
    being composed.
    """

    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.pages: list[Runs] = []
        self.first: dict[int, int] = {}
        self.extents: dict[int, float] = {}
        self.fill = 0.0
        self.edition: Edition | None = None
        self._area: TypeArea | None = None
        self._known: list[Page] = []
        self._timer = QTimer(self, interval=DELAY, singleShot=True)
        self._timer.timeout.connect(self.update)
        session.edition_changed.connect(self._later)
        session.findings_changed.connect(self._later)
        self.update()

    def _later(self) -> None:
        if self.session.edition is None or self.edition is None:
            self.update()
        # while something is dragged, from the last step on
        elif self.session.in_hand or not self._timer.isActive():
            self._timer.start()

    def update(self) -> None:
        """Follow the session's pages now."""
        self._timer.stop()
        edition, layout = self.session.edition, self.session.layout
        if edition is None or layout is None:
            self.edition, self.pages, self._known, self.first, self.extents, self.fill = (
                None,
                [],
                [],
                {},
                {},
                0.0,
            )
            self.changed.emit([])
            return
        self.edition = edition
        area = area_of(layout.grid)
        if area != self._area:
            self._area, self._known, self.pages = area, [], []
        old = self.pages
        changed = self._follow(edition, area)
        if changed:
            self._follow_articles(old, changed, len(area.columns))
            self.fill = fill(self.pages[-1], len(area.columns)) if self.pages else 0.0
        self.changed.emit(changed)

    def is_turned(self, page: int) -> bool:
        """Whether a page (from 0) stands turned by a quarter."""
        return page < len(self._known) and self._known[page].turned

    def _follow_articles(self, old: list[Runs], changed: list[int], columns: int) -> None:
        """Where articles begin, and how long they are: both change only with what changed."""
        count = len(self.pages)
        if len(old) != count or any(_articles(old[k]) != _articles(self.pages[k]) for k in changed):
            self.first = first_pages(self.pages)
            self.extents = extents(self.pages, columns)
            return
        before = extents((old[k] for k in changed), columns)
        after = extents((self.pages[k] for k in changed), columns)
        grown = {key: self.extents[key] + after[key] - before[key] for key in after}
        self.extents = {**self.extents, **grown}

    def _follow(self, edition: Edition, area: TypeArea) -> list[int]:
        old, known, pages = self.pages, self._known, edition.pages
        both = min(len(known), len(pages))
        new = [k for k in range(both) if known[k] is not pages[k]]
        new += range(both, len(pages))
        self.pages, self._known = old[: len(pages)], list(pages)
        self.pages += [()] * (len(pages) - both)
        for k in new:
            self.pages[k] = page_runs(pages[k], area)
        changed = [k for k in new if k >= len(old) or self.pages[k] != old[k]]
        if len(old) > len(self.pages):
            changed.append(len(self.pages))  # pages fell away
        return changed


def _articles(runs: Runs) -> set[int]:
    return {run.article for run in runs}


def flow_of(session: Session) -> PageFlow:
    """The one flow of a session, made when it is first asked for."""
    return session.findChild(PageFlow) or PageFlow(session)
