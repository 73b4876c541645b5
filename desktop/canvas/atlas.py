"""Glyphs kept as small pictures, so that a page of text is painted by copying them.

A glyph is drawn once for every quarter of a pixel at which it may stand, across and down: as exact
as can be seen. Copying it takes a fortieth of the time that filling its outline takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.canvas.outlines import OutlinePen, Outlines, colour
from fonts.face import Face
from fonts.raster import GlyphRaster, padded
from layouts.page.item import Ink

LARGEST = 96.0
"""Type larger than so many pixels is painted from outlines: it is rare and would fill the atlas."""

COARSE = 32.0
"""From this size on half pixels are as fine for the strokes of a glyph as quarters are below it."""

MOST_BYTES = 48 << 20
"""An atlas that has grown beyond this is begun anew: a long issue at one zoom takes a third of
it.
"""

OVERHEAD = 400
"""Bytes that Qt and Python add to the pixels of a cell."""

Cell = tuple[QImage, int, int] | None
"""A glyph's picture and its left and top edge relative to the pixel in which the glyph's origin is;
None for a blank.
"""

Cells = dict[int, Cell]
"""The pictures of one face at one size in one colour, by glyph × 16 + four times the steps down +
the steps across.
"""


class Atlas:
    """The glyph pictures of all pages painted so far."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._raster = GlyphRaster()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._cells: dict[tuple[str, float, Ink], Cells] = {}

    def cells(self, face: Face, em: float, ink: Ink) -> Cells:
        """The pictures of a face at `em` pixels, to be looked up by key; those that are not there
        are to be drawn.
        """
        key = (face.key, em, ink)
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = {}
        return found

    def draw(self, face: Face, key: int, em: float, ink: Ink) -> Cell:
        """Draw a picture; its key says of which glyph and where in its pixel."""
        glyph, steps = key >> 4, steps_of(em)
        box = face.ink(glyph)
        if not any(box):
            return None
        left, top = floor(box.left * em), floor(-box.top * em)
        # Steps may push a glyph by up to three quarters of a pixel.
        width, height = ceil(box.right * em + 0.75) - left, ceil(-box.bottom * em + 0.75) - top
        at = (key & 3) / steps - left, (key >> 2 & 3) / steps - top
        pixels = self._raster.coverage(face, glyph, em, at, (width, height))
        picture = QImage(pixels, width, height, padded(width), QImage.Format.Format_Alpha8)
        # what Qt copies fastest
        picture = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        # coverage is black as it is
        if any(ink.rgb):
            _tint(picture, ink)
        self._bytes += picture.sizeInBytes() + OVERHEAD
        return picture, left, top

    def trim(self) -> None:
        """Begin anew where the atlas has grown too large; not while a pen holds cells."""
        if self._bytes > self._most_bytes:
            self._cells.clear()
            self._bytes = 0


def steps_of(em: float) -> int:
    """Into how many places for glyphs a pixel is divided, for type of `em` pixels."""
    return 4 if em < COARSE else 2


def _tint(picture: QImage, ink: Ink) -> None:
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour(ink))
    painter.end()


class AtlasPen:
    """A sink that copies glyphs from an atlas.

    The painter's transform must be a scale, the same across and down, and a shift, and what it
    paints on must have pixels.
    """

    def __init__(self, atlas: Atlas, outlines: Outlines, painter: QPainter) -> None:
        # now, before this pen holds any cells
        atlas.trim()
        self._atlas = atlas
        self._painter = painter
        self._large = OutlinePen(outlines, painter)
        self._page = painter.worldTransform()
        self._device = painter.combinedTransform()
        # with this one the painter counts pixels, whatever the ratio of the screen
        self._pixels = _undone(self._device) * self._page

    def glyphs(
        self,
        face: Face,
        size: float,
        ink: Ink,
        glyphs: Sequence[int],
        xs: Sequence[float],
        y: float,
    ) -> None:
        """Paint one run; see GlyphSink."""
        scale = self._device.m11()
        em = size * scale
        if em > LARGEST:
            self._large.glyphs(face, size, ink, glyphs, xs, y)
            return
        cells, steps, copy = self._atlas.cells(face, em, ink), steps_of(em), self._painter.drawImage
        # whole pixels of the screen, and the steps that are left
        row, down = divmod(floor((y * scale + self._device.dy()) * steps + 0.5), steps)
        scale, shift = scale * steps, self._device.dx() * steps + 0.5
        # steps are powers of two: a shift and a mask do for each glyph what divmod does
        bits, part, down = steps.bit_length() - 1, steps - 1, down << 2
        self._painter.setWorldTransform(self._pixels)
        for glyph, x in zip(glyphs, xs, strict=True):
            column = floor(x * scale + shift)
            key = glyph << 4 | down | column & part
            # nearly always there: asked for once a glyph, at every place it may stand
            try:
                cell = cells[key]
            except KeyError:
                cell = cells[key] = self._atlas.draw(face, key, em, ink)
            if cell is not None:
                picture, left, top = cell
                copy((column >> bits) + left, row + top, picture)
        self._painter.setWorldTransform(self._page)


def _undone(transform: QTransform) -> QTransform:
    inverse, _ = transform.inverted()
    return inverse
