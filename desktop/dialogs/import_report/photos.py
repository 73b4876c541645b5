"""The photos of an import: where each went, and those that found no place, to be put into an
article by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.tasks import Progress, Tasks
from desktop.words import spoken, tr
from layouts.importing.registry import SourceKind
from layouts.importing.result import ImportedSource
from layouts.inputs import is_plain_file
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import articles

PICTURE = QSize(144, 96)
"""Pixels of a photo in the list."""


class ListedPhoto(NamedTuple):
    """A photo's file, what is said of it, and whether it waits for an article."""

    path: Path
    said: str
    waits: bool = False


class PhotoPage(QWidget):
    """The photos of an import in small, those that wait for an article first.

    `wanted`: files, and the article that they are to stand in. They can be dragged out, too, onto
    whatever takes files: the articles of the tree, a place on the pages.
    """

    wanted = Signal(list, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._issue: Issue | None = None
        self.hint = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.hint.setProperty("role", "quiet")
        self.list = PhotoList(self)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.itemActivated.connect(self._offer_at)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.hint)
        box.addWidget(self.list, 1)

    def show_photos(self, sources: Sequence[ImportedSource], issue: Issue | None) -> int:
        """Show the photos of these sources as they stand in `issue`; how many there are."""
        self._issue = issue
        standing = _standing(issue) if issue is not None else {}
        photos = [photo for source in sources for photo in _photos(source, standing)]
        photos.sort(key=lambda photo: not photo.waits)
        waiting = sum(photo.waits for photo in photos)
        self.hint.setVisible(waiting > 0)
        self.hint.setText(
            tr("{n} 张图片还没有配上稿件：拖到文章或页面上，或按右键选“放进文章”", n=waiting)
        )
        self.list.show_photos(photos)
        return len(photos)

    @property
    def waits(self) -> bool:
        """Whether a photo waits for its article."""
        return self.hint.isVisibleTo(self)

    def _offer_at(self, item: QListWidgetItem) -> None:
        """The menu for keys and double clicks, beside the photo."""
        self._offer(self.list.visualItemRect(item).center())

    def _offer(self, at: QPoint) -> None:
        """All articles by their sections, for the photos marked."""
        menu = self.menu_for(self.list.marked())
        if menu is not None:
            menu.popup(self.list.viewport().mapToGlobal(at))

    def menu_for(self, paths: Sequence[Path]) -> QMenu | None:
        """The menu of articles that photos can be put into; None without photos or articles."""
        if not paths or self._issue is None:
            return None
        menu = QMenu(tr("放进文章"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, article in articles(self._issue):
            if place.article == 0:
                menu.addSection(self._issue.sections[place.section].name)
            title = article.title.string or tr("（无题）")
            chosen = partial(self.wanted.emit, list(paths), place)
            menu.addAction(title).triggered.connect(chosen)
        return menu if menu.actions() else None


class PhotoList(QListWidget):
    """Small pictures with their captions and how they were matched."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("图片"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setIconSize(PICTURE)
        self.setSpacing(8)
        self.setWordWrap(True)
        self._tasks = Tasks(self)
        self._known: dict[Path, QIcon] = {}

    def marked(self) -> list[Path]:
        """The files of the photos marked, in the order they stand."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]

    def show_photos(self, photos: Sequence[ListedPhoto]) -> None:
        """Show these photos, marks kept."""
        marked = set(self.marked())
        self.clear()
        for photo in photos:
            item = QListWidgetItem(
                self._known.get(photo.path, _blank()), self._fit(photo.said), self
            )
            item.setData(Qt.ItemDataRole.UserRole, photo.path)
            item.setSizeHint(QSize(PICTURE.width() + 24, PICTURE.height() + 76))
            item.setToolTip(photo.said)
            item.setSelected(photo.path in marked)
        wanted = [photo.path for photo in photos if photo.path not in self._known]
        if wanted:
            self._tasks.run(lambda progress: _pictures(wanted, progress), self._take)

    def _fit(self, said: str) -> str:
        """A long name is cut in its middle, so that what is said below it stays in its tile."""
        name, _, rest = said.partition("\n")
        room = 2 * PICTURE.width() - 24  # two lines of it
        return f"{self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)}\n{rest}"

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802, Qt's name
        """What a drag of photos carries: their files."""
        data = QMimeData()
        paths = [item.data(Qt.ItemDataRole.UserRole) for item in items]
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802, Qt's name
        """Files are copied beside the issue; where they lay they stay."""
        return Qt.DropAction.CopyAction

    def _take(self, pictures: list[tuple[Path, QImage]]) -> None:
        self._known |= {path: QIcon(QPixmap.fromImage(image)) for path, image in pictures}
        for row in range(self.count()):
            item = self.item(row)
            if (icon := self._known.get(item.data(Qt.ItemDataRole.UserRole))) is not None:
                item.setIcon(icon)


def _photos(source: ImportedSource, standing: dict[str, str]) -> Iterator[ListedPhoto]:
    if source.kind == SourceKind.PHOTO:
        title = standing.get(source.path.name)
        said = tr("没有配上稿件") if title is None else tr("放进“{title}”", title=title)
        yield ListedPhoto(source.path, f"{source.path.name}\n{said}", title is None)
    how = {photo.path.absolute().as_posix(): photo.how for photo in source.beside}
    for imported in source.brought:
        for block in imported.article.blocks:
            if isinstance(block, Photo):
                told = how.get(block.path)
                by = spoken(told) if told else tr("在稿件里")
                name = block.caption.string or block.name or Path(block.path).name
                yield ListedPhoto(Path(block.path), f"{name}\n{by}")


def _standing(issue: Issue) -> dict[str, str]:
    """The titles of the articles in which photos stand, by the names of the photos' files: a copy
    beside the issue keeps its name.
    """
    return {
        Path(block.path).name: article.title.string
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    }


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
