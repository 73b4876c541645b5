"""Text as curves (转曲): no font is in the file. Each glyph used is drawn once, as a form XObject
(ISO 32000-1 8.10), and shown wherever it stands.

A form takes the ink and the overprint of what shows it, so that plates are those of text in fonts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fonts.face import Face
from fonts.outline import Command, bounds
from layouts.page.faces import Faces
from layouts.page.item import GlyphRun, Line
from layouts.page.pen import pen_positions
from layouts.paint.glyphs import PLACES
from layouts.paint.screen_inks import Inks
from layouts.pdf.syntax import deflate, number, rectangle

if TYPE_CHECKING:
    from layouts.pdf.document import Document

EM = 1000
"""Units of a form to the em: those of most PostScript faces, whose points stay whole numbers."""

POINT_PLACES = 2
"""Decimals of its points: faces of 2048 units to the em are between."""

SCALE_PLACES = 8
"""Decimals of the scale that takes a form to its size: a few thousandths each."""


class Curves:
    """Text drawn by forms, named `G1`, `G2` … in the order in which `operators` meets glyphs."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._names: dict[tuple[str, str], str] = {}
        self._outlines: dict[str, list[Command]] = {}
        self._references: dict[str, str] = {}

    def operators(self, lines: Iterable[Line], height: float, inks: Inks) -> list[str]:
        """The operators that draw lines."""
        parts: list[str] = []
        ink = None
        for line in lines:
            for run in line.runs:
                if run.ink != ink:
                    ink = run.ink
                    parts.append(inks.text(ink))
                parts += self._run(run, height)
        return parts

    def _run(self, run: GlyphRun, height: float) -> list[str]:
        """A run: to its first glyph and its size, then from glyph to glyph."""
        face, scale = self._faces.face(run.face), number(run.size / EM, SCALE_PLACES)
        start = f"q {scale} 0 0 {scale} {number(run.x, PLACES)} {number(height - run.y, PLACES)} cm"
        parts: list[str] = []
        # where the pen stands, as it is written: roundings do not add up
        pen = 0.0
        for glyph, x in zip(run.glyphs, pen_positions(run, face), strict=True):
            name = self._named(run.face, face, glyph)
            if not name:
                continue
            step = round((x - run.x) / run.size * EM - pen, POINT_PLACES)
            pen += step
            moved = f"1 0 0 1 {number(step, POINT_PLACES)} 0 cm " if step else ""
            parts.append(f"{moved}/{name} Do")
        return [start, *parts, "Q"] if parts else []

    def embed(self, document: Document) -> dict[str, str]:
        """A form for each glyph; what pages share of them is nothing."""
        for name, outline in self._outlines.items():
            left, bottom, right, top = bounds(outline)
            box = (left * EM - 1, bottom * EM - 1, right * EM + 1, top * EM + 1)
            self._references[name] = document.deflated(
                {"Type": "/XObject", "Subtype": "/Form", "BBox": rectangle(*box)},
                deflate(" ".join(_path(outline)).encode("ascii")),
            )
        return {}

    def forms(self, lines: Iterable[Line]) -> dict[str, str]:
        """The forms that lines are drawn with."""
        shown = dict.fromkeys(
            self._names[run.face, glyph]
            for line in lines
            for run in line.runs
            for glyph in run.glyphs
        )
        return {name: self._references[name] for name in shown if name}

    def _named(self, key: str, face: Face, glyph: str) -> str:
        """The form of a glyph; empty for a blank, which needs none."""
        name = self._names.get((key, glyph))
        if name is None:
            outline = face.outline(ord(glyph))
            name = f"G{len(self._outlines) + 1}" if outline else ""
            self._names[key, glyph] = name
            if name:
                self._outlines[name] = outline
        return name


def _path(outline: list[Command]) -> Iterator[str]:
    """A glyph as a filled path; curves of the second degree become such of the third (ISO 32000-1
    8.5.2.2 knows no others).
    """
    x = y = 0.0
    for verb, at in outline:
        match verb, at:
            case "M" | "L", _:
                yield _step(at, verb.lower())
            case "C", _:
                yield _step(at, "c")
            case "Q", (over, up, end_x, end_y):
                first = x + (over - x) * 2 / 3, y + (up - y) * 2 / 3
                second = end_x + (over - end_x) * 2 / 3, end_y + (up - end_y) * 2 / 3
                yield _step((*first, *second, end_x, end_y), "c")
            case _:
                yield "h"
        if at:
            x, y = at[-2:]
    yield "f"


def _step(points: tuple[float, ...], operator: str) -> str:
    return f"{' '.join(number(value * EM, POINT_PLACES) for value in points)} {operator}"
