"""Where something stands in an issue: one address for sections, articles, blocks and texts, counted
from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.errors import BYLINE, SUBTITLE, TITLE
from layouts.issue.article import Article, ArticleKind, Block, Section
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, mark_end
from layouts.issue.parts import numbered_parts, part_of
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text


class Place(NamedTuple):
    """An address in an issue: `Place(2)` a section, `Place(2, 0)` its first article, `Place(2, 0,
    4)` that article's fifth block.

    `block` may be TITLE, SUBTITLE or BYLINE. `part` counts the texts inside a block: paragraphs of
    a note, cells of a table row by row, header first (`layouts.issue.parts` has the numbers of its
    caption and notes).
    """

    section: int
    article: int | None = None
    block: int | None = None
    part: int = 0

    @property
    def of_article(self) -> Place:
        """The article this stands in; the section itself for a section."""
        return Place(self.section, self.article)


def articles(issue: Issue) -> Iterator[tuple[Place, Article]]:
    """Every article with its place, in reading order: the n-th is what drawing items call article
    n.
    """
    for s, section in enumerate(issue.sections):
        for a, article in enumerate(section.articles):
            yield Place(s, a), article


def texts_of(article: Article, place: Place) -> Iterator[tuple[Place, Text]]:
    """Every text that is printed of the article at a place, in reading order, captions too.

    The title of a run-in article is its lead and not named; a subtitle is printed under a title of
    its own alone.
    """
    place = place.of_article
    if article.kind is ArticleKind.HEADLINE:
        yield place._replace(block=TITLE, part=0), article.title
        if article.subtitle is not None:
            yield place._replace(block=SUBTITLE, part=0), article.subtitle
    for index, block in enumerate(article.blocks):
        for part, text in numbered_parts(block):
            yield place._replace(block=index, part=part), text
    if article.byline is not None:
        yield place._replace(block=BYLINE, part=0), article.byline


def running_place(issue: Issue, place: Place, offset: int) -> tuple[Place, int]:
    """Where a place of the text is edited: the title of a run-in article in its lead, any other
    where it is.
    """
    if place.block != TITLE or article_at(issue, place).kind is not ArticleKind.RUN_IN:
        return place, offset
    article = article_at(issue, place)
    index = first_paragraph(article.blocks)
    if index is None:
        return place, offset
    place = place._replace(block=index, part=0)
    return place, offset + mark_end(text_at(issue, place).string)


def place_of_article(issue: Issue, number: int) -> Place:
    """The place of article `number`, counted over the whole issue; IndexError where there are
    fewer.
    """
    left = number
    for s, section in enumerate(issue.sections):
        if left < len(section.articles):
            return Place(s, left)
        left -= len(section.articles)
    raise IndexError(f"no article {number}")


def article_number(issue: Issue, place: Place) -> int:
    """The number of the article at a place, counted over the whole issue."""
    return sum(len(section.articles) for section in issue.sections[: place.section]) + (
        place.article or 0
    )


def section_at(issue: Issue, place: Place) -> Section:
    """The section at or around a place."""
    return issue.sections[place.section]


def article_at(issue: Issue, place: Place) -> Article:
    """The article at or around a place; LookupError for a section's place."""
    if place.article is None:
        raise LookupError(f"{place} is no article")
    return issue.sections[place.section].articles[place.article]


def block_at(issue: Issue, place: Place) -> Block:
    """The block at a place; LookupError for a title, a subtitle, a by-line or anything larger."""
    if place.block is None or place.block < 0:
        raise LookupError(f"{place} is no block")
    return article_at(issue, place).blocks[place.block]


def text_at(issue: Issue, place: Place) -> Text:
    """The text at a place: a title, subtitle, by-line, paragraph, heading, part of a note or table,
    a photo's caption; else LookupError.
    """
    article = article_at(issue, place)
    if place.block == TITLE:
        return article.title
    if place.block == SUBTITLE:
        return article.subtitle or NO_TEXT
    if place.block == BYLINE:
        return article.byline or NO_TEXT
    return part_of(block_at(issue, place), place.part)
