"""The long work of importing, in any thread: manuscripts are read, their photos copied beside an
issue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.tasks import CancelledError, Progress
from desktop.window_parts.stowing import PHOTOS, not_copied, stow
from desktop.words import tr
from layouts.issue.photo import Photo

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.received import ReceivedDocument
    from layouts.importing.result import ImportResult
    from layouts.importing.settings import ImportSettings


class ImportedFiles(NamedTuple):
    """What was read, with how, and where its photos lie for the issue by where they lay."""

    result: ImportResult
    settings: ImportSettings
    photos: Mapping[str, str]
    complaints: tuple[str, ...] = ()


class ReadClipboard(NamedTuple):
    """What a clipboard held, as it looks and as the articles it is taken for."""

    document: ReceivedDocument
    result: ImportResult


def read_files(
    paths: Sequence[Path], folder: Path, settings: ImportSettings, progress: Progress
) -> ImportedFiles:
    """Read files in any thread."""
    from layouts.importing.importing import import_paths
    from layouts.importing.photo_store import PhotoStore

    def step(done: int, count: int, path: Path) -> None:
        progress.step(done, count, tr("正在读 {name}", name=path.name))

    result = import_paths(paths, PhotoStore(folder / PHOTOS), settings, step)
    return ImportedFiles(result, settings, {})


def read_clipboard(
    html: str, text: str, photos: Path, settings: ImportSettings, progress: Progress | None
) -> ReadClipboard:
    """Read what a clipboard held; the pictures in it come into the folder `photos`."""
    from layouts.importing.clipboard import import_received
    from layouts.importing.clipboard import read_clipboard as read
    from layouts.importing.photo_store import PhotoStore

    if progress is not None:
        progress.check()
    document = read(html, text, tr("剪贴板"), PhotoStore(photos))
    return ReadClipboard(document, import_received(document, settings))


def read_clipboard_files(
    html: str, text: str, photos: Path, settings: ImportSettings, progress: Progress
) -> ImportedFiles:
    """The same as a manuscript that is to become articles."""
    return ImportedFiles(
        read_clipboard(html, text, photos, settings, progress).result, settings, {}
    )


def read_as_issue(
    paths: Sequence[Path], folder: Path, settings: ImportSettings, progress: Progress
) -> ImportedFiles:
    """The same for an issue whose photos lie in `folder`."""
    return beside(read_files(paths, folder, settings, progress), folder, progress)


def beside(read: ImportedFiles, folder: Path, progress: Progress) -> ImportedFiles:
    """Copy the photos beside an issue in `folder`. Where nobody wants them any more, none stays."""
    photos: dict[str, str] = {}
    complaints: list[str] = []
    wanted = _photos_of(read.result)
    before = set((folder / PHOTOS).glob("*"))
    try:
        for done, photo in enumerate(wanted):
            name = photo.name or Path(photo.path).name
            progress.step(done, len(wanted), tr("正在放好图片 {name}", name=name))
            try:
                photos[photo.path] = stow(Path(photo.path), folder, photo.name)
            except OSError as error:
                complaints.append(not_copied(name, error))
    except CancelledError:
        for path in set((folder / PHOTOS).glob("*")) - before:
            with suppress(OSError):
                path.unlink()
        raise
    return read._replace(photos=photos, complaints=tuple(complaints))


def _photos_of(result: ImportResult) -> list[Photo]:
    """Every photo once, by where it lies."""
    found = {
        block.path: block
        for source in result.sources
        for imported in source.brought
        for block in imported.article.blocks
        if isinstance(block, Photo)
    }
    return list(found.values())


def finished(result: ImportResult, settings: ImportSettings) -> ImportResult:
    """What was read, with every article finished by these settings."""
    from layouts.importing.importing import finished_source

    return replace(
        result, sources=tuple(finished_source(source, settings) for source in result.sources)
    )
