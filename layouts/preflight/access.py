"""What a reader who cannot see needs: words for photos, a language, a title (ISO 14289-1 7.2,
7.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.messages.preflight_issue import DOCUMENT_UNTITLED, LANGUAGE_MISSING
from layouts.messages.preflight_photos import ALT_MISSING
from layouts.page.page import Edition
from layouts.preflight.codes import found
from layouts.preflight.photos import PhotoOnPage
from layouts.prepress.preset import Preset


def inspect_access(
    edition: Edition, photos: list[PhotoOnPage], preset: Preset | None
) -> Iterator[Finding]:
    """Errors where the preset is tagged. Who prints on paper is asked for none of it."""
    if preset is None or not (preset.tagged or preset.standard == "ua1"):
        return
    for placed in photos:
        # a caption describes what has no words of its own, one of all the photos of a row
        if not placed.picture.alt.strip():
            yield found(
                "alt-missing",
                "error",
                *ALT_MISSING(photo=placed.about),
                placed.about,
                source=placed.photo.source,
                page=placed.page,
                place=placed.place,
            )
    if not edition.language:
        yield found("language-missing", "error", *LANGUAGE_MISSING(), "")
    if not edition.title:
        yield found("title-missing", "error", *DOCUMENT_UNTITLED(), "")
