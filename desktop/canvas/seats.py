"""The place in the text that the pointer means."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.shown import Pointer
from desktop.canvas.where import place_of_address, text_of
from desktop.selection import TextPosition
from layouts.page.carets import Seat
from layouts.page.item import PHOTO_WORDS


def seat_under(context: Context, pointer: Pointer) -> tuple[TextPosition, Seat] | None:
    """The position nearest to the pointer, and where a caret stands there; None on a page without
    text.
    """
    composed, issue = context.session.composed_issue, context.session.issue
    if composed is None or issue is None:
        return None
    line = context.hit(pointer).line
    seat = context.map.on_line(pointer.page, line, pointer.x) if line is not None else None
    seat = seat or _nearest(context, pointer)
    place = place_of_address(composed, seat.address) if seat is not None else None
    # the issue may be newer than the pages
    text = text_of(issue, place) if place is not None else None
    if seat is None or place is None:
        return None
    end = len(text.string) if text is not None else 0
    return TextPosition(place, min(seat.offset, end)), seat


def _nearest(context: Context, pointer: Pointer) -> Seat | None:
    """The nearest place in running text; in words about a photo only on a page with no others."""
    roles = {line.role for line in context.pages[pointer.page].lines}
    running = frozenset(roles - PHOTO_WORDS)
    at = (pointer.page, pointer.x, pointer.y)
    return context.map.at_point(*at, running) or context.map.at_point(*at)
