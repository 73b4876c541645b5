"""Reading a place of the issue and putting another value there; everything beside it stays the same
object.

All functions raise LookupError for a place that does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section
from layouts.issue.edits.kinds import titled
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, title_of_paragraph
from layouts.issue.parts import has_part, with_item, with_part
from layouts.issue.photo import Photo
from layouts.issue.places import (
    BYLINE,
    SUBTITLE,
    TITLE,
    Place,
    article_at,
    block_at,
    section_at,
    text_at,
)
from layouts.issue.text import Text


def section_of(issue: Issue, place: Place) -> Section:
    """The section at or around a place."""
    # Python would count it from the end
    if place.section < 0:
        raise LookupError(f"no section {place.section}")
    return section_at(issue, place)


def article_of(issue: Issue, place: Place) -> Article:
    """The article at or around a place."""
    section_of(issue, place)
    if place.article is not None and place.article < 0:
        raise LookupError(f"no article {place.article}")
    return article_at(issue, place)


def block_of(issue: Issue, place: Place) -> Block:
    """The block at a place."""
    article_of(issue, place)
    return block_at(issue, place)


def photo_of(issue: Issue, place: Place) -> Photo:
    """The photo at a place."""
    block = block_of(issue, place)
    if isinstance(block, Photo):
        return block
    raise LookupError(f"{place} is no photo")


def text_of(issue: Issue, place: Place) -> Text:
    """The text at a place, a section's name too. A brief has no title."""
    if place.article is None:
        return Text(section_of(issue, place).name)
    article = article_of(issue, place)
    if place.block is not None and not _has_part(article, place.block, place.part):
        raise LookupError(f"no text {place}")
    if place.block == TITLE and article.kind is ArticleKind.BRIEF:
        raise LookupError("a brief has no title")
    return text_at(issue, place)


def _has_part(article: Article, block: int, part: int) -> bool:
    return (
        part == 0
        if block in (TITLE, SUBTITLE, BYLINE)
        else block >= 0 and has_part(article.blocks[block], part)
    )


def with_section(issue: Issue, place: Place, section: Section) -> Issue:
    """An issue with another section at a place."""
    if section == section_of(issue, place):
        return issue
    return replace(issue, sections=with_item(issue.sections, place.section, section))


def with_article(issue: Issue, place: Place, article: Article) -> Issue:
    """An issue with another article at a place. The title of a run-in article follows its lead."""
    section, old = section_of(issue, place), article_of(issue, place)
    if article == old or place.article is None:
        return issue
    new = replace(
        section, articles=with_item(section.articles, place.article, in_step(old, article))
    )
    return replace(issue, sections=with_item(issue.sections, place.section, new))


def with_blocks(issue: Issue, place: Place, blocks: Sequence[Block]) -> Issue:
    """An issue with other blocks in the article at or around a place."""
    return with_article(issue, place, replace(article_of(issue, place), blocks=tuple(blocks)))


def with_block(issue: Issue, place: Place, *blocks: Block) -> Issue:
    """An issue with another block, several or none in the place of one."""
    block_of(issue, place)
    return with_blocks(
        issue, place, with_item(article_of(issue, place).blocks, place.block or 0, *blocks)
    )


def with_text(issue: Issue, place: Place, text: Text) -> Issue:
    """An issue with another text at a place.

    Section names and captions drop the marks, an empty subtitle or by-line is none, the title of a
    run-in article becomes its lead.
    """
    if text == text_of(issue, place):
        return issue
    if place.article is None:
        return with_section(issue, place, replace(section_of(issue, place), name=text.string))
    article = article_of(issue, place)
    if place.block == TITLE:
        return with_article(issue, place, titled(article, text))
    if place.block == SUBTITLE:
        return with_article(issue, place, replace(article, subtitle=text if text.string else None))
    if place.block == BYLINE:
        return with_article(issue, place, replace(article, byline=text if text.string else None))
    return with_block(issue, place, with_part(block_of(issue, place), place.part, text))


def in_step(old: Article, new: Article) -> Article:
    """A run-in article with the title its lead gives, where the edit changed the lead."""
    if old.kind is not ArticleKind.RUN_IN or new.kind is not ArticleKind.RUN_IN:
        return new
    before, after = _lead_title(old), _lead_title(new)
    # a title that was set by itself is not written over
    return new if before == after or new.title != old.title else replace(new, title=after)


def _lead_title(article: Article) -> Text:
    index = first_paragraph(article.blocks)
    block = article.blocks[index] if index is not None else None
    return title_of_paragraph(block.text) if isinstance(block, Paragraph) else Text("")
