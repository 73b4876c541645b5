"""PDF: its text by PDFium as hard-wrapped lines, rejoined as those of text files are."""

from layouts.importing.readers.pdf.reader import read

__all__ = ["read"]
