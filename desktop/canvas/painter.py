"""The painter of pages: the display list in Qt, glyph by glyph where the PDF has them (see
`layouts.page.pen`).
"""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QTransform

from desktop.canvas.atlas import Atlas, AtlasPen
from desktop.canvas.inked import InkedImages
from desktop.canvas.outlines import OutlinePen, Outlines, colour
from desktop.canvas.pictures import PictureStore
from desktop.canvas.placeholder import paint_missing, paint_waiting
from desktop.canvas.proofing import PageProof, ProofPen
from desktop.canvas.shapes import SLACK, extent, fill_path, rule_path
from desktop.canvas.sinks import GlyphSink
from desktop.words import spoken
from fonts.catalogue import Catalogue
from fonts.face import Face
from layouts.errors import PhotoError
from layouts.page.item import ArtShape, Box, GlyphRun, Ink, Picture, Rule
from layouts.page.page import Page, under_lines
from layouts.page.pen import pen_positions
from layouts.page.turning import off_paper, upright_of
from layouts.photo_tone import AS_IT_IS, PhotoTone

POINTS_PER_INCH = 72.0
METRES_PER_INCH = 0.0254


class PhotoImages(Protocol):
    """What pictures are asked of: see PictureStore."""

    def photo(
        self, path: str, width: float, tone: PhotoTone = AS_IT_IS
    ) -> QImage | PhotoError | None:
        """A photo in a tone, for a place where all of it would be `width` pixels wide; None while
        it is being read.
        """
        ...


class PagePainter:
    """Paints pages, in points, on whatever a QPainter paints on.

    It keeps the glyphs painted so far, so one is made for many pages.

    One painter for each thread. `proof` is what takes inks and photos into other colours, None
    where they are shown as they are.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.proof: PageProof | None = None
        self._outlines = Outlines()
        self._atlas = Atlas()
        self._own_photos: PictureStore | None = None
        self._inked = InkedImages()

    def paint(
        self,
        painter: QPainter,
        page: Page,
        pictures: PhotoImages | None = None,
        clip: QRectF | None = None,
    ) -> None:
        """Paint a page, its paper aside; the painter's transform leads from points to pixels.

        Nothing is painted outside `clip` (points).

        On pixels, glyphs stand within an eighth of one of their place, or a fourth where they are
        large. Without a store of pictures all photos are read at once.
        """
        if is_straight(painter):
            pen = AtlasPen(self._atlas, self._outlines, painter)
            self._paint(painter, page, pictures, clip, pen)
        else:
            self.paint_for_print(painter, page, pictures, clip)

    def paint_for_print(
        self,
        painter: QPainter,
        page: Page,
        pictures: PhotoImages | None = None,
        clip: QRectF | None = None,
    ) -> None:
        """The same from outlines: exact on pixels, vectors on paper."""
        self._paint(painter, page, pictures, clip, OutlinePen(self._outlines, painter))

    def page_image(self, page: Page, dpi: float, pictures: PhotoImages | None = None) -> QImage:
        """A page on white paper, exact, as an image that knows its resolution."""
        scale = dpi / POINTS_PER_INCH
        image = QImage(
            round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32
        )
        image.fill(Qt.GlobalColor.white)
        image.setDotsPerMeterX(round(dpi / METRES_PER_INCH))
        image.setDotsPerMeterY(round(dpi / METRES_PER_INCH))
        painter = QPainter(image)
        painter.scale(scale, scale)
        self.paint_for_print(painter, page, pictures)
        painter.end()
        return image

    def draw_glyphs(self, page: Page, sink: GlyphSink, clip: QRectF | None = None) -> None:
        """Hand every glyph of a page to a sink, in painting order; those that leave no ink in
        `clip` may be left out.
        """
        for line in page.lines:
            for run in line.runs:
                face = self.catalogue.face(run.face)
                if clip is None:
                    sink.glyphs(
                        face,
                        run.size,
                        run.ink,
                        [*map(ord, run.glyphs)],
                        pen_positions(run, face),
                        run.y,
                    )
                elif reaches(run, face, clip):
                    glyphs, xs = inside(run, face, clip)
                    sink.glyphs(face, run.size, run.ink, glyphs, xs, run.y)

    def _paint(
        self,
        painter: QPainter,
        page: Page,
        pictures: PhotoImages | None,
        clip: QRectF | None,
        pen: GlyphSink,
    ) -> None:
        if page.turned:
            painter.save()
            painter.translate(0.0, page.height)
            painter.rotate(-90.0)
            inside = None if clip is None else _turned(clip, page)
            outlines = OutlinePen(self._outlines, painter)
            self._paint_items(painter, page, pictures, inside, outlines)
            painter.restore()
        self._paint_items(painter, upright_of(page), pictures, clip, pen)

    def _paint_items(
        self,
        painter: QPainter,
        page: Page,
        pictures: PhotoImages | None,
        clip: QRectF | None,
        pen: GlyphSink,
    ) -> None:
        proof = self.proof
        if proof is not None:
            pen = ProofPen(pen, proof)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if clip is not None:
            painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        for item in under_lines(page):
            if clip is None or clip.intersects(extent(item, self.catalogue)):
                match item:
                    case Box():
                        painter.fillRect(
                            QRectF(item.x, item.y, item.width, item.height), self._colour(item.ink)
                        )
                    case Picture():
                        self._paint_picture(painter, item, pictures or self._photos(), pen)
                    case Rule():
                        painter.fillPath(rule_path(item), self._colour(item.ink))
                    case ArtShape():
                        for fill in item.fills:
                            painter.fillPath(fill_path(fill), self._colour(fill.ink))
        self.draw_glyphs(page, pen, clip)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, picture: Picture, pictures: PhotoImages, pen: GlyphSink
    ) -> None:
        if picture.missing is not None:
            paint_missing(painter, picture, spoken(picture.missing), self.catalogue, pen)
            return
        left, top, right, bottom = picture.crop
        across, down = 1 - left - right, 1 - top - bottom
        frame = QRectF(picture.x, picture.y, picture.width, picture.height)
        # the whole photo's width, of which the frame shows a part
        pixels = pixels_per_point(painter.combinedTransform())
        photo = pictures.photo(picture.path, picture.width / across * pixels, picture.tone)
        if isinstance(photo, QImage):
            if picture.ink is not None:
                photo = self._inked.image(photo, self._colour(picture.ink))
            elif self.proof is not None:
                photo = self.proof.photo(photo)
            width, height = photo.width(), photo.height()
            shown = steady(across * width, frame.width() * pixels)
            painter.drawImage(
                frame, photo, QRectF(left * width, top * height, shown, down * height)
            )
        elif photo is None:
            paint_waiting(painter, frame)
        else:
            why = spoken(photo).replace(picture.path, Path(picture.path).name)
            paint_missing(painter, picture, why, self.catalogue, pen)

    def _colour(self, ink: Ink) -> QColor:
        return colour(ink if self.proof is None else self.proof.ink(ink))

    def _photos(self) -> PhotoImages:
        if self._own_photos is None:
            self._own_photos = PictureStore(load_now=True)
        return self._own_photos


def _turned(clip: QRectF, page: Page) -> QRectF:
    """A rectangle of the paper among the items of a page that is turned."""
    corners = [off_paper(page, at.x(), at.y()) for at in (clip.bottomLeft(), clip.topRight())]
    return QRectF(QPointF(*corners[0]), QPointF(*corners[1]))


def pixels_per_point(transform: QTransform) -> float:
    """How much a transform enlarges, whichever way it turns."""
    return sqrt(abs(transform.determinant()))


def is_straight(painter: QPainter) -> bool:
    """Whether a painter has pixels and puts pages on them upright, as wide as high: then glyphs can
    be copied.
    """
    transform = painter.combinedTransform()
    # types are ordered by what they can do: neither turned nor sheared, nor mirrored
    if transform.type().value > QTransform.TransformationType.TxScale.value or transform.m11() <= 0:
        return False
    return (
        abs(transform.m11() - transform.m22()) < 1e-9
        and painter.paintEngine().type() == QPaintEngine.Type.Raster
    )


def reaches(run: GlyphRun, face: Face, clip: QRectF) -> bool:
    """Whether the ink of a run may be at the height of a rectangle."""
    box, size = face.bounds, run.size
    return (
        run.y - (box.top + SLACK) * size < clip.bottom()
        and run.y - (box.bottom - SLACK) * size > clip.top()
    )


def inside(run: GlyphRun, face: Face, clip: QRectF) -> tuple[list[int], list[float]]:
    """The glyphs of a run, and where they stand, whose ink may be between the left and the right of
    a rectangle.
    """
    box, xs = face.bounds, pen_positions(run, face)
    left, right = (
        clip.left() - (box.right + SLACK) * run.size,
        clip.right() - (box.left - SLACK) * run.size,
    )
    # without kerns the first and last glyph stand furthest out
    if xs and left < xs[0] and xs[-1] < right and not run.kerns:
        return [*map(ord, run.glyphs)], xs
    kept = [k for k, x in enumerate(xs) if left < x < right]
    return [ord(run.glyphs[k]) for k in kept], [xs[k] for k in kept]


STEPS_A_PIXEL = 1 << 16
"""Of an image, in which Qt counts on from pixel to pixel of the screen."""

OVER = 1e-6
"""What a whole number of steps is raised by, so that it is not taken for one less."""


def steady(width: float, pixels: float) -> float:
    """A width of an image about as large that is drawn over so many pixels of the screen in whole
    steps: what is left over would add up from wherever painting begins, and differ from tile to
    tile. One that is drawn pixel for pixel stays as it is.
    """
    steps = round(width / pixels * STEPS_A_PIXEL) if pixels else 0
    if steps in {0, STEPS_A_PIXEL}:
        return width
    return (steps + OVER) / STEPS_A_PIXEL * pixels
