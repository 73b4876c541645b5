"""A photo straightened on the page: a line drawn along its horizon, or along what should stand
upright, comes level.
"""

from __future__ import annotations

from math import atan2, degrees, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from desktop.canvas.areas import drawn_photo
from desktop.canvas.context import Context
from desktop.canvas.handles import paint_frame
from desktop.canvas.labels import SEPARATOR, paint_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer
from desktop.canvas.where import photo_at
from desktop.words import tr
from layouts.issue.edits import set_tone
from layouts.issue.places import Place
from layouts.photo_tone import MOST_TURN

SHORTEST = 24.0
"""Pixels: a shorter line tells no direction."""

NUDGE = 0.1
"""Degrees that an arrow key turns the photo by; with Shift ten times as far."""

TURNS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def begin_straighten(context: Context) -> bool:
    """Straighten the selected photo from now on; False where none is selected or on a page."""
    found, place = context.photo(), context.session.selection.place
    if found is None or place is None or photo_at(context.session.issue, place) is None:
        return False
    context.mouse.enter(StraightenMode(context, place))
    context.requests.say(tr("拉直图片：沿地平线画一条线，或按左右方向键；回车完成"))
    return True


def tilt_of(start: QPointF, end: QPointF) -> float:
    """How many degrees a line falls to the right, from −45 to 45; one that stands rather than lies
    is measured from the upright.
    """
    angle = degrees(atan2(end.y() - start.y(), end.x() - start.x()))
    return (angle + 45) % 90 - 45


class StraightenMode:
    """Draw a line on the photo: when it is let go the photo is turned so that the line lies flat,
    and the mode ends.
    """

    lasts = True
    hides_selection = True

    def __init__(self, context: Context, place: Place) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._line: tuple[QPointF, QPointF] | None = None

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """A line can be drawn on the photo."""
        area = self._area()
        if area is None or not area.contains(at):
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.CrossCursor

    def press(self, pointer: Pointer) -> None:
        """Begin a line on the photo; a press elsewhere ends."""
        area = self._area()
        if area is None or not area.contains(pointer.at):
            self.cancel()
            return
        self._line = (pointer.at, pointer.at)

    def move(self, pointer: Pointer) -> None:
        """Draw it."""
        if self._line is not None:
            self._line = (self._line[0], pointer.at)
            self._context.viewport.update()

    def release(self, pointer: Pointer) -> None:
        """Turn the photo by what the line is off."""
        line, self._line = self._line, None
        if line is None:
            return
        way = pointer.at - line[0]
        if hypot(way.x(), way.y()) < SHORTEST:
            self._context.viewport.update()
            return
        self.cancel()
        self._turn(tilt_of(line[0], pointer.at))

    def press_twice(self, pointer: Pointer) -> None:
        """It is a press."""
        self.press(pointer)

    def key(self, event: QKeyEvent) -> None:
        """Arrows turn the photo a little, with Shift further; Enter ends."""
        key = Qt.Key(event.key())
        if key in ENDS:
            self.cancel()
        elif key in TURNS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._turn(TURNS[key] * NUDGE * (10 if far else 1), merge="straighten-keys")

    def claims(self, key: Qt.Key) -> bool:
        """The arrows, and what ends."""
        return key in TURNS or key in ENDS or key is Qt.Key.Key_Escape

    def cancel(self) -> None:
        """End; what the arrows turned stays turned."""
        self._context.mouse.begin(None)

    def composed(self) -> None:
        """Other pages: the mode goes with the photo, and ends where that is on none of them."""
        if self._area() is None:
            self.cancel()

    def _turn(self, by: float, merge: str = "") -> None:
        issue, photo = self._session.issue, photo_at(self._session.issue, self._place)
        if issue is None or photo is None:
            return
        turned = round(min(max(photo.tone.straighten + by, -MOST_TURN), MOST_TURN), 1)
        tone = photo.tone._replace(straighten=turned)
        edited = set_tone(issue, self._place, tone)
        self._session.do(tr("拉直图片"), edited.issue, self._session.selection, merge)

    def _area(self) -> QRectF | None:
        """Where the photo stands in the viewport."""
        issue = self._session.issue
        found = drawn_photo(issue, self._context.pages, self._place) if issue is not None else None
        if found is None or photo_at(issue, self._place) is None:
            return None
        return self._context.camera.shown(found[0]).picture(found[1])

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The photo's frame, thirds to hold the horizon against, and the line."""
        area, photo = self._area(), photo_at(self._session.issue, self._place)
        if area is None or photo is None:
            return
        paint_frame(painter, area, look)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(QColor(255, 255, 255, 110)))
        for part in range(1, 6):
            y = area.top() + part / 6 * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if self._line is not None:
            for colour, width in ((QColor("white"), 4.0), (look.colours.accent, 2.0)):
                painter.setPen(pen(colour, width))
                painter.drawLine(*self._line)
        painter.restore()
        parts = [tr("拉直 {turn}°", turn=f"{photo.tone.straighten:.1f}")]
        if self._line is None:
            parts.append(tr("沿地平线画线"))
        else:
            parts.append(tr("线偏 {turn}°", turn=f"{tilt_of(*self._line):.1f}"))
        paint_label(painter, SEPARATOR.join(parts), area, look)
