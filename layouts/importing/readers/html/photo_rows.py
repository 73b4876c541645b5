"""Photos that belong together: those of a figure with their caption, those of a row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.importing.received import ReceivedBlock, ReceivedParagraph, ReceivedPhoto
from layouts.issue.splice import joined_by
from layouts.issue.text import LINE_BREAK


def captioned(blocks: Sequence[ReceivedBlock], row: str) -> list[ReceivedBlock]:
    """The blocks of a figure, its caption tied to the last photo, several photos in a row."""
    photos = [place for place, block in enumerate(blocks) if isinstance(block, ReceivedPhoto)]
    if not photos:
        return list(blocks)
    captions = [
        block.text
        for block in blocks
        if isinstance(block, ReceivedParagraph) and block.look.is_caption
    ]
    found: list[ReceivedBlock] = []
    for place, block in enumerate(blocks):
        if isinstance(block, ReceivedPhoto):
            words = joined_by(LINE_BREAK, captions) if place == photos[-1] else block.caption
            named = row if len(photos) > 1 else block.row
            said = words if words.string else block.caption
            found.append(replace(block, caption=said, row=named))
        elif not (isinstance(block, ReceivedParagraph) and block.look.is_caption):
            found.append(block)
    return found


def side_by_side(blocks: Sequence[ReceivedBlock], row: str) -> list[ReceivedBlock]:
    """The blocks of a table's row; photos in several of its cells stand beside each other."""
    photos = sum(isinstance(block, ReceivedPhoto) for block in blocks)
    if photos < 2:
        return list(blocks)
    named = [
        replace(block, row=row) if isinstance(block, ReceivedPhoto) else block for block in blocks
    ]
    return sorted(named, key=lambda block: not isinstance(block, ReceivedPhoto))
