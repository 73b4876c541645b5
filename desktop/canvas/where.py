"""From what stands on a page to its place in the issue, and back."""

from __future__ import annotations

from desktop.blocks import read_texts
from desktop.selection import (
    Selection,
    SelectionKind,
    of_article,
    of_box,
    of_photo,
    of_section,
)
from layouts.issue.article import Article, Table
from layouts.issue.edits.floats import TextFloat, stands_in_frame, text_float_of
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part
from layouts.issue.photo import Photo
from layouts.issue.places import (
    BYLINE,
    SUBTITLE,
    TITLE,
    Place,
    article_at,
    article_number,
    block_at,
    place_of_article,
    text_at,
)
from layouts.issue.tables import covered_parts
from layouts.issue.text import Text
from layouts.page.carets import ShownText
from layouts.page.hit import Hit, HitKind

FIXED = {
    HitKind.MASTHEAD: SelectionKind.MASTHEAD,
    HitKind.CONTENTS: SelectionKind.CONTENTS,
    HitKind.COLOPHON: SelectionKind.COLOPHON,
}

TARGETS = {kind: target for target, kind in FIXED.items()}
"""What of a page shows what the house rules place, which has no place in the issue's tree."""


def address_of_place(issue: Issue, place: Place) -> ShownText | None:
    """How drawn lines call the text or block at a place; None for a section or an article as a
    whole.
    """
    if place.article is None or place.block is None:
        return None
    return ShownText(article_number(issue, place), place.block, place.part)


def place_of_address(issue: Issue, address: ShownText) -> Place | None:
    """The place of a text that drawn lines show; None where the issue has no such text any more."""
    try:
        place = place_of_article(issue, address.article)._replace(
            block=address.paragraph, part=address.part
        )
        # asked for its LookupError: the issue may be newer than the pages
        text_at(issue, place)
    except LookupError:
        return None
    return place


def article_place(issue: Issue, number: int | None) -> Place | None:
    """The place of article `number` of the issue, None where there is none."""
    try:
        return None if number is None else place_of_article(issue, number)
    except IndexError:
        return None


def photo_place(issue: Issue, article: int | None, block: int | None) -> Place | None:
    """The place of a drawn picture; None where the issue no longer has a photo there."""
    place = article_place(issue, article)
    if place is None or block is None:
        return None
    place = place._replace(block=block)
    return place if photo_at(issue, place) is not None else None


def photo_at(issue: Issue | None, place: Place | None) -> Photo | None:
    """The photo at a place, None where there is none."""
    if issue is None or place is None:
        return None
    try:
        block = block_at(issue, place)
    except LookupError:
        return None
    return block if isinstance(block, Photo) else None


def text_float_at(issue: Issue | None, place: Place | None) -> TextFloat | None:
    """The box or pull quote at a place, None where there is none."""
    if issue is None or place is None:
        return None
    try:
        return text_float_of(issue, place)
    except LookupError:
        return None


def stands_in_frame_at(issue: Issue | None, place: Place) -> bool:
    """Whether a text is of a box, or of a pull quote that text runs round."""
    box = text_float_at(issue, place)
    return box is not None and stands_in_frame(box)


def box_place(issue: Issue, article: int | None, block: int | None) -> Place | None:
    """The place of a drawn box; None where the issue no longer has one there."""
    place = article_place(issue, article)
    if place is None or block is None:
        return None
    place = place._replace(block=block)
    return place if text_float_at(issue, place) is not None else None


def text_of(issue: Issue | None, place: Place) -> Text | None:
    """The text at a place, None where there is none."""
    try:
        return None if issue is None else text_at(issue, place)
    except LookupError:
        return None


def selection_of(issue: Issue, hit: Hit) -> Selection | None:
    """What a click on something selects; None on bare paper."""
    if hit.target in FIXED:
        return Selection(FIXED[hit.target])
    if hit.target is HitKind.SECTION:
        return of_section(Place(hit.part)) if hit.part < len(issue.sections) else None
    if hit.target is HitKind.PICTURE:
        place = photo_place(issue, hit.article, hit.paragraph)
        return of_photo(place) if place is not None else None
    if hit.area is not None:
        place = box_place(issue, hit.article, hit.paragraph)
        return of_box(place) if place is not None else None
    place = article_place(issue, hit.article)
    return of_article(place) if place is not None else None


def items(issue: Issue) -> list[Selection]:
    """Everything that can be selected, in reading order: what Tab and the arrow keys go through."""
    found = [Selection(SelectionKind.MASTHEAD)]
    if issue.contents:
        found.append(Selection(SelectionKind.CONTENTS))
    for s, section in enumerate(issue.sections):
        if section.name:
            found.append(of_section(Place(s)))
        for a, article in enumerate(section.articles):
            found.append(of_article(Place(s, a)))
            found += [
                of_photo(place) if isinstance(block, Photo) else of_box(place)
                for k, block in enumerate(article.blocks)
                if isinstance(block, Photo) or stands_in_frame(block)
                for place in (Place(s, a, k),)
            ]
    if issue.colophon:
        found.append(Selection(SelectionKind.COLOPHON))
    return found


def texts_of(issue: Issue, place: Place) -> list[Place]:
    """The texts of an article that stand on its pages, in reading order; captions where their photo
    is.

    A subtitle or by-line that was just emptied is among them as long as the caret stands there, at
    `place`.
    """
    article = article_at(issue, place)
    base = place.of_article
    found = [base._replace(block=TITLE)] if _shows_title(article) else []
    if article.kind == "headline" and (article.subtitle is not None or place.block == SUBTITLE):
        found.append(base._replace(block=SUBTITLE))
    for k, block in enumerate(article.blocks):
        unseen = covered_parts(block) if isinstance(block, Table) else ()
        found += [
            base._replace(block=k, part=part)
            for part in range(first_part(block), first_part(block) + read_texts(block))
            if part not in unseen
        ]
    if article.byline is not None or place.block == BYLINE:
        found.append(base._replace(block=BYLINE))
    return found


def _shows_title(article: Article) -> bool:
    return article.kind == "headline" and bool(article.title.string)


def paragraph_number(article: Article, block: int) -> int:
    """The number from 1 of the paragraph that a photo at `block` stands beside, or would follow."""
    return 1 + sum(other.trait.is_running for other in article.blocks[:block])
