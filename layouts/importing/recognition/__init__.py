"""What is what in a received document: titles, by-lines, sub-headings, captions, articles.

A document is taken apart into items (`items`), each of which says by itself what it can be
(`spotting`, with `credits`, `captions`, `days`, `names`). Captions and tables' lines are tied to
what they belong to (`tying`), headings by style ordered (`outline`), and the places found where
articles begin (`parting`). In each article the head and the tail are found (`ends`), then the
sub-headings between them (`headings`), and the builder puts it together (`builder`). A guess is
made of cues, what there is to see of a line and around it, each with a weight in a table (`cues`);
their sum says how likely the guess is. Below `cues.LIKELY` it is not made; below `cues.DOUBTFUL` it
is a `Doubt` with the answers an editor can give, of which `answered` makes the document again.
Whatever is recognised keeps its characters: they are in the articles, or in `lost`.
"""

from __future__ import annotations

from layouts.importing.recognition.answering import answered, with_photo
from layouts.importing.recognition.recognising import recognise
from layouts.importing.recognition.result import (
    Answer,
    Aside,
    AsideKind,
    Doubt,
    RecognisedArticle,
    Recognition,
)

__all__ = [
    "Answer",
    "Aside",
    "AsideKind",
    "Doubt",
    "RecognisedArticle",
    "Recognition",
    "answered",
    "recognise",
    "with_photo",
]
