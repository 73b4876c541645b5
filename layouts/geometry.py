"""Plane geometry of the page: intervals, and polygons cut by the band of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

EPSILON = 1e-6
"""Em or points: what sums of widths and heights may be wrong by."""


class Interval(Struct, frozen=True, order=True):
    """A stretch of a line, left to right, points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How long it is, points."""
        return self.right - self.left


class Point(Struct, frozen=True):
    """A place on the page, points, y downwards."""

    x: float
    y: float


Polygon = Sequence[Point]


class Outline(NamedTuple):
    """A closed outline: from `start` (x, y) by lines (x, y) and cubic curves (x1, y1, x2, y2,
    x, y), and back in a straight line.
    """

    start: tuple[float, float]
    steps: tuple[tuple[float, ...], ...]


def rectangle(x: float, y: float, width: float, height: float) -> Polygon:
    """An upright rectangle as a polygon."""
    return (Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height))


def band_extent(polygon: Polygon, top: float, bottom: float) -> Interval | None:
    """The leftmost and rightmost x of the part of a polygon between two heights, None where it does
    not reach into the band.

    Touching the band's edge is not reaching into it. A hollow between two arms is not free: text
    never runs inside a picture's outline.
    """
    xs: list[float] = []
    for here, there in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        low, high = sorted((here, there), key=lambda point: point.y)
        if high.y <= top or low.y >= bottom:
            continue
        for y in (max(low.y, top), min(high.y, bottom)):
            share = 0.0 if high.y == low.y else (y - low.y) / (high.y - low.y)
            xs.append(low.x + share * (high.x - low.x))
    return Interval(min(xs), max(xs)) if xs else None


def subtract(whole: Interval, taken: Iterable[Interval]) -> list[Interval]:
    """What is left of an interval, in order, after others are taken out of it."""
    free: list[Interval] = []
    left = whole.left
    for cut in sorted(taken):
        if cut.left > left:
            free.append(Interval(left, min(cut.left, whole.right)))
        left = max(left, cut.right)
        if left >= whole.right:
            break
    if left < whole.right:
        free.append(Interval(left, whole.right))
    return free
