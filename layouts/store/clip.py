"""Copied blocks as bytes for the clipboard, so that nothing is lost between two places of Banxin:
an issue.json of one article.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Block, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.store import json_text
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder

FORMAT = "application/x-banxin-text+json"
"""The type that the clipboard knows it by (MIME)."""

_NOWHERE = Source("", 0)


def written(blocks: Sequence[Block]) -> bytes:
    """Blocks as the clipboard holds them."""
    article = Article(ArticleKind.HEADLINE, Text(""), tuple(blocks), _NOWHERE)
    return json_text.written(
        Encoder().issue(
            Issue(Masthead(), (Section("", (article,), _NOWHERE),), Path(), _NOWHERE, layout="")
        )
    )


def read(data: bytes) -> tuple[Block, ...]:
    """The blocks that the clipboard holds, without ids.

    PackageError where they are none, NewerError for those of a newer program.
    """
    found = json_text.read(data, _NOWHERE)
    issue = decode(found.entry, found.plain, Home("", Path()))
    blocks = (
        block
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
    )
    # what is pasted is new: ids would be those of what was copied
    return tuple(replace(block, id="", source=_NOWHERE) for block in blocks)
