"""What text runs round of a photo (绕排), and how far away from each of its edges."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import photo_of, with_block
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPoint, Standoffs, Wrap
from layouts.issue.places import Place
from layouts.issue.sound_photo import sound_photo


def set_wrap(issue: Issue, place: Place, wrap: Wrap) -> Edited:
    """Say what text runs round. A polygon that was drawn is kept for the day it is asked for."""
    return _set(issue, place, replace(photo_of(issue, place), wrap=wrap))


def set_polygon(issue: Issue, place: Place, corners: Sequence[PhotoPoint]) -> Edited:
    """Have text run round a polygon of the photo; corners outside it move to its edge. One of less
    than three corners, or more than there may be, changes nothing.
    """
    photo = photo_of(issue, place)
    drawn = sound_photo(replace(photo, wrap=Wrap.POLYGON, polygon=tuple(corners)))
    return _set(issue, place, drawn if drawn.polygon else photo)


def set_standoffs(issue: Issue, place: Place, standoffs: Standoffs | None) -> Edited:
    """Set the distance of text from each edge of a photo in em; None for one from all."""
    return _set(issue, place, sound_photo(replace(photo_of(issue, place), standoffs=standoffs)))


def _set(issue: Issue, place: Place, photo: Photo) -> Edited:
    if photo == photo_of(issue, place):
        return Edited(issue, place)
    return Edited(with_block(issue, place, photo), place)
