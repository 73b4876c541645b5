"""From a finding to what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_section,
    of_text,
)
from layouts.errors import Finding, Source
from layouts.issue.article import Block
from layouts.issue.blocks import ShapeTable
from layouts.issue.issue import Issue
from layouts.issue.places import BYLINE, SUBTITLE, Place, article_at, articles, block_at, text_at
from layouts.issue.traits import Shape


def place_of_finding(issue: Issue, finding: Finding) -> Place | None:
    """The section, article or block a finding is about: the one with its source, or the nearest
    above it in the same file.

    None where the finding names no source, or one above the first section (the masthead).
    """
    if finding.place is not None and _stands(issue, Place(*finding.place)):
        return Place(*finding.place)
    source = finding.source
    if source is None:
        return None
    nearest: tuple[int, Place] | None = None
    for place, own in _sources(issue):
        if own == source and source.line:
            return place
        if (
            own.file == source.file
            and 0 < own.line <= source.line
            and (nearest is None or own.line >= nearest[0])
        ):
            nearest = own.line, place
    return nearest[1] if nearest else None


def _stands(issue: Issue, place: Place) -> bool:
    """Whether the issue still has something at a place."""
    try:
        if place.article is None:
            return 0 <= place.section < len(issue.sections)
        article = article_at(issue, place)
        return place.block is None or SUBTITLE <= place.block < len(article.blocks)
    except LookupError:
        return False


def _sources(issue: Issue) -> Iterator[tuple[Place, Source]]:
    """Every part with its source.

    Blocks come before what they stand in: several findings of one line mean the smallest part.
    """
    for place, article in articles(issue):
        for k, block in enumerate(article.blocks):
            yield place._replace(block=k), block.source
    for place, article in articles(issue):
        yield place, article.source
    for s, section in enumerate(issue.sections):
        yield Place(s), section.source


def selection_of_finding(issue: Issue, finding: Finding) -> Selection | None:
    """What to select to mend a finding; None where it is about a page as a whole."""
    if finding.field:
        return Selection(
            SelectionKind.COLOPHON
            if finding.field.startswith("colophon")
            else SelectionKind.MASTHEAD
        )
    place = place_of_finding(issue, finding)
    if place is not None and finding.span is not None:
        marked = _marked(issue, place, finding.span)
        if marked is not None:
            return marked
    if place is None:
        return (
            Selection(SelectionKind.MASTHEAD)
            if finding.source and finding.source.file == issue.source.file
            else None
        )
    if place.article is None:
        return of_section(place)
    if place.block is None or place.block < 0:
        byline = _in_byline(issue, place.of_article, finding) if place.block is None else None
        return of_article(place.of_article) if byline is None else of_text(byline)
    return SELECTED(block_at(issue, place), place)


def _text(_block: Block, place: Place) -> Selection:
    return of_text(TextPosition(place, 0))


def _article(_block: Block, place: Place) -> Selection:
    return of_article(place.of_article)


SELECTED: ShapeTable[[Place], Selection] = ShapeTable(
    {
        Shape.TEXT: _text,
        Shape.PARAGRAPHS: _article,
        Shape.CELLS: _article,
        Shape.CAPTION: lambda _, place: of_photo(place),
        Shape.NOTHING: _article,
    }
)
"""What is selected to mend a finding about a block as a whole."""


def _in_byline(issue: Issue, place: Place, finding: Finding) -> TextPosition | None:
    """Where a character that a finding names stands in an article's by-line, which has no line of
    its own in the manuscript.
    """
    article = article_at(issue, place)
    named = _CHARACTER.search(finding.en)
    if named is None or article.byline is None:
        return None
    char = chr(int(named[1], 16))
    at = article.byline.string.find(char)
    return (
        None
        if at < 0 or char in article.title.string
        else TextPosition(place._replace(block=BYLINE), at)
    )


_CHARACTER = re.compile(r"\bU\+([0-9A-F]{4,6})\b")


def _marked(issue: Issue, place: Place, span: tuple[int, int]) -> Selection | None:
    """The characters that a finding is about, marked; None where the text no longer has them."""
    try:
        size = len(text_at(issue, place).string)
    except LookupError:
        return None
    start, end = span
    return of_text(TextPosition(place, end), TextPosition(place, start)) if end <= size else None
