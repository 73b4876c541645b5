"""Photos that fall onto the pages from the file manager or out of the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPainter

from desktop.canvas.gestures.slots import Slot, slot_at
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer
from desktop.incoming import PHOTO_SUFFIXES, image_in, incoming
from desktop.selection import Kind
from layouts.issue.places import Place, article_at

if TYPE_CHECKING:
    from desktop.canvas.view import PageView


class DropTarget:
    """Shows where a photo would stand that is held over the pages: a bar over the line."""

    lasts = True
    hides_selection = False

    def __init__(self, view: PageView) -> None:
        self._view = view
        self.slot: Slot | None = None

    def move(self, pointer: Pointer) -> None:
        """Look for the nearest line."""
        self.slot = slot_at(self._view, pointer.page, pointer.x, pointer.y)
        self._view.viewport().update()

    def release(self, pointer: Pointer) -> None:
        """Dropped or gone."""
        self._view.begin(None)

    def cancel(self) -> None:
        """Gone."""
        self._view.begin(None)

    def composed(self) -> None:
        """The next move looks again."""
        self.slot = None

    def paint(self, painter: QPainter) -> None:
        """A bar over the line the photo would begin at."""
        if self.slot is None or self.slot.page >= len(self._view.pages):
            return
        area = self._view.shown(self.slot.page).rect(self.slot.area)
        painter.setPen(pen(self._view.colours.accent, 2.0))
        painter.drawLine(area.topLeft(), area.topRight())
        for x in (area.left(), area.right()):
            painter.fillRect(round(x) - 3, round(area.top()) - 3, 6, 6, self._view.colours.accent)


def photos_in(data: QMimeData) -> list[Path] | list[QImage]:
    """The photos of what is dragged: paths of files, or an image."""
    files = [path for path in incoming(data).files if path.suffix.lower() in PHOTO_SUFFIXES]
    image = image_in(data)
    return files or ([image] if image is not None else [])


def entered(event: QDragEnterEvent) -> None:
    """Take photos, leave everything else to the window."""
    event.setAccepted(bool(photos_in(event.mimeData())))
    if event.isAccepted():
        event.setDropAction(Qt.DropAction.CopyAction)


def moved(view: PageView, event: QDragMoveEvent) -> None:
    """Show where they would stand."""
    pointer = view.pointer(event.position())
    if pointer is None or not photos_in(event.mimeData()):
        event.ignore()
        return
    if not isinstance(view.gesture, DropTarget):
        view.begin(DropTarget(view))
    if view.gesture is not None:
        view.gesture.move(pointer)
    event.acceptProposedAction()


def left(view: PageView) -> None:
    """They went away again."""
    if isinstance(view.gesture, DropTarget):
        view.begin(None)


def dropped(view: PageView, event: QDropEvent) -> None:
    """Give them to the window with the slot they fell on."""
    pointer = view.pointer(event.position())
    left(view)
    slot = slot_at(view, pointer.page, pointer.x, pointer.y) if pointer is not None else None
    if slot is None:
        event.ignore()
        return
    event.acceptProposedAction()
    view.photos_dropped.emit(photos_in(event.mimeData()), slot.paragraph.of_article, slot.paragraph.block or 0, slot.line)


def block_for_photos(view: PageView) -> Place | None:
    """The block that pasted photos stand before: that of the caret, the first of an article, behind all for a by-line."""
    selection, issue = view.session.selection, view.session.issue
    place = selection.place
    if issue is None or place is None or place.article is None:
        return None
    block = place.block if selection.kind in {Kind.TEXT, Kind.PHOTO} and place.block is not None and place.block >= 0 else 0
    if place.block is not None and place.block < -1:
        block = len(article_at(issue, place).blocks)
    return Place(place.section, place.article, block)
