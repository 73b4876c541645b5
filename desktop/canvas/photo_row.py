"""Photos beside each other on the pages: where a row stands, and where in it a dragged photo would
come to stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.canvas.areas import drawn_photo, frame
from desktop.canvas.context import Context
from desktop.canvas.shown import ShownPage
from desktop.canvas.where import photo_at, photo_place
from desktop.selection import Selection, SelectionKind
from layouts.house.layout import Layout
from layouts.issue.edits import in_row, row_of
from layouts.issue.issue import Issue
from layouts.issue.photo_rows import said_width
from layouts.issue.places import Place
from layouts.page.hit import Rect
from layouts.page.page import Page

EDGE = 1 / 3
"""Of a photo's width: so near to its left or right edge another joins its row."""

OUTSIDE = 10.0
"""Points that the pointer may be out of a photo at that edge: what keeps text off it."""


class RowSlot(NamedTuple):
    """A place in a row: before or `after` the photo at `beside`; and the line on the page (from 0)
    that shows it, points.
    """

    beside: Place
    after: bool
    page: int
    bar: Rect


def row_frame(issue: Issue, pages: Sequence[Page], place: Place) -> tuple[int, Rect] | None:
    """The page (from 0) and the frame of all photos of the row that a photo stands in; of itself
    where it stands in none, None where it is on no page.
    """
    drawn = [
        found for member in row_of(issue, place) if (found := drawn_photo(issue, pages, member))
    ]
    if not drawn:
        return None
    page = drawn[0][0]
    boxes = [frame(picture) for number, picture in drawn if number == page]
    return page, Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def selected_frame(context: Context) -> tuple[ShownPage, Rect] | None:
    """What is sized by its corners: the selected photo, or its row; with the page it is shown
    on.
    """
    issue, selection = context.session.issue, context.session.selection
    place = selection.place
    if selection.kind is not SelectionKind.PHOTO or photo_at(issue, place) is None:
        return None
    if issue is None or place is None:
        return None
    found = row_frame(issue, context.pages, place)
    return (context.camera.shown(found[0]), found[1]) if found is not None else None


def is_selected_whole(issue: Issue | None, selection: Selection, place: Place) -> bool:
    """Whether all photos of a row are selected: they are moved together then."""
    return (
        issue is not None
        and in_row(issue, place)
        and set(row_of(issue, place)) <= set(selection.places)
    )


def row_width(issue: Issue, place: Place, layout: Layout) -> float:
    """The width in em that the row of a photo asks for, at most the column."""
    photos = [
        photo for member in row_of(issue, place) if (photo := photo_at(issue, member)) is not None
    ]
    said = said_width(photos)
    measure = layout.grid.measure
    return measure if said is None else min(said, measure)


def row_slot_at(
    issue: Issue, pages: Sequence[Page], page: int, at: tuple[float, float], moving: Place
) -> RowSlot | None:
    """The place in a row for the photo at `moving` that a point of a page (from 0) asks for: at the
    left or right edge of another photo, or anywhere over one of its own row.
    """
    if page >= len(pages):
        return None
    own = row_of(issue, moving)
    x, y = at
    for picture in pages[page].pictures:
        place = photo_place(issue, picture.article, picture.paragraph)
        box = frame(picture)
        if picture.role or place is None or place == moving or not box.top <= y <= box.bottom:
            continue
        reach = box.width * (0.5 if place in own else EDGE)
        if box.left - OUTSIDE <= x <= box.left + reach:
            return RowSlot(place, False, page, box._replace(right=box.left))
        if box.right - reach <= x <= box.right + OUTSIDE:
            return RowSlot(place, True, page, box._replace(left=box.right))
    return None


def neighbour(issue: Issue | None, place: Place | None) -> Place | None:
    """The photo after the row of a photo, or the one before it; None where there is none."""
    if issue is None or place is None or photo_at(issue, place) is None:
        return None
    row = row_of(issue, place)
    after = row[-1]._replace(block=(row[-1].block or 0) + 1)
    if photo_at(issue, after) is not None:
        return after
    first = row[0].block or 0
    before = row[0]._replace(block=first - 1)
    return before if first and photo_at(issue, before) is not None else None
