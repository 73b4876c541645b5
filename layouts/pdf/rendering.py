"""Pages of a PDF as pixels, by PDFium.

pypdfium2 has no types and is loaded when the first page is rendered. PDFium is one at a time in a
process: whoever uses it holds `ONE_AT_A_TIME` meanwhile.
"""

from __future__ import annotations

from threading import RLock
from typing import Any, NamedTuple, TypeAlias

Untyped: TypeAlias = Any
"""Something of pypdfium2's, which says no types."""

ONE_AT_A_TIME = RLock()

RGB, GREY = "RGB", "L"
"""Modes of bitmaps, as Pillow calls them; a third, CMYK, comes of four grey ones."""

_WHITE = (255, 255, 255, 255)

_BYTES = {RGB: 3, GREY: 1, "CMYK": 4}

_RGB_ORDER = 0x10
"""FPDF_REVERSE_BYTE_ORDER: red first, as files of pictures have it."""

_GREYS = 0x08
"""FPDF_GRAYSCALE."""


class Bitmap(NamedTuple):
    """Pixels in rows from the top, without anything between them; 8 bits a component."""

    width: int
    height: int
    mode: str
    data: bytes

    @property
    def stride(self) -> int:
        """Bytes of a row."""
        return self.width * _BYTES[self.mode]


class RenderedPdf:
    """A PDF whose pages are rendered one by one; opened when the first is asked for, so that each
    process of several opens it for itself.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Untyped = None

    def page(self, number: int, width: int, height: int, mode: str = RGB) -> Bitmap:
        """All of a page (from 0) in so many pixels."""
        with ONE_AT_A_TIME:
            pdfium = _pdfium()
            if self._document is None:
                self._document = pdfium.PdfDocument(self._data)
            page = self._document[number]
            try:
                return _rendered(pdfium, page, width, height, mode)
            finally:
                page.close()

    def close(self) -> None:
        """Let go of the file."""
        with ONE_AT_A_TIME:
            if self._document is not None:
                self._document.close()
            self._document = None


def _rendered(pdfium: Untyped, page: Untyped, width: int, height: int, mode: str) -> Bitmap:
    raw = pdfium.raw
    kind, flags = (raw.FPDFBitmap_BGR, _RGB_ORDER) if mode == RGB else (raw.FPDFBitmap_Gray, _GREYS)
    bitmap = pdfium.PdfBitmap.new_native(width, height, kind, rev_byteorder=mode == RGB)
    try:
        bitmap.fill_rect(_WHITE, 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        # pypdfium2 gives a bitmap no bytes between its rows
        return Bitmap(width, height, mode, bytes(bitmap.buffer))
    finally:
        bitmap.close()


def _pdfium() -> Untyped:
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    return pypdfium2
