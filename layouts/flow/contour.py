"""Text round what a photo shows (随形绕排): its contour cut by the band of each line, distances
included.

A point of the contour keeps the characters of a line out of an ellipse round it, as far to its left
and right, above and below as the photo's distances say: so the shape is grown outwards by them,
exactly, without being built. All lengths are points, relative to the top left corner of the photo's
frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from layouts.flow.floats import Clearance
from layouts.geometry import Interval
from layouts.issue.photo import Crop
from layouts.photo_tone import kept_of

Rings = tuple[tuple[tuple[float, float], ...], ...]
"""Closed outlines, their corners as fractions of a whole upright photo."""


class Stroke(NamedTuple):
    """A part of an outline, from the upper end to the lower."""

    x0: float
    y0: float
    x1: float
    y1: float

    def between(self, top: float, foot: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ends of what of it lies between two heights into which it reaches."""
        x0, y0, x1, y1 = self
        slant = (x1 - x0) / (y1 - y0) if y1 > y0 else 0.0
        upper = (x0, y0) if y0 >= top else (x0 + (top - y0) * slant, top)
        return upper, (x1, y1) if y1 <= foot else (x0 + (foot - y0) * slant, foot)


def turned(rings: Rings, degrees: float, proportions: float) -> Rings:
    """The rings of a photo of some proportions (width to height) that is straightened by so many
    degrees: as fractions of what is left of it.
    """
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    kept = kept_of(degrees, proportions, 1.0)

    def moved(x: float, y: float) -> tuple[float, float]:
        across, down = (x - 0.5) * proportions, y - 0.5
        # y grows downwards: counter-clockwise
        right, lower = across * cosine + down * sine, down * cosine - across * sine
        return 0.5 + right / proportions / kept, 0.5 + lower / kept

    return tuple(tuple(moved(x, y) for x, y in ring) for ring in rings if ring)


def turned_back(
    point: tuple[float, float], degrees: float, proportions: float
) -> tuple[float, float]:
    """A point of what is left of a straightened photo, as fractions of the photo as it was."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    kept = kept_of(degrees, proportions, 1.0)
    right, lower = (point[0] - 0.5) * proportions * kept, (point[1] - 0.5) * kept
    across, down = right * cosine - lower * sine, right * sine + lower * cosine
    return 0.5 + across / proportions, 0.5 + down


def in_frame(rings: Rings, crop: Crop, width: float, height: float) -> Rings:
    """Rings in points of the frame that shows what a crop leaves of the photo; what is cut off lies
    outside.
    """
    left, top, right, bottom = crop
    across, down = width / (1 - left - right), height / (1 - top - bottom)
    return tuple(tuple(((x - left) * across, (y - top) * down) for x, y in ring) for ring in rings)


def outline_in(rings: Rings, width: float, height: float) -> list[Stroke]:
    """The outline of what of some rings shows in a frame: their own, and the frame's edges where
    they go on beyond.
    """
    found = [
        part
        for ring in rings
        for segment in _segments(ring)
        if (part := _clipped(segment, width, height)) is not None
    ]
    for ring in rings:
        if any(not (0 <= x <= width and 0 <= y <= height) for x, y in ring):
            found += _along_edges(ring, width, height)
    return found


def box_outline(left: float, top: float, right: float, foot: float) -> list[Stroke]:
    """The outline of a box."""
    return list(_segments(((left, top), (right, top), (right, foot), (left, foot))))


def lowest(outline: Iterable[Stroke]) -> float:
    """How far down an outline reaches."""
    return max(segment.y1 for segment in outline)


def extent(outline: Sequence[Stroke], top: float, foot: float, keep: Clearance) -> Interval | None:
    """What an outline, grown outwards by the distances, takes of the band between two heights; None
    where it does not reach into it.
    """
    left, right = math.inf, -math.inf
    for segment in outline:
        y0, y1 = segment.y0, segment.y1
        # above the band: its lower distance reaches down to it; below: its upper one
        if y0 <= top and y1 > top - keep.foot:
            upper, lower = segment.between(top - keep.foot, top)
            ends = (top - lower[1], lower[0]), (top - upper[1], upper[0])
            left = min(left, -_furthest(ends, keep.foot, keep.left, -1))
            right = max(right, _furthest(ends, keep.foot, keep.right, 1))
        if y1 >= foot and y0 < foot + keep.top:
            upper, lower = segment.between(foot, foot + keep.top)
            ends = (upper[1] - foot, upper[0]), (lower[1] - foot, lower[0])
            left = min(left, -_furthest(ends, keep.top, keep.left, -1))
            right = max(right, _furthest(ends, keep.top, keep.right, 1))
        if y1 > top and y0 < foot:
            (one, _), (other, _) = segment.between(top, foot)
            left = min(left, one - keep.left, other - keep.left)
            right = max(right, one + keep.right, other + keep.right)
    return Interval(left, right) if left <= right else None


_Ends = tuple[tuple[float, float], tuple[float, float]]
"""How far from the band each end of a part of the outline is, the nearer first, and its x."""


def _furthest(ends: _Ends, reach: float, beside: float, way: int) -> float:
    """How far to the right (`way` 1), or to the left (−1, and then negated), a part of the outline
    keeps text that is away from it, where its ellipses reach so far up or down and `beside`.
    """
    (near, x_near), (far, x_far) = ends
    if far == near:  # level: the further end
        return max(way * x_near, way * x_far) + beside * _shrunk(near, reach)
    slope = way * (x_far - x_near) / (far - near)
    best = near
    if slope > 0:
        # where the ellipse's edge falls as fast as the outline goes out
        lean = slope * reach
        best = min(max(reach * lean / math.hypot(beside, lean) if lean else near, near), far)
    return way * x_near + slope * (best - near) + beside * _shrunk(best, reach)


def _shrunk(away: float, reach: float) -> float:
    """How wide an ellipse still is so far from its middle, as a part of its width there."""
    return math.sqrt(max(0.0, 1 - (away / reach) ** 2)) if reach else float(not away)


def _segments(ring: Sequence[tuple[float, float]]) -> Iterator[Stroke]:
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        yield Stroke(x0, y0, x1, y1) if y0 <= y1 else Stroke(x1, y1, x0, y0)


def _clipped(segment: Stroke, width: float, height: float) -> Stroke | None:
    """What of a segment lies in a frame (Liang and Barsky 1984)."""
    x0, y0, x1, y1 = segment
    enters, leaves = 0.0, 1.0
    for start, step, most in ((x0, x1 - x0, width), (y0, y1 - y0, height)):
        if not step:
            if not 0 <= start <= most:
                return None
            continue
        one, other = -start / step, (most - start) / step
        enters, leaves = max(enters, min(one, other)), min(leaves, max(one, other))
    if enters > leaves:
        return None
    if (enters, leaves) == (0.0, 1.0):
        return segment
    across, down = x1 - x0, y1 - y0
    return Stroke(
        x0 + enters * across, y0 + enters * down, x0 + leaves * across, y0 + leaves * down
    )


def _along_edges(
    ring: Sequence[tuple[float, float]], width: float, height: float
) -> Iterator[Stroke]:
    """The parts of a frame's edges that lie in a ring."""
    for x in (0.0, width):
        for y0, y1 in _inside(ring, x, height):
            yield Stroke(x, y0, x, y1)
    turned = [(y, x) for x, y in ring]
    for y in (0.0, height):
        for x0, x1 in _inside(turned, y, width):
            yield Stroke(x0, y, x1, y)


def _inside(
    ring: Sequence[tuple[float, float]], x: float, most: float
) -> Iterator[tuple[float, float]]:
    """The stretches of an upright line at `x`, from 0 to `most`, that lie in a ring."""
    crossings = sorted(
        y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (x0 < x) != (x1 < x)
    )
    for start, end in zip(crossings[::2], crossings[1::2], strict=True):
        upper, lower = max(start, 0.0), min(end, most)
        if upper < lower:
            yield upper, lower
