"""The pages in the middle of the window: seen, scrolled, enlarged; what the mouse and the keys do on them goes to gestures and editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.canvas import drops, keys
from desktop.canvas.ahead import Ahead
from desktop.canvas.announce import Announcer
from desktop.canvas.camera import Camera
from desktop.canvas.colours import colours_of
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.gesture import Gesture
from desktop.canvas.gestures.start import gesture_for, press_twice
from desktop.canvas.hovering import Hovering
from desktop.canvas.overlays import Overlay, Scene
from desktop.canvas.painting import paint_view
from desktop.canvas.scrolling import Wheel
from desktop.canvas.selecting import Selecting
from desktop.canvas.sheets import Arrangement, Sheets
from desktop.canvas.shown import Pointer, Shown
from desktop.canvas.spots import area_of
from desktop.canvas.surface import Surface
from desktop.canvas.zooming import Fit
from desktop.selection import Selection
from desktop.session import Session
from desktop.theme import current_theme
from desktop.words import tr
from layouts.geometry import Interval
from layouts.issue.places import Place
from layouts.page.carets import CaretMap
from layouts.page.hit import NOTHING, Hit, Rect, hit
from layouts.page.page import Page


class PageView(QAbstractScrollArea):
    """The pages of a session's issue.

    `zoom_changed` carries the zoom (1.0 is 100 %), `page_changed` the page in view (from 0), `overlays_changed` nothing. `photos_dropped`
    carries files or a QImage and where they fell: article, block they stand before, line of that paragraph; `given` what was pasted
    that is no text (QMimeData), and the place of the block it is to stand before, None where none is chosen. `edit_requested` carries
    the selection whose fields the inspector should take up, and the name of the one that was meant, or none; `menu_requested` where on
    the screen a context menu is wanted; `note_requested` the place and the mark of a note whose words are to be written anew.
    """

    zoom_changed = Signal(float)
    page_changed = Signal(int)
    overlays_changed = Signal()
    photos_dropped = Signal(object, object, int, int)
    given = Signal(object, object)
    edit_requested = Signal(object, str)
    menu_requested = Signal(QPoint)
    note_requested = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wheel = Wheel(self)
        self.announcer = Announcer(self)
        self.session = session
        self.colours = colours_of(current_theme())
        self.surface = Surface(session.catalogue, self.viewport())
        self.map = CaretMap(session.catalogue.face)
        self.pages: tuple[Page, ...] = ()
        self.camera = Camera(self, self.zoom_changed.emit)
        self.ahead = Ahead(self)
        self.overlays: set[Overlay] = {Overlay.SELECTION}
        self.gesture: Gesture | None = None
        self.hovering = Hovering(self)
        self._told = 0  # the page in view as it was told last
        self.shows_focus = False
        self.selecting = Selecting(self)
        self.editor = TextEditor(self)
        self._set_up()
        session.edition_changed.connect(self._take_edition)
        session.findings_changed.connect(self._take_findings)
        session.selection_changed.connect(self._take_selection)
        self._take_edition()

    def _set_up(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(tr("版面"))
        self.horizontalScrollBar().setSingleStep(24)
        self.verticalScrollBar().setSingleStep(24)

    # -- what is shown -----------------------------------------------------------------------------------------------------------------

    @property
    def sheets(self) -> Sheets:
        """Where the sheets lie."""
        return self.camera.sheets

    @property
    def columns(self) -> tuple[Interval, ...]:
        """The columns of every page."""
        return self.map.columns

    def scene(self) -> Scene | None:
        """What overlays look at; None without an issue."""
        layout, edition = self.session.layout, self.session.edition
        if layout is None or edition is None:
            return None
        findings = tuple(finding for finding in self.session.findings if not finding.reason)
        return Scene(layout.grid, self.columns, findings, self.colours.tints)

    def visible(self) -> list[Shown]:
        """The sheets in view, as they are shown."""
        return self.camera.visible()

    def shown(self, page: int) -> Shown:
        """A page (from 0) as it is shown, in view or not."""
        return self.camera.shown(page)

    def pointer(self, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Pointer | None:
        """What a point of the viewport is on the pages; None without pages."""
        return self.camera.pointer(at, modifiers)

    def hit(self, pointer: Pointer) -> Hit:
        """What the pointer is on."""
        return hit(self.pages[pointer.page], pointer.x, pointer.y, self.columns) if pointer.on_paper else NOTHING

    def _take_edition(self) -> None:
        """Show the new pages; those that are the same objects stay painted."""
        edition, layout = self.session.edition, self.session.layout
        old, self.pages = self.pages, edition.pages if edition is not None else ()
        grid = layout.grid if layout is not None else None
        columns = tuple(Interval(grid.column_left(k), grid.column_left(k) + grid.column_width) for k in range(grid.columns)) if grid else ()
        self.map.show(self.pages, columns)
        self.surface.replace(old, self.pages)
        self.camera.show(self.pages)
        if self.gesture is not None:
            self.gesture.composed()
        self.editor.composed()
        self.viewport().update()
        self._tell_page()

    def _take_findings(self) -> None:
        if Overlay.FINDINGS in self.overlays:
            self.viewport().update()

    def _take_selection(self) -> None:
        self.editor.selected()
        self.announcer.selected()
        self.viewport().update()

    def _tell_page(self) -> None:
        if not self.pages:
            return
        self.session.view = max((shown.page for shown in self.visible()), default=self.page)
        if self.page != self._told:
            self._told = self.page
            self.page_changed.emit(self.page)

    # -- arrangement, zoom, going there ------------------------------------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        """How the sheets lie."""
        return self.camera.arrangement

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the sheets another way; the page in view stays in view."""
        self.camera.set_arrangement(arrangement)

    @property
    def zoom(self) -> float:
        """How large the pages are; 1.0 is 100 %."""
        return self.camera.zoom

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the pages so large; what is `at` a point of the viewport (its middle where None) stays there."""
        self.camera.set_zoom(zoom, at)

    def zoom_in(self) -> None:
        """The next larger step."""
        self.camera.step(up=True)

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.camera.step(up=False)

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows, None where it was chosen by hand."""
        return self.camera.fit

    def fit_page(self) -> None:
        """Show whole pages, also when the window changes its size."""
        self.camera.follow(Fit.PAGE)

    def fit_width(self) -> None:
        """Fill the width of the view, also when the window changes its size."""
        self.camera.follow(Fit.WIDTH)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self.camera.page

    def go_to_page(self, page: int) -> None:
        """Bring the head of a page (from 0) into view."""
        self.camera.go_to_page(page)

    def turn(self, by: int) -> None:
        """Go so many pages on, in spreads so many spreads."""
        self.camera.turn(by)

    def go_to_place(self, place: Place) -> None:
        """Bring what stands at a place of the issue into view."""
        found = self.where(place)
        if found is not None:
            self.show_rect(*found)

    def where(self, place: Place) -> tuple[int, Rect] | None:
        """The page (from 0) and area where something of the issue begins; None where it is on no page."""
        return area_of(self, place)

    def show_rect(self, page: int, box: Rect) -> None:
        """Scroll as little as needed to have a part of a page in view."""
        self.camera.show_rect(page, box)

    # -- overlays ----------------------------------------------------------------------------------------------------------------------

    def set_overlay(self, overlay: Overlay, on: bool) -> None:
        """Switch an overlay."""
        (self.overlays.add if on else self.overlays.discard)(overlay)
        self.viewport().update()
        self.overlays_changed.emit()

    # -- acts of the window's commands -------------------------------------------------------------------------------------------------

    def select(self, selection: Selection, *, show: bool = True) -> None:
        """Select something and bring it into view."""
        self.session.select(selection)
        if show and selection.place is not None and selection.caret is None:
            self.go_to_place(selection.place)

    def crop_selected(self) -> bool:
        """Begin to crop the selected photo; False where none is selected or on a page."""
        from desktop.canvas.gestures.crop import begin_crop

        return begin_crop(self)

    def begin(self, gesture: Gesture | None) -> None:
        """Give the mouse to a gesture, None to none."""
        self.gesture = gesture
        self.viewport().update()

    # -- events ------------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Paint what is dirty."""
        painter = QPainter(self.viewport())
        paint_view(self, painter, event.rect())
        painter.end()
        self.ahead.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the fit and what is in the middle."""
        super().resizeEvent(event)
        self.camera.lay()
        self._tell_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Repaint: pages are blitted from their images."""
        self.viewport().update()
        self._tell_page()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a gesture."""
        pointer = self.pointer(event.position(), event.modifiers())
        if pointer is not None and (self.gesture is None or self.gesture.lasts):
            gesture_for(self, pointer, event.button())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Text: a caret; photo: crop; fixed parts: their fields."""
        pointer = self.pointer(event.position(), event.modifiers())
        if pointer is not None and event.button() is Qt.MouseButton.LeftButton:
            press_twice(self, pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go on with the gesture, or show what a click would take."""
        pointer = self.pointer(event.position(), event.modifiers())
        if pointer is None:
            return
        if self.gesture is not None and not event.buttons() and not self.gesture.lasts:
            self.gesture.release(pointer)  # the button was let go where we could not hear of it
        elif self.gesture is not None:
            self.gesture.move(pointer)
        if self.gesture is None or not event.buttons():
            self.hovering.moved(pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the gesture."""
        pointer = self.pointer(event.position(), event.modifiers())
        if pointer is not None and self.gesture is not None:
            self.gesture.release(pointer)
            self.hovering.moved(pointer)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Ctrl enlarges at the pointer, Shift scrolls sideways."""
        self.wheel.turned(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys go to the gesture, the text, what is selected, the view: the first that knows them."""
        if not keys.pressed(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """Tab goes through the items of the pages first, from the last one on to the next control."""
        return self.selecting.step(onward=onward) or super().focusNextPrevChild(onward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """What the input method composes and commits."""
        self.editor.ime.event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802
        """What the input method asks about the text and the caret."""
        return self.editor.ime.query(query)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The caret blinks."""
        super().focusInEvent(event)
        self.shows_focus = event.reason() in keys.BY_KEYS
        self.editor.caret.start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The caret rests."""
        super().focusOutEvent(event)
        self.shows_focus = False
        self.editor.caret.stop()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask the window for a menu, at the pointer or at what is selected."""
        self.menu_requested.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take photos."""
        drops.entered(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where the photo would stand."""
        drops.moved(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Show it no longer."""
        drops.left(self)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Ask the window to add the photos."""
        drops.dropped(self, event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Pinches and tool tips."""
        if event.type() is QEvent.Type.Leave:
            self.hovering.leave()
        return self.wheel.pinched(event) or self.announcer.tip(event) or super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that belong to the text are not taken by shortcuts of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.claims(self, event):
            event.accept()
            return True
        if event.type() is QEvent.Type.Gesture and self.wheel.pinched(event):
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme, another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.colours = colours_of(current_theme())
            self.viewport().update()
        elif event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("版面"))

    def update_area(self, area: QRectF) -> None:
        """Repaint a part of the viewport only."""
        self.viewport().update(area.toAlignedRect().adjusted(-2, -2, 2, 2))
