"""Comments (批注) that are left: nobody sees them on paper, and whoever asked may still wait for an
answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.issue.article import Article
from layouts.issue.places import Place, texts_of
from layouts.issue.text import Comment
from layouts.messages.preflight_text import COMMENT_OPEN, COMMENT_OPEN_BY
from layouts.preflight.codes import found
from layouts.preflight.wording import FIRST, source_of

LONGEST = 200
"""Characters of a comment that are quoted."""


def open_comments(article: Article) -> Iterator[Finding]:
    """The comments of an article; places are those of the first article of the first section."""
    for place, text in texts_of(article, FIRST):
        for mark in text.marks:
            if isinstance(mark.value, Comment):
                yield _finding(
                    article,
                    place,
                    text.string[mark.start : mark.end],
                    mark.value,
                    (mark.start, mark.end),
                )


def _finding(
    article: Article, place: Place, words: str, comment: Comment, span: tuple[int, int]
) -> Finding:
    said = comment.text if len(comment.text) <= LONGEST else f"{comment.text[:LONGEST]}…"
    sentence = (
        COMMENT_OPEN_BY(words=words[:16], author=comment.author, comment=said)
        if comment.author
        else COMMENT_OPEN(words=words[:16], comment=said)
    )
    return found(
        "comment",
        "notice",
        *sentence,
        words,
        source=source_of(article, place),
        place=place,
        span=span,
    )
