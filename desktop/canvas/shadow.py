"""The soft shadow of sheets on the pasteboard: painted once, then only its rim is copied."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

REACH, RINGS = 8, 8
"""How far a shadow reaches, logical pixels, and of how many rings it is made."""

DROP = 2
"""It falls so much further below than above."""

_CORE = 2 * REACH
"""The corner pieces of the pattern: what lies under the paper and what stands out."""


def paint_shadow(painter: QPainter, paper: QRectF, colour: QColor) -> None:
    """Paint the shadow around a rectangle; nothing inside it."""
    tile = _pattern(colour.rgba())
    box = paper.toAlignedRect().adjusted(-REACH, -REACH + DROP, REACH, REACH + DROP)
    size = tile.width()
    xs = (box.left(), box.left() + _CORE, box.right() + 1 - _CORE, box.right() + 1)
    ys = (box.top(), box.top() + _CORE, box.bottom() + 1 - _CORE, box.bottom() + 1)
    cuts = (0, _CORE, size - _CORE, size)
    for column in range(3):
        for row in range(3):
            # the middle lies under the paper
            if (column, row) == (1, 1):
                continue
            target = QRect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            source = QRect(
                cuts[column], cuts[row], cuts[column + 1] - cuts[column], cuts[row + 1] - cuts[row]
            )
            painter.drawPixmap(target, tile, source)


@lru_cache(maxsize=4)
def _pattern(rgba: int) -> QPixmap:
    """A small sheet's shadow, from which any is pieced together."""
    size = 2 * _CORE + 2
    tile = QPixmap(size, size)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor.fromRgba(rgba)
    whole = QRectF(0, 0, size, size)
    for ring in range(RINGS):
        faint = QColor(colour)
        # rings lie on each other: weights 1, 2, 3 … that add up to the colour's own
        faint.setAlphaF(colour.alphaF() * 2 * (ring + 1) / (RINGS * (RINGS + 1)))
        painter.setBrush(faint)
        inset = ring * REACH / RINGS
        painter.drawRoundedRect(
            whole.adjusted(inset, inset, -inset, -inset), REACH - inset + 1, REACH - inset + 1
        )
    painter.end()
    return tile
