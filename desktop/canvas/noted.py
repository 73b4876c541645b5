"""Notes of articles on the pages: which one a point shows, by its words or its sign in the text,
and the way from the one to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from desktop.canvas.context import Context
from desktop.canvas.shown import Pointer
from desktop.canvas.where import address_of_place, article_place, place_of_address
from desktop.selection import TextPosition, of_text
from layouts.issue.issue import Issue
from layouts.issue.notes import notes_in, notes_of
from layouts.issue.places import Place, article_at, article_number, articles, text_at
from layouts.issue.text import Mark
from layouts.page.carets import CaretMap, address_of
from layouts.page.hit import UNEDITED_ROLES, Hit, HitKind, Rect, band
from layouts.page.page import Page


class PageArea(NamedTuple):
    """Part of a page, the first being 0."""

    page: int
    area: Rect


def note_at(
    issue: Issue, shown: CaretMap, pointer: Pointer, found: Hit
) -> tuple[Place, Mark] | None:
    """The place and the mark of the note at a point; None where there is none.

    The pages shown are to be those of the issue.
    """
    if found.target is HitKind.NOTE:
        return _printed(issue, found)
    if found.target is HitKind.LINE and found.line is not None:
        return _signed(issue, shown, pointer, found.line)
    return None


def _printed(issue: Issue, found: Hit) -> tuple[Place, Mark] | None:
    place = article_place(issue, found.article)
    return (
        None
        if place is None
        else next(islice(notes_of(article_at(issue, place), place), found.part, None), None)
    )


def _signed(
    issue: Issue, shown: CaretMap, pointer: Pointer, line: int
) -> tuple[Place, Mark] | None:
    end = shown.sign_at(pointer.page, line, pointer.x)
    address = address_of(shown.pages[pointer.page].lines[line]) if end is not None else None
    place = place_of_address(issue, address) if address is not None else None
    marks = notes_in(text_at(issue, place)) if place is not None else []
    return next(((place, mark) for mark in marks if mark.end == end and place is not None), None)


def note_near(issue: Issue, position: TextPosition) -> tuple[Place, Mark] | None:
    """The note whose words a place of the text is in or right behind, its sign there; None where
    none is.
    """
    try:
        marks = notes_in(text_at(issue, position.place))
    except LookupError:
        return None
    found = (mark for mark in marks if mark.start <= position.offset <= mark.end)
    # right between two: the one whose sign stands there
    near = min(found, key=lambda mark: mark.end, default=None)
    return (position.place, near) if near is not None else None


def note_from(issue: Issue, position: TextPosition, *, onward: bool) -> tuple[Place, Mark] | None:
    """The next note of the issue whose sign stands behind a place of the text, or the last before
    it; None where there is none.
    """
    here = (_order(issue, position.place), position.offset)
    found: tuple[Place, Mark] | None = None
    for article, told in articles(issue):
        for place, mark in notes_of(told, article):
            stands = (_order(issue, place), mark.end)
            if onward and stands > here:
                return place, mark
            if not onward and stands < here:
                found = place, mark
    return found


def _order(issue: Issue, place: Place) -> tuple[int, int, int]:
    address = address_of_place(issue, place)
    return address.order if address is not None else (article_number(issue, place), -3, 0)


def printed_at(issue: Issue, pages: Sequence[Page], place: Place, mark: Mark) -> PageArea | None:
    """Where the words of a note begin on the pages of an issue, all lines of it there."""
    told = notes_of(article_at(issue, place), place.of_article)
    part = next((k for k, found in enumerate(told) if found == (place, mark)), None)
    article = article_number(issue, place)
    for number, page in enumerate(pages):
        lines = [
            band(line)
            for line in page.lines
            if line.role in UNEDITED_ROLES and (line.article, line.part) == (article, part)
        ]
        if lines:
            lefts, tops, rights, feet = zip(*lines, strict=True)
            return PageArea(number, Rect(min(lefts), min(tops), max(rights), max(feet)))
    return None


def sign_at(issue: Issue, shown: CaretMap, place: Place, mark: Mark) -> PageArea | None:
    """Where the sign of a note stands on the pages of an issue."""
    address = address_of_place(issue, place)
    seat = shown.seat(address, mark.end, upstream=True) if address is not None else None
    return PageArea(seat.page, shown.caret(seat)) if seat is not None else None


def jump(context: Context, place: Place, mark: Mark, *, to_note: bool) -> bool:
    """Bring a note's words into view, or its sign, the caret there either way; False where the
    pages shown are of another issue, or it stands on none of them.
    """
    issue = context.session.composed_issue
    if issue is None or issue is not context.session.issue:
        return False
    found = (
        printed_at(issue, context.pages, place, mark)
        if to_note
        else sign_at(issue, context.map, place, mark)
    )
    if found is None:
        return False
    context.session.select(of_text(TextPosition(place, mark.end)), seen=True)
    context.camera.reveal(*found)
    return True
