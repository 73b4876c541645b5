"""Booklets (小册子): the pages of a PDF two up on landscape sheets, in the order in which they are folded and stapled."""

from layouts.imposition.booklet import impose

__all__ = ["impose"]
