"""What stands in parts of their own: notes, comments, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.readers.docx.context import WordReading
from layouts.importing.readers.docx.names import attribute, inside, named
from layouts.importing.readers.docx.story import Story
from layouts.importing.received import (
    ReceivedBlock,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.xml_events import Element, outermost
from layouts.issue.text import Comment
from layouts.messages import docx_files as say
from layouts.messages.message import Message

_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")
_BLOCKS = named("w:p", "w:tbl")


def notes(reading: WordReading) -> dict[tuple[str, str], str]:
    """The words of footnotes and endnotes, by the kind of their part and their number in it."""
    found: dict[tuple[str, str], str] = {}
    for name, element_name in (("footnotes", "w:footnote"), ("endnotes", "w:endnote")):
        for element, other in _elements(reading, name, element_name):
            if attribute(element, "w:type") not in _NO_NOTES:
                words = _words(element, other, say.NOTE_PHOTO)
                found[name, attribute(element, "w:id") or ""] = words
    return found


def comments(reading: WordReading) -> dict[str, Comment]:
    """The comments, by their number."""
    found: dict[str, Comment] = {}
    for element, other in _elements(reading, "comments", "w:comment"):
        words = _words(element, other, say.NOTE_PHOTO)
        if words:
            author = (attribute(element, "w:author") or "").strip()
            time = (attribute(element, "w:date") or "").strip()
            found[attribute(element, "w:id") or ""] = Comment(author, time, words)
    return found


def lose_headers(reading: WordReading) -> None:
    """Tell the headers and footers, which an issue has of its own; the same words once."""
    for name, message in (("header", say.HEADER), ("footer", say.FOOTER)):
        told: set[str] = set()
        for part in reading.all_related(name):
            words = _words_of_part(reading, part)
            if words and words not in told:
                reading.gatherer.lose(name, message, words, part)
            told.add(words)


def _elements(reading: WordReading, kind: str, name: str) -> Iterator[tuple[Element, WordReading]]:
    part = reading.related(kind)
    if part is not None:
        other = reading.elsewhere(part)
        for element in outermost(reading.parts.archive, part, named(name)):
            yield element, other


def _words(element: Element, reading: WordReading, photo: Message) -> str:
    """What a note or a comment says, a line a paragraph."""
    inner = reading.gatherer.inner()
    Story(reading, inner).read(element)
    if any(isinstance(block, ReceivedPhoto) for block in inner.blocks):
        reading.gatherer.lose("header-photo", photo)
    return "\n".join(_strings(inner.blocks))


def _words_of_part(reading: WordReading, part: str) -> str:
    other = reading.elsewhere(part)
    inner = reading.gatherer.inner()
    story = Story(other, inner)
    marks: list[str] = []
    for element in outermost(reading.parts.archive, part, _BLOCKS):
        marks += (path.get("string") or "" for path in inside(element, "v:textpath"))
        story.take(element)
    story.close()
    for words in filter(None, dict.fromkeys(marks)):
        reading.gatherer.lose("watermark", say.WATERMARK, words, part)
    if any(isinstance(block, ReceivedPhoto) for block in inner.blocks):
        reading.gatherer.lose("header-photo", say.NOTE_PHOTO, "", part)
    return "\n".join(line for line in _strings(inner.blocks) if line not in marks)


def _strings(blocks: list[ReceivedBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ReceivedParagraph):
            yield block.text.string
        elif isinstance(block, ReceivedTable):
            cells = (cell for row in (block.table.header, *block.table.rows) for cell in row)
            yield " ".join(cell.string for cell in cells if cell.string)
