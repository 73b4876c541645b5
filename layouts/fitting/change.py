"""What fitting changed, one thing each, and what a person could change instead."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from layouts.issue.places import Place

MOST_WORDS = 14
"""Characters of a text by which a change calls it."""


def cut_short(text: str) -> str:
    """How a text begins, to tell it by."""
    words = text.strip()
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"


class Rung(StrEnum):
    """The rungs of the ladder, in the order in which they are gone up (typography.md §2)."""

    LINES = "lines"
    PHOTOS = "photos"
    GAPS = "gaps"
    HEADINGS = "headings"
    LEADING = "leading"
    SIZE = "size"


class FitChange(Struct, frozen=True):
    """One change of the layer `Issue.fitting`.

    `id` is that of the block, photo, article or section it is of, empty for the whole issue, and
    `place` where that stands in the issue; `page` (from 1) is where it stood before. `amount` are
    lines or rows, more (+) or less (−); of the leading its factor, of the size points.
    """

    rung: Rung
    id: str
    place: Place | None
    page: int
    amount: float
    zh: str
    en: str


class FitSuggestion(Struct, frozen=True):
    """An edit that a person could make: so many `characters` more (+) or less (−) in the text at a
    place bring so many `rows`, more (+) or less (−).
    """

    place: Place
    page: int
    characters: int
    rows: int
    zh: str
    en: str
