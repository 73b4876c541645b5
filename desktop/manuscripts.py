"""What a manuscript's file brings into the open issue."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from layouts.errors import Finding
from layouts.issue.article import Article
from layouts.issue.photo import Photo


class Manuscript(NamedTuple):
    """What one file held; `error` is why it held nothing."""

    path: Path
    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str = ""

    @property
    def photos(self) -> int:
        """How many photos it brings."""
        return sum(
            isinstance(block, Photo) for article in self.articles for block in article.blocks
        )
