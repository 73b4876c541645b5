"""A place in the text that is found again after edits by anyone, by ids and by the words it stood
at, or that has gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.issue.parts import numbered_parts
from layouts.issue.places import (
    BYLINE,
    SUBTITLE,
    TITLE,
    Place,
    article_at,
    articles,
    running_place,
    text_at,
    texts_of,
)

AROUND = 12
"""Characters kept of the words before an anchor, and as many of those after it."""

NEAR = 4
"""Characters right at an anchor that are enough to know it in its own block again, where words
further off were edited.
"""

OUTSIDE_BLOCKS = {"title": TITLE, "subtitle": SUBTITLE, "byline": BYLINE}
"""What stands in place of a block's id: the title of an article, its subtitle, its by-line.

No id of ours looks like that.
"""


class TextAnchor(Struct, frozen=True):
    """A place between two characters: `offset` code points into text `part` of a block of an
    article, both known by their ids.

    `before` and `after` are the words it stood at, as far as its text goes. It belongs to the
    character that follows it, at the end of a text to the one before. It may be kept with the issue
    or anywhere else.
    """

    article: str
    block: str
    part: int
    offset: int
    before: str
    after: str


class FoundAnchor(NamedTuple):
    """Where an anchor stands now."""

    place: Place
    offset: int


def anchor(issue: Issue, place: Place, offset: int) -> TextAnchor:
    """An anchor at a place of an issue whose parts have ids.

    The title of a run-in article is its lead. LookupError where no text is.
    """
    place, offset = running_place(issue, place, offset)
    article = article_at(issue, place)
    if {SUBTITLE: article.subtitle, BYLINE: article.byline}.get(
        place.block or 0, article.title
    ) is None:
        raise LookupError(f"no text at {place}")
    string = text_at(issue, place).string
    offset = max(0, min(offset, len(string)))
    return TextAnchor(
        article.id,
        _block_id(article, place),
        place.part,
        offset,
        string[max(offset - AROUND, 0) : offset],
        string[offset : offset + AROUND],
    )


def find(issue: Issue, anchor: TextAnchor) -> FoundAnchor | None:
    """Where an anchor stands in an issue that came of the one it was made in; None where it has
    gone.

    Looked for are its words on both sides; failing that, those after or before it alone, if they
    are as many as an anchor keeps or stand in its own block; and the few right at it in its own
    block. Each is looked for where it was, elsewhere in its block, in the blocks beside that, in
    the article, in the issue. Outside its block words count only where they stand just once. One
    that stood in an empty text is found as long as that is there.
    """
    home = _home(issue, anchor)
    if not anchor.before and not anchor.after:
        return _in_empty(issue, home, anchor)
    for before, after, is_enough in _wordings(anchor):
        found = _in_block(issue, home, anchor, before, after)
        found = found or (_beyond(issue, home, before, after) if is_enough else None)
        if found is not None:
            return found
    return None


def _wordings(anchor: TextAnchor) -> Iterator[tuple[str, str, bool]]:
    """The words to look for before and after the anchor, the surest first, and whether they are
    enough to know it outside its block.
    """
    before, after = anchor.before, anchor.after
    yield before, after, True
    nearest = (before[-NEAR:], after[:NEAR])
    if len(nearest[0]) == len(nearest[1]) == NEAR:
        # a sentence around it was edited: the few characters at it are still there
        yield *nearest, False
    for words in (("", after), (before, "")):
        if len(words[0]) + len(words[1]) >= NEAR:
            yield *words, len(words[0]) + len(words[1]) == AROUND
    for words in (("", nearest[1]), (nearest[0], "")):
        if len(words[0]) + len(words[1]) == NEAR:
            yield *words, False


# where


def _block_id(article: Article, place: Place) -> str:
    if place.block is not None and place.block < 0:
        return next(name for name, block in OUTSIDE_BLOCKS.items() if block == place.block)
    return article.blocks[place.block or 0].id


def _home(issue: Issue, anchor: TextAnchor) -> Place | None:
    """The block of an anchor, in whichever article it is now; the article where the block has gone;
    None for neither.
    """
    around: Place | None = None
    for place, article in articles(issue):
        if article.id == anchor.article:
            around = place
            if anchor.block in OUTSIDE_BLOCKS:
                return place._replace(block=OUTSIDE_BLOCKS[anchor.block])
        for index, block in enumerate(article.blocks):
            if block.id == anchor.block:
                return place._replace(block=index)
    return around


def _texts(issue: Issue, home: Place) -> Iterator[tuple[Place, str]]:
    """The texts of one block; none for a title that is not there by itself, and for an article."""
    if home.block is None:
        return
    article = article_at(issue, home)
    if home.block < 0:
        yield from (
            (place, text.string)
            for place, text in texts_of(article, home)
            if place.block == home.block
        )
        return
    for part, text in numbered_parts(article.blocks[home.block]):
        yield home._replace(part=part), text.string


def _in_empty(issue: Issue, home: Place | None, anchor: TextAnchor) -> FoundAnchor | None:
    texts = _texts(issue, home) if home is not None else ()
    return next((FoundAnchor(place, 0) for place, _ in texts if place.part == anchor.part), None)


def _in_block(
    issue: Issue, home: Place | None, anchor: TextAnchor, before: str, after: str
) -> FoundAnchor | None:
    """The words in the anchor's own block: where it was, else the nearest."""
    if home is None:
        return None
    found = _standing(_texts(issue, home), before, after)
    return min(
        found,
        key=lambda one: (abs(one.place.part - anchor.part), abs(one.offset - anchor.offset)),
        default=None,
    )


def _beyond(issue: Issue, home: Place | None, before: str, after: str) -> FoundAnchor | None:
    """The words in the blocks beside the anchor's, else in its article, else in the issue, where
    they stand there once.

    Where they stand more than once beside it nobody knows which is meant, and more so further off.
    """
    everywhere = [
        (place, text.string)
        for at, article in articles(issue)
        for place, text in texts_of(article, at)
    ]
    for is_in in _scopes(home):
        found = list(_standing((one for one in everywhere if is_in(one[0])), before, after))
        if found:
            # not looked for further off: there it would be another's
            return found[0] if len(found) == 1 else None
    return None


def _scopes(home: Place | None) -> Iterator[Callable[[Place], bool]]:
    """The blocks beside an anchor's, its article, the issue."""
    if home is not None and home.block is not None and home.block >= 0:
        beside = (home.block - 1, home.block + 1)
        yield lambda place: place.of_article == home.of_article and place.block in beside
    if home is not None:
        yield lambda place: place.of_article == home.of_article
    yield lambda _: True


def _standing(texts: Iterable[tuple[Place, str]], before: str, after: str) -> Iterator[FoundAnchor]:
    """Every place between these words."""
    words = before + after
    for place, string in texts:
        start = string.find(words)
        while start >= 0:
            yield FoundAnchor(place, start + len(before))
            # overlapping ones too: which is meant is not known yet
            start = string.find(words, start + 1)
