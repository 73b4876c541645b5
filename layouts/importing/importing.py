"""The one way manuscripts come in, from window, clipboard, drop or command line: read, recognised,
given their photos, tidied.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.importing.choosing import with_newest
from layouts.importing.folder import Gathered, gather
from layouts.importing.list_items import automatic_labels, with_items
from layouts.importing.matching import captions_of, matched
from layouts.importing.photo_store import PhotoStore
from layouts.importing.reading import read_source
from layouts.importing.recognition import Answer, Doubt, Recognition, answered
from layouts.importing.result import ImportedArticle, ImportedSource, ImportResult
from layouts.importing.sections import FolderSections
from layouts.importing.settings import ImportSettings
from layouts.importing.sound_photos import with_files
from layouts.importing.standing import with_photos
from layouts.importing.tidying import tidy_article
from layouts.importing.wording import HouseWords, looked_over
from layouts.issue.article import Article, ArticleKind
from layouts.manuscript.marks import holds_briefs

Progress = Callable[[int, int, Path], object]
"""Told before each file how many are done, how many there are and which is next. What it raises
ends the import: that is how one is cancelled.
"""


def import_paths(
    paths: Sequence[Path],
    photos: PhotoStore,
    settings: ImportSettings,
    progress: Progress = lambda _done, _count, _path: None,
    besides: Collection[Path] = (),
) -> ImportResult:
    """What files and folders bring, in any thread; nothing but the photo store is written to.

    A file that cannot be read is a source without articles and with an error finding. `besides` are
    files that lie among the manuscripts and are none: an issue or a report made of them before.
    """
    found = gather(paths, besides)
    read: list[ImportedSource] = []
    for done, file in enumerate(found.manuscripts):
        progress(done, len(found.manuscripts), file.path)
        read.append(read_source(file, photos, settings))
    chosen = _with_sections(with_newest(read), settings)
    sources, unmatched = matched(chosen, found, photos.folder)
    finished = [finished_source(source, settings) for source in sources]
    return ImportResult((*finished, *unmatched, *_passed_over(found)), found.findings)


def finished_source(source: ImportedSource, settings: ImportSettings) -> ImportedSource:
    """A source whose articles are made of its recognition: with their photos, and tidied."""
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


def _finished(
    source: ImportedSource, number: int, recognition: Recognition, settings: ImportSettings
) -> ImportedArticle:
    found = recognition.articles[number]
    own = [photo for photo in source.beside if photo.article == number]
    article, captions = with_photos(found.article, captions_of(recognition, number), own)
    article = with_files(article, source.paths)
    article, tidied = tidy_article(article, settings.choice)
    if source.received is not None:
        article = with_items(article, automatic_labels(source.received))
    section = found.section or source.section
    if holds_briefs(section) and not article.title.string and len(article.blocks) == 1:
        article = replace(article, kind=ArticleKind.BRIEF)
    slips = tuple(_slips(source, article, settings.house)) if settings.house else ()
    return ImportedArticle(found, article, section, tidied, captions, slips)


def _slips(source: ImportedSource, article: Article, house: HouseWords) -> Iterable[Finding]:
    """What of an article goes against the word lists of the house."""
    for slip in looked_over(article, house).slips:
        block = slip.place.block
        line = article.blocks[block].source.line if block is not None and block >= 0 else 0
        yield Finding("warning", slip.code, *slip.said, Source(str(source.path), line))


def _with_sections(
    sources: Sequence[ImportedSource], settings: ImportSettings
) -> list[ImportedSource]:
    """The sources with the section that their folder names."""
    folders = FolderSections([source.folders for source in sources], settings.sections)
    return [
        replace(source, section=folders.section(source.path, source.folders)) for source in sources
    ]


def _passed_over(found: Gathered) -> Iterable[ImportedSource]:
    for file, finding in found.others:
        yield ImportedSource(file.path, file.kind, noticed=(finding,), folders=file.folders)
