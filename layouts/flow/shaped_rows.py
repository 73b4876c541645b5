"""What of each row the contour of a photo leaves for text: the bands of its lines, the sides that
hold text, the pockets that do not.
"""

from __future__ import annotations

from typing import NamedTuple

from layouts.flow.contour import (
    Rings,
    Stroke,
    box_outline,
    extent,
    in_frame,
    lowest,
    outline_in,
    turned,
)
from layouts.flow.floats import Clearance
from layouts.flow.wrapping import is_shaped, rows_above, rows_below
from layouts.geometry import EPSILON, Interval, subtract
from layouts.house.layout import Grid
from layouts.issue.photo import Crop, Photo, Side, Wrap

LEAST_A_SIDE = 10.0
"""Em: where text runs on both sides of a photo, a narrower side of a contour stays empty."""

LEAST_BESIDE = 1 / 3
"""The part of the rows of a contour at one side of its column that have text beside them at least:
lines beside fewer look lost, and the photo stands alone.
"""

POCKET = 2
"""Rows: fewer between rows that a contour fills are no place for text."""


class PhotoFrame(NamedTuple):
    """Where a photo and its caption stand, points from the top left corner of the photo: its side
    of the column, what of it shows, its size, and the box of its caption (left, top, right, foot),
    None without one. `rows` of the grid are those of both.
    """

    side: Side
    crop: Crop
    width: float
    height: float
    rows: int
    caption: tuple[float, float, float, float] | None

    @property
    def foot(self) -> float:
        """Where photo and caption end."""
        return self.height if self.caption is None else self.caption[3]


def rings_of(photo: Photo, found: Rings, proportions: float) -> Rings:
    """What text is to run round, as fractions of the photo as it is straightened: the polygon that
    was drawn, or the contour `found` in its file; none where that is its frame. `proportions` are
    width to height.
    """
    if not is_shaped(photo):
        return ()
    rings = (photo.polygon,) if photo.wrap is Wrap.POLYGON else found
    degrees = photo.tone.straighten
    return turned(rings, degrees, proportions) if degrees else tuple(filter(None, rings))


class RowsTaken(NamedTuple):
    """What is taken of each row, from `above` rows over the photo on, points from its left edge;
    None where a row is free.
    """

    above: int
    rows: tuple[Interval | None, ...]


def wrapped(
    rings: Rings, frame: PhotoFrame, keep: Clearance, grid: Grid, min_slot: float
) -> RowsTaken | None:
    """What text beside a photo keeps clear of, row by row; None where no row has room for text, or
    too few have.
    """
    outline = _outline(rings, frame)
    above, below = rows_above(keep, grid), rows_below(keep, frame.foot, grid)
    taken = [
        extent(outline, row * grid.leading, row * grid.leading + grid.size, keep)
        for row in range(-above, frame.rows + below)
    ]
    # what shows may begin below the top of the frame, and end above its foot
    while above and taken[0] is None:
        above -= 1
        del taken[0]
    while len(taken) > above + frame.rows and taken[-1] is None:
        del taken[-1]
    column = _column(frame.side, frame.width, grid.column_width)
    least = max(min_slot, LEAST_A_SIDE) if frame.side is Side.BOTH else min_slot
    rows = [
        here and _widened(here, frame.side, column, least * grid.size - EPSILON) for here in taken
    ]
    full = [here is not None and subtract(column, [here]) == [] for here in rows]
    reached = sum(here is not None for here in rows)
    most = 1.0 if frame.side is Side.BOTH else 1.0 - LEAST_BESIDE
    if all(full) or sum(full) > most * reached + EPSILON:
        return None
    return RowsTaken(above, tuple(_without_pockets(rows, full, column)))


def _outline(rings: Rings, frame: PhotoFrame) -> list[Stroke]:
    """What text keeps away from: what shows in the frame, and the caption under it with all that is
    between them.
    """
    size = frame.width, frame.height
    shown = outline_in(in_frame(rings, frame.crop, *size), *size)
    # cropped away, or all of it
    shown = shown or box_outline(0.0, 0.0, frame.width, frame.height)
    if frame.caption is None:
        return shown
    left, top, right, foot = frame.caption
    return shown + box_outline(left, min(top, lowest(shown)), right, foot)


def _column(side: Side, width: float, column: float) -> Interval:
    """The edges of the column, from the left edge of a photo on that side of it."""
    left = {Side.LEFT: 0.0, Side.RIGHT: width - column}.get(side, (width - column) / 2)
    return Interval(left, left + column)


def _widened(taken: Interval, side: Side, column: Interval, least: float) -> Interval:
    """What is taken, and with it what has no text: the side of the column that the photo stands at,
    and sides narrower than `least` (points).
    """
    left, right = taken.left, taken.right
    if side is Side.LEFT or left - column.left < least:
        left = min(left, column.left)
    if side is Side.RIGHT or column.right - right < least:
        right = max(right, column.right)
    return Interval(left, right)


def _without_pockets(
    rows: list[Interval | None], full: list[bool], column: Interval
) -> list[Interval | None]:
    """The rows, those filled that lie by themselves between full ones."""
    found, start = list(rows), 0
    for row, is_full in enumerate(full):
        if is_full:
            if 0 < start <= row - 1 and row - start < POCKET:
                found[start:row] = [column] * (row - start)
            start = row + 1
    return found
