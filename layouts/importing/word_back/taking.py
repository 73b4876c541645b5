"""An edited Word file held against the issue it was written from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from layouts.errors import ManuscriptError, Source
from layouts.files import write_aside
from layouts.house.layout import Layout
from layouts.imaging.alike import look_alike
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.docx.reader import read
from layouts.importing.received import Lost, ReceivedDocument
from layouts.importing.stowing import photos_in, with_photo_paths
from layouts.importing.word_back.merging import merged
from layouts.importing.word_back.reading import is_ours, issue_of, kept_losses
from layouts.issue.issue import Issue
from layouts.messages import word_files as say
from layouts.wordfile.writing import word_file

_AS_WRITTEN = "as-written.docx"


class TakenBack(NamedTuple):
    """The issue with what was changed in Word; `lost` is what of the file is not in it."""

    issue: Issue
    lost: tuple[Lost, ...]


def taken_back(
    issue: Issue,
    layout: Layout,
    path: Path,
    photos: PhotoStore,
    told: Callable[[], None] | None = None,
) -> TakenBack:
    """The issue with what was changed in the Word file at `path`; photos that are new lie in the
    store, by absolute paths. Nothing but the store is written to.

    `told` is called after each photo of the issue; what it raises ends the work. ManuscriptError
    where the file is no Word file of ours, PhotoError where a photo of the issue cannot be read.
    """
    document = read(path, photos)
    if not is_ours(document):
        raise ManuscriptError(*say.NOT_OUR_WORD_FILE(), Source(str(path)))
    ours = issue_of(_as_written(issue, layout, photos, told), layout)
    theirs = _with_our_photos(issue_of(document, layout), ours)
    taken = merged(issue, ours, theirs)
    return TakenBack(taken, kept_losses(document).lost)


def _with_our_photos(theirs: Issue, ours: Issue) -> Issue:
    """The edited issue with the files of photos that only were packed anew, as Word does on saving:
    else each would count as exchanged, for one with fewer pixels.
    """
    known = [photo.path for photo in photos_in(ours) if photo.path]
    same: dict[str, str] = {}
    for photo in photos_in(theirs):
        if photo.path and photo.path not in known and photo.path not in same:
            there = (path for path in known if look_alike(Path(path), Path(photo.path)))
            same[photo.path] = next(there, photo.path)
    return with_photo_paths(theirs, lambda path: same.get(path, path))


def _as_written(
    issue: Issue, layout: Layout, photos: PhotoStore, told: Callable[[], None] | None
) -> ReceivedDocument:
    """The issue as a Word file holds it: written as it is now, and read again."""
    photos.folder.mkdir(parents=True, exist_ok=True)
    path = photos.folder / _AS_WRITTEN
    write_aside(path, word_file(issue, layout, told))
    try:
        return read(path, photos)
    finally:
        path.unlink(missing_ok=True)
