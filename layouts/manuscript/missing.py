"""What an issue lacks however it was written: articles in a section, an article's text, its
title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layouts.errors import Finding
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.messages.issue import ARTICLE_EMPTY, ARTICLE_UNTITLED, SECTION_EMPTY


def what_is_missing(sections: Iterable[Section]) -> Iterator[Finding]:
    """A warning for every empty section, and every article without text or title."""
    for section in sections:
        if not section.articles:
            said = SECTION_EMPTY(name=section.name)
            yield Finding("warning", "section-empty", *said, section.source)
        for article in section.articles:
            yield from _in_article(article)


def _in_article(article: Article) -> Iterator[Finding]:
    title = article.title.string
    if title and not article.blocks:
        yield Finding("warning", "article-empty", *ARTICLE_EMPTY(title=title), article.source)
    has_text = any(isinstance(block, Paragraph) for block in article.blocks)
    if not title and article.kind is ArticleKind.HEADLINE and has_text:
        yield Finding("warning", "article-untitled", *ARTICLE_UNTITLED(), article.source)
