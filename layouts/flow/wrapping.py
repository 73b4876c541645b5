"""How text runs round a photo (绕排): whether it does, its distances, and the rows they take above
and below it.
"""

from __future__ import annotations

import math

from layouts.flow.floats import Clearance
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, PhotoDesign
from layouts.issue.photo import Photo, PhotoPlace, Side, Wrap


def is_shaped(photo: Photo) -> bool:
    """Whether text is to run round something else than the frame."""
    return photo.wrap is not Wrap.BOX and may_be_shaped(photo)


def may_be_shaped(photo: Photo) -> bool:
    """Whether text may run round something else than the frame: it stands beside the photo alone,
    which does not go into the bleed, since it is drawn larger there.
    """
    is_in_text = photo.place is PhotoPlace.TEXT and photo.side is not Side.NONE
    return is_in_text and not photo.row and not any(photo.bleed)


MOST_APART = 0.25
"""Of the type area's height that text keeps away above and below a photo, at most."""


def distances(photo: Photo, design: PhotoDesign, grid: Grid) -> Clearance:
    """How far text keeps away from a photo or what it shows, points. Above and below a photo that
    says nothing of them that is the line gap, of which a frame has as much anyway.
    """
    if photo.standoffs is not None:
        left, top, right, foot = (standoff * grid.size for standoff in photo.standoffs)
        most = MOST_APART * grid.area_height
        return Clearance(left, min(top, most), right, min(foot, most))
    beside = (photo.standoff if photo.standoff is not None else design.standoff) * grid.size
    over = min(beside, grid.leading - grid.size) if is_shaped(photo) else 0.0
    return Clearance(beside, over, beside, over)


def distance_beside(photo: Photo, keep: Clearance) -> float:
    """The distance that takes from the width of the text beside a photo, points."""
    if photo.side is Side.LEFT:
        return keep.right
    return keep.left if photo.side is Side.RIGHT else max(keep.left, keep.right)


def rows_above(keep: Clearance, grid: Grid) -> int:
    """The rows that the distance above a frame takes: the line gap is there in any case."""
    return _rows(keep.top - (grid.leading - grid.size), grid)


def rows_below(keep: Clearance, used: float, grid: Grid) -> int:
    """The rows that the distance below takes, where photo and caption end so many points below the
    top of a row.
    """
    return _rows(keep.foot - (math.ceil(used / grid.leading) * grid.leading - used), grid)


def _rows(length: float, grid: Grid) -> int:
    return max(0, math.ceil(length / grid.leading - EPSILON))
