"""The one way manuscripts come in, from the window, the clipboard, a drop or the command line: read,
recognised, photos found, tidied.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, PhotoError, Source
from layouts.importing.beside import Seat, Seated, number_of, seat, seated
from layouts.importing.folder import FoundFile, Gathered, gather
from layouts.importing.order import bare_name, natural_key
from layouts.importing.photo_store import PhotoStore
from layouts.importing.reading import read_source
from layouts.importing.received import Lost
from layouts.importing.recognition import Answer, Doubt, LooseCaption, Recognition, answered
from layouts.importing.registry import Kind
from layouts.importing.result import BesidePhoto, ImportedArticle, ImportedSource, ImportResult
from layouts.importing.settings import ImportSettings
from layouts.importing.sections import FolderSections
from layouts.importing.tidying import tidy_article
from layouts.importing.versions import Candidate, versions
from layouts.inputs import real
from layouts.issue.article import Article
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.messages import importing as say

Progress = Callable[[int, int, Path], object]
"""Told before each file how many are done, how many there are and which is next. What it raises
ends the import: that is how one is cancelled.
"""


def import_paths(
    paths: Sequence[Path],
    photos: PhotoStore,
    settings: ImportSettings,
    progress: Progress = lambda _done, _count, _path: None,
) -> ImportResult:
    """What files and folders bring, in any thread; nothing but the photo store is written to.

    A file that cannot be read is a source without articles and with an error finding.
    """
    found = gather(paths)
    sources: list[ImportedSource] = []
    for done, file in enumerate(found.manuscripts):
        progress(done, len(found.manuscripts), file.path)
        sources.append(read_source(file, photos, settings))
    sources = _with_newest(sources)
    sources, unmatched = _with_photos(sources, found)
    sources = _with_sections(sources, settings)
    finished = [finished_source(source, settings) for source in sources]
    return ImportResult((*finished, *unmatched, *_passed_over(found)), found.findings)


def finished_source(source: ImportedSource, settings: ImportSettings) -> ImportedSource:
    """A source whose articles are made of its recognition: photos from beside it put in, tidied."""
    if source.recognition is None:
        return source
    articles = tuple(
        _finished(source, number, source.recognition, settings)
        for number in range(len(source.recognition.articles))
    )
    return replace(source, articles=articles)


def answered_source(
    source: ImportedSource, doubt: Doubt, answer: Answer, settings: ImportSettings
) -> ImportedSource:
    """A source after its editor said what something is."""
    if source.recognition is None:
        return source
    recognition = answered(source.recognition, doubt, answer)
    return finished_source(replace(source, recognition=recognition), settings)


def with_version(result: ImportResult, taken: Path) -> ImportResult:
    """The import with another version of a manuscript taken: `taken` is one that was passed over."""
    chosen = next(source for source in result.sources if source.path == taken)
    other = chosen.instead

    def turned(source: ImportedSource) -> ImportedSource:
        if source.path == taken:
            kept = tuple(one for one in source.findings if one.code != "version-passed-over")
            return replace(source, instead=None, findings=kept)
        if source.path == other or (other is not None and source.instead == other):
            return _passed_version(replace(source, findings=_without_choice(source)), taken)
        return source

    return replace(result, sources=tuple(map(turned, result.sources)))


def _without_choice(source: ImportedSource) -> tuple[Finding, ...]:
    return tuple(one for one in source.findings if one.code != "version-passed-over")


# Versions


def _with_newest(sources: Sequence[ImportedSource]) -> list[ImportedSource]:
    """The sources, older versions of a manuscript marked as such."""
    candidates = [
        Candidate(source.path, Kind(source.kind), _text(source), _written(source.path))
        for source in sources
    ]
    older = versions(candidates)
    return [
        _passed_version(source, sources[older[number]].path) if number in older else source
        for number, source in enumerate(sources)
    ]


def _passed_version(source: ImportedSource, taken: Path) -> ImportedSource:
    sentence = say.VERSION_PASSED_OVER(other=taken.name)
    finding = Finding("warning", "version-passed-over", *sentence, Source(str(source.path)))
    return replace(source, instead=taken, findings=(*source.findings, finding))


def _text(source: ImportedSource) -> str:
    if source.recognition is None:
        return ""
    return "".join("".join(_words(found.article)) for found in source.recognition.articles)


def _words(article: Article) -> Iterable[str]:
    yield article.title.string
    for block in article.blocks:
        for text in parts_of(block):
            yield "".join(text.string.split())


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


# Photos beside the text


def _with_photos(
    sources: Sequence[ImportedSource], found: Gathered
) -> tuple[list[ImportedSource], list[ImportedSource]]:
    """The sources with the photos that belong to them, and a source for each photo of nobody."""
    named = {str(real(Path(path))) for source in sources for path in _photo_paths(source)}
    seats = list(_seats(sources, found.manuscripts))
    places: dict[int, list[BesidePhoto]] = defaultdict(list)
    unmatched: list[ImportedSource] = []
    for photo in found.photos:
        if str(real(photo.path)) in named:
            continue
        wrong = _unusable(photo.path)
        place = seated(photo, seats) if wrong is None else None
        if place is None:
            unmatched.append(_of_nobody(photo, wrong))
        else:
            places[place.source].append(_beside(photo, place))
    return [
        replace(source, beside=_in_order(places[number]), findings=(*source.findings, *_notices(source, places[number])))
        for number, source in enumerate(sources)
    ], unmatched


def _photo_paths(source: ImportedSource) -> Iterable[str]:
    if source.recognition is not None:
        for found in source.recognition.articles:
            yield from (block.path for block in found.article.blocks if isinstance(block, Photo))


def _seats(
    sources: Sequence[ImportedSource], files: Sequence[FoundFile]
) -> Iterable[Seat]:
    for number, (source, file) in enumerate(zip(sources, files, strict=True)):
        if source.recognition is None or source.instead is not None:
            continue
        articles = source.recognition.articles
        for index, found in enumerate(articles):
            captions = _captions(source.recognition, index)
            yield seat(number, index, file, found.article, captions, alone=len(articles) == 1)


def _captions(recognition: Recognition, article: int) -> list[LooseCaption]:
    return [caption for caption in recognition.captions if caption.article == article]


def _unusable(path: Path) -> Finding | None:
    """What is wrong with a photo that cannot be set."""
    from layouts.imaging.read import probe

    try:
        probe(path)
    except PhotoError as error:
        sentence = say.PHOTO_UNUSABLE(reason=error)
        return Finding("error", "photo-unusable", *sentence, Source(str(path)))
    return None


def _of_nobody(photo: FoundFile, wrong: Finding | None) -> ImportedSource:
    finding = wrong or Finding(
        "warning", "photo-unmatched", *say.PHOTO_UNMATCHED(), Source(str(photo.path))
    )
    return ImportedSource(photo.path, Kind.PHOTO, findings=(finding,), folders=photo.folders)


def _beside(photo: FoundFile, place: Seated) -> BesidePhoto:
    return BesidePhoto(photo.path, place.article, place.how, place.block)


def _in_order(photos: Iterable[BesidePhoto]) -> tuple[BesidePhoto, ...]:
    return tuple(
        sorted(photos, key=lambda photo: (number_of(photo.path), natural_key(photo.path.stem)))
    )


def _notices(source: ImportedSource, photos: Iterable[BesidePhoto]) -> Iterable[Finding]:
    """A notice for each photo, so that its place is looked at."""
    if source.recognition is None:
        return
    for photo in photos:
        article = source.recognition.articles[photo.article].article
        title = article.title.string or say.UNTITLED().zh
        sentence = say.PHOTO_PLACED(how=photo.how, title=title)
        yield Finding("notice", "photo-placed", *sentence, Source(str(photo.path)))


def _passed_over(found: Gathered) -> Iterable[ImportedSource]:
    for file, finding in found.others:
        yield ImportedSource(file.path, file.kind, findings=(finding,), folders=file.folders)


# Articles


def _finished(
    source: ImportedSource, number: int, recognition: Recognition, settings: ImportSettings
) -> ImportedArticle:
    from layouts.importing.standing import with_photos

    found = recognition.articles[number]
    own = [photo for photo in source.beside if photo.article == number]
    article, captions = with_photos(found.article, _captions(recognition, number), own)
    tidied = ()
    if settings.tidies:
        article, tidied = tidy_article(article, settings.house)
    section = found.section or source.section
    return ImportedArticle(found, article, section, tidied, captions)


def _with_sections(
    sources: Sequence[ImportedSource], settings: ImportSettings
) -> list[ImportedSource]:
    """The sources with the section that their folder names."""
    folders = FolderSections([source.folders for source in sources], settings.sections)
    return [
        replace(source, section=folders.section(source.path, source.folders)) for source in sources
    ]
