"""Counting characters (字数) as Word and WPS do: every Hanzi and full-width mark is one, and so is
every run of Latin letters or digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from layouts.issue.article import Article, ArticleKind
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph
from layouts.issue.notes import notes_in
from layouts.issue.places import Place, texts_of

_WIDE = (
    "\u1100-\u11ff\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\ud7af\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0003ffff"
)
_COUNTED = re.compile(
    rf"[^\s{_WIDE}]+"  # a word or number, with the signs in it
    rf"|[{_WIDE}]"
)
_BLANK = re.compile(r"\u3000")


def count(string: str) -> int:
    """The characters of a text; spaces of any width are none."""
    # a wide space is among the wide characters and would count
    return len(_COUNTED.findall(_BLANK.sub(" ", string) if "\u3000" in string else string))


def article_count(article: Article) -> int:
    """The characters of an article as it is printed: title, subtitle, text, tables, captions,
    by-line, and the words of its notes.

    A lead is no title besides, and what a pull quote repeats is no text.
    """
    return sum(map(count, _strings(article)))


def _strings(article: Article) -> Iterator[str]:
    if article.kind is not ArticleKind.HEADLINE and not has_lead(article):
        yield article.title.string
    for place, text in texts_of(article, Place(0, 0)):
        if (
            place.block is not None
            and place.block >= 0
            and article.blocks[place.block].trait.repeats
        ):
            continue
        yield text.string
        yield from (str(mark.value) for mark in notes_in(text))


def has_lead(article: Article) -> bool:
    """Whether the title is not printed by itself: a run-in article's stands in its first
    paragraph.
    """
    return article.kind is ArticleKind.RUN_IN and first_paragraph(article.blocks) is not None


class Counter:
    """Counts an issue again and again as it is edited: only articles that changed are counted
    anew.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Article, int]] = {}

    def of_article(self, article: Article) -> int:
        """The characters of one article."""
        known = self._known.get(id(article))
        if known is None:
            # with the article, so that its id stays its own
            known = self._known[id(article)] = (article, article_count(article))
        return known[1]

    def of_issue(self, issue: Issue) -> int:
        """The characters of all articles. Forgets articles that are no longer there."""
        articles = [article for section in issue.sections for article in section.articles]
        total = sum(map(self.of_article, articles))
        # each edit leaves the article before it: swept when most are such
        if len(self._known) > 2 * len(articles) + 8:
            self._known = {id(article): self._known[id(article)] for article in articles}
        return total
