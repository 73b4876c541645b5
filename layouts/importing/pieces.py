"""A piece of a manuscript to be put into an article: headings, paragraphs, tables and photos as
they look, items of lists among them, nothing guessed and no words left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.list_items import automatic_labels, items_among
from layouts.importing.photo_block import caption_of, photo_block
from layouts.importing.received import (
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.recognition.headings import heading_level
from layouts.issue.article import Block, Paragraph, Subheading, Table
from layouts.issue.form import PLAIN
from layouts.issue.splice import marked
from layouts.issue.text import MarkKind

DEEPEST = 4
"""Levels of sub-headings that an article has."""


def pieces_of(document: ReceivedDocument, measure: float) -> tuple[Block, ...]:
    """The blocks of what was received; headings are sub-headings by their numbers (一、) or else in
    the order of their levels. Photos are named by absolute paths; `measure` is that of the layout
    in em, of which their widths are shares.
    """
    levels = _levels(document)
    pieces = tuple(_pieces(document, levels, measure))
    labels = automatic_labels(document)
    return items_among(pieces, [labels.get(piece.source.line) for piece in pieces])


def only_table(document: ReceivedDocument) -> Table | None:
    """What is one table and nothing else, as spreadsheets copy their cells; None of anything
    else.
    """
    only = document.blocks[0] if len(document.blocks) == 1 else None
    return only.table if isinstance(only, ReceivedTable) else None


def _levels(document: ReceivedDocument) -> Mapping[int, int]:
    """The level of a sub-heading by that which the source gives it: the highest is the first, and
    so is the one below it where that is a title alone at the head.
    """
    headings = [
        block.look.heading if isinstance(block, ReceivedParagraph) else 0
        for block in document.blocks
    ]
    found = sorted({level for level in headings if level})
    has_title = bool(found) and headings[0] == found[0] and headings.count(found[0]) == 1
    return {
        level: min(max(1, number - has_title), DEEPEST) for number, level in enumerate(found, 1)
    }


def _pieces(
    document: ReceivedDocument, levels: Mapping[int, int], measure: float
) -> Iterator[Block]:
    for block in document.blocks:
        source = Source(str(document.path), block.line)
        if isinstance(block, ReceivedParagraph):
            yield _paragraph(block, levels, source)
        elif isinstance(block, ReceivedTable):
            yield replace(block.table, source=source)
        elif isinstance(block, ReceivedPhoto) and block.path is not None:
            yield photo_block(block, block.path, caption_of(block.caption), source, measure)
        elif isinstance(block, ReceivedPhoto) and block.caption.string:
            yield Paragraph(block.caption, source)


def _paragraph(
    paragraph: ReceivedParagraph, levels: Mapping[int, int], source: Source
) -> Paragraph | Subheading:
    text, look = paragraph.text, paragraph.look
    if look.heading:
        level = heading_level(text.string) or levels[look.heading]
        return Subheading(text, level, source)
    if look.bold and text.string:  # reading took it for the look of the whole line
        text = marked(text, 0, len(text.string), MarkKind.BOLD)
    return Paragraph(text, source)


def has_structure(blocks: tuple[Block, ...]) -> bool:
    """Whether pieces are more than running text."""
    return not all(isinstance(block, Paragraph) and block.form == PLAIN for block in blocks)
