"""Art of the layout as it is printed: whether its pixels are fine enough. Drawings have none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from layouts.errors import Finding
from layouts.messages.preflight_photos import PHOTO_COARSE, PHOTO_TOO_COARSE
from layouts.page.measures import effective_ppi
from layouts.page.page import Page
from layouts.preflight.codes import found
from layouts.preflight.photos import Demands, PhotoFacts, asked_ppi


def inspect_art(
    pages: Iterable[Page], facts_of: Callable[[str], PhotoFacts | None], demands: Demands
) -> Iterator[Finding]:
    """What is wrong with the pictures of pages that are the layout's."""
    for page in pages:
        for picture in page.pictures:
            facts = facts_of(picture.path) if picture.role else None
            if facts is None:
                continue
            least, good = asked_ppi(facts, demands)
            ppi = round(effective_ppi(picture, facts.width))
            if ppi >= good:
                continue
            name = Path(picture.path).name
            wording, wanted = (PHOTO_TOO_COARSE, least) if ppi < least else (PHOTO_COARSE, good)
            yield found(
                "photo-ppi",
                "error" if ppi < least else "warning",
                *wording(photo=name, ppi=ppi, wanted=wanted),
                name,
                page=page.number,
                box=(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height),
            )
