"""What the history has done beside the window: versions read and compared, photos made small."""

from __future__ import annotations

import filecmp
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop.dialogs.history_words import summary
from desktop.tasks import Progress
from desktop.words import tr
from layouts.errors import BanxinError, PhotoError
from layouts.house.saying import changed_place
from layouts.issue.file_name import original_name
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at
from layouts.store.compare import Change, compare
from layouts.store.history import Version, load_version
from layouts.store.redline import Kept

PICTURE = QSize(132, 88)
"""Pixels that a photo of an article may take at most."""


class Compared(NamedTuple):
    """A version and what became of it: `changes` lead from it to the issue as it is."""

    version: Version
    old: Issue
    changes: tuple[Change, ...]


class ComparedPhoto(NamedTuple):
    """A photo of an article: whether it was in the version, is in the issue now, or both."""

    kind: Kept
    caption: str
    image: QImage | None


def compared(version: Version, current: Issue, progress: Progress) -> Compared:
    """Read a version where it lies, photos too, and compare it with the issue as it is.

    BanxinError where it cannot be read.
    """
    progress.check()
    old = load_version(version, version.file.parent, current.source.file)
    progress.check()
    return Compared(version, old, compare(old, current, changed_place))


def describe(versions: Sequence[Version], progress: Progress) -> None:
    """Say of each version, newest first, what it changed in the one before it: a report a version,
    from any thread.
    """
    newer: Issue | None = None
    for done, version in enumerate(versions):
        progress.check()
        try:
            issue = load_version(version, version.file.parent)
        except BanxinError:
            issue = None
        if newer is not None and issue is not None:
            progress.step(done - 1, len(versions), summary(compare(issue, newer, changed_place)))
        newer = issue
    if newer is not None:
        progress.step(len(versions) - 1, len(versions), tr("最早的版本"))


def photos_shown(
    found: Compared, change: Change, current: Issue, ratio: float, progress: Progress
) -> list[ComparedPhoto]:
    """The photos of an article, then and now, those of then that are gone too."""
    before = _photos(found.old, change.old)
    after = _photos(current, change.new)
    shown: list[ComparedPhoto] = []
    for name, (photo, folder) in {**before, **after}.items():
        progress.check()
        kind: Kept = (
            "same" if name in before and name in after else "added" if name in after else "removed"
        )
        # another picture under the same name
        if kind == "same" and not _is_one(before[name], after[name]):
            was, there = before[name]
            shown.append(
                ComparedPhoto("removed", was.caption.string, _small(there / was.path, ratio))
            )
            kind = "added"
        shown.append(ComparedPhoto(kind, photo.caption.string, _small(folder / photo.path, ratio)))
    return shown


def _is_one(one: tuple[Photo, Path], other: tuple[Photo, Path]) -> bool:
    files = [folder / photo.path for photo, folder in (one, other)]
    with suppress(OSError):
        return filecmp.cmp(*files, shallow=False)
    return not any(file.exists() for file in files)


def _photos(issue: Issue, place: Place | None) -> dict[str, tuple[Photo, Path]]:
    """The photos of an article by what their files are called."""
    if place is None:
        return {}
    photos = (block for block in article_at(issue, place).blocks if isinstance(block, Photo))
    return {original_name(photo) or photo.path: (photo, issue.folder) for photo in photos}


def _small(path: Path, ratio: float) -> QImage | None:
    from desktop.canvas.photo_image import load_photo

    try:
        image = load_photo(path, PICTURE.width() * ratio).image
    except (PhotoError, OSError):
        return None
    small = image.scaled(
        PICTURE * ratio,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    small.setDevicePixelRatio(ratio)
    return small
