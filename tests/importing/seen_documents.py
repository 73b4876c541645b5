"""What a reader made of a file, as tests look at it, and what any file may do to a reader."""

from __future__ import annotations

import base64
import struct
import tracemalloc
import zlib

from patience import an_end

from layouts.errors import ManuscriptError
from layouts.importing.received import (
    ReceivedBreak,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.issue.text import MarkKind


def png(width, height):
    """A white picture of so many pixels."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


PNG = png(40, 30)
WMF = base64.b64decode("183GmgAAAAAAAGQAZABgAAAAAADfVwEACQAAAxUA")


class SeenDocument:
    """The blocks of a document by kind."""

    def __init__(self, document):
        self.document = document
        self.blocks = document.blocks
        self.paragraphs = [b for b in document.blocks if isinstance(b, ReceivedParagraph)]
        self.strings = [b.text.string for b in self.paragraphs]
        self.photos = [b for b in document.blocks if isinstance(b, ReceivedPhoto)]
        self.tables = [b.table for b in document.blocks if isinstance(b, ReceivedTable)]
        self.breaks = [b for b in document.blocks if isinstance(b, ReceivedBreak)]
        self.lost = {(lost.code, lost.text) for lost in document.lost}
        self._lost_words = "".join(lost.text for lost in document.lost)
        self.codes = [finding.code for finding in document.findings]

    def marks(self, kind):
        """What carries a mark of a kind, with its value."""
        return [
            (block.text.string[mark.start : mark.end], mark.value)
            for block in self.paragraphs
            for mark in block.text.marks
            if mark.kind is kind
        ]

    @property
    def comments(self):
        return [(words, said.author, said.text) for words, said in self.marks(MarkKind.COMMENT)]

    def rows(self, number=0):
        table = self.tables[number]
        return [[cell.string for cell in row] for row in (table.header, *table.rows)]

    @property
    def all_words(self):
        """Every character in blocks and among what was lost."""
        cells = ("".join(map("".join, self.rows(n))) for n in range(len(self.tables)))
        captions = (photo.caption.string for photo in self.photos)
        return "".join((*self.strings, *cells, *captions, self._lost_words))


def answer(read, path, photos):
    """The sentence a file is refused with, None where it is read."""
    with an_end():
        try:
            read(path, photos)
        except ManuscriptError as error:
            assert error.zh
            assert error.en
            return error.zh
        return None


def memory(read, path, photos):
    """How many bytes reading a file took at most."""
    tracemalloc.start()
    try:
        answer(read, path, photos)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
