"""What text runs round, moved and sized: photos, boxes, pull quotes."""

from __future__ import annotations

from typing import TypeAlias

from msgspec.structs import replace

from layouts.issue.article import Block, PullQuote
from layouts.issue.blocks import next_in_flow
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import article_of, block_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.photo import LAST_LINE, MOST_COLUMNS, PhotoPlace, Side
from layouts.issue.places import Place
from layouts.issue.sidebar import Sidebar
from layouts.issue.sound_floats import sound_width

TextFloat: TypeAlias = Sidebar | PullQuote
"""Blocks of text that other text may run round."""


def text_float_of(issue: Issue, place: Place) -> TextFloat:
    """The box or pull quote at a place; LookupError for anything else."""
    block = block_of(issue, place)
    if isinstance(block, Sidebar | PullQuote):
        return block
    raise LookupError(f"{place} is neither box nor pull quote")


def stands_in_frame(block: Block) -> bool:
    """Whether a block stands in a frame of its own: a box, or a pull quote that text runs round."""
    return isinstance(block, Sidebar) or (
        isinstance(block, PullQuote) and (block.between or block.side is not Side.NONE)
    )


def move_float(
    issue: Issue, place: Place, article: Place, paragraph_block: int, line: int, side: Side
) -> Edited:
    """Stand a box or a pull quote before the block `paragraph_block` of an article, its top at that
    paragraph's line `line`, on `side`: as `move_photo` does with photos.
    """
    block = text_float_of(issue, place)
    changes = {"line": max(0, min(line, LAST_LINE)), "side": side, "place": PhotoPlace.TEXT}
    moved = replace(block, **changes)
    return put_beside(issue, place, moved, article._replace(block=paragraph_block))


def put_beside(issue: Issue, place: Place, moved: Block, before: Place) -> Edited:
    """The issue with `moved` in place of the block at a place, and before the one at `before`, or
    the next from there on that stands beside none.

    Among several that stand beside the same paragraph the moved one comes last; one that stands
    there already keeps its turn.
    """
    blocks = list(article_of(issue, before).blocks)
    if before.block is None or not 0 <= before.block <= len(blocks):
        raise LookupError(f"no block {before}")
    index = next_in_flow(blocks, before.block)
    old = place.block or 0
    same = place.of_article == before.of_article
    # among the photos of the same paragraph: its turn is kept
    if same and old < index <= next_in_flow(blocks, old + (not moved.trait.beside)):
        return Edited(with_block(issue, place, moved), place)
    if same:
        del blocks[old]
        # what was taken out stood above
        index -= old < index
    else:
        issue = with_block(issue, place)
    blocks.insert(index, moved)
    return Edited(with_blocks(issue, before, blocks), before._replace(block=index, part=0))


def resize_float(issue: Issue, place: Place, width: float | None) -> Edited:
    """Set the width of a box or pull quote in em of the body; None for the layout's own."""
    block = replace(text_float_of(issue, place), width=sound_width(width))
    return Edited(with_block(issue, place, block), place)


def set_float_side(issue: Issue, place: Place, side: Side, *, between: bool = False) -> Edited:
    """Say on which side of its column a box or pull quote stands; a pull quote may stand `between`
    two columns.
    """
    block = replace(text_float_of(issue, place), side=side)
    if isinstance(block, PullQuote):
        block = replace(block, between=between)
    return Edited(with_block(issue, place, block), place)


def set_float_line(issue: Issue, place: Place, line: int) -> Edited:
    """Set the line of its paragraph at which the top of a box or pull quote stands, from 0."""
    block = replace(text_float_of(issue, place), line=max(0, min(line, LAST_LINE)))
    return Edited(with_block(issue, place, block), place)


def set_float_place(issue: Issue, place: Place, where: PhotoPlace, across: int) -> Edited:
    """Stand a box or pull quote in the text, or at the top or foot of the page across so many
    columns, 0 for all.
    """
    block = replace(
        text_float_of(issue, place), place=where, across=max(0, min(across, MOST_COLUMNS))
    )
    return Edited(with_block(issue, place, block), place)


def remove_float(issue: Issue, place: Place) -> Edited:
    """Take a box or a pull quote out. The place is its article's."""
    text_float_of(issue, place)
    return Edited(with_block(issue, place), place.of_article)
