"""The layer of fitting in words: change by change in reading order, those of all the issue last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from layouts.fitting.change import FitChange, Rung, cut_short
from layouts.issue.article import Article, Block
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, texts_of
from layouts.messages.fitting import (
    GAP_LESS,
    GAP_MORE,
    HEADING_LESS,
    HEADING_MORE,
    LEADING,
    LINES_LESS,
    LINES_MORE,
    NAMELESS,
    PHOTO_HIGHER,
    PHOTO_LOWER,
    SIZE,
)
from layouts.messages.message import Message, Sentence

_SAID: Mapping[Rung, tuple[Message, Message]] = {
    Rung.LINES: (LINES_LESS, LINES_MORE),
    Rung.PHOTOS: (PHOTO_LOWER, PHOTO_HIGHER),
    Rung.GAPS: (GAP_LESS, GAP_MORE),
    Rung.HEADINGS: (HEADING_LESS, HEADING_MORE),
}
"""What is said of less, and of more."""

NO_PAGES: Mapping[str, int] = {}


def changes_in(issue: Issue, pages: Mapping[str, int] = NO_PAGES) -> tuple[FitChange, ...]:
    """The changes of an issue's layer; none of ids that nothing has.

    `pages` (from 1) by the ids of what is changed, as far as they are known; else they are 0.
    """
    if issue.fitting == NO_FITTING:
        return ()
    return (*_of_parts(issue, pages), *_of_all(issue.fitting))


def _of_parts(issue: Issue, pages: Mapping[str, int]) -> Iterator[FitChange]:
    fitting = issue.fitting
    for s, section in enumerate(issue.sections):
        name = Sentence(section.name, section.name)
        yield from _one(Rung.HEADINGS, fitting.headings, section.id, Place(s), name, pages)
        for a, article in enumerate(section.articles):
            place, title = Place(s, a), _title(article)
            yield from _one(Rung.GAPS, fitting.gaps, article.id, place, title, pages)
            yield from _one(Rung.HEADINGS, fitting.headings, article.id, place, title, pages)
            for k, block in enumerate(article.blocks):
                there, words = place._replace(block=k), _words(article, block, place, k)
                yield from _one(Rung.LINES, fitting.lines, block.id, there, words, pages)
                yield from _one(Rung.HEADINGS, fitting.headings, block.id, there, words, pages)
                yield from _one(Rung.PHOTOS, fitting.photos, block.id, there, words, pages)


def _of_all(fitting: Fitting) -> Iterator[FitChange]:
    if fitting.leading != 1.0:
        said = LEADING(share=fitting.leading - 1.0)
        yield FitChange(Rung.LEADING, "", None, 0, fitting.leading, *said)
    if fitting.size:
        yield FitChange(Rung.SIZE, "", None, 0, fitting.size, *SIZE(points=fitting.size))


def _one(
    rung: Rung,
    amounts: Mapping[str, int],
    key: str,
    place: Place,
    words: Sentence,
    pages: Mapping[str, int],
) -> Iterator[FitChange]:
    amount = amounts.get(key, 0) if key else 0
    if amount:
        less, more = _SAID[rung]
        message = more if amount > 0 else less
        zh = message(text=words.zh, count=abs(amount)).zh
        en = message(text=words.en, count=abs(amount)).en
        yield FitChange(rung, key, place, pages.get(key, 0), amount, zh, en)


def _title(article: Article) -> Sentence:
    """What an article is called: by its title, or how its text begins."""
    if article.title.string.strip():
        return _cut(article.title.string)
    first = next((text.string for _, text in texts_of(article, Place(0, 0)) if text.string), "")
    return _cut(first) if first.strip() else NAMELESS()


def _words(article: Article, block: Block, place: Place, number: int) -> Sentence:
    """What a block is called: a photo by its caption or its file, a text by how it begins."""
    if isinstance(block, Photo):
        return _cut(block.caption.string or PurePosixPath(block.name or block.path).name)
    own = (text.string for at, text in texts_of(article, place) if at.block == number)
    return _cut(next(own, ""))


def _cut(text: str) -> Sentence:
    words = cut_short(text)
    return Sentence(words, words)
