"""Plain text: lines as they stand, or rejoined where a program broke them.

Findings: those of `layouts.importing.decoding`, and `lines-rejoined` (notice). Lost: `page-number`,
`running-head`, `rule`, `hyphen` (of a word that a break parted).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from layouts.errors import Finding, ManuscriptError, Source
from layouts.importing.decoding import read_text, split_lines
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.tabbed import with_tables
from layouts.importing.received import (
    Look,
    Lost,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
)
from layouts.importing.unwrapping import Unwrapped, UnwrappedParagraph, unwrap
from layouts.issue.text import Text
from layouts.messages.message import Message
from layouts.messages.text_files import (
    HYPHEN_LEFT_OUT,
    LINE_OF_TEXT,
    LINES_REJOINED,
    PAGE_NUMBER_LEFT_OUT,
    RULE_LEFT_OUT,
    RUNNING_HEAD_LEFT_OUT,
    TOO_MANY_LINES,
)

KIND: Final = "text"
REJOINED_CODE: Final = "lines-rejoined"
RULE_CODE: Final = "rule"
HYPHEN_CODE: Final = "hyphen"

MOST_LINES: Final = 100_000
"""Lines of a file: 2,500 pages, read in a few seconds. No manuscript has more."""

_RULE: Final = re.compile(r"(?:([-—–─━═=_*＿~～])[ \t]*)(?:\1[ \t]*){2,}")
LONGEST_RULE: Final = 1000
"""Characters of a rule; matching more of them takes much memory."""

_LEFT_OUT: Final[dict[str, Message]] = {
    "page-number": PAGE_NUMBER_LEFT_OUT,
    "running-head": RUNNING_HEAD_LEFT_OUT,
    RULE_CODE: RULE_LEFT_OUT,
    HYPHEN_CODE: HYPHEN_LEFT_OUT,
}


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:  # noqa: ARG001, as every reader
    """A text file. ManuscriptError where it cannot be read."""
    received = read_text(path)
    lines = split_lines(received.text)
    if len(lines) > MOST_LINES:
        sentence = TOO_MANY_LINES(count=len(lines), limit=MOST_LINES)
        raise ManuscriptError(*sentence, Source(str(path)))
    unwrapped = unwrap(lines)
    return ReceivedDocument(
        path,
        KIND,
        with_tables(received_blocks(unwrapped), path),
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
    lines: list[tuple[int, str, str]] = [
        (dropped.line, dropped.kind, dropped.text) for dropped in unwrapped.dropped
    ]
    lines += [
        (paragraph.line, HYPHEN_CODE, paragraph.hyphens)
        for paragraph in unwrapped.paragraphs
        if paragraph.hyphens
    ]
    lines += [
        (paragraph.line, RULE_CODE, paragraph.text)
        for paragraph in unwrapped.paragraphs
        if _is_rule(paragraph.text)
    ]
    return tuple(_lost(*line) for line in sorted(lines))


def _block(paragraph: UnwrappedParagraph) -> ReceivedBlock:
    if _is_rule(paragraph.text):
        return ReceivedBreak(paragraph.line)
    look = Look(indent=paragraph.indent, blank_above=paragraph.blank_above)
    return ReceivedParagraph(Text(paragraph.text), paragraph.line, look)


def _is_rule(text: str) -> bool:
    return len(text) <= LONGEST_RULE and _RULE.fullmatch(text) is not None


def _lost(line: int, code: str, text: str) -> Lost:
    return Lost(code, *_LEFT_OUT[code](), text, LINE_OF_TEXT(line=line).zh)
