"""The cover (封面) of an issue: wanted or not, its photo and headlines."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.cover import Cover, sound_headlines
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Issue
from layouts.issue.photo import WHOLE, Photo, PhotoPoint
from layouts.issue.splice import NO_TEXT


def set_cover(issue: Issue, wanted: bool) -> Edited:
    """Say whether the issue has a cover; one taken off is forgotten."""
    if wanted == (issue.cover is not None):
        return Edited(issue)
    return Edited(replace(issue, cover=Cover() if wanted else None))


def set_cover_photo(issue: Issue, path: str) -> Edited:
    """Put a photo on the cover, in the place of the one there: words for it stay, crops do not; an
    empty path takes it off. An issue without a cover gets one.
    """
    cover = issue.cover or Cover()
    if not path:
        return _with(issue, replace(cover, photo=None))
    if cover.photo is None:
        return _with(issue, replace(cover, photo=Photo(path, NO_TEXT, Source(""))))
    photo = replace(cover.photo, path=path, name="", crop=WHOLE, focus=None)
    return _with(issue, replace(cover, photo=photo))


def set_cover_alt(issue: Issue, alt: str) -> Edited:
    """Say what the photo of the cover shows."""
    return _with_photo(issue, alt=one_line(alt))


def set_cover_focus(issue: Issue, focus: PhotoPoint | None) -> Edited:
    """Set the centre of interest, which the crop to the cover keeps; None for the middle."""
    return _with_photo(issue, focus=focus)


def set_cover_headlines(issue: Issue, headlines: tuple[str, ...]) -> Edited:
    """Choose the headlines of the cover; none, and those of the sections stand there."""
    if issue.cover is None:
        return Edited(issue)
    return _with(issue, replace(issue.cover, headlines=sound_headlines(headlines)))


def _with_photo(issue: Issue, **changes: object) -> Edited:
    cover = issue.cover
    if cover is None or cover.photo is None:
        return Edited(issue)
    return _with(issue, replace(cover, photo=replace(cover.photo, **changes)))


def _with(issue: Issue, cover: Cover) -> Edited:
    return Edited(issue if cover == issue.cover else replace(issue, cover=cover))
