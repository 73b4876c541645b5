"""What PDFium finds on the pages of a PDF: characters with their places, and pictures.

pypdfium2 has no types and is loaded when a PDF is read; `layouts.pdf.rendering` is the other module
that knows it.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from layouts.importing.placing import whole_turn
from layouts.importing.symbols import symbol
from layouts.pdf.rendering import ONE_AT_A_TIME

MOST_PICTURES = 400
"""Pictures of a file that are looked at; more are drawings cut in stripes."""

MOST_PIXELS = 50_000_000
"""Of a picture that has to be decoded, as `layouts.imaging.raster` has it."""

MOST_SIGNS = 1_000_000
"""Characters of a file, blanks and repeated ones among them; each takes five microseconds."""

MOST_OBJECTS = 500_000
"""Strokes, words and pictures drawn in a file; a map has some 100,000."""

MOST_DECODED = 500_000_000
"""Pixels of a file that are decoded and packed again: what takes some ten seconds."""

_PASSWORD = 4
"""PDFium's error for a file that wants one (FPDF_ERR_PASSWORD)."""

_DEEPEST = 4
"""Drawings inside drawings that are looked through for pictures."""

_LONGEST_NAME = 128

_JPEG = ["DCTDecode"]


Untyped: TypeAlias = Any
"""Something of pypdfium2's, which says no types."""


class LockedPdfError(ValueError):
    """A PDF that wants a password."""


class BrokenPdfError(ValueError):
    """A PDF that PDFium cannot read."""


class TooLongPdfError(ValueError):
    """A PDF in which more is drawn than in any manuscript."""


class Rectangle(NamedTuple):
    """A rectangle on a page in points; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class PdfCharacter(NamedTuple):
    """A character where it stands; `generated` ones (spaces, line ends) PDFium made of gaps."""

    string: str
    box: Rectangle
    size: float
    generated: bool


class PdfPicture:
    """A picture on a page; its bytes are made when asked for."""

    def __init__(
        self, image: Untyped, box: Rectangle, turn: int, may_decode: Callable[[int], bool]
    ) -> None:
        self.box = box
        self.turn = turn
        self._image = image
        self._may_decode = may_decode

    def data(self) -> bytes | None:
        """A JPEG as it stands in the file, else a PNG of its pixels; None where it is too large or
        damaged.
        """
        try:
            if self._image.get_filters(skip_simple=True) == _JPEG:
                return bytes(self._image.get_data(decode_simple=True))
            width, height = self._image.get_px_size()
            if width * height > MOST_PIXELS or not self._may_decode(width * height):
                return None
            out = io.BytesIO()
            self._image.get_bitmap().to_pil().save(out, "PNG", compress_level=1)
            return out.getvalue()
        except (RuntimeError, ValueError, OSError):  # PdfiumError is a RuntimeError
            return None


class PdfPage(NamedTuple):
    """What stands on a page of so many points."""

    width: float
    height: float
    characters: list[PdfCharacter]
    pictures: list[PdfPicture]


class PdfDocument:
    """An open PDF; counts what is read of it."""

    def __init__(self, document: Untyped, pdfium: Untyped) -> None:
        self._document = document
        self._pdfium = pdfium
        self._signs = 0
        self._objects = 0
        self._decoded = 0

    def __len__(self) -> int:
        return len(self._document)

    @contextmanager
    def page(self, number: int) -> Generator[PdfPage]:
        """A page, counted from 0. Its pictures can be asked for their bytes while it is open.

        BrokenPdfError; TooLongPdfError where with this page it is too much.
        """
        try:
            page = self._document[number]
        except RuntimeError as error:
            raise BrokenPdfError from error
        try:
            width, height = page.get_size()
            text = page.get_textpage()
            try:
                self._count_signs(text.count_chars())
                characters = list(_characters(self._pdfium.raw, text))
            finally:
                text.close()
            yield PdfPage(width, height, characters, list(self._pictures(page)))
        except RuntimeError as error:
            raise BrokenPdfError from error
        finally:
            page.close()

    def _pictures(self, page: Untyped) -> Iterator[PdfPicture]:
        for image in islice(self._images(page), MOST_PICTURES):
            try:
                matrix = image.get_matrix()
                turned = math.degrees(math.atan2(matrix.b, matrix.a))
                box = Rectangle(*image.get_bounds())
            except RuntimeError:
                continue
            yield PdfPicture(image, box, whole_turn(-turned), self._may_decode)

    def _images(self, page: Untyped) -> Iterator[Untyped]:
        for drawn in page.get_objects(max_depth=_DEEPEST):
            self._objects += 1
            if self._objects > MOST_OBJECTS:
                raise TooLongPdfError
            if drawn.type == self._pdfium.raw.FPDF_PAGEOBJ_IMAGE:
                yield drawn

    def _count_signs(self, count: int) -> None:
        self._signs += count
        if self._signs > MOST_SIGNS:
            raise TooLongPdfError

    def _may_decode(self, pixels: int) -> bool:
        self._decoded += pixels
        return self._decoded <= MOST_DECODED


@contextmanager
def opened_pdf(path: Path) -> Generator[PdfDocument]:
    """A PDF opened. LockedPdfError, BrokenPdfError where that cannot be."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    pdfium: Untyped = pypdfium2
    with ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", 0) == _PASSWORD:
                raise LockedPdfError from error
            raise BrokenPdfError from error
        try:
            yield PdfDocument(document, pdfium)
        finally:
            document.close()


def _characters(raw: Untyped, text: Untyped) -> Iterator[PdfCharacter]:
    """The characters of a page in the order they were drawn, with what PDFium put between."""
    rectangle, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    high = ""
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        string, high = _joined(high, chr(code)), ""
        if "\uf000" <= string <= "\uf0ff":
            string = symbol(_font(raw, text, at), string)
        raw.FPDFText_GetLooseCharBox(text, at, rectangle)
        size = raw.FPDFText_GetFontSize(text, at)
        if raw.FPDFText_GetMatrix(text, at, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        box = Rectangle(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield PdfCharacter(string, box, size, raw.FPDFText_IsGenerated(text, at) == 1)


def _font(raw: Untyped, text: Untyped, at: int) -> str:
    """The name of the font of a character, without the tag of a subset (ISO 32000-1 9.6.4)."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, flags)
    said = name.raw[: min(length, _LONGEST_NAME)].rstrip(b"\0").decode("utf-8", "replace")
    return said.rpartition("+")[2].partition("-")[0]


def _joined(high: str, low: str) -> str:
    """A character of two halves as one."""
    both = high + low
    return both.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if high else low
