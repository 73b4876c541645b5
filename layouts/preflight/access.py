"""What a reader who cannot see needs: words for photos, a language, a title (ISO 14289-1 7.2,
7.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
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
        # a caption describes what has no words of its own
        if not (placed.photo.alt.strip() or placed.photo.caption.strip()):
            zh = f"图片“{placed.about}”没有替代文字也没有图说，读屏软件无从读起：请写一句图上有什么"
            en = (
                f"the photo “{placed.about}” has neither alternative text nor a caption: say "
                "what it shows"
            )
            yield found(
                "alt-missing",
                "error",
                zh,
                en,
                placed.about,
                source=placed.photo.source,
                page=placed.page,
                place=placed.place,
            )
    if not edition.language:
        yield found(
            "language-missing", "error", "没有写明语言", "the document names no language", ""
        )
    if not edition.title:
        yield found(
            "title-missing",
            "error",
            "没有题名，请填报头的刊名和期号",
            "the document has no title: fill in the masthead",
            "",
        )
