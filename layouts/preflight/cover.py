"""The cover (封面): whether it is drawn at all, all its headlines stand on it, and its photo says
something to those who hear it.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.issue.cover import sound_headlines
from layouts.issue.issue import Issue
from layouts.messages.preflight_issue import COVER_ALT_MISSING, COVER_NOT_DRAWN, HEADLINES_LEFT_OUT
from layouts.page.item import COVER
from layouts.page.page import Edition
from layouts.preflight.codes import found
from layouts.prepress.preset import Preset


def inspect_cover(
    issue: Issue, layout: Layout, edition: Edition, preset: Preset | None
) -> Iterator[Finding]:
    """What is wrong with the cover of an issue."""
    if issue.cover is None:
        return
    if layout.cover is None:
        yield found("cover-not-drawn", "warning", *COVER_NOT_DRAWN(), "")
        return
    page = next(iter(edition.pages), None)
    if page is None:
        return
    drawn = {line.part for line in page.lines if line.role == COVER and line.part}
    left = len(sound_headlines(issue.cover.headlines)) - len(drawn)
    if left > 0:
        yield found(
            "cover-headlines", "warning", *HEADLINES_LEFT_OUT(count=left), str(left), page=1
        )
    photo = issue.cover.photo
    tagged = preset is not None and (preset.tagged or preset.standard == "ua1")
    if tagged and photo is not None and not (photo.alt or photo.caption.string).strip():
        yield found(
            "alt-missing", "error", *COVER_ALT_MISSING(), COVER, source=photo.source, page=1
        )
