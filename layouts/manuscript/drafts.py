"""Articles and sections while their blocks come in."""

from __future__ import annotations

import datetime

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Block, Section
from layouts.issue.text import Text


class ArticleDraft:
    """An article whose blocks come in one by one.

    `awaits_text`: its heading said what it is, and its first paragraph is yet to come, which then
    begins no other article.
    """

    def __init__(
        self, kind: ArticleKind, title: Text, source: Source, *, break_before: bool
    ) -> None:
        self.kind = kind
        self.title = title
        self.source = source
        self.break_before = break_before
        self.keep_together = False
        self.across: int | None = None
        self.awaits_text = False
        self.blocks: list[Block] = []
        self.byline: Text | None = None
        self.subtitle: Text | None = None
        self.date: datetime.date | None = None
        self.origin = ""

    def finished(self) -> Article:
        """The article, when its last block is in."""
        return Article(
            self.kind,
            self.title,
            tuple(self.blocks),
            self.source,
            self.byline,
            self.break_before,
            self.keep_together,
            subtitle=self.subtitle,
            date=self.date,
            origin=self.origin,
            across=self.across,
        )


class SectionDraft:
    """A section whose articles come in one by one."""

    def __init__(self, name: str, source: Source, *, break_before: bool) -> None:
        self.name = name
        self.source = source
        self.break_before = break_before
        self.articles: list[ArticleDraft] = []

    def finished(self) -> Section:
        """The section, when its last article is in."""
        return Section(
            self.name,
            tuple(article.finished() for article in self.articles),
            self.source,
            self.break_before,
        )
