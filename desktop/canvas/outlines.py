"""Glyph outlines as Qt paths, each made once: the exact way to paint text, on paper and on
screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QTransform

from fonts.face import Face
from layouts.page.item import Ink


def colour(ink: Ink) -> QColor:
    """The colour of an ink on the screen."""
    return QColor.fromRgbF(*ink.rgb)


def glyph_path(face: Face, glyph: int) -> QPainterPath:
    """The outline of a glyph for a type size of 1, y downwards from the baseline."""
    path = QPainterPath()
    # as OpenType fills: overlapping contours leave no holes
    path.setFillRule(Qt.FillRule.WindingFill)
    for verb, at in face.outline(glyph):
        match verb:
            case "M":
                path.moveTo(at[0], -at[1])
            case "L":
                path.lineTo(at[0], -at[1])
            case "Q":
                path.quadTo(at[0], -at[1], at[2], -at[3])
            case "C":
                path.cubicTo(at[0], -at[1], at[2], -at[3], at[4], -at[5])
            case _:
                path.closeSubpath()
    return path


class Outlines:
    """The paths of all glyphs painted so far: about 8 kB each, so that the 4,000 Hanzi of a long
    issue take 32 MB.
    """

    def __init__(self) -> None:
        self._paths: dict[tuple[str, int], QPainterPath] = {}

    def path(self, face: Face, glyph: int) -> QPainterPath:
        """The outline of a glyph for a type size of 1."""
        found = self._paths.get((face.key, glyph))
        if found is None:
            found = self._paths[face.key, glyph] = glyph_path(face, glyph)
        return found


class OutlinePen:
    """A sink that fills the outlines of glyphs, wherever the painter stands and whatever it paints
    on.
    """

    def __init__(self, outlines: Outlines, painter: QPainter) -> None:
        self._outlines = outlines
        self._painter = painter
        self._page = painter.worldTransform()

    def glyphs(
        self,
        face: Face,
        size: float,
        ink: Ink,
        glyphs: Sequence[int],
        xs: Sequence[float],
        y: float,
    ) -> None:
        """Fill the outlines of one run; see GlyphSink."""
        brush = QBrush(colour(ink))
        for glyph, x in zip(glyphs, xs, strict=True):
            self._painter.setWorldTransform(QTransform(size, 0, 0, size, x, y) * self._page)
            self._painter.fillPath(self._outlines.path(face, glyph), brush)
        self._painter.setWorldTransform(self._page)
