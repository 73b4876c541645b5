"""Photos that came twice, inside a manuscript and beside it: the larger file is taken where the
manuscript has the photo.

Word makes the photos it holds smaller, so houses ask for the originals beside the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layouts.errors import Finding, PhotoError, Source
from layouts.importing.result import BesidePhoto, ImportedSource
from layouts.issue.photo import Photo
from layouts.messages import importing as say

if TYPE_CHECKING:
    from layouts.imaging.thumbnail import Gist


class Originals(NamedTuple):
    """The photos that stay beside the text, the files that take the place of photos inside it, and
    what is told of them.
    """

    others: list[BesidePhoto]
    paths: dict[str, str]
    findings: list[Finding]


def with_originals(source: ImportedSource, photos: Sequence[BesidePhoto]) -> Originals:
    """Tell photos beside a source from those that are inside it too."""
    found = Originals([], {}, [])
    looked = _Gists()
    for photo in photos:
        twin = next(
            (
                path
                for path in _inside(source, photo.article)
                if path not in found.paths and looked.are_one(source.paths[path], photo.path)
            ),
            None,
        )
        if twin is None:
            found.others.append(photo)
            continue
        larger = max(Path(source.paths[twin]), photo.path.absolute(), key=_size)
        found.paths[twin] = larger.as_posix()
        sentence = say.PHOTO_TWICE()
        found.findings.append(Finding("notice", "photo-twice", *sentence, Source(str(photo.path))))
    return found


class _Gists:
    """Looks at each photo once."""

    def __init__(self) -> None:
        self._looked: dict[str, Gist | None] = {}

    def are_one(self, one: str, other: Path) -> bool:
        """Whether two files are one picture."""
        first, second = self._gist(Path(one)), self._gist(other)
        return first is not None and second is not None and first.is_of(second)

    def _gist(self, path: Path) -> Gist | None:
        from layouts.imaging.read import probe
        from layouts.imaging.thumbnail import gist

        if str(path) not in self._looked:
            try:
                self._looked[str(path)] = gist(probe(path))
            except PhotoError:
                self._looked[str(path)] = None
        return self._looked[str(path)]


def _inside(source: ImportedSource, article: int) -> list[str]:
    """The photos that an article of a source has itself, by their names in `paths`."""
    if source.recognition is None:
        return []
    blocks = source.recognition.articles[article].article.blocks
    paths = [block.path for block in blocks if isinstance(block, Photo)]
    return [path for path in paths if source.paths.get(path)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
