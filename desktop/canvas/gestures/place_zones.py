"""Dragged into the margin over or under the text, a photo is offered the head or foot of the page:
which one, beside which paragraph, and where the mark of it stands.
"""

from __future__ import annotations

from desktop.canvas.gestures.slots import BODY
from desktop.canvas.where import place_of_address
from layouts.house.layout import Grid
from layouts.issue.issue import Issue
from layouts.issue.photo import PhotoPlace
from layouts.issue.places import Place
from layouts.page.carets import CaretMap, address_of
from layouts.page.hit import Rect

IN_MARGIN = 0.3
"""How far into the margin the pointer must be, of its height: the first and last row are no part of
it.
"""


def zone_at(grid: Grid, y: float) -> PhotoPlace | None:
    """The place that a height of a page offers; None beside the text."""
    foot = grid.top + grid.area_height
    if y < grid.top * (1 - IN_MARGIN):
        return PhotoPlace.TOP
    return PhotoPlace.FOOT if y > foot + IN_MARGIN * (grid.height - foot) else None


def mark_of(grid: Grid, zone: PhotoPlace) -> Rect:
    """The band of the page that is marked for a place: a third of the type area."""
    right, height = grid.left + grid.area_width, grid.area_height / 3
    top = grid.top if zone is PhotoPlace.TOP else grid.top + grid.area_height - height
    return Rect(grid.left, top, right, top + height)


def paragraph_for(issue: Issue, shown: CaretMap, page: int, zone: PhotoPlace) -> Place | None:
    """The paragraph near which a photo stands that is to come to the head or foot of a page (from
    0): for the foot the first that begins there, for the head the last that begins before, else the
    first there. None where none does.
    """
    begin = _begins(issue, shown, page)
    if zone is PhotoPlace.FOOT:
        return begin[0] if begin else None
    for before in range(page - 1, -1, -1):
        if found := _begins(issue, shown, before):
            return found[-1]
    return begin[0] if begin else None


def _begins(issue: Issue, shown: CaretMap, page: int) -> list[Place]:
    """The paragraphs that begin on a page."""
    found: list[Place] = []
    for line in shown.pages[page].lines if page < len(shown.pages) else ():
        address = address_of(line) if line.role in BODY and line.start == 0 else None
        place = place_of_address(issue, address) if address is not None else None
        if place is not None:
            found.append(place)
    return found
