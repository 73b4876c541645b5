"""页流: the whole issue's flow at a glance.

Every page is a column, every article a tinted run in it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from desktop.following import Following
from desktop.panels.flow import flow_of
from desktop.panels.ordering import Ordering
from desktop.panels.ribbon_geometry import NUMBERS, TOP, Columns, RibbonHit
from desktop.panels.ribbon_paint import Drop, RibbonColumn, paint_drop, paint_page
from desktop.panels.signs import level_name, sentence
from desktop.panels.tree.model import article_label
from desktop.selection import NOTHING, Selection, SelectionKind, of_article
from desktop.session import Session
from desktop.theme import current_theme
from desktop.words import tr
from layouts.errors import Finding
from layouts.issue.places import Place, article_at, article_number, place_of_article
from layouts.page.measures import COLOPHON, FRONT, Run

HEIGHT = 46
"""Pixels of a column."""


NO_ARTICLE = -9
"""In place of an article's number: the blank of a page."""

_FIXED = {FRONT: SelectionKind.MASTHEAD, COLOPHON: SelectionKind.COLOPHON}


class RibbonView(QAbstractScrollArea):
    """The columns. `page_requested`: a page (from 1) that should be shown; `menu_requested`: where
    on the screen a context menu of what is selected is wanted.
    """

    page_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.flow = flow_of(session)
        self.ordering = Ordering(session)
        self.page = 1
        self._findings: dict[int, list[Finding]] = {}
        self._selected: frozenset[int] = frozenset()
        self._pressed: tuple[QPoint, RibbonHit] | None = None
        self._dragged: tuple[int, ...] = ()
        self._drop: Drop | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("页流"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.flow.changed.connect(self._follow_pages)
        self._following = Following(session, self._follow_selection, self)
        session.selection_changed.connect(self._following.changed)
        session.issue_changed.connect(self._following.changed)
        self._follow_pages([])

    # -- following the session ---------------------------------------------------------------------

    def _follow_pages(self, changed: list[int]) -> None:
        findings: dict[int, list[Finding]] = {}
        for finding in self.session.findings if self.flow.edition else ():
            if finding.page is not None:
                findings.setdefault(finding.page - 1, []).append(finding)
        marks = [
            k for k in {*findings, *self._findings} if findings.get(k) != self._findings.get(k)
        ]
        self._findings = findings
        self._range()
        if len(changed) + len(marks) > len(self.flow.pages) // 2 or any(
            k >= len(self.flow.pages) for k in changed
        ):
            self.viewport().update()
        else:
            self._update(*changed, *marks)
        self._follow_selection()

    def _follow_selection(self) -> None:
        issue, selection = self.session.issue, self.session.selection
        selected: frozenset[int] = frozenset()
        if issue is not None and selection.kind in {
            SelectionKind.ARTICLE,
            SelectionKind.PHOTO,
            SelectionKind.TEXT,
        }:
            selected = frozenset(
                article_number(issue, place)
                for place in selection.places
                if place.article is not None
            )
        elif selection.kind in {SelectionKind.MASTHEAD, SelectionKind.CONTENTS}:
            selected = frozenset({FRONT})
        elif selection.kind is SelectionKind.COLOPHON:
            selected = frozenset({COLOPHON})
        if selected != self._selected:
            either = selected | self._selected
            self._selected = selected
            self._update(
                *(
                    k
                    for k, runs in enumerate(self.flow.pages)
                    if any(run.article in either for run in runs)
                )
            )
        self._describe()

    def set_page(self, number: int) -> None:
        """Frame a page (from 1): the one that is looked at."""
        if number == self.page:
            return
        before, self.page = self.page, number
        self._update(before - 1, number - 1)
        self._reveal(number - 1)
        self._describe()

    def _describe(self) -> None:
        """What a screen reader says: the page and the articles on it."""
        if not 1 <= self.page <= len(self.flow.pages):
            return
        names = dict.fromkeys(self._name(run) for run in self.flow.pages[self.page - 1])
        text = tr(
            "第 {page} 页，共 {count} 页：{articles}",
            page=self.page,
            count=len(self.flow.pages),
            articles=tr("、").join(names),
        )
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _name(self, run: Run) -> str:
        if run.article < 0:
            return tr("报头与要目") if run.article == FRONT else tr("报尾")
        place = self._place(run.article)
        return (
            article_label(article_at(self.session.issue, place))
            if place is not None and self.session.issue is not None
            else ""
        )

    def _place(self, article: int) -> Place | None:
        issue = self.session.issue
        try:
            return place_of_article(issue, article) if issue is not None else None
        except IndexError:
            return None

    # -- geometry ----------------------------------------------------------------------------------

    @property
    def columns(self) -> Columns:
        """Where the columns stand now."""
        per_page = self.session.layout.grid.columns if self.session.layout else 1
        height = min(HEIGHT, self.viewport().height() - TOP - NUMBERS)
        return Columns(
            len(self.flow.pages), max(height, 8), self.horizontalScrollBar().value(), per_page
        )

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As high as a column with its number."""
        return QSize(400, TOP + HEIGHT + NUMBERS)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """The least size that shows page numbers; the height is always the same."""
        return QSize(120, TOP + HEIGHT + NUMBERS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """More or fewer pages fit."""
        self._range()
        super().resizeEvent(event)

    def _range(self) -> None:
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(0, self.columns.width - width))
        bar.setPageStep(width)
        bar.setSingleStep(54)

    def _update(self, *pages: int) -> None:
        for page in pages:
            self.viewport().update(self.columns.cell(page))

    def _reveal(self, page: int) -> None:
        cell, bar = self.columns.cell(page), self.horizontalScrollBar()
        if cell.left() < 0:
            bar.setValue(bar.value() + cell.left())
        elif cell.right() > self.viewport().width():
            bar.setValue(bar.value() + cell.right() - self.viewport().width())

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Draw the pages that are in view."""
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        columns, theme = self.columns, current_theme()
        for page in columns.visible(event.rect()):
            picture = RibbonColumn(
                page,
                tuple(self.flow.pages[page]),
                page == self.page - 1,
                self.hasFocus(),
                self._selected,
                tuple(self._findings.get(page, ())),
            )
            paint_page(painter, columns, picture, theme)
        if self._drop is not None:
            paint_drop(painter, columns, self._drop, theme)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Paint anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """Frame the page that keys act on."""
        self._update(self.page - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """Take the frame off the page that keys acted on."""
        self._update(self.page - 1)
        super().focusOutEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Tell what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.columns.hit(event.pos(), self.flow.pages)
            if hit is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(
                    event.globalPos(), self.told(hit), self.viewport(), self.columns.cell(hit.page)
                )
            return True
        return super().viewportEvent(event)

    def told(self, hit: RibbonHit) -> str:
        """The tool tip of what lies under a point."""
        page = tr("第 {page} 页", page=hit.page + 1)
        parts = [page]
        if hit.run is not None:
            parts = [self._name(hit.run), page]
            if hit.run.article >= 0:
                parts.append(
                    tr(
                        "全文 {pages} 页",
                        pages=f"{self.flow.extents.get(hit.run.article, 0.0):.1f}",
                    )
                )
        lines = [" · ".join(parts)]
        lines += [
            f"{level_name(finding.level)}{tr('：')}{sentence(finding)}"
            for finding in self._findings.get(hit.page, ())
        ]
        return "\n".join(lines)

    # -- pointer -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Remember what was pressed: a click goes there, a drag moves it."""
        hit = self.columns.hit(event.position().toPoint(), self.flow.pages)
        if event.button() == Qt.MouseButton.LeftButton and hit is not None:
            self._pressed = event.position().toPoint(), hit
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Drag an article: a line shows between which it would stand."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, hit = self._pressed
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragged and far and hit.run is not None and hit.run.article >= 0:
            article = hit.run.article
            chosen = (
                self._selected
                if article in self._selected
                and self.session.selection.kind is SelectionKind.ARTICLE
                else {article}
            )
            self._dragged = tuple(sorted(chosen))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self._scroll_near_edge(at)
            self._drop = self._drop_at(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Go there, or drop it there."""
        pressed, dragged, drop = self._pressed, self._dragged, self._drop
        self._end_drag()
        if pressed is None:
            return
        if not dragged:
            self._click(pressed[1], event.modifiers())
            return
        issue = self.session.issue
        if drop is not None and issue is not None:
            places = [place for place in map(self._place, dragged) if place is not None]
            self.ordering.move(places, self._before(drop))

    def _end_drag(self) -> None:
        self._pressed, self._dragged, self._drop = None, (), None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _click(self, hit: RibbonHit, modifiers: Qt.KeyboardModifier) -> None:
        place = (
            self._place(hit.run.article) if hit.run is not None and hit.run.article >= 0 else None
        )
        if place is not None:
            selection = self.session.selection
            more = (
                modifiers & Qt.KeyboardModifier.ControlModifier
                and selection.kind is SelectionKind.ARTICLE
            )
            self.session.select(
                of_article(*sorted({*selection.places, place})) if more else of_article(place)
            )
        self.page_requested.emit(hit.page + 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802, Qt's name
        """Select what is under the pointer and ask for its menu: an article, a fixed part, the page
        itself. Asked by keys it is that of the page framed, or of what is selected on it.
        """
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.columns.cell(self.page - 1)
            pages = self.flow.pages[self.page - 1 : self.page]
            if not self._selected & {run.article for runs in pages for run in runs}:
                self.session.select(NOTHING)
            self.menu_requested.emit(self.viewport().mapToGlobal(cell.center()))
            return
        hit = self.columns.hit(event.pos(), self.flow.pages)
        if hit is not None:
            self._aim(hit)
            self.menu_requested.emit(event.globalPos())

    def _aim(self, hit: RibbonHit) -> None:
        """Select what a menu is about and show its page; where several articles are selected and
        this is one of them they stay so.
        """
        article = hit.run.article if hit.run is not None else NO_ARTICLE
        place = self._place(article) if article >= 0 else None
        selection = self.session.selection
        if place is not None:
            if selection.kind is not SelectionKind.ARTICLE or place not in selection.places:
                self.session.select(of_article(place))
        else:
            self.session.select(Selection(_FIXED.get(article, SelectionKind.NOTHING)))
        self.page_requested.emit(hit.page + 1)

    def _drop_at(self, at: QPoint) -> Drop | None:
        """Between which articles something dropped at a point would stand."""
        columns = self.columns
        page = columns.page_at(at.x())
        hit = columns.hit(
            QPoint(
                columns.rect(page).center().x() if not columns.cell(page).contains(at) else at.x(),
                at.y(),
            ),
            self.flow.pages,
        )
        runs = [run for run in self.flow.pages[page] if run.article >= 0]
        if hit is not None and hit.run is not None and hit.run.article >= 0:
            return Drop(page, hit.run, after=hit.lower)
        if not runs:
            return None
        return (
            Drop(page, runs[0], after=False)
            if hit and hit.run and hit.run.article == FRONT
            else Drop(page, runs[-1], after=True)
        )

    def _before(self, drop: Drop) -> Place:
        place = self._place(drop.run.article) or Place(0)
        return place._replace(article=(place.article or 0) + int(drop.after))

    def _scroll_near_edge(self, at: QPoint) -> None:
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        if at.x() < 24:
            bar.setValue(bar.value() - 18)
        elif at.x() > width - 24:
            bar.setValue(bar.value() + 18)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel moves along the pages."""
        delta = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - delta // 2)
        event.accept()

    # -- keys --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep Alt with arrows from the window's shortcuts while the ribbon has the focus."""
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in arrows
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """← → pages, ↑ ↓ articles, Enter goes there, Alt with an arrow moves what is selected; Esc
        gives up a drag.
        """
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key, last = Qt.Key(event.key()), len(self.flow.pages)
        if key == Qt.Key.Key_Escape and self._dragged:
            self._end_drag()
        elif key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ordering.step(steps[key])
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step_article(steps[key])
        elif key in steps or key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            page = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: last}.get(
                key, self.page + steps.get(key, 0)
            )
            self._go(min(max(page, 1), last))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            runs = (
                [run for run in self.flow.pages[self.page - 1] if run.article >= 0]
                if 0 < self.page <= last
                else []
            )
            self._click(
                RibbonHit(self.page - 1, runs[0] if runs else None, lower=False), event.modifiers()
            )
        else:
            super().keyPressEvent(event)

    def _go(self, page: int) -> None:
        if page >= 1:
            self.set_page(page)
            self.page_requested.emit(page)

    def _step_article(self, by: int) -> None:
        known = sorted(number for number in self.flow.first if number >= 0)
        chosen = [number for number in self._selected if number in known]
        if not known:
            return
        number = (min(chosen) if by < 0 else max(chosen)) + by if chosen else known[0]
        place = self._place(number) if number in known else None
        if place is not None:
            self.session.select(of_article(place))
            self._go(self.flow.first[number])


class PageFlowRibbon(QWidget):
    """The page flow with its name at the left.

    `page_requested`: a page (from 1) that should be shown; `menu_requested`: as in its view.
    """

    page_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RibbonView(session, self)
        self.view.page_requested.connect(self.page_requested)
        self.view.menu_requested.connect(self.menu_requested)
        label = QLabel(tr("页流"), self)
        label.setProperty("role", "quiet")
        label.setFixedWidth(56)
        label.setBuddy(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(label)
        row.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_page(self, number: int) -> None:
        """Frame a page (from 1): the one that is looked at."""
        self.view.set_page(number)
