"""A Word file read: its body piece by piece, with what its other parts say of it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.importing.archive import Archive
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.docx.alternatives import is_branch_read
from layouts.importing.readers.docx.apart import comments, lose_headers, notes
from layouts.importing.readers.docx.context import WordReading, is_contents
from layouts.importing.readers.docx.names import below, kind, named
from layouts.importing.readers.docx.own import own_word_file
from layouts.importing.readers.docx.parts import WordParts
from layouts.importing.readers.docx.remarks import WordComments
from layouts.importing.readers.docx.sections import Sections
from layouts.importing.readers.docx.story import Story
from layouts.importing.received import ReceivedDocument
from layouts.importing.xml_events import outermost
from layouts.issue.text import LINE_BREAK
from layouts.messages import docx_files as say

_BLOCKS = named(
    "w:p",
    "w:tbl",
    "w:sectPr",
    "w:altChunk",
    "m:oMath",
    "m:oMathPara",
    "w:commentRangeStart",
    "w:commentRangeEnd",
)


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """What a Word file says and how it looks, tracked changes taken as accepted.

    ManuscriptError for a file that is none, damaged, encrypted, hostile or too large.
    """
    with Archive(path) as archive:
        gatherer = BlockGatherer(path, "docx", photos)
        parts = WordParts(archive)
        reading = WordReading(parts, parts.main(), gatherer)
        own = own_word_file(parts)
        reading.notes = notes(reading)
        reading.remarks = WordComments(comments(reading))
        _read_body(reading)
        lose_headers(reading)
        _lose_the_rest(reading)
    document = gatherer.document()
    findings = (*document.findings, *_findings(reading))
    return replace(document, findings=findings, own=own)


def _read_body(reading: WordReading) -> None:
    gatherer = reading.gatherer
    story = Story(reading, gatherer, is_body=True)
    sections = Sections(gatherer.blocks, reading.placed)
    for element in outermost(reading.parts.archive, reading.part, _BLOCKS):
        around = list(element.iterancestors(*_AROUND))
        if not all(is_branch_read(each) for each in around):
            continue
        reading.in_contents = any(kind(each) == "w:sdt" and is_contents(each) for each in around)
        if kind(element) == "w:sectPr":
            story.close()
            sections.end(element)
            continue
        story.take(element)
        section = below(element, "w:pPr", "w:sectPr")
        if section is not None:
            story.close()
            sections.end(section)
    story.close()
    sections.end_all()


_AROUND = named("w:sdt", "mc:Choice", "mc:Fallback")


def _lose_the_rest(reading: WordReading) -> None:
    """What was put aside over the whole document."""
    contents = "".join(reading.contents).replace(LINE_BREAK, "\n").strip()
    if contents:
        reading.gatherer.lose("contents", say.CONTENTS, contents)
    for comment in reading.remarks.left():
        reading.gatherer.lose("comment", say.COMMENT, f"{comment.author} {comment.text}")


def _findings(reading: WordReading) -> list[Finding]:
    changes = reading.changes
    if not changes:
        return []
    sentence = say.TRACKED_CHANGES(
        inserted=changes["inserted"], deleted=changes["deleted"], moved=changes["moved"]
    )
    return [Finding("notice", "tracked-changes", *sentence, Source(str(reading.gatherer.path)))]
