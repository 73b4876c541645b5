"""Photos of an article as figures: alone, or several in a row, with captions and credits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.photo_rows import captions_are_each, lines_of
from layouts.issue.row_words import caption_of_all
from layouts.issue.text import Text
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, raw

WIDEST = 1440
"""Pixels of a picture's width at most: twice what a column of text is wide."""

NARROWEST, BROADEST = 28, 62
"""Per cent of the column that a photo beside text takes."""

UNNAMED = "图片"
"""What a photo is called to those who do not see it, where nobody said anything of it."""


class ShownPicture(Protocol):
    """A picture as a page shows it: its address and its pixels."""

    @property
    def address(self) -> str:
        """What `src` says."""
        ...

    @property
    def width(self) -> int:
        """Pixels."""
        ...

    @property
    def height(self) -> int:
        """Pixels."""
        ...


class Pictures(Protocol):
    """Where pages get their pictures from."""

    def shown(self, folder: Path, photo: Photo) -> ShownPicture:
        """The picture of a photo of an issue in `folder`. PhotoError where it cannot be read."""
        ...


Inline = Callable[[Text], Markup]
"""A text with its marks as markup."""


def figure(
    photo: Photo, folder: Path, pictures: Pictures, measure: float, inline: Inline
) -> Markup:
    """A photo alone, beside the text where there is room; `measure` is what a column of the layout
    is wide, em.
    """
    words = _caption(inline(photo.caption), (photo.credit,))
    image = _image(photo, pictures.shown(folder, photo))
    return element("figure", image, words, class_=_place(photo), style=_width(photo, measure))


def row(photos: Sequence[Photo], folder: Path, pictures: Pictures, inline: Inline) -> Markup:
    """Photos beside each other, all of one height, with one caption of all or one under each."""
    counts = lines_of(len(photos), photos[0].grid)
    each = captions_are_each(photos)
    made = [
        _in_row(photo, pictures.shown(folder, photo), inline if each else None) for photo in photos
    ]
    rows: list[Markup] = []
    for count in counts:
        rows.append(element("div", *made[:count], class_="beside"))
        del made[:count]
    if each:
        return element("div", *rows, class_="row")
    captions = [photo.caption for photo in photos]
    said = joined(*(inline(part.text) for part in caption_of_all(captions, counts)))
    return element("figure", *rows, _caption(said, _credits(photos)), class_="row")


def _in_row(photo: Photo, shown: ShownPicture, inline: Inline | None) -> Markup:
    """One of several photos, with its caption where `inline` writes it."""
    words = _caption(inline(photo.caption), (photo.credit,)) if inline else NOTHING
    share = f"flex-grow:{shown.width / shown.height:.3f}"
    return element("figure" if inline else "div", _image(photo, shown), words, style=share)


def _credits(photos: Sequence[Photo]) -> list[str]:
    return [photo.credit for photo in photos]


def _image(photo: Photo, shown: ShownPicture) -> Markup:
    return element(
        "img",
        src=shown.address,
        alt=photo.alt.strip() or photo.caption.string.strip() or UNNAMED,
        width=shown.width,
        height=shown.height,
        loading="lazy",
        class_="framed" if photo.frame else None,
    )


def _caption(said: Markup, names: Sequence[str]) -> Markup:
    found = [element("span", escaped(one), class_="credit") for one in names if one.strip()]
    if not said.strip() and not found:
        return NOTHING
    return element("figcaption", *_spaced([said, *found]))


def _spaced(parts: Sequence[Markup]) -> Iterator[Markup]:
    for number, part in enumerate(part for part in parts if part):
        yield joined(raw(" ") if number else NOTHING, part)


def _place(photo: Photo) -> str:
    if photo.place is not PhotoPlace.TEXT or photo.side is Side.NONE:
        return "alone"
    return {Side.LEFT: "left", Side.RIGHT: "right"}.get(photo.side, "middle")


def _width(photo: Photo, measure: float) -> str | None:
    """How much of the column it takes, beside text or alone, as on paper."""
    if photo.place is not PhotoPlace.TEXT or photo.width is None:
        return None
    share = round(100 * photo.width / measure)
    alone = photo.side is Side.NONE
    return f"--share:{max(NARROWEST, min(share, 100 if alone else BROADEST))}%"
