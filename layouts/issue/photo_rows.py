"""Photos beside each other (并排): which of an article's blocks stand in one row."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.issue.article import Block
from layouts.issue.photo import MOST_IN_ROW, Photo, RowCaptions

MOST_IN_GROUP = 12
"""Photos of one row and of the lines its grid breaks into; those beyond begin another."""


def row_at(blocks: Sequence[Block], index: int) -> range:
    """The indexes of the photos that stand in one row with the block at `index`; its own alone
    where it stands in none.
    """
    name = _row_of(blocks, index)
    if not name:
        return range(index, index + 1)
    first, end = index, index + 1
    while first and _row_of(blocks, first - 1) == name:
        first -= 1
    while _row_of(blocks, end) == name:
        end += 1
    first = index - (index - first) % MOST_IN_GROUP
    return range(first, min(end, first + MOST_IN_GROUP))


def _row_of(blocks: Sequence[Block], index: int) -> str:
    block = blocks[index] if index < len(blocks) else None
    return block.row if isinstance(block, Photo) else ""


def said_width(photos: Sequence[Photo]) -> float | None:
    """The width that a row asks for, em: what the photos of its first line say together; None, all
    of the column, where none says any.
    """
    line = photos[: lines_of(len(photos), photos[0].grid)[0]]
    said = [photo.width for photo in line if photo.width is not None]
    return sum(said) if said else None


def lines_of(count: int, most: int) -> tuple[int, ...]:
    """How many photos stand beside each other in each line of a row of `count`, where `most` do at
    most.
    """
    most = max(1, min(most or count, MOST_IN_ROW, count))
    full, rest = divmod(count, most)
    return (most,) * full + ((rest,) if rest else ())


def captions_are_each(photos: Sequence[Photo]) -> bool:
    """Whether each photo of a row has its caption under it, and not one for all: as the first of
    them says, or as they have words.
    """
    asked = photos[0].captions
    if asked is RowCaptions.AS_WRITTEN:
        return any(photo.caption.string.strip() for photo in photos[:-1])
    return asked is RowCaptions.EACH
