"""The pages in the middle of the window: seen, scrolled, enlarged; what the mouse and the keys do
on them goes to gestures and editor.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QWidget

from desktop.canvas import drops, keys
from desktop.canvas.ahead import Ahead
from desktop.canvas.announce import Announcer, say
from desktop.canvas.camera import Camera
from desktop.canvas.colours import colours_of
from desktop.canvas.context import Context, Requests
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.gesture import Gesture, Mouse
from desktop.canvas.hovering import Hovering
from desktop.canvas.ime import InputMethod
from desktop.canvas.in_step import Followers, InStep
from desktop.canvas.menus import menu_point
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import Overlay
from desktop.canvas.painting import paint_focus, paint_pages
from desktop.canvas.pointing import Pointing
from desktop.canvas.revealing import Revealing
from desktop.canvas.rulers import Rulers
from desktop.canvas.scrolling import Wheel
from desktop.canvas.selected import paint_selection
from desktop.canvas.selecting import step_from
from desktop.canvas.shown import ShownPage
from desktop.canvas.surface import Surface
from desktop.canvas.viewport import ScrollingViewport
from desktop.canvas.zooming import Fit
from desktop.paragraph_forms import shift_items
from desktop.session import Session
from desktop.theme import current_theme
from desktop.widgets.sound import sound
from desktop.words import tr
from layouts.issue.places import Place
from layouts.page.carets import CaretMap
from layouts.page.hit import Rect
from layouts.page.page import Page


@sound
class PageView(QAbstractScrollArea):
    """The pages of a session's issue.

    `zoom_changed` carries the zoom (1.0 is 100 %), `page_changed` the page in view (from 0),
    `overlays_changed` nothing. `cover_dropped` carries what fell onto the cover, `photos_dropped`
    files or a QImage and where they fell: article, block they stand before, line of that paragraph;
    `given` what was pasted that is no text (QMimeData), and the place of the block it is to stand
    before, None where none is chosen;
    `pasted` text that is more than a line, the issue without what was marked, and the caret in it.
    `edit_requested` carries the selection whose fields the inspector should take up, and the name
    of the one that was meant, or none; `menu_requested` where on the screen a context menu is
    wanted; `note_requested` the place and the mark of a note whose words are to be written anew;
    `hinted` a sentence about what was tried in vain.
    """

    zoom_changed = Signal(float)
    page_changed = Signal(int)
    overlays_changed = Signal()
    photos_dropped = Signal(object, object, int, int)
    cover_dropped = Signal(object)
    given = Signal(object, object)
    pasted = Signal(object, object, object)
    edit_requested = Signal(object, str)
    menu_requested = Signal(QPoint)
    note_requested = Signal(object, object)
    hinted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.colours = colours_of(current_theme())
        self.overlays: set[Overlay] = {Overlay.SELECTION}
        self.surface = Surface(session.catalogue, self.viewport())
        self.context = self._make_context()
        self.camera, self.map = self.context.camera, self.context.map
        self.wheel = Wheel(self, self.camera, self.surface)
        self.announcer = Announcer(self, self.context, self.overlays)
        self.ahead = Ahead(self.context, self.surface)
        self.hovering = Hovering(self.context)
        self.rulers = Rulers(self, self.context)
        self.revealing = Revealing(self.context)
        self.editor = TextEditor(self.context)
        self.ime = InputMethod(self.context, self.editor)
        self.pointing = Pointing(self.context, self.editor, self.hovering)
        self.zoom_changed.connect(self.ime.view_moved)
        self.shows_focus = False
        self._set_up()
        self.in_step = InStep(
            self,
            self.context,
            self.surface,
            self.overlays,
            Followers(self.editor, self.ime, self.revealing, self.announcer),
            self.page_changed.emit,
        )
        self.in_step.take_edition()

    def _make_context(self) -> Context:
        """What acts on the pages work with instead of this widget."""
        viewport = ScrollingViewport(self)
        requests = Requests(
            edit=self.edit_requested.emit,
            note=self.note_requested.emit,
            drop=self.photos_dropped.emit,
            drop_on_cover=self.cover_dropped.emit,
            give=self.given.emit,
            paste=self.pasted.emit,
            say=partial(say, self),
            hint=self.hinted.emit,
        )
        camera = Camera(viewport, self.zoom_changed.emit)
        return Context(
            self.session,
            CaretMap(self.session.catalogue.face),
            viewport,
            camera,
            Mouse(viewport),
            requests,
            self.overlays,
        )

    def _set_up(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        # moves without a button: they hover
        self.viewport().setMouseTracking(True)
        # every pixel is painted by us: Qt need not clear it first
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(tr("版面"))

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages shown, in order; empty before the first composition."""
        return self.map.pages

    @property
    def gesture(self) -> Gesture | None:
        """What has the mouse."""
        return self.context.mouse.gesture

    def visible(self) -> list[ShownPage]:
        """The sheets in view, as they are shown."""
        return self.camera.visible()

    def shown(self, page: int) -> ShownPage:
        """A page (from 0) as it is shown, in view or not."""
        return self.camera.shown(page)

    # -- zoom, going there -------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """How large the pages are; 1.0 is 100 %."""
        return self.camera.zoom

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the pages so large; what is `at` a point of the viewport (its middle where None)
        stays there.
        """
        self.camera.set_zoom(zoom, at)

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows, None where it was chosen by hand."""
        return self.camera.fit

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self.camera.page

    def go_to_page(self, page: int) -> None:
        """Bring the head of a page (from 0) into view."""
        self.revealing.give_up()
        self.camera.go_to_page(page)
        self.in_step.tell_page()

    def turn(self, by: int) -> None:
        """Go so many pages on, in spreads so many spreads."""
        self.revealing.give_up()
        self.camera.turn(by)
        self.in_step.tell_page()

    def go_to_place(self, place: Place) -> None:
        """Bring what stands at a place of the issue into view, once its pages are made."""
        self.revealing.show(place)

    def show_rect(self, page: int, box: Rect) -> None:
        """Scroll as little as needed to have a part of a page in view."""
        self.camera.show_rect(page, box)

    # -- overlays ----------------------------------------------------------------------------------

    def set_overlay(self, overlay: Overlay, on: bool) -> None:
        """Show or hide what is drawn over the pages (grid, margins, slots …)."""
        (self.overlays.add if on else self.overlays.discard)(overlay)
        self.viewport().update()
        self.overlays_changed.emit()

    # -- events ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Paint what is dirty."""
        painter = QPainter(self.viewport())
        look = OverlayStyle(
            self.colours,
            self.font(),
            self.viewport().width(),
            self.viewport().height(),
            self.devicePixelRatioF(),
            self.surface,
        )
        shown = paint_pages(painter, look, self.context, self.overlays, event.rect())
        if Overlay.SELECTION in self.overlays:
            paint_selection(painter, look, self.context, self.hovering, shown)
        self.editor.caret.paint(painter, look, shown)
        if self.gesture is not None:
            self.gesture.paint(painter, look)
        if self.shows_focus:
            paint_focus(painter, look, QRectF(self.viewport().rect()))
        painter.end()
        self.ahead.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the fit and what is at the top."""
        super().resizeEvent(event)
        self.camera.lay()
        self.in_step.tell_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Repaint: pages are blitted from their images."""
        self.ime.view_moved()
        self.viewport().update()
        self.in_step.tell_page()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin the gesture that a press of this button means here."""
        self.revealing.give_up()
        self.pointing.pressed(event)
        self.in_step.tell_page()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Text: a caret; photo: crop; fixed parts: their fields."""
        self.pointing.pressed_twice(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go on with the gesture, or show what a click would take."""
        self.pointing.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the gesture under way, with what it made of the issue."""
        self.pointing.released(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Ctrl enlarges at the pointer, Shift scrolls sideways."""
        self.revealing.give_up()
        self.wheel.turned(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys go to the gesture, the text, what is selected, the view: the first that knows
        them.
        """
        self.revealing.give_up()
        if not keys.pressed(self.context, self.editor, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space let go takes the hand away."""
        if not keys.released(self.context, event):
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """Tab goes through the items of the pages first, from the last one on to the next
        control; in a list it is the level's.
        """
        if shift_items(self.context.session, onward=onward):
            return True
        return step_from(self.context, self.editor, onward=onward) or super().focusNextPrevChild(
            onward
        )

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """What the input method composes and commits."""
        self.ime.event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802
        """What the input method asks about the text and the caret."""
        answer = self.ime.query(query)
        # asked about this widget, in which the pages may stand behind rulers
        return answer.translated(self.viewport().pos()) if isinstance(answer, QRect) else answer

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Keys come here now: the caret blinks, and a frame shows it where they brought us here."""
        super().focusInEvent(event)
        self.shows_focus = event.reason() in keys.BY_KEYS
        self.editor.caret.start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Keys go elsewhere: the caret rests, and what was composed stays where it was."""
        super().focusOutEvent(event)
        self.ime.keep()
        keys.left(self.context)
        self.shows_focus = False
        self.editor.caret.stop()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask the window for a menu, at the pointer or at what is selected; not while something is
        dragged or cropped.
        """
        if self.gesture is not None:
            return
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = menu_point(self.context, self.editor).toPoint()
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Say whether what is dragged in could be dropped: photos, manuscripts, text."""
        drops.entered(self.context, event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where it would stand."""
        drops.moved(self.context, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Show it no longer."""
        drops.left(self.context)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Ask the window to add the photos; put text where it fell."""
        drops.dropped(self.context, event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Pinches and tool tips."""
        if event.type() is QEvent.Type.Leave:
            self.hovering.leave()
        elif isinstance(event, QHelpEvent):
            self.announcer.tip(event)
            return True
        elif isinstance(event, QNativeGestureEvent | QGestureEvent) and self.wheel.pinched(event):
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that belong to the text are not taken by shortcuts of the window."""
        # asked before shortcuts are looked at; accepted, it comes again as a key press
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.ime.pressed(event)
            if keys.claims(self.context, event):
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
