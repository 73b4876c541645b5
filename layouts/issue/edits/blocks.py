"""Notes, tables, page breaks and other blocks put into articles and taken out whole."""

from __future__ import annotations

from layouts.issue.article import Block
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import article_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.places import Place


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


def remove_block(issue: Issue, place: Place) -> Edited:
    """Take a block out.

    The place is that of the one that follows, else the one before, else the article.
    """
    issue = with_block(issue, place)
    left = len(article_of(issue, place).blocks)
    return Edited(
        issue, place._replace(block=min(place.block or 0, left - 1) if left else None, part=0)
    )
