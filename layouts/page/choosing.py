"""Some pages of an edition alone: they keep their numbers, and links to what is left out go."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.page.page import Edition


def chosen_pages(edition: Edition, numbers: Sequence[int]) -> Edition:
    """The pages of these numbers, counted from 1 and in their order."""
    chosen = [edition.pages[number - 1] for number in numbers]
    kept = {anchor.name for page in chosen for anchor in page.anchors}
    return replace(
        edition,
        pages=tuple(
            replace(page, links=[link for link in page.links if link.uri or link.target in kept])
            for page in chosen
        ),
        bookmarks=tuple(mark for mark in edition.bookmarks if mark.anchor in kept),
        cover_pages=sum(number <= edition.cover_pages for number in numbers),
        places=tuple(number - 1 for number in numbers),
        whole=len(edition.pages),
    )
