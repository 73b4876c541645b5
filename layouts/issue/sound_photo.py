"""What no photo may say, put right: numbers out of their range, polygons of two corners."""

from __future__ import annotations

import math

from msgspec.structs import replace

from layouts.issue.photo import (
    MOST_COLUMNS,
    MOST_IN_ROW,
    MOST_POINTS,
    THICKEST_FRAME,
    WIDEST,
    Photo,
    PhotoPoint,
    Standoffs,
)
from layouts.photo_tone import MOST_TURN, PhotoTone

LEAST_CORNERS = 3
"""Fewer corners have no area that text could run round."""


def sound_photo(photo: Photo) -> Photo:
    """A photo whose place, wrap and tone are such as an editor could have made: the nearest value
    that may be, or none.
    """
    return replace(
        photo,
        across=max(0, min(photo.across, MOST_COLUMNS)),
        polygon=sound_polygon(photo.polygon),
        standoffs=_standoffs(photo.standoffs),
        grid=max(0, min(photo.grid, MOST_IN_ROW)),
        tone=sound_tone(photo.tone),
        frame=within(photo.frame, 0.0, THICKEST_FRAME),
        focus=None if photo.focus is None else _point(photo.focus),
    )


def sound_polygon(polygon: tuple[PhotoPoint, ...]) -> tuple[PhotoPoint, ...]:
    """The corners of a polygon inside its photo; none where they are too few or too many."""
    few = LEAST_CORNERS <= len(polygon) <= MOST_POINTS
    return tuple(map(_point, polygon)) if few else ()


def sound_tone(tone: PhotoTone) -> PhotoTone:
    """A tone within its range."""
    return PhotoTone(
        within(tone.straighten, -MOST_TURN, MOST_TURN),
        within(tone.brightness, -1.0, 1.0),
        within(tone.contrast, -1.0, 1.0),
        tone.grey,
    )


def within(value: float, least: float, most: float) -> float:
    """The nearest value in a range; what is no number is the nearest to 0."""
    return min(max(value if math.isfinite(value) else 0.0, least), most)


def _standoffs(standoffs: Standoffs | None) -> Standoffs | None:
    if standoffs is None:
        return None
    return Standoffs(*(within(standoff, 0.0, WIDEST) for standoff in standoffs))


def _point(point: PhotoPoint) -> PhotoPoint:
    return PhotoPoint(within(point.x, 0.0, 1.0), within(point.y, 0.0, 1.0))
