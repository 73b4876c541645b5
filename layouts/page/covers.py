"""An edition without its cover, and the cover without the rest, to be exported apart."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.page.item import COVER
from layouts.page.page import Edition


def behind_cover(edition: Edition) -> Edition:
    """The pages behind the cover, numbered as they are behind it."""
    return replace(
        edition,
        pages=edition.pages[edition.cover_pages :],
        bookmarks=tuple(mark for mark in edition.bookmarks if mark.anchor != COVER),
        cover_pages=0,
        uncounted=edition.uncounted - edition.cover_pages,
    )


def cover_alone(edition: Edition) -> Edition:
    """The cover and what is behind it."""
    return replace(
        edition,
        pages=edition.pages[: edition.cover_pages],
        bookmarks=tuple(mark for mark in edition.bookmarks if mark.anchor == COVER),
    )
