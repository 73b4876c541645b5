"""What tells a block apart taken away: sub-heading, editor's note and whatever else become plain
paragraphs.
"""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Block, Paragraph, ParagraphsBlock, TextBlock
from layouts.issue.blocks import ShapeTable
from layouts.issue.form import PLAIN
from layouts.issue.sidebar import Sidebar
from layouts.issue.traits import Shape


def _itself(block: Block) -> tuple[Block, ...]:
    return (block,)


def _line(block: TextBlock) -> tuple[Block, ...]:
    if isinstance(block, Paragraph):
        return (block if block.form == PLAIN else replace(block, form=PLAIN),)
    return (Paragraph(block.text, block.source, block.id),)


def _paragraphs(block: ParagraphsBlock) -> tuple[Block, ...]:
    """The first paragraph leaves the note or box; the title of a box is one of its paragraphs
    first.

    The last one takes its id along, and so does one that leaves no words behind.
    """
    first, rest = block.paragraphs[0], block.paragraphs[1:]
    if isinstance(block, Sidebar) and block.titled and rest:
        return (replace(block, titled=False),)
    if not rest:
        return (Paragraph(first, block.source, block.id),)
    if first.string and not any(text.string for text in rest):
        return Paragraph(first, block.source, block.id), replace(block, paragraphs=rest, id="")
    return Paragraph(first, block.source), replace(block, paragraphs=rest)


MADE_PLAIN: ShapeTable[[], tuple[Block, ...]] = ShapeTable(
    {
        Shape.TEXT: _line,
        Shape.PARAGRAPHS: _paragraphs,
        Shape.CELLS: _itself,
        Shape.CAPTION: _itself,
        Shape.NOTHING: _itself,
    }
)
"""What Backspace at the start of a block makes of it; the block itself where it is plain, or cannot
be.
"""
