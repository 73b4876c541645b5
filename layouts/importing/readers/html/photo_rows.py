"""Photos that belong together: those of a figure with their caption, those of a row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.importing.received import ReceivedBlock, ReceivedParagraph, ReceivedPhoto
from layouts.issue.text import LINE_BREAK, MarkKind

_WITH_WORDS = (MarkKind.NOTE, MarkKind.COMMENT, MarkKind.RUBY)
"""Marks that have words of their own, which a caption could not keep."""


def captioned(blocks: Sequence[ReceivedBlock], row: str) -> list[ReceivedBlock]:
    """The blocks of a figure, its caption tied to the last photo, several photos in a row."""
    photos = [place for place, block in enumerate(blocks) if isinstance(block, ReceivedPhoto)]
    if not photos:
        return list(blocks)
    captions = [
        block.text.string
        for block in blocks
        if isinstance(block, ReceivedParagraph) and _is_caption(block)
    ]
    found: list[ReceivedBlock] = []
    for place, block in enumerate(blocks):
        if isinstance(block, ReceivedPhoto):
            words = LINE_BREAK.join(captions) if place == photos[-1] else block.caption
            named = row if len(photos) > 1 else block.row
            found.append(replace(block, caption=words or block.caption, row=named))
        elif not (isinstance(block, ReceivedParagraph) and _is_caption(block)):
            found.append(block)
    return found


def _is_caption(paragraph: ReceivedParagraph) -> bool:
    return paragraph.look.is_caption and all(
        mark.kind not in _WITH_WORDS for mark in paragraph.text.marks
    )


def side_by_side(blocks: Sequence[ReceivedBlock], row: str) -> list[ReceivedBlock]:
    """The blocks of a table's row; photos in several of its cells stand beside each other."""
    photos = sum(isinstance(block, ReceivedPhoto) for block in blocks)
    if photos < 2:
        return list(blocks)
    named = [
        replace(block, row=row) if isinstance(block, ReceivedPhoto) else block for block in blocks
    ]
    return sorted(named, key=lambda block: not isinstance(block, ReceivedPhoto))
