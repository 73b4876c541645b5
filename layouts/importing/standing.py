"""Where in its article a photo stands that lay beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.beside import mention_of, number_of
from layouts.importing.recognition import Aside
from layouts.importing.result import BesidePhoto
from layouts.issue.article import Article, Block, Paragraph
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text


def with_photos(
    article: Article, captions: Sequence[Aside], photos: Sequence[BesidePhoto]
) -> tuple[Article, tuple[Aside, ...]]:
    """An article with photos put where they belong, and the captions left without one.

    A photo stands where its caption stood, or before the paragraph that speaks of it; what nothing
    is said of is spread evenly over the text.
    """
    left = list(captions)
    placed: list[tuple[int, Photo]] = []
    others: list[BesidePhoto] = []
    for photo in photos:
        caption = _own_caption(photo, left)
        block = photo.block if caption is None else caption.block
        if block is None:
            block = (
                mention_of(number_of(photo.path), _texts(article))
                if number_of(photo.path)
                else None
            )
        if block is None:
            others.append(photo)
            continue
        if caption is not None:
            left.remove(caption)
        placed.append((block, _photo(photo, caption)))
    for photo in others[:]:
        if left:
            caption = left.pop(0)
            placed.append((caption.block, _photo(photo, caption)))
            others.remove(photo)
    placed += _spread(article, others)
    return _with(article, placed), tuple(left)


def _own_caption(photo: BesidePhoto, captions: Sequence[Aside]) -> Aside | None:
    """The caption that counts its photo as this one counts itself."""
    number = number_of(photo.path)
    return next((one for one in captions if number and one.number == number), None)


def _photo(photo: BesidePhoto, caption: Aside | None) -> Photo:
    path = photo.path.absolute()
    return Photo(
        path.as_posix(),
        NO_TEXT if caption is None else Text(caption.text, caption.marks),
        Source(str(photo.path)),
        name=path.name,
    )


def _spread(article: Article, photos: Sequence[BesidePhoto]) -> list[tuple[int, Photo]]:
    """Photos nothing is said of, each before a paragraph of its own as far as there are any."""
    paragraphs = [k for k, block in enumerate(article.blocks) if isinstance(block, Paragraph)]
    places = paragraphs or [0]
    return [
        (places[number * len(places) // len(photos)], _photo(photo, None))
        for number, photo in enumerate(photos)
    ]


def _texts(article: Article) -> list[str]:
    return ["\n".join(text.string for text in parts_of(block)) for block in article.blocks]


def _with(article: Article, placed: Sequence[tuple[int, Photo]]) -> Article:
    if not placed:
        return article
    blocks: list[Block] = []
    for index in range(len(article.blocks) + 1):
        blocks += [photo for at, photo in placed if at == index]
        blocks += article.blocks[index : index + 1]
    return replace(article, blocks=tuple(blocks))
