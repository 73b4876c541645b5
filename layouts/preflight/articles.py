"""What an issue lacks in its articles and sections, and whether its contents list says what its
titles say.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from layouts.errors import Finding
from layouts.issue.article import Article, ArticleKind, Block
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.places import Place, articles
from layouts.issue.traits import Shape
from layouts.messages.issue import ARTICLE_BYLINE_ALONE, ARTICLE_EMPTY, SECTION_EMPTY
from layouts.messages.preflight_issue import (
    ARTICLE_WITHOUT_TITLE,
    BLOCK_EMPTY,
    BYLINE_MISSING,
    CONTENTS_DIFFER,
    SUBTITLE_UNPRINTED,
)
from layouts.page.page import Page
from layouts.preflight.codes import found

LEAST_COMPANY = 2
MOST_OF = 2 / 3
"""An article lacks a by-line where at least two others of its kind have one, and those are two
thirds: short news often has none.
"""

_SIGNED = re.compile(
    r"[（(【].{0,24}(?:供稿|撰稿|通讯员|记者|来源|摘自|转自|作者|文[/／:：]).{0,24}[）)】]$"
)
"""A by-line that stands in the last paragraph."""


class ArticleInIssue(NamedTuple):
    """An article and where it stands."""

    place: Place
    article: Article


def inspect_articles(issue: Issue, wanted: Container[str] = ()) -> Iterator[Finding]:
    """Empty sections; articles without text, title or by-line, or with a subtitle that is not
    printed. Sections `wanted`, which the publication has in every issue, are not to be removed.
    """
    for s, section in enumerate(issue.sections):
        if not section.articles:
            yield found(
                "section-empty",
                "warning",
                *SECTION_EMPTY(name=section.name),
                section.name,
                source=section.source,
                place=Place(s),
                fix="" if section.name in wanted else "remove-section",
            )
    standings = [ArticleInIssue(*standing) for standing in articles(issue)]
    for standing in standings:
        yield from _of_article(standing)
    yield from _bylines(standings)


def _of_article(standing: ArticleInIssue) -> Iterator[Finding]:
    place, article = standing
    title = article.title.string
    byline = article.byline.string if article.byline is not None else ""
    if (title or byline) and _is_empty(article):
        said = ARTICLE_EMPTY(title=title) if title else ARTICLE_BYLINE_ALONE(byline=byline)
        yield found(
            "article-empty", "warning", *said, title or byline, source=article.source, place=place
        )
    if not title and article.kind is ArticleKind.HEADLINE and _has_text(article):
        yield found(
            "article-untitled",
            "warning",
            *ARTICLE_WITHOUT_TITLE(begin=_begin(article)),
            _begin(article),
            source=article.source,
            place=place,
        )
    if (
        article.subtitle is not None
        and article.subtitle.string
        and article.kind is not ArticleKind.HEADLINE
    ):
        words = article.subtitle.string[:16]
        yield found(
            "subtitle-unprinted",
            "warning",
            *SUBTITLE_UNPRINTED(subtitle=words),
            article.subtitle.string,
            source=article.source,
            place=place,
        )
    for k, block in enumerate(article.blocks):
        if _is_set_apart(block) and not any(text.string for text in parts_of(block)):
            name = title or _begin(article)
            yield found(
                "block-empty",
                "warning",
                *BLOCK_EMPTY(name=name),
                name,
                source=block.source,
                place=place._replace(block=k),
            )


def _is_set_apart(block: Block) -> bool:
    """Whether it shows on paper even without words, as room or rules: an empty paragraph may be
    meant as air.
    """
    return block.trait.shape in (Shape.TEXT, Shape.PARAGRAPHS) and not block.trait.is_running


def _bylines(standings: Iterable[ArticleInIssue]) -> Iterator[Finding]:
    """Articles without a by-line among others of their kind that have one. Briefs have none."""
    for kind in (ArticleKind.HEADLINE, ArticleKind.RUN_IN):
        alike = [
            standing
            for standing in standings
            if standing.article.kind is kind and _has_text(standing.article)
        ]
        signed = [standing for standing in alike if _is_signed(standing.article)]
        if len(signed) < LEAST_COMPANY or len(signed) < MOST_OF * (len(alike) - 1):
            continue
        for place, article in alike:
            if not _is_signed(article):
                name = article.title.string or _begin(article)
                yield found(
                    "byline-missing",
                    "warning",
                    *BYLINE_MISSING(name=name),
                    name,
                    source=article.source,
                    place=place,
                )


def _is_signed(article: Article) -> bool:
    if article.byline is not None:
        return True
    running = _running(article)
    return bool(running) and bool(_SIGNED.search(running[-1].rstrip()))


def _has_text(article: Article) -> bool:
    return any(_running(article))


def _is_empty(article: Article) -> bool:
    """Whether an article has nothing but empty paragraphs, to type on in."""
    return all(block.trait.is_running for block in article.blocks) and not _has_text(article)


def _begin(article: Article) -> str:
    return next((string[:12] for string in _running(article) if string), "")


def _running(article: Article) -> list[str]:
    """The paragraphs of running text in an article."""
    return [parts_of(block)[0].string for block in article.blocks if block.trait.is_running]


def inspect_contents(issue: Issue, pages: Iterable[Page]) -> Iterator[Finding]:
    """Whether the printed contents list holds every title in its order, and nothing else."""
    if not issue.contents:
        return
    printed = _bare(
        "".join(line.text for page in pages for line in page.lines if line.role == "contents-entry")
    )
    titles = [article.title.string for _, article in articles(issue) if article.title.string]
    at = 0
    for title in titles:
        wanted = _bare(title)
        if not wanted:
            continue
        place = printed.find(wanted, at)
        if place < 0:
            yield found("contents-differ", "warning", *CONTENTS_DIFFER(title=title), title, page=1)
        else:
            at = place + len(wanted)


def _bare(string: str) -> str:
    return "".join(string.split())
