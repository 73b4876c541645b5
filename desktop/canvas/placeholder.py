"""What stands in a photo's place while it is read, and where it cannot be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.sinks import GlyphSink
from fonts.catalogue import Catalogue
from fonts.face import Face
from layouts.page.item import Ink

GREY = QColor("#DFE0E3")
LINE = QColor("#9A9CA3")
NAME = Ink("placeholder", (0.35, 0.36, 0.39))

SIZE = 9.0
"""Type size of the name, points."""

MARGIN = 6.0
"""Between the name and the frame, points."""


def paint_waiting(painter: QPainter, frame: QRectF) -> None:
    """A photo that is still being read."""
    painter.fillRect(frame, GREY)


def paint_missing(
    painter: QPainter, frame: QRectF, path: str, catalogue: Catalogue, sink: GlyphSink
) -> None:
    """A photo that cannot be shown: a frame, with its name where that fits."""
    painter.fillRect(frame, LINE)
    painter.fillRect(frame.adjusted(1, 1, -1, -1), GREY)
    glyphs = _fitted(Path(path).name, frame.width() - 2 * MARGIN, catalogue)
    if not glyphs or frame.height() < SIZE + 2 * MARGIN:
        return
    x = frame.center().x() - sum(face.advance(glyph) for face, glyph in glyphs) * SIZE / 2
    for face, glyph in glyphs:
        # 0.38 em above the baseline is the middle of Hanzi (`centre` in fonts/faces.toml)
        sink.glyphs(face, SIZE, NAME, (glyph,), (x,), frame.center().y() + 0.38 * SIZE)
        x += face.advance(glyph) * SIZE


def _fitted(name: str, width: float, catalogue: Catalogue) -> list[tuple[Face, int]]:
    """The glyphs of a name; the middle of one that is too long is left out, its end tells the kind
    of file.
    """
    kept = len(name)
    while kept > 2:
        shown = (
            name
            if kept == len(name)
            else f"{name[: kept - kept // 2]}…{name[len(name) - kept // 2 :]}"
        )
        glyphs = [
            (face, face.glyph(char))
            for char in shown
            if (face := catalogue.covering("hei", char)) is not None
        ]
        if sum(face.advance(glyph) for face, glyph in glyphs) * SIZE <= width:
            return glyphs
        kept -= 1
    return []
