"""Photos of an article: across the line, upright ones narrower, captions below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from layouts.issue.photo import Photo
from layouts.issue.photo_rows import lines_of
from layouts.issue.row_words import caption_of_all
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, lines, raw
from layouts.webpage.photos import UNNAMED, Inline, Pictures, ShownPicture
from layouts.wechat.styles import MEASURE

UPRIGHT = 1.2
"""Height over width from which a photo across the line would fill a phone's screen."""

_UPRIGHT_SHARE = 66
_ROOM = 2
"""Per cent of the line between photos beside each other."""


def photos_markup(
    photos: Sequence[Photo],
    folder: Path,
    pictures: Pictures,
    styles: Mapping[str, str],
    inline: Inline,
) -> Markup:
    """One photo, or those of a row, with their caption, which `inline` writes."""
    shown = [pictures.shown(folder, photo) for photo in photos]
    counts = lines_of(len(photos), photos[0].grid)
    rows: list[Markup] = []
    first = 0
    for number, count in enumerate(counts):
        style = styles["picture-row" if number else "picture"]
        rows.append(_row(photos[first : first + count], shown[first : first + count], style))
        first += count
    return lines(*rows, _caption(photos, counts, styles, inline))


def _row(photos: Sequence[Photo], shown: Sequence[ShownPicture], style: str) -> Markup:
    shares = _shares(shown)
    images = [
        element(
            "img",
            src=picture.address,
            alt=photo.alt.strip() or photo.caption.string.strip() or UNNAMED,
            style=f"width:{share}%",
        )
        for photo, picture, share in zip(photos, shown, shares, strict=True)
    ]
    return element("p", *_spaced(images), style=style)


def _shares(shown: Sequence[ShownPicture]) -> list[int]:
    """How much of the line each takes, per cent, so that all are of one height."""
    if len(shown) == 1:
        one = shown[0]
        most = _UPRIGHT_SHARE if one.height > UPRIGHT * one.width else 100
        # a small picture is not blown up
        return [max(1, min(most, round(100 * one.width / MEASURE)))]
    ratios = [one.width / one.height for one in shown]
    left = 100 - _ROOM * (len(shown) - 1)
    return [max(1, int(left * ratio / sum(ratios))) for ratio in ratios]


def _spaced(images: Sequence[Markup]) -> list[Markup]:
    return [image if not number else joined(raw(" "), image) for number, image in enumerate(images)]


def _caption(
    photos: Sequence[Photo], counts: Sequence[int], styles: Mapping[str, str], inline: Inline
) -> Markup:
    """The words of all, each named by where its photo stands; who took them, each once."""
    if len(photos) == 1:
        said = inline(photos[0].caption)
    else:
        captions = [photo.caption for photo in photos]
        said = joined(*(inline(part.text) for part in caption_of_all(captions, counts)))
    names = dict.fromkeys(photo.credit for photo in photos if photo.credit.strip())
    credit = [
        joined(raw(" "), element("span", escaped(name), style=styles["credit"])) for name in names
    ]
    if not said.strip() and not credit:
        return NOTHING
    return element("p", said, *credit, style=styles["caption"])
