"""Photos drawn over the trim of their page into the bleed (出血): at the edges that they are to go
to, and where the type area goes to the trim by itself.
"""

from __future__ import annotations

from typing import Protocol

from layouts.flow.frames import cut_about
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout
from layouts.issue.photo import Bleed, Crop, Photo, Side
from layouts.page.bleeding import EdgeBox, frame_box
from layouts.page.item import Picture


class PixelCounts(Protocol):
    """How many pixels a photo has."""

    @property
    def width(self) -> int:
        """Across the upright photo."""
        ...

    @property
    def height(self) -> int:
        """Down the upright photo."""
        ...


def shown_ratio(photo: Photo, size: PixelCounts) -> float:
    """The height to the width of what the crop shows of a photo."""
    left, top, right, bottom = photo.crop
    return size.height * (1 - top - bottom) / (size.width * (1 - left - right))


def goes_to(picture: Picture, wanted: Bleed, grid: Grid) -> Bleed:
    """The edges that a picture reaches of those it is to go to: at which it stands last in the type
    area.
    """
    frame = frame_box(picture)
    return Bleed(
        wanted.left and frame.left <= grid.left + EPSILON,
        wanted.top and frame.top <= grid.top + EPSILON,
        wanted.right and frame.right >= grid.left + grid.area_width - EPSILON,
        # the foot of a photo in the last row stands on its baseline, which characters reach under
        wanted.foot and frame.bottom >= grid.top + grid.area_height - grid.size,
    )


def over_edges(frame: EdgeBox, edges: Bleed, layout: Layout) -> EdgeBox:
    """A frame drawn out to some edges of its page and as far over them as the layout bleeds."""
    by, grid = layout.bleed, layout.grid
    return EdgeBox(
        -by if edges.left else frame.left,
        -by if edges.top else frame.top,
        grid.width + by if edges.right else frame.right,
        grid.height + by if edges.foot else frame.bottom,
    )


def bled_photo(
    picture: Picture, photo: Photo, size: PixelCounts, edges: Bleed, layout: Layout
) -> Picture:
    """A photo as it is drawn that goes over some edges of its page."""
    frame = over_edges(frame_box(picture), edges, layout)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    crop = filling_crop(photo, shown_ratio(photo, size), height / width)
    return picture._replace(x=frame.left, y=frame.top, width=width, height=height, crop=crop)


def filling_crop(photo: Photo, ratio: float, wanted: float) -> Crop:
    """The crop in which a photo fills a frame of other proportions (both height to width): what is
    too much is cut off, its centre of interest kept.
    """
    if wanted < ratio:
        return cut_about(photo.crop, 1.0, wanted / ratio, photo.focus)
    return cut_about(photo.crop, ratio / wanted, 1.0, photo.focus)


def widened(wanted: Bleed, side: Side, width: float, layout: Layout) -> float:
    """How much wider a photo in the text is that goes to the edges of the page beside it than
    `width` points, which it is in its column: times that.
    """
    margin = layout.grid.left + layout.bleed
    left = wanted.left and side in {Side.LEFT, Side.NONE}
    right = wanted.right and side in {Side.RIGHT, Side.NONE}
    return 1 + (left + right) * margin / width
