"""Pictures that go over the trim of their page into the bleed (出血): a larger frame, and what of
the photo belongs to it.

Points; x and y as on the page, so that what lies outside it has negative ones or larger than it.
"""

from __future__ import annotations

from typing import NamedTuple

from layouts.page.item import Picture
from layouts.units import mm

TOUCH = mm(0.1)
"""What comes so near to the trim is meant to touch it."""


class EdgeBox(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float


def frame_box(picture: Picture) -> EdgeBox:
    """The frame of a picture by its edges."""
    return EdgeBox(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)


def over_trim(
    frame: EdgeBox, width: float, height: float, by: tuple[float, float, float, float]
) -> EdgeBox:
    """A frame with the edges that touch the trim of a page of this size drawn out over it; `by` is
    how far at the left, top, right and bottom.
    """
    left, top, right, bottom = by
    return EdgeBox(
        # `min`: what reaches out further stays as it is
        min(frame.left, -left) if frame.left <= TOUCH else frame.left,
        min(frame.top, -top) if frame.top <= TOUCH else frame.top,
        max(frame.right, width + right) if frame.right >= width - TOUCH else frame.right,
        max(frame.bottom, height + bottom) if frame.bottom >= height - TOUCH else frame.bottom,
    )


def grown_to(picture: Picture, frame: EdgeBox) -> Picture:
    """A picture in a larger frame: more of a cropped photo comes to light; one that has no more to
    show grows as a whole as far as it must, keeping its proportions.
    """
    old = frame_box(picture)
    if frame == old:
        return picture
    left, top, right, bottom = picture.crop
    whole_width, whole_height = (
        picture.width / (1 - left - right),
        picture.height / (1 - top - bottom),
    )
    width, height = frame.right - frame.left, frame.bottom - frame.top
    # what the crop has cut off may be enough; if not, the photo grows
    scale = max(1.0, width / whole_width, height / whole_height)
    x = _covering(old.left - left * whole_width, whole_width, scale, (frame.left, frame.right))
    y = _covering(old.top - top * whole_height, whole_height, scale, (frame.top, frame.bottom))
    whole_width, whole_height = whole_width * scale, whole_height * scale
    crop = (
        (frame.left - x) / whole_width,
        (frame.top - y) / whole_height,
        1 - (frame.right - x) / whole_width,
        1 - (frame.bottom - y) / whole_height,
    )
    # rounding would leave a hair of a crop, and a photo without one is not clipped
    kept = tuple(0.0 if abs(part) < 1e-9 else part for part in crop)
    return picture._replace(
        x=frame.left,
        y=frame.top,
        width=width,
        height=height,
        crop=(kept[0], kept[1], kept[2], kept[3]),
    )


def _covering(start: float, length: float, scale: float, stretch: tuple[float, float]) -> float:
    """Where a side of a photo begins that grew by `scale` about its middle, moved so that it covers
    a stretch.
    """
    grown = start - length * (scale - 1) / 2
    return min(stretch[0], max(stretch[1] - length * scale, grown))
