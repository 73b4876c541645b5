"""What is what in a received document: titles, by-lines, sub-headings, captions, articles."""

from __future__ import annotations

from collections.abc import Collection

from layouts.errors import Source
from layouts.importing.received import ReceivedDocument, ReceivedParagraph
from layouts.importing.recognition.result import (
    Answer,
    Doubt,
    LooseCaption,
    RecognisedArticle,
    Recognition,
)
from layouts.issue.article import Article, ArticleKind, Block, Paragraph
from layouts.issue.splice import NO_TEXT

__all__ = ["Answer", "Doubt", "LooseCaption", "RecognisedArticle", "Recognition", "recognise"]


def recognise(
    document: ReceivedDocument, sections: Collection[str] = (), measure: float = 34.0
) -> Recognition:
    """The articles of a document. A stand-in: its first paragraph is the title, the rest is text."""
    del sections, measure
    title, source = NO_TEXT, Source(document.path.name)
    blocks: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, ReceivedParagraph):
            continue
        if not title.string and not blocks:
            title = block.text
        else:
            blocks.append(Paragraph(block.text, source._replace(line=block.line)))
    article = Article(ArticleKind.HEADLINE, title, tuple(blocks), source)
    return Recognition((RecognisedArticle(article),))


def answered(recognition: Recognition, doubt: Doubt, answer: Answer) -> Recognition:
    """A stand-in: the recognition as it is."""
    del doubt, answer
    return recognition
