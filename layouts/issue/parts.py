"""The texts inside a block, in reading order, and a block with another text among them."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from layouts.issue.article import Block, Note, Table, TextBlock
from layouts.issue.blocks import ShapeTable
from layouts.issue.photo import Photo
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


def _with_cell(table: Table, part: int, text: Text) -> Table:
    """A table with another text in a cell, counted row by row; a row too short for it gets empty cells."""
    row, column = divmod(part, len(table.header))
    if row == 0:
        return replace(table, header=with_item(table.header, column, text))
    old = table.rows[row - 1]
    padded = (*old, *(NO_TEXT,) * (column + 1 - len(old)))
    return replace(table, rows=with_item(table.rows, row - 1, with_item(padded, column, text)))


def _with_text(block: TextBlock, _part: int, text: Text) -> Block:
    return replace(block, text=text)


def _with_paragraph(block: Note, part: int, text: Text) -> Block:
    return replace(block, paragraphs=with_item(block.paragraphs, part, text))


def _with_caption(photo: Photo, _part: int, text: Text) -> Block:
    return replace(photo, caption=text.string)


PARTS: ShapeTable[[], tuple[Text, ...]] = ShapeTable(
    {
        Shape.TEXT: lambda block: (block.text,),
        Shape.PARAGRAPHS: lambda block: block.paragraphs,
        Shape.CELLS: cells,
        Shape.CAPTION: lambda block: (Text(block.caption),),
        Shape.NOTHING: lambda _: (),
    }
)
WITH_PART: ShapeTable[[int, Text], Block] = ShapeTable(
    {
        Shape.TEXT: _with_text,
        Shape.PARAGRAPHS: _with_paragraph,
        Shape.CELLS: _with_cell,
        Shape.CAPTION: _with_caption,
        Shape.NOTHING: lambda block, _part, _text: block,
    }
)


def parts_of(block: Block) -> tuple[Text, ...]:
    """The texts of a block in reading order: a paragraph's own, those of a note, the cells of a table row by row, a photo's caption."""
    return PARTS(block)


def with_part(block: Block, part: int, text: Text) -> Block:
    """A block with another text as its part."""
    return WITH_PART(block, part, text)
