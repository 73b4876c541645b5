"""A photo of a manuscript as a block of an article."""

from __future__ import annotations

from pathlib import Path

from layouts.errors import Source
from layouts.importing.received import ReceivedPhoto
from layouts.issue.photo import WIDEST, Photo, Side
from layouts.issue.splice import without
from layouts.issue.text import MarkKind, Text

STANDS_ALONE = 0.6
"""Of the text's width: beside a wider photo that stood in a line of its own there would be a column
of a dozen characters.
"""

_SIDES = (Side.LEFT, Side.RIGHT)


def photo_block(
    photo: ReceivedPhoto, path: Path, caption: Text, source: Source, measure: float
) -> Photo:
    """The photo that lies at `path`, named by its absolute path; as wide as its share of a
    `measure` in em.
    """
    return Photo(
        path.absolute().as_posix(),
        caption,
        source,
        _side(photo),
        _em(photo.share, measure),
        alt=photo.alt,
        crop=photo.crop,
        name=photo.name,
        row=photo.row,
    )


def _em(share: float | None, measure: float) -> float | None:
    return None if share is None else min(max(1.0, round(share * measure)), WIDEST)


def _side(photo: ReceivedPhoto) -> Side:
    """The side a photo gets: its own; the house's, the right one, where the source has none."""
    alone = photo.side is Side.NONE and (photo.share or 0.0) > STANDS_ALONE
    return photo.side if photo.side in _SIDES or alone else Side.RIGHT


def caption_of(text: Text) -> Text:
    """The text of a caption: bold and Kai that all of it carries are how its source sets captions,
    and no marks of its own.
    """
    begin, end = len(text.string) - len(text.string.lstrip()), len(text.string.rstrip())
    for kind in (MarkKind.BOLD, MarkKind.KAI):
        if any(one.kind is kind and one.start <= begin and end <= one.end for one in text.marks):
            text = without(text, kind)
    return text
