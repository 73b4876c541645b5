"""The photos of an import: where each went, and those that found no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.tasks import Progress, Tasks
from desktop.words import spoken, tr
from layouts.importing.registry import SourceKind
from layouts.importing.result import ImportedSource
from layouts.inputs import is_plain_file
from layouts.issue.photo import Photo

PICTURE = QSize(144, 96)
"""Pixels of a photo in the list."""


class ListedPhoto(NamedTuple):
    """A photo's file, and what is said of it."""

    path: Path
    said: str


class PhotoList(QListWidget):
    """Small pictures with their captions and how they were matched; unmatched ones last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("图片"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setIconSize(PICTURE)
        self.setSpacing(8)
        self.setWordWrap(True)
        self._tasks = Tasks(self)
        self._known: dict[Path, QIcon] = {}

    def show_photos(self, sources: Sequence[ImportedSource]) -> int:
        """Show the photos of these sources; how many there are."""
        photos = [photo for source in sources for photo in _photos(source)]
        self.clear()
        for photo in photos:
            item = QListWidgetItem(self._known.get(photo.path, _blank()), photo.said, self)
            item.setData(Qt.ItemDataRole.UserRole, photo.path)
            item.setSizeHint(QSize(PICTURE.width() + 24, PICTURE.height() + 56))
            item.setToolTip(photo.said)
        wanted = [photo.path for photo in photos if photo.path not in self._known]
        if wanted:
            self._tasks.run(lambda progress: _pictures(wanted, progress), self._take)
        return len(photos)

    def _take(self, pictures: list[tuple[Path, QImage]]) -> None:
        self._known |= {path: QIcon(QPixmap.fromImage(image)) for path, image in pictures}
        for row in range(self.count()):
            item = self.item(row)
            if (icon := self._known.get(item.data(Qt.ItemDataRole.UserRole))) is not None:
                item.setIcon(icon)


def _photos(source: ImportedSource) -> Iterator[ListedPhoto]:
    if source.kind == SourceKind.PHOTO:
        yield ListedPhoto(source.path, f"{source.path.name}\n{tr('没有配上稿件')}")
    how = {photo.path.absolute().as_posix(): photo.how for photo in source.beside}
    for imported in source.brought:
        for block in imported.article.blocks:
            if isinstance(block, Photo):
                told = how.get(block.path)
                by = spoken(told) if told else tr("在稿件里")
                name = block.caption or block.name or Path(block.path).name
                yield ListedPhoto(Path(block.path), f"{name}\n{by}")


def _pictures(paths: Sequence[Path], progress: Progress) -> list[tuple[Path, QImage]]:
    """The photos made small, in any thread."""
    found: list[tuple[Path, QImage]] = []
    for path in paths:
        progress.check()
        if not is_plain_file(path):
            continue
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if not image.isNull():
            found.append((path, image))
    return found


def _blank() -> QIcon:
    pixmap = QPixmap(PICTURE)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
