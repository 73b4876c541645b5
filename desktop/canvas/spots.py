"""Where something of the issue stands on the pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.canvas.where import address_of_place
from layouts.issue.places import Place, article_number
from layouts.page.hit import Rect, article_boxes, section_box
from layouts.page.item import Picture

if TYPE_CHECKING:
    from desktop.canvas.view import PageView


def area_of(view: PageView, place: Place) -> tuple[int, Rect] | None:
    """The page (from 0) and area where a section, an article, a photo or a text begins; None where it is on no page."""
    issue = view.session.issue
    if issue is None:
        return None
    if place.article is None:
        return _first((k, section_box(page, place.section)) for k, page in enumerate(view.pages))
    address = address_of_place(issue, place)
    if address is None:
        number = article_number(issue, place)
        return _first((k, next(iter(article_boxes(page, number, view.columns)), None)) for k, page in enumerate(view.pages))
    for k, page in enumerate(view.pages):
        for picture in page.pictures:
            if (picture.article, picture.paragraph) == (address.article, address.paragraph):
                return k, frame(picture)
    seat = view.map.seat(address, 0)
    return (seat.page, view.map.caret(seat)) if seat is not None else None


def frame(picture: Picture) -> Rect:
    """The frame of a drawn picture."""
    return Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)


def _first(boxes: Iterable[tuple[int, Rect | None]]) -> tuple[int, Rect] | None:
    return next(((k, box) for k, box in boxes if box is not None), None)
