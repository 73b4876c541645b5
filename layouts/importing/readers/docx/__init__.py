"""Manuscripts of Word and WPS (.docx, .docm, .dotx): ECMA-376, strict and transitional."""

from layouts.importing.readers.docx.reader import read

__all__ = ["read"]
