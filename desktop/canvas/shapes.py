"""Rules as filled shapes, and the rectangles that the items of a page may blacken."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot, inf
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from fonts.catalogue import Catalogue
from layouts.geometry import Outline
from layouts.page.item import ArtShape, Box, Fill, Line, Picture, Rule
from layouts.page.pen import pen_positions

Item = Box | Picture | Rule | ArtShape | Line

SLACK = 0.1
"""Em added to the box that a face states for all its glyphs: it is rounded."""


_TOP, _BOTTOM = attrgetter("top"), attrgetter("bottom")


def rule_path(rule: Rule) -> QPainterPath:
    """The area that a rule covers.

    Not left to QPen, which draws strokes thinner than a pixel as wide as one.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    across, down = rule.x1 - rule.x0, rule.y1 - rule.y0
    length = hypot(across, down)
    half = rule.width / 2
    for start, end in dashes(length, rule.dash):
        if rule.round_caps:
            path.addRoundedRect(
                QRectF(start - half, -half, end - start + rule.width, rule.width), half, half
            )
        else:
            path.addRect(QRectF(start, -half, end - start, rule.width))
    # a rule of no length is a dot, turned nowhere
    cos, sin = (across / length, down / length) if length else (1.0, 0.0)
    return QTransform(cos, sin, -sin, cos, rule.x0, rule.y0).map(path)


def fill_path(fill: Fill) -> QPainterPath:
    """The area of a drawing that an ink fills."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill if fill.even_odd else Qt.FillRule.WindingFill)
    for outline in fill.outlines:
        _add_outline(path, outline)
    return path


def _add_outline(path: QPainterPath, outline: Outline) -> None:
    path.moveTo(*outline.start)
    for step in outline.steps:
        if len(step) == 2:
            path.lineTo(*step)
        else:
            path.cubicTo(*step)
    path.closeSubpath()


def dashes(length: float, dash: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """Where the pen is down along a rule: lengths on and off in turn, from its start (ISO 32000-1
    8.4.3.6).
    """
    if not any(dash):
        yield 0.0, length
        return
    at, k = 0.0, 0
    while at < length:
        yield at, min(length, at + dash[k % len(dash)])
        at += dash[k % len(dash)] + dash[(k + 1) % len(dash)]
        k += 2


def extent(item: Item, catalogue: Catalogue) -> QRectF:
    """The rectangle of the page outside of which an item leaves no trace, points."""
    match item:
        case Line():
            return line_extent(item, catalogue)
        case Rule():
            half = item.width / 2
            return (
                QRectF(item.x0, item.y0, item.x1 - item.x0, item.y1 - item.y0)
                .normalized()
                .adjusted(-half, -half, half, half)
            )
        case _:
            return QRectF(item.x, item.y, item.width, item.height)


def line_extent(line: Line, catalogue: Catalogue) -> QRectF:
    """The ink of a line, glyph by glyph: marks hang out of slots, and —— is wider than its
    character.
    """
    left = top = inf
    right = bottom = -inf
    for run in line.runs:
        if not run.glyphs:
            continue
        face, size = catalogue.face(run.face), run.size
        xs, inks, bounds = pen_positions(run, face), face.inks(run.glyphs), face.bounds
        # From either end no further than any glyph of the face could reach beyond what was found.
        for x, ink in zip(xs, inks, strict=True):
            if x + (bounds.left - SLACK) * size >= left:
                break
            left = min(left, x + ink.left * size)
        for x, ink in zip(reversed(xs), reversed(inks), strict=True):
            if x + (bounds.right + SLACK) * size <= right:
                break
            right = max(right, x + ink.right * size)
        top = min(top, run.y - size * max(map(_TOP, inks)))
        bottom = max(bottom, run.y - size * min(map(_BOTTOM, inks)))
    return QRectF(left, top, right - left, bottom - top) if left <= right else QRectF()
