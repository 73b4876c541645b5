"""What a reader gathers while it goes through a file: blocks in order, and what did not come in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.importing.photo_store import PhotoStore
from layouts.importing.received import (
    Lost,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.issue.article import Table
from layouts.issue.size import LARGEST as MOST_CHARACTERS
from layouts.issue.splice import joined_by
from layouts.issue.text import LINE_BREAK
from layouts.messages import other_files as say
from layouts.messages.importing import TOO_LONG
from layouts.messages.message import Message

MOST_BLOCKS = 20_000
"""Paragraphs, tables and photos of one manuscript: more than a book has."""

LONGEST_CAPTION = 100
"""Characters: what stands with a photo in a box and is longer is text."""


class BlockGatherer:
    """Blocks, findings and losses of one file.

    `line` counts its paragraphs from 1, blank ones among them. `blank` says that something parts
    the next one from the one before.
    """

    def __init__(self, path: Path, kind: str, photos: PhotoStore) -> None:
        self.path = path
        self.kind = kind
        self.photos = photos
        self.blocks: list[ReceivedBlock] = []
        self.lost: list[Lost] = []
        self.line = 0
        self._blank = False
        self._findings: dict[str, Finding] = {}
        self._characters = 0

    def next_line(self) -> int:
        """Go on to the next paragraph."""
        self.line += 1
        return self.line

    def blank(self) -> None:
        """An empty paragraph: what follows stands apart from what went before."""
        self._blank = bool(self.blocks)

    def paragraph(self, paragraph: ReceivedParagraph) -> int:
        """Take a paragraph; its index among the blocks."""
        self.count(len(paragraph.text.string))
        look = replace(paragraph.look, blank_above=self._blank)
        return self._take(replace(paragraph, look=look))

    def photo(self, photo: ReceivedPhoto) -> None:
        """Take a photo."""
        self._append(photo)

    def table(self, table: Table, line: int) -> None:
        """Take a table."""
        cells = (*table.header, *(cell for row in table.rows for cell in row))
        self.count(sum(len(cell.string) + 1 for cell in cells))
        self._take(ReceivedTable(table, line))

    def page_turn(self) -> None:
        """A page that the writer ended: once, and not before everything else."""
        if self.blocks and not isinstance(self.blocks[-1], ReceivedBreak):
            self._take(ReceivedBreak(self.line))

    def inner(self) -> BlockGatherer:
        """A gatherer for what stands inside (a text box): its blocks are its own, what it lost and
        found is told here.
        """
        inside = BlockGatherer(self.path, self.kind, self.photos)
        inside.line = self.line
        inside.lost = self.lost
        inside._findings = self._findings
        return inside

    def box(self, blocks: Sequence[ReceivedBlock]) -> None:
        """Take what stood in a text box. Beside one photo alone, its text is the caption."""
        for block in _captioned(blocks):
            if isinstance(block, ReceivedParagraph):
                self.paragraph(replace(block, look=replace(block.look, in_box=True)))
            else:
                self._take(block)

    def count(self, characters: int) -> None:
        """Stop with a sentence where a file holds more text than any issue may."""
        self._characters += characters
        if self._characters > MOST_CHARACTERS:
            sentence = say.TOO_MUCH_TEXT(most=f"{MOST_CHARACTERS:,}")
            raise ManuscriptError(*sentence, Source(str(self.path)))

    def lose(self, code: str, message: Message, text: str = "", where: str = "") -> None:
        """Tell what does not come in."""
        place = where or (f"第 {self.line} 段" if self.line else "")
        self.count(len(text))
        self.lost.append(Lost(code, *message(), text.strip(), place))

    def add_finding(self, finding: Finding) -> None:
        """Report a finding of one's own."""
        self._findings[finding.code] = finding

    def document(self) -> ReceivedDocument:
        """All of it."""
        return ReceivedDocument(
            path=self.path,
            kind=self.kind,
            blocks=tuple(self.blocks),
            findings=tuple(self._findings.values()),
            lost=tuple(self.lost),
        )

    def _take(self, block: ReceivedBlock) -> int:
        self._append(block)
        self._blank = False
        return len(self.blocks) - 1

    def _append(self, block: ReceivedBlock) -> None:
        if len(self.blocks) >= MOST_BLOCKS:
            raise ManuscriptError(*TOO_LONG(most=MOST_BLOCKS), Source(str(self.path)))
        self.blocks.append(block)


def _captioned(blocks: Sequence[ReceivedBlock]) -> Sequence[ReceivedBlock]:
    """What stood in a box; a photo with words under it as a photo with its caption."""
    photos = [block for block in blocks if isinstance(block, ReceivedPhoto)]
    texts = [block.text for block in blocks if isinstance(block, ReceivedParagraph)]
    if len(photos) != 1 or len(photos) + len(texts) != len(blocks):
        return blocks
    if sum(len(text.string) for text in texts) > LONGEST_CAPTION:
        return blocks
    return [replace(photos[0], caption=joined_by(LINE_BREAK, texts))]
