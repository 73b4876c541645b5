"""Notes, tables, page breaks and other blocks put into articles and taken out whole."""

from __future__ import annotations

from layouts.issue.article import Block, Divider
from layouts.issue.blocks import next_in_flow, previous_in_flow
from layouts.issue.edits.edited import NEW, Edited
from layouts.issue.edits.text import lead_place
from layouts.issue.edits.tree import article_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place


def insert_block(issue: Issue, before: Place, block: Block) -> Edited:
    """Put a block before the one at `before`; behind all where its index is their number."""
    blocks = article_of(issue, before).blocks
    index = before.block
    if index is None or not 0 <= index <= len(blocks):
        raise LookupError(f"no block {before}")
    return Edited(
        with_blocks(issue, before, (*blocks[:index], block, *blocks[index:])),
        before._replace(part=0),
    )


def insert_divider(issue: Issue, place: Place) -> Edited:
    """Put a rule (分隔线) below the block at a place; above all from a title, below all from a
    by-line.
    """
    blocks = article_of(issue, place).blocks
    if place.block is None or place.block == BYLINE:
        below = len(blocks)
    else:
        below = 0 if place.block in (TITLE, SUBTITLE) else place.block + 1
    return insert_block(issue, place._replace(block=below), Divider(NEW))


def move_blocks(issue: Issue, first: Place, last: Place, *, down: bool) -> Edited:
    """Move the blocks from one place to another in the same article above the block before them, or
    below the one behind; photos beside a paragraph go along. Nothing crosses the lead of a run-in
    article. The place is that of the first of them.
    """
    blocks = article_of(issue, first).blocks
    at, end = first.block, 0 if last.block is None else last.block + 1
    if at is None or not 0 <= at < end <= len(blocks):
        raise LookupError(f"no blocks {first} to {last}")
    start = previous_in_flow(blocks, at) + 1
    if down:
        above, other = start, next_in_flow(blocks, end) + 1
        moved = (*blocks[end:other], *blocks[start:end])
        by = other - end
    else:
        above, other = previous_in_flow(blocks, start - 1) + 1, end
        moved = (*blocks[start:end], *blocks[above:start])
        by = above - start
    lead = lead_place(issue, first)
    crosses = lead is not None and above <= (lead.block or 0) < other
    if other > len(blocks) or (start == 0 and not down) or crosses:
        return Edited(issue, first)
    made = with_blocks(issue, first, (*blocks[:above], *moved, *blocks[other:]))
    return Edited(made, first._replace(block=at + by))


def remove_block(issue: Issue, place: Place) -> Edited:
    """Take a block out.

    The place is that of the one that follows, else the one before, else the article.
    """
    issue = with_block(issue, place)
    left = len(article_of(issue, place).blocks)
    return Edited(
        issue, place._replace(block=min(place.block or 0, left - 1) if left else None, part=0)
    )
