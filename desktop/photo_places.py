"""What moving a photo to a place means in the window: across how many columns it goes there, over
which edges.
"""

from __future__ import annotations

from layouts.issue.photo import ALL_COLUMNS, Bleed, Photo, PhotoPlace, Side

ACROSS = frozenset({PhotoPlace.TOP, PhotoPlace.FOOT})
"""The places at which a photo goes across columns."""


def across_at(photo: Photo, place: PhotoPlace) -> int:
    """The columns that a photo goes across which an editor moves to a place: all of them, where it
    was not at such a place before.
    """
    return photo.across if photo.place in ACROSS or place not in ACROSS else ALL_COLUMNS


def edges_at(photo: Photo) -> Bleed:
    """The edges of the page that a photo stands at by its place: it goes over these where an editor
    says no more than that it bleeds.
    """
    if photo.place is PhotoPlace.TEXT:
        both = photo.side is Side.NONE
        return Bleed(left=both or photo.side is Side.LEFT, right=both or photo.side is Side.RIGHT)
    of_page = photo.place in {PhotoPlace.PAGE, PhotoPlace.SPREAD}
    top = of_page or photo.place is PhotoPlace.TOP
    return Bleed(left=True, top=top, right=True, foot=of_page or not top)
