"""A PDF as hard-wrapped text with its photos.

Finding: `lines-rejoined` (notice). Lost: `page-number`, `running-head`, `header-photo`, `metafile`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from layouts.errors import ManuscriptError, Source
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.pdf.furniture import mark_furniture
from layouts.importing.readers.pdf.lines import PdfLine, lines_of
from layouts.importing.readers.pdf.pdfium import (
    BrokenPdfError,
    LockedPdfError,
    PdfDocument,
    PdfPage,
    TooLongPdfError,
    opened_pdf,
)
from layouts.importing.readers.pdf.photos import PdfPhoto, mark_ornaments, photos_of
from layouts.importing.readers.pdf.typed import is_centred, is_flush_right, typed
from layouts.importing.readers.text import received_blocks, rejoined_findings
from layouts.importing.received import (
    Lost,
    ReceivedBlock,
    ReceivedDocument,
    ReceivedParagraph,
)
from layouts.importing.unwrapping import UnwrappedParagraph, unwrap
from layouts.inputs import open_input, why
from layouts.messages import archives, docx_files, text_files
from layouts.messages import other_files as say
from layouts.messages.message import Sentence

KIND: Final = "pdf"

MOST_BYTES: Final = 200_000_000
MOST_PAGES: Final = 300
"""Pages of a manuscript; a book is no issue."""

MOST_CHARACTERS: Final = 400_000
"""Characters of a manuscript that can be seen."""

_LEAST_TEXT: Final = 10
"""Characters a page: with fewer, what is to be read stands in a picture of the page."""

_MOST_UNKNOWN: Final = 0.3
"""Share of characters that a PDF may not say what they are."""

_LEFT_OUT = {
    "page-number": text_files.PAGE_NUMBER_LEFT_OUT,
    "running-head": text_files.RUNNING_HEAD_LEFT_OUT,
}


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """A PDF as received. ManuscriptError where it is locked, damaged, scanned or too long."""
    try:
        open_input(path, MOST_BYTES).close()
        with opened_pdf(path) as document:
            return _PdfReading(path, photos).read(document)
    except OSError as error:
        raise _refused(path, archives.SOURCE_UNREADABLE(why=why(error))) from error
    except LockedPdfError as error:
        raise _refused(path, say.PDF_LOCKED()) from error
    except TooLongPdfError as error:
        raise _refused(path, say.PDF_TOO_LONG()) from error
    except BrokenPdfError as error:
        raise _refused(path, say.PDF_BROKEN()) from error


def _refused(path: Path, sentence: Sentence) -> ManuscriptError:
    return ManuscriptError(*sentence, Source(str(path)))


class _PdfReading:
    """A PDF being read page by page."""

    def __init__(self, path: Path, photos: PhotoStore) -> None:
        self._path = path
        self._store = photos
        self._pages: list[list[PdfLine]] = []
        self._heights: list[float] = []
        self._photos: list[PdfPhoto] = []
        self._characters = 0
        self._unknown = 0
        self._pictures = 0

    def read(self, document: PdfDocument) -> ReceivedDocument:
        if len(document) > MOST_PAGES:
            raise TooLongPdfError
        for number in range(len(document)):
            with document.page(number) as page:
                self._take(page, number + 1)
        self._check_text()
        return self._received()

    def _take(self, page: PdfPage, number: int) -> None:
        seen = [each for each in page.characters if each.string.strip()]
        self._characters += len(seen)
        self._unknown += sum(_is_unknown(each.string) for each in seen)
        if self._characters > MOST_CHARACTERS:
            raise TooLongPdfError
        lines = lines_of(page.characters, number, page.width)
        self._pages.append(lines)
        self._heights.append(page.height)
        self._pictures += len(page.pictures)
        self._photos += photos_of(page, lines, number, self._store)

    def _check_text(self) -> None:
        if self._characters < _LEAST_TEXT * len(self._pages) and self._pictures:
            raise _refused(self._path, say.PDF_SCANNED())
        if not self._characters:
            raise _refused(self._path, say.PDF_EMPTY())
        if self._unknown > _MOST_UNKNOWN * self._characters:
            raise _refused(self._path, say.PDF_NO_CHARACTERS())

    def _received(self) -> ReceivedDocument:
        mark_furniture(self._pages, self._heights)
        mark_ornaments(self._photos)
        all_lines = [line for lines in self._pages for line in lines]
        lines = [line for line in all_lines if not line.kind]
        text = typed(lines)
        unwrapped = unwrap(text.texts)
        blocks: list[ReceivedBlock] = []
        waiting = _in_order(self._photos, self._pages, lines)
        for paragraph, block in zip(unwrapped.paragraphs, received_blocks(unwrapped), strict=True):
            own = [lines[at] for at in _own(paragraph, text.source)]
            last = text.source[paragraph.line - 1] or 0
            while waiting and waiting[0][0] <= last + len(own) - 1:
                blocks.append(replace(waiting.pop(0)[1].photo, line=paragraph.line))
            blocks.append(_looking(block, own))
        blocks += (placed.photo for _, placed in waiting)
        dropped = [Lost(d.kind, *_LEFT_OUT[d.kind](), d.text) for d in unwrapped.dropped]
        return ReceivedDocument(
            path=self._path,
            kind=KIND,
            blocks=tuple(blocks),
            findings=rejoined_findings(unwrapped, str(self._path)),
            lost=(*_furniture(all_lines), *dropped, *_lost_photos(self._photos)),
        )


def _own(paragraph: UnwrappedParagraph, source: Sequence[int | None]) -> list[int]:
    """The lines of a paragraph, which blank ones may stand between."""
    following = (at for at in source[paragraph.line - 1 :] if at is not None)
    return [at for _, at in zip(range(paragraph.lines), following, strict=False)]


def _looking(block: ReceivedBlock, own: Sequence[PdfLine]) -> ReceivedBlock:
    """A paragraph with the look of its lines."""
    if not isinstance(block, ReceivedParagraph) or not own:
        return block
    sizes = Counter(line.size for line in own)
    centred = all(map(is_centred, own))
    look = replace(
        block.look,
        size=max(sizes, key=sizes.__getitem__),
        centred=centred,
        flush_right=not centred and all(map(is_flush_right, own)),
        indent=0.0 if centred else block.look.indent,
    )
    return replace(block, look=look)


def _in_order(
    photos: Sequence[PdfPhoto],
    pages: Sequence[Sequence[PdfLine]],
    lines: Sequence[PdfLine],
) -> list[tuple[int, PdfPhoto]]:
    """Each photo with the line of the text it stands before."""
    places = {id(line): at for at, line in enumerate(lines)}
    first_after = {page: len(lines) for page in range(len(pages) + 2)}
    for at in range(len(lines) - 1, -1, -1):
        first_after.update(dict.fromkeys(range(lines[at].page), at))
    found: list[tuple[int, PdfPhoto]] = []
    for placed in photos:
        if placed.is_ornament:
            continue
        following = pages[placed.page - 1][placed.before :]
        own = (places[id(line)] for line in following if id(line) in places)
        found.append((next(own, first_after[placed.page]), placed))
    return sorted(found, key=lambda each: each[0])


def _furniture(lines: Sequence[PdfLine]) -> Iterator[Lost]:
    """What pages carry beside the text, each wording once."""
    told: set[str] = set()
    for line in lines:
        if line.kind and line.text not in told:
            told.add(line.text)
            yield Lost(line.kind, *_LEFT_OUT[line.kind](), line.text, f"第 {line.page} 页")


def _lost_photos(photos: Sequence[PdfPhoto]) -> Iterator[Lost]:
    for placed in photos:
        where = f"第 {placed.page} 页"
        if placed.is_ornament:
            yield Lost("header-photo", *docx_files.NOTE_PHOTO(), where=where)
        elif placed.photo.path is None:
            yield Lost("metafile", *docx_files.PHOTO_KIND(), where=where)


def _is_unknown(string: str) -> bool:
    """Whether a PDF does not say what a character is: its font has signs without names."""
    return string in "\ufffd\0" or "\ue000" <= string <= "\uf8ff"
