"""A photo dragged to any line of any paragraph, into a row of photos and out of one: the text flows
while it moves.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_edit import HeldEdit
from desktop.canvas.gestures.place_zones import mark_of, paragraph_for, zone_at
from desktop.canvas.gestures.scroll_edge import EdgeScroller
from desktop.canvas.gestures.slots import side_at, slot_at
from desktop.canvas.labels import moved_label, paint_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.photo_row import RowSlot, is_selected_whole, row_frame, row_slot_at
from desktop.canvas.photos import thumbnail
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.where import photo_at
from desktop.photo_places import across_at
from desktop.photo_sides import sides_of
from desktop.selection import of_photo
from desktop.words import tr
from layouts.issue.edits import (
    Edited,
    in_row,
    join_row,
    leave_row,
    move_photo,
    set_photo_place,
)
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.places import Place
from layouts.page.item import Picture

CORRECTIONS = 3
"""Text that closes up behind a photo moves the line under the pointer; so often the slot is asked
for again once the pointer rests.
"""

RESTS = 80
"""Milliseconds without a move after which the pointer rests: while it moves, the next step puts
right what this one left.
"""

KEEPS_SIDE = 2.0
"""Em the pointer may stray sideways before the side follows it."""

GHOST = 0.45

BAR = 3.0
"""Of the line that shows where in a row a photo would stand, logical pixels."""


class PhotoDrag:
    """Press on a photo and move. One step of undo; Esc gives back what was before."""

    lasts = False
    hides_selection = True

    def __init__(
        self, context: Context, pressed: Pointer, sheet: ShownPage, picture: Picture, place: Place
    ) -> None:
        self._context = context
        self._session = context.session
        self._place = place
        self._with_row = is_selected_whole(context.session.issue, context.session.selection, place)
        self._begun = (context.session.issue, tuple(context.pages), place)
        """What the photo was dragged out of: in it, others stand where the editor saw them."""
        self._mark: RowSlot | None = None
        self._grab = QPointF(pressed.x - picture.x, pressed.y - picture.y)
        self._size = QSizeF(picture.width, picture.height)
        self._start_x = pressed.x
        self._side: Side | None = None
        self._zone: PhotoPlace | None = None
        self._offered: tuple[int, PhotoPlace] | None = None
        self._pointer = pressed
        self._corrections = 0
        self._rest = QTimer(context.viewport.owner, singleShot=True, interval=RESTS)
        self._rest.timeout.connect(self._correct)
        self._picture, self._width = picture, sheet.picture(picture).width()
        self._ghost: QPixmap | None = (
            None  # what the picture shows, painted as it was when the drag began
        )
        self._edge = EdgeScroller(context.camera, context.viewport, self.move)
        context.viewport.set_cursor(Qt.CursorShape.ClosedHandCursor)
        self._held = HeldEdit(context, tr("移动图片"))

    def move(self, pointer: Pointer) -> None:
        """Let the photo stand at the line its top is nearest to."""
        self._pointer = pointer
        self._corrections = 0
        self._rest.stop()
        self._edge.follow(pointer)
        self._step()
        self._context.viewport.update()

    def _step(self) -> None:
        """One step, of the newest pages: where they are still being made, after them."""
        session = self._session
        waits = self._held.must_wait()
        issue = session.issue
        photo = photo_at(issue, self._place)
        if waits or issue is None or photo is None:
            return
        pointer, now = self._pointer, self._context.photo()
        layout = session.layout
        self._zone = None
        if self._stays(issue):
            return
        self._zone = zone_at(layout.grid, pointer.y) if layout is not None else None
        if self._zone is not None:
            self._offer(issue, photo, self._zone)
            return
        # the middle of the line that the photo's top is on, not its upper edge
        half = layout.grid.size / 2 if layout is not None else 0.0
        top, moving = pointer.y - self._grab.y() + half, now[1] if now is not None else None
        self._offered = None
        slot = slot_at(issue, self._context.map, pointer.page, pointer.x, top, moving)
        if slot is None:
            return
        side = self._side_now(photo.side, 2 * half)
        paragraph = slot.paragraph
        left = self._out_of_row(issue)
        edited = move_photo(
            left.issue,
            left.place or self._place,
            paragraph.of_article,
            paragraph.block or 0,
            slot.line,
            side,
        )
        edited = sides_of(session).fitted(edited, photo)
        if edited.place is not None and photo.place is not PhotoPlace.TEXT:
            edited = set_photo_place(edited.issue, edited.place, PhotoPlace.TEXT)
        if edited.place is None or (edited.issue is issue and edited.place == self._place):
            return
        self._place = edited.place
        self._held.do(edited.issue, of_photo(edited.place))

    def _out_of_row(self, issue: Issue) -> Edited:
        """The photo alone, where it is not dragged with its row."""
        if self._with_row or not in_row(issue, self._place):
            return Edited(issue, self._place)
        return leave_row(issue, self._place)

    def _stays(self, issue: Issue) -> bool:
        """Whether the photo stays where it is: over the place in a row that it is to join when it
        is let go, or still over its own row.
        """
        if self._with_row:
            return False
        pages, pointer = self._context.pages, self._pointer
        at = pointer.x, pointer.y
        self._mark = row_slot_at(issue, pages, pointer.page, at, self._place)
        if self._mark is None:
            self._mark = self._where_it_stood(issue, at)
        if self._mark is not None or not in_row(issue, self._place):
            return self._mark is not None
        found = row_frame(issue, pages, self._place)
        return found is not None and found[0] == pointer.page and found[1].holds(*at)

    def _where_it_stood(self, issue: Issue, at: tuple[float, float]) -> RowSlot | None:
        """The place in a row at the edge of a photo that the drag has moved away from the pointer:
        all stands as it stood then.
        """
        begun, pages, place = self._begun
        if begun is None or begun is issue:
            return None
        mark = row_slot_at(begun, pages, self._pointer.page, at, place)
        if mark is not None:
            self._place, self._offered = place, None
            self._held.do(begun, of_photo(place))
        return mark

    def _offer(self, issue: Issue, photo: Photo, zone: PhotoPlace) -> None:
        """Stand the photo at the head or foot of the page that it is held over."""
        at = (self._pointer.page, zone)
        paragraph = paragraph_for(issue, self._context.map, *at)
        if paragraph is None or at == self._offered:
            return
        self._offered = at
        left = self._out_of_row(issue)
        edited = move_photo(
            left.issue,
            left.place or self._place,
            paragraph.of_article,
            paragraph.block or 0,
            0,
            photo.side,
        )
        place = edited.place or self._place
        edited = set_photo_place(edited.issue, place, zone, across_at(photo, zone))
        self._place = place
        self._held.do(edited.issue, of_photo(place))

    def _side_now(self, side: Side, em: float) -> Side:
        """The side that follows the pointer; a photo across the column stays so until it is moved
        sideways.
        """
        if self._side is None and abs(self._pointer.x - self._start_x) < KEEPS_SIDE * em:
            return side
        self._side = side_at(self._context.columns, self._pointer.x)
        return self._side

    def composed(self) -> None:
        """Go on where the pointer went meanwhile; once it rests, look again whether the text moved
        under it.
        """
        if self._held.waiting:
            self._step()
        elif self._corrections < CORRECTIONS:
            self._rest.start()

    def _correct(self) -> None:
        self._corrections += 1
        self._step()

    def release(self, pointer: Pointer) -> None:
        """The photo stays where it stands."""
        # a step is still owed: done before the photo is let go
        if (self._held.waiting or self._rest.isActive()) and self._session.settle():
            self._step()
        self._join()
        self._tidy()
        self._held.let_go()

    def _join(self) -> None:
        """Let the photo join the row that it was held over."""
        issue, mark = self._session.issue, self._mark
        if issue is None or mark is None:
            return
        edited = join_row(issue, self._place, mark.beside, after=mark.after)
        if edited.issue is not issue and edited.place is not None:
            self._held.do(edited.issue, of_photo(edited.place), tr("并排图片"))

    def cancel(self) -> None:
        """As if the photo had not been touched: the merged step takes itself away."""
        self._tidy()
        self._held.give_back()

    def _tidy(self) -> None:
        self._rest.stop()
        # it belongs to the widget, which outlives many drags
        self._rest.deleteLater()
        self._edge.stop()
        self._context.viewport.set_cursor(None)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """The photo under the pointer, faint, and the frame and label of where it stands."""
        context, issue = self._context, self._session.issue
        now, photo = context.photo(), photo_at(issue, self._place)
        scale = context.camera.scale
        corner = self._pointer.at - self._grab * scale
        if self._ghost is None:
            self._ghost = thumbnail(look.surface.pictures, self._picture, self._width * look.ratio)
        painter.setOpacity(GHOST)
        painter.drawPixmap(
            QRectF(corner, self._size * scale), self._ghost, QRectF(self._ghost.rect())
        )
        painter.setOpacity(1.0)
        layout = self._session.layout
        if self._zone is not None and layout is not None:
            mark = context.camera.shown(self._pointer.page).rect(mark_of(layout.grid, self._zone))
            painter.setPen(pen(look.colours.accent, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(mark)
        if self._mark is not None and self._mark.page < len(context.pages):
            _paint_slot(painter, look, context.camera.shown(self._mark.page).rect(self._mark.bar))
        elif now is not None and issue is not None and photo is not None and layout is not None:
            label = moved_label(layout, issue, self._place, photo, now[1])
            _paint_target(painter, look, now[0].picture(now[1]), label)


def _paint_slot(painter: QPainter, look: OverlayStyle, bar: QRectF) -> None:
    """A bar beside the photo that another joins."""
    painter.fillRect(bar.adjusted(-BAR / 2, 0.0, BAR / 2, 0.0), look.colours.accent)
    for y in (bar.top(), bar.bottom()):
        end = QRectF(bar.left() - BAR, y - BAR, 2 * BAR, 2 * BAR)
        painter.fillRect(end, look.colours.accent)


def _paint_target(painter: QPainter, look: OverlayStyle, area: QRectF, text: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(look.colours.accent, 1.5))
    painter.drawRect(area)
    paint_label(painter, text, area, look)
