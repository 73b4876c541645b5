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
        self.pages: list[tuple[Run, ...]] = []
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
        changed = self._follow(edition, area)
        if changed:
            self.first = first_pages(self.pages)
            self.extents = extents(self.pages, len(area.columns))
            self.fill = fill(self.pages[-1], len(area.columns)) if self.pages else 0.0
        self.changed.emit(changed)

    def _follow(self, edition: Edition, area: TypeArea) -> list[int]:
        if area != self._area:
            self._area, self._known, self.pages = area, [], []
        changed: list[int] = []
        old, known = self.pages, self._known
        self.pages, self._known = [], list(edition.pages)
        for k, page in enumerate(edition.pages):
            same = k < len(known) and known[k] is page
            runs = old[k] if same else page_runs(page, area)
            self.pages.append(runs)
            if k >= len(old) or runs != old[k]:
                changed.append(k)
        if len(old) > len(self.pages):
            changed.append(len(self.pages))  # pages fell away
        return changed


def flow_of(session: Session) -> PageFlow:
    """The one flow of a session, made when it is first asked for."""
    return session.findChild(PageFlow) or PageFlow(session)
