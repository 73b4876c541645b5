"""One manuscript read and recognised, whatever kind it is; nothing that goes wrong goes further."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from layouts.errors import BanxinError, Finding, ManuscriptError, Source
from layouts.importing.folder import FoundFile
from layouts.importing.gatherer import MOST_BLOCKS
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.legacy import ConsentNeededError
from layouts.importing.received import ReceivedDocument, ReceivedPhoto
from layouts.importing.recognition import RecognisedArticle, Recognition, recognise
from layouts.importing.registry import SourceKind, kind_of
from layouts.importing.result import ImportedSource
from layouts.importing.settings import ImportSettings
from layouts.importing.word_back.reading import is_ours, issue_of, kept_losses
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.messages import importing as say
from layouts.messages.word_files import OWN_WORD_FILE


def read_source(file: FoundFile, photos: PhotoStore, settings: ImportSettings) -> ImportedSource:
    """What a file holds, recognised. One that cannot be read has an error finding instead."""
    source = ImportedSource(file.path, file.kind, folders=file.folders)
    try:
        return _read(source, photos, settings)
    except ConsentNeededError as error:
        return _refused(
            source, Finding("error", "consent-needed", error.zh, error.en, error.source)
        )
    except BanxinError as error:
        place = error.source or Source(str(file.path))
        return _refused(source, Finding("error", "source-unreadable", error.zh, error.en, place))
    except Exception as error:
        # A manuscript that our code stumbles over must not keep the others out.
        fault = type(error).__name__
        sentence = say.NOT_READ_FAULT(fault=fault)
        return _refused(
            source, Finding("error", "source-faulty", *sentence, Source(str(file.path)))
        )


def _refused(source: ImportedSource, finding: Finding) -> ImportedSource:
    return ImportedSource(source.path, source.kind, noticed=(finding,), folders=source.folders)


def _read(source: ImportedSource, photos: PhotoStore, settings: ImportSettings) -> ImportedSource:
    match source.kind:
        case SourceKind.EMPTY:
            raise ManuscriptError(*say.FILE_EMPTY())
        case SourceKind.BANXIN | SourceKind.FOREIGN:
            return _read_issue(source, photos)
        case SourceKind.MARKDOWN | SourceKind.TEXT if encoding := _own_encoding(source.path):
            return _read_manuscript(source, encoding, photos, settings)
        case _:
            return _recognised(source, photos, settings)


def _recognised(
    source: ImportedSource, photos: PhotoStore, settings: ImportSettings
) -> ImportedSource:
    from layouts.importing.readers.by_kind import reader

    document = reader(SourceKind(source.kind), agreed=settings.libreoffice)(source.path, photos)
    if document.own is not None and is_ours(document):
        return _read_own_word(source, document)
    return recognised_source(document, settings, source.kind, source.folders)


def _read_own_word(source: ImportedSource, document: ReceivedDocument) -> ImportedSource:
    """The articles of a Word file that we wrote: its styles say what is what."""
    document = kept_losses(document)
    issue = issue_of(document)
    found = [
        RecognisedArticle(article, section.name)
        for section in issue.sections
        for article in section.articles
    ]
    place = Source(str(document.path))
    notice = Finding("notice", "own-word-file", *OWN_WORD_FILE(), place)
    own = _own(source, found, (*document.findings, notice), issue)
    return replace(own, missing=document.lost)


def recognised_source(
    document: ReceivedDocument,
    settings: ImportSettings,
    kind: str = "",
    folders: tuple[str, ...] = (),
) -> ImportedSource:
    """What a document that was read holds; an error finding where that is nothing.

    ManuscriptError where there is more of it than an issue may have.
    """
    if len(document.blocks) > MOST_BLOCKS:
        raise ManuscriptError(*say.TOO_LONG(most=MOST_BLOCKS))
    recognition = recognise(document, settings.sections, settings.measure)
    empty = () if recognition.articles else (_nothing(document.path, document),)
    return ImportedSource(
        document.path,
        kind or document.kind,
        document.encoding,
        received=document,
        recognition=recognition,
        noticed=empty,
        folders=folders,
    )


def _nothing(path: Path, document: ReceivedDocument) -> Finding:
    """What is said of a file that held no article."""
    pictures = sum(isinstance(block, ReceivedPhoto) for block in document.blocks)
    sentence = say.NO_TEXT_BUT_PHOTOS(count=pictures) if pictures else say.NO_TEXT_IN_IT()
    return Finding("error", "source-empty", *sentence, Source(str(path)))


def _read_issue(source: ImportedSource, photos: PhotoStore) -> ImportedSource:
    """The articles of another issue, or of a file that an installed package reads."""
    from layouts.documents import read_document

    folder = photos.folder
    cache = folder.parent if folder.name == "photos" else folder
    read = read_document(source.path, cache, watched=False)
    found = [
        RecognisedArticle(_located(article, read.issue.folder), section.name)
        for section in read.issue.sections
        for article in section.articles
    ]
    return _own(source, found, read.findings, read.issue)


def is_own_manuscript(path: Path) -> bool:
    """Whether a file is a manuscript in our own Markdown: an issue as it stands."""
    try:
        kind = kind_of(path)
        return kind in {SourceKind.MARKDOWN, SourceKind.TEXT} and bool(_own_encoding(path))
    except BanxinError:
        return False


def _own_encoding(path: Path) -> str:
    """The encoding of a manuscript in our own Markdown; empty for any other text."""
    from layouts.importing.decoding import read_text
    from layouts.importing.readers.markdown import is_banxin_manuscript

    received = read_text(path)
    return received.encoding if is_banxin_manuscript(received.text) else ""


def _read_manuscript(
    source: ImportedSource, encoding: str, photos: PhotoStore, settings: ImportSettings
) -> ImportedSource:
    """The articles of a manuscript in our own Markdown, whose photos lie beside it. One that our
    format refuses is read as anybody's Markdown.
    """
    from layouts.manuscript.imports import import_articles

    try:
        brought = import_articles(source.path, None, settings.sections)
    except ManuscriptError:
        return _recognised(source, photos, settings)
    source = replace(source, kind=SourceKind.MANUSCRIPT, encoding=encoding)
    found = [RecognisedArticle(arrival.article, arrival.section) for arrival in brought.arrivals]
    return _own(source, found, brought.findings, _whole_issue(source.path))


def _whole_issue(path: Path) -> Issue | None:
    """The issue that a manuscript is, None where it has no masthead."""
    from layouts.documents import read_document

    issue = read_document(path, path.parent, watched=False).issue
    return issue if issue.masthead.publication or issue.masthead.number else None


def _own(
    source: ImportedSource,
    found: list[RecognisedArticle],
    findings: tuple[Finding, ...],
    issue: Issue | None,
) -> ImportedSource:
    if not found:
        raise ManuscriptError(*say.NO_TEXT_IN_IT())
    return ImportedSource(
        source.path,
        source.kind,
        source.encoding,
        recognition=Recognition(tuple(map(_surely, found))),
        noticed=findings,
        folders=source.folders,
        issue=issue,
    )


def _surely(found: RecognisedArticle) -> RecognisedArticle:
    """An article about which nothing was guessed."""
    article = found.article
    said = {"kind": 1.0, "title": bool(article.title.string), "byline": article.byline}
    said |= {"section": found.section, "subtitle": article.subtitle, "date": article.date}
    said |= {"source": article.origin}
    return replace(
        found,
        byline_raw=article.byline.string if article.byline else "",
        confidence={name: 1.0 for name, value in said.items() if value},
    )


def _located(article: Article, folder: Path) -> Article:
    """An article whose photos are named by absolute paths."""
    from layouts.issue.photo import Photo

    blocks = tuple(
        replace(block, path=(folder / block.path).as_posix()) if isinstance(block, Photo) else block
        for block in article.blocks
    )
    return replace(article, blocks=blocks)
