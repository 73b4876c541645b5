"""The photos of an import: those that manuscripts name made sure of, those beside them given to
their articles, the rest kept for the editor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.importing.beside import PhotoSeat, Seated, number_of, seat, seated
from layouts.importing.folder import FoundFile, Gathered
from layouts.importing.order import natural_key
from layouts.importing.originals import with_originals
from layouts.importing.recognition import Aside, AsideKind, Recognition
from layouts.importing.registry import SourceKind
from layouts.importing.result import BesidePhoto, ImportedSource
from layouts.importing.sound_photos import PhotoPlaces, unusable, with_sound_photos
from layouts.inputs import real
from layouts.messages import importing as say


class Matched(NamedTuple):
    """The manuscripts with their photos, and a source for each photo of nobody."""

    sources: list[ImportedSource]
    unmatched: list[ImportedSource]


def matched(sources: Sequence[ImportedSource], found: Gathered, store: Path) -> Matched:
    """The sources with the photos that belong to them; `store` is the folder of those that came
    inside files.
    """
    places = _places(found, store)
    checked = [with_sound_photos(source, places) for source in sources]
    named = {str(real(Path(path))) for source in checked for path in source.paths.values() if path}
    seats = list(_seats(checked, found.manuscripts))
    given: dict[int, list[BesidePhoto]] = defaultdict(list)
    unmatched: list[ImportedSource] = []
    for photo in found.photos:
        if str(real(photo.path)) in named:
            continue
        wrong = unusable(photo.path, Source(str(photo.path)))
        place = seated(photo, seats) if wrong is None else None
        if place is None:
            unmatched.append(_of_nobody(photo, wrong))
        else:
            given[place.source].append(_beside(photo, place))
    with_photos = [_given(source, given[number]) for number, source in enumerate(checked)]
    return Matched(with_photos, unmatched)


def captions_of(recognition: Recognition, article: int) -> list[Aside]:
    """The captions of an article whose photo is missing."""
    return [
        aside
        for aside in recognition.asides
        if aside.article == article and aside.kind is AsideKind.CAPTION
    ]


def _places(found: Gathered, store: Path) -> PhotoPlaces:
    names: dict[str, list[Path]] = defaultdict(list)
    for photo in found.photos:
        names[photo.path.name.casefold()].append(photo.path)
    return PhotoPlaces((real(store), *found.roots), names)


def _seats(sources: Sequence[ImportedSource], files: Sequence[FoundFile]) -> Iterable[PhotoSeat]:
    for number, (source, file) in enumerate(zip(sources, files, strict=True)):
        if source.recognition is None or source.instead is not None:
            continue
        articles = source.recognition.articles
        for index, recognised in enumerate(articles):
            captions = captions_of(source.recognition, index)
            alone = len(articles) == 1
            yield seat(number, index, file, recognised.article, captions, alone=alone)


def _of_nobody(photo: FoundFile, wrong: Finding | None) -> ImportedSource:
    finding = wrong or Finding(
        "warning", "photo-unmatched", *say.PHOTO_UNMATCHED(), Source(str(photo.path))
    )
    return ImportedSource(photo.path, SourceKind.PHOTO, noticed=(finding,), folders=photo.folders)


def _beside(photo: FoundFile, place: Seated) -> BesidePhoto:
    return BesidePhoto(photo.path, place.article, place.how, place.block)


def _given(source: ImportedSource, photos: Sequence[BesidePhoto]) -> ImportedSource:
    if not photos:
        return source
    originals = with_originals(source, photos)
    in_order = sorted(
        originals.others, key=lambda photo: (number_of(photo.path), natural_key(photo.path.stem))
    )
    noticed = (*source.noticed, *originals.findings, *_notices(source, in_order))
    paths = {**source.paths, **originals.paths}
    return replace(source, beside=tuple(in_order), paths=paths, noticed=noticed)


def _notices(source: ImportedSource, photos: Iterable[BesidePhoto]) -> Iterable[Finding]:
    """A notice for each photo, so that its place is looked at."""
    if source.recognition is None:
        return
    for photo in photos:
        article = source.recognition.articles[photo.article].article
        title = article.title.string or say.UNTITLED().zh
        sentence = say.PHOTO_PLACED(how=photo.how, title=title)
        yield Finding("notice", "photo-placed", *sentence, Source(str(photo.path)))
