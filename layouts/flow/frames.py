"""The frame of a photo: what of the photo shows in one of other proportions, the edges of the page
that it goes to, and the rule on it.
"""

from __future__ import annotations

from layouts.geometry import EPSILON
from layouts.house.layout import Layout
from layouts.issue.photo import NO_BLEED, Bleed, Crop, Photo, PhotoPoint
from layouts.page.item import BLACK, Picture, Rule


def cut_about(crop: Crop, across: float, down: float, focus: PhotoPoint | None) -> Crop:
    """A crop of which so much is kept across and down, from 0 to 1, with the centre of interest as
    near its middle as can be; without one evenly at both edges.
    """
    left, top, right, bottom = crop
    x, y = (None, None) if focus is None else focus
    left, right = _cut(left, right, across, x)
    top, bottom = _cut(top, bottom, down, y)
    return Crop(left, top, right, bottom)


def _cut(low: float, high: float, kept: float, focus: float | None) -> tuple[float, float]:
    whole = 1 - low - high
    cut = (1 - kept) * whole
    if cut <= 0:
        return low, high
    # cut in half, the very sum it always was
    before = cut / 2 if focus is None else min(max(0.0, focus - low - kept * whole / 2), cut)
    return low + before, high + (cut - before if focus is not None else before)


def edges_of(photo: Photo, layout: Layout) -> Bleed | None:
    """The edges of the page that a photo is to go to: those it says, and those to which the type
    area goes; None where there are none.
    """
    grid = layout.grid
    # no more characters fit: nobody meant what is left for a margin
    sides = 2 * grid.left < grid.columns * grid.size
    head = grid.top < EPSILON
    foot = grid.height - grid.top - grid.area_height < grid.size
    if not (any(photo.bleed) or sides or head or foot):
        return None
    own = photo.bleed
    return Bleed(own.left or sides, own.top or head, own.right or sides, own.foot or foot)


def frame_rules(picture: Picture, thickness: float, bleed: Bleed = NO_BLEED) -> list[Rule]:
    """A rule inside the edges of a picture, so many points thick; none at an edge in the bleed,
    where nothing ends.
    """
    x, y, half = picture.x, picture.y, thickness / 2
    right, foot = x + picture.width, y + picture.height
    rules: list[Rule] = []
    for goes, at in ((bleed.top, y + half), (bleed.foot, foot - half)):
        if not goes:
            rules.append(Rule(x, at, right, at, thickness, BLACK))
    # between the others: corners are drawn once
    head = y if bleed.top else y + thickness
    end = foot if bleed.foot else foot - thickness
    for goes, at in ((bleed.left, x + half), (bleed.right, right - half)):
        if not goes and head < end:
            rules.append(Rule(at, head, at, end, thickness, BLACK))
    return rules
