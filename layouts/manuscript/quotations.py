"""Quotations of a manuscript: a box (专栏框) where the first line says so (`> [!链接] 标题`), else
an editor's note.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from layouts.errors import Source
from layouts.issue.article import Note
from layouts.issue.text import Text
from layouts.manuscript.blocks import Passage, Quote, split_passages
from layouts.manuscript.words import Word, passage_word
from layouts.messages.message import Sentence

if TYPE_CHECKING:
    from layouts.issue.sidebar import Sidebar
    from layouts.manuscript.box_words import BoxHeader

Inline = Callable[[str, int], Text]
"""The text of some Markdown that stands on a line."""


def read_quotation(
    quote: Quote, source: Source, inline: Inline
) -> tuple[Note | Sidebar | None, list[Sentence]]:
    """The note or box that a quotation is, None for one without words, and a sentence for each
    attribute that cannot be.
    """
    first, _, below = quote.passages[0].content.partition("\n")
    header = _header(first)
    if header is None:
        paragraphs = _paragraphs(quote.passages, inline)
        return (Note(paragraphs, source) if paragraphs else None), []
    from layouts.issue.sidebar import Sidebar
    from layouts.issue.splice import NO_TEXT
    from layouts.manuscript.box_words import with_attributes

    line = quote.passages[0].line
    title = _paragraphs([Passage(header.title, line)], inline) if header.title else ()
    texts = (
        *title,
        *_paragraphs([*split_passages(below, line + 1), *quote.passages[1:]], inline),
    )
    box = Sidebar(texts or (NO_TEXT,), source, header.kind, bool(title))
    return with_attributes(box, header.attributes)


def _header(line: str) -> BoxHeader | None:
    if not line.startswith("[!"):
        return None
    from layouts.manuscript.box_words import box_header

    return box_header(line)


def _paragraphs(passages: Sequence[Passage], inline: Inline) -> tuple[Text, ...]:
    """The texts of a note or box, empty ones only where they say that they are text."""
    found: list[Text] = []
    for passage in passages:
        content, word = passage_word(passage.content)
        is_text = word is Word.TEXT
        text = inline(content if is_text else passage.content, passage.line)
        if text.string or is_text:
            found.append(text)
    return tuple(found)
