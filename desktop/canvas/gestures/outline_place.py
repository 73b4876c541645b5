"""Where the outline of a photo stands on its page, and what outline its drawing begins with."""

from __future__ import annotations

from typing import NamedTuple

from layouts.flow.contour import turned, turned_back
from layouts.geometry import convex_hull, simplified
from layouts.issue.photo import Photo, PhotoPoint, Wrap
from layouts.page.item import Picture

MOST_BEGUN = 32
"""Corners that a drawing begins with: more handles than these nobody can tell apart."""

SLACK = 0.01
"""Of the photo: what corners of an outline that was found may be given up for, at first."""


class OutlinePlace(NamedTuple):
    """A photo on a page (from 0), straightened by some degrees."""

    page: int
    picture: Picture
    straighten: float

    @property
    def _whole(self) -> tuple[float, float, float, float]:
        """Left edge, top, width and height of the photo as if nothing were cropped, points."""
        left, top, right, bottom = self.picture.crop
        width = self.picture.width / (1 - left - right)
        height = self.picture.height / (1 - top - bottom)
        return self.picture.x - left * width, self.picture.y - top * height, width, height

    def on_page(self, point: PhotoPoint) -> tuple[float, float]:
        """A point of the photo on the page, points."""
        x0, y0, width, height = self._whole
        x, y = point
        if self.straighten:
            (((x, y),),) = turned(((point,),), self.straighten, width / height)
        return x0 + x * width, y0 + y * height

    def on_photo(self, x: float, y: float) -> PhotoPoint:
        """The point of the photo at a point of the page, at its edge where that is outside; to a
        ten-thousandth.
        """
        x0, y0, width, height = self._whole
        found = (x - x0) / width, (y - y0) / height
        if self.straighten:
            found = turned_back(found, self.straighten, width / height)
        return PhotoPoint(*(round(min(max(part, 0.0), 1.0), 4) for part in found))


def begun_with(photo: Photo, place: OutlinePlace) -> list[PhotoPoint]:
    """The corners of the polygon that was drawn, else of the contour that was found, round all its
    pieces and with so few corners that they can be dragged; else of the frame.
    """
    if photo.polygon and (photo.wrap is Wrap.POLYGON or not place.picture.contour):
        return list(photo.polygon)
    rings = [[place.on_photo(*corner) for corner in ring] for ring in place.picture.contour]
    if not rings:
        frame = place.picture
        right, foot = frame.x + frame.width, frame.y + frame.height
        edges = ((frame.x, frame.y), (right, frame.y), (right, foot), (frame.x, foot))
        return [place.on_photo(*corner) for corner in edges]
    ring = rings[0] if len(rings) == 1 else convex_hull(corner for one in rings for corner in one)
    few, slack = simplified(ring, SLACK), SLACK
    while len(few) > MOST_BEGUN:
        slack *= 1.3
        few = simplified(ring, slack)
    return [PhotoPoint(*corner) for corner in few]
