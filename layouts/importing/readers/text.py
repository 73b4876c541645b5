"""Plain text: lines as they stand, or rejoined where a program broke them.

Findings: those of `layouts.importing.decoding`, and `lines-rejoined` (notice). Lost: `page-number`,
`running-head`, `rule`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from layouts.errors import Finding, Source
from layouts.importing.decoding import read_text, split_lines
from layouts.importing.photo_store import PhotoStore
from layouts.importing.received import (
    Look,
    Lost,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
)
from layouts.importing.unwrapping import DroppedLine, Unwrapped, UnwrappedParagraph, unwrap
from layouts.issue.text import Text
from layouts.messages.message import Message
from layouts.messages.text_files import (
    LINE_OF_TEXT,
    LINES_REJOINED,
    PAGE_NUMBER_LEFT_OUT,
    RULE_LEFT_OUT,
    RUNNING_HEAD_LEFT_OUT,
)

KIND: Final = "text"
REJOINED_CODE: Final = "lines-rejoined"
RULE_CODE: Final = "rule"

_RULE: Final = re.compile(r"(?:([-—–─━═=_*＿~～])[ \t]*)(?:\1[ \t]*){4,}")
_LEFT_OUT: Final[dict[str, Message]] = {
    "page-number": PAGE_NUMBER_LEFT_OUT,
    "running-head": RUNNING_HEAD_LEFT_OUT,
    RULE_CODE: RULE_LEFT_OUT,
}


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:  # noqa: ARG001, as every reader
    """A text file. ManuscriptError where it cannot be read."""
    received = read_text(path)
    unwrapped = unwrap(split_lines(received.text))
    return ReceivedDocument(
        path,
        KIND,
        received_blocks(unwrapped),
        received.encoding,
        (*received.findings, *rejoined_findings(unwrapped, str(path))),
        received_lost(unwrapped),
    )


def received_blocks(unwrapped: Unwrapped) -> tuple[ReceivedBlock, ...]:
    """The paragraphs of lines as blocks; a rule typed with marks is a break."""
    return tuple(map(_block, unwrapped.paragraphs))


def rejoined_findings(unwrapped: Unwrapped, file: str) -> tuple[Finding, ...]:
    """A notice where line ends were taken out."""
    count = unwrapped.rejoined
    if not count:
        return ()
    first = next(paragraph for paragraph in unwrapped.paragraphs if paragraph.lines > 1)
    sentence = LINES_REJOINED(count=count)
    return (Finding("notice", REJOINED_CODE, *sentence, Source(file, first.line)),)


def received_lost(unwrapped: Unwrapped) -> tuple[Lost, ...]:
    """What of the lines is in no block."""
    rules = [
        DroppedLine(paragraph.text, paragraph.line, "rule")
        for paragraph in unwrapped.paragraphs
        if _RULE.fullmatch(paragraph.text)
    ]
    lines = sorted((*unwrapped.dropped, *rules), key=lambda dropped: dropped.line)
    return tuple(map(_lost, lines))


def _block(paragraph: UnwrappedParagraph) -> ReceivedBlock:
    if _RULE.fullmatch(paragraph.text):
        return ReceivedBreak(paragraph.line)
    look = Look(indent=paragraph.indent, blank_above=paragraph.blank_above)
    return ReceivedParagraph(Text(paragraph.text), paragraph.line, look)


def _lost(dropped: DroppedLine) -> Lost:
    said = _LEFT_OUT[dropped.kind]()
    return Lost(dropped.kind, *said, dropped.text, LINE_OF_TEXT(line=dropped.line).zh)
