"""Photos of the issue: added by dialog, drop or paste, replaced, cropped, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.dialogs import choose
from desktop.photo_places import across_at, edges_at
from desktop.photo_sides import turned
from desktop.selection import SelectionKind, of_article, of_photo
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.window_parts.stowing import kept, not_copied, stow
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import Block
from layouts.issue.photo import NO_BLEED, Photo, PhotoPlace, Side, Wrap
from layouts.issue.places import Place, block_at
from layouts.photo_tone import AS_IT_IS, PhotoTone


class PhotoActs(QObject):
    """Acts on photos.

    `crop_wanted`, `straighten_wanted`, `outline_wanted`: the selected photo is to be cropped,
    straightened, or what text runs round of it drawn, on the page; `shown` carries a place to bring
    into view.
    """

    crop_wanted = Signal()
    straighten_wanted = Signal()
    outline_wanted = Signal()
    shown = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def choose(self) -> None:
        """Ask for photos and put them beside the selected paragraph."""
        self.choose_for(None)

    def choose_for(self, place: Place | None) -> None:
        """Ask for photos that go where the issue's panel says; into the first article of a section,
        beside its first paragraph.
        """
        paths = choose.files_to_open(
            self._services.window, tr("插入图片"), self._folder(), choose.photos_filter()
        )
        if paths:
            self._services.settings.put("photos/folder", str(paths[0].parent))
            self.add(paths, self._inside(place) or self.default_place())

    def default_place(self) -> Place | None:
        """The paragraph with the caret, the paragraph of the selected photo, or the selected
        article.
        """
        selection = self._session.selection
        if selection.place is None or selection.place.article is None:
            return None
        return (
            selection.place
            if selection.kind in {SelectionKind.TEXT, SelectionKind.PHOTO}
            else selection.place.of_article
        )

    def _inside(self, place: Place | None) -> Place | None:
        issue = self._session.issue
        if issue is None or place is None or place.article is not None:
            return place
        return (
            Place(place.section, 0)
            if place.section < len(issue.sections) and issue.sections[place.section].articles
            else None
        )

    def add(self, paths: Sequence[Path], before: Place | None, line: int = 0) -> None:
        """Copy photos beside the issue, beside the window, then stand them before a block."""
        issue = self._session.issue
        before = before or self.default_place()
        if issue is None or not paths or self._session.refuses():
            return
        if before is None:
            self._services.say(tr("先选一篇文章，再插入图片"))
            return
        folder, place = issue.folder, before
        task = self._services.tasks.run(
            lambda progress: _stow_all(paths, folder, progress),
            lambda stowed: self._put_stowed(stowed, folder, place, line),
            self._services.fail,
        )
        self._services.watch(task, tr("正在复制 {n} 张图片", n=len(paths)))

    def drop(
        self, what: Sequence[Path] | Sequence[QImage], article: Place, block: int, line: int
    ) -> None:
        """Files or an image dropped onto a page: in their order, one step."""
        place = article.of_article._replace(block=block)
        for image in (image for image in what if isinstance(image, QImage)):
            self.paste(image, place, line)
        self.add([path for path in what if isinstance(path, Path)], place, line)

    def paste(self, image: QImage, before: Place | None = None, line: int = 0) -> None:
        """An image from the clipboard: written as PNG beside the issue and stood beside the
        selected paragraph.
        """
        issue, before = self._session.issue, before or self.default_place()
        if issue is None or self._session.refuses():
            return
        if before is None:
            self._services.say(tr("先选一篇文章，再粘贴图片"))
            return
        folder, place = issue.folder, before
        self._services.tasks.run(
            lambda _progress: [kept(image, folder)],
            lambda names: self._put(names, folder, place, line),
            self._services.fail,
        )

    def _put_stowed(self, stowed: _StowedPhotos, folder: Path, before: Place, line: int) -> None:
        """Those that could be copied; the others are named with the reason."""
        self._put(stowed.names, folder, before, line)
        if stowed.refused:
            self._services.failed.emit("\n".join(stowed.refused), "")

    def _put(self, names: list[str], folder: Path, before: Place, line: int) -> None:
        issue = self._session.issue
        if issue is None or issue.folder != folder:  # another was opened while they were copied
            return
        place: Place | None = None
        for name in names:
            try:
                edited = edits.add_photo(issue, before, name, line=line)
            except LookupError:  # the article went while its photos were copied
                return
            issue, place = edited.issue, edited.place
            if before.block is not None and place is not None:
                before = place._replace(block=(place.block or 0) + 1)
        if place is not None:
            self._session.do(
                tr("插入图片") if len(names) == 1 else tr("插入 {n} 张图片", n=len(names)),
                issue,
                of_photo(place),
            )
            self.shown.emit(place)

    def replace(self) -> None:
        """Ask for another file for the selected photo."""
        issue, place = self._session.issue, self._selected()
        if issue is None or place is None:
            return
        path = choose.file_to_open(
            self._services.window, tr("替换图片"), self._folder(), choose.photos_filter()
        )
        if path is None:
            return
        folder, photo = issue.folder, block_at(issue, place)
        self._services.tasks.run(
            lambda _progress: stow(path, folder),
            lambda name: self._replace(photo, folder, place, name),
            self._services.fail,
        )

    def _replace(self, photo: Block, folder: Path, place: Place, name: str) -> None:
        issue = self._session.issue
        if issue is None or issue.folder != folder:  # another was opened while it was copied
            return
        try:
            there = block_at(issue, place)
        except LookupError:
            return
        if isinstance(there, Photo) and there.id == photo.id:  # no other came in its place
            self._session.do(
                tr("替换图片"), edits.replace_photo(issue, place, name).issue, of_photo(place)
            )
            self._session.recompose()  # the file may be another under the same name

    def crop(self) -> None:
        """Crop the selected photo on its page."""
        if self._selected() is not None:
            self.crop_wanted.emit()

    def straighten(self) -> None:
        """Straighten the selected photo on its page."""
        if self._selected() is not None:
            self.straighten_wanted.emit()

    def outline(self) -> None:
        """Draw on its page what text runs round of the selected photo."""
        if self._selected() is not None:
            self.outline_wanted.emit()

    def set_wrap(self, wrap: Wrap) -> None:
        """Have text run round the selected photo so."""
        issue, place = self._session.issue, self._selected()
        if issue is not None and place is not None:
            self._session.do(tr("更改绕排"), edits.set_wrap(issue, place, wrap).issue)

    def is_wrap(self, wrap: Wrap) -> bool:
        """Whether text runs round the selected photo so."""
        photo = self._photo()
        return photo is not None and photo.wrap is wrap

    def turn_grey(self) -> None:
        """Show the selected photo in greys, or in its colours again."""
        self._set_tone(tr("黑白图片"), lambda tone: tone._replace(grey=not tone.grey))

    def is_grey(self) -> bool:
        """Whether the selected photo is shown in greys."""
        photo = self._photo()
        return photo is not None and photo.tone.grey

    def as_it_is(self) -> None:
        """Show the selected photo as its file has it."""
        self._set_tone(tr("还原图片"), lambda _tone: AS_IT_IS)

    def _set_tone(self, name: str, change: Callable[[PhotoTone], PhotoTone]) -> None:
        issue, place, photo = self._session.issue, self._selected(), self._photo()
        if issue is not None and place is not None and photo is not None:
            self._session.do(name, edits.set_tone(issue, place, change(photo.tone)).issue)

    def remove(self) -> None:
        """Take the selected photos out; their files stay."""
        issue, place = self._session.issue, self._selected()
        if issue is not None and place is not None:
            edited = edits.remove_photos(issue, self._session.selection.places)
            self._session.do(
                tr("删除图片"), edited.issue, of_article(edited.place or place.of_article)
            )

    def set_place(self, where: PhotoPlace) -> None:
        """Stand the photo in the text or apart from it."""
        issue, place, photo = self._session.issue, self._selected(), self._photo()
        if issue is not None and place is not None and photo is not None:
            edited = edits.set_photo_place(issue, place, where, across_at(photo, where))
            self._session.do(tr("移动图片"), edited.issue)
            self._session.reveal()  # maybe on another page

    def is_at(self, where: PhotoPlace) -> bool:
        """Whether the selected photo stands there."""
        photo = self._photo()
        return photo is not None and photo.place is where

    def turn_bleed(self) -> None:
        """Let the photo go over the edges of the page that it stands at, or over none."""
        issue, place, photo = self._session.issue, self._selected(), self._photo()
        if issue is not None and place is not None and photo is not None:
            bleed = NO_BLEED if any(photo.bleed) else edges_at(photo)
            self._session.do(tr("更改出血"), edits.set_bleed(issue, place, bleed).issue)

    def bleeds(self) -> bool:
        """Whether the selected photo goes over an edge of its page."""
        photo = self._photo()
        return photo is not None and any(photo.bleed)

    def set_side(self, side: Side) -> None:
        """Stand the photo on another side."""
        issue, place = self._session.issue, self._selected()
        if issue is not None and place is not None:
            self._session.do(tr("更改绕排"), turned(self._session, issue, place, side).issue)

    def is_side(self, side: Side) -> bool:
        """Whether the selected photo stands on a side."""
        photo = self._photo()
        return photo is not None and photo.side is side

    def _photo(self) -> Photo | None:
        issue, place = self._session.issue, self._selected()
        block = block_at(issue, place) if issue is not None and place is not None else None
        return block if isinstance(block, Photo) else None

    def _selected(self) -> Place | None:
        selection = self._session.selection
        return selection.place if selection.kind is SelectionKind.PHOTO else None

    def _folder(self) -> str:
        work = self._session.path
        return str(self._services.settings.folder("photos/folder", work=work))


class _StowedPhotos(NamedTuple):
    """Photos copied beside the issue, by the paths it names them by; a line for each that could
    not be.
    """

    names: list[str]
    refused: list[str]


def _stow_all(paths: Sequence[Path], folder: Path, progress: Progress) -> _StowedPhotos:
    stowed = _StowedPhotos([], [])
    for done, path in enumerate(paths):
        progress.step(done, len(paths), tr("正在复制 {name}", name=path.name))
        try:
            stowed.names.append(stow(path, folder))
        except OSError as error:
            stowed.refused.append(not_copied(path.name, error))
    return stowed
