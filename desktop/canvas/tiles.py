"""Pages as images: painted as they come into view, mended where a page changes, forgotten when
memory runs out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor, inf
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.changes import bands, changed_areas
from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.canvas.shapes import extent
from layouts.page.page import Page

MOST_BYTES = 120 << 20
"""What all images of pages may take together: thirty A4 pages at 100 %."""

WHOLE = 2560
"""A page no longer than so many pixels is one image: A4 at 100 % on a screen of double density is
2,246 pixels high.
"""

TILE = 1024
"""Pixels across and down the parts of a larger one."""

STRIP = 256
"""Pixels down a page to the next place where painting may stop: what is out of view waits until it
is seen, or until nobody types.
"""

MARGIN = 2
"""Pixels around what has changed: what smoothing and the atlas may have touched."""

_BYTES_A_PIXEL = 4


class Tile(NamedTuple):
    """A page or a part of it: where its top left corner stands, in logical pixels from that of the
    page, and its image.
    """

    at: QPointF
    pixmap: QPixmap


class _TileKey(NamedTuple):
    page: int  # its id; the image holds on to the page, so that no other gets the same
    pixels: float  # of the screen, per point
    left: int
    top: int


@dataclass
class _Image:
    """The image of an area of a page, in pixels of the screen; `dirty` areas (points) are painted
    again before it is shown.
    """

    page: Page
    area: QRect
    pixmap: QPixmap
    dirty: list[QRectF] = field(default_factory=list[QRectF])

    @property
    def bytes(self) -> int:
        return self.area.width() * self.area.height() * _BYTES_A_PIXEL


class PageImages(QObject):
    """The images of pages.

    A `scale` is in logical pixels per point, a `ratio` in pixels of the screen per logical pixel.

    `renewed` says that photos have arrived: what shows pages should paint itself again.
    """

    renewed = Signal()

    def __init__(
        self,
        painter: PagePainter,
        pictures: PictureStore,
        most_bytes: int = MOST_BYTES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._painter = painter
        self._pictures = pictures
        self._most_bytes = most_bytes
        self._images: OrderedDict[_TileKey, _Image] = OrderedDict()  # the one shown last at the end
        pictures.ready.connect(self._take_photo)

    def image(self, page: Page, scale: float, ratio: float = 1.0) -> QPixmap:
        """A whole page; drawn at a point it fills the page's place.

        One that would be too large for one image is not sharp: see `tiles`.
        """
        pixels = min(scale * ratio, WHOLE / max(page.width, page.height))
        area = _page_area(page, pixels)
        return self._sharp(page, pixels, area, pixels / scale, area)

    def tiles(self, page: Page, scale: float, ratio: float, exposed: QRectF) -> list[Tile]:
        """Images of a page, sharp in all that is in `exposed`, logical pixels from its corner: one,
        or several where it is large.
        """
        pixels = scale * ratio
        area = _page_area(page, pixels)
        seen = _grown(exposed, ratio, 0).intersected(area)
        if max(area.width(), area.height()) <= WHOLE:
            return [Tile(QPointF(0, 0), self._sharp(page, pixels, area, ratio, seen))]
        corners = [
            (left, top)
            # corners lie on multiples of TILE, wherever one looks: the same tiles come again
            for top in range(seen.top() // TILE * TILE, seen.bottom() + 1, TILE)
            for left in range(seen.left() // TILE * TILE, seen.right() + 1, TILE)
        ]
        return [
            Tile(
                QPointF(left / ratio, top / ratio),
                self._sharp(
                    page, pixels, QRect(left, top, TILE, TILE).intersected(area), ratio, seen
                ),
            )
            for left, top in corners
        ]

    def draw(
        self,
        painter: QPainter,
        page: Page,
        at: QPointF,
        scale: float,
        exposed: QRectF,
        zooming: bool = False,
    ) -> None:
        """Draw a page with its corner at a point, as much of it as is in `exposed`; logical pixels
        of the painter.

        While `zooming`, images of another size are drawn enlarged or reduced: nothing is painted
        that would be thrown away at once.
        """
        ratio = painter.device().devicePixelRatioF()
        if zooming:
            self._draw_stale(painter, page, at, scale, ratio, exposed)
            return
        for tile in self.tiles(page, scale, ratio, exposed.translated(-at)):
            painter.drawPixmap(at + tile.at, tile.pixmap)

    def prepare(self, page: Page, scale: float, ratio: float) -> bool:
        """Paint one strip more of a page that may soon be seen; False where there is nothing left
        to do, or no room for it.
        """
        pixels = scale * ratio
        area = _page_area(page, pixels)
        image = self._images.get(_TileKey(id(page), pixels, 0, 0))
        if max(area.width(), area.height()) > WHOLE or (image is not None and not image.dirty):
            return False
        if image is None:
            if self.bytes_held + area.width() * area.height() * _BYTES_A_PIXEL > self._most_bytes:
                return False
            image = self._made(page, pixels, area)
        # what is above it is painted already; `_mend` takes the whole strip that this row is in
        first = min(dirty.top() for dirty in image.dirty) * pixels
        self._mend(image, pixels, QRect(0, 0, area.width(), floor(first + 0.5) + 1))
        return True

    def update(self, old: Page, new: Page) -> None:
        """A page stands where another stood: its images become the new one's, and what is different
        is painted again when it is shown.
        """
        if old is new:
            return
        keys = [key for key in self._images if key.page == id(old)]
        if (old.width, old.height) != (new.width, new.height):
            self._forget(keys)
            return
        areas = changed_areas(old, new, self._painter.catalogue) if keys else []
        for key in keys:
            image = self._images.pop(key)
            image.page = new
            image.dirty = bands([*image.dirty, *areas])
            self._images[key._replace(page=id(new))] = image

    def keep(self, pages: Iterable[Page]) -> None:
        """Forget all pages but these."""
        kept = set(map(id, pages))
        self._forget([key for key in self._images if key.page not in kept])

    def forget(self) -> None:
        """Forget all pages: they are painted in other colours from now on."""
        self._images.clear()

    @property
    def bytes_held(self) -> int:
        """What all images take now."""
        return sum(image.bytes for image in self._images.values())

    def _sharp(self, page: Page, pixels: float, area: QRect, ratio: float, seen: QRect) -> QPixmap:
        """The image of an area, painted where it is seen (pixels of the page)."""
        key = _TileKey(id(page), pixels, area.left(), area.top())
        image = self._images.get(key)
        if image is None:
            image = self._made(page, pixels, area)
            self._make_room()
        self._images.move_to_end(key)
        if image.dirty:
            self._mend(image, pixels, seen)
        # `_mend` leaves it at 1, and an image may serve screens of two ratios
        image.pixmap.setDevicePixelRatio(ratio)
        return image.pixmap

    def _made(self, page: Page, pixels: float, area: QRect) -> _Image:
        image = _Image(page, area, QPixmap(area.size()), [_in_points(area, pixels)])
        image.pixmap.fill(Qt.GlobalColor.white)
        self._images[_TileKey(id(page), pixels, area.left(), area.top())] = image
        return image

    def _mend(self, image: _Image, pixels: float, seen: QRect) -> None:
        """Paint what is dirty in the strips that are seen, whole pixels, so that nothing shows
        where the new begins.
        """
        top, bottom = seen.top() // STRIP * STRIP, (seen.bottom() // STRIP + 1) * STRIP
        whole = _in_points(image.area, pixels)
        dirty = [part for area in image.dirty if not (part := area.intersected(whole)).isEmpty()]
        due, later = _parted(dirty, top / pixels, bottom / pixels)
        # so much more is painted around each area, below: what that touches counts too
        due = _uncut(due, image.page, (MARGIN + 1) / pixels)
        image.dirty = _without(later, due)
        if not due:
            return
        # while it is mended one unit is one pixel
        image.pixmap.setDevicePixelRatio(1)
        painter = QPainter(image.pixmap)
        painter.translate(-image.area.topLeft())
        for part in due:
            area = _grown(part, pixels, MARGIN).intersected(image.area)
            if not area.isEmpty():
                # of whole pixels, so that what is painted ends where they do
                painter.setClipRect(area)
                painter.fillRect(area, Qt.GlobalColor.white)
                painter.save()
                painter.scale(pixels, pixels)
                self._painter.paint(
                    painter,
                    image.page,
                    self._pictures,
                    # a pixel more is painted than shows: rounding to points leaves no gap
                    _in_points(area.adjusted(-1, -1, 1, 1), pixels),
                )
                painter.restore()
        painter.end()

    def _draw_stale(
        self,
        painter: QPainter,
        page: Page,
        at: QPointF,
        scale: float,
        ratio: float,
        exposed: QRectF,
    ) -> None:
        """Draw the images there are, the ones of the nearest size on top; one of the whole page is
        made if there is none.
        """
        if not any(
            key.page == id(page) and image.area == _page_area(page, key.pixels)
            for key, image in self._images.items()
        ):
            self.image(page, scale, ratio)
        found = [(key.pixels, image) for key, image in self._images.items() if key.page == id(page)]
        # the nearest size last, on top
        found.sort(key=lambda entry: -abs(entry[0] - scale * ratio))
        # what lies under an image of the whole page is not seen
        whole = max(
            k for k, (pixels, image) in enumerate(found) if image.area == _page_area(page, pixels)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for pixels, image in found[whole:]:
            if image.dirty:
                self._mend(
                    image,
                    pixels,
                    _grown(exposed.translated(-at), pixels / scale, 0).intersected(image.area),
                )
            factor, area = scale / pixels, QRectF(image.area)
            target = QRectF(
                area.x() * factor, area.y() * factor, area.width() * factor, area.height() * factor
            ).translated(at)
            painter.drawPixmap(
                target, image.pixmap, QRectF(QRect(0, 0, image.area.width(), image.area.height()))
            )
        painter.restore()

    def _take_photo(self, path: str) -> None:
        """A photo has arrived: its places are dirty wherever they are shown."""
        shown = False
        for image in self._images.values():
            pictures = [picture for picture in image.page.pictures if picture.path == path]
            if pictures:
                image.dirty = bands(
                    [
                        *image.dirty,
                        *(extent(picture, self._painter.catalogue) for picture in pictures),
                    ]
                )
                shown = True
        if shown:
            self.renewed.emit()

    def _make_room(self) -> None:
        """Forget the images not shown for the longest time, never the one just made."""
        # summed once, then counted down
        held = self.bytes_held
        while held > self._most_bytes and len(self._images) > 1:
            _, image = self._images.popitem(last=False)
            held -= image.bytes

    def _forget(self, keys: Iterable[_TileKey]) -> None:
        for key in keys:
            del self._images[key]


def _page_area(page: Page, pixels: float) -> QRect:
    return QRect(0, 0, ceil(page.width * pixels), ceil(page.height * pixels))


def _in_points(area: QRect, pixels: float) -> QRectF:
    return QRectF(
        area.x() / pixels, area.y() / pixels, area.width() / pixels, area.height() / pixels
    )


def _parted(dirty: list[QRectF], top: float, bottom: float) -> tuple[list[QRectF], list[QRectF]]:
    """Areas cut at two heights: what lies between them, and what lies above and below."""
    between: list[QRectF] = []
    beyond: list[QRectF] = []
    for area in dirty:
        for low, high, found in (
            (-inf, top, beyond),
            (top, bottom, between),
            (bottom, inf, beyond),
        ):
            head, foot = max(area.top(), low), min(area.bottom(), high)
            if head < foot:
                found.append(QRectF(area.left(), head, area.width(), foot - head))
    return between, beyond


def _without(areas: list[QRectF], painted: list[QRectF]) -> list[QRectF]:
    """Areas without what was painted across all their width."""
    for done in painted:
        parts: list[QRectF] = []
        for area in areas:
            across = done.left() <= area.left() and area.right() <= done.right()
            parts += _parted([area], done.top(), done.bottom())[1] if across else [area]
        areas = parts
    return areas


def _uncut(dirty: list[QRectF], page: Page, around: float) -> list[QRectF]:
    """Areas that touch a picture grown to hold all of it: how Qt smooths a row of pixels depends by
    a hair on where it begins.
    """
    frames = [
        QRectF(picture.x, picture.y, picture.width, picture.height).adjusted(
            -around, -around, around, around
        )
        for picture in page.pictures
    ]
    while cut := [
        frame
        for frame in frames
        if any(area.intersects(frame) and not area.contains(frame) for area in dirty)
    ]:
        dirty = bands([*dirty, *cut])
    return dirty


def _grown(area: QRectF, factor: float, margin: int) -> QRect:
    """The whole pixels that hold an area enlarged by a factor, and some around it."""
    left, top = floor(area.left() * factor) - margin, floor(area.top() * factor) - margin
    right, bottom = ceil(area.right() * factor) + margin, ceil(area.bottom() * factor) + margin
    return QRect(left, top, right - left, bottom - top)
