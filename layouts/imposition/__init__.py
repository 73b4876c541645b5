"""Booklets (小册子): the pages of a PDF two up on landscape sheets, in the order in which they are
folded and stapled.
"""

from layouts.imposition.booklet import count_pages, impose

__all__ = ["count_pages", "impose"]
