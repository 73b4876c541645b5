"""Photos that a manuscript names, looked at before they go into the issue: there, sound, and inside
the folders that the editor gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, PhotoError, Source
from layouts.importing.received import Lost
from layouts.importing.result import ImportedSource
from layouts.inputs import is_plain_file, real
from layouts.issue.article import Article
from layouts.issue.photo import Photo
from layouts.messages import importing as say
from layouts.messages.message import Message
from layouts.messages.text_files import LINE_OF_TEXT

_REMOTE = ("http:", "https:", "ftp:", "data:", "file:")


class PhotoPlaces(NamedTuple):
    """Where photos may lie: the folders given, that of the photo store, and the photos found, by
    their names.
    """

    roots: tuple[Path, ...]
    found: Mapping[str, Sequence[Path]]

    def holds(self, path: Path) -> bool:
        """Whether a file lies in one of the folders, wherever links lead."""
        place = real(path)
        return any(place.is_relative_to(root) for root in self.roots)


def with_sound_photos(source: ImportedSource, places: PhotoPlaces) -> ImportedSource:
    """The source with `paths` of its photos: the file of each, empty for one that does not come in,
    which is told.

    One that is not where the text says is looked for by its name among the photos found.
    """
    paths: dict[str, str] = {}
    findings: list[Finding] = []
    lost: list[Lost] = []
    for photo in _photos(source):
        if photo.path in paths:
            continue
        file, wrong = _file(source, photo, places)
        paths[photo.path] = file.absolute().as_posix() if file and wrong is None else ""
        if wrong is not None:
            findings.append(wrong)
            where = LINE_OF_TEXT(line=photo.source.line).zh if photo.source.line else ""
            said = f"{Path(photo.path).name} {photo.caption.string}".strip()
            lost.append(Lost(wrong.code, wrong.zh, wrong.en, said, where))
    return replace(
        source,
        paths=paths,
        noticed=(*source.noticed, *findings),
        missing=(*source.missing, *lost),
    )


def with_files(article: Article, paths: Mapping[str, str]) -> Article:
    """An article whose photos name the files in `paths`, without those that do not come in."""
    blocks = tuple(
        replace(block, path=paths.get(block.path, block.path))
        if isinstance(block, Photo)
        else block
        for block in article.blocks
        if not isinstance(block, Photo) or paths.get(block.path, block.path)
    )
    return article if blocks == article.blocks else replace(article, blocks=blocks)


def _photos(source: ImportedSource) -> Iterable[Photo]:
    if source.recognition is not None:
        for found in source.recognition.articles:
            yield from (block for block in found.article.blocks if isinstance(block, Photo))


def _file(
    source: ImportedSource, photo: Photo, places: PhotoPlaces
) -> tuple[Path | None, Finding | None]:
    """The file of a photo, and what is wrong with it."""
    place = Source(str(source.path), photo.source.line)

    def wrong(code: str, message: Message) -> tuple[None, Finding]:
        return None, Finding("warning", code, *message(photo=photo.path), place)

    if photo.path.lower().startswith(_REMOTE):
        return wrong("photo-remote", say.PHOTO_REMOTE)
    file = source.path.parent / photo.path
    if not is_plain_file(file) or not places.holds(file):
        name = photo.path.replace("\\", "/").rpartition("/")[2]
        others = places.found.get(name.casefold(), ())
        if len(others) != 1:
            there = is_plain_file(file)
            return wrong(*(_ELSEWHERE if there else _MISSING))
        file = others[0]
    return file, unusable(file, place)


_ELSEWHERE = ("photo-elsewhere", say.FOREIGN_PHOTO)
_MISSING = ("photo-missing", say.NAMED_PHOTO_GONE)


def unusable(path: Path, place: Source) -> Finding | None:
    """What is wrong with a photo that cannot be set; None where nothing is."""
    from layouts.imaging.read import probe

    try:
        probe(path)
    except PhotoError as error:
        return Finding("error", "photo-unusable", *say.PHOTO_UNUSABLE(reason=error), place)
    return None
