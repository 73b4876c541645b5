"""What stands in a photo's place while it is read, and where it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.canvas.outlines import colour
from desktop.canvas.sinks import GlyphSink
from fonts.catalogue import Catalogue
from layouts.page.item import Picture
from layouts.page.labels import GROUND, missing_frame
from layouts.page.pen import pen_positions


def paint_waiting(painter: QPainter, frame: QRectF) -> None:
    """A photo that is still being read."""
    painter.fillRect(frame, colour(GROUND))


def paint_missing(
    painter: QPainter, picture: Picture, words: str, catalogue: Catalogue, sink: GlyphSink
) -> None:
    """A photo that cannot be shown: the frame that a draft prints, with its name and why."""
    frame = missing_frame(picture, words, catalogue)
    for box in frame.boxes:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), colour(box.ink))
    for line in frame.lines:
        for run in line.runs:
            face = catalogue.face(run.face)
            places = pen_positions(run, face)
            sink.glyphs(face, run.size, run.ink, [*map(ord, run.glyphs)], places, run.y)
