"""Titles: their lines end between words, as on paper."""

from __future__ import annotations

from itertools import pairwise

from layouts.issue.nested_marks import MarkWriter, nested
from layouts.issue.text import Text
from layouts.text.words import open_words
from layouts.webpage.inline import TAGS, Notes, with_addresses
from layouts.webpage.markup import Markup, escaped, raw


def title(text: Text, notes: Notes) -> Markup:
    """A text of which lines may end between words; the style sheet lets no other line end there."""
    return raw(nested(with_addresses(text), MarkWriter(TAGS, _in_words, notes.signed)))


def _in_words(string: str) -> str:
    words = open_words().segment(string)
    parts = [escaped(word) for word in words[:1]]
    for before, after in pairwise(words):
        # beside a mark a browser knows where lines may end
        opportunity = "<wbr>" if before[-1].isalnum() and after[0].isalnum() else ""
        parts.append(raw(f"{opportunity}{escaped(after)}"))
    return "".join(parts)
