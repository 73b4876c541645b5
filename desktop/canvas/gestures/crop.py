"""A photo cropped on the page: its edges dragged, what is cut off shaded, its centre of interest
clicked, Enter to keep it and Esc to leave it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath

from desktop.canvas.areas import drawn_photo
from desktop.canvas.context import Context
from desktop.canvas.gestures.focus import CLICK, paint_focus, point_at
from desktop.canvas.labels import SEPARATOR, paint_label, size_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.photos import whole_image
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.where import photo_at
from desktop.words import tr
from layouts.flow.photo_sizes import frame_size
from layouts.issue.edits import set_crop, set_focus
from layouts.issue.edits.photos import LEAST_LEFT
from layouts.issue.photo import WHOLE, Crop
from layouts.issue.places import Place
from layouts.page.item import Picture

GRIP = 9.0
"""So near to an edge, in pixels, the mouse takes hold of it."""

BAR = 18.0
"""Length of an edge's handle, pixels."""

SHADE = QColor(20, 20, 24, 150)
NUDGE = 0.01
"""What an arrow key moves the frame by, a fraction of the photo."""

KEEPS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
FORGETS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Right and down, in nudges."""

EDGES: tuple[str, ...] = ("left", "top", "right", "bottom")


def begin_crop(context: Context, *, to_focus: bool = False) -> bool:
    """Crop the selected photo from now on, or choose its centre of interest, which is done in the
    same way; False where none is selected or on a page.
    """
    found = context.photo()
    place = context.session.selection.place
    if found is None or place is None or photo_at(context.session.issue, place) is None:
        return False
    context.mouse.enter(CropMode(context, found[0], found[1], place))
    context.requests.say(
        tr("点选焦点：在图片上点一下，回车完成，Esc 放弃；拖动边框就是裁切")
        if to_focus
        else tr("裁切图片：拖动边框，点一下定焦点，回车完成，Esc 放弃")
    )
    return True


class CropMode:
    """The photo lies whole on the page, its frame over it.

    The mouse drags edges, corners or, inside the frame, the frame itself; a click there is the
    centre of interest.
    """

    lasts = True
    hides_selection = True

    def __init__(self, context: Context, sheet: ShownPage, picture: Picture, place: Place) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        photo = photo_at(context.session.issue, place)
        self.crop = photo.crop if photo is not None else WHOLE
        self.focus = photo.focus if photo is not None else None
        self._lie(sheet.page, picture)
        self._held: set[str] = set()
        self._from: tuple[QPointF, Crop] | None = None
        self._focus_before = self.focus

    # -- where things are --------------------------------------------------------------------------

    def _lie(self, page: int, picture: Picture) -> None:
        """Know where the photo stands."""
        self._page, self._picture = page, picture
        left, top, right, bottom = picture.crop
        self._width = picture.width / (1 - left - right)
        self._height = picture.height / (1 - top - bottom)
        self._left, self._top = picture.x - left * self._width, picture.y - top * self._height

    def _whole(self) -> QRectF:
        """The uncropped photo in the viewport."""
        sheet = self._context.camera.shown(self._page)
        return QRectF(
            sheet.x(self._left),
            sheet.y(self._top),
            self._width * sheet.scale,
            self._height * sheet.scale,
        )

    def frame(self) -> QRectF:
        """What is kept, in the viewport."""
        whole, crop = self._whole(), self.crop
        return whole.adjusted(
            crop.left * whole.width(),
            crop.top * whole.height(),
            -crop.right * whole.width(),
            -crop.bottom * whole.height(),
        )

    def _edges_at(self, at: QPointF) -> set[str]:
        frame = self.frame()
        if not frame.adjusted(-GRIP, -GRIP, GRIP, GRIP).contains(at):
            return set()
        near = {
            "left": abs(at.x() - frame.left()),
            "right": abs(at.x() - frame.right()),
            "top": abs(at.y() - frame.top()),
            "bottom": abs(at.y() - frame.bottom()),
        }
        # inside and near no edge: the frame as a whole, all edges at once
        return {edge for edge, distance in near.items() if distance <= GRIP} or set[str](EDGES)

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """The cursor says what a drag would move."""
        edges = self._edges_at(at)
        if edges == set(EDGES):
            return Qt.CursorShape.SizeAllCursor
        if edges in ({"left", "top"}, {"right", "bottom"}):
            return Qt.CursorShape.SizeFDiagCursor
        if edges in ({"right", "top"}, {"left", "bottom"}):
            return Qt.CursorShape.SizeBDiagCursor
        if edges & {"left", "right"}:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.SizeVerCursor if edges else Qt.CursorShape.ArrowCursor

    # -- mouse -------------------------------------------------------------------------------------

    def press(self, pointer: Pointer) -> None:
        """Take hold of an edge or the frame; a press elsewhere keeps the crop and ends."""
        self._held = self._edges_at(pointer.at)
        if not self._held:
            self.accept()
            return
        self._from, self._focus_before = (pointer.at, self.crop), self.focus

    def move(self, pointer: Pointer) -> None:
        """Drag what is held."""
        if self._from is None:
            return
        start, crop = self._from
        if self._is_click(pointer):
            return
        whole = self._whole()
        across, down = (
            (pointer.at.x() - start.x()) / whole.width(),
            (pointer.at.y() - start.y()) / whole.height(),
        )
        self.crop = dragged(crop, self._held, across, down)
        self._context.viewport.update()

    def release(self, pointer: Pointer) -> None:
        """Let go; the mode goes on. A click inside is the centre of interest."""
        if self._from is not None and self._is_click(pointer) and self._held == set(EDGES):
            self.focus = point_at(pointer.at, self._whole())
            self._context.viewport.update()
        self._from = None

    def _is_click(self, pointer: Pointer) -> bool:
        """Whether the mouse has not left where it was pressed, and nothing was dragged."""
        if self._from is None or self._from[1] != self.crop:
            return False
        way = pointer.at - self._from[0]
        return max(abs(way.x()), abs(way.y())) <= CLICK

    # -- keys and end ------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves; arrows move the frame, with Shift its right and lower edge, with
        Alt its left and upper edge.
        """
        key = Qt.Key(event.key())
        if key in KEEPS | {Qt.Key.Key_F2}:
            self.accept()
            return
        if key in FORGETS:
            self.focus = None
            self._context.viewport.update()
            return
        step = STEPS.get(key)
        if step is None:
            return
        held = set(EDGES)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            held = {"right", "bottom"}
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            held = {"left", "top"}
        self.crop = dragged(self.crop, held, step[0] * NUDGE, step[1] * NUDGE)
        self._context.viewport.update()

    def claims(self, key: Qt.Key) -> bool:
        """What keeps or leaves the crop, the arrows, and what takes the centre of interest away."""
        return key in KEEPS or key in FORGETS or key in STEPS or key is Qt.Key.Key_Escape

    def press_twice(self, pointer: Pointer) -> None:
        """Keep the crop, as Enter does; its first click was none of the centre of interest."""
        self.focus = self._focus_before
        self.accept()

    def accept(self) -> None:
        """Keep crop and centre of interest as one step."""
        session, place = self._session, self._place
        self._context.mouse.begin(None)
        photo = photo_at(session.issue, place)
        if session.issue is not None and photo is not None:
            issue = set_crop(session.issue, place, self.crop).issue
            if photo.focus != self.focus:
                issue = set_focus(issue, place, self.focus).issue
            name = tr("设定焦点") if photo.crop == self.crop else tr("裁切图片")
            session.do(name, issue)

    def cancel(self) -> None:
        """Leave the crop as it was."""
        self._context.mouse.begin(None)

    def composed(self) -> None:
        """Other pages: the mode goes with the photo, and ends where that is on none of them."""
        issue = self._session.issue
        found = drawn_photo(issue, self._context.pages, self._place) if issue is not None else None
        if found is None or photo_at(issue, self._place) is None:
            self.cancel()
        else:
            self._lie(*found)

    # -- painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The whole photo, what is cut off shaded, thirds inside the frame, handles at its
        edges.
        """
        whole, frame = self._whole(), self.frame()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            whole,
            whole_image(
                look.surface.pictures,
                self._picture.path,
                whole.width() * look.ratio,
                self._picture.tone,
            ),
        )
        outside = QPainterPath()
        outside.addRect(whole)
        inside = QPainterPath()
        inside.addRect(frame)
        painter.fillPath(outside.subtracted(inside), SHADE)
        painter.setPen(pen(QColor(255, 255, 255, 110)))
        for third in (1 / 3, 2 / 3):
            x, y = frame.left() + third * frame.width(), frame.top() + third * frame.height()
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(QColor("white"), 1.5))
        painter.drawRect(frame)
        self._paint_handles(painter, look.colours.accent, frame)
        if self.focus is not None:
            paint_focus(painter, self.focus, whole, look.colours.accent)
        paint_label(painter, self.told(), frame, look)

    def told(self) -> str:
        """What is kept, and how large the photo will stand with it: its width stays."""
        across = 1 - self.crop.left - self.crop.right
        down = 1 - self.crop.top - self.crop.bottom
        parts = [tr("裁切")]
        photo, layout = photo_at(self._session.issue, self._place), self._session.layout
        if photo is not None and layout is not None:
            ratio = self._height * down / (self._width * across)
            parts.append(size_label(layout, photo, *frame_size(photo, ratio, layout)))
        parts.append(tr("保留 {share}", share=f"{across * down:.0%}"))
        if self.focus is not None and not self.crop.keeps(self.focus):
            parts.append(tr("焦点在裁切之外"))
        parts.append(tr("回车完成"))
        return SEPARATOR.join(parts)

    @staticmethod
    def _paint_handles(painter: QPainter, accent: QColor, frame: QRectF) -> None:
        painter.setPen(pen(accent, 4.0))
        middle, half = frame.center(), BAR / 2
        for x in (frame.left(), frame.right()):
            painter.drawLine(QPointF(x, middle.y() - half), QPointF(x, middle.y() + half))
            for y, turn in ((frame.top(), 1), (frame.bottom(), -1)):
                way = 1 if x == frame.left() else -1
                painter.drawLine(QPointF(x, y), QPointF(x + way * half, y))
                painter.drawLine(QPointF(x, y), QPointF(x, y + turn * half))
        for y in (frame.top(), frame.bottom()):
            painter.drawLine(QPointF(middle.x() - half, y), QPointF(middle.x() + half, y))


def dragged(crop: Crop, held: set[str], across: float, down: float) -> Crop:
    """A crop whose held edges moved by fractions of the photo; no edge leaves the photo, and a part
    of it stays.
    """
    left, top, right, bottom = crop
    # moved, not resized: stopped where the first edge meets the photo's
    if held == set(EDGES):
        across = min(max(across, -left), right)
        down = min(max(down, -top), bottom)
        return Crop(left + across, top + down, right - across, bottom - down)
    most = 1 - LEAST_LEFT
    if "left" in held:
        left = min(max(0.0, left + across), most - right)
    if "right" in held:
        right = min(max(0.0, right - across), most - left)
    if "top" in held:
        top = min(max(0.0, top + down), most - bottom)
    if "bottom" in held:
        bottom = min(max(0.0, bottom - down), most - top)
    return Crop(left, top, right, bottom)
