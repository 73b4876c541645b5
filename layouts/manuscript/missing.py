"""What an issue lacks however it was written: articles in a section, an article's text, its
title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layouts.errors import Finding
from layouts.issue.article import Article, ArticleKind, Paragraph, Section


def what_is_missing(sections: Iterable[Section]) -> Iterator[Finding]:
    """A warning for every empty section, and every article without text or title."""
    for section in sections:
        if not section.articles:
            zh, en = f"栏目【{section.name}】里没有稿件", f"section {section.name} has no articles"
            yield Finding("warning", "section-empty", zh, en, section.source)
        for article in section.articles:
            yield from _in_article(article)


def _in_article(article: Article) -> Iterator[Finding]:
    title = article.title.string
    if title and not article.blocks:
        zh, en = f"“{title}”只有标题，没有正文", f"“{title}” has a title and no text"
        yield Finding("warning", "article-empty", zh, en, article.source)
    has_text = any(isinstance(block, Paragraph) for block in article.blocks)
    if not title and article.kind is ArticleKind.HEADLINE and has_text:
        zh, en = "这篇稿件没有标题（### 标题）", "this article has no title (### …)"
        yield Finding("warning", "article-untitled", zh, en, article.source)
