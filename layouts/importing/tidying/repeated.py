"""A title or by-line that the manuscript says again at the head of its body."""

from __future__ import annotations

import re

from msgspec.structs import replace

from layouts.importing.tidying.rule import Tidied
from layouts.importing.tidying.table import REPEATED
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Subheading
from layouts.issue.places import SUBTITLE, Place
from layouts.issue.text import Text
from layouts.messages.message import Sentence
from layouts.messages.tidying import TIDIED_BLOCK, TIDIED_SUBTITLE

_LETTERS = re.compile(r"[\W_]+")

HEAD = 3
"""Texts at the head of the body that may say title or by-line again."""


def without_repeated(article: Article) -> tuple[Article, tuple[Tidied, ...]]:
    """An article whose body does not begin with its own title or by-line, nor its subtitle say the
    title again.

    Only what says exactly the same goes, spaces and marks not counted; an article keeps its last
    text.
    """
    told: list[Tidied] = []
    if article.subtitle is not None and _same(article.subtitle, article.title):
        told.append(_told(article.subtitle.string, Place(0, 0, SUBTITLE), TIDIED_SUBTITLE()))
        article = replace(article, subtitle=None)
    gone = _repeated(article)
    for index in gone:
        block = article.blocks[index]
        if isinstance(block, Paragraph | Subheading):
            place = Place(0, 0, index)
            told.append(_told(block.text.string, place, TIDIED_BLOCK(number=index + 1)))
    if gone:
        kept = tuple(block for k, block in enumerate(article.blocks) if k not in gone)
        article = replace(article, blocks=kept)
    return article, tuple(told)


def _told(string: str, place: Place, where: Sentence) -> Tidied:
    return Tidied(REPEATED, string, "", *where, place)


def _repeated(article: Article) -> list[int]:
    """The blocks at the head that say title or by-line again."""
    if article.kind is not ArticleKind.HEADLINE:
        return []
    texts = [k for k, block in enumerate(article.blocks) if isinstance(block, Paragraph)]
    gone: list[int] = []
    for index, block in _head(article):
        again = _says(block.text, article)
        if not again or len(gone) + 1 >= len(texts) + isinstance(block, Subheading):
            break
        gone.append(index)
    return gone


def _head(article: Article) -> list[tuple[int, Paragraph | Subheading]]:
    found: list[tuple[int, Paragraph | Subheading]] = []
    for index, block in enumerate(article.blocks):
        if _is_text(block) and isinstance(block, Paragraph | Subheading):
            found.append((index, block))
    return found[:HEAD]


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Subheading) and bool(block.text.string)


def _says(text: Text, article: Article) -> bool:
    if _same(text, article.title):
        return True
    return article.byline is not None and _same(text, article.byline)


def _same(first: Text, second: Text) -> bool:
    letters, others = _LETTERS.sub("", first.string), _LETTERS.sub("", second.string)
    return letters != "" and letters == others and not any(mark.value for mark in first.marks)
