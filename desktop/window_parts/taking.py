"""Files and folders that are dropped or pasted, several at once: each goes where its kind belongs,
and of each that cannot be taken it is said why.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.files import Files
from desktop.incoming import sorted_files
from desktop.window_parts.importing import Importing
from desktop.window_parts.layout_packages import LayoutPackages
from desktop.window_parts.photos import PhotoActs
from desktop.window_parts.refusing import line_of, line_of_finding, told
from desktop.window_parts.services import Services
from desktop.window_parts.sheet_tables import SheetTables
from desktop.words import tr
from layouts.documents import is_package
from layouts.issue.layout_name import PACKAGE
from layouts.issue.places import Place


class _Sorted(NamedTuple):
    """What files are: photos, manuscripts and folders, tables, and for each other one a line that
    says why it is not taken.
    """

    photos: tuple[Path, ...]
    manuscripts: tuple[Path, ...]
    sheets: tuple[Path, ...]
    refused: tuple[str, ...]


class Taking(QObject):
    """Takes files from the file manager or the clipboard."""

    def __init__(
        self,
        services: Services,
        files: Files,
        importing: Importing,
        photos: PhotoActs,
        sheets: SheetTables,
        packages: LayoutPackages,
    ) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._files = files
        self._importing = importing
        self._photos = photos
        self._sheets = sheets
        self._packages = packages

    def take(
        self,
        paths: Sequence[Path | str],
        place: Place | None = None,
        before: Place | None = None,
    ) -> None:
        """Photos and manuscripts go to `place`, where they were dropped, photos before the block
        `before`; an issue is opened, a layout taken in among the user's own.
        """
        files = self._without_layouts([Path(path) for path in paths])
        if not files:
            return
        packages = [path for path in files if is_package(path)]
        if packages:
            self._open(packages[0], [path for path in files if path != packages[0]])
        elif self._session.issue is None and _is_issue(files):
            self._open(files[0], [])
        else:
            self._bring_in(_sorted(files), place, before)

    def take_on_page(
        self, what: Sequence[Path] | Sequence[QImage], article: Place, block: int, line: int
    ) -> None:
        """The same for what fell onto a page: photos or a picture stand at that line."""
        paths = self._without_layouts([one for one in what if isinstance(one, Path)])
        found = _sorted(paths)
        images = [one for one in what if isinstance(one, QImage)]
        self._photos.drop(images or found.photos, article, block, line)
        self._bring_in(found._replace(photos=()), article.of_article, None)

    def _without_layouts(self, paths: Sequence[Path]) -> list[Path]:
        """The files that are no layout packages; those are taken in among the user's own."""
        layouts = [path for path in paths if path.name.lower().endswith(PACKAGE)]
        self._packages.install(layouts)
        return [path for path in paths if path not in layouts]

    def _open(self, path: Path, others: Sequence[Path]) -> None:
        """Open an issue, which is one at a time."""
        self._files.open_path(path)
        if others:
            self._refuse(
                [line_of(other, tr("打开了一期，别的文件没有收，请再拖一次")) for other in others]
            )

    def _bring_in(self, found: _Sorted, place: Place | None, before: Place | None) -> None:
        if found.sheets:
            self._sheets.insert(found.sheets, before or place)
        if found.manuscripts:  # photos beside them may be theirs
            self._importing.drop((*found.manuscripts, *found.photos), place, found.refused)
            return
        refused = list(found.refused)
        inside = place if place is not None and place.article is not None else None
        if found.photos and self._session.issue is None:
            why = tr("是图片，先打开或新建一期，再拖进来")
            refused += (line_of(path, why) for path in found.photos)
        elif found.photos:
            self._photos.add(found.photos, before or inside)
        self._refuse(refused)

    def _refuse(self, refused: Sequence[str]) -> None:
        """Name each file that was not taken, with the reason."""
        if len(refused) == 1:
            self._services.say(refused[0])
        elif refused:
            self._services.failed.emit(told(refused), "\n".join(refused))


def _sorted(files: Sequence[Path]) -> _Sorted:
    """Files by their names, those whose names say nothing by what is in them."""
    found = sorted_files(files)
    if not found.others:
        return _Sorted(found.photos, found.manuscripts, found.sheets, ())
    from layouts.importing.folder import gather

    looked = gather(found.others)
    photos = tuple(file.path for file in looked.photos)
    manuscripts = tuple(file.path for file in looked.manuscripts)
    refused = tuple(line_of_finding(file.path, finding) for file, finding in looked.others)
    photos, manuscripts = (*found.photos, *photos), (*found.manuscripts, *manuscripts)
    return _Sorted(photos, manuscripts, found.sheets, refused)


def _is_issue(files: Sequence[Path]) -> bool:
    """Whether what was dropped is one issue as it stands, to be opened and not imported."""
    from layouts.importing.reading import is_own_manuscript

    return len(files) == 1 and is_own_manuscript(files[0])
