"""Links whose address is none: nobody could follow them."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.issue.article import Article
from layouts.issue.parts import parts_of
from layouts.issue.places import BYLINE, TITLE, Place
from layouts.issue.text import MarkKind, Text
from layouts.page.addresses import uri_of
from layouts.preflight.codes import found

LONGEST = 40
"""Characters of an address that a sentence quotes."""


def bad_links(article: Article) -> list[Finding]:
    """The links of an article that lead nowhere; places are those of the first article of the first section."""
    return [
        _finding(article, Place(0, 0, block, part), text.string[mark.start : mark.end], str(mark.value), (mark.start, mark.end))
        for block, part, text in _texts(article)
        for mark in text.marks
        if mark.kind is MarkKind.LINK and uri_of(str(mark.value)) is None
    ]


def _texts(article: Article) -> Iterator[tuple[int, int, Text]]:
    """Block, part and text of everything in an article that can hold marks."""
    yield TITLE, 0, article.title
    for k, block in enumerate(article.blocks):
        yield from ((k, part, text) for part, text in enumerate(parts_of(block)))
    if article.byline is not None:
        yield BYLINE, 0, article.byline


def _finding(article: Article, place: Place, words: str, address: str, span: tuple[int, int]) -> Finding:
    shown = address if len(address) <= LONGEST else f"{address[:LONGEST]}…"
    zh = f"“{words[:16]}”的链接“{shown}”不是网址，也不是邮箱，点不开"
    en = f"the link of “{words[:16]}” leads to “{shown}”, which is no address of the web nor of mail"
    return found("link-broken", "warning", zh, en, f"{words}:{address}", source=article.source, place=place, span=span)
