"""Marked text moved or copied to another place: dragged there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.issue.article import Block
from layouts.issue.edits.clipboard import copied
from layouts.issue.edits.deleting import delete_range
from layouts.issue.edits.pasting import paste_blocks
from layouts.issue.edits.reading import PositionTuple, editable_position, ordered, reading_order
from layouts.issue.edits.tree import article_of, block_of, text_of
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of


class TextMoved(NamedTuple):
    """The issue after text was moved or copied, and where it stands now: from `start` to `end`."""

    issue: Issue
    start: PositionTuple
    end: PositionTuple


def copy_text(
    issue: Issue, start: PositionTuple, end: PositionTuple, to: PositionTuple
) -> TextMoved:
    """Put the text between two positions in at a third as well, as if copied and pasted there."""
    start, end = ordered(issue, start, end)
    if start == end:
        return TextMoved(issue, start, end)
    return _pasted(issue, editable_position(issue, *to), copied(issue, start, end))


def move_text(
    issue: Issue, start: PositionTuple, end: PositionTuple, to: PositionTuple
) -> TextMoved:
    """Move the text between two positions to a third, as if cut and pasted there.

    Where that is inside it or at its ends, it stays.
    """
    start, end = ordered(issue, start, end)
    to = editable_position(issue, *to)
    if reading_order(start) <= reading_order(to) <= reading_order(end):
        return TextMoved(issue, start, end)
    blocks = copied(issue, start, end)
    if reading_order(to) < reading_order(start):
        cut = delete_range(issue, start, end)
        # photos that stood in between stand before the text now
        if to[0] == start[0]:
            to = cut.place, to[1]
        return _pasted(cut.issue, to, blocks)
    # pasted first: where it goes is still where it was
    pasted = _pasted(issue, to, blocks)
    left = delete_range(pasted.issue, start, end).issue
    return TextMoved(
        left, *(_moved_up(pasted.issue, at, left) for at in (pasted.start, pasted.end))
    )


def _pasted(issue: Issue, to: PositionTuple, blocks: Sequence[Block]) -> TextMoved:
    pasted = paste_blocks(issue, *to, blocks)
    return TextMoved(pasted.issue, to, (pasted.place, pasted.offset))


def _moved_up(before: Issue, position: PositionTuple, issue: Issue) -> PositionTuple:
    """A position of an issue once text before it has gone: as far from the end of its text, and
    that from the end of its note and of its article.
    """
    place, offset = position
    tail = len(text_of(before, place).string) - offset
    if place.block is not None and place.block >= 0:
        old = block_of(before, place)
        gone = len(article_of(before, place).blocks) - len(article_of(issue, place).blocks)
        place = place._replace(block=place.block - gone)
        # cells are emptied where they stand, paragraphs of a note go
        if old.trait.parts_join:
            fewer = len(parts_of(old)) - len(parts_of(block_of(issue, place)))
            place = place._replace(part=place.part - fewer)
    return place, len(text_of(issue, place).string) - tail
