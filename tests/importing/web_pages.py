"""What tests of web pages and of Markdown share: pages read, and what of them is to be seen."""

from __future__ import annotations

from pathlib import Path

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.html import read_html
from layouts.importing.readers.markdown import read_markdown
from layouts.importing.received import (
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A picture of one pixel."""


def page(html: str | bytes, folder: Path, **options) -> ReceivedDocument:
    return read_html(html, PhotoStore(folder / "store"), folder, **options)


def note(text: str, folder: Path) -> ReceivedDocument:
    return read_markdown(text, PhotoStore(folder / "store"), folder)


def paragraphs(document: ReceivedDocument) -> list[ReceivedParagraph]:
    return [block for block in document.blocks if isinstance(block, ReceivedParagraph)]


def strings(document: ReceivedDocument) -> list[str]:
    return [paragraph.text.string for paragraph in paragraphs(document)]


def photos(document: ReceivedDocument) -> list[ReceivedPhoto]:
    return [block for block in document.blocks if isinstance(block, ReceivedPhoto)]


def table(document: ReceivedDocument):
    return next(block.table for block in document.blocks if isinstance(block, ReceivedTable))


def cells(document: ReceivedDocument) -> list[list[str]]:
    found = table(document)
    return [[cell.string for cell in row] for row in (found.header, *found.rows)]


def marks(paragraph: ReceivedParagraph) -> dict[str, object]:
    """The words that each kind of mark stands on, with what it says."""
    return {
        mark.kind.value: (paragraph.text.string[mark.start : mark.end], mark.value)
        for mark in paragraph.text.marks
    }


def lost(document: ReceivedDocument) -> dict[str, str]:
    return {one.code: one.text for one in document.lost}


def all_characters(document: ReceivedDocument) -> str:
    """Every character of a document: of blocks, of what marks say, and of what was lost."""
    found: list[str] = [one.text for one in document.lost]
    for block in document.blocks:
        if isinstance(block, ReceivedParagraph):
            found += [block.text.string, *(str(mark.value) for mark in block.text.marks)]
        elif isinstance(block, ReceivedPhoto):
            found += [block.caption.string, block.alt, block.name]
            found += [str(mark.value) for mark in block.caption.marks]
        elif isinstance(block, ReceivedTable):
            rows = (block.table.header, *block.table.rows)
            found += [cell.string for row in rows for cell in row]
            found += [str(mark.value) for row in rows for cell in row for mark in cell.marks]
            found += [block.table.caption.string if block.table.caption else ""]
    return "".join(found)
