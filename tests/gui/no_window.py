"""What acts on the pages work with, over a real session and without any widget: for tests of
gestures by themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QKeyEvent

from desktop.canvas import keys
from desktop.canvas.camera import Camera
from desktop.canvas.context import Context, Requests
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.gesture import Mouse
from desktop.canvas.gestures.start import gesture_for, press_twice
from desktop.canvas.shown import Pointer
from desktop.session import Session
from layouts.issue.places import Place, block_at
from layouts.page.carets import CaretMap
from layouts.page.item import Line, Picture

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def pressed(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    text: str = "",
    repeats: bool = False,
) -> QKeyEvent:
    """A key as the pages hear of it."""
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text, repeats)


class Unseen:
    """A viewport (see desktop.canvas.viewport) that nobody sees; it keeps the cursor it was given
    and counts its updates.
    """

    size = QSizeF(900, 700)
    dpi = 72.0
    ratio = 1.0
    room_for_bar = 0.0
    has_focus = True
    owner = None

    def __init__(self) -> None:
        self.scrolled = QPoint(0, 0)
        self.cursor: Qt.CursorShape | None = None
        self.updates = 0
        self._most = QPoint(0, 0)

    @property
    def font(self) -> QFont:
        return QFont()

    def reach(self, pasteboard: QSizeF) -> None:
        self._most = QPoint(
            max(0, round(pasteboard.width() - self.size.width())),
            max(0, round(pasteboard.height() - self.size.height())),
        )
        self.scroll_to(self.scrolled.x(), self.scrolled.y())

    def scroll_to(self, across: float, down: float) -> None:
        self.scrolled = QPoint(
            min(self._most.x(), max(0, round(across))), min(self._most.y(), max(0, round(down)))
        )

    def update(self, area: QRectF | None = None) -> None:
        self.updates += 1

    def set_cursor(self, shape: Qt.CursorShape | None) -> None:
        self.cursor = shape

    def take_focus(self) -> None:
        self.has_focus = True


class Hand:
    """Mouse and keys over the pages of a session; `asked` is what they asked of the window.

    Points are those of a page, from 0.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.viewport = Unseen()
        self.asked: list[tuple[object, ...]] = []
        requests = Requests(
            *(
                lambda *what, name=name: self.asked.append((name, *what))
                for name in Requests._fields
            )
        )
        camera, mouse = Camera(self.viewport, lambda zoom: None), Mouse(self.viewport)
        self.context = Context(
            session, CaretMap(session.catalogue.face), self.viewport, camera, mouse, requests
        )
        self.editor = TextEditor(self.context)
        session.edition_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        assert self.session.edition is not None
        self.context.show(self.session.edition.pages, self.session.layout)
        if self.context.mouse.gesture is not None:
            self.context.mouse.gesture.composed()

    # -- where things are --------------------------------------------------------------------------

    def line(self, text: str) -> tuple[int, Line]:
        """The first line that holds a text, with its page; brought into view."""
        number, line = next(
            (k, line)
            for k, page in enumerate(self.context.pages)
            for line in page.lines
            if text in line.text
        )
        self.context.camera.go_to_page(number)
        return number, line

    def picture(self) -> tuple[int, Picture]:
        """The first picture, with its page; brought into view."""
        number, picture = next(
            (k, picture) for k, page in enumerate(self.context.pages) for picture in page.pictures
        )
        self.context.camera.go_to_page(number)
        return number, picture

    def photo(self, place: Place) -> object:
        """The block at a place."""
        assert self.session.issue is not None
        return block_at(self.session.issue, place)

    def pointer(
        self, page: int, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE
    ) -> Pointer:
        """The mouse at a point of a page."""
        shown = self.context.camera.shown(page)
        found = self.context.camera.pointer(QPointF(shown.x(x), shown.y(y)), modifiers)
        assert found is not None
        return found

    # -- what it does ------------------------------------------------------------------------------

    def press(self, pointer: Pointer, button: Qt.MouseButton = LEFT) -> None:
        gesture_for(self.context, self.editor, pointer, button)

    def press_twice(self, pointer: Pointer) -> None:
        press_twice(self.context, self.editor, pointer)

    def move(self, pointer: Pointer) -> None:
        assert self.context.mouse.gesture is not None
        self.context.mouse.gesture.move(pointer)
        self.session.settle()

    def release(self, pointer: Pointer) -> None:
        assert self.context.mouse.gesture is not None
        self.context.mouse.gesture.release(pointer)
        self.session.settle()

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        text: str = "",
        repeats: bool = False,
    ) -> bool:
        known = keys.pressed(
            self.context, self.editor, pressed(key, modifiers, text=text, repeats=repeats)
        )
        self.session.settle()
        return known

    def key_up(self, key: Qt.Key, *, repeats: bool = False) -> bool:
        event = QKeyEvent(QKeyEvent.Type.KeyRelease, key, NONE, "", repeats)
        return keys.released(self.context, event)
