"""Photos and text that fall onto the pages, from other programs or from here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPainter

from desktop.canvas.context import Context
from desktop.canvas.gestures.held_over import HeldOver
from desktop.canvas.gestures.slots import PhotoSlot, slot_at
from desktop.canvas.gestures.text_drop import TextDrop
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.seats import seat_under
from desktop.canvas.shown import Pointer
from desktop.carrying import put_down
from desktop.clipboard import has_text
from desktop.incoming import PHOTO_SUFFIXES, image_in, incoming, take_copy


def _slot_under(context: Context, pointer: Pointer) -> PhotoSlot | None:
    issue = context.session.issue
    return (
        slot_at(issue, context.map, pointer.page, pointer.x, pointer.y)
        if issue is not None
        else None
    )


class DropTarget(HeldOver[PhotoSlot]):
    """Shows where a photo would stand that is held over the pages: a bar over the line."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _slot_under)
        self._is_for_cover = False

    def move(self, pointer: Pointer) -> None:
        """Look for the nearest line, or take the cover."""
        self._is_for_cover = on_cover(self._context, pointer)
        super().move(pointer)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """A bar over the line the photo would begin at; a frame round the cover."""
        if self._is_for_cover:
            frame = self._context.camera.shown(0).paper
            painter.setPen(pen(look.colours.accent, 3.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
            return
        if self.found is None or self.found.page >= len(self._context.pages):
            return
        area = self._context.camera.shown(self.found.page).rect(self.found.area)
        painter.setPen(pen(look.colours.accent, 2.0))
        painter.drawLine(area.topLeft(), area.topRight())
        for x in (area.left(), area.right()):
            painter.fillRect(round(x) - 3, round(area.top()) - 3, 6, 6, look.colours.accent)


def on_cover(context: Context, pointer: Pointer) -> bool:
    """Whether a pointer is over the cover."""
    edition = context.session.edition
    return edition is not None and edition.cover_pages > 0 and pointer.page == 0


def photos_in(data: QMimeData) -> list[Path] | list[QImage]:
    """What is dragged where there are photos in it: paths of files, of those beside the photos too,
    or an image.
    """
    files = list(incoming(data).files)
    if any(path.suffix.lower() in PHOTO_SUFFIXES for path in files):
        return files
    image = image_in(data)
    return [image] if image is not None else []


def _holds_photos(data: QMimeData) -> bool:
    return bool(photos_in(data))


def _holds_text(data: QMimeData) -> bool:
    return not photos_in(data) and has_text(data)


def entered(context: Context, event: QDragEnterEvent) -> None:
    """Take photos, and text where there is an issue; leave everything else to the window."""
    photos = _holds_photos(event.mimeData())
    takes = photos or (context.session.issue is not None and _holds_text(event.mimeData()))
    event.setAccepted(takes)
    if photos:
        event.setDropAction(Qt.DropAction.CopyAction)


def moved(context: Context, event: QDragMoveEvent) -> None:
    """Show where it would stand."""
    pointer = context.camera.pointer(event.position())
    kind = next((kind for kind, holds in HELD.items() if holds(event.mimeData())), None)
    if pointer is None or kind is None:
        event.ignore()
        return
    if not isinstance(context.mouse.gesture, kind):
        context.mouse.begin(kind(context))
    if context.mouse.gesture is not None:
        context.mouse.gesture.move(pointer)
    if kind is DropTarget:
        take_copy(event)
    else:
        event.acceptProposedAction()


def left(context: Context) -> None:
    """It went away again."""
    if isinstance(context.mouse.gesture, tuple(HELD)):
        context.mouse.gesture.cancel()


def dropped(context: Context, event: QDropEvent) -> None:
    """Give photos to the window with the slot they fell on; put text where it fell."""
    pointer = context.camera.pointer(event.position())
    left(context)
    if pointer is None:
        event.ignore()
    elif _holds_text(event.mimeData()):
        _text_dropped(context, event)
    else:
        _photos_dropped(context, event, pointer)


def _photos_dropped(context: Context, event: QDropEvent, pointer: Pointer) -> None:
    if on_cover(context, pointer):
        take_copy(event)
        context.requests.drop_on_cover(photos_in(event.mimeData()))
        return
    slot = _slot_under(context, pointer)
    if slot is None:
        event.ignore()
        return
    take_copy(event)
    context.requests.drop(
        photos_in(event.mimeData()), slot.paragraph.of_article, slot.paragraph.block or 0, slot.line
    )


def _text_dropped(context: Context, event: QDropEvent) -> None:
    # places on the pages are places in the text only where these are its pages; the pointer's page
    # may be gone with them
    context.session.settle()
    pointer = context.camera.pointer(event.position())
    found = seat_under(context, pointer) if pointer is not None else None
    if found is None:
        event.ignore()
        return
    put_down(context.session, event, found[0])
    context.viewport.take_focus()
    # after a move Qt would take the text out of the widget it came from, behind us
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


HELD: dict[type[DropTarget | TextDrop], Callable[[QMimeData], bool]] = {
    DropTarget: _holds_photos,
    TextDrop: _holds_text,
}
"""What shows where something would go that is held over the pages, and which data it is for."""
