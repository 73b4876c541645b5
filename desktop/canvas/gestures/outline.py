"""What text runs round of a photo, drawn on the page (编辑轮廓): corners dragged, added and taken
out, while the text flows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPolygonF

from desktop.canvas.areas import drawn_photo
from desktop.canvas.context import Context
from desktop.canvas.gestures.outline_place import OutlinePlace, begun_with
from desktop.canvas.labels import AIR, HEIGHT, SEPARATOR, paint_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer
from desktop.canvas.where import photo_at
from desktop.words import tr
from layouts.flow.wrapping import may_be_shaped
from layouts.issue.edits import set_polygon
from layouts.issue.photo import MOST_POINTS, Photo, PhotoPoint, Wrap
from layouts.issue.places import Place
from layouts.issue.sound_photo import LEAST_CORNERS
from layouts.page.item import Picture

GRIP = 8.0
"""So near to a corner or an edge, in pixels, the mouse takes hold of it."""

RADIUS = 4.0
"""Of a corner's handle, pixels."""

NUDGE = 0.005
"""What an arrow key moves a corner by, a fraction of the photo; with Shift ten times as far."""

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
REMOVES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
UNDER = QColor(255, 255, 255, 200)

STRIP = QSizeF(440.0, HEIGHT + 2 * AIR + 1)
"""What the label takes over the photo, pixels."""

_RUNS = count()
"""Each drag is a step of undo of its own."""


def begin_outline(context: Context) -> bool:
    """Draw the outline of the selected photo from now on; False where none is selected or on a
    page, and where no text stands beside it.
    """
    found, place = context.photo(), context.session.selection.place
    photo = None if place is None else photo_at(context.session.issue, place)
    if found is None or place is None or photo is None or not may_be_shaped(photo):
        return False
    if context.session.refuses():
        return True
    context.mouse.enter(OutlineMode(context, place, photo, found[0].page, found[1]))
    context.requests.say(tr("编辑轮廓：拖动角点，点边添加，Del 删除，Tab 换一个角点，Esc 完成"))
    return True


class OutlineMode:
    """The corners of the outline are handles over the photo. A press on one takes hold of it, on an
    edge makes a new one; a press elsewhere ends. What was done stays done: each drag is one step
    of undo.
    """

    lasts = True
    hides_selection = True

    def __init__(
        self, context: Context, place: Place, photo: Photo, page: int, picture: Picture
    ) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._seen = OutlinePlace(page, picture, photo.tone.straighten)
        self.corners = begun_with(photo, self._seen)
        self.chosen: int | None = None
        self._held = False
        self._is_new = False
        self._waiting = False
        self._merge = ""
        self._before = (self._session.issue, self._session.selection, tuple(self.corners))
        """What a drag began with."""

    # -- where things are --------------------------------------------------------------------------

    def handles(self) -> list[QPointF]:
        """The corners in the viewport."""
        sheet = self._context.camera.shown(self._seen.page)
        return [QPointF(sheet.x(x), sheet.y(y)) for x, y in map(self._seen.on_page, self.corners)]

    def _point(self, pointer: Pointer) -> PhotoPoint:
        """Where the pointer is on the photo, at its edge where it is outside."""
        sheet = self._context.camera.shown(self._seen.page)
        return self._seen.on_photo(*sheet.to_page(pointer.at))

    def _corner_at(self, at: QPointF) -> int | None:
        ways = [hypot(corner.x() - at.x(), corner.y() - at.y()) for corner in self.handles()]
        nearest = min(range(len(ways)), key=ways.__getitem__)
        return nearest if ways[nearest] <= GRIP else None

    def _edge_at(self, at: QPointF) -> int | None:
        """The corner behind which an edge begins that is near a point."""
        handles = self.handles()
        edges = zip(handles, (*handles[1:], handles[0]), strict=True)
        ways = [_way_to(at, start, end) for start, end in edges]
        nearest = min(range(len(ways)), key=ways.__getitem__)
        return nearest if ways[nearest] <= GRIP else None

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """Corners can be moved, edges take new ones."""
        if self._corner_at(at) is not None:
            return Qt.CursorShape.SizeAllCursor
        on_edge = self._edge_at(at) is not None
        return Qt.CursorShape.CrossCursor if on_edge else Qt.CursorShape.ArrowCursor

    # -- mouse -------------------------------------------------------------------------------------

    def press(self, pointer: Pointer) -> None:
        """Take hold of a corner, a new one on an edge; a press elsewhere ends."""
        self._merge = f"outline-{next(_RUNS)}"
        self._before = (self._session.issue, self._session.selection, tuple(self.corners))
        corner, self._is_new = self._corner_at(pointer.at), False
        if corner is None:
            corner = self._edge_at(pointer.at)
            if corner is None or len(self.corners) >= MOST_POINTS:
                self._end()
                return
            corner, self._is_new = corner + 1, True
            self.corners.insert(corner, self._point(pointer))
        self.chosen, self._held = corner, True
        self._session.take_in_hand(held=True)
        if self._is_new:
            self._step(tr("添加轮廓角点"))
        self._context.viewport.update()

    def move(self, pointer: Pointer) -> None:
        """Drag the corner that is held."""
        if self._held and self.chosen is not None:
            self.corners[self.chosen] = self._point(pointer)
            self._step(tr("拖动轮廓"))
            self._context.viewport.update()

    def release(self, pointer: Pointer) -> None:
        """Let go; the mode goes on."""
        if not self._held:
            return
        if self._waiting and self._session.settle():
            self._step(tr("拖动轮廓"))
        self._let_go()

    def press_twice(self, pointer: Pointer) -> None:
        """Take a corner out, unless the first press of the two has just made it."""
        if not self._is_new and (corner := self._corner_at(pointer.at)) is not None:
            self.chosen = corner
            self._remove()

    # -- keys and end ------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> None:
        """Arrows move the chosen corner, with Shift further, Del takes it out, Ins makes one behind
        it, Tab chooses the next; Enter ends.
        """
        key = Qt.Key(event.key())
        if key in ENDS:
            self._end()
        elif key in REMOVES:
            self._remove()
        elif key == Qt.Key.Key_Insert:
            self._insert()
        elif key in STEPS and self.chosen is not None:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            across, down = STEPS[key]
            x, y = self.corners[self.chosen]
            moved = PhotoPoint(x + across * NUDGE * far, y + down * NUDGE * far)
            self.corners[self.chosen] = _inside(moved)
            self._do(tr("移动轮廓角点"), f"outline-keys-{self.chosen}")

    def claims(self, key: Qt.Key) -> bool:
        """What moves, chooses, takes out or ends."""
        known = (*STEPS, *REMOVES, *ENDS, Qt.Key.Key_Insert, Qt.Key.Key_Escape)
        return key in known

    def choose(self, *, onward: bool) -> None:
        """Choose the next corner, or the one before: Tab does."""
        step = 1 if onward else -1
        before = -1 if self.chosen is None and onward else self.chosen or 0
        self.chosen = (before + step) % len(self.corners)
        self._context.viewport.update()

    def _remove(self) -> None:
        if self.chosen is None or len(self.corners) <= LEAST_CORNERS:
            return
        del self.corners[self.chosen]
        self.chosen %= len(self.corners)
        self._do(tr("删除轮廓角点"))

    def _insert(self) -> None:
        if self.chosen is None or len(self.corners) >= MOST_POINTS:
            return
        (x0, y0), (x1, y1) = (self.corners[self.chosen - k] for k in (0, len(self.corners) - 1))
        self.chosen += 1
        self.corners.insert(self.chosen, PhotoPoint((x0 + x1) / 2, (y0 + y1) / 2))
        self._do(tr("添加轮廓角点"))

    def cancel(self) -> None:
        """Give back what is dragged, else end; what was drawn stays, and can be undone."""
        if self._held:
            self._give_back()
        else:
            self._end()

    def _give_back(self) -> None:
        """As if the corner had not been touched: the merged step takes itself away."""
        self._let_go()
        issue, selection, corners = self._before
        self.corners, self.chosen = list(corners), None
        if issue is not None and issue is not self._session.issue:
            self._session.do(tr("拖动轮廓"), issue, selection, self._merge)
        self._context.viewport.update()

    def _let_go(self) -> None:
        self._held = self._waiting = False
        self._session.take_in_hand(held=False)

    def _end(self) -> None:
        if self._held:
            self._let_go()
        self._context.mouse.begin(None)

    # -- the issue ---------------------------------------------------------------------------------

    def _step(self, name: str) -> None:
        """A step of a drag, once the pages are those of the step before."""
        self._waiting = not self._session.is_current
        if not self._waiting:
            self._do(name, self._merge)

    def _do(self, name: str, merge: str = "") -> None:
        session = self._session
        if session.issue is None or photo_at(session.issue, self._place) is None:
            return
        edited = set_polygon(session.issue, self._place, self.corners)
        if edited.issue is not session.issue:
            session.do(name, edited.issue, session.selection, merge)
        self._context.viewport.update()

    def composed(self) -> None:
        """Other pages: the mode goes with the photo, and ends where that is on none of them. What
        was undone is shown undone.
        """
        issue = self._session.issue
        found = drawn_photo(issue, self._context.pages, self._place) if issue is not None else None
        photo = photo_at(issue, self._place)
        if found is None or photo is None or not may_be_shaped(photo):
            self._end()
            return
        self._seen = OutlinePlace(*found, photo.tone.straighten)
        if self._waiting:
            self._step(tr("拖动轮廓"))
        elif not self._held and self._session.is_current:
            self._follow(photo)

    def _follow(self, photo: Photo) -> None:
        drawn = photo.polygon if photo.wrap is Wrap.POLYGON else ()
        if tuple(self.corners) != drawn:
            self.corners = begun_with(photo, self._seen)
            if self.chosen is not None and self.chosen >= len(self.corners):
                self.chosen = None

    # -- painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The outline and its corners, the chosen one filled, and what can be done."""
        sheet, accent = self._context.camera.shown(self._seen.page), look.colours.accent
        area, handles = sheet.picture(self._seen.picture), self.handles()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.colours.hover))
        painter.drawRect(area)
        for colour, width in ((UNDER, 3.5), (accent, 1.5)):
            painter.setPen(pen(colour, width))
            painter.drawPolygon(QPolygonF(handles))
        self._paint_handles(painter, accent, look.colours.paper, handles)
        painter.restore()
        paint_label(painter, self._said(), _above(area, look.width), look)

    def _paint_handles(
        self, painter: QPainter, accent: QColor, paper: QColor, handles: Sequence[QPointF]
    ) -> None:
        painter.setPen(pen(accent, 1.5))
        for k, handle in enumerate(handles):
            radius = RADIUS + 1.5 if k == self.chosen else RADIUS
            painter.setBrush(accent if k == self.chosen else paper)
            painter.drawEllipse(handle, radius, radius)

    def _said(self) -> str:
        parts = [tr("轮廓 {n} 个角点", n=len(self.corners))]
        parts += [tr("拖角点"), tr("点边加一个"), tr("Del 删除"), tr("Esc 完成")]
        return SEPARATOR.join(parts)


def _above(area: QRectF, width: float) -> QRectF:
    """A strip over a photo for a label, in a view so wide: on the photo it would hide corners."""
    left = max(0.0, min(area.left(), width - STRIP.width()))
    top = max(0.0, area.top() - STRIP.height())
    return QRectF(left, top, max(area.right() - left, STRIP.width()), STRIP.height())


def _inside(point: PhotoPoint) -> PhotoPoint:
    return PhotoPoint(*(min(max(part, 0.0), 1.0) for part in point))


def _way_to(at: QPointF, start: QPointF, end: QPointF) -> float:
    """How far a point is from a stretch of line."""
    along, way = end - start, at - start
    length = QPointF.dotProduct(along, along)
    share = min(max(QPointF.dotProduct(way, along) / length, 0.0), 1.0) if length else 0.0
    off = way - along * share
    return hypot(off.x(), off.y())
