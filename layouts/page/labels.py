"""Words that are set without a layout: around the page, and in the frame that keeps the place of a
photo.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple, Protocol

from fonts.face import Face
from layouts.page.item import BLACK, GETA, Box, GlyphRun, Ink, Line, Picture
from layouts.sound_text import printed

FACE = "hei"
"""Sans serif: nobody takes it for the text of the issue."""

GROUND = Ink("missing-ground", (223 / 255, 224 / 255, 227 / 255))
EDGE = Ink("missing-edge", (154 / 255, 156 / 255, 163 / 255))
WORDS = Ink("missing-words", (0.35, 0.36, 0.39))
"""The greys of the frame of a photo that is not there."""

HAIR = 1.0
"""Width of the frame's edge, points."""

SIZE, LEADING = 9.0, 13.5
"""Type size of what stands in the frame, and from line to line, points."""

MARGIN = 6.0
"""Between the words and the frame, points."""

MIDDLE = 0.38
"""How far above the baseline the middle of Hanzi is, em (`centre` in fonts/faces.toml)."""


class HasFaces(Protocol):
    """Whoever holds the faces."""

    def face(self, key: str) -> Face:
        """The face called `key`."""
        ...


class MissingFrame(NamedTuple):
    """What is drawn in place of a photo: the grey frame, and in it the name and why."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def label(
    text: str,
    x: float,
    y: float,
    room: float,
    size: float,
    faces: HasFaces,
    ink: Ink = BLACK,
    role: str = "label",
) -> Line:
    """A line as the character map has it, from x on baseline y, cut off where it would be longer
    than `room`; points. 〓 stands for what the face lacks, nothing for what is never seen.
    """
    face = faces.face(FACE)
    shown, glyphs, taken = "", "", 0.0
    for char in _seen(text):
        known = char if face.glyph(char) else GETA
        taken += face.advance(face.glyph(known)) * size
        if taken > room:
            break
        shown, glyphs = shown + known, glyphs + chr(face.glyph(known))
    run = GlyphRun(FACE, size, x, y, glyphs, 0.0, (), shown, ink)
    return Line(x, y, room, size, (run,) if glyphs else (), shown, role)


def label_width(text: str, size: float, faces: HasFaces) -> float:
    """How long a label is, points."""
    face = faces.face(FACE)
    return sum(face.advance(face.glyph(char) or face.glyph(GETA)) for char in _seen(text)) * size


def _seen(text: str) -> str:
    """A text without controls, joiners and marks of direction, which have no glyph to lack."""
    return "".join(char for char in printed(text) if unicodedata.category(char) != "Cf")


def missing_frame(picture: Picture, words: str, faces: HasFaces) -> MissingFrame:
    """The frame that keeps the place of a photo, with as much of the words as it holds."""
    x, y, width, height = picture.x, picture.y, picture.width, picture.height
    inner = Box(x + HAIR, y + HAIR, width - 2 * HAIR, height - 2 * HAIR, GROUND)
    boxes = (Box(x, y, width, height, EDGE), *([inner] if min(inner[2:4]) > 0 else ()))
    room = width - 2 * MARGIN
    most = int((height - 2 * MARGIN) / LEADING)
    rows = _rows(words, room, most, faces)
    top = y + height / 2 - (len(rows) - 1) * LEADING / 2 + MIDDLE * SIZE
    lines = tuple(
        label(
            row,
            x + (width - label_width(row, SIZE, faces)) / 2,
            top + k * LEADING,
            room + HAIR,
            SIZE,
            faces,
            WORDS,
            "missing",
        )
        for k, row in enumerate(rows)
    )
    return MissingFrame(boxes, lines)


def _rows(words: str, room: float, most: int, faces: HasFaces) -> list[str]:
    """The words in at most so many rows; … ends the last where more would come."""
    if room < 2 * SIZE or most < 1:
        return []
    rows = [""]
    for char in words:
        if rows[-1] and label_width(rows[-1] + char, SIZE, faces) > room:
            rows.append("")
        rows[-1] += char
    if len(rows) <= most:
        return rows
    last = rows[most - 1]
    while last and label_width(last + "…", SIZE, faces) > room:
        last = last[:-1]
    return [*rows[: most - 1], last + "…"]
