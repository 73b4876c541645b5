"""The cover of the issue: wanted or not, its photo by dialog or drop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.dialogs import choose
from desktop.window_parts.services import Services
from desktop.window_parts.stowing import kept, stow
from desktop.words import tr
from layouts.issue import edits


class Covering(QObject):
    """Acts on the cover."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def toggle(self) -> None:
        """Have a cover, or none."""
        issue = self._session.issue
        if issue is not None:
            wanted = issue.cover is None
            name = tr("加封面") if wanted else tr("去掉封面")
            self._session.do(name, edits.set_cover(issue, wanted).issue)
            if wanted and not self._is_drawn():
                self._services.say(tr("所用的版式没有封面，排不出来；可以换一种有封面的版式。"))

    def has_cover(self) -> bool:
        """Whether the issue has a cover."""
        issue = self._session.issue
        return issue is not None and issue.cover is not None

    def choose(self) -> None:
        """Ask for the photo of the cover."""
        work = self._session.path
        folder = str(self._services.settings.folder("photos/folder", work=work))
        path = choose.file_to_open(
            self._services.window, tr("封面图片"), folder, choose.photos_filter()
        )
        if path is not None:
            self._services.settings.put("photos/folder", str(path.parent))
            self.drop([path])

    def drop(self, what: Sequence[Path] | Sequence[QImage]) -> None:
        """Put the first of some photos on the cover: copied beside the issue, beside the window."""
        issue = self._session.issue
        if issue is None or not what or self._session.refuses():
            return
        first, folder = what[0], issue.folder
        self._services.tasks.run(
            lambda _progress: (
                stow(first, folder) if isinstance(first, Path) else kept(first, folder)
            ),
            lambda name: self._put(name, folder),
            self._services.fail,
        )

    def _put(self, name: str, folder: Path) -> None:
        issue = self._session.issue
        if issue is None or issue.folder != folder:  # another was opened while it was copied
            return
        self._session.do(tr("封面图片"), edits.set_cover_photo(issue, name).issue)
        self._session.recompose()  # the file may be another under the same name
        if not self._is_drawn():
            self._services.say(tr("所用的版式没有封面，排不出来；可以换一种有封面的版式。"))

    def _is_drawn(self) -> bool:
        layout = self._session.layout
        return layout is not None and layout.cover is not None
