"""Marked text moved or copied to another place: dragged there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.issue.article import Block, Paragraph
from layouts.issue.blocks import previous_in_flow
from layouts.issue.edits.clipboard import copied
from layouts.issue.edits.deleting import delete_range
from layouts.issue.edits.pasting import is_for_below, paste_below_head, paste_blocks
from layouts.issue.edits.reading import PositionTuple, editable_position, ordered, reading_order
from layouts.issue.edits.tree import article_of, block_of, text_of, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part, parts_of, with_item
from layouts.issue.places import TITLE, Place
from layouts.issue.traits import Shape


class TextMoved(NamedTuple):
    """The issue after text was moved or copied, and where it stands now: from `start` to `end`."""

    issue: Issue
    start: PositionTuple
    end: PositionTuple


def copy_text(
    issue: Issue, start: PositionTuple, end: PositionTuple, to: PositionTuple
) -> TextMoved:
    """Put the text between two positions in at a third as well, as if copied and pasted there.

    An article dropped into its title stands whole below it where more of the title follows, or a
    subtitle.
    """
    start, end = ordered(issue, start, end)
    if start == end:
        return TextMoved(issue, start, end)
    return _pasted(issue, editable_position(issue, *to), copied(issue, start, end))


def move_text(
    issue: Issue, start: PositionTuple, end: PositionTuple, to: PositionTuple
) -> TextMoved:
    """Move the text between two positions to a third, as if cut and pasted there.

    Where that is inside it or at its ends, it stays. A paragraph all of whose words went is gone
    too; whole items of a list go as items before or behind another. An article goes into a title
    as `copy_text` puts it there.
    """
    start, end = ordered(issue, start, end)
    to = editable_position(issue, *to)
    if reading_order(start) <= reading_order(to) <= reading_order(end):
        return TextMoved(issue, start, end)
    if _are_items(issue, start, end) and _is_at_item(issue, start[0], to):
        return _items_moved(issue, start, end, to)
    blocks = copied(issue, start, end)
    if reading_order(to) < reading_order(start):
        cut = delete_range(issue, start, end)
        # photos that stood in between stand before the text now
        if to[0] == start[0]:
            to = cut.place, to[1]
        return _pasted(_without_emptied(cut.issue, cut.place), to, blocks)
    # pasted first: where it goes is still where it was
    pasted = _pasted(issue, to, blocks)
    cut = delete_range(pasted.issue, start, end)
    left = _without_emptied(cut.issue, cut.place)
    return TextMoved(
        left, *(_moved_up(pasted.issue, at, left) for at in (pasted.start, pasted.end))
    )


def _are_items(issue: Issue, start: PositionTuple, end: PositionTuple) -> bool:
    """Whether items of a list stand between two positions from the first word to the last."""
    (first, begin), (last, stop) = start, end
    if first.of_article != last.of_article or begin != 0:
        return False
    if not (_is_line(issue, first) and _is_line(issue, last)):
        return False
    blocks = article_of(issue, first).blocks[first.block : (last.block or 0) + 1]
    return stop == len(text_of(issue, last).string) and all(
        block.trait.beside or (isinstance(block, Paragraph) and block.form.is_item)
        for block in blocks
    )


def _is_at_item(issue: Issue, of: Place, to: PositionTuple) -> bool:
    """Whether a position is before or behind all words of an item in the article of a place."""
    place, offset = to
    if place.of_article != of.of_article or not _is_line(issue, place):
        return False
    block = block_of(issue, place)
    is_item = isinstance(block, Paragraph) and block.form.is_item
    return is_item and offset in (0, len(text_of(issue, place).string))


def _items_moved(
    issue: Issue, start: PositionTuple, end: PositionTuple, to: PositionTuple
) -> TextMoved:
    """Items put before the one at whose first word they were dropped, else behind it; what stands
    beside items stays with them.
    """
    blocks = article_of(issue, start[0]).blocks
    first = previous_in_flow(blocks, start[0].block or 0) + 1
    last, on = (end[0].block or 0) + 1, to[0].block or 0
    at = on + 1 if to[1] else previous_in_flow(blocks, on) + 1
    by = at - (last if at > first else first)
    moved, rest = blocks[first:last], (*blocks[:first], *blocks[last:])
    made = with_blocks(issue, start[0], (*rest[: first + by], *moved, *rest[first + by :]))
    ends = (
        (place._replace(block=(place.block or 0) + by), offset) for place, offset in (start, end)
    )
    return TextMoved(made, *ends)


def _without_emptied(issue: Issue, place: Place) -> Issue:
    """An issue without the paragraph or sub-heading at a place, if it has no words; what is alone
    in its article stays.
    """
    if place.article is None or place.block is None or place.block < 0:
        return issue
    article = article_of(issue, place)
    block, rest = article.blocks[place.block], with_item(article.blocks, place.block)
    if block.trait.shape is not Shape.TEXT or parts_of(block)[0].string:
        return issue
    is_alone = all(other.trait.beside for other in rest)
    return issue if is_alone else with_blocks(issue, place, rest)


def _pasted(issue: Issue, to: PositionTuple, blocks: Sequence[Block]) -> TextMoved:
    """An issue with blocks put in; in one piece, else there were no telling where they stand."""
    place, offset = to
    if is_for_below(place, blocks) and _head_goes_on(issue, place, offset):
        pasted = paste_below_head(issue, place, blocks)
        to = place._replace(block=0, part=first_part(blocks[0])), 0
    else:
        pasted = paste_blocks(issue, place, offset, blocks)
        if offset == 0 and _is_line(issue, place):
            # a table stands there now, perhaps, which begins with its caption
            to = place._replace(part=first_part(block_of(pasted.issue, place))), 0
    return TextMoved(pasted.issue, to, (pasted.place, pasted.offset))


def _head_goes_on(issue: Issue, place: Place, offset: int) -> bool:
    """Whether anything stands between a position in the head of an article and its body."""
    is_over_subtitle = place.block == TITLE and article_of(issue, place).subtitle is not None
    return is_over_subtitle or offset < len(text_of(issue, place).string)


def _is_line(issue: Issue, place: Place) -> bool:
    """Whether a place is a block that is one text, a paragraph or the like."""
    if place.article is None or place.block is None or place.block < 0:
        return False
    return block_of(issue, place).trait.shape is Shape.TEXT


def _moved_up(before: Issue, position: PositionTuple, issue: Issue) -> PositionTuple:
    """A position of an issue once text before it has gone: as far from the end of its text, and
    that from the end of its note and of its article.
    """
    place, offset = position
    tail = len(text_of(before, place).string) - offset
    if place.block is not None and place.block >= 0:
        old = block_of(before, place)
        blocks, left = article_of(before, place).blocks, article_of(issue, place).blocks
        place = place._replace(block=_block_moved_up(blocks, place.block, left))
        # cells are emptied where they stand, paragraphs of a note go
        if old.trait.parts_join:
            fewer = len(parts_of(old)) - len(parts_of(block_of(issue, place)))
            place = place._replace(part=place.part - fewer)
    return place, len(text_of(issue, place).string) - tail


def _block_moved_up(before: Sequence[Block], index: int, blocks: Sequence[Block]) -> int:
    """Where block `index` stands once blocks above it have gone."""
    if not before[index].trait.beside:
        return index - len(before) + len(blocks)
    # photos all stay; behind the last of them there may be a paragraph now
    after = sum(block.trait.beside for block in before[index + 1 :])
    return [k for k, block in enumerate(blocks) if block.trait.beside][-1 - after]
