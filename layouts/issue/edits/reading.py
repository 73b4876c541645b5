"""The texts of an issue in reading order, and what of them lies between two carets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from layouts.issue.article import Article
from layouts.issue.edits.cell_area import area_between
from layouts.issue.edits.tree import block_of, text_of
from layouts.issue.issue import Issue
from layouts.issue.parts import CREDIT
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, articles, running_place, texts_of
from layouts.issue.text import Text

PositionTuple: TypeAlias = tuple[Place, int]
"""A place between two characters: the text, and how many code points into it (the window calls it a
`TextPosition`).
"""

OF_TITLE, OF_SUBTITLE, AFTER_ALL = -2, -1, 10**9
"""The ranks of a title and a subtitle, before every block, and of a by-line, after every block."""


class TextSpan(NamedTuple):
    """Characters `start` up to `end` of the text at `place`."""

    place: Place
    start: int
    end: int


def rank(place: Place) -> int:
    """Where a text stands in its article: title and subtitle first, blocks by their index, the
    by-line last.
    """
    if place.block is None:
        return OF_TITLE - 1
    return {TITLE: OF_TITLE, SUBTITLE: OF_SUBTITLE, BYLINE: AFTER_ALL}.get(place.block, place.block)


def reading_order(position: PositionTuple) -> tuple[int, int, int, int, int]:
    """A key that sorts positions as they are read."""
    place, offset = position
    return (
        place.section,
        # a section's name is read before its articles
        -1 if place.article is None else place.article,
        rank(place),
        place.part,
        offset,
    )


def editable_position(issue: Issue, place: Place, offset: int) -> PositionTuple:
    """A position where text can be edited: the title of a run-in article is edited in its lead; an
    offset beyond the text is its end.
    """
    if place.block == TITLE:
        place, offset = running_place(issue, place, offset)
    return place, max(0, min(offset, len(text_of(issue, place).string)))


def ordered(
    issue: Issue, start: PositionTuple, end: PositionTuple
) -> tuple[PositionTuple, PositionTuple]:
    """Two positions as they are read, each where text can be edited."""
    first, second = editable_position(issue, *start), editable_position(issue, *end)
    return (first, second) if reading_order(first) <= reading_order(second) else (second, first)


def running_texts(article: Article, place: Place) -> Iterator[tuple[Place, Text]]:
    """The texts of an article that one reads through, captions aside.

    The title of a run-in article is its lead and not named twice.
    """
    for at, text in texts_of(article, place):
        if at.block is None or at.block < 0 or article.blocks[at.block].trait.reads:
            yield at, text


def spans(issue: Issue, start: PositionTuple, end: PositionTuple) -> Iterator[TextSpan]:
    """What lies between two positions, text by text.

    Captions and section names only where both positions stand in them. Between two cells of a table
    lie the cells of a rectangle, each whole.
    """
    (first, begin), (last, finish) = ordered(issue, start, end)
    if first == last:
        yield TextSpan(first, begin, finish)
        return
    area = area_between(issue, first, last)
    if area is not None:
        for place in area.places():
            yield TextSpan(place, 0, len(text_of(issue, place).string))
        return
    lowest, highest = reading_order((first, 0)), reading_order((last, 0))
    for place, article in articles(issue):
        if not lowest[:2] <= reading_order((place, 0))[:2] <= highest[:2]:
            continue
        for at, text in running_texts(article, place):
            if lowest <= reading_order((at, 0)) <= highest:
                yield TextSpan(
                    at, begin if at == first else 0, finish if at == last else len(text.string)
                )


def may_carry_marks(issue: Issue, place: Place) -> bool:
    """Whether what stands at a place may carry marks: not who took a photo nor a section's name."""
    is_caption = place.article is not None and place.part != CREDIT
    return is_caption or is_running_text(issue, place)


def is_running_text(issue: Issue, place: Place) -> bool:
    """Whether what stands at a place is read through with the texts around it: not a caption nor a
    section's name.
    """
    if place.article is None:
        return False
    return place.block in (TITLE, SUBTITLE, BYLINE) or block_of(issue, place).trait.reads
