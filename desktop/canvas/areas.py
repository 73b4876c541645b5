"""Where something of the issue stands on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.canvas.where import TARGETS, address_of_place
from desktop.selection import SelectionKind
from layouts.geometry import Interval
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_number
from layouts.page.carets import CaretMap
from layouts.page.hit import Rect, area_frame, article_boxes, fixed_box, section_box
from layouts.page.item import BoxArea, Picture
from layouts.page.page import Page

BEGINNING = 120.0
"""Points of an article that are to be seen of it: its title and first lines."""


def area_of(issue: Issue, shown: CaretMap, place: Place) -> tuple[int, Rect] | None:
    """The page (from 0) and area where a section, an article or a text begins, all of a photo; None
    where it is on no page.
    """
    if place.article is None:
        return _first((k, section_box(page, place.section)) for k, page in enumerate(shown.pages))
    address = address_of_place(issue, place)
    # an article as a whole
    if address is None:
        number = article_number(issue, place)
        return _first(
            (k, _beginning(page, number, shown.columns)) for k, page in enumerate(shown.pages)
        )
    drawn = drawn_photo(issue, shown.pages, place)
    if drawn is not None:
        return drawn[0], frame(drawn[1])
    box = drawn_box(issue, shown.pages, place) if place.part == 0 else None
    if box is not None:
        return box[0], area_frame(box[1])
    seat = shown.seat(address, 0)
    return (seat.page, shown.caret(seat)) if seat is not None else None


def fixed_area_of(shown: CaretMap, kind: SelectionKind) -> tuple[int, Rect] | None:
    """The page (from 0) and area where what the house rules place begins; None for any other
    selection, and where it is on no page.
    """
    target = TARGETS.get(kind)
    if target is None:
        return None
    found = _first((k, fixed_box(page, target)) for k, page in enumerate(shown.pages))
    return (found[0], found[1].head(BEGINNING)) if found is not None else None


def drawn_photo(issue: Issue, pages: Sequence[Page], place: Place) -> tuple[int, Picture] | None:
    """The page (from 0) and the picture that show the photo at a place; None where it is on no
    page.
    """
    address = address_of_place(issue, place)
    if address is None:
        return None
    drawn = ((k, picture) for k, page in enumerate(pages) for picture in page.pictures)
    return next(
        (
            found
            for found in drawn
            if (found[1].article, found[1].paragraph) == (address.article, address.paragraph)
        ),
        None,
    )


def drawn_box(issue: Issue, pages: Sequence[Page], place: Place) -> tuple[int, BoxArea] | None:
    """The page (from 0) and the area of the box at a place; None where it is on no page."""
    address = address_of_place(issue, place)
    if address is None:
        return None
    drawn = ((k, area) for k, page in enumerate(pages) for area in page.areas)
    return next(
        (
            found
            for found in drawn
            if (found[1].article, found[1].paragraph) == (address.article, address.paragraph)
        ),
        None,
    )


def _beginning(page: Page, article: int, columns: Sequence[Interval]) -> Rect | None:
    """The head of what an article takes on a page, in the first column it stands in."""
    box = next(iter(article_boxes(page, article, columns)), None)
    return box.head(BEGINNING) if box is not None else None


def frame(picture: Picture) -> Rect:
    """The frame of a drawn picture."""
    return Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)


def _first(boxes: Iterable[tuple[int, Rect | None]]) -> tuple[int, Rect] | None:
    return next(((k, box) for k, box in boxes if box is not None), None)
