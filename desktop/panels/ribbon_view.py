"""The columns of the page flow: followed, painted, clicked, dragged and gone through by keys."""

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
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from desktop.following import Following
from desktop.panels.flow import flow_of
from desktop.panels.ordering import Ordering
from desktop.panels.ribbon_clicks import RibbonClicks
from desktop.panels.ribbon_drag import RibbonDrag
from desktop.panels.ribbon_geometry import (
    A4,
    LEAST,
    NUMBERS,
    TOP,
    Columns,
    Margins,
    RibbonHit,
    column_size,
    margins_of,
)
from desktop.panels.ribbon_paint import Drop, RibbonColumn, paint_drop, paint_page
from desktop.panels.ribbon_pictures import PageThumbnails
from desktop.panels.ribbon_selection import (
    findings_by_page,
    neighbour,
    selected_runs,
)
from desktop.panels.ribbon_words import RibbonWords
from desktop.selection import NOTHING, SelectionKind, of_article
from desktop.session import Session
from desktop.theme import current_theme
from desktop.widgets.sound import sound
from desktop.words import tr
from layouts.errors import Finding
from layouts.issue.places import Place


@sound
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
        self._words = RibbonWords(session, self.flow)
        self._clicks = RibbonClicks(session, self._words, self.page_requested.emit)
        self.page = 1
        self._findings: dict[int, list[Finding]] = {}
        self._selected: frozenset[int] = frozenset()
        self._size = QSize(round(LEAST * A4), LEAST)
        self.pictures = PageThumbnails(session, self._update, self)
        self.shows_pictures = False
        self._drag = RibbonDrag(self._taken_along)
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
        findings = findings_by_page(self.session.findings if self.flow.edition else ())
        marks = [
            k for k in {*findings, *self._findings} if findings.get(k) != self._findings.get(k)
        ]
        self._findings = findings
        self._fit()
        if len(changed) + len(marks) > len(self.flow.pages) // 2 or any(
            k >= len(self.flow.pages) for k in changed
        ):
            self.viewport().update()
        else:
            self._update(*changed, *marks)
        self._follow_selection()

    def _follow_selection(self) -> None:
        selected = selected_runs(self.session.issue, self.session.selection)
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
        text = self._words.description(self.page)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # -- geometry ----------------------------------------------------------------------------------

    @property
    def columns(self) -> Columns:
        """Where the columns stand now."""
        layout = self.session.layout
        return Columns(
            len(self.flow.pages),
            self._size,
            self.horizontalScrollBar().value(),
            layout.grid.columns if layout else 1,
            margins_of(layout.grid) if layout and self.shows_pictures else Margins(),
        )

    def show_pictures(self, shown: bool) -> None:
        """Show the pages themselves under their tints, or the flow alone."""
        self.shows_pictures = shown
        if not shown:
            self.pictures.forget()
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As high as a column with its number, and the bar where there is one."""
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if self.columns.width > self.viewport().width() else 0
        return QSize(400, TOP + self._size.height() + NUMBERS + under)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """The least width that shows a few pages; the height is what they need."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """More or fewer pages fit, or larger ones."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Columns as large as there is room for, and a bar where not all of them fit."""
        layout, pages = self.session.layout, len(self.flow.pages)
        ratio = layout.grid.width / layout.grid.height if layout else A4
        room = QSize(self.viewport().width(), self.window().height())
        size = column_size(pages, room, ratio)
        if size != self._size:
            self._size = size
            self.viewport().update()
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(0, self.columns.width - room.width()))
        bar.setPageStep(room.width())
        bar.setSingleStep(self.columns.pitch)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

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
                self._words.titles(page),
                self.pictures.of(page) if self.shows_pictures else None,
                self.flow.is_turned(page),
            )
            paint_page(painter, columns, picture, theme)
        if self._drag.drop is not None:
            paint_drop(painter, columns, self._drag.drop, theme)
        painter.end()
        if self.shows_pictures:
            self._want_pictures(columns)

    def _want_pictures(self, columns: Columns) -> None:
        edition = self.flow.edition
        seen = columns.visible(self.viewport().rect()) if edition is not None else range(0)
        pages = {k: edition.pages[k] for k in seen} if edition is not None else {}
        self.pictures.want(pages, columns.size, self.devicePixelRatioF())

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
        return self._words.told(hit, self._findings.get(hit.page, ()))

    # -- pointer -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Remember what was pressed: a click goes there, a drag moves it."""
        hit = self.columns.hit(event.position().toPoint(), self.flow.pages)
        if event.button() == Qt.MouseButton.LeftButton and hit is not None:
            self._drag.press(event.position().toPoint(), hit)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Drag an article: a line shows between which it would stand."""
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._drag.move(at, self.columns, self.flow.pages):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll_near_edge(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Go there, or drop it there."""
        pressed, dragged, drop = self._drag.pressed, self._drag.articles, self._drag.drop
        self._end_drag()
        if pressed is None:
            return
        if not dragged:
            self._clicks.click(pressed, event.modifiers())
            return
        issue = self.session.issue
        if drop is not None and issue is not None:
            places = [place for place in map(self._words.place, dragged) if place is not None]
            self.ordering.move(places, self._before(drop))

    def _taken_along(self, article: int) -> frozenset[int]:
        """The articles that a drag of one of them moves."""
        many = self.session.selection.kind is SelectionKind.ARTICLE and article in self._selected
        return self._selected if many else frozenset({article})

    def _end_drag(self) -> None:
        self._drag.end()
        self.viewport().unsetCursor()
        self.viewport().update()

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
            self._clicks.aim(hit)
            self.menu_requested.emit(event.globalPos())

    def _before(self, drop: Drop) -> Place:
        place = self._words.place(drop.run.article) or Place(0)
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
        if key == Qt.Key.Key_Escape and self._drag.articles:
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
            self._clicks.click(
                RibbonHit(self.page - 1, runs[0] if runs else None, lower=False), event.modifiers()
            )
        else:
            super().keyPressEvent(event)

    def _go(self, page: int) -> None:
        if page >= 1:
            self.set_page(page)
            self.page_requested.emit(page)

    def _step_article(self, by: int) -> None:
        number = neighbour(self.flow.first, self._selected, by)
        place = self._words.place(number) if number is not None else None
        if number is not None and place is not None:
            self.session.select(of_article(place))
            self._go(self.flow.first[number])
