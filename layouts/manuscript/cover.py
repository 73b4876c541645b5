"""The cover (封面) in the front matter: read and written. Loaded where an issue has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from layouts.errors import Finding, Source
from layouts.issue.cover import Cover, sound_headlines
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT
from layouts.manuscript.photos import photo_attributes, typed_path
from layouts.manuscript.values import BadValueError, Written, flag, one_line
from layouts.manuscript.write_photo import attributes_of, sayable_photo, written_path
from layouts.messages.front_matter import COVER_HEADLINES_MISSPELT, COVER_MISSPELT

PHOTO, HEADLINES = "photo", "headlines"

_WORDS = {"photo": PHOTO, "图片": PHOTO, "headlines": HEADLINES, "标题": HEADLINES}

LOOKS = ("crop", "focus", "alt", "straighten", "brightness", "contrast", "grey", "credit")
"""The attributes of photos that count on a cover."""


def read_cover(value: Written, source: Source) -> tuple[Cover | None, tuple[Finding, ...]]:
    """The cover a value says: a photo's path, or a mapping with photo, its attributes and
    headlines, or yes; None for no. BadValueError where it is something else.
    """
    if isinstance(value, str):
        try:
            return (Cover() if flag(value) else None), ()
        except BadValueError:
            return Cover(Photo(typed_path(one_line(value)), NO_TEXT, source)), ()
    if not isinstance(value, Mapping):
        raise BadValueError(*COVER_MISSPELT())
    path, headlines = "", ()
    attributes: dict[str, str] = {}
    for key, inner in value.items():
        word = _WORDS.get(key.strip().lower())
        if word == PHOTO:
            path = typed_path(one_line(inner))
        elif word == HEADLINES:
            headlines = _headlines(inner)
        elif inner is not None:
            attributes[key.strip()] = _typed(inner)
    if not path:
        return Cover(None, headlines), ()
    photo, findings = photo_attributes(Photo(path, NO_TEXT, source), attributes)
    return Cover(photo, headlines), findings


def _typed(value: Written) -> str:
    """A text as it is typed, its spaces too."""
    if not isinstance(value, str):
        raise BadValueError(*COVER_MISSPELT())
    return " ".join(value.splitlines())


def _headlines(value: Written) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return sound_headlines((value,))
    if not isinstance(value, Sequence) or not all(isinstance(line, str) for line in value):
        raise BadValueError(*COVER_HEADLINES_MISSPELT())
    return sound_headlines(tuple(map(str, value)))


def cover_values(cover: Cover) -> dict[str, object]:
    """A cover as the mapping that reads back as it; empty where it is one without anything."""
    values: dict[str, object] = {}
    if cover.photo is not None:
        photo = sayable_photo(cover.photo)
        values[PHOTO] = written_path(photo.path)
        values |= dict(_looks(photo))
    if headlines := sound_headlines(cover.headlines):
        values[HEADLINES] = list(headlines)
    return values


def _looks(photo: Photo) -> Iterator[tuple[str, str]]:
    for attribute in attributes_of(photo):
        name, _, value = attribute.partition("=")
        if name in LOOKS:
            # its references stay: no value has another line
            yield name, value.strip('"')
