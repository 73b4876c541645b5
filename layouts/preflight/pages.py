"""What one look over a page yields: its findings, its type, and where each text begins on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct, field

from layouts.errors import Finding
from layouts.house.layout import Grid
from layouts.issue.issue import Issue
from layouts.issue.places import TITLE, Place, articles
from layouts.page.carets import ShownText, address_of
from layouts.page.faces import Faces
from layouts.page.page import Page
from layouts.preflight.page import Trim, inspect_page
from layouts.preflight.readings import readings_in_brackets
from layouts.preflight.type import PageType, RoleFaces, page_type


class Seen(Struct):
    """A page looked over. `starts` has the offset of the first character of each text on it."""

    page: Page
    last: bool
    findings: list[Finding]
    type: PageType
    starts: dict[ShownText, int] = field(default_factory=dict[ShownText, int])
    articles: set[int] = field(default_factory=set[int])


def look_over(
    page: Page,
    grid: Grid,
    trim: Trim | None,
    asked: Mapping[str, RoleFaces],
    faces: Faces,
    *,
    last: bool,
    notes_at_foot: bool = False,
    without_room: frozenset[str] = frozenset(),
) -> Seen:
    """Look a page over once; styles `without_room` have no readings above their words."""
    wrong = list(inspect_page(page, grid, trim, last=last, notes_at_foot=notes_at_foot))
    wrong += readings_in_brackets(page, without_room)
    seen = Seen(page, last, wrong, page_type(page, asked, faces))
    for line in page.lines:
        address = address_of(line)
        if address is not None:
            seen.starts.setdefault(address, line.start)
            seen.articles.add(address.article)
    seen.articles.update(
        picture.article for picture in page.pictures if picture.article is not None
    )
    return seen


class Whereabouts:
    """On which page each text of an issue stands."""

    def __init__(self, issue: Issue, pages: list[Seen]) -> None:
        self._numbers = {place: number for number, (place, _) in enumerate(articles(issue))}
        self._starts: dict[ShownText, list[tuple[int, int]]] = {}
        for seen in pages:
            for address, start in seen.starts.items():
                self._starts.setdefault(address, []).append((start, seen.page.number))

    def page_of(self, place: Place, offset: int = 0) -> int | None:
        """The page on which a character of the text at a place stands, that on which an article
        begins; None where it is on none.
        """
        number = self._numbers.get(place.of_article)
        if number is None:
            return None
        block = place.block
        candidates = [block] if block is not None else [TITLE, *range(4)]
        for candidate in candidates:
            found = self._starts.get(ShownText(number, candidate, place.part))
            if found:
                at = bisect_right(found, (offset, 1 << 30)) - 1
                return found[max(0, at)][1]
        return None
