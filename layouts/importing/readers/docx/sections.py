"""The end of a section (节): only there does a Word file tell how wide its text is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from layouts.importing.readers.docx.context import Placed
from layouts.importing.readers.docx.geometry import (
    Column,
    column_of,
    in_one_row,
    new_page,
    share_of,
    side_of,
)
from layouts.importing.received import ReceivedBlock, ReceivedBreak, ReceivedPhoto
from layouts.importing.xml_events import Element


class Sections:
    """The blocks of a document, section by section."""

    def __init__(self, blocks: list[ReceivedBlock], placed: Mapping[str, Placed]) -> None:
        self._blocks = blocks
        self._placed = placed
        self._start = 0

    def end(self, section: Element) -> None:
        """A section ends: its photos are settled, and its page turn stands before it."""
        self._settle(column_of(section))
        if new_page(section) and 0 < self._start < len(self._blocks):
            first = self._blocks[self._start]
            if not isinstance(first, ReceivedBreak):
                self._blocks.insert(self._start, ReceivedBreak(first.line))
        self._start = len(self._blocks)

    def end_all(self) -> None:
        """The document ends, also where it never said what its last page is like."""
        self._settle(None)

    def _settle(self, column: Column | None) -> None:
        rows: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(self._start, len(self._blocks)):
            block = self._blocks[at]
            if not isinstance(block, ReceivedPhoto) or block.row not in self._placed:
                continue
            placed = self._placed[block.row]
            if placed.row:
                rows[placed.row].append(at)
            side, share = side_of(placed.geometry, column), share_of(placed.geometry, column)
            self._blocks[at] = replace(block, side=side, share=share, row="")
        for name, places in rows.items():
            self._make_row(name, places)

    def _make_row(self, name: str, places: list[int]) -> None:
        photos = [
            (at, block) for at in places if isinstance(block := self._blocks[at], ReceivedPhoto)
        ]
        if in_one_row([photo.share for _, photo in photos]):
            for at, photo in photos:
                self._blocks[at] = replace(photo, row=name)
