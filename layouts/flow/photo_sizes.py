"""The frame of a photo: whole rows of the grid, and beside it whole em of text."""

from __future__ import annotations

import math

from msgspec.structs import replace

from layouts.errors import Finding
from layouts.flow.frames import cut_about
from layouts.flow.wrapping import distance_beside, distances, is_shaped
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout
from layouts.issue.photo import Crop, Photo, Side
from layouts.messages.setting import PHOTO_TOO_WIDE

LEAST_BOTH = 10
"""Em on each side that a photo with text on both sides must leave: below it readers lose their way
across it, and it stands alone (second-look.md, Pages 2).
"""

MOST_CUT = 0.125
"""The most that is cut off a photo so that its width takes what whole em of text leave; a narrow
one would lose more, and keeps its proportions.
"""


def standoff_of(photo: Photo, layout: Layout) -> float:
    """How far text keeps away from a photo, points."""
    return distance_beside(photo, distances(photo, layout.photo, layout.grid))


def with_credit(photo: Photo, rows: int, ratio: float, layout: Layout) -> Photo:
    """A photo over so many rows that keeps text so far away that its credit has room beside it;
    where no text would be left, or the credit does not stand there, as it is.
    """
    if not photo.credit:
        return photo
    from layouts.flow.credits import credit_room, stands_beside

    if not stands_beside(photo, frame_height(rows, layout.grid), layout):
        return photo
    needed = credit_room(layout) / layout.grid.size
    roomy = replace(photo, standoff=max(standoff_of(photo, layout) / layout.grid.size, needed))
    wide = natural_width(rows, ratio, layout.grid)
    return photo if room_beside(roomy, wide, layout) is None else roomy


def room_beside(photo: Photo, width: float, layout: Layout) -> int | None:
    """The whole em of text on each side that has any of a frame about so wide (points); None where
    it leaves no room for text, or is to have none.
    """
    grid, standoff = layout.grid, standoff_of(photo, layout)
    least, em = layout.photo.min_slot, (grid.column_width - width - standoff) / grid.size
    if photo.side is Side.BOTH:
        # the nearest: what is left counts twice
        least, em = max(least, LEAST_BOTH), (em - standoff / grid.size) / 2 + 0.5
    beside = math.floor(em + EPSILON)
    return None if photo.side is Side.NONE or beside < least else beside


def natural_width(rows: int, ratio: float, grid: Grid) -> float:
    """The width of a frame over so many rows that keeps a photo's proportions, at most the
    column.
    """
    return min(frame_height(rows, grid) / ratio, grid.column_width)


def frame_width(photo: Photo, rows: int, ratio: float, layout: Layout) -> float:
    """The width of a frame over so many rows: where text stands beside it all that whole em of text
    and the standoff leave.
    """
    grid = layout.grid
    natural = natural_width(rows, ratio, grid)
    beside = None if is_shaped(photo) else room_beside(photo, natural, layout)
    if beside is None:
        return natural
    sides = 2 if photo.side is Side.BOTH else 1
    wide = grid.column_width - sides * (beside * grid.size + standoff_of(photo, layout))
    near = (1 - MOST_CUT) * max(wide, natural) <= min(wide, natural)
    return wide if near else natural


def frame_size(photo: Photo, ratio: float, layout: Layout) -> tuple[float, float]:
    """The width and height, points, of the frame that a photo gets whose shown part has these
    proportions (height to width), before a caption asks for rows of the page.
    """
    grid = layout.grid
    asked = photo.width if photo.width is not None else layout.photo.width
    width = min(asked * grid.size, grid.column_width)
    filling = filling_rows(photo, width, ratio, layout)
    if filling is not None:
        return grid.column_width, frame_height(filling, grid)
    rows = frame_rows(width, ratio, grid)
    photo = with_credit(photo, rows, ratio, layout)
    wide, height = frame_width(photo, rows, ratio, layout), frame_height(rows, grid)
    beside = room_beside(photo, natural_width(rows, ratio, grid), layout)
    alone = is_shaped(photo) or beside is None
    return wide, min(height, wide * ratio) if alone else height


def too_wide(photo: Photo, asked: float, grid: Grid) -> Finding:
    """That a photo asks for a width (points) that its column does not have."""
    said = PHOTO_TOO_WIDE(path=photo.path, width=asked / grid.size, measure=grid.measure)
    return Finding("warning", "photo-too-wide", *said, photo.source)


def frame_height(rows: int, grid: Grid) -> float:
    """From the top of the characters of one line to the baseline of the line `rows` − 1 below."""
    return (rows - 1) * grid.leading + grid.ascent


NEARLY_FULL = 0.75
"""A photo of so much of its column is meant to fill it (second-look.md, Pages 3)."""


def filling_rows(photo: Photo, asked: float, ratio: float, layout: Layout) -> int | None:
    """The whole rows nearest to the height of a photo that fills its column (通栏), as one that is
    to stand alone and be so wide, or one that is nearly so wide and was to have text beside it;
    None for any other, and where a frame of whole rows is further than half a row off: a strip, or
    a photo as tall as the page.
    """
    grid = layout.grid
    least = 1.0 if photo.side is Side.NONE else NEARLY_FULL
    # beside what shows there may be room that the frame does not leave
    if is_shaped(photo) or asked < grid.column_width * least - EPSILON:
        return None
    natural = grid.column_width * ratio
    rows = round((natural - grid.ascent) / grid.leading + 1)
    near = abs(frame_height(rows, grid) - natural) <= grid.leading / 2 + EPSILON
    return rows if near and 1 <= rows <= grid.rows - 2 else None


def cut_to(photo: Photo, natural: float, height: float) -> Crop:
    """A photo's crop with so much more cut off that a photo `natural` points high at the width of
    its frame is `height` high there: above and below or at the sides, with the centre of interest
    as near the middle as can be.
    """
    if height < natural:
        return cut_about(photo.crop, 1.0, height / natural, photo.focus)
    return cut_about(photo.crop, natural / height, 1.0, photo.focus)


def frame_rows(width: float, ratio: float, grid: Grid) -> int:
    """The rows whose frame comes nearest to a photo's height, neither wider than the column nor
    taller than the page.
    """
    # the inverse of `frame_height`
    wish = (width * ratio - grid.ascent) / grid.leading + 1
    choices = [rows for rows in (math.floor(wish), math.floor(wish) + 1) if rows >= 1]
    fitting = [
        rows for rows in choices if frame_height(rows, grid) / ratio <= grid.column_width + EPSILON
    ] or choices[:1]
    rows = min(fitting or [1], key=lambda rows: abs(frame_height(rows, grid) / ratio - width))
    # two rows of a column stay free: for a short caption, or a heading above
    return min(rows, grid.rows - 2)
