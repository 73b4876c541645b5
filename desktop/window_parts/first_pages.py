"""Pictures of first pages for the start page, kept once the pages of an issue are whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.keeping.document import PICTURE_WIDTH
from desktop.settings import cache_folder
from desktop.start import keep_picture
from desktop.window_parts.services import Services


class FirstPages(QObject):
    """Keeps one picture of each issue that is opened from a file."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._session = services.session
        self._tasks = services.tasks
        self._kept: Path | None = None
        self._session.edition_changed.connect(self._keep)

    def _keep(self) -> None:
        path, edition = self._session.path, self._session.edition
        if not self._session.is_current or path is None or path == self._kept:
            return
        if edition is None or not edition.pages:
            return
        self._kept = path
        page, folder = edition.pages[0], cache_folder()
        self._tasks.run(lambda progress: keep_picture(page, path, folder, PICTURE_WIDTH, progress))
