"""What an issue says of its cover (封面): the photo on it and the headlines."""

from __future__ import annotations

from msgspec import Struct

from layouts.issue.photo import Photo

MOST_HEADLINES = 12
"""No cover has more headlines."""

LONGEST_HEADLINE = 200
"""Characters: no headline of a cover is longer."""


class Cover(Struct, frozen=True):
    """A cover, as the layout draws it. Of its photo path, crop, focus, tone, alternate text and
    credit count.

    `headlines` are the words that stand on it; where there are none, the title of the first article
    of each section does.
    """

    photo: Photo | None = None
    headlines: tuple[str, ...] = ()


def sound_headlines(headlines: tuple[str, ...]) -> tuple[str, ...]:
    """Headlines as a cover may have them: on one line each, none empty, neither too many nor too
    long.
    """
    lines = (" ".join(line.split())[:LONGEST_HEADLINE] for line in headlines)
    return tuple(line for line in lines if line)[:MOST_HEADLINES]
