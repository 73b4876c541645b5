"""What tells a block apart taken away: sub-heading, editor's note and whatever else become plain paragraphs."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Block, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.blocks import BlockTable
from layouts.issue.photo import Photo


def _itself(block: Block) -> tuple[Block, ...]:
    return (block,)


def _subheading(heading: Subheading) -> tuple[Block, ...]:
    return (Paragraph(heading.text, heading.source, heading.id),)


def _note(note: Note) -> tuple[Block, ...]:
    """The first paragraph leaves the note; the last one takes its id along."""
    if len(note.paragraphs) == 1:
        return (Paragraph(note.paragraphs[0], note.source, note.id),)
    return Paragraph(note.paragraphs[0], note.source), replace(note, paragraphs=note.paragraphs[1:])


MADE_PLAIN: BlockTable[[], tuple[Block, ...]] = BlockTable(
    {Paragraph: _itself, Subheading: _subheading, Note: _note, Table: _itself, Photo: _itself, PageBreak: _itself}
)
"""What Backspace at the start of a block makes of it; the block itself where it is plain, or cannot be."""
