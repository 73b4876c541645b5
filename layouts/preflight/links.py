"""Links whose address is none: nobody could follow them."""

from __future__ import annotations

from layouts.errors import Finding
from layouts.issue.article import Article
from layouts.issue.places import Place, texts_of
from layouts.issue.text import MarkKind
from layouts.messages.preflight_text import LINK_BROKEN
from layouts.preflight.codes import found
from layouts.preflight.wording import FIRST, source_of
from layouts.web_addresses import uri_of

LONGEST = 40
"""Characters of an address that a sentence quotes."""


def bad_links(article: Article) -> list[Finding]:
    """The links of an article that lead nowhere; places are those of the first article of the first
    section.
    """
    return [
        _finding(
            article,
            place,
            text.string[mark.start : mark.end],
            str(mark.value),
            (mark.start, mark.end),
        )
        for place, text in texts_of(article, FIRST)
        for mark in text.marks
        if mark.kind is MarkKind.LINK and uri_of(str(mark.value)) is None
    ]


def _finding(
    article: Article, place: Place, words: str, address: str, span: tuple[int, int]
) -> Finding:
    shown = address if len(address) <= LONGEST else f"{address[:LONGEST]}…"
    return found(
        "link-broken",
        "warning",
        *LINK_BROKEN(words=words[:16], address=shown),
        f"{words}:{address}",
        source=source_of(article, place),
        place=place,
        span=span,
    )
