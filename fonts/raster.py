"""Glyphs as grey values, drawn by HarfBuzz: four times as fast as filling their outlines with Qt,
and as exact.
"""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import uharfbuzz as hb

from fonts.face import Face


class GlyphRaster:
    """Draws glyphs one at a time.

    Many on one sheet would take as long, and each would depend a little on where on the sheet it
    stood.
    """

    def __init__(self) -> None:
        self._draw = hb.RasterDraw()

    def coverage(
        self, face: Face, glyph: int, em: float, at: tuple[float, float], size: tuple[int, int]
    ) -> bytes:
        """How much of each pixel a glyph of `em` pixels covers, 0 to 255, row by row from the top,
        each padded to a multiple of 4 bytes.

        The picture's `size` is in pixels; the glyph's origin stands `at` so many of them from its
        left and top edge.
        """
        (x, y), (width, height) = at, size
        unit = em / face.upem
        # HarfBuzz begins with the row of the least y: with y turned downwards that is the top one.
        self._draw.transform = (unit, 0.0, 0.0, -unit, x, y)
        self._draw.extents = hb.RasterExtents(0, 0, width, height, padded(width))
        self._draw.draw_glyph(face.font, glyph)
        image = self._draw.render()
        if image is None:
            raise MemoryError(f"no room for a glyph of {width} × {height} pixels")
        return image.buffer


def padded(width: int) -> int:
    """The bytes of a row of so many pixels."""
    return -(-width // 4) * 4
