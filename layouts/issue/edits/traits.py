"""How each kind of block behaves when text around it is edited."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layouts.issue.article import Block, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.blocks import BlockTable
from layouts.issue.photo import Photo


class BlockTrait(Struct, frozen=True):
    """What an edit has to know of a kind of block.

    `reads`: its texts are read through with those around it and carry marks; a caption is not. `runs_on`: it is one text, which can be one
    with that of the next such block. `parts_join`: the texts inside it can become one. `joins`: a text of it can leave it or join another.
    `beside`: it stands beside the text that follows and stays there, whatever becomes of the text around it. `gives_way`: it goes where
    the texts above and below it are joined. `bold_by_style`: its style says how bold it is, its text does not.
    """

    reads: bool = True
    runs_on: bool = False
    parts_join: bool = False
    joins: bool = True
    beside: bool = False
    gives_way: bool = False
    bold_by_style: bool = False


_PARAGRAPH = BlockTrait(runs_on=True)
_SUBHEADING = BlockTrait(runs_on=True, bold_by_style=True)
_NOTE = BlockTrait(parts_join=True)
_TABLE = BlockTrait(joins=False)
_PHOTO = BlockTrait(reads=False, joins=False, beside=True)
_PAGE_BREAK = BlockTrait(gives_way=True)

BLOCK_TRAITS: BlockTable[[], BlockTrait] = BlockTable(
    {
        Paragraph: lambda _: _PARAGRAPH,
        Subheading: lambda _: _SUBHEADING,
        Note: lambda _: _NOTE,
        Table: lambda _: _TABLE,
        Photo: lambda _: _PHOTO,
        PageBreak: lambda _: _PAGE_BREAK,
    }
)


def next_in_flow(blocks: Sequence[Block], index: int) -> int:
    """The block from `index` on that stands beside none, their number where there is none."""
    return next((k for k in range(index, len(blocks)) if not BLOCK_TRAITS(blocks[k]).beside), len(blocks))


def previous_in_flow(blocks: Sequence[Block], index: int) -> int:
    """The block above `index` that stands beside none, -1 where there is none."""
    return next((k for k in range(index - 1, -1, -1) if not BLOCK_TRAITS(blocks[k]).beside), -1)
