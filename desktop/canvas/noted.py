"""Which note of an article a point of a page shows: its words at the article's end, or its sign in
the text.
"""

from __future__ import annotations

from itertools import islice

from desktop.canvas.shown import Pointer
from desktop.canvas.where import article_place, place_of_address
from layouts.issue.issue import Issue
from layouts.issue.notes import notes_in, notes_of
from layouts.issue.places import Place, article_at, text_at
from layouts.issue.text import Mark
from layouts.page.carets import CaretMap, address_of
from layouts.page.hit import Hit, HitKind


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
