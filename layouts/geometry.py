"""Plane geometry of the page: intervals, and polygons cut by the band of a line."""

from __future__ import annotations

import math
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


Ring = Sequence[tuple[float, float]]
"""Corners of a closed outline."""


def ring_area(ring: Ring) -> float:
    """The area in a ring that does not cross itself."""
    corners = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in corners)) / 2


def simplified(ring: Ring, slack: float) -> list[tuple[float, float]]:
    """A ring without the corners that lie no more than `slack` off a line between others (Douglas
    and Peucker 1973): from its first corner to the one furthest from that, and back.
    """
    closed = [*ring, ring[0]]
    far = max(range(len(ring)), key=lambda k: (math.dist(ring[k], ring[0]), -k))
    kept, parts = {0, far}, [(0, far), (far, len(ring))]
    while parts:
        first, last = parts.pop()
        offs = [_off(closed[k], closed[first], closed[last]) for k in range(first + 1, last)]
        if offs and max(offs) > slack:
            worst = first + 1 + offs.index(max(offs))
            kept.add(worst)
            parts += [(first, worst), (worst, last)]
    return [ring[k] for k in sorted(kept)]


def _off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point is from the line through two others, or from both where they are one."""
    length = math.dist(start, end)
    if not length:
        return math.dist(point, start)
    (x, y), (x0, y0), (x1, y1) = point, start, end
    return abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length


def convex_hull(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The smallest convex ring round some points (Andrew 1979)."""
    ordered = sorted(set(points))
    halves: list[list[tuple[float, float]]] = []
    for way in (ordered, ordered[::-1]):
        half: list[tuple[float, float]] = []
        for x, y in way:
            while len(half) > 1 and _turns_back(half[-2], half[-1], (x, y)):
                half.pop()
            half.append((x, y))
        halves.append(half[:-1])
    return halves[0] + halves[1]


def _turns_back(
    one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]
) -> bool:
    across, down = other[0] - one[0], other[1] - one[1]
    return across * (third[1] - one[1]) - down * (third[0] - one[0]) <= 0
