"""The texts inside a block, in reading order, and a block with another text among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from layouts.issue.article import Block, ParagraphsBlock, Table, TextBlock
from layouts.issue.blocks import ShapeTable
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text
from layouts.issue.traits import Shape

Item = TypeVar("Item")


def with_item(items: tuple[Item, ...], index: int, *new: Item) -> tuple[Item, ...]:
    """A tuple with another item, several or none in the place of one."""
    return (*items[:index], *new, *items[index + 1 :])


def cells(table: Table) -> tuple[Text, ...]:
    """The cells of a table row by row, header first; a short row has empty ones at its end."""
    count = len(table.header)
    missing = (NO_TEXT,) * count
    return (*table.header, *(cell for row in table.rows for cell in (*row, *missing)[:count]))


CAPTION = -1
"""The part of a table that is its caption: before its cells, which are counted from 0. Its notes
are counted on after them, then where its figures are from.
"""


def _table_texts(table: Table) -> tuple[Text, ...]:
    above, below = (() if text is None else (text,) for text in (table.caption, table.data_source))
    return (*above, *cells(table), *table.notes, *below)


def _with_table_text(table: Table, part: int, text: Text) -> Table:
    if part == CAPTION:
        return replace(table, caption=text if text.string else None)
    note = part - len(cells(table))
    if note < 0:
        return _with_cell(table, part, text)
    if note == len(table.notes):
        return replace(table, data_source=text)
    return replace(table, notes=with_item(table.notes, note, text))


def _with_cell(table: Table, part: int, text: Text) -> Table:
    """A table with another text in a cell, counted row by row; a row too short for it gets empty
    cells.
    """
    row, column = divmod(part, len(table.header))
    if row == 0:
        return replace(table, header=with_item(table.header, column, text))
    old = table.rows[row - 1]
    padded = (*old, *(NO_TEXT,) * (column + 1 - len(old)))
    return replace(table, rows=with_item(table.rows, row - 1, with_item(padded, column, text)))


def _with_text(block: TextBlock, _part: int, text: Text) -> Block:
    return replace(block, text=text)


def _with_paragraph(block: ParagraphsBlock, part: int, text: Text) -> Block:
    return replace(block, paragraphs=with_item(block.paragraphs, part, text))


def with_paragraphs(
    block: ParagraphsBlock, paragraphs: tuple[Text, ...], *, headed: bool
) -> ParagraphsBlock:
    """A block with other paragraphs; `headed` where its first is among them still, which in a box
    may be its title.
    """
    if isinstance(block, Sidebar):
        return replace(block, paragraphs=paragraphs, titled=block.titled and headed)
    return replace(block, paragraphs=paragraphs)


CREDIT = 1
"""The part of a photo that says who took it; its caption is the first."""


def _photo_texts(photo: Photo) -> tuple[Text, ...]:
    return (photo.caption, *((Text(photo.credit),) if photo.credit else ()))


def _with_photo_text(photo: Photo, part: int, text: Text) -> Block:
    if part == CREDIT:
        return replace(photo, credit=text.string)
    return replace(photo, caption=text)


PARTS: ShapeTable[[], tuple[Text, ...]] = ShapeTable(
    {
        Shape.TEXT: lambda block: (block.text,),
        Shape.PARAGRAPHS: lambda block: block.paragraphs,
        Shape.CELLS: _table_texts,
        Shape.CAPTION: _photo_texts,
        Shape.NOTHING: lambda _: (),
    }
)
WITH_PART: ShapeTable[[int, Text], Block] = ShapeTable(
    {
        Shape.TEXT: _with_text,
        Shape.PARAGRAPHS: _with_paragraph,
        Shape.CELLS: _with_table_text,
        Shape.CAPTION: _with_photo_text,
        Shape.NOTHING: lambda block, _part, _text: block,
    }
)


def parts_of(block: Block) -> tuple[Text, ...]:
    """The texts of a block in reading order: a paragraph's own, those of a note, a photo's caption
    and, where it has one, its credit.

    Of a table its caption, where it has one, its cells row by row, its notes, where it is from.
    """
    return PARTS(block)


def first_part(block: Block) -> int:
    """The number of the first of a block's texts: CAPTION of a table that has one, else 0."""
    return CAPTION if isinstance(block, Table) and block.caption is not None else 0


def numbered_parts(block: Block) -> Iterator[tuple[int, Text]]:
    """The texts of a block in reading order, each with the number that places call it by."""
    yield from enumerate(parts_of(block), first_part(block))


def has_part(block: Block, part: int) -> bool:
    """Whether a text of a block can be written there: a table can always be given a caption, a
    photo a credit.
    """
    if isinstance(block, Photo):
        return 0 <= part <= CREDIT
    first = CAPTION if isinstance(block, Table) else 0
    return first <= part < first_part(block) + len(parts_of(block))


def part_of(block: Block, part: int) -> Text:
    """One text of a block, empty for the caption of a table and the credit of a photo that have
    none.

    LookupError where the block has no such text.
    """
    if not has_part(block, part):
        raise LookupError(f"no text {part} in a {type(block).__name__}")
    at = part - first_part(block)
    texts = parts_of(block)
    return texts[at] if 0 <= at < len(texts) else NO_TEXT


def with_part(block: Block, part: int, text: Text) -> Block:
    """A block with another text as its part."""
    return WITH_PART(block, part, text)
