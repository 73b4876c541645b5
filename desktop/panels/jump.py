"""From a finding to what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.selection import Kind, Selection, Spot, of_article, of_photo, of_section, of_text
from layouts.errors import Finding, Source
from layouts.issue.article import Paragraph, Subheading
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, Place, article_at, articles, block_at


def place_of_finding(issue: Issue, finding: Finding) -> Place | None:
    """The section, article or block a finding is about: the one with its source, or the nearest above it in the same file.

    None where the finding names no source, or one above the first section (the masthead).
    """
    source = finding.source
    if source is None:
        return None
    nearest: tuple[int, Place] | None = None
    for place, own in _sources(issue):
        if own == source and source.line:
            return place
        if own.file == source.file and 0 < own.line <= source.line and (nearest is None or own.line >= nearest[0]):
            nearest = own.line, place
    return nearest[1] if nearest else None


def _sources(issue: Issue) -> Iterator[tuple[Place, Source]]:
    """Every part with its source. Blocks come before what they stand in: several findings of one line mean the smallest part."""
    for place, article in articles(issue):
        for k, block in enumerate(article.blocks):
            yield place._replace(block=k), block.source
    for place, article in articles(issue):
        yield place, article.source
    for s, section in enumerate(issue.sections):
        yield Place(s), section.source


def selection_of_finding(issue: Issue, finding: Finding) -> Selection | None:
    """What to select to mend a finding; None where it is about a page as a whole."""
    place = place_of_finding(issue, finding)
    if place is None:
        return Selection(Kind.MASTHEAD) if finding.source and finding.source.file == issue.source.file else None
    if place.article is None:
        return of_section(place)
    if place.block is None:
        byline = _in_byline(issue, place, finding)
        return of_article(place) if byline is None else of_text(byline)
    block = block_at(issue, place)
    if isinstance(block, Photo):
        return of_photo(place)
    return of_text(Spot(place, 0)) if isinstance(block, Paragraph | Subheading) else of_article(place.of_article)


def _in_byline(issue: Issue, place: Place, finding: Finding) -> Spot | None:
    """Where a character that a finding names stands in an article's by-line, which has no line of its own in the manuscript."""
    article = article_at(issue, place)
    named = _CHARACTER.search(finding.en)
    if named is None or article.byline is None:
        return None
    char = chr(int(named[1], 16))
    at = article.byline.string.find(char)
    return None if at < 0 or char in article.title.string else Spot(place._replace(block=BYLINE), at)


_CHARACTER = re.compile(r"\bU\+([0-9A-F]{4,6})\b")
